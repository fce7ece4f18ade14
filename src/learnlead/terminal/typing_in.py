"""Typing an answer in words: one line, or as many as wanted."""

from __future__ import annotations

from collections.abc import Callable

import questionary
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from learnlead.terminal.screen_text import keys_line
from learnlead.terminal.stage import Stage

COMMANDS = ("/b", "/s", "/x", "/e", "/?")
"""What a line of its own may say instead of an answer: back, skip, not for here, editor, help."""


def type_in(
    stage: Stage,
    ask: str,
    *,
    text: str,
    several_lines: bool,
    keep: Callable[[str], None],
) -> tuple[str, str]:
    """The text typed, and the command that ended it (empty for none).

    Enter ends a line; on an empty line it ends the answer, so that one word is a full answer.
    A paste is taken as it is, whatever lines it has. `keep` is called at every new line.
    """
    prompt = questionary.text(
        ask,
        default=text,
        qmark="",
        instruction="\n\n>",
        multiline=several_lines,
        style=stage.style,  # questionary merges it over its own colours
        key_bindings=_bindings(several_lines=several_lines),
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

    prompt.application.current_buffer.on_text_changed += changed
    typed: str = prompt.unsafe_ask()
    head, _, last = typed.rpartition("\n")
    command = last.strip()
    return (head, command) if command in COMMANDS else (typed, "")


def _toolbar(width: int, *, several_lines: bool) -> StyleAndTextTuples:
    done = ("Enter twice", "done") if several_lines else ("Enter", "done")
    keys = [done, ("/b", "back"), ("/s", "skip"), ("/e", "editor"), ("/x", "not for here")]
    return keys_line([*keys, ("Ctrl-C", "stop, kept")], width)[:-1]


def _bindings(*, several_lines: bool) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        line = buffer.document.current_line.strip()
        at_end = not buffer.document.text_after_cursor.strip()
        if not several_lines or (at_end and (not line or line in COMMANDS)):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    @bindings.add("c-d")
    def _end(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return bindings
