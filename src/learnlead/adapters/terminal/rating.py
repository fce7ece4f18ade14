"""The ratings as one page: one key rates and moves on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, ONE, SOME, Block, Fitted, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import (
    SKIPPED,
    TO_COME,
    first_line,
    keys_line,
    mark_text,
    paragraph,
    progress_line,
    remark,
    short_mark,
)
from learnlead.app.prompter import Answered, NotForHere, QuestionView, Reply, Skipped, WentBack
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.text.cells import cells, fit

NARROW = 60
"""Below so many columns a mark is one sign, so that the names keep their room."""


def rate(screen: Screen, view: QuestionView) -> Reply:
    """A mark for the behaviour on screen.

    `n` on a behaviour whose opportunity is the leader's to make asks once which of the two
    absences it was.
    """
    return _RatingScreen(screen, view).run()


class _RatingScreen:
    def __init__(self, screen: Screen, view: QuestionView) -> None:
        self.screen = screen
        self.words = screen.words
        self.view = view
        self.behaviour = view.question.behaviour
        self.current = view.answer if view.answer is not None else view.question.preset
        self.asking_absence = False
        self.anchors_open = False
        self.top = 0
        self.below = 0

    def run(self) -> Reply:
        keys: dict[str, Callable[[], Any]] = {str(n): partial(self.value, n) for n in range(1, 6)}
        keys |= dict.fromkeys(("b", "left", "up"), self.back)
        keys |= dict.fromkeys(("enter", "right", "down"), self.keep)
        keys |= {"n": self.absent, "?": self.toggle_anchors, "s": Skipped, "x": NotForHere}
        keys |= {"a": partial(self.absence, NO_OPPORTUNITY), "m": partial(self.absence, NONE_MADE)}
        keys |= {" ": self.turn}
        reply: Reply = self.screen.ask_key(self.draw, keys, KeyRules())
        return reply

    def value(self, number: int) -> Reply | None:
        return None if self.asking_absence else Answered(number)

    def absent(self) -> Reply | None:
        if self.behaviour is None or self.behaviour.opportunity == "met":
            return Answered(NO_OPPORTUNITY)
        self.asking_absence = True
        return None

    def absence(self, mark: str) -> Reply | None:
        return Answered(mark) if self.asking_absence else None

    def back(self) -> Reply | None:
        if not self.asking_absence:
            return WentBack()
        self.asking_absence = False
        return None

    def keep(self) -> Reply | None:
        return (
            Answered(self.current) if self.current is not None and not self.asking_absence else None
        )

    def toggle_anchors(self) -> None:
        self.anchors_open = not self.anchors_open
        self.top = 0

    def turn(self) -> None:
        """The examples that had no room come into sight, and after the last ones the first."""
        self.top = self.below

    def draw(self) -> StyleAndTextTuples:
        width = self.screen.columns
        if not self.anchors_open:
            return self.page(width).parts
        keys = [("?", self.words("does.list")), ("x", self.words("does.not-for-here"))]
        layout = self.examples(width, keys)
        if layout.last - layout.first < len(self.anchors(width)):
            keys.insert(0, (self.words("key.space"), self.words("does.more")))
            layout = self.examples(width, keys)
        self.below = (self.top + layout.last) % len(self.anchors(width))
        return layout.parts

    def page(self, width: int) -> Fitted:
        """The ratings so far, the one on screen marked, what is left in sight."""
        place = [question.id for question, _ in self.view.ratings].index(self.view.question.id)
        rows = self.rows(width, place)
        legend = Block((paragraph(self.legend(), width, "class:quiet", "   "), []), SOME)
        below = [legend, EMPTY_LINE, *self.ask_blocks(width)]
        more = [("?", self.words("does.examples")), ("x", self.words("does.not-for-here"))]
        below += self.keys(width, more)
        return fitted(self.above(width), rows, below, lines=self.screen.rows, place=place)

    def examples(self, width: int, keys: Sequence[tuple[str, str]]) -> Fitted:
        """The examples in place of the list, from `top` on as many as there is room for."""
        rows = self.anchors(width)[self.top :]
        below = [EMPTY_LINE, *self.ask_blocks(width, room_for=SOME), *self.keys(width, keys)]
        return fitted(self.above(width), rows, below, lines=self.screen.rows, place=0)

    def above(self, width: int) -> Sequence[Block]:
        question = self.view.question
        return [progress_line(question.progress_line, width, short=question.place), EMPTY_LINE]

    def ask_blocks(self, width: int, *, room_for: int = 0) -> list[Block]:
        """The sentence that is rated, and of whom."""
        question = self.view.question
        preface = [paragraph(sentence, width, "class:preface") for sentence in question.preface]
        ask = paragraph(question.ask, width, "class:ask")
        return [*(Block((parts, []), ONE) for parts in preface), Block((ask, []), room_for)]

    def keys(self, width: int, more: Sequence[tuple[str, str]]) -> list[Block]:
        remarks, words = remark(self.screen.remark, width), self.words
        if self.asking_absence:
            ask = paragraph(words("absence.ask"), width, "class:ask")
            ways = [("a", words("absence.none-arose")), ("m", words("absence.i-made-none"))]
            ways.append(("b", words("does.back-to-rating")))
            return [*remarks, EMPTY_LINE, Block((ask,)), Block((keys_line(ways, width),))]
        labels = self.view.labels
        scale = [(str(n), label) for n, label in enumerate(labels, start=1)]
        ends = fit(f"{labels[0]}–{labels[-1]}", max(width - 12, 1)).rstrip()
        one_line = first_line(keys_line([("1–5", ends), ("?", "…")], width))
        keys = [("s", words("does.skip")), ("b", words("does.back")), *more]
        keys.insert(0, ("n", words("no-opportunity")))
        if self.current is not None:
            current = mark_text(self.current, labels, words)
            keys.insert(0, (words("key.enter"), words("does.keep", mark=current)))
        lines = [*keys_line(scale, width), *keys_line(keys, width)]
        return [*remarks, EMPTY_LINE, Block((lines, one_line), SOME)]

    def legend(self) -> str:
        """What the marks of the ratings without a number mean, and how many there are of each."""
        open_ones = [
            q.id in self.view.skipped
            for q, mark in self.view.ratings
            if mark is None and q.id != self.view.question.id
        ]
        skipped, to_come = sum(open_ones), len(open_ones) - sum(open_ones)
        meanings = [f"{TO_COME} {self.words('to-come', n=to_come)}"] if to_come else []
        meanings += [f"{SKIPPED} {self.words('skipped', n=skipped)}"] if skipped else []
        return "   ".join(meanings)

    def rows(self, width: int, place: int) -> list[StyleAndTextTuples]:
        """The ratings, each with its mark."""
        narrow = width < NARROW
        ratings = self.view.ratings
        names = [": ".join((question.about, *question.preface)) for question, _ in ratings]
        room = min(width - (9 if narrow else 28), max(map(cells, names)) + 2)
        rows: list[StyleAndTextTuples] = []
        for index, (question, rating) in enumerate(ratings):
            here = index == place
            mark = mark_text(rating, self.view.labels, self.words)
            if narrow:
                mark = short_mark(rating, self.words)
            if rating is None and question.id not in self.view.skipped:
                mark = "" if here else TO_COME
            rows.append(
                [
                    ("class:key", " › " if here else "   "),
                    ("class:here" if here else "", fit(names[index], room)),
                    ("", f"  {fit(mark, width - room - 5)}\n"),
                ]
            )
        return rows

    def anchors(self, width: int) -> list[StyleAndTextTuples]:
        """Example sentences, the writer's own beside them, what `n` means, and help."""
        parts: StyleAndTextTuples = []
        anchors = self.behaviour.anchors if self.behaviour else {}
        own = dict(self.view.question.yardsticks)
        for number in sorted({*anchors, *own}):
            parts.append(("class:key", f" {number} {self.view.labels[number - 1]}\n"))
            for sentence in (anchors.get(number), own.get(number)):
                parts += paragraph(sentence, width, "", "   ") if sentence else []
        parts += parts and [("", "\n")]
        parts += paragraph(self.words("help.absence"), width)
        for sentence in self.words.lines("help"):
            parts += paragraph(sentence, width, "class:quiet")
        return [[part] for part in parts]
