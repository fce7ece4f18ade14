"""Selection: every line that could leave, which of them do, and what then becomes of the bundle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from learnlead.coach.bundle import Content, LeftOut, Passage
from learnlead.coach.names.pseudonyms import Replacement
from learnlead.coach.names.texts import Written
from learnlead.errors import LearnleadError, Problem
from learnlead.sitting.kinds import KINDS, Kind
from learnlead.text.problem_text import near_or_all, quoted

TICKED_KINDS: Final[frozenset[Kind]] = frozenset({"focus", "findings", "plans"})
"""Ticked before the leader looks: what many pages say together, and what became of plans."""

TICKED_KINDS_WORDS: Final = "the focus, findings, and plans with an outcome"
NONE_TICKED_WORDS: Final = "no focus, no finding and no plan with an outcome"
"""The same in words; a plan that is open is not ticked."""

ONLY_BY_NAME: Final[frozenset[Kind]] = frozenset({"opposite"})
"""Not even shown unless it was named."""

KIND_WORDS: Final[Mapping[Kind, str]] = {
    "focus": "The focus",
    "findings": "Findings",
    "plans": "Plans and what became of them",
    "moments": "Moments and their other side",
    "evidence": "Evidence",
    "insights": "Insights",
    "obstacles": "Obstacles",
    "themes": "Findings with a word of yours",
    "look-backs": "What you told of a plan",
    "heard": "What somebody said whom you asked",
    "answers": "Answers to open questions",
    "notice": "What others would notice of the focus",
    "ratings": "Your own ratings, a sitting a line",
    "pages": "Whole pages, as filtered copies",
    "opposite": "The opposite",
}
"""The headings of the groups, in which lines are shown."""


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """One line that could leave.

    Attributes:
        id: of the finding, plan or passage; `PAGE/ratings` of a sitting's ratings, `PAGE/page` of
            a whole page.
        text: exactly what would leave, names replaced.
        hits: the names that were replaced in it.
        about: in a few words, what it is; empty where the text says it.
        ticked: whether it leaves unless the leader says otherwise.
        holds: ids of other lines whose words stand in this one, and leave with it.
        written: the leader's own texts in it.
        steady: an id that stays the same when a name more is hidden; empty where `id` does.
    """

    id: str
    kind: Kind
    text: str
    date: date | None = None
    hits: tuple[Replacement, ...] = ()
    about: str = ""
    ticked: bool = False
    holds: frozenset[str] = frozenset()
    written: tuple[Written, ...] = ()
    stable_id: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that could leave.

    Attributes:
        lines: in the order of `KINDS`, then of dates, newest first.
        content: what the bundle says if every line leaves.
        pages: by the id of its line, each filtered page: its name in the bundle and its text.
    """

    lines: tuple[OfferedLine, ...]
    content: Content
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def ticked(self) -> frozenset[str]:
        """The lines that leave unless the leader says otherwise."""
        return frozenset(line.id for line in self.lines if line.ticked)

    def carried_over(self, ids: Collection[str], before: Offer) -> frozenset[str]:
        """The lines that were chosen in an offer made before a name more was hidden."""
        chosen = {line.stable_id or line.id for line in before.lines if line.id in ids}
        return frozenset(line.id for line in self.lines if (line.stable_id or line.id) in chosen)

    def chosen(self, ids: Collection[str]) -> list[OfferedLine]:
        """The chosen lines, in order."""
        return [line for line in self.lines if line.id in ids]

    def in_bundle(self, ids: Collection[str]) -> frozenset[str]:
        """The lines whose words are in the bundle: those chosen, and those that stand in them."""
        leaving = self.chosen(ids)
        return frozenset(line.id for line in leaving).union(*(line.holds for line in leaving))

    def left_out(self, ids: Collection[str]) -> tuple[LeftOut, ...]:
        """How many lines of each kind are nowhere in the bundle."""
        inside = self.in_bundle(ids)
        staying = Counter(line.kind for line in self.lines if line.id not in inside)
        return tuple(LeftOut(kind=kind, lines=staying[kind]) for kind in KINDS if staying[kind])

    def included(self, ids: Collection[str]) -> tuple[Kind, ...]:
        """The kinds of which a line is in the bundle."""
        inside = self.in_bundle(ids)
        kinds = {line.kind for line in self.lines if line.id in inside}
        return tuple(kind for kind in KINDS if kind in kinds)

    def pages_of(self, ids: Collection[str]) -> dict[str, str]:
        """The filtered pages that leave: name in the bundle, text."""
        return dict(page for line_id, page in self.pages.items() if line_id in ids)

    def content_of(self, ids: Collection[str]) -> Content:
        """What the bundle says with these lines and no others."""
        whole, focus = self.content, self.content.focus
        passages = tuple(passage for passage in whole.passages if passage.id in ids)
        if focus is not None and "notice" not in ids:
            focus = focus.model_copy(update={"notice": None})
        elif focus is not None and focus.notice and "focus" not in ids:
            about = KIND_WORDS["notice"]
            passages += (
                Passage(
                    id="notice", kind="notice", date=focus.since, about=about, text=focus.notice
                ),
            )
        rated = {
            line_id.removesuffix("/ratings") for line_id in ids if line_id.endswith("/ratings")
        }
        return whole.model_copy(
            update={
                "focus": focus if "focus" in ids else None,
                "findings": tuple(finding for finding in whole.findings if finding.id in ids),
                "plans": tuple(plan for plan in whole.plans if plan.id in ids),
                "passages": passages,
                "ratings": tuple(rating for rating in whole.ratings if rating.page in rated),
            }
        )


def parse_kinds(named: Iterable[str], offered: Collection[Kind] = KINDS) -> frozenset[Kind]:
    """The kinds that `--include moments,evidence` names, several times or with commas.

    Args:
        named: as typed.
        offered: those that are named in an answer to an unknown one.

    Raises:
        LearnleadError: one is unknown (exit 2).
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
