"""Pictures of the screens of a sitting, beside golden files in tests/golden/screens.

`rich/` holds them at 80 columns and 24 lines (`narrow-…`: 40 columns, `tiny-…`: 30 and 8),
`plain/` what the plain door says for the same.
"""

from __future__ import annotations

import os
import re

from golden_files import GOLDEN, check_golden
from learnlead.sitting.session import Session
from terminal.stories import Story
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist

FOLDER = GOLDEN / "screens"
DOORS = ("rich", "plain")
"""The two typed doors."""


def opened(prompter: str, *options: str, columns: int = 80, rows: int = 24) -> Terminal:
    if prompter == "rich":
        return Terminal("reflect", *options, columns=columns, rows=rows)
    return Terminal("reflect", "--plain", *options, columns=columns, rows=60)


def typist(prompter: str, terminal: Terminal, session: Session) -> Typist:
    return (PlainTypist if prompter == "plain" else Typist)(terminal, session)


def shot(prompter: str, name: str, terminal: Terminal, *ends: str) -> None:
    """The screen, or what the plain door said since the last key, is the golden file's.

    `ends` are the words that a rich screen's last line ends with.
    """
    if prompter == "plain":
        text = said(terminal)
    else:
        terminal.wait_for(*ends or ["/b back", "Ctrl-C stop, kept"] * ("/b" in terminal.text))
        text = terminal.text
    check(prompter, name, text)


def said(terminal: Terminal) -> str:
    """What was said since the last key, without the echo of that key and without a prompt."""
    lines = terminal.fresh.replace("\r", "").splitlines()
    if len(terminal.fresh) < len(terminal.raw.decode()):
        lines = lines[1:]
    while lines and not lines[0]:
        lines = lines[1:]
    return "\n".join(lines).removesuffix("\n> ")


def told(prompter: str, terminal: Terminal) -> str:
    """What stays on the screen after the program's end."""
    return said(terminal) if prompter == "plain" else terminal.left_behind


def check(prompter: str, name: str, text: str) -> None:
    check_golden(f"screens/{prompter}/{name.replace(':', '-')}.txt", f"{same_everywhere(text)}\n")


def same_everywhere(text: str) -> str:
    """The text without the hour and the folders of this test."""
    text = re.sub(r"\d\d:\d\d(?=, \d)", "16:04", text)
    return text.replace(os.environ["HOME"], "~").strip("\n")


def go_on(prompter: str, terminal: Terminal) -> None:
    if prompter == "plain":
        terminal.wait_for_prompt("is unfinished").press("enter")
    else:
        terminal.wait_for("is unfinished").press("enter")


def brought_to(session: Session, story: Story) -> Session:
    """The session with everything answered that comes before the story's first shot."""
    while session.question is not None and session.question.id not in story.shots:
        given = story.typed.get(session.question.id)
        session = session.skip() if given is None else session.answer(given)
    return session


def open_examples(prompter: str, terminal: Terminal) -> None:
    if prompter == "plain":
        terminal.press("help", "enter").wait_for_prompt("So far:")
    else:
        terminal.press("?").wait_for("? list x not for here")
