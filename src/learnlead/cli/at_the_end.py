"""How long somebody sat at the keyboard: not how long the program was open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from learnlead.app.draft_parts import LONGEST
from learnlead.app.keep import SavedPage
from learnlead.app.pages import read_sittings
from learnlead.app.ports import PageStore
from learnlead.app.prompter import Entry, Prompter, QuestionView, Reply, Verdict
from learnlead.app.yardsticks import closing_lines
from learnlead.cli.context import AppContext
from learnlead.page.naming import read_name
from learnlead.sitting.answers import Answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.question import AnswerValue, Choice

PAUSE = 5 * 60.0
"""Of a wait for an answer, or for more of a text, so many seconds count: the rest is absence."""

IN_AN_EDITOR = 60 * 60.0
"""Of the time that an editor has a page: nobody sees what is typed there."""

T = TypeVar("T")


def counted(waited: float, at_most: float = PAUSE) -> float:
    """As much of a wait as counts; a clock that was set back counts nothing."""
    return min(max(waited, 0.0), at_most)


def minutes(seconds: float) -> int:
    """As a page says it: at least one, at most those of a day."""
    return max(1, round(min(seconds, LONGEST) / 60))


class Timed:
    """A door at which the time is taken; satisfies the port `Prompter`.

    `clock` is one that goes on while nobody looks, in seconds; `before` were spent before.
    """

    def __init__(self, asks: Prompter, clock: Callable[[], float], before: float = 0.0) -> None:
        self._asks = asks
        self._clock = clock
        self._spent = before
        self._since: float | None = None

    def seconds(self) -> float:
        """Spent so far, the wait that is under way included."""
        under_way = 0.0 if self._since is None else counted(self._clock() - self._since)
        return min(self._spent + under_way, LONGEST)

    def ask(self, scene: QuestionView) -> Reply:
        """See `Prompter.ask`. A text that is kept while it is typed ends a wait, too."""

        def keep(begun: AnswerValue) -> bool:
            self._tick()
            return scene.keep(begun)

        return self._waits(lambda: self._asks.ask(replace(scene, keep=keep)))

    def read(
        self, title: str, entries: Sequence[Entry], labels: Sequence[str], said: Sequence[str] = ()
    ) -> Verdict:
        """See `Prompter.read`."""
        return self._waits(lambda: self._asks.read(title, entries, labels, said))

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Prompter.look`."""
        self._waits(lambda: self._asks.look(title, entries, labels))

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """See `Prompter.choose`."""
        return self._waits(lambda: self._asks.choose(ask, choices, preset, at_once=at_once))

    def tell(self, *sentences: str) -> None:
        """See `Prompter.tell`."""
        self._asks.tell(*sentences)

    def close(self) -> None:
        """See `Prompter.close`."""
        self._asks.close()

    def _tick(self) -> None:
        self._spent, self._since = self.seconds(), self._clock()

    def _waits(self, wait: Callable[[], T]) -> T:
        self._since = self._clock()
        try:
            return wait()
        finally:
            self._spent, self._since = self.seconds(), None


def closing(
    app: AppContext, context: SittingContext, answers: Answers, kept: SavedPage
) -> Iterator[str]:
    """Where the page is, how many sittings were held, and a sentence that comes back."""
    rubric, words = context.rubric.id, context.words
    held = _held(app.page_store, rubric)
    yield context.wording("closing")
    yield words("end.page", path=app.workspace.journal / kept.name)
    yield words("end.held", n=held)
    focus = answers.focus or context.current_focus
    if focus is not None:
        one, day, written = focus.behaviour, context.day, answers.evidence.get(focus.behaviour)
        yield from closing_lines(
            app.page_store, rubric, one, day, sittings=held, written=written, words=words
        )


def _held(page_store: PageStore, rubric: str) -> int:
    """How many sittings of the rubric have a page that can be read."""
    named = ((name, read_name(name)) for name in page_store.listing().names)
    names = [name for name, read in named if read is None or read.rubric == rubric]
    sittings, _ = read_sittings(page_store, names)
    return sum(sitting.rubric == rubric for sitting in sittings)
