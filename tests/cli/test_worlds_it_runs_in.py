"""Narrow locales, no home, far zones, strange terminals: the same answers are the same page."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cli.kit import CORE, TODAYS, held
from running import run, run_program

ANSWERS = "insight: Ünïcode 学 🙂\nfocus: {behaviour: own-answers}\nratings: {own-answers: 4}\n"

SCRIPT = """\
import sys
from learnlead.__main__ import main
for line in sys.argv[1].splitlines():
    sys.argv = ["learnlead", *line.split()]
    try:
        main()
    except SystemExit as ended:
        print("code", ended.code, flush=True)
"""


def run_all(variables: dict[str, str | None], *commands: str) -> tuple[list[str], str]:
    """Run commands one after the other in one process; what each answered, and all of stderr."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in variables.items():
            if value is None:
                patch.delenv(name, raising=False)
            else:
                patch.setenv(name, value)
        ran = run_program(
            "\n".join(commands),
            program=(sys.executable, "-c", SCRIPT),
            stdin=ANSWERS,
            encoding=variables.get("PYTHONIOENCODING") or "utf-8",
        )
    *answers, _ = ran.stdout.split("code 0\n")
    assert (ran.code, len(answers)) == (0, len(commands)), ran
    return answers, ran.stderr


@pytest.mark.parametrize(
    "variables",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"HOME": None},
        {"HOME": ""},
        {"HOME": "relative"},
        {"TERM": "no-such-terminal"},
        {"TERM": None, "COLUMNS": "1", "LINES": "1"},
        {"NO_COLOR": "1", "COLUMNS": "none"},
        {"LEARNLEAD_PLAIN": "1"},
    ],
    ids=str,
)
def test_the_same_answers_are_the_same_page(
    workspace: Path, variables: dict[str, str | None], tmp_path: Path
) -> None:
    expected = held(ANSWERS)
    text = expected.read_text("utf-8")
    expected.unlink()
    state = {"XDG_STATE_HOME": str(tmp_path / "state")}
    (made, shown, trends, listed), talk = run_all(
        {**state, **variables},
        *("reflect --answers -", "read --json", "trends", "journal list"),
    )
    assert talk == ""
    assert made == f"{expected}\n"
    assert expected.read_text("utf-8") == text
    assert json.loads(shown)["pages"][0]["text"] == text
    assert "Room for their own answers" in " ".join(trends.split())
    assert listed.split()[0] == TODAYS


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "UTC"])
def test_today_is_the_local_date(workspace: Path, zone: str) -> None:
    before = datetime.now(ZoneInfo(zone)).date()
    (page, listed), talk = run_all(
        {"TZ": zone, "LEARNLEAD_TODAY": None}, "reflect --answers -", "journal list"
    )
    after = datetime.now(ZoneInfo(zone)).date()
    assert page.strip() in {f"journals/{day}-{CORE}.md" for day in (before, after)}
    assert talk == ""
    assert "Ünïcode 学 🙂" in listed


@pytest.mark.parametrize(
    "today", ["tomorrow", "2026-02-30", "20261120", "2026-11-20T10:00", "٢٠٢٦"]
)
def test_a_day_that_is_none_is_refused(
    workspace: Path, today: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", today)
    for command in ("due",), ("trends",), ("reflect", "--answers", "-"):
        ran = run(*command, stdin=ANSWERS)
        assert (ran.code, ran.stdout) == (2, "")
        assert f"LEARNLEAD_TODAY is {today!r}, which is no date (write it like 20" in ran.stderr


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31", "2024-02-29", "2026-12-31"])
def test_it_works_on_any_day_of_the_calendar(
    workspace: Path, today: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEARNLEAD_TODAY", today)
    page = held(f"{ANSWERS}plan: {{cue: c, action: a}}\n")
    assert page.name == f"{today}-{CORE}.md"
    for command in ("trends",), ("plan", "list"), ("journal", "check"), ("rubric", "list"), ():
        ran = run(*command)
        assert (ran.code, ran.stderr) == (0, "")
    assert run("due").code == 1
