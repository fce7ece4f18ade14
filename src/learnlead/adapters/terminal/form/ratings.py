"""A row of ratings: one behaviour, once or once for each relationship that was live."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.form.item import Drawn, Item
from learnlead.adapters.terminal.screen_text import Keys, mark_text, paragraph, short_mark
from learnlead.app.prompter import QuestionView, Typed
from learnlead.i18n.words import Words
from learnlead.sitting.mark import NO_OPPORTUNITY, NONE_MADE
from learnlead.sitting.question import AnswerValue
from learnlead.text.cells import cells, fit, padded, wrap
from learnlead.text.clean import harmless

NARROW = 60
"""Below so many columns a mark is one sign, so that the sentences keep their room."""

LETTERS = "ABCDEFGH"
"""What the columns of a grid are called."""

_COLUMN = 5
_COLUMN_AT_MOST = 22
"""Cells of a column of marks."""

_MARKS = "12345n"
_ABSENCES = "am"
_ERASERS = ("backspace", "delete")


class RatingRow(Item):
    """One key rates and moves on, from column to column and then to the next row.

    `n` on a behaviour whose opportunity is the leader's to make asks once which of the two
    absences it was.
    """

    def __init__(
        self, views: Sequence[QuestionView], words: Words, labels: Sequence[str], columns: int
    ) -> None:
        super().__init__(views[0], words)
        self.views = views
        self.columns = columns
        self.labels = labels
        self.column = 0
        self.behaviour = self.question.behaviour
        self.marks: list[AnswerValue] = [view.shown for view in views]
        self.confirmed = [
            view.unfinished is not None or view.answer is not None or view.is_skipped
            for view in views
        ]
        self.asking_absence = False

    @property
    def id(self) -> str:
        """See `Item`."""
        return self.views[self.column].question.id

    @property
    def takes(self) -> Collection[str]:
        """See `Item`."""
        return _ABSENCES if self.asking_absence else (*_MARKS, *_ERASERS)

    @property
    def letters(self) -> Collection[str]:
        """See `Item`."""
        return (*_MARKS, *_ABSENCES)

    def press(self, key: str) -> bool:
        """See `Item`."""
        if self.asking_absence:
            return self._set(NO_OPPORTUNITY if key == "a" else NONE_MADE)
        if key in _ERASERS:
            self.marks[self.column], self.confirmed[self.column] = None, True
            return False
        if key != "n":
            return self._set(int(key))
        if self.behaviour is None or self.behaviour.opportunity == "met":
            return self._set(NO_OPPORTUNITY)
        self.asking_absence = True
        return False

    def _set(self, mark: AnswerValue) -> bool:
        self.marks[self.column], self.confirmed[self.column] = mark, True
        self.asking_absence = False
        return not self.sideways(1)

    def sideways(self, step: int) -> bool:
        """To the column before or after; whether there is one."""
        if not 0 <= self.column + step < len(self.views):
            return False
        self.column += step
        return True

    def enter(self) -> bool:
        """See `Item`."""
        if self.asking_absence:
            return False
        self.confirmed[self.column] = True
        return not self.sideways(1)

    def move(self, step: int) -> bool:
        """See `Item`."""
        del step
        self.asking_absence = False
        return False

    def back(self) -> bool:
        """See `Item`."""
        if self.asking_absence:
            self.asking_absence = False
            return True
        return self.sideways(-1)

    def tab(self) -> bool:
        """See `Item`."""
        self.asking_absence = False
        return not self.sideways(1)

    def begin_at(self, question_id: str) -> None:
        """See `Item`."""
        self.column = [view.question.id for view in self.views].index(question_id)

    def come(self, step: int) -> None:
        """See `Item`."""
        self.asking_absence = False
        self.column = self.column if len(self.views) == 1 or step > 0 else len(self.views) - 1

    @property
    def answer(self) -> AnswerValue:
        """See `Item`."""
        return self.answers()[self.id]

    def answers(self) -> Typed:
        """See `Item`."""
        return {
            view.question.id: mark if confirmed else view.answer
            for view, mark, confirmed in zip(self.views, self.marks, self.confirmed, strict=True)
        }

    def hints(self) -> Keys:
        """See `Item`."""
        words = self.words
        if self.asking_absence:
            ways = [("a", words("absence.none-arose")), ("m", words("absence.i-made-none"))]
            return [*ways, ("Esc", words("does.back-to-rating"))]
        return [("1–5, n", words("does.rate")), ("↑↓", words("does.move"))]

    def about(self) -> str:
        """See `Item`."""
        if self.asking_absence:
            return self.words("absence.ask")
        why = self.views[self.column].question.why_preset
        is_open = not self.confirmed[self.column]
        return f"{why} {self.words('suggested')}" if why and is_open else ""

    def said_before(self, width: int) -> Drawn:
        """See `Item`; the period stands above all rows."""
        del width
        return Drawn()

    def legend(self, width: int) -> tuple[StyleAndTextTuples, StyleAndTextTuples]:
        """What the numbers mean, and on one line what the first and the last of them do."""
        marks = [f"{n} {label}" for n, label in enumerate(self.labels, start=1)]
        marks.append(f"n {self.question.absent}")
        for on_a_line in (len(marks), 3, 2, 1):
            lines = [" · ".join(some) for some in _by(marks, on_a_line)]
            if max(map(cells, lines)) < width:
                break
        short = fit(f" {marks[0]} – {marks[-2]}", width).rstrip()
        return [("class:quiet", f" {line}\n") for line in lines], [("class:quiet", f"{short}\n")]

    def help(self, width: int) -> list[StyleAndTextTuples]:
        """Example sentences, the writer's own beside them, and what `n` means."""
        parts = paragraph(self.question.ask, width, "class:ask")
        anchors = self.behaviour.anchors if self.behaviour else {}
        own = dict(self.question.yardsticks)
        for number in sorted({*anchors, *own}):
            parts.append(("class:key", f" {number} {self.labels[number - 1]}\n"))
            for sentence in (anchors.get(number), own.get(number)):
                parts += paragraph(sentence, width, "", "   ") if sentence else []
        parts += [("", "\n"), *paragraph(self.words("help.absence"), width)]
        return [[part] for part in parts]

    def draw(self, width: int, indent: int, *, here: bool) -> Drawn:
        """See `Item`."""
        del indent
        narrow = width < NARROW or self.columns > 1
        marks = [self._mark(at, narrow=narrow) for at in range(len(self.views))]
        room = self._room(marks, narrow=narrow)
        drawn = Drawn()
        lines = wrap(harmless(self.question.ask), max(width - 4 - room * self.columns, 12))
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            drawn.rows.append(
                [
                    ("class:mark", " › " if here and number == 0 else "   "),
                    ("class:here" if here else "", line),
                    *(self._marks(marks, width - 3 - cells(line), room, here=here) if last else ()),
                    ("", "\n"),
                ]
            )
        return drawn

    def column_heads(self, width: int) -> StyleAndTextTuples:
        """The letters of a grid's columns, above their marks; nothing where there is one column."""
        letters = LETTERS[: self.columns] if self.columns > 1 else ""
        line = "".join(f" {letter}".ljust(_COLUMN) for letter in letters)
        return [("class:quiet", f"{line.rjust(width)}\n")] if line else []

    def _room(self, marks: Sequence[str], *, narrow: bool) -> int:
        """Cells of a column."""
        if narrow:
            return max(_COLUMN, *map(cells, marks)) if self.columns == 1 else _COLUMN
        widest = max(cells(mark_text(n, self.labels)) for n in range(1, len(self.labels) + 1))
        return min(max(widest + 2, *map(cells, marks)), _COLUMN_AT_MOST)

    def _marks(
        self, marks: Sequence[str], free: int, room: int, *, here: bool
    ) -> StyleAndTextTuples:
        """The marks at the right end of the row."""
        parts: StyleAndTextTuples = [("", " " * max(free - room * self.columns, 1))]
        for at, mark in enumerate(marks):
            cursor = here and at == self.column and len(marks) > 1
            shown = f"›{mark}" if cursor else f" {mark}" if self.columns > 1 else mark
            settled = self.confirmed[at] and self.marks[at] is not None
            parts.append(
                ("class:mark" if settled or cursor else "class:quiet", padded(shown, room))
            )
        return parts

    def _mark(self, at: int, *, narrow: bool) -> str:
        mark = self.marks[at]
        words = self.words
        if narrow:
            text = short_mark(mark, words)
        elif mark == NO_OPPORTUNITY:
            text = self.question.absent
        else:
            text = mark_text(mark, self.labels, words)
        return text if mark is None or self.confirmed[at] else f"{text}?"


def rating_rows(
    views: Sequence[QuestionView], words: Words, labels: Sequence[str]
) -> list[RatingRow]:
    """The ratings of a screen, those of one behaviour in one row."""
    rows: dict[str, list[QuestionView]] = {}
    for view in views:
        behaviour = view.question.behaviour
        rows.setdefault(behaviour.id if behaviour else view.question.id, []).append(view)
    columns = max(map(len, rows.values()))
    return [RatingRow(row, words, labels, columns) for row in rows.values()]


def _by(marks: Sequence[str], size: int) -> list[Sequence[str]]:
    """The marks, so many together."""
    return [marks[first : first + size] for first in range(0, len(marks), size)]
