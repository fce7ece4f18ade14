"""`--answers-form`: the form is accepted as soon as something is filled in, and asks everything."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cli.kit import CONTRACT, CORE, LAST_WEEKS, MONTHLY, PLAN, answered, held, read, snapshot
from learnlead.shipped import folder
from learnlead.sitting.mark import Count
from running import run

pytestmark = pytest.mark.usefixtures("workspace")


def form(*options: str) -> str:
    """The form as it is printed."""
    ran = run("reflect", "--answers-form", *options)
    assert (ran.code, ran.stderr) == (0, "")
    return ran.stdout


def filled(text: str) -> str:
    """Every line of the form filled in as its comments say, commented lines taken in."""
    filled_in = {
        "minutes": "12",
        "behaviour": "own-answers",
        "notice": "they finish their sentences",
        "outcome": "partly",
        "note": "So it went.",
        "relationship": "formal-authority",
        "with": "report A",
        "what": "What happened.",
        "other_side": "Their side.",
        "opposite": "The opposite.",
        "insight": "An insight.",
        "obstacle": "An obstacle.",
        "heard": "What came back.",
        "due": "2026-12-01",
        "cue": "a cue",
        "action": "an action",
    }
    lines = []
    section = ""
    for line in text.splitlines():
        if match := re.match(r"([a-z_]+):", line):
            section = match[1]
        taken = line.removeprefix("# ") if re.match(r"# (focus|look_back|plan):", line) else line
        if "plan: keep" in taken:
            continue
        taken = re.sub(r"^#( +(- )?[a-z_]+:)", r"\1", taken)
        taken = re.sub(r"^  # (- [a-z-]+)", r"  \1", taken)
        key = re.fullmatch(r"([ -]*)([a-z_-]+):( *#.*)?", taken)
        if key and key[2] in filled_in:
            taken = f"{key[1]}{key[2]}: {filled_in[key[2]]}{key[3] or ''}"
        elif key and key[1] and section == "ratings":
            taken = f"{key[1]}{key[2]}: 3{key[3] or ''}"
        elif key and key[1] and section == "count":
            taken = f"{key[1]}{key[2]}: 2/3{key[3] or ''}"
        elif key and key[1] and section == "evidence":
            taken = f"{key[1]}{key[2]}: Seen.{key[3] or ''}"
        lines.append(taken)
    return "\n".join(lines) + "\n"


def test_empty_it_is_no_answer() -> None:
    ran = answered(form())
    assert (ran.code, ran.stdout) == (2, "")
    assert "there is no answer in it" in ran.stderr


@pytest.mark.parametrize("depth", ["quick", "standard", "full"])
def test_empty_it_is_no_answer_at_any_depth(depth: str) -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    text = form("--depth", depth)
    assert f"\ndepth: {depth} " in text
    assert answered(text).code == 2


def test_one_line_filled_in_is_a_sitting() -> None:
    reflection = read(held(form().replace("insight: ", "insight: One.", 1))).reflection
    assert reflection.insight == "One."
    assert reflection.ratings == {}
    assert reflection.relationships is None


def test_filled_in_from_top_to_bottom_it_says_everything() -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    reflection = read(held(filled(form()))).reflection
    assert reflection.minutes == 12
    assert (reflection.focus, reflection.focus_notice) == (
        "own-answers",
        "they finish their sentences",
    )
    (review,) = reflection.looking_back
    assert (review.plan, review.outcome, review.note) == (LAST_WEEKS, "partly", "So it went.")
    assert reflection.relationships is not None
    assert len(reflection.relationships) == 4
    (moment,) = reflection.moments
    assert (moment.with_whom, moment.what, moment.other_side) == (
        "report A",
        "What happened.",
        "Their side.",
    )
    assert set(reflection.ratings.values()) == {3}
    assert len(reflection.ratings) == len(reflection.evidence) == 12
    assert reflection.count == {"follower-needs": Count(2, 3)}
    assert (reflection.opposite, reflection.insight, reflection.obstacle) == (
        "The opposite.",
        "An insight.",
        "An obstacle.",
    )
    assert reflection.plan is not None
    assert (reflection.plan.cue, reflection.plan.action) == ("a cue", "an action")
    assert reflection.plan.due == date(2026, 12, 1)
    assert reflection.heard == "What came back."


def test_it_has_every_key_of_the_contract() -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    keys = set(re.findall(r"^#? ?([a-z_]+):", form(), re.MULTILINE))
    assert keys == set(re.findall(r"^([a-z_]+):", CONTRACT, re.MULTILINE)) - {"answers"}


def test_the_rubrics_words_stand_beside_the_keys() -> None:
    text = form()
    rubric = (folder("rubrics") / f"{CORE}.yaml").read_text(encoding="utf-8")
    for sentence in re.findall(r"sentence: (.+?)\}", rubric):
        assert f"# {sentence}" in text
    for label in ("1 never", "5 every time"):
        assert f"#   {label}\n" in text
    made = rubric.count("opportunity: made")
    assert text.count("or none-made") == made + 1, "of each such behaviour, and of them all"


def test_it_offers_the_day_the_depth_and_the_rubric_that_are_asked_for(workspace: Path) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    text = form("--rubric", "conversations", "--date", "last week", "--depth", "quick")
    assert "\nrubric: conversations\ndate: 2026-11-13\ndepth: quick " in text
    assert "# Which of these?\n  #   tea\n  #   coffee\n  chosen:\n" in text
    assert "relationships:" not in text
    reflection = read(held(text.replace("  asking:", "  asking: 4", 1))).reflection
    assert (reflection.rubric, reflection.depth, reflection.ratings) == (
        "conversations",
        "quick",
        {"asking": 4},
    )


def test_printing_it_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    assert "insight:" in form()
    assert snapshot(Path.home()) == {}
