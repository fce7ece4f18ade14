"""The form as prompt_toolkit shows it: drawn whole, with the field that has the cursor in focus."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.formatted_text.utils import split_lines
from prompt_toolkit.layout import BufferControl, UIContent
from prompt_toolkit.layout.controls import GetLinePrefixCallable

from learnlead.adapters.terminal.fitting import without_last_break
from learnlead.adapters.terminal.form.item import CURSOR


class FormControl(BufferControl):
    """Its buffer, which takes the usual keys of editing, is that of the field with the cursor."""

    def __init__(self, draw: Callable[[], StyleAndTextTuples], buffer: Buffer) -> None:
        super().__init__(buffer)
        self._draw = draw

    def create_content(
        self,
        width: int,  # noqa: ARG002 - the screen knows its size
        height: int,  # noqa: ARG002
        preview_search: bool = False,  # noqa: ARG002, FBT001, FBT002
    ) -> UIContent:
        """See `UIControl`."""
        lines = [list(line) for line in split_lines(without_last_break(self._draw()))]
        cursor = None
        for y, line in enumerate(lines):
            styles = [part[0] for part in line]
            if CURSOR in styles:
                before = line[: styles.index(CURSOR)]
                cursor = Point(sum(len(part[1]) for part in before), y)
                line.pop(styles.index(CURSOR))
                line.append(("", " "))  # the cursor needs a cell at the end of the line, too
                break
        return UIContent(
            get_line=lambda at: lines[at],
            line_count=len(lines),
            cursor_position=cursor,
            show_cursor=cursor is not None,
        )

    def preferred_width(self, max_available_width: int) -> int | None:
        """See `UIControl`."""
        return max_available_width

    def preferred_height(
        self,
        width: int,
        max_available_height: int,
        wrap_lines: bool,  # noqa: ARG002, FBT001
        get_line_prefix: GetLinePrefixCallable | None,  # noqa: ARG002
    ) -> int | None:
        """See `UIControl`."""
        return self.create_content(width, max_available_height).line_count
