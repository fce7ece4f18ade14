"""What the program writes into the repository is what it would write now."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.main import get_command as root_of

from learnlead import __version__
from learnlead.cli.app import app
from manual import MANUAL
from reference import PROGRAMS, REFERENCE, commands, for_programs
from running import run

pytestmark = pytest.mark.core

CHECKOUT = Path(__file__).parents[2]
EXAMPLES = CHECKOUT / "journals" / "examples"
ANSWERS = sorted((CHECKOUT / "docs" / "invented-year").glob("*.yaml"))


def test_the_invented_year_is_written_from_its_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("README.md", "learnlead.yaml"):
        shutil.copy(EXAMPLES / name, tmp_path)
    for answers in ANSWERS:
        monkeypatch.setenv("LEARNLEAD_TODAY", answers.stem)
        held = run("reflect", "--workspace", tmp_path, "--answers", answers)
        assert held.code == 0, held.stderr
    now = {page.name: page.read_text(encoding="utf-8") for page in tmp_path.glob("*.md")}
    kept = {page.name: page.read_text(encoding="utf-8") for page in EXAMPLES.glob("*.md")}
    assert now == kept, "run make examples"


def test_the_reference_tells_every_command_and_option() -> None:
    """Its words, not its layout: that is typer's, and changes with its versions."""
    page = REFERENCE.read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (.+?)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))
    found = {" ".join(("learnlead", *names)): command for names, command in commands(root_of(app))}
    assert list(sections) == list(found), "run make reference"
    for name, command in found.items():
        section = "".join(sections[name].split())
        options = [p for p in command.params if p.opts[0].startswith("-")]
        said = [command.help, *(word for p in options for word in (*p.opts, p.help))]
        for words in filter(None, said):
            assert "".join(words.split()) in section, f"run make reference: {name}: {words}"


def test_the_manual_tells_every_command_and_option() -> None:
    page = MANUAL.read_text(encoding="utf-8").replace("\\-", "-").replace("\n.PP", "")
    headings = re.findall(r"^\.SS learnlead (.+)$", page, re.MULTILINE)
    found = {" ".join(names): command for names, command in commands(root_of(app)) if names}
    words = "".join(page.split())
    assert len(headings) == len(found), "run make reference"
    for heading, (name, command) in zip(headings, found.items(), strict=True):
        assert f"{heading} ".startswith(f"{name} "), "run make reference"
        options = [p for p in command.params if p.opts[0].startswith("-")]
        for said in (command.help, *(word for p in options for word in (*p.opts, p.help))):
            assert "".join((said or "").split()) in words, f"run make reference: {name}: {said}"


def test_the_manual_is_of_this_release() -> None:
    changes = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    version, day = re.findall(r"^## \[([\d.]+)\] - (\S+)$", changes, re.MULTILINE)[0]
    assert version == __version__
    assert f'.TH LEARNLEAD 1 {day} "learnlead {version}"' in MANUAL.read_text(encoding="utf-8")


def test_the_reference_tells_every_exit_code_and_schema() -> None:
    assert PROGRAMS.read_text(encoding="utf-8") == for_programs(), "run make reference"
