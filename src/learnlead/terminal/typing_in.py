"""Typing an answer in words: one line, or as many as wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from learnlead.terminal.screen_text import keys_line
from learnlead.terminal.stage import Stage
from learnlead.terminal.wrapping import wrap

COMMANDS = ("/b", "/s", "/x", "/e", "/?")
"""What the last word may say instead of an answer: back, skip, not for here, editor, help."""

RESIZED = "resized"
"""Ends the typing like a command: the window has another size, and all is to be drawn anew."""


def type_in(
    stage: Stage,
    ask: str,
    *,
    text: str,
    several_lines: bool,
    keep: Callable[[str], None],
    more: Collection[str] = (),
) -> tuple[str, str]:
    """The text typed, and the command that ended it (empty for none).

    Enter ends a line; on an empty line it ends the answer, so that one word is a full answer.
    A paste is taken as it is, whatever lines it has. ← on nothing goes back. `keep` is called at
    every new line. `more` are commands of two signs beside the usual ones.
    """

    def split(typed: str) -> tuple[str, str]:
        words, command = typed.rstrip()[:-2], typed.rstrip()[-2:]
        of_its_own = not words or words[-1].isspace() or words == text
        known = command in COMMANDS or command in more
        return (words.rstrip(), command) if known and of_its_own else (typed, "")

    prompt = questionary.text(
        "\n ".join(wrap(ask, stage.columns - 2)),
        default=text,
        qmark="",
        instruction="\n\n>",
        multiline=several_lines,
        style=stage.style,  # questionary merges it over its own colours
        key_bindings=_bindings(split, several_lines=several_lines),
        bottom_toolbar=lambda: _toolbar(stage.columns, several_lines=several_lines),
        reserve_space_for_menu=0,
        output=stage.output,
        color_depth=stage.depth,
        include_default_pygments_style=False,
        prompt_continuation="  ",
        wrap_lines=True,
    )
    lines_kept = text.count("\n")

    def changed(buffer: Buffer) -> None:
        nonlocal lines_kept
        if buffer.text.count("\n") != lines_kept:
            lines_kept = buffer.text.count("\n")
            keep(buffer.text)

    size, resized = stage.output.get_size(), False

    def stop_in_another_size(app: Application[str]) -> None:
        nonlocal resized
        if not app.is_done and stage.output.get_size() != size:
            resized = True
            app.exit(result=app.current_buffer.text)

    prompt.application.current_buffer.on_text_changed += changed
    prompt.application.before_render += stop_in_another_size
    typed = prompt.unsafe_ask()
    return (typed, RESIZED) if resized else split(typed)


def _toolbar(width: int, *, several_lines: bool) -> StyleAndTextTuples:
    done = ("Enter twice", "done") if several_lines else ("Enter", "done")
    keys = [done, ("/b", "back"), ("/s", "skip"), ("/e", "editor"), ("/x", "not for here")]
    return keys_line([*keys, ("Ctrl-C", "stop, kept")], width)[:-1]


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
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    @bindings.add("c-d")
    def _end(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @bindings.add("left", filter=nothing_typed)
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(result="/b")

    return bindings
