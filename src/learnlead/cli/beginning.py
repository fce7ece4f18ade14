"""Where a typed sitting begins: at the draft of one that was cut off, or anew, on which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import get_args

from learnlead.catalogue.words import Words, words_in
from learnlead.cli.around import circumstances
from learnlead.cli.waiting_page import waiting_page
from learnlead.cli.wiring import Desk
from learnlead.journal.week import is_away, period_of
from learnlead.journeys.asks import Asks, Entry
from learnlead.journeys.drafting import Unfinished, unfinished
from learnlead.journeys.honouring import honoured
from learnlead.journeys.page_so_far import said_so_far
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.question import Choice, Given
from learnlead.reflection.session import Session
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
    words = words_in(rubric.language)
    about = words("begin.about", title=rubric.title, day=words.long_date(found.day))
    begun, said = _how_old(words, found.begun, desk.today), words.counted(answered, "answers")
    offer = [words("begin.draft", about=about, when=begun, answers=said)]
    if _differs(found, wanted):
        offer.append(words("begin.draft-depth", depth=found.depth))
    answers, _ = honoured(found.answers, rubric)
    _, gone = honoured({**found.answers, **_typing(found)}, rubric)
    if gone:
        old, new = found.rubric_version, rubric.version
        offer.append(words("begin.rubric-changed", old=old, new=new, gone="; ".join(gone)))
        found = replace(found, answers=answers)
    choices = [Choice(way, words(f"begin.{way}")) for way in ("on", "anew", "look")]
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
    words = words_in(rubric.language)
    about = words("begin.about", title=rubric.title, day=words.long_date(page.day))
    offer = [words("begin.page", about=about, when=_how_old(words, page.saved, desk.today))]
    if wanted != Wanted():
        offer.append(words("begin.page-depth"))
    choices = [
        Choice("on", words("begin.on-in-editor")),
        Choice("anew", words("begin.anew-here")),
        Choice("look", words("begin.look")),
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


def _how_old(words: Words, begun: datetime, today: date) -> str:
    days = (today - begun.date()).days
    said = {0: "begin.today", 1: "begin.yesterday"}.get(days, "begin.on-day")
    return words(said, day=words.long_date(begun.date()), time=f"{begun:%H:%M}")


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
    words = words_in(rubric.language)
    choices = [Choice(way, words(f"begin.last-week.{way}")) for way in ("yes", "no")]
    if asks.choose(words("begin.last-week"), choices, "yes", at_once=True) == "no":
        return None
    return week.first + timedelta(days=desk.settings.weekday)
