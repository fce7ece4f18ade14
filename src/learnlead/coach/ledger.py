"""The ledger: every exported line, its recipient and its terms; one JSON object a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from learnlead.coach.bundle import BundlePart, Terms
from learnlead.coach.ids import Token, name_folded
from learnlead.errors import Problem
from learnlead.sitting.kinds import Kind
from learnlead.text.typed import Day as Date

LEDGER_FILE = "shared.jsonl"


Choices = Mapping[Kind, Literal["all", "some", "none"]]
"""By kind of line, how much of what was offered was chosen."""


class ExportedLine(BundlePart):
    """A line of a bundle as it was exported."""

    id: str
    kind: Kind | str
    text: str


class Export(BundlePart):
    """One exported bundle.

    Attributes:
        entry: id of this ledger entry; the same bundle may be exported twice.
        file: where it was written, as the leader named it.
        names: pseudonyms for this recipient, by `Names.key_of`; it holds no real name.
        rubrics: of each rubric in it, by kind, whether all, some or none of what was offered was
            chosen; a start for the next choice. Empty in entries from before it was kept.
        chosen: the same in those entries, which knew of one rubric.
        pages: what lay in the journal then, by what each page is called in a bundle.
        settled: the plans of which it was known then what became of them.
    """

    entry: Token
    bundle: Token
    leader: Token
    leader_name: str | None = None
    on: Date
    terms: Terms
    file: str
    encrypted: bool = False
    names: Mapping[str, str] = Field(default_factory=dict)
    rubrics: Mapping[str, Choices] = Field(default_factory=dict)
    chosen: Choices = Field(default_factory=dict)
    pages: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    lines: tuple[ExportedLine, ...] = ()

    def holds(self, rubric: str) -> bool:
        """Whether lines of that rubric were offered for it."""
        if self.rubrics:
            return rubric in self.rubrics
        of_it = re.compile(rf"[0-9-]{{10}}-{re.escape(rubric)}(?:\.[0-9]+)?")
        return not self.pages or any(of_it.fullmatch(page) for page in self.pages)

    def choices(self, rubric: str) -> Choices:
        """How much of each kind was chosen of that rubric."""
        return self.rubrics.get(rubric, {}) if self.rubrics else self.chosen


class Withdrawal(BundlePart):
    """Cancels an entry whose bundle could not be written afterwards."""

    withdrawn: Token


class _Line(BundlePart):
    entry: Annotated[Token | None, Field()] = None
    withdrawn: Token | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All exported bundles, oldest first, and a problem for each unreadable line."""

    exports: tuple[Export, ...] = ()
    problems: tuple[Problem, ...] = ()

    def for_recipient(self, name: str | None) -> list[Export]:
        """The bundles of a recipient, whatever the case and blanks of the name."""
        return [
            export
            for export in self.exports
            if name_folded(export.terms.recipient) == name_folded(name)
        ]

    def of_bundle(self, bundle: str) -> Export | None:
        """The newest export of that bundle; None if there is none."""
        return next((export for export in reversed(self.exports) if export.bundle == bundle), None)


def read_ledger(lines: Iterable[str], file: str) -> Ledger:
    """The ledger of these lines; an unreadable line is a problem and does not hide others."""
    exports: dict[str, Export] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = _entry(line)
        if isinstance(entry, Export):
            exports[entry.entry] = entry
        elif entry is not None:
            exports.pop(entry.withdrawn, None)
        else:
            remedy = "it is left as it is; the line holds what left, in plain letters"
            problems.append(Problem("this line of the ledger cannot be read", remedy, file, number))
    return Ledger(tuple(exports.values()), tuple(problems))


def is_entry(line: str) -> bool:
    """Whether the line is a whole entry."""
    return _entry(line) is not None


def _entry(line: str) -> Export | Withdrawal | None:
    try:
        if (withdrawn_entry := _Line.model_validate_json(line).withdrawn) is not None:
            return Withdrawal(withdrawn=withdrawn_entry)
        return Export.model_validate_json(line)
    except ValueError:
        return None


def known_names(exports: Sequence[Export]) -> dict[str, str]:
    """Pseudonyms of these bundles by `Names.key_of`; the newest bundle wins."""
    return {key: name for export in exports for key, name in export.names.items()}


def entry_line(entry: Export | Withdrawal) -> str:
    """The entry as one line of the file."""
    return entry.model_dump_json(by_alias=True)
