"""`learnlead journal forget`: shown first, then done, and what it cannot reach is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.kit import CORE, LAST_WEEKS, TODAYS, as_json, held, snapshot
from learnlead.adapters.disk.drafts import DraftFolder
from learnlead.adapters.disk.state import state_folder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.adapters.schedulers.machine import now
from learnlead.app.ports import Draft
from running import run

TOLD = """\
journals/2026-11-13-learning-leader.md:16
  - **With:** Anna
  + **With:** someone
journals/2026-11-13-learning-leader.md:18
  - ANNA's plan, not Annabel's.
  + someone's plan, not Annabel's.
journals/2026-11-20-learning-leader.md:9
  - focus-notice: Anna smiles
  + focus-notice: someone smiles
journals/2026-11-20-learning-leader.md:17
  - I saw anna.
  + I saw someone.
inbox.md:1
  - - [ ] 2026-11-17 Anna called
  + - [ ] 2026-11-17 someone called
records/asked.md:1
  - Anna
  + someone
Left as they are, since they are no answers: see for yourself.
  learnlead.yaml:1: people: [Anna]
"""

NEAR = """\
Also stands near, and stays as it is: see whether it means the person, too.
  Annabel: journals/2026-11-13-learning-leader.md:18
To have it changed as well, run the command again with --also Annabel
"""


@pytest.fixture(autouse=True)
def _journal(workspace: Path) -> None:
    moment = "{relationship: other, with: Anna, what: \"ANNA's plan, not Annabel's.\"}"
    held(f"date: 2026-11-13\nmoments: [{moment}]\n")
    held("focus: {behaviour: own-answers, notice: Anna smiles}\ninsight: I saw anna.\n")
    (workspace / "inbox.md").write_text("- [ ] 2026-11-17 Anna called\n", encoding="utf-8")
    (workspace / "records").mkdir(exist_ok=True)
    (workspace / "records" / "asked.md").write_text("Anna\n", encoding="utf-8")
    (workspace / "learnlead.yaml").write_text("people: [Anna]\n", encoding="utf-8")


def test_a_dry_run_shows_every_place_and_changes_none(workspace: Path) -> None:
    before = snapshot(workspace)
    ran = run("journal", "forget", "Anna", "--dry-run")
    assert (ran.code, ran.stdout) == (0, TOLD)
    assert ran.stderr.startswith(f"{NEAR}Nothing was changed.\n")
    assert snapshot(workspace) == before


def test_yes_changes_just_these_places_and_says_what_it_cannot_reach(workspace: Path) -> None:
    before = snapshot(workspace)
    ran = run("journal", "forget", "anna", "--yes")
    assert (ran.code, ran.stdout) == (0, TOLD)
    assert ran.stderr.startswith(f"{NEAR}Changed 6 places in 4 files.\n")
    for word in ("backups", "exported", "shell's history", "nicknames"):
        assert word in ran.stderr
    after = snapshot(workspace)
    assert after.keys() == before.keys()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {
        *(f"journals/{stem}.md" for stem in (LAST_WEEKS, TODAYS)),
        *("inbox.md", "records/asked.md"),
    }
    again = run("journal", "forget", "Anna", "--yes")
    assert again.code == 0
    assert again.stdout.startswith("No answer, note or record holds that name.\n")
    assert run("journal", "check").code == 0


def test_other_words_may_stand_in_the_place(workspace: Path) -> None:
    assert run("journal", "forget", "Anna", "--as", "a peer", "--yes").code == 0
    assert "I saw a peer." in (workspace / "journals" / f"{TODAYS}.md").read_text("utf-8")


def test_case_may_matter() -> None:
    answer = as_json("journal", "forget", "anna", "--match-case", "--dry-run")
    assert [change["after"] for change in answer["changes"]] == ["I saw someone."]


def test_as_json_it_says_whether_it_was_done() -> None:
    shown = as_json("journal", "forget", "Anna", "--dry-run")
    done = as_json("journal", "forget", "Anna", "--yes")
    assert (shown["done"], done["done"]) == (False, True)
    assert shown["changes"] == done["changes"]
    assert shown["changes"][0] == {
        "file": f"journals/{LAST_WEEKS}.md",
        "line": 16,
        "before": "**With:** Anna",
        "after": "**With:** someone",
    }
    assert done["left"][0] == {"file": "learnlead.yaml", "line": 1, "text": "people: [Anna]"}


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_without_a_terminal_nothing_is_asked_and_nothing_changed(
    workspace: Path, options: tuple[str, ...]
) -> None:
    before = snapshot(workspace)
    ran = run("journal", "forget", "Anna", *options, stdin="y\n")
    assert (ran.code, ran.stdout) == (2, "")
    assert "--yes" in ran.stderr
    assert "--dry-run" in ran.stderr
    assert snapshot(workspace) == before


def test_a_pending_focus_forgets_as_well() -> None:
    run("focus", "set", "accessible", "--notice", "Anna knocks")
    ran = run("journal", "forget", "Anna", "--yes")
    assert f"the focus that waits for {CORE}\n  - Anna knocks\n  + someone knocks\n" in ran.stdout
    assert "someone knocks" in run("focus", "show").stdout


def test_no_control_character_of_a_page_reaches_the_terminal(workspace: Path) -> None:
    page = workspace / "journals" / f"{TODAYS}.md"
    page.write_text(page.read_text("utf-8") + "\nAnna \x1b[31m\n", encoding="utf-8")
    ran = run("journal", "forget", "Anna", "--yes")
    assert "  + someone �[31m\n" in ran.stdout
    assert "\x1b" not in ran.stdout + ran.stderr
    assert "\nsomeone \x1b[31m\n" in page.read_text("utf-8")


def test_a_german_name_is_found_in_its_other_spelling(workspace: Path) -> None:
    (workspace / "inbox.md").write_text("- [ ] 2026-11-17 Koehler, KÖHLER\n", encoding="utf-8")
    assert run("journal", "forget", "Köhler", "--yes").code == 0
    left = (workspace / "inbox.md").read_text(encoding="utf-8")
    assert left == "- [ ] 2026-11-17 someone, someone\n"


def test_a_name_goes_with_its_endings_and_its_addresses_and_what_is_near_is_named(
    workspace: Path,
) -> None:
    inbox = workspace / "inbox.md"
    inbox.write_text(
        "- [ ] Sarahs Plan, Sarah's plan, sarah.m@firma.de\n"
        "- [ ] Sarah Müller rief an: https://wiki/leute/sarah-m, smueller@firma.de, Müllers Idee\n"
        "- [ ] Sarah M. and Sarahchen, on Sarah Monday\n",
        encoding="utf-8",
    )
    ran = run("journal", "forget", "Sarah", "--yes")
    assert ran.code == 0
    assert inbox.read_text(encoding="utf-8") == (
        "- [ ] someones Plan, someone's plan, someone\n"
        "- [ ] someone Müller rief an: someone, smueller@firma.de, Müllers Idee\n"
        "- [ ] someone M. and Sarahchen, on someone Monday\n"
    )
    assert ran.stderr.startswith(
        "Also stands near, and stays as it is: see whether it means the person, too.\n"
        "  Sarah Müller: inbox.md:2\n"
        "  Sarah M.: inbox.md:3\n"
        "  Sarahchen: inbox.md:3\n"
        "To have it changed as well, run the command again with --also for each, such as --also "
        "'Sarah Müller'\n"
    )


def test_what_is_near_goes_along_when_it_is_named_too(workspace: Path) -> None:
    inbox = workspace / "inbox.md"
    inbox.write_text(
        "- [ ] Sarah Müller, Sarah: Müllers Idee, sarahmueller@firma.de, s.mueller@firma.de\n",
        encoding="utf-8",
    )
    also = ("--also", "Sarah Müller", "--also", "Müller")
    ran = run("journal", "forget", "Sarah", *also, "--as", "eine Kollegin", "--yes")
    assert ran.code == 0
    assert inbox.read_text(encoding="utf-8") == (
        "- [ ] eine Kollegin, eine Kollegin: eine Kollegins Idee, eine Kollegin, eine Kollegin\n"
    )
    assert "Also stands near" not in ran.stderr


def test_what_is_near_is_named_in_an_unfinished_sitting_too_and_in_json(workspace: Path) -> None:
    state = state_folder(Workspace(workspace), os.environ, Path.home())
    data = {"answers": {"insight": "Sarah Müller was right", "focus": "sara-h"}}
    DraftFolder(state).save(Draft(CORE, 1, now({}), data))
    answer = as_json("journal", "forget", "Sarah", "--dry-run")
    assert answer["near"] == [
        {
            "text": "Sarah Müller",
            "places": [{"file": f"the unfinished sitting of {CORE}", "line": None}],
        }
    ]


def test_while_a_sitting_is_open_it_is_refused_before_a_question(workspace: Path) -> None:
    state = state_folder(Workspace(workspace), os.environ, Path.home())
    drafts = DraftFolder(state)
    drafts.save(Draft(CORE, 1, now({}), {"answers": {"insight": "Anna was right"}}))
    before = snapshot(workspace)
    with drafts.alone(CORE, "x"):
        ran = run("journal", "forget", "Anna", "--yes")
        assert (ran.code, ran.stdout) == (2, "")
        assert f"another sitting of {CORE} is open in another terminal (finish it" in ran.stderr
        assert snapshot(workspace) == before
        assert run("journal", "forget", "Anna", "--dry-run").code == 0
    assert run("journal", "forget", "Anna", "--yes").code == 0


@pytest.mark.parametrize("also", ["", "…"])
def test_what_else_somebody_is_called_has_a_word_in_it(also: str) -> None:
    ran = run("journal", "forget", "Anna", "--also", also, "--yes")
    assert (ran.code, ran.stdout) == (2, "")
