"""The texts and ratings of a page, each as a line that may be exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from learnlead.coach.bundle import Named, Passage, SentRating
from learnlead.coach.public_page import texts_of
from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.words import capital, kind_name
from learnlead.rubric.model import Rubric
from learnlead.sitting.fields import (
    EVIDENCE,
    MOMENT_FIELDS,
    NOTE,
    OPEN_ANSWER,
    WHAT,
    WrittenText,
    written_texts,
)
from learnlead.sitting.mark import Mark
from learnlead.sitting.model import Plan, PlanReview, Reflection
from learnlead.trends.model import FocusTrend
from learnlead.trends.plans import PlanItem


def passages_on(
    page: str, reflection: Reflection, rubric: Rubric, words: Words = ENGLISH
) -> Iterator[Passage]:
    """Every text of a page that was cleaned, in the order of a sitting.

    Ids count what stands on the page, so that they stay the same however much of it leaves.
    """
    for written in written_texts(reflection):
        if written.field.leaves is not None:
            yield Passage(
                id=f"{page}/{_reference(written)}",
                kind=written.field.leaves,
                part=written.field.kind if _is_aside(written) else "what",
                date=reflection.date,
                behaviour=written.behaviour if written.field is EVIDENCE else None,
                relationship=written.relationship,
                question=written.question,
                about=_about(written, rubric, words),
                text=written.text,
            )


def _is_aside(written: WrittenText) -> bool:
    """Whether it is of a moment, and not what happened in it."""
    return written.field in MOMENT_FIELDS and written.field is not WHAT


def _reference(written: WrittenText) -> str:
    """What stands behind the page in the id of a passage."""
    field, nth = written.field, written.number + 1
    if field is NOTE:
        return f"look-back-{nth}"
    if field in MOMENT_FIELDS:
        return f"moment-{nth}-{field.kind}" if _is_aside(written) else f"moment-{nth}"
    if field is EVIDENCE:
        return f"evidence-{written.behaviour}"
    return f"answer-{written.question}" if field is OPEN_ANSWER else field.kind


def _about(written: WrittenText, rubric: Rubric, words: Words) -> str:
    """In words, what it answers."""
    field = written.field
    if written.relationship:
        relationship = rubric.relationship(written.relationship)
        sentence = capital(relationship.sentence if relationship else words("other"))
        return f"{sentence}: {kind_name(field.kind, words)}" if _is_aside(written) else sentence
    if field is EVIDENCE:
        return next(b.name for b in rubric.behaviours if b.id == written.behaviour)
    if field is OPEN_ANSWER:
        return next(q.ask for q in rubric.questions if q.id == written.question)
    return words(f"bundle.about.{field.kind}") if field.about else ""


def ratings_on(page: str, reflection: Reflection) -> Iterator[SentRating]:
    """Every mark of a page."""
    for behaviour, rating in reflection.ratings.items():
        marks: list[tuple[str | None, Mark]] = (
            [*rating.items()] if isinstance(rating, Mapping) else [(None, rating)]
        )
        for relationship, mark in marks:
            yield SentRating(
                page=page,
                date=reflection.date,
                depth=reflection.depth,
                behaviour=behaviour,
                relationship=relationship,
                mark=mark,
            )


def rating_words(reflection: Reflection, rubric: Rubric, words: Words) -> str:
    """All marks of a page on one line."""
    return "; ".join(
        f"{behaviour.name} {_marks(reflection.ratings[behaviour.id], words)}"
        for behaviour in rubric.behaviours
        if behaviour.id in reflection.ratings
    )


def _marks(rating: Mark | Mapping[str, Mark], words: Words) -> str:
    if isinstance(rating, Mapping):
        marks = (f"{_mark(mark, words)} ({with_whom})" for with_whom, mark in rating.items())
        return ", ".join(marks)
    return _mark(rating, words)


def _mark(mark: Mark, words: Words) -> str:
    return str(mark) if isinstance(mark, int) else words(f"bundle.mark.{mark}")


def lines_on(
    page: str, reflection: Reflection, copy: Reflection, rubric: Rubric, focus: FocusTrend | None
) -> frozenset[str]:
    """The ids of the page's lines that stand in a copy of it; of plans see `plan_words_on`."""
    texts = set(texts_of(copy))
    ids = {passage.id for passage in passages_on(page, reflection, rubric) if passage.text in texts}
    ids.update([f"{page}/ratings"] if copy.ratings else [])
    if focus is not None and copy.focus == focus.focus.behaviour:
        ids.add("focus")
        ids.update(["notice"] if copy.focus_notice == focus.focus.notice else [])
    return frozenset(ids)


def plan_words_on(copy: Reflection) -> Iterator[tuple[str, str]]:
    """Cue and action of each plan on the page, made there or looked back at."""
    plans: list[PlanReview | Plan] = [*copy.looking_back, *filter(None, [copy.plan])]
    yield from ((plan.cue, plan.action) for plan in plans if plan.cue and plan.action)


def ids_by_words(plans: Iterable[PlanItem]) -> dict[tuple[str, str], frozenset[str]]:
    """The plans by cue and action: one that is kept has the words of the one before it."""
    by_words: dict[tuple[str, str], set[str]] = {}
    for plan in plans:
        by_words.setdefault((plan.cue, plan.action), set()).add(plan.id)
    return {words: frozenset(ids) for words, ids in by_words.items()}


def names_in(rubric: Rubric) -> Iterator[Named]:
    """What the rubric calls its behaviours and relationships, and what it asks of a behaviour."""
    yield from (
        Named(
            id=behaviour.id,
            name=behaviour.name,
            when=behaviour.when,
            i=behaviour.i,
            reversed=getattr(behaviour, "reversed", False),
        )
        for behaviour in rubric.behaviours
    )
    yield from (
        Named(id=relationship.id, name=relationship.sentence)
        for relationship in rubric.relationships
    )
