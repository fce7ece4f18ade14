"""Dates, counts, verdicts and names of answers in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.private import END, PRIVATE
from learnlead.rubric.model import OTHER, Rubric, readable_id

if TYPE_CHECKING:
    from learnlead.page.page import Answer


Rubrics = Mapping[str, Rubric | None]
"""By id; None where a rubric cannot be read."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(when: date) -> str:
    """`9 January 2026`."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def month(when: date) -> str:
    """`January`."""
    return _MONTHS[when.month - 1]


def short_day(when: date) -> str:
    """`9 Jan 2026`."""
    return f"{when.day} {_MONTHS[when.month - 1][:3]} {when.year}"


def span(first: date, last: date) -> str:
    """`9 January to 20 November 2026`, without repeating month or year."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def counted(n: int, singular: str, plural: str | None = None) -> str:
    """`1 sitting`, `2 sittings`."""
    return f"{n} {singular if n == 1 else plural or singular + 's'}"


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def number(value: float) -> str:
    """A rating or a mean of ratings: `4`, `3.5`."""
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


_WITHOUT_HEADING = ("focus-notice", "with", "moment", "evidence", "question")
"""Kinds without a heading of their own on a page."""

_NAMED_BEHIND = ("evidence", "plan")


def kind_name(kind: str, words: Words = ENGLISH) -> str:
    """`the other side`: the name of the kind of answer."""
    from learnlead.page.page import OWN

    if kind == OWN:
        return words("answer.own")
    if kind in _WITHOUT_HEADING:
        return words(f"answer.{kind}")
    return within(words(f"page.{kind}"), words)


def within(heading: str, words: Words) -> str:
    """The heading within a sentence: English begins it small, and other languages as it is."""
    return heading[:1].lower() + heading[1:] if words is ENGLISH else heading


def answer_name(answer: Answer, rubric: Rubric | None, words: Words = ENGLISH) -> str:
    """`evidence, Room for their own answers`: the kind and subject of the answer.

    A subject that the rubric does not define is named by its id.
    """
    name = kind_name(answer.kind, words)
    about = None
    if answer.relationship and answer.kind != "moment":
        name = words("answer.of-moment", name=name)
    if answer.kind in _NAMED_BEHIND and answer.behaviour:
        about = behaviour_name(answer.behaviour, rubric)
    elif answer.kind == "moment" and answer.relationship:
        about = relationship_sentence(answer.relationship, rubric, words)
    elif answer.question:
        about = question_words(answer.question, rubric)
    return name if about is None else f"{name}, {about}"


def behaviour_name(behaviour_id: str, rubric: Rubric | None) -> str:
    """The behaviour's name."""
    behaviour = rubric.behaviour(behaviour_id) if rubric else None
    return behaviour.name if behaviour else readable_id(behaviour_id)


def relationship_sentence(
    relationship_id: str, rubric: Rubric | None, words: Words = ENGLISH
) -> str:
    """The relationship's sentence, as screens show it."""
    if relationship_id == OTHER:
        return within(words("other"), words)
    relationship = rubric.relationship(relationship_id) if rubric else None
    return relationship.sentence if relationship else readable_id(relationship_id)


def question_words(question_id: str, rubric: Rubric | None) -> str:
    """The wording of the open question."""
    question = rubric.question(question_id) if rubric else None
    return question.ask if question else readable_id(question_id)


def paragraphs(text: str) -> list[str]:
    """The lines of a text, without the two marker lines of a private part.

    A line that begins with a small letter is joined to the line above it, as editors wrap lines.
    """
    joined: list[str] = []
    for line in text.split("\n"):
        if line.rstrip() in (PRIVATE, END):
            continue
        if joined and joined[-1] and line[:1].islower():
            joined[-1] += f" {line}"
        else:
            joined.append(line.strip())
    return joined
