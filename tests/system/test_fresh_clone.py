"""A manager on a new machine: a fresh clone, a home with nothing in it, `make reflect`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from system.tmux import Tmux

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not (shutil.which("tmux") and shutil.which("git")),
        reason="needs git and tmux: make test-system installs them",
    ),
]

CHECKOUT = Path(__file__).parents[2]
NOBODY = "65534"
LEARNLEAD = ".venv/bin/learnlead"
PAGE = "journals/2026-11-20-learning-leader.md"

RATINGS = (("4", "3", "n", "na"), ("n", "4", "4", "5"), ("4", "nm", "4", "3"))
"""The keys for each of the twelve, four on a screen."""

ANSWERS = """\
learnlead: 1
focus: {behaviour: own-answers, notice: people finish their own sentences}
relationships: [formal-authority]
moments:
  - relationship: formal-authority
    with: report A
    what: In the Tuesday review I waited.
    other_side: She drew it herself.
ratings:
  follower-needs: 4
  performance-emphasis: 3
  joint-learning: no-opportunity
  open-doors: no-opportunity
  interdependence: no-opportunity
  own-expertise: 4
  ask-and-listen: 4
  own-answers: 5
  freedom-to-challenge: 4
  accessible: none-made
  emotionally-open: 4
  learning-at-heart: 3
obstacle: Hurry, mostly mine.
plan: {behaviour: own-answers, cue: a report is stuck, action: wait ten seconds}
"""
"""What is typed below, as another door would hand it in."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine on which the checkout was just cloned, and a user who is not root."""

    top: Path

    @property
    def clone(self) -> Path:
        return self.top / "a clone"  # the blank is meant: people's folders have them

    @property
    def env(self) -> dict[str, str]:
        pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        today = {"LEARNLEAD_TODAY": "2026-11-20"}
        home = {"HOME": str(self.top / "home"), "LANG": "C.UTF-8"}
        return pip | today | home | {"PATH": os.environ["PATH"]}

    def as_user(self, *command: str) -> list[str]:
        """The command as run without root."""
        if os.geteuid() != 0:
            return [*command]
        return ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", *command]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the clone, without a terminal."""
        return subprocess.run(
            self.as_user(*command),
            cwd=self.clone,
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine() -> Iterator[Machine]:
    if not (CHECKOUT / ".git").exists():
        pytest.skip("needs a git checkout: it is what gets cloned")
    machine = Machine(Path(tempfile.mkdtemp(prefix="learnlead-")))
    listed = subprocess.run(
        ["git", "-C", CHECKOUT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.strip("\0").split("\0"):
        if (CHECKOUT / name).is_file():
            (machine.clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, machine.clone / name)
    (machine.top / "home").mkdir()
    machine.top.chmod(0o755)
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", machine.top], check=True)
    yield machine
    shutil.rmtree(machine.top)


def test_make_reflect_on_a_new_machine(machine: Machine) -> None:
    shell = " ".join(machine.as_user("sh"))
    socket = machine.top / "tmux"
    with Tmux(shell, cwd=machine.clone, env=machine.env, socket=socket) as terminal:
        terminal.wait("a prompt", bool)
        terminal.write("clear; make reflect")
        terminal.press("Enter")
        terminal.wait_for("setting up for use in .venv")
        terminal.wait_for("One word is a full answer.", seconds=180)
        sit(terminal)
        terminal.wait_for("Saved. Friday 20 November 2026")
        terminal.press("Enter")
        terminal.wait("a prompt", lambda screen: screen.endswith("$"))
        terminal.write(f"clear; {LEARNLEAD} trends | head")
        terminal.press("Enter")
        terminal.wait_for("1 sitting held")

    again = machine.run("make", "reflect")
    assert "setting up" not in again.stderr, "the second time there is nothing to do"
    assert "terminal" in again.stderr, "and no question without a terminal"

    demo = machine.run("make", "demo")
    assert (demo.returncode, demo.stderr) == (0, "")
    assert "It is worse when you count." in demo.stdout, "somebody's own words"

    typed = (machine.clone / PAGE).read_text(encoding="utf-8")
    assert typed == page_by_answers(machine, minutes_of(typed))


def sit(terminal: Tmux) -> None:
    """The first sitting, screen by screen."""
    terminal.press("Enter")
    terminal.wait_for("Which of these happened this week?")
    terminal.press("1")
    terminal.wait_for("[x]")
    terminal.press("Enter")
    terminal.wait_for("With whom?")
    say(terminal, "report A")
    say(terminal, "In the Tuesday review I waited.")
    say(terminal, "She drew it herself.", then="Ratings 1–4 of 12")
    for first, rows in zip((1, 5, 9), RATINGS, strict=True):
        terminal.wait_for(f"Ratings {first}–{first + 3} of 12")
        terminal.press(*"".join(rows), "Enter")
    focus = terminal.wait_for("What do you want to get better at this quarter?")
    [number] = re.findall(r"(\d+) Room for their own answers", focus)
    terminal.press(*number, "Enter")
    terminal.wait_for("Focus: Room for their own answers")
    say(terminal, "people finish their own sentences", then="4 of 4 · Plan")
    say(terminal, "Hurry, mostly mine.")
    say(terminal, "a report is stuck")
    say(terminal, "wait ten seconds", then="Your page")
    while "Enter read on" in (page := terminal.wait("the keys of the page", has_its_keys)):
        terminal.press("Enter")
        terminal.wait("more of the page", page.__ne__)
    terminal.press("Enter")


def has_its_keys(screen: str) -> bool:
    return "Enter read on" in screen or "Enter save" in screen


def say(terminal: Tmux, text: str, *, then: str = "") -> None:
    """Type an answer and go on, to the next field or to the screen that shows `then`."""
    terminal.write(text)
    before = terminal.cursor()
    terminal.press("Enter")
    terminal.wait("another field", lambda screen: then in screen and terminal.cursor() != before)


def minutes_of(page: str) -> str:
    [line] = [line for line in page.splitlines() if line.startswith("minutes: ")]
    return line


def page_by_answers(machine: Machine, minutes: str) -> str:
    """The page that the same answers make when they come from a file."""
    other = machine.top / "home" / "other"
    program = machine.clone / LEARNLEAD  # typed in the clone it would bring the pages there
    init = f"mkdir '{other}' && cd '{other}' && '{program}' init ."
    assert machine.run("sh", "-c", init).returncode == 0
    answers = machine.top / "answers.yaml"
    answers.write_text(f"{ANSWERS}{minutes}\n", encoding="utf-8")
    held = machine.run(LEARNLEAD, "reflect", "--workspace", str(other), "--answers", str(answers))
    assert (held.returncode, held.stderr) == (0, "")
    return (other / PAGE).read_text(encoding="utf-8")
