"""The start of a typed sitting: from a draft, as a new one on its day, or in the editor."""

from __future__ import annotations

from collections.abc import Iterator
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
class SittingOptions:
    """The options of a sitting; None where they leave it open.

    Attributes:
        in_editor: whether a new one is wanted in the editor.
    """

    day: date | None = None
    depth: str | None = None
    relationship: str | None = None
    in_editor: bool = False


@dataclass(frozen=True, slots=True)
class SittingStart:
    """The draft that a sitting continues, empty for a new one, and its context."""

    base: UnfinishedSitting
    context: SittingContext

    @property
    def is_new(self) -> bool:
        """Whether nothing of it was answered yet."""
        return not (self.base.answers or self.base.typing or self.base.unasked)

    def at_depth(self, depth: Depth) -> SittingStart:
        """The same at another depth."""
        return SittingStart(replace(self.base, depth=depth), replace(self.context, depth=depth))


def begin(
    app: AppContext, rubric: Rubric, prompter: Prompter, options: SittingOptions
) -> SittingStart | None:
    """The start of a sitting: its draft if the person continues it, else a new one.

    None if it is to be held in the editor, or goes on there on an unfinished page. A draft keeps
    its own day and depth, whatever the options say.

    Raises:
        Interrupted: the person stopped at a question; drafts and pages are unchanged.
    """
    drafted = _draft(app, rubric, prompter, options)
    if drafted is not None:
        return drafted
    if options.in_editor or _continues_in_editor(app, rubric, prompter, options):
        return None
    about = options.day or _about_last_week(app, rubric, prompter) or app.today
    named = options.depth or app.settings.depth or rubric.depth
    depth: Depth = next(d for d in get_args(Depth) if d == named)
    base = UnfinishedSitting(
        begun=app.now,
        day=about,
        depth=depth,
        rubric_version=rubric.version,
        answers={},
        typing=None,
        seconds=0.0,
        relationship=options.relationship,
    )
    context = _context(app, rubric, base)
    return SittingStart(replace(base, subject=DraftSubject.of(context)), context)


def _draft(
    app: AppContext, rubric: Rubric, prompter: Prompter, options: SittingOptions
) -> SittingStart | None:
    draft, problems = app.drafts.load(rubric.id)
    app.warn(problems)
    if draft is None:
        return None
    try:
        base = read_draft(draft)
    except (ValueError, KeyError, TypeError, AttributeError):
        app.warn([app.drafts.set_aside(rubric.id)])
        return None
    answered = any(value is not None for value in base.answers.values())
    if not answered and not base.typing and not base.unasked:
        return None
    open_now = _context(app, rubric, base)
    context = with_plan_of_draft(open_now, base, app.page_store)
    resumption = resume(base, context)
    words = words_in(rubric.language)
    offer = [*_what_waits(app, rubric, base, options)]
    if context.plans[:1] != open_now.plans[:1] and context.plans[0] not in open_now.plans:
        offer.append(words("begin.plan-closed"))
    if resumption.gone:
        old, new = base.rubric_version, rubric.version
        if old != new:
            offer.append(words("begin.rubric-changed", old=old, new=new))
        offer.append(words("begin.beside", names="; ".join(resumption.gone)))
    begun = SittingStart(resumption.unfinished, context)
    choices = [Choice(way, words(f"begin.{way}")) for way in ("on", "anew", "look")]
    while (chosen := prompter.choose(" ".join(offer), choices, "on")) == "look":
        prompter.look(_about(rubric, base.day), _answers_so_far(begun), rubric.scale.labels)
    if chosen == "on":
        return begun
    app.drafts.discard(rubric.id)
    return None


def _about(rubric: Rubric, day: date) -> str:
    words = words_in(rubric.language)
    return words("begin.about", title=rubric.title, day=words.long_date(day))


def _what_waits(
    app: AppContext, rubric: Rubric, base: UnfinishedSitting, options: SittingOptions
) -> Iterator[str]:
    """Which sitting is unfinished, and which options it does not heed."""
    words = words_in(rubric.language)
    answered = sum(value is not None for value in base.answers.values())
    yield words(
        "begin.draft",
        about=_about(rubric, base.day),
        when=_age_sentence(words, base.begun, app.today),
        answers=words.counted(answered, "answers"),
    )
    if _differs(base, options):
        yield words("begin.draft-depth", depth=base.depth)
    if options.in_editor:
        yield words("begin.draft-here")


def _continues_in_editor(
    app: AppContext, rubric: Rubric, prompter: Prompter, options: SittingOptions
) -> bool:
    """Whether there is an unfinished page and the person goes on with it in the editor."""
    page = waiting_page(app, rubric)
    if page is None:
        return False
    words = words_in(rubric.language)
    about = _about(rubric, page.day)
    offer = [words("begin.page", about=about, when=_age_sentence(words, page.saved, app.today))]
    if options != SittingOptions():
        offer.append(words("begin.page-depth"))
    choices = [
        Choice("on", words("begin.on-in-editor")),
        Choice("anew", words("begin.anew-here")),
        Choice("look", words("begin.look")),
    ]
    while (chosen := prompter.choose(" ".join(offer), choices, "on")) == "look":
        prompter.look(about, entries_so_far(page.text), rubric.scale.labels)
    if chosen == "on":
        return True
    app.open_page(rubric.id).discard()
    return False


def _differs(base: UnfinishedSitting, options: SittingOptions) -> bool:
    pairs = (
        (options.day, base.day),
        (options.depth, base.depth),
        (options.relationship, base.relationship),
    )
    return any(option is not None and option != has for option, has in pairs)


def _age_sentence(words: Words, begun: datetime, today: date) -> str:
    days = (today - begun.date()).days
    key = {0: "begin.today", 1: "begin.yesterday"}.get(days, "begin.on-day")
    return words(key, day=words.long_date(begun.date()), time=f"{begun:%H:%M}")


def _context(app: AppContext, rubric: Rubric, base: UnfinishedSitting) -> SittingContext:
    """The context of that sitting, with its relationship."""
    context = sitting_context(app, rubric, base.day, base.depth)
    relationship = rubric.relationship(base.relationship or "")
    return replace(context, relationship=relationship.id if relationship else None)


def _answers_so_far(begun: SittingStart) -> list[Entry]:
    """The answers, the text being typed, and the answers that the page will not hold."""
    base = begun.base
    session = Session.begin(begun.context, base.answers, unasked=base.unasked)
    begun_texts = {key: text for key, text in base.typing[1].items() if text} if base.typing else {}
    answers = {**session.current_answers(), **begun_texts}
    out = [item for item in left_out(session) if item.question.id not in answers]
    return [
        *(
            Entry(q, answers[q.id])
            for q in session.questions()
            if q.id in answers and not q.is_asked_only
        ),
        *(
            Entry(item.question, item.answer, saved=False, kept_elsewhere=item.kept_elsewhere)
            for item in out
        ),
    ]


def _about_last_week(app: AppContext, rubric: Rubric, prompter: Prompter) -> date | None:
    """The sitting day of last week, if that week has no sitting and the person chooses it.

    Asked from Monday to Wednesday, for weekly rubrics.
    """
    today = app.today
    if rubric.rhythm != "weekly" or today.weekday() > 2:
        return None
    week = period_of(today - timedelta(days=7), "weekly")
    days = [n.day for n in app.page_store.page_names() if n.rubric == rubric.id]
    if not days or max(days) >= week.first or is_away(week, app.settings.away):
        return None
    words = words_in(rubric.language)
    choices = [Choice(way, words(f"begin.last-week.{way}")) for way in ("yes", "no")]
    if prompter.choose(words("begin.last-week"), choices, "yes", at_once=True) == "no":
        return None
    return week.first + timedelta(days=app.settings.weekday)
