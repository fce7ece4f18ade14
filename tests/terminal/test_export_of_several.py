"""Which rubrics a bundle is about is asked where several have pages, and chosen with the keys."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from cli.coached import sat_last_week
from cli.kit import CORE, MONTHLY, held
from running import run
from terminal.terminal import Terminal

OTHER = "conversations"
ALWAYS = ("--for", "Kim", "--names", "stay")


def pages_of_both(workspace: Path) -> None:
    (workspace / "rubrics" / f"{OTHER}.yaml").write_text(MONTHLY, encoding="utf-8")
    sat_last_week()
    held(f"rubric: {OTHER}\ndate: 2026-11-06\nfocus: {{behaviour: asking}}\nratings: {{asking: 3}}")


def manifest_of(bundle: str) -> Any:
    with zipfile.ZipFile(bundle) as archive:
        return json.loads(archive.read("manifest.json"))


def test_all_with_new_pages_are_chosen_beforehand(workspace: Path) -> None:
    pages_of_both(workspace)
    with Terminal("export", "--output", "two.zip", *ALWAYS) as terminal:
        terminal.wait_for("Which rubrics is this bundle about?", "Conversations: 1 new page")
        terminal.press("enter").wait_for("What do you want").press("enter")
        terminal.wait_for("Learning leader: The focus (1 of 1)")
        terminal.wait_for("Conversations: The focus (1 of 1)")
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
    assert [part["rubric"]["id"] for part in manifest_of("two.zip")["parts"]] == [CORE, OTHER]


def test_the_next_time_only_what_has_new_pages_is_chosen_and_the_keys_are_six(
    workspace: Path,
) -> None:
    pages_of_both(workspace)
    both = ("--rubric", CORE, "--rubric", OTHER, "--yes")
    assert run("export", "--output", "one.zip", *ALWAYS, *both).code == 0
    held(f"rubric: {OTHER}\ndate: 2026-11-20\nratings: {{asking: 4}}\ninsight: Ask later.")
    with Terminal("export", "--output", "two.zip", *ALWAYS, "--include", "insights") as terminal:
        terminal.wait_for(
            "Which rubrics", "[ ] Learning leader: nothing new", "[x] Conversations: 1 new page"
        )
        terminal.press("enter").wait_for("What do you want").press("enter")
        terminal.wait_for("Which lines leave?", "New since 20 November 2026")
        assert "Learning leader" not in terminal.text
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
    keys = 1 + 1 + 1 + 2
    assert keys <= 6
    assert manifest_of("two.zip")["rubric"]["id"] == OTHER


def test_ctrl_c_leaves_nothing(workspace: Path) -> None:
    pages_of_both(workspace)
    with Terminal("export", "--output", "two.zip", *ALWAYS) as terminal:
        terminal.wait_for("Which rubrics").press("ctrl-c")
        assert terminal.finish() == 130
        assert "nothing has left" in terminal.left_behind
    assert not Path("two.zip").exists()
