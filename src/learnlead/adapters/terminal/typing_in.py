"""Typing an answer in words: one line, or as many as wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial

from prompt_toolkit.application import get_app, get_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_to_text
from prompt_toolkit.input.typeahead import store_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, VerticalAlign, Window
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

from learnlead.adapters.terminal.autosave import Autosave
from learnlead.adapters.terminal.fitting import EMPTY_LINE, Block, Fitted, fitted, height
from learnlead.adapters.terminal.key_filter import following_keys, without_enter
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import keys_below
from learnlead.i18n.words import Words
from learnlead.text.cells import cells

_WORD_OR_BLANKS = re.compile(r"[ ]+|[^ ]+")


class WholeWords(Processor):
    """A word that does not fit on the rest of its row begins the next one, without a blank.

    Only what is shown changes: the text itself stays as it is typed.
    """

    def __init__(self, indent: int) -> None:
        """`indent` is how many cells of each row stand before the text."""
        self._indent = indent

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """See `Processor`."""
        fragments = explode_text_fragments(transformation_input.fragments)
        words = fragment_list_to_text(fragments)
        room = max(transformation_input.width - self._indent, 1)
        shown: StyleAndTextTuples = []
        places: list[int] = []
        column, row_is_new = 0, False
        for match in _WORD_OR_BLANKS.finditer(words):
            blank = match[0].startswith(" ")
            width = sum(map(_width, match[0]))
            if not blank and column + width > room >= width and column:
                shown += [("", " ")] * (room - column)
                column = 0
            for at in range(*match.span()):
                places.append(len(shown))
                if blank and (row_is_new or column == room):
                    column, row_is_new = 0, True
                    continue
                row_is_new = False
                shown.append(fragments[at])
                wide = _width(words[at])
                column = wide if column + wide > room else column + wide
        places.append(len(shown))
        return Transformation(
            shown,
            source_to_display=lambda at: places[min(at, len(places) - 1)],
            display_to_source=lambda at: next(
                (source for source, place in enumerate(places) if place >= at), len(words)
            ),
        )


def _width(character: str) -> int:
    """Cells on the screen, where a control character shows as two signs."""
    return 2 if character < " " or character == "\x7f" else get_cwidth(character)


COMMANDS = ("/b", "/s", "/x", "/e", "/?")
"""What the last word may say instead of an answer: back, skip, not for here, editor, help."""

_PROMPT = " > "


def type_in(
    screen: Screen,
    above: Callable[[int], Sequence[Block]],
    *,
    text: str,
    several_lines: bool,
    autosave: Autosave,
    more: Collection[str] = (),
) -> tuple[str, str]:
    """The text typed, and the command that ended it (empty for none).

    Enter ends a line; on an empty line it ends the answer, so that one word is a full answer.
    A paste is taken as it is, whatever lines it has. ← on nothing goes back.

    Args:
        screen: where it is typed.
        above: what stands above the text in a window of that width.
        text: to begin with.
        several_lines: whether the answer may have more than one.
        autosave: puts the text on disk while it is typed.
        more: commands of two signs beside the usual ones.

    Raises:
        KeyboardInterrupt: Ctrl-C; the text is kept.
        Stopped: an end from outside; the text is kept.
    """

    def split(typed: str) -> tuple[str, str]:
        words, command = typed.rstrip()[:-2], typed.rstrip()[-2:]
        of_its_own = not words or words[-1].isspace() or words == text
        known = command in COMMANDS or command in more
        return (words.rstrip(), command) if known and of_its_own else (typed, "")

    buffer = Buffer(multiline=several_lines, document=Document(text))
    layout = _screen(screen, buffer, above, autosave, several_lines=several_lines)
    bindings = _bindings(split, several_lines=several_lines)
    follow = partial(autosave.follow, buffer)
    try:
        typed: str = screen.run(layout, bindings, inline=False, background=follow)
    except BaseException:
        autosave.save(buffer.text)
        raise
    autosave.settle()  # what comes next is written after it
    if not several_lines:
        # Longer answers end with Enter twice: of one line, too, the second Enter is no answer.
        source = get_app_session().input
        store_typeahead(source, without_enter(following_keys(source)))
    return split(typed)


def _screen(
    screen: Screen,
    buffer: Buffer,
    above: Callable[[int], Sequence[Block]],
    autosave: Autosave,
    *,
    several_lines: bool,
) -> HSplit:
    def ends() -> str:
        if not several_lines:
            return "key.enter"
        begun = bool(buffer.text.strip())
        return "key.enter-again" if begun and _at_an_empty_end(buffer) else "key.enter-twice"

    def fits() -> Fitted:
        width = screen.columns
        room = width - len(_PROMPT)
        rows: list[StyleAndTextTuples] = [
            [("", "\n" * (1 + cells(line) // room))] for line in buffer.document.lines
        ]
        foot = [EMPTY_LINE, _keys(screen.words, width, done=ends(), safe=autosave.safe)]
        place = buffer.document.cursor_position_row
        return fitted(above(width), rows, foot, lines=screen.rows, place=place)

    def room() -> Dimension:
        layout = fits()
        others = height(layout.above) + height(layout.below)
        return Dimension(min=1, max=max(screen.rows - others, 1))

    def prefix(line: int, wrapped: int) -> str:
        return _PROMPT if (line, wrapped) == (0, 0) else " " * len(_PROMPT)

    return HSplit(
        [
            Window(FormattedTextControl(lambda: fits().above), height=lambda: height(fits().above)),
            Window(
                BufferControl(buffer, input_processors=[WholeWords(len(_PROMPT))]),
                height=room,
                dont_extend_height=True,
                wrap_lines=True,
                get_line_prefix=prefix,
            ),
            Window(FormattedTextControl(lambda: fits().below), height=lambda: height(fits().below)),
        ],
        align=VerticalAlign.TOP,
    )


def _at_an_empty_end(buffer: Buffer) -> bool:
    """Whether Enter would end the text: on an empty line, with nothing after it."""
    document = buffer.document
    return not (document.current_line.strip() or document.text_after_cursor.strip())


def _keys(words: Words, width: int, *, done: str, safe: bool) -> Block:
    """The keys below the text; `done` is the sentence that says which one ends it.

    `safe`: whether the disk takes the words.
    """
    ends = words(done), words("does.done")
    keys = [ends, *((key, words(f"does.{what}")) for key, what in _DOES.items())]
    keys.append((words("key.stop"), words("does.stop" if safe else "does.stop-unkept")))
    return keys_below(keys, [ends, ("/?", words("does.help"))], width)


_DOES = {"/b": "back", "/s": "skip", "/e": "editor", "/x": "not-for-here"}


def _bindings(split: Callable[[str], tuple[str, str]], *, several_lines: bool) -> KeyBindings:
    bindings = KeyBindings()

    @Condition
    def nothing_typed() -> bool:
        return not get_app().current_buffer.text

    @bindings.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        at_end = not buffer.document.text_after_cursor.strip()
        done = not buffer.document.current_line.strip() or split(buffer.text)[1]
        if not several_lines or (at_end and done):
            event.app.exit(result=buffer.text)
        else:
            buffer.insert_text("\n")

    @bindings.add("c-d")
    def _end(event: KeyPressEvent) -> None:
        event.app.exit(result=event.current_buffer.text)

    @bindings.add("left", filter=nothing_typed)
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(result="/b")

    return bindings
