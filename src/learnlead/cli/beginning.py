"""Where a typed sitting begins: at the draft of one that was cut off, or anew, on which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import get_args

from learnlead.cli.around import circumstances
from learnlead.cli.waiting_page import waiting_page
from learnlead.cli.wiring import Desk
from learnlead.journal.rendering import long_date
from learnlead.journal.week import is_away, period_of
from learnlead.journeys.asks import Asks, Entry
from learnlead.journeys.drafting import Unfinished, unfinished
from learnlead.journeys.honouring import honoured
from learnlead.journeys.page_so_far import said_so_far
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.question import Choice, Given
from learnlead.reflection.session import Session
from learnlead.reports.words import counted
from learnlead.rubric.model import Depth, Rubric


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask a sitting to be; None leaves it open."""

    day: date | None = None
    depth: str | None = None
    relationship: str | None = None


def begin(desk: Desk, rubric: Rubric, asks: Asks, wanted: Wanted) -> Unfinished | None:
    """What a sitting goes on from: the draft, if the person wants it, else nothing yet.

    None if it goes on in the editor, where its page waits. A draft has its own day and depth,
    whatever is wanted.

    Raises:
        Interrupted: the person stopped at one of the questions; what waits is as it was.
    """
    drafted = _draft(desk, rubric, asks, wanted)
    if drafted is not None:
        return drafted
    if _goes_on_in_editor(desk, rubric, asks, wanted):
        return None
    about = wanted.day or _about_last_week(desk, rubric, asks) or desk.today
    named = wanted.depth or desk.settings.depth or rubric.depth
    depth: Depth = next(d for d in get_args(Depth) if d == named)
    return Unfinished(
        begun=desk.now,
        day=about,
        depth=depth,
        rubric_version=rubric.version,
        answers={},
        typing=None,
        seconds=0.0,
        relationship=wanted.relationship,
    )


def _draft(desk: Desk, rubric: Rubric, asks: Asks, wanted: Wanted) -> Unfinished | None:
    draft, problems = desk.drafts.load(rubric.id)
    desk.warn(problems)
    if draft is None:
        return None
    try:
        found = unfinished(draft)
    except (ValueError, KeyError, TypeError, AttributeError):
        desk.warn([desk.drafts.set_aside(rubric.id)])
        return None
    answered = sum(value is not None for value in found.answers.values())
    if not answered and not found.typing:
        return None
    about = f"{rubric.title}, about {long_date(found.day)}"
    begun = _how_old(found.begun, desk.today)
    offer = [f"{about}, is unfinished: begun {begun}, {counted(answered, 'answer')}."]
    if _differs(found, wanted):
        offer.append(f"It goes on at depth {found.depth}; your options would hold for a new one.")
    answers, _ = honoured(found.answers, rubric)
    _, gone = honoured({**found.answers, **_typing(found)}, rubric)
    if gone:
        offer.append(
            f"The rubric has changed since, from version {found.rubric_version} to "
            f"{rubric.version}: what has no place in it any more is left out "
            f"({'; '.join(gone)})."
        )
        found = replace(found, answers=answers)
    choices = [
        Choice("on", "go on where it stopped"),
        Choice("anew", "throw it away and start anew"),
        Choice("look", "look at its answers"),
    ]
    while (chosen := asks.choose(" ".join(offer), choices, "on")) == "look":
        asks.look(about, _so_far(desk, rubric, found), rubric.scale.labels)
    if chosen == "on":
        return found
    desk.drafts.discard(rubric.id)
    return None


def _goes_on_in_editor(desk: Desk, rubric: Rubric, asks: Asks, wanted: Wanted) -> bool:
    """Whether a page waits in the editor and the person goes on with it there."""
    page = waiting_page(desk, rubric)
    if page is None:
        return False
    about = f"{rubric.title}, about {long_date(page.day)}"
    saved = _how_old(page.saved, desk.today)
    offer = [f"{about}, is unfinished as a page in your editor: last saved {saved}."]
    if wanted != Wanted():
        offer.append("It has its own day and depth; your options would hold for a new one.")
    choices = [
        Choice("on", "go on with it in the editor"),
        Choice("anew", "throw it away and start anew here"),
        Choice("look", "look at its answers"),
    ]
    while (chosen := asks.choose(" ".join(offer), choices, "on")) == "look":
        asks.look(about, said_so_far(page.text), rubric.scale.labels)
    if chosen == "on":
        return True
    desk.open_page(rubric.id).discard()
    return False


def _differs(found: Unfinished, wanted: Wanted) -> bool:
    pairs = (
        (wanted.day, found.day),
        (wanted.depth, found.depth),
        (wanted.relationship, found.relationship),
    )
    return any(asked is not None and asked != has for asked, has in pairs)


def _how_old(begun: datetime, today: date) -> str:
    days = (today - begun.date()).days
    day = {0: "today", 1: "yesterday"}.get(days, f"on {long_date(begun.date())}")
    return f"{day} at {begun:%H:%M}"


def surroundings(desk: Desk, rubric: Rubric, base: Unfinished) -> Circumstances:
    """What the workspace says about that sitting, with the relationship that it was asked for."""
    around = circumstances(desk, rubric, base.day, base.depth)
    asked = rubric.relationship(base.relationship or "")
    return replace(around, relationship=asked.id if asked else None)


def _typing(found: Unfinished) -> dict[str, Given]:
    """The text that was still being typed, by its question."""
    return dict([found.typing]) if found.typing else {}


def _so_far(desk: Desk, rubric: Rubric, found: Unfinished) -> list[Entry]:
    """What was answered, and the text that was still being typed."""
    session = Session.begin(surroundings(desk, rubric, found), found.answers)
    given = {**session.given(), **_typing(found)}
    return [Entry(q, given[q.id]) for q in session.questions() if q.id in given]


def _about_last_week(desk: Desk, rubric: Rubric, asks: Asks) -> date | None:
    """From Monday to Wednesday, with nothing held last week: whether it is about that week."""
    today = desk.today
    if rubric.rhythm != "weekly" or today.weekday() > 2:
        return None
    week = period_of(today - timedelta(days=7), "weekly")
    held = [n.day for n in desk.shelf.page_names() if n.rubric == rubric.id]
    if not held or max(held) >= week.first or is_away(week, desk.settings.away):
        return None
    choices = [Choice("yes", "yes, about last week"), Choice("no", "no, about this week")]
    if asks.choose("About last week?", choices, "yes", at_once=True) == "no":
        return None
    return week.first + timedelta(days=desk.settings.weekday)
