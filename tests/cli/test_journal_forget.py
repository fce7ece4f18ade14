"""`learnlead journal forget`: shown first, then done, and what it cannot reach is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, LAST_WEEKS, TODAYS, as_json, held, snapshot
from running import run

TOLD = """\
journals/2026-11-13-learning-leader.md:16
  - **With:** Anna
  + **With:** someone
journals/2026-11-13-learning-leader.md:18
  - ANNA's plan, not Annabel's.
  + someone's plan, not Annabel's.
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
  journals/2026-11-20-learning-leader.md:9: focus-notice: Anna smiles
  learnlead.yaml:1: people: [Anna]
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
    assert ran.stderr.startswith("Nothing was changed.\n")
    assert snapshot(workspace) == before


def test_yes_changes_just_these_places_and_says_what_it_cannot_reach(workspace: Path) -> None:
    before = snapshot(workspace)
    ran = run("journal", "forget", "anna", "--yes")
    assert (ran.code, ran.stdout) == (0, TOLD)
    assert ran.stderr.startswith("Changed 5 places in 4 files.\n")
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
    found = as_json("journal", "forget", "anna", "--match-case", "--dry-run")
    assert [change["after"] for change in found["changes"]] == ["I saw someone."]


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
    assert done["left"][1] == {"file": "learnlead.yaml", "line": 1, "text": "people: [Anna]"}


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
