"""The ratings as one page: one key rates and moves on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.journeys.asks import Answered, NotForHere, Reply, Scene, Skipped, WentBack
from learnlead.reflection.model import NO_OPPORTUNITY, NONE_MADE
from learnlead.terminal.marks import mark_text, short_mark
from learnlead.terminal.screen_text import HELP, fitted, keys_line, paragraph, standing
from learnlead.terminal.stage import Stage
from learnlead.terminal.wrapping import fit

NARROW = 60
"""Below so many columns a mark is one sign, so that the names keep their room."""


def rate(stage: Stage, scene: Scene) -> Reply:
    """A mark for the behaviour on screen.

    `n` on a behaviour whose opportunity is the leader's to make asks once which of the two
    absences it was.
    """
    return _Rating(stage, scene).run()


class _Rating:
    def __init__(self, stage: Stage, scene: Scene) -> None:
        self.stage = stage
        self.scene = scene
        self.behaviour = scene.question.behaviour
        self.kept = scene.given if scene.given is not None else scene.question.preset
        self.asking_absence = False
        self.anchors_open = False

    def run(self) -> Reply:
        keys: dict[str, Callable[[], Any]] = {str(n): partial(self.value, n) for n in range(1, 6)}
        keys |= dict.fromkeys(("b", "left", "up"), self.back)
        keys |= dict.fromkeys(("enter", "right", "down"), self.keep)
        keys |= {"n": self.absent, "?": self.toggle_anchors, "s": Skipped, "x": NotForHere}
        keys |= {"a": partial(self.absence, NO_OPPORTUNITY), "m": partial(self.absence, NONE_MADE)}
        reply: Reply = self.stage.key(self.draw, keys)
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
        return Answered(self.kept) if self.kept is not None and not self.asking_absence else None

    def toggle_anchors(self) -> None:
        self.anchors_open = not self.anchors_open

    def draw(self) -> StyleAndTextTuples:
        width, question = self.stage.columns, self.scene.question
        above = standing(question.standing, width)
        below: StyleAndTextTuples = [("", "\n")]
        for sentence in question.preface:
            below += paragraph(sentence, width, "class:preface")
        below += paragraph(question.ask, width, "class:ask")
        below.append(("", "\n"))
        below += self.absence_keys(width) if self.asking_absence else self.keys(width)
        rows = self.anchors(width) if self.anchors_open else self.ratings(width)
        place = 0 if self.anchors_open else self.place
        return fitted(above, rows, below, lines=self.stage.rows, place=place)

    @property
    def place(self) -> int:
        return [q.id for q, _ in self.scene.ratings].index(self.scene.question.id)

    def keys(self, width: int) -> StyleAndTextTuples:
        scale = [(str(n), label) for n, label in enumerate(self.scene.labels, start=1)]
        keys = [("n", "no opportunity"), ("s", "skip"), ("b", "back")]
        if self.kept is not None:
            keys.insert(0, ("Enter", f"keep: {mark_text(self.kept, self.scene.labels)}"))
        keys += [("?", "list" if self.anchors_open else "examples"), ("x", "not for here")]
        return [*keys_line(scale, width), *keys_line(keys, width)]

    def absence_keys(self, width: int) -> StyleAndTextTuples:
        ask = paragraph("No opportunity arose, or you made none?", width, "class:ask")
        keys = [("a", "none arose"), ("m", "I made none"), ("b", "back to the rating")]
        return [*ask, *keys_line(keys, width)]

    def ratings(self, width: int) -> list[StyleAndTextTuples]:
        """The ratings so far, the one on screen marked, what is left in sight."""
        narrow = width < NARROW
        names = width - 9 if narrow else min(width - 28, 44)
        rows: list[StyleAndTextTuples] = []
        for index, (question, given) in enumerate(self.scene.ratings):
            here = index == self.place
            name = ": ".join((question.about, *question.preface))
            mark = short_mark(given) if narrow else mark_text(given, self.scene.labels)
            rows.append(
                [
                    ("class:key", " › " if here else "   "),
                    ("class:here" if here else "", fit(name, names)),
                    ("class:mark", f"  {fit('' if given is None else mark, width - names - 5)}\n"),
                ]
            )
        return rows

    def anchors(self, width: int) -> list[StyleAndTextTuples]:
        """Example sentences, the writer's own beside them, and what `n` means."""
        parts: StyleAndTextTuples = []
        anchors = self.behaviour.anchors if self.behaviour else {}
        own = dict(self.scene.question.yardsticks)
        for number in sorted({*anchors, *own}):
            parts.append(("class:key", f" {number} {self.scene.labels[number - 1]}\n"))
            for sentence in (anchors.get(number), own.get(number)):
                parts += paragraph(sentence, width, "", "   ") if sentence else []
        parts += parts and [("", "\n")]
        parts += paragraph("n: there was no occasion for it; that is never a zero.", width)
        parts += paragraph(HELP[0], width, "class:quiet")
        return [[part] for part in parts]
