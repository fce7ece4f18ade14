"""Tab in real shells: a word is completed as it can be run, files where the program has none."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.coached import exported, sat_last_week
from running import SOURCE, run
from system.tmux import Tmux

pytestmark = pytest.mark.system

FILES = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/config.fish"}
"""What each shell reads when it starts."""

PROMPT = 'PS1="> "\n'
PROMPT_OF_FISH = 'function fish_prompt; printf "> "; end\nset -g fish_greeting\n'


@pytest.fixture(params=sorted(FILES))
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    """A shell in a workspace with one page, its plan and a bundle for somebody."""
    name = str(request.param)
    path = shutil.which(name)
    if path is None or shutil.which("tmux") is None:
        pytest.skip(f"needs {name} and tmux: make test-system installs them")
    root = tmp_path / "ws"
    run("init", root)
    os.chdir(root)
    sat_last_week()
    exported("one.zip", "--for", "Maria Weber")
    program = tmp_path / "bin" / "learnlead"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\nPYTHONPATH='{SOURCE}' exec '{sys.executable}' -m learnlead \"$@\"\n"
    )
    program.chmod(0o755)
    home = tmp_path / "home"
    started_with = home / FILES[name]
    started_with.parent.mkdir(parents=True)
    prompt = PROMPT_OF_FISH if name == "fish" else PROMPT
    started_with.write_text(prompt + run("completion", name).stdout)
    env = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(home)}
    with Tmux(f"{path} -i", cwd=root, env=env, socket=tmp_path / "tmux") as terminal:
        terminal.wait("a prompt", lambda screen: screen == ">")
        yield terminal


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("learnlead rubric show learning-l", "learnlead rubric show learning-leader"),
        ("learnlead plan do", "learnlead plan done"),
        ("learnlead journal edit 20", "learnlead journal edit 2026-11-13"),
        ("learnlead export --for Ma", "learnlead export --for Maria\\ Weber"),
        ("learnlead focus set own-a", "learnlead focus set own-answers"),
        ("learnlead journal check lea", "learnlead journal check learnlead.yaml"),
    ],
)
def test_tab_completes_a_word(shell: Tmux, typed: str, completed: str) -> None:
    shell.write(typed)
    shell.press("Tab")
    shell.wait_for(completed)


def test_a_completed_name_is_one_word(shell: Tmux) -> None:
    shell.write("learnlead export --dry-run --for Ma")
    shell.press("Tab")
    shell.wait_for("Maria\\ Weber")
    shell.press("Enter")
    shell.wait_for("would leave.")


def test_what_is_broken_says_nothing(shell: Tmux) -> None:
    Path("learnlead.yaml").write_text("journal: [\n")
    shell.write("learnlead rubric show learning-l")
    shell.press("Tab")
    shell.write("x")
    assert shell.screen() == "> learnlead rubric show learning-lx"
