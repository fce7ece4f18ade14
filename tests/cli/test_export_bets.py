"""A bet on a focus leaves only if it is ticked, and never without its odds."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from cli.kit import as_json
from running import run

JOURNAL = Path(__file__).parents[2] / "journals" / "examples"


@pytest.fixture(autouse=True)
def year(workspace: Path) -> None:
    for page in JOURNAL.glob("2*.md"):
        shutil.copy(page, workspace / "journals")


def bets(*options: str) -> list[dict[str, object]]:
    lines = as_json("export", "--dry-run", *options)["lines"]
    return [line for line in lines if line["kind"] == "bets"]


def test_bets_are_not_ticked_beforehand_and_the_focus_does_not_tell_them() -> None:
    assert [line["leaves"] for line in bets()] == [False] * 3
    assert all(line["leaves"] for line in bets("--include", "bets"))
    (focus,) = [line for line in as_json("export", "--dry-run")["lines"] if line["kind"] == "focus"]
    assert "ratings so far" in focus["text"]
    assert " of 10 cases" not in focus["text"]


def test_what_leaves_says_the_odds_with_every_bet_and_a_client_has_them_too() -> None:
    always = ("--yes", "--names", "stay", "--as", "Anna")
    assert run("export", "--output", "a.zip", *always, "--include", "bets").code == 0
    with zipfile.ZipFile("a.zip") as archive:
        content = json.loads(archive.read("annexes/data.json"))
        report = archive.read("report.md").decode()
    sent = [finding["text"] for finding in content["findings"] if finding["kind"] == "bet"]
    assert len(sent) == 3
    assert all("of 10 cases" in text or "hardly show" in text for text in sent)
    assert "## What I bet on my focus" in report
    assert run("coach", "review", "a.zip").code == 0
    shown = " ".join(run("coach", "client", "Anna").stdout.split())
    assert "What they bet on their focus" in shown
    assert shown.count(" of 10 cases") == 3


def test_without_a_tick_none_leaves() -> None:
    assert run("export", "--output", "a.zip", "--yes", "--names", "stay").code == 0
    with zipfile.ZipFile("a.zip") as archive:
        inside = "".join(archive.read(name).decode() for name in archive.namelist())
    assert " of 10 cases" not in inside
    assert '"bet"' not in inside
