"""Write docs/plain-sitting.txt anew: a sitting at the plain door, typed into the real program."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from learnlead.sitting.question import AnswerValue
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, begun

TOP = Path(__file__).parents[1]
TEXT = TOP / "docs" / "plain-sitting.txt"
WEEK_BEFORE = TOP / "docs" / "invented-year" / "2025-11-07.yaml"
DAY = "2025-11-14"

HEAD = """\
A whole sitting of `learnlead reflect --plain`, the second one of an invented leader. It came out of
the real program (`make pictures` writes it anew). What stands after "> " was typed, and ended with
Enter; all other lines are the program's. Nothing is ever redrawn, so a screen reader can follow,
and a conversation piped into a file reads as it was.

"""

TYPED: dict[str, AnswerValue] = {
    "look-back": "partly",
    "look-back-note": "Once, with E, and I got as far as question two.\n"
    "The other times I remembered in the corridor.",
    "live": ["formal-authority", "equal-influence"],
    "moment-with": "report A",
    "moment-what": "A was explaining how to split the alarm service,\nand I finished the sentence "
    "for her. Then the next one.\nShe stopped and said: go on then, you tell me.",
    "other-side": "She laughed. Then she put her headphones on.",
    "moment": "formal-authority",
    "evidence:own-answers": "This week I counted. Eight problems came in,\neight answers went out, "
    "all of them mine.",
    "count:own-answers": "0/8",
    "rating:follower-needs": 3,
    "rating:performance-emphasis": 2,
    "rating:joint-learning": "no-opportunity",
    "rating:open-doors": "none-made",
    "rating:interdependence": 3,
    "rating:own-expertise": 1,
    "rating:ask-and-listen": 3,
    "rating:own-answers": 1,
    "rating:accessible": 2,
    "rating:emotionally-open": 3,
    "rating:learning-at-heart": 2,
    "follow-up:low:own-answers": "I said what I would do, and they wrote it down.",
    "insight": "It is worse when you count.",
    "plan": "keep",
}


class Unhurried(PlainTypist):
    """Waits for each prompt before the next line is typed."""

    def _say(self, line: str) -> None:
        super()._say(line)
        self.terminal.wait_for_prompt()


def typed(home: Path) -> str:
    """The conversation, with `~` for the home that it was held in.

    `HOME` and the day are those of the environment.
    """
    week_before = [sys.executable, "-m", "learnlead", "reflect", "--answers", str(WEEK_BEFORE)]
    with chdir(home):  # no workspace of this checkout
        subprocess.run(week_before, check=True, capture_output=True)
        with Terminal("reflect", "--plain") as terminal:
            hold(terminal)
            said = terminal.raw.decode().replace("\r", "")
    return said.replace(str(home), "~")


def hold(terminal: Terminal) -> None:
    """Type the sitting, with help, a step back, and an answer mended at its end."""
    typist = Unhurried(terminal, begun())
    typist.answer_all(TYPED, until="rating:follower-needs")
    typist.sees()
    terminal.press("/help", "enter").wait_for_prompt(typist.words("plain.how.rating"))
    typist.go_on(TYPED)
    typist.sees()
    terminal.press("/back", "enter").wait_for_prompt("Enter alone: I didn't make one.")
    typist.session = typist.session.back()
    terminal.press("enter").wait_for_prompt()
    typist.session = typist.session.answer(TYPED)
    typist.answer_all(TYPED)
    typist.sees_the_page()
    number = [entry.id for entry in typist.session.questions()].index("insight") + 1
    terminal.press(str(number), "enter").wait_for_prompt()
    terminal.press("It is worse when you count. I will count again.", "enter")
    typist.save()


def main() -> None:
    """Write the file."""
    for name in os.environ.keys() - {"PATH", "PYTHONPATH"}:
        del os.environ[name]  # nothing of this machine's user shows
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"HOME": home, "LANG": "C.UTF-8", "TERM": "xterm", "LEARNLEAD_TODAY": DAY}
        TEXT.write_text(HEAD + typed(Path(home)), encoding="utf-8")


if __name__ == "__main__":
    main()
