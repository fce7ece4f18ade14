"""A yes, asked for at the terminal outside a sitting."""

from __future__ import annotations

from learnlead.cli.wiring import Desk
from learnlead.errors import Interrupted


def says_yes(desk: Desk, ask: str, otherwise: str) -> bool:
    """Whether the answer is yes; Enter alone is no.

    Args:
        desk: where it is asked.
        ask: what to ask, with its question mark.
        otherwise: what Ctrl-C leaves: "nothing was changed".

    Raises:
        Interrupted: Ctrl-C.
    """
    from learnlead.terminal.one_line import ask_line

    try:
        typed = ask_line(f"{ask} [y/N]", plain=desk.plain)
    except Interrupted:
        raise Interrupted(otherwise) from None
    return typed.strip().lower() in ("y", "yes")
