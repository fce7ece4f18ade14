"""Pictures of the screens of a sitting, beside golden files in tests/golden/screens/rich.

They are of 80 columns and 24 lines (`narrow-…`: 40 columns and 12 lines).
"""

from __future__ import annotations

import os
import re

from golden_files import GOLDEN, check_golden
from learnlead.sitting.session import Session
from terminal.stories import Story
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist

FOLDER = GOLDEN / "screens" / "rich"
DOORS = ("rich", "plain")


def opened(prompter: str, *options: str, columns: int = 80) -> Terminal:
    """A sitting at that door."""
    if prompter == "rich":
        return Terminal("reflect", *options, columns=columns)
    return Terminal("reflect", "--plain", *options, columns=columns, rows=60)


def typist(prompter: str, terminal: Terminal, session: Session) -> Typist:
    return (PlainTypist if prompter == "plain" else Typist)(terminal, session)


def shot(name: str, terminal: Terminal, *ends: str) -> None:
    """The screen is the golden file's; `ends` are words of its last line."""
    terminal.wait_for(*ends)
    check(name, terminal.text)


def check(name: str, text: str) -> None:
    check_golden(f"screens/rich/{name.replace(':', '-')}.txt", f"{same_everywhere(text)}\n")


def same_everywhere(text: str) -> str:
    """The text without the hour and the folders of this test."""
    text = re.sub(r"\d\d:\d\d(?=, \d)", "16:04", text)
    return text.replace(os.environ["HOME"], "~").strip("\n")


def brought_to(session: Session, story: Story) -> Session:
    """The session with everything answered that comes before the story's first shot."""
    while (screen := session.screen) is not None:
        if any(question.id in story.shots for question in screen.questions):
            break
        session = session.answer(story.typed)
    return session
