"""The brief of a journal: an offer of every line that may be exported, and its period."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.app.export.journal import CleanedJournal
from learnlead.app.export.lines import OfferBuilder
from learnlead.app.export.request import ExportRequest
from learnlead.coach.public_page import for_relationship
from learnlead.coach.selection import Offer
from learnlead.page.facts import Sitting
from learnlead.page.page import Answer, Page, answers_in
from learnlead.sitting.kinds import Kind
from learnlead.sitting.model import Reflection
from learnlead.trends.summarise import summarise
from learnlead.trends.themes import AnswersByPage


@dataclass(frozen=True, slots=True)
class Brief:
    """What a request offers, and the dates of the first and the last page that it was made of."""

    request: ExportRequest
    offer: Offer
    first: date | None
    last: date | None


def brief(clean: CleanedJournal, request: ExportRequest) -> Brief:
    """Every line that may be exported, ticked by the request and the rules."""
    trends = summarise(
        clean.sittings,
        request.rubric,
        today=request.today,
        away=request.away,
        first=request.first,
        last=request.last,
        texts=lambda sittings: _theme_texts(clean.blank, sittings, request.offered),
    )
    pages = {
        sitting.stem: reflection
        for sitting in reversed(trends.pages)
        if (reflection := _narrowed(clean.pages[sitting.stem].reflection, request)) is not None
    }
    builder = OfferBuilder(clean, request, trends, pages)
    return Brief(request, builder.build(), trends.first, trends.last)


def _narrowed(reflection: Reflection, request: ExportRequest) -> Reflection | None:
    if request.relationship is None:
        return reflection
    return for_relationship(reflection, request.relationship, request.rubric)


def _theme_texts(
    blank: Mapping[str, Page], sittings: Sequence[Sitting], offered: Collection[Kind]
) -> AnswersByPage:
    return {s.stem: tuple(_theme_answers(blank[s.stem].reflection, offered)) for s in sittings}


def _theme_answers(reflection: Reflection, offered: Collection[Kind]) -> Iterator[Answer]:
    """The texts that themes are counted in; the opposite only if the request names it."""
    for answer in answers_in(reflection):
        if answer.themed and (answer.kind != "opposite" or "opposite" in offered):
            yield answer
