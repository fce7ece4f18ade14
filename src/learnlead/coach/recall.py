"""What a recipient has by earlier bundles, and where the next choice starts from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from learnlead.coach.ledger import Export
from learnlead.coach.selection import Offer, OfferedLine
from learnlead.coach.several import line_prefix
from learnlead.i18n.languages import languages
from learnlead.i18n.words import words_in
from learnlead.sitting.kinds import Kind

_ON_THE_PAGE_ALONE: frozenset[Kind] = frozenset({"plans", "focus", "findings", "themes", "bets"})
"""Kinds that say more than a page does; who has the page does not have them yet."""


@dataclass(frozen=True, slots=True)
class Recall:
    """The bundles with one rubric that a recipient may still read, oldest first.

    Attributes:
        today: what was lent until an earlier day, they do not have any more.
        whom: their name; empty where nobody was named.
        exports: all that were ever given to them.
        starts: whether what was chosen last time is ticked beforehand.
        rubric: its id; earlier bundles without it say nothing of its lines.
    """

    today: date
    whom: str = ""
    exports: Sequence[Export] = ()
    starts: bool = False
    rubric: str = ""

    @property
    def since(self) -> date | None:
        """The day of the newest bundle; None if there was none."""
        return self.exports[-1].on if self.exports else None

    def applied_to(self, offer: Offer, renamed: Callable[[str], str]) -> Offer:
        """The offer with a day on each line that they have; only what is new is ticked.

        Args:
            offer: as it would be without earlier bundles.
            renamed: what a text reads like with all names replaced that are hidden by now: a line
                is the same if nothing but a hidden name has changed in it.
        """
        if not self.exports:
            return offer
        had = dict(self._had(offer.lines, renamed))
        chosen: dict[Kind, str] = {}
        for export in self.exports if self.starts else ():
            chosen |= export.choices(self.rubric)
        known = self._known(offer)
        lines = tuple(
            replace(
                line,
                had=had.get(line.id),
                passed_over=line.id not in had and line.id in known,
                ticked=line.id not in had and line.id not in known and _starts(line, chosen),
            )
            for line in offer.lines
        )
        return replace(offer, lines=lines)

    def _known(self, offer: Offer) -> frozenset[str]:
        """Ids of the lines that were there, reading just so, when an earlier bundle was made."""
        pages = {page for export in self.exports for page in export.pages}
        settled = {plan for export in self.exports for plan in export.settled}
        news = {plan.id for plan in offer.content.plans if plan.outcome} - settled
        ids = (line.id for line in offer.lines)
        there = (i for i in ids if i.split("/")[0] in pages and i not in news)
        return frozenset((*there, *self._settled_before(offer)))

    def _settled_before(self, offer: Offer) -> Iterator[str]:
        """Bets that were settled by the day of the newest bundle."""
        for line in offer.lines:
            if line.kind == "bets" and line.date and self.since and line.date <= self.since:
                yield line.id

    def _had(
        self, lines: Iterable[OfferedLine], renamed: Callable[[str], str]
    ) -> Iterable[tuple[str, date]]:
        lent = [e for e in self.exports if e.terms.until is None or e.terms.until >= self.today]
        sent: dict[str, list[tuple[str, date]]] = {}
        for export in lent:
            for left in export.lines:
                sent.setdefault(self._own(left.id), []).append((left.text, export.on))
                sent.setdefault(f"{left.kind}: {left.text}", []).append((left.text, export.on))
        for line in lines:
            day = next(
                (
                    on
                    for reading in _readings(line)
                    for text, on in sent.get(self._key(line, reading), ())
                    if reading == text or reading == renamed(text)
                ),
                None,
            )
            if day is None:
                continue
            yield line.id, day
            if line.kind == "pages":
                page = line.id.removesuffix("page")
                yield from (
                    (other.id, day)
                    for other in lines
                    if other.id in line.holds
                    and other.id.startswith(page)
                    and other.kind not in _ON_THE_PAGE_ALONE
                )

    def _key(self, line: OfferedLine, reading: str) -> str:
        return f"{line.kind}: {reading}" if line.stable_id else self._own(line.id)

    def _own(self, line_id: str) -> str:
        """The id as it reads in a bundle of this rubric alone."""
        return line_id.removeprefix(line_prefix(self.rubric)) if self.rubric else line_id


def _readings(line: OfferedLine) -> Iterator[str]:
    """As the line reads, then in the other languages: it may have left in one of them."""
    yield line.text
    if line.says is not None:
        yield from (line.says(words_in(language)) for language in languages())


def _starts(line: OfferedLine, chosen: Mapping[Kind, str]) -> bool:
    """All of a kind where all was chosen, none where none was, else as the rules tick it."""
    if line.named:
        return True
    return {"all": True, "none": False}.get(chosen.get(line.kind, ""), line.ticked)
