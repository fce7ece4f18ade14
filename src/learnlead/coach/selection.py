"""The lines that can be exported, and the bundle that a selection of them makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Final, Literal, NamedTuple

from learnlead.coach.bundle import Content, LeftOut, Named, Passage
from learnlead.coach.names.pseudonyms import Replacement
from learnlead.coach.names.texts import RedactedText
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.kinds import KINDS, Kind
from learnlead.text.phrase import Name, Phrase
from learnlead.text.problem_text import near_or_all, quoted
from learnlead.text.typed import Day as Date

TICKED_KINDS: Final[frozenset[Kind]] = frozenset({"focus", "findings", "plans"})
"""Kinds that are ticked by default: summaries of many pages, and plans with an outcome."""

ONLY_BY_NAME: Final[frozenset[Kind]] = frozenset({"opposite"})
"""Kinds that are shown only if they are named."""

Choice = Literal["all", "some", "none"]
"""How much of a kind was chosen, of the lines that were offered."""


class Group(NamedTuple):
    """Lines of one kind, of one rubric where there are several; `rubric` is its title, or empty."""

    kind: Kind
    rubric: str = ""

    def heading(self, words: Words) -> str:
        """`Insights`, or `Team meetings: Insights`."""
        heading = words(f"bundle.kind.{self.kind}")
        return f"{self.rubric}: {heading}" if self.rubric else heading


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """One line that can be exported.

    Attributes:
        id: of the finding, plan or passage; `PAGE/ratings` of a sitting's ratings, `PAGE/page` of
            a whole page.
        rubric: the title of its rubric where several are exported; else empty.
        text: as it would be exported, with names replaced.
        hits: the replacements in it.
        about: a short description; empty if the text needs none.
        ticked: whether it is exported by default.
        holds: ids of other lines whose text is part of this one.
        written: the leader's own texts in it.
        stable_id: an id that does not change when more names are hidden; empty if `id` is one.
        named: whether the leader asked for its kind by name.
        had: the day since which the recipient has it; None if they do not have it.
        says: what it reads in another language; None where the leader wrote it.
        passed_over: whether an earlier bundle for them could have held it, and does not.
    """

    id: str
    kind: Kind
    text: str
    date: date | None = None
    hits: tuple[Replacement, ...] = ()
    about: str = ""
    ticked: bool = False
    holds: frozenset[str] = frozenset()
    written: tuple[RedactedText, ...] = ()
    stable_id: str = ""
    named: bool = False
    had: Date | None = None
    passed_over: bool = False
    rubric: str = ""
    says: Callable[[Words], str] | None = field(default=None, repr=False, compare=False)

    @property
    def group(self) -> Group:
        """What it stands under."""
        return Group(self.kind, self.rubric)

    @property
    def is_new(self) -> bool:
        """Whether it could not leave for this recipient before."""
        return self.had is None and not self.passed_over

    def holds_all(self, phrases: Iterable[Phrase | Name]) -> bool:
        """Whether all the phrases stand in it, or in the words that were replaced in it."""
        text = "\n".join([self.about, self.text, *(hit.original for hit in self.hits)])
        return all(phrase.spans(text) for phrase in phrases)


@dataclass(frozen=True, slots=True)
class OfferedLines:
    """All lines that can be exported, by rubric.

    Attributes:
        lines: of each rubric in the order of `KINDS`, then by date, newest first.
    """

    lines: tuple[OfferedLine, ...]

    @property
    def new(self) -> tuple[OfferedLine, ...]:
        """The lines that could not leave for this recipient before."""
        return tuple(line for line in self.lines if line.is_new)

    def choice(self, ids: Collection[str]) -> dict[Kind, Choice]:
        """By kind, how much of what is new was chosen."""
        choices: dict[Kind, Choice] = {}
        for kind, lines in groupby(self.new, key=lambda line: line.kind):
            chosen = [line.id in ids for line in lines]
            choices[kind] = "all" if all(chosen) else "some" if any(chosen) else "none"
        return choices

    def ticked(self) -> frozenset[str]:
        """Ids of the lines that are ticked by default."""
        return frozenset(line.id for line in self.lines if line.ticked)

    def carried_over(self, ids: Collection[str], before: OfferedLines) -> frozenset[str]:
        """The selection `ids` of an earlier offer, whose names were hidden differently."""
        chosen = {line.stable_id or line.id for line in before.lines if line.id in ids}
        return frozenset(line.id for line in self.lines if (line.stable_id or line.id) in chosen)

    def chosen(self, ids: Collection[str]) -> list[OfferedLine]:
        """The chosen lines, in order."""
        return [line for line in self.lines if line.id in ids]

    def in_bundle(self, ids: Collection[str]) -> frozenset[str]:
        """Ids of the chosen lines and of the lines that they contain."""
        leaving = self.chosen(ids)
        return frozenset(line.id for line in leaving).union(*(line.holds for line in leaving))

    def left_out(self, ids: Collection[str]) -> tuple[LeftOut, ...]:
        """How many lines of each kind are new to the recipient and not in the bundle."""
        inside = self.in_bundle(ids)
        staying = Counter(line.kind for line in self.new if line.id not in inside)
        return tuple(LeftOut(kind=kind, lines=staying[kind]) for kind in KINDS if staying[kind])

    def included(self, ids: Collection[str]) -> tuple[Kind, ...]:
        """The kinds with a line in the bundle."""
        inside = self.in_bundle(ids)
        kinds = {line.kind for line in self.lines if line.id in inside}
        return tuple(kind for kind in KINDS if kind in kinds)


@dataclass(frozen=True, slots=True)
class Offer(OfferedLines):
    """All lines of one rubric that can be exported.

    Attributes:
        content: of a bundle with every line.
        pages: by the id of its line, each filtered page: its file name and its text.
        words: of the leader's language.
    """

    content: Content
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    words: Words = ENGLISH

    def with_phrases(self, phrases: Iterable[Phrase | Name]) -> Offer:
        """Only the lines in which all the phrases stand, in a name that was replaced, too."""
        wanted = tuple(phrases)
        return replace(self, lines=tuple(line for line in self.lines if line.holds_all(wanted)))

    def pages_of(self, ids: Collection[str]) -> dict[str, str]:
        """The chosen filtered pages: text by file name."""
        return dict(page for line_id, page in self.pages.items() if line_id in ids)

    def content_of(self, ids: Collection[str]) -> Content:
        """The content of a bundle with these lines only."""
        whole, focus = self.content, self.content.focus
        passages = tuple(passage for passage in whole.passages if passage.id in ids)
        notice = f"{focus.id.removesuffix('focus')}notice" if focus is not None else ""
        if focus is not None and notice not in ids:
            focus = focus.model_copy(update={"notice": None})
        elif focus is not None and focus.notice and focus.id not in ids:
            about = self.words("bundle.kind.notice")
            passages += (
                Passage(id=notice, kind="notice", date=focus.since, about=about, text=focus.notice),
            )
        rated = {
            line_id.removesuffix("/ratings") for line_id in ids if line_id.endswith("/ratings")
        }
        chosen = whole.model_copy(
            update={
                "focus": focus if focus is not None and focus.id in ids else None,
                "findings": tuple(finding for finding in whole.findings if finding.id in ids),
                "plans": tuple(plan for plan in whole.plans if plan.id in ids),
                "passages": passages,
                "ratings": tuple(rating for rating in whole.ratings if rating.page in rated),
            }
        )
        asked = chosen.behaviours
        names = (
            name if name.id in asked else Named(id=name.id, name=name.name) for name in whole.names
        )
        return chosen.model_copy(update={"names": tuple(names)})


def parse_kinds(named: Iterable[str], offered: Collection[Kind] = KINDS) -> frozenset[Kind]:
    """The kinds that `--include moments,evidence` names, several times or with commas.

    Args:
        named: as typed.
        offered: the kinds that the error of an unknown one names.

    Raises:
        LearnleadError: a kind is unknown (exit 2).
    """
    kinds: set[Kind] = set()
    for word in (word.strip() for text in named for word in text.split(",")):
        kind = next((kind for kind in KINDS if kind == word), None)
        if kind is None and word:
            remedy = "the settings let no line leave"
            if offered:
                remedy = near_or_all(word, offered, "kinds are")
            raise LearnleadError(Problem(f"there is no kind of line {quoted(word)}", remedy))
        if kind is not None:
            kinds.add(kind)
    return frozenset(kinds)
