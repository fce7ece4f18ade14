"""The end of a sitting: what is printed once its page is saved, and the offer of a yardstick."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.app.keep import SavedPage
from learnlead.app.pages import read_sittings
from learnlead.app.ports import PageStore
from learnlead.app.prompter import Prompter
from learnlead.app.yardsticks import closing_lines, yardstick_to_offer
from learnlead.cli.context import AppContext
from learnlead.cli.status import yardsticks
from learnlead.errors import Interrupted, LearnleadError
from learnlead.page.naming import read_name
from learnlead.sitting.answers import Answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.question import Choice


def end_lines(
    app: AppContext, context: SittingContext, answers: Answers, saved_page: SavedPage
) -> Iterator[str]:
    """Where the page is, the number of sittings, and a sentence of an earlier page."""
    rubric, words = context.rubric.id, context.words
    sittings_held = _count_sittings(app.page_store, rubric)
    yield context.wording("closing")
    yield words("end.page", path=app.workspace.journal / saved_page.name)
    yield words("end.held", n=sittings_held)
    focus = answers.focus or context.current_focus
    if focus is not None:
        behaviour, day, written = (
            focus.behaviour,
            context.day,
            answers.evidence.get(focus.behaviour),
        )
        yield from closing_lines(
            app.page_store,
            rubric,
            behaviour,
            day,
            sittings=sittings_held,
            written=written,
            words=words,
        )


def _count_sittings(page_store: PageStore, rubric: str) -> int:
    """The number of readable pages of the rubric."""
    parsed = ((name, read_name(name)) for name in page_store.listing().names)
    names = [name for name, read in parsed if read is None or read.rubric == rubric]
    sittings, _ = read_sittings(page_store, names)
    return sum(sitting.rubric == rubric for sitting in sittings)


def offer_yardstick(
    app: AppContext, prompter: Prompter, context: SittingContext, answers: Answers
) -> None:
    """Ask whether to keep a sentence as a yardstick, if there is one; Ctrl-C is a no."""
    focus = answers.focus or context.current_focus
    if focus is None:
        return
    yardstick = yardstick_to_offer(answers, focus.behaviour, context.day, yardsticks(app))
    if yardstick is None:
        return
    words = context.words
    ask = words("end.yardstick", words=yardstick.shown, n=yardstick.number)
    choices = [Choice(way, words(f"end.yardstick.{way}")) for way in ("no", "yes")]
    try:
        if prompter.choose(ask, choices, "no", at_once=True) == "yes":
            app.yardsticks.add(yardstick.line)
    except (Interrupted, KeyboardInterrupt):
        return
    except LearnleadError as error:
        app.warn(error.problems)
