"""Removes a person from everything that the program keeps: first finds, then rewrites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from learnlead.app.ports import PageStore
from learnlead.coach.ledger import Export
from learnlead.coach.names.names_file import NAMES_FILE, forget_in_names
from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.page.forget import ForgetResult, forget_in_record, forget_on_page
from learnlead.page.forget_json import forget_in_json, forget_in_json_lines, unescaped
from learnlead.page.naming import stem
from learnlead.page.person import Person
from learnlead.text.phrase import folded


class OtherFiles(Protocol):
    """Every file beside the pages that may hold text, by its path as users see it.

    Every call may raise `MachineFailed`.
    """

    def names(self) -> list[str]:
        """The files whose words may be changed."""

    def fixed(self) -> list[str]:
        """The files that are searched but never changed."""

    def closed(self) -> list[tuple[str, str]]:
        """The files that cannot be searched, and why."""

    def strays(self) -> list[str]:
        """The temporary files that runs which died have left."""

    def clean(self) -> None:
        """Remove them."""

    def read(self, name: str) -> str:
        """The file's text exactly as it stands.

        Raises:
            LearnleadError: it cannot be read; its problems say why.
        """

    def update(self, name: str, before: str, after: str) -> None:
        """Replace the text of a file that still reads `before`.

        Raises:
            LearnleadError: it has changed since it was read, or is being changed.
        """


@dataclass(frozen=True, slots=True)
class Edit:
    """One line, or one answer of an unfinished sitting, before and after; `line` is from 1."""

    file: str
    line: int | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Remaining:
    """A place that still names the person, to be checked by the user."""

    file: str
    line: int | None
    text: str


Place = tuple[str, int | None]
"""A file, and the number of a line in it, if it has lines."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What changes in one file, and how it is done."""

    edits: tuple[Edit, ...]
    write: Callable[[], None]


@dataclass(slots=True)
class Occurrences:
    """Everywhere that a person occurs; nothing is changed yet.

    `near` has the places of words that may mean the person as well, and are not changed.
    """

    rewrites: list[Rewrite] = field(default_factory=list)
    remaining: list[Remaining] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    near: dict[str, list[Place]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def edits(self) -> list[Edit]:
        """All that would change."""
        return [edit for rewrite in self.rewrites for edit in rewrite.edits]

    @property
    def not_reached(self) -> list[str]:
        """Every file that holds the person, or may, and is not changed; each once."""
        wrong = (problem.file for problem in self.problems if problem.severity != "warning")
        files = [*(remaining.file for remaining in self.remaining), *wrong]
        return list(dict.fromkeys(file for file in files if file))

    def add_near(self, person: Person, text: str, file: str, *, has_lines: bool = True) -> None:
        """Add what in that text may mean the person as well."""
        for number, line in enumerate(text.split("\n"), start=1):
            for words in person.near_in(line):
                known = next(
                    (
                        known_words
                        for known_words in self.near
                        if folded(known_words) == folded(words)
                    ),
                    words,
                )
                place = (file, number if has_lines else None)
                self.near.setdefault(known, []).append(place)


def find_person(person: Person, page_store: PageStore, other_files: OtherFiles) -> Occurrences:
    """Where the person occurs on pages and in other files, and what would be changed."""
    occurrences = Occurrences()
    listing = page_store.listing()
    pages = {page_store.shown(name): name for name in (*listing.names, *listing.beside)}
    occurrences.problems += (problem for problem in listing.problems if problem.file not in pages)
    for file, name in pages.items():
        if person.phrase.spans(stem(name)):
            occurrences.remaining.append(Remaining(file, None, _ITS_NAME))
        _add_file(occurrences, person, name, page_store, file=file, forget=forget_on_page)
    for name in other_files.names():
        if name not in pages:
            _add_name(occurrences, person, name)
            _add_file(
                occurrences, person, name, other_files, file=name, forget=_forget_function(name)
            )
    for name in other_files.fixed():
        if name not in pages:
            _add_name(occurrences, person, name)
            _add_file(occurrences, person, name, other_files, file=name, forget=_find_only)
    for name, why in other_files.closed():
        _add_name(occurrences, person, name)
        occurrences.remaining.append(Remaining(name, None, why))
    occurrences.strays += other_files.strays()
    return occurrences


def add_exports(occurrences: Occurrences, person: Person, exports: Iterable[Export]) -> None:
    """Add the bundles that left with the person in them: they cannot be called back."""
    for export in exports:
        words = [
            export.terms.recipient,
            export.leader_name,
            export.file,
            *(ln.text for ln in export.lines),
        ]
        if any(person.phrase.spans(text) for text in words if text):
            whom = f" for {export.terms.recipient}" if export.terms.recipient else ""
            text = f"left on {export.on}{whom}: delete it, and ask whoever has it to"
            occurrences.remaining.append(Remaining(export.file, None, text))


_ITS_NAME = "the name of the file"


def _add_name(occurrences: Occurrences, person: Person, name: str) -> None:
    if person.phrase.spans(name):
        occurrences.remaining.append(Remaining(name, None, _ITS_NAME))


def _forget_function(name: str) -> Callable[[str, Person], ForgetResult | None]:
    """How a paper of that name is changed."""
    if name.endswith(f"records/{NAMES_FILE}"):
        return forget_in_names
    if ".jsonl" in name:
        return forget_in_json_lines
    return forget_in_json if ".json" in name else forget_in_text


def forget_in_text(text: str, person: Person) -> ForgetResult:
    """The text without the person: as a page if it is one (a copy, a backup), else by lines."""
    return forget_on_page(text, person) or forget_in_record(text, person)


def _find_only(text: str, person: Person) -> ForgetResult:
    left = [
        (number, line.strip())
        for number, line in enumerate(text.split("\n"), start=1)
        if any(person.phrase.spans(form) for form in (line, unescaped(line)))
    ]
    return ForgetResult(text, (), tuple(left))


class _Files(Protocol):
    def read(self, name: str) -> str: ...

    def update(self, name: str, before: str, after: str) -> None: ...


def _add_file(
    occurrences: Occurrences,
    person: Person,
    name: str,
    files: _Files,
    *,
    file: str,
    forget: Callable[[str, Person], ForgetResult | None],
) -> None:
    try:
        before = files.read(name)
    except LearnleadError as error:
        occurrences.problems += error.problems
        return
    occurrences.add_near(person, before, file)
    in_plain_letters = forget in (forget_on_page, forget_in_text)
    if in_plain_letters and not person.phrase.may_stand_in(folded(before)):
        return
    done = forget(before, person)
    if done is None:
        remedy = "look through it by hand; `learnlead journal check` says what is wrong"
        occurrences.problems.append(
            Problem("the person may stand here; it was left alone", remedy, file)
        )
        return
    occurrences.remaining += (Remaining(file, line, text) for line, text in done.left)
    if done.changes:
        edits = tuple(Edit(file, c.line, c.before, c.after) for c in done.changes)
        occurrences.rewrites.append(Rewrite(edits, lambda: files.update(name, before, done.text)))


def apply_rewrites(rewrites: Sequence[Rewrite]) -> int:
    """Change file by file and return the number of edits. A failed file stops no other.

    Raises:
        LearnleadError: some were refused, each with its problem.
        MachineFailed: the machine refused some.
    """
    problems: list[Problem] = []
    failed: type[LearnleadError] = LearnleadError
    edits = 0
    for rewrite in rewrites:
        try:
            rewrite.write()
        except LearnleadError as error:
            problems += error.problems
            failed = MachineFailed if isinstance(error, MachineFailed) else failed
        else:
            edits += len(rewrite.edits)
    if problems:
        done = f"{edits} of {sum(len(r.edits) for r in rewrites)} places were changed"
        remedy = "what was refused is as it was; run the command again"
        raise failed(*problems, Problem(done, remedy))
    return edits
