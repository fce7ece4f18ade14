"""A form as it is seen: heading, fields, what is to be said, keys."""

from __future__ import annotations

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import (
    EMPTY_LINE,
    MANY,
    ONE,
    ROWS_EACH_SIDE,
    SOME,
    Block,
    Fitted,
    fitted,
    height,
)
from learnlead.adapters.terminal.form.choices import CardItem
from learnlead.adapters.terminal.form.form import Form
from learnlead.adapters.terminal.form.item import Drawn
from learnlead.adapters.terminal.form.ratings import LETTERS, RatingRow
from learnlead.adapters.terminal.form.text import TextItem
from learnlead.adapters.terminal.screen_text import heading_line, keys_below, paragraph, remark

Keys = list[tuple[str, str]]


class FormDrawing:
    """Draws one form, and help in its place.

    Attributes:
        top: the first row of help in sight.
        below: the row that `space` leads to.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.words = form.words
        self.top = 0
        self.below = 0

    def parts(self) -> StyleAndTextTuples:
        """The whole screen."""
        width = self.form.screen.columns
        return (self._help(width) if self.form.help_open else self._fields(width)).parts

    def scroll(self, step: int) -> None:
        """Help by so many rows."""
        self.top = max(self.top + step, 0)

    def turn(self) -> None:
        """Help that had no room comes into sight, and after its end its beginning."""
        self.top = self.below

    def _fields(self, width: int) -> Fitted:
        form = self.form
        above = [heading_line(form.view.heading, width), EMPTY_LINE]
        first_item = form.items[0]
        if first_item.alone:
            above += first_item.above(width)
        elif isinstance(first_item, RatingRow):
            above += self._legend(first_item, width)
        below = self._below(width)
        lines = form.screen.rows
        taken = sum(height(block.forms[0]) for block in (*above, *below))
        drawn = self._rows(width, spaced=True)
        if len(drawn.rows) + taken > lines:
            drawn = self._rows(width, spaced=False)
        first = max(drawn.place - ROWS_EACH_SIDE, 0)
        rows = drawn.rows[first : drawn.place + ROWS_EACH_SIDE]
        return fitted(above, rows, below, lines=lines, place=drawn.place - first)

    def _rows(self, width: int, *, spaced: bool) -> Drawn:
        """Every row of the form; `spaced`: with empty lines between fields."""
        form, whole = self.form, Drawn()
        beside = max(item.label_cells(width) for item in form.items)
        indent = beside + 3 if beside else 1
        only_labels = all(item.label_cells(width) for item in form.items)
        for number, item in enumerate(form.items):
            before = item.said_before(width)
            if whole.rows and (before.rows or (spaced and not only_labels)):
                whole.rows.append([("", "\n")])
            whole.rows += before.rows
            if before.rows and spaced and item.question.ask:
                whole.rows.append([("", "\n")])
            drawn = item.draw(width, indent, here=number == form.at)
            if number == form.at:
                whole.place = len(whole.rows) + drawn.place
            whole.rows += drawn.rows
        return whole

    def _legend(self, item: RatingRow, width: int) -> list[Block]:
        """The period, what the numbers mean, and at depth full the columns."""
        legend, short = item.legend(width)
        blocks = [Block((paragraph(text, width), []), SOME) for text in item.question.preface]
        blocks += [Block((legend, short), MANY), EMPTY_LINE]
        for letter, sentence in zip(LETTERS, _columns(self.form), strict=False):
            blocks.append(Block((paragraph(f"{letter}  {sentence}", width, "class:quiet"),), ONE))
        heads = item.column_heads(width)
        return [*blocks, Block((heads,))] if heads else blocks

    def _below(self, width: int) -> list[Block]:
        form, item = self.form, self.form.item
        sentence = form.trouble or form.screen.remark
        if not form.autosave.safe:
            sentence = self.words("not-kept")
        below = remark(sentence, width)
        if about := item.about():
            below += [EMPTY_LINE, Block((paragraph(about, width), []), SOME)]
        keys, few = self._keys()
        return [*below, EMPTY_LINE, keys_below(keys, few, width)]

    def _keys(self) -> tuple[Keys, Keys]:
        """The keys of the field with the cursor; and the few for a small window."""
        form, item, words = self.form, self.form.item, self.words
        enter, back = words("key.enter"), ("Esc", words("does.back"))
        if isinstance(item, RatingRow) and item.asking_absence:
            return [*item.hints()], [*item.hints()]
        on = words("does.go-on" if form.is_last else "does.next")
        keys: Keys = [*item.hints()]
        if isinstance(item, CardItem):
            keys = [(enter, item.by_enter or on), *keys]
        else:
            keys.append((enter, on))
        if isinstance(item, TextItem) and item.several_lines:
            keys.append((words("key.new-line"), words("does.new-line")))
        if not isinstance(item, CardItem):
            keys.append(("Tab", words("does.skip")))
        if not (form.view.is_first and form.at == 0):
            keys.append(back)
        if not isinstance(item, TextItem) or item.empty:
            keys.append(("?", words("does.help")))
        few = [*keys[:2], ("?", words("does.help"))]
        return keys, few

    def _help(self, width: int) -> Fitted:
        form, item, words = self.form, self.form.item, self.words
        rows = item.help(width)
        rows += [[("", "\n")]] if rows else []
        apart = form.view.apart
        for sentence in words.lines("help.apart" if apart else "help"):
            rows += [[part] for part in paragraph(sentence, width)]
        keys: Keys = [("Esc", words("does.back"))]
        if isinstance(item, TextItem) and not apart:
            keys.append(("e", words("does.editor")))
        if not apart:
            keys.append(("x", words("does.not-for-here")))
        above = [heading_line(form.view.heading, width), EMPTY_LINE]

        self.top = min(self.top, len(rows) - 1)

        def layout(keys: Keys) -> Fitted:
            below = [EMPTY_LINE, keys_below(keys, keys, width)]
            return fitted(above, rows[self.top :], below, lines=form.screen.rows, place=0)

        laid_out = layout(keys)
        if laid_out.last < len(rows):
            keys.insert(1, (words("key.space"), words("does.more")))
            laid_out = layout(keys)
        self.below = (self.top + laid_out.last) % len(rows)
        return laid_out


def _columns(form: Form) -> list[str]:
    """The relationships of a grid's columns; none where each behaviour is rated once."""
    columns = [
        view.question.column
        for item in form.items
        if isinstance(item, RatingRow) and len(item.views) > 1
        for view in item.views
    ]
    return [*dict.fromkeys(columns)]
