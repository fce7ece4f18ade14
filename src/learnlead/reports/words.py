"""Dates, counts, verdicts and names of answers in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from learnlead.i18n.words import ENGLISH
from learnlead.page.private import END, PRIVATE
from learnlead.rubric.model import OTHER, Rubric
from learnlead.trends.verdict import FIRST_LOOK, FIRST_VERDICT

if TYPE_CHECKING:
    from learnlead.page.page import Answer
    from learnlead.trends.series import Series


FIRM = 30
"""Number of values from which a claim is called a trend; with fewer it is a suggestion."""

WEEKS_A_MONTH = 30.44 / 7

Rubrics = Mapping[str, Rubric | None]
"""By id; None where a rubric cannot be read."""

NOT_NO_CHANGE = (
    "“No trend detected” does not say that nothing changed: a small change needs more sittings."
)

LITTLE_ROOM = "Steadily high, with little room left on this scale."

_HIGH = 4.5
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


def long_day(when: date) -> str:
    """`Friday 9 January`, without the year."""
    return ENGLISH.long_date(when).rsplit(" ", 1)[0]


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


def thirds(series: Series) -> str | None:
    """`From 3.1 to 3.9, 9 sittings each.`; None before the first look.

    Counts days if some day had several sittings, whose mean is one value.
    """
    if series.thirds is None:
        return None
    first, last = series.thirds
    return f"From {first.mean:.1f} to {last.mean:.1f}, {counted(first.n, _value(series))} each."


def verdict(series: Series, subject: str, *, lead: str = "This") -> str:
    """The verdict of the series in sentences.

    Args:
        series: of a behaviour, or overall.
        subject: of the ratings, such as `your own rating of Open doors`.
        lead: the first words of a suggestion; `This` is the chart above.
    """
    unit = _value(series)
    n = counted(series.n, unit)
    more = counted(FIRST_LOOK - series.n, f"more {unit}" if series.n else unit)
    match series.verdict:
        case "values-only":
            if not series.n:
                return f"No rating yet; {more} until a first look."
            values = ", ".join(map(number, series.dated.values))
            return f"So far {values}; {more} until a first look."
        case "early":
            return f"Early, could be chance: {n}. A verdict needs {FIRST_VERDICT}."
        case "no-trend-detected":
            return f"No trend detected in {subject} ({n})."
        case "rising" | "falling" as direction:
            change = "rise" if direction == "rising" else "fall"
            if series.n < FIRM:
                return f"{lead} suggests a {change} in {subject} ({n})."
            return f"A {direction} trend in {subject} ({n})."


def _value(series: Series) -> str:
    return "day" if series.dated.several_a_day else "sitting"


def short_verdict(series: Series) -> str:
    """The verdict in a few words, for a table."""
    match series.verdict:
        case "values-only":
            return f"first look in {FIRST_LOOK - series.n}" if series.n else "no rating yet"
        case "early":
            return "early"
        case "no-trend-detected":
            return "no trend detected"
        case "rising" | "falling" as direction:
            if series.n < FIRM:
                return "suggests a rise" if direction == "rising" else "suggests a fall"
            return f"{direction} trend"


def caveats(series: Series) -> list[str]:
    """Caveats of the verdict; mostly none."""
    sentences = [sentence for sentence in (response_shift(series), _depths(series)) if sentence]
    if little_room(series):
        sentences.append("Your ratings are steadily high: there is little room left on this scale.")
    return sentences


def response_shift(series: Series) -> str | None:
    """For a fall, the possible response shift and two pages to reread; else None."""
    if series.verdict != "falling" or series.reread is None:
        return None
    before, after = map(day, series.reread)
    return (
        f"The behaviour fell, or your yardstick rose: reread these two pages, {before} and {after}."
    )


def little_room(series: Series) -> bool:
    """Whether constantly high ratings leave little room for a rise (ceiling effect)."""
    lowest = min((third.mean for third in series.thirds or ()), default=0)
    return series.verdict == "no-trend-detected" and lowest >= _HIGH


def _depths(series: Series) -> str | None:
    if series.verdict == "values-only" or not series.depths_changed:
        return None
    return "Early and late sittings differ in depth (quick, standard, full): compare with care."


def monthly_change(series: Series) -> str | None:
    """The change a month with the interval that allows for autocorrelation; None below six."""
    slope = series.slope
    if slope is None or slope.corrected is None or series.verdict == "values-only":
        return None
    if len(set(series.dated.values)) == 1:  # an interval of no width would sound certain
        return "All of them are the same, so that there is nothing to test."
    low, high = _points(slope.corrected.low), _points(slope.corrected.high)
    return f"Change a month: {_points(slope.per_week)} points (95 % interval {low} to {high})."


def _points(per_week: float) -> str:
    text = f"{per_week * WEEKS_A_MONTH:+.2f}"
    return "0.00" if float(text) == 0 else text.replace("-", "−")


def change(series: Series) -> str:
    """`3.5 to 3.2, 30 ratings`."""
    means = [f"{third.mean:.1f}" for third in series.thirds or ()]
    return ", ".join(filter(None, (" to ".join(means), counted(series.n, "rating"))))


_NAMES = {
    "focus-notice": "what others would notice",
    "with": "with whom",
    "moment": "moment",
    "evidence": "evidence",
    "question": "question",
}
"""Names of kinds without a heading of their own on a page."""

_NAMED_BEHIND = ("evidence", "plan")


def kind_name(kind: str) -> str:
    """`the other side`: the name of the kind of answer."""
    from learnlead.page.page import OWN

    if kind == OWN:
        return "a section of your own"
    if kind in _NAMES:
        return _NAMES[kind]
    heading = ENGLISH(f"page.{kind}")
    return heading[:1].lower() + heading[1:]


def answer_name(answer: Answer, rubric: Rubric | None) -> str:
    """`evidence, Room for their own answers`: the kind and subject of the answer.

    A subject that the rubric does not define is named by its id.
    """
    name = kind_name(answer.kind)
    if answer.relationship and answer.kind != "moment":
        name = f"moment, {name}"
    if answer.kind in _NAMED_BEHIND and answer.behaviour:
        return f"{name}, {behaviour_name(answer.behaviour, rubric)}"
    if answer.kind == "moment" and answer.relationship:
        return f"{name}, {relationship_sentence(answer.relationship, rubric)}"
    if answer.question:
        return f"{name}, {question_words(answer.question, rubric)}"
    return name


def behaviour_name(behaviour_id: str, rubric: Rubric | None) -> str:
    """The behaviour's name."""
    behaviour = rubric.behaviour(behaviour_id) if rubric else None
    return behaviour.name if behaviour else _spoken(behaviour_id)


SOMEONE_ELSE = "someone else, or a group"
"""The sentence of the relationship `other`."""


def relationship_sentence(relationship_id: str, rubric: Rubric | None) -> str:
    """The relationship's sentence, as screens show it."""
    if relationship_id == OTHER:
        return SOMEONE_ELSE
    relationship = rubric.relationship(relationship_id) if rubric else None
    return relationship.sentence if relationship else _spoken(relationship_id)


def question_words(question_id: str, rubric: Rubric | None) -> str:
    """The wording of the open question."""
    question = rubric.question(question_id) if rubric else None
    return question.ask if question else _spoken(question_id)


def _spoken(unknown_id: str) -> str:
    return unknown_id.replace("-", " ").capitalize()


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
