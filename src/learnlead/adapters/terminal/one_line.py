"""Lines typed at the terminal outside a sitting."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from learnlead.errors import Interrupted


def ask_line(ask: str, *, plain: bool, begun: str = "") -> str:
    """The line as it was typed; empty for Enter alone, and where the input ends.

    What is asked goes to stderr, since stdout is for answers. `begun` stands there already, where
    a line can be changed.

    Raises:
        Interrupted: Ctrl-C.
    """
    try:
        return _plain(ask) if plain or not sys.stderr.isatty() else _rich(ask, begun)
    except EOFError:
        return ""
    except KeyboardInterrupt:
        raise Interrupted from None


def _plain(ask: str) -> str:
    accept_any_bytes()
    sys.stderr.write(f"{ask} ")
    sys.stderr.flush()
    return sys.stdin.readline()


def read_typed_line() -> str:
    """The next line behind a `> `, where words go in and words come out.

    Raises:
        Interrupted: Ctrl-C, or the end of the input: nothing has left.
    """
    print("> ", end="", flush=True)
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        raise Interrupted("nothing has left") from None
    if not line:
        raise Interrupted("the input ended: nothing has left")
    return line


def accept_any_bytes() -> None:
    """Let stdin take what is no UTF-8: it is refused later, and never a crash."""
    if isinstance(sys.stdin, TextIOWrapper) and sys.stdin.errors != "surrogateescape":
        sys.stdin.reconfigure(errors="surrogateescape")  # allowed before the first line only


def _rich(ask: str, begun: str) -> str:
    """With arrows to move in the line; a paste of several lines stays here, not in the shell."""
    import questionary
    from prompt_toolkit.output import create_output

    calm = questionary.Style([("question", "bold"), ("answer", "noinherit")])
    question = questionary.text(
        ask, default=begun, qmark="", style=calm, output=create_output(sys.stderr)
    )
    typed: str = question.unsafe_ask()
    return typed
