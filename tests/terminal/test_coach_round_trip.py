"""From a leader to a coach and back, each at a terminal: export, review, reply, import, sitting."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from running import run
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

QUESTION = "What would you hear if you waited a minute?"
WORDS = "Twelve seconds felt long, and she went on."

EDITOR = f"""\
#!/bin/sh
printf 'Writing to Anna. '
read -r ready
sed -i 's/<!-- question -->/&\\n{QUESTION}/; s/<!-- comment [^ ]*.moment-1 -->/&\\nThank you./' "$1"
"""


def test_from_a_leader_to_a_coach_and_back(
    begun_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = _the_leader_exports(tmp_path)
    reply = _the_coach_replies(bundle, tmp_path / "coach", monkeypatch)
    _the_leader_imports(reply)
    _the_next_sitting_asks(begun_workspace)


def _the_leader_exports(tmp_path: Path) -> Path:
    bundle = tmp_path / "anna.zip"
    always = ("--for", "Kim", "--as", "Anna", "--include", "moments", "--yes", "--names", "stay")
    ran = run("export", "--output", bundle, *always, "--want", "Listen to me.")
    assert ran.code == 0, ran.stderr
    return bundle


def _the_coach_replies(bundle: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The coach's own machine: another home, no workspace, an editor."""
    home.mkdir()
    editor = home / "editor.sh"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o700)
    shutil.copy(bundle, home)
    world = {"HOME": str(home), "EDITOR": str(editor)}
    with Terminal("coach", "review", "anna.zip", cwd=home, environment=world, rows=50) as terminal:
        terminal.wait_for("On which terms", "For Kim", "Listen to me.", "All ratings are")
        assert terminal.finish() == 0
    with Terminal("coach", "reply", "anna.zip", cwd=home, environment=world, rows=50) as terminal:
        terminal.wait_for("Writing to Anna.").press("enter").wait_for("anna-reply.md")
        assert terminal.finish() == 0
    assert not list(home.rglob("reply-*.md")), "the sheet went with the reply"
    return home / "anna-reply.md"


def _the_leader_imports(reply: Path) -> None:
    with Terminal("coach", "import", str(reply)) as terminal:
        terminal.wait_for("A reply from Kim", "Thank you.", QUESTION, "Make this a page")
        terminal.press("y", "enter").wait_for("The next sitting asks the question")
        assert terminal.finish() == 0


def _the_next_sitting_asks(workspace: Path) -> None:
    with Terminal("reflect", columns=120) as terminal:
        typist = Typist(terminal, begun())
        asked = [question.id for question in typist.session.questions()]
        assert asked.index("look-back") < asked.index("heard") < asked.index("live")
        typist.answer_all({"look-back": "done", "plan": "none"}, until="heard")
        terminal.wait_for("Your coach asks.", QUESTION)
        typist.answer(WORDS)
        typist.answer_all({"plan": "none"})
        assert typist.save() == 0
    page = (workspace / "journals" / "2026-11-20-learning-leader.md").read_text(encoding="utf-8")
    assert f"<!-- heard -->\n\n{WORDS}\n" in page
    assert "heard" not in [question.id for question in begun().questions()], "it is asked once"
