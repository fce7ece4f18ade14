"""Writing a reflection as the Markdown of a new page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from learnlead.i18n.words import ENGLISH, Words, words_in
from learnlead.page.header import write_header
from learnlead.page.markers import escape_line, escape_text
from learnlead.page.plans import write_plan, write_review
from learnlead.rubric.model import OTHER, Rubric, readable_id
from learnlead.sitting.fields import WHAT, above_ratings, moment_texts, own_texts
from learnlead.sitting.mark import Mark
from learnlead.sitting.model import Moment, PlanReview, Reflection


def render(reflection: Reflection, rubric: Rubric) -> str:
    """The page of a reflection; `parse` is its inverse.

    Headings and labels are in the rubric's language; what the rubric does not know is named by
    its id. Absent answers write no section.
    """
    title = f"# {rubric.title}, {words_in(rubric.language).long_date(reflection.date)}"
    blocks = "\n\n".join([title, *_blocks(reflection, rubric)])
    return f"{write_header(reflection)}\n{blocks}\n"


def long_date(day: date) -> str:
    """`Friday 20 November 2026`, in English whatever the locale."""
    return ENGLISH.long_date(day)


def _blocks(reflection: Reflection, rubric: Rubric) -> Iterator[str]:
    """Headings, labelled lines and texts, in the order of a sitting."""
    words = words_in(rubric.language)
    yield from _looking_back(reflection.looking_back, words)
    for moment in reflection.moments:
        yield from _moment(moment, rubric)
    texts = list(own_texts(reflection))
    for field, text in texts:
        if above_ratings(field):
            yield from _section(f"## {words(f'page.{field.kind}')}", field.kind, text)
    yield from _ratings(reflection, rubric)
    yield from _answers(reflection.answers, rubric)
    for field, text in texts:
        if not above_ratings(field):
            yield from _section(f"## {words(f'page.{field.kind}')}", field.kind, text)
    if reflection.plan is not None:
        yield f"## {words('page.plan')} <!-- plan -->"
        yield write_plan(reflection.plan, words)


def _section(heading: str, marker: str, text: str) -> Iterator[str]:
    yield f"{heading} <!-- {marker} -->"
    yield escape_text(text)


def _looking_back(reviews: Sequence[PlanReview], words: Words) -> Iterator[str]:
    if reviews:
        yield f"## {words('page.looking-back')} <!-- looking-back -->"
    for review in reviews:
        yield write_review(review, words)
        if review.outcome:
            yield f"**Outcome:** {review.outcome}"
        if review.note:
            yield escape_text(review.note)


def _moment(moment: Moment, rubric: Rubric) -> Iterator[str]:
    yield f"## {_moment_heading(moment.relationship, rubric)} <!-- moment {moment.relationship} -->"
    for field, text in moment_texts(moment):
        if field.label:
            yield f"**{field.label}:** {escape_line(text)}"
        elif field is WHAT:
            yield escape_text(text)
        else:
            heading = f"### {words_in(rubric.language)(f'page.{field.kind}')}"
            yield from _section(heading, field.kind, text)


def _moment_heading(relationship_id: str, rubric: Rubric) -> str:
    if relationship_id == OTHER:
        someone = words_in(rubric.language)("other")
        return someone[:1].upper() + someone[1:]
    relationship = rubric.relationship(relationship_id)
    sentence = relationship.sentence if relationship else readable_id(relationship_id)
    return sentence[:1].upper() + sentence[1:]


def _ratings(reflection: Reflection, rubric: Rubric) -> Iterator[str]:
    spoken_of = {*reflection.ratings, *reflection.count, *reflection.evidence}
    if spoken_of:
        yield f"## {words_in(rubric.language)('page.ratings')} <!-- ratings -->"
    for behaviour_id in _in_order(spoken_of, [behaviour.id for behaviour in rubric.behaviours]):
        behaviour = rubric.behaviour(behaviour_id)
        name = behaviour.name if behaviour else readable_id(behaviour_id)
        yield f"### {name} <!-- {behaviour_id} -->"
        mark = reflection.ratings.get(behaviour_id)
        if isinstance(mark, Mapping):
            in_rubric = [relationship.id for relationship in rubric.relationships]
            for relationship_id in _in_order(mark, in_rubric):
                yield f"{_rating(mark[relationship_id], rubric)} <!-- {relationship_id} -->"
        elif mark is not None:
            yield _rating(mark, rubric)
        if count := reflection.count.get(behaviour_id):
            yield f"**Count:** {count.did} of {count.of}"
        if text := reflection.evidence.get(behaviour_id):
            yield escape_text(text)


def _rating(mark: Mark, rubric: Rubric) -> str:
    if isinstance(mark, str):
        return f"**Rating:** {mark.replace('-', ' ')}"
    return f"**Rating:** {mark} of 5 · {escape_line(rubric.scale.label(mark))}"


def _answers(answers: Mapping[str, str], rubric: Rubric) -> Iterator[str]:
    if answers:
        yield f"## {words_in(rubric.language)('page.questions')} <!-- questions -->"
    for question_id in _in_order(answers, [question.id for question in rubric.questions]):
        question = rubric.question(question_id)
        heading = f"### {question.ask if question else readable_id(question_id)}"
        yield from _section(heading, f"answer {question_id}", answers[question_id])


def _in_order(ids: Collection[str], known: Sequence[str]) -> list[str]:
    """The ids in the rubric's order, then those it does not know, by name."""
    return [*(known_id for known_id in known if known_id in ids), *sorted(set(ids) - set(known))]
