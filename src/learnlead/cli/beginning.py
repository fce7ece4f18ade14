"""Where a typed sitting begins: at the draft of one that was cut off, or anew, on which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import get_args

from learnlead.app.draft import DraftSubject, UnfinishedSitting, read_draft
from learnlead.app.editor_page.sheet import entries_so_far
from learnlead.app.prompter import Entry, Prompter
from learnlead.app.resume import resume, with_plan_of_draft
from learnlead.cli.context import AppContext
from learnlead.cli.status import sitting_context, waiting_page
from learnlead.i18n.words import Words, words_in
from learnlead.page.periods import is_away, period_of
from learnlead.rubric.model import Depth, Rubric
from learnlead.sitting.context import SittingContext
from learnlead.sitting.left_out import left_out
from learnlead.sitting.question import Choice
from learnlead.sitting.session import Session


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask a sitting to be; None leaves it open."""

    day: date | None = None
    depth: str | None = None
    relationship: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """What a sitting goes on from, and what the workspace says about it."""

    base: UnfinishedSitting
    context: SittingContext


def begin(app: AppContext, rubric: Rubric, asks: Prompter, wanted: Wanted) -> Begun | None:
    """What a sitting goes on from: the draft, if the person wants it, else nothing yet.

    None if it goes on in the editor, where its page waits. A draft has its own day and depth,
    whatever is wanted.

    Raises:
        Interrupted: the person stopped at one of the questions; what waits is as it was.
    """
    drafted = _draft(app, rubric, asks, wanted)
    if drafted is not None:
        return drafted
    if _goes_on_in_editor(app, rubric, asks, wanted):
        return None
    about = wanted.day or _about_last_week(app, rubric, asks) or app.today
    named = wanted.depth or app.settings.depth or rubric.depth
    depth: Depth = next(d for d in get_args(Depth) if d == named)
    base = UnfinishedSitting(
        begun=app.now,
        day=about,
        depth=depth,
        rubric_version=rubric.version,
        answers={},
        typing=None,
        seconds=0.0,
        relationship=wanted.relationship,
    )
    context = _surroundings(app, rubric, base)
    return Begun(replace(base, subject=DraftSubject.of(context)), context)


def _draft(app: AppContext, rubric: Rubric, asks: Prompter, wanted: Wanted) -> Begun | None:
    draft, problems = app.drafts.load(rubric.id)
    app.warn(problems)
    if draft is None:
        return None
    try:
        found = read_draft(draft)
    except (ValueError, KeyError, TypeError, AttributeError):
        app.warn([app.drafts.set_aside(rubric.id)])
        return None
    answered = sum(value is not None for value in found.answers.values())
    if not answered and not found.typing and not found.unasked:
        return None
    open_now = _surroundings(app, rubric, found)
    context = with_plan_of_draft(open_now, found, app.page_store)
    gone_on = resume(found, context)
    words = words_in(rubric.language)
    about = words("begin.about", title=rubric.title, day=words.long_date(found.day))
    when, said = _how_old(words, found.begun, app.today), words.counted(answered, "answers")
    offer = [words("begin.draft", about=about, when=when, answers=said)]
    if _differs(found, wanted):
        offer.append(words("begin.draft-depth", depth=found.depth))
    if context.plans[:1] != open_now.plans[:1] and context.plans[0] not in open_now.plans:
        offer.append(words("begin.plan-closed"))
    if gone_on.gone:
        old, new = found.rubric_version, rubric.version
        if old != new:
            offer.append(words("begin.rubric-changed", old=old, new=new))
        offer.append(words("begin.beside", names="; ".join(gone_on.gone)))
    begun = Begun(gone_on.unfinished, context)
    choices = [Choice(way, words(f"begin.{way}")) for way in ("on", "anew", "look")]
    while (chosen := asks.choose(" ".join(offer), choices, "on")) == "look":
        asks.look(about, _so_far(begun), rubric.scale.labels)
    if chosen == "on":
        return begun
    app.drafts.discard(rubric.id)
    return None


def _goes_on_in_editor(app: AppContext, rubric: Rubric, asks: Prompter, wanted: Wanted) -> bool:
    """Whether a page waits in the editor and the person goes on with it there."""
    page = waiting_page(app, rubric)
    if page is None:
        return False
    words = words_in(rubric.language)
    about = words("begin.about", title=rubric.title, day=words.long_date(page.day))
    offer = [words("begin.page", about=about, when=_how_old(words, page.saved, app.today))]
    if wanted != Wanted():
        offer.append(words("begin.page-depth"))
    choices = [
        Choice("on", words("begin.on-in-editor")),
        Choice("anew", words("begin.anew-here")),
        Choice("look", words("begin.look")),
    ]
    while (chosen := asks.choose(" ".join(offer), choices, "on")) == "look":
        asks.look(about, entries_so_far(page.text), rubric.scale.labels)
    if chosen == "on":
        return True
    app.open_page(rubric.id).discard()
    return False


def _differs(found: UnfinishedSitting, wanted: Wanted) -> bool:
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


def _surroundings(app: AppContext, rubric: Rubric, base: UnfinishedSitting) -> SittingContext:
    """What the workspace says about that sitting, with the relationship that it was asked for."""
    context = sitting_context(app, rubric, base.day, base.depth)
    asked = rubric.relationship(base.relationship or "")
    return replace(context, relationship=asked.id if asked else None)


def _so_far(begun: Begun) -> list[Entry]:
    """What was answered, the text that was still being typed, and what is kept beside the page."""
    base = begun.base
    session = Session.begin(begun.context, base.answers, unasked=base.unasked)
    given = {**session.current_answers(), **(dict([base.typing]) if base.typing else {})}
    out = [one for one in left_out(session) if one.question.id not in given]
    return [
        *(Entry(q, given[q.id]) for q in session.questions() if q.id in given),
        *(
            Entry(one.question, one.answer, saved=False, kept_elsewhere=one.kept_elsewhere)
            for one in out
        ),
    ]


def _about_last_week(app: AppContext, rubric: Rubric, asks: Prompter) -> date | None:
    """From Monday to Wednesday, with nothing held last week: whether it is about that week."""
    today = app.today
    if rubric.rhythm != "weekly" or today.weekday() > 2:
        return None
    week = period_of(today - timedelta(days=7), "weekly")
    held = [n.day for n in app.page_store.page_names() if n.rubric == rubric.id]
    if not held or max(held) >= week.first or is_away(week, app.settings.away):
        return None
    words = words_in(rubric.language)
    choices = [Choice(way, words(f"begin.last-week.{way}")) for way in ("yes", "no")]
    if asks.choose(words("begin.last-week"), choices, "yes", at_once=True) == "no":
        return None
    return week.first + timedelta(days=app.settings.weekday)


def mend(app: AppContext) -> None:
    """Set the boxes that a new page could not set any more, and say so; nothing stops the command.

    Raises:
        MachineFailed: the journal cannot be listed.
    """
    from learnlead.app.keep import mend_boxes

    if app.found is not None:
        app.warn(list(mend_boxes(app.page_store)))
