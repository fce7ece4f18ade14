"""The cards around a sitting: the welcome, the first one of a week, and the closing one."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from learnlead.app.keep import SavedPage
from learnlead.app.passages import ShownPassage, is_hidden
from learnlead.app.prompter import CardLine, Prompter
from learnlead.app.yardsticks import closing_passages, yardstick_to_offer
from learnlead.cli.context import AppContext
from learnlead.cli.reminding import remind_me, reminder_offer
from learnlead.cli.status import day_and_focus, shown_passages, yardsticks
from learnlead.errors import Interrupted, LearnleadError
from learnlead.i18n.words import Words
from learnlead.page.periods import is_away, one_period_later, period_of
from learnlead.sitting.answers import Answers, PlanAnswer
from learnlead.sitting.build import reviewed_stem
from learnlead.sitting.context import Passage, SittingContext
from learnlead.sitting.plan_words import plan_in_words
from learnlead.sitting.question import Choice
from learnlead.sitting.screens import Screen
from learnlead.sitting.script import HIDE, second_page
from learnlead.sitting.session import Session

if TYPE_CHECKING:
    from learnlead.app.read_pages import PageRead

EMPTY = CardLine("")


def is_over_ssh() -> bool:
    """Whether the terminal stands on another machine."""
    return bool(os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"))


def is_first_run(app: AppContext, rubric_id: str) -> bool:
    """Whether nothing was ever written here: no page, no unfinished sitting."""
    if app.workspace_if_any is None:
        return True
    if app.page_store.listing().names or app.open_page(rubric_id).read():
        return False
    return app.drafts.load(rubric_id)[0] is None


def welcome(app: AppContext, prompter: Prompter, words: Words) -> bool:
    """Say what this is and where words stay; whether the person begins.

    Raises:
        Interrupted: the person stopped.
    """
    place = words("welcome.here")
    if is_over_ssh():
        place = words("welcome.on", host=platform.node() or "SSH")
    lines = [
        CardLine("learnlead"),
        CardLine(words("welcome.what")),
        EMPTY,
        CardLine(words("welcome.where", folder=_short(app.workspace.root), place=place)),
        CardLine(words("welcome.who")),
        CardLine(words("welcome.roles")),
        EMPTY,
        CardLine(words("welcome.one-word")),
    ]
    keys = [
        Choice("begin", words("welcome.begin")),
        Choice("page", words("welcome.page"), key="d"),
        Choice("leave", words("welcome.leave"), key="q"),
    ]
    while (chosen := prompter.card(lines, keys)) == "page":
        prompter.close()
        _show_example(app)
    return chosen == "begin"


def _short(folder: Path) -> str:
    """The folder as people write it, with `~` for their own."""
    try:
        return f"~/{folder.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(folder)


def _show_example(app: AppContext) -> None:
    """The newest page of the invented year, as `learnlead read` shows a page."""
    from learnlead.app.read_pages import PageRead
    from learnlead.page.page import parse
    from learnlead.shipped import folder

    newest = max(folder("examples").glob("[0-9]*.md"))
    text = newest.read_text(encoding="utf-8")
    page, _ = parse(text, newest.name)
    _show(app, PageRead(newest.name, text, page))


def _show_page(app: AppContext, name: str) -> None:
    from learnlead.app.read_pages import read_pages

    pages, _ = read_pages(app.page_store, name.removesuffix(".md"), app.today)
    for page in pages:
        _show(app, page)


def _show(app: AppContext, read: PageRead) -> None:
    from learnlead.adapters.terminal.viewers.pager import write_paged
    from learnlead.cli.output import report_chunks
    from learnlead.cli.problems import rubrics_by_id
    from learnlead.reports.document import Document
    from learnlead.reports.read_page import page_article

    if read.page is not None:
        reflection = read.page.reflection
        rubric = rubrics_by_id(app, [reflection.rubric])[reflection.rubric]
        article = page_article(read.page, rubric, read.planned)
        chunks = report_chunks(app, lambda _: Document([article]), "text", None)
        write_paged("".join(chunks), stays=True)


def first_card(
    prompter: Prompter, context: SittingContext, away: Sequence[tuple[date, date]]
) -> str:
    """The day and the focus with its week: `begin`, `quick`, `leave` or `x`.

    That the period of the day is marked as off, among the days `away`, is said.

    Raises:
        Interrupted: the person stopped.
    """
    words = context.words
    lines = [CardLine(_day_and_focus(context))]
    if is_away(period_of(context.day, context.rubric.rhythm), away):
        lines += [EMPTY, CardLine(words(f"opener.excused.{context.rubric.rhythm}"))]
    if there := second_page(context):
        lines += [EMPTY, CardLine(there)]
    opening = context.wording("welcome-back" if context.was_away else "opening")
    keys = [
        Choice("begin", words("opener.begin")),
        Choice("quick", words("opener.quick"), key="1"),
        Choice("leave", words(f"opener.leave.{context.rubric.rhythm}"), key="q"),
        Choice("x", words("does.not-for-here"), key="x"),
    ]
    if context.depth == "quick":
        del keys[1]
    return prompter.card([*lines, EMPTY, CardLine(opening)], keys)


def _day_and_focus(context: SittingContext) -> str:
    focus = context.current_focus
    behaviour = context.rubric.behaviour(focus.behaviour) if focus else None
    name = behaviour.name if behaviour else ""
    since = focus.since if focus else None
    return day_and_focus(context.words, context.day, name, since, context.rubric.rhythm)


def closing_card(
    app: AppContext,
    prompter: Prompter,
    context: SittingContext,
    answers: Answers,
    saved_page: SavedPage,
) -> None:
    """The plan of the week, an earlier passage, and when it is time again; then its keys.

    Ctrl-C is Enter: the page is saved.
    """
    words = context.words
    passages = earlier_passages(app, context, answers)
    reminding: list[CardLine] = []
    offer = reminder_offer(app, words) if context.sittings == 0 else None
    while True:
        keys = [Choice("leave", words("card.leave"))]
        if offer:
            keys.append(Choice("remind", offer, key="m"))
        if passages:
            keys.append(Choice("hide", words("card.hide"), key="h"))
        keys.append(Choice("page", words("card.page"), key="o"))
        try:
            chosen = prompter.card([*closing_lines(context, answers, passages), *reminding], keys)
        except (Interrupted, KeyboardInterrupt):
            return
        if chosen == "leave":
            return
        if chosen == "hide":
            for _, passage in passages:
                record_passage(app, passage, context.day, "hidden")
            passages = []
        elif chosen == "remind":
            offer, reminding = None, [EMPTY, *_turn_on_reminder(app, words)]
        elif chosen == "page":
            prompter.close()
            _show_page(app, saved_page.name)


def _turn_on_reminder(app: AppContext, words: Words) -> list[CardLine]:
    """Turn the reminder on; what came of it."""
    try:
        return [CardLine(sentence) for sentence in remind_me(app, words)]
    except LearnleadError as error:
        return [CardLine(str(problem)) for problem in error.problems]


def closing_lines(
    context: SittingContext, answers: Answers, passages: Sequence[tuple[str, Passage]]
) -> list[CardLine]:
    """What stands at the close of a sitting: its plan, earlier words, and the day of the next."""
    words = context.words
    lines = [CardLine(words("card.saved", day=words.long_date(context.day)))]
    if plan := _plan(answers, context):
        lines += [EMPTY, CardLine(words(f"card.plan.{context.rubric.rhythm}"))]
        lines.append(CardLine(plan, own=True))
    for sentence, passage in passages:
        lines += [EMPTY, CardLine(sentence), CardLine(passage.text, own=True)]
    following = words.long_date(one_period_later(context.day, context.rubric.rhythm))
    return [*lines, EMPTY, CardLine(words("card.next", day=following))]


def _plan(answers: Answers, context: SittingContext) -> str:
    """The plan that this sitting made or kept; empty for none."""
    if isinstance(answers.plan, PlanAnswer):
        return plan_in_words(answers.plan.cue, answers.plan.action, context.words)
    if answers.plan == "keep":
        stem = reviewed_stem(answers, context)
        for plan in context.plans:
            if plan.stem == stem:
                return plan_in_words(plan.cue, plan.action, context.words)
    return ""


def earlier_passages(
    app: AppContext, context: SittingContext, answers: Answers
) -> list[tuple[str, Passage]]:
    """Words of earlier pages on the focus, each with when they were written."""
    focus = answers.focus or context.current_focus
    if focus is None:
        return []
    passages = closing_passages(app.page_store, context, focus.behaviour, answers)
    shown = shown_passages(app)
    return [(sentence, passage) for sentence, passage in passages if not is_hidden(passage, shown)]


def record_passage(
    app: AppContext, passage: Passage, day: date, what: Literal["shown", "hidden"]
) -> None:
    """Put down that a passage was shown, or is never to be; a disk that refuses is only told."""
    try:
        app.shown_passages.add_once(ShownPassage.of(passage, day, what).line)
    except LearnleadError as error:
        app.warn(error.problems)


def note_passage(app: AppContext, session: Session, screen: Screen) -> None:
    """Put down that the passage of this sitting was shown, or is never to be again."""
    passage = session.context.memory
    if passage is not None and screen.holds("memory"):
        hidden = session.answers.get("memory") == HIDE
        record_passage(app, passage, session.context.day, "hidden" if hidden else "shown")


def offer_yardstick(
    app: AppContext, prompter: Prompter, context: SittingContext, answers: Answers
) -> None:
    """Ask whether to keep a sentence as a yardstick, at most once a month; Ctrl-C is a no."""
    focus = answers.focus or context.current_focus
    last = context.last
    if focus is None or (
        last is not None and (last.year, last.month) == (context.day.year, context.day.month)
    ):
        return
    yardstick = yardstick_to_offer(answers, focus.behaviour, context.day, yardsticks(app))
    behaviour = context.rubric.behaviour(focus.behaviour)
    if yardstick is None or behaviour is None:
        return
    words, number = context.words, yardstick.number
    ask = words(
        "end.yardstick",
        name=behaviour.name,
        n=number,
        label=context.rubric.scale.labels[number - 1],
        words=yardstick.shown,
    )
    choices = [Choice(way, words(f"end.yardstick.{way}")) for way in ("no", "yes")]
    try:
        if prompter.choose(ask, choices, "no", at_once=True) == "yes":
            app.yardsticks.add(yardstick.line)
    except (Interrupted, KeyboardInterrupt):
        return
    except LearnleadError as error:
        app.warn(error.problems)
