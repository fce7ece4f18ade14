"""`learnlead trends` over pages that people wrote by hand: which of them count, and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, as_json, by_hand, held
from learnlead.shipped import folder
from running import run

pytestmark = [pytest.mark.core, pytest.mark.usefixtures("workspace")]

SHIPPED = (folder("rubrics") / f"{CORE}.yaml").read_text(encoding="utf-8")


def values(behaviour: str, *options: str) -> list[tuple[str, float]]:
    """Date and value of each rating of one behaviour."""
    answer = as_json("trends", *options)
    (series,) = [item for item in answer["behaviours"] if item["id"] == behaviour]
    return [(value["date"], value["value"]) for value in series["values"]]


def test_a_minimal_page_by_hand_is_enough() -> None:
    marks = ["4", "4 of 5", "4 of 5 · mostly", "no opportunity", "none made"]
    for week, mark in enumerate(marks):
        by_hand(f"2026-10-{week + 10}", {"accessible": mark})
    answer = as_json("trends")
    assert (answer["sittings"], answer["from"], answer["to"]) == (5, "2026-10-10", "2026-10-14")
    (own,) = [behaviour for behaviour in answer["behaviours"] if behaviour["id"] == "accessible"]
    assert [value["value"] for value in own["values"]] == [4, 4, 4]
    assert (own["no_opportunity"], own["none_made"], own["skipped"]) == (1, 1, 0)
    assert len(answer["behaviours"]) == 12
    assert [
        behaviour["n"] for behaviour in answer["behaviours"] if behaviour["id"] != "accessible"
    ] == [0] * 11


def test_an_empty_journal_has_trends_without_figures() -> None:
    answer = as_json("trends")
    assert (answer["sittings"], answer["from"], answer["to"], answer["focus"]) == (
        0,
        None,
        None,
        None,
    )
    assert answer["composite"]["verdict"] == "values-only"
    ran = run("trends")
    assert (ran.code, ran.stderr) == (0, "")
    assert "learnlead reflect" in ran.stdout


def test_two_sittings_of_a_day_are_one_value() -> None:
    held("ratings: {own-answers: 2}\n")
    held("ratings: {own-answers: 5}\n")
    assert values("own-answers") == [("2026-11-20", 3.5)]
    assert as_json("trends")["sittings"] == 2


def test_at_depth_full_a_value_is_the_mean_over_relationships() -> None:
    by_relationship = "{formal-authority: 5, equal-influence: 2}"
    held(f"depth: full\nratings: {{own-answers: {by_relationship}}}\n")
    assert values("own-answers") == [("2026-11-20", 3.5)]
    relationships = as_json("trends")["relationships"]
    by_id = {relationship["id"]: relationship["values"] for relationship in relationships}
    assert [value["value"] for value in by_id["formal-authority"]] == [5]
    assert [value["value"] for value in by_id["equal-influence"]] == [2]
    assert by_id["mutual-learning"] == []


def test_a_focus_that_is_no_behaviour_is_told() -> None:
    page = held("focus: {behaviour: own-answers}\n")
    page.write_text(page.read_text("utf-8").replace("own-answers", "own-anwers"), "utf-8")
    ran = run("trends")
    assert ran.code == 0
    assert "has no behaviour 'own-anwers' (did you mean own-answers?)" in ran.stderr


def test_a_moments_relationship_is_live_even_if_it_is_not_listed() -> None:
    held("date: 2026-11-13\nrelationships: [equal-influence]\ninsight: x\n")
    held(
        "relationships: []\n"
        "moments: [{relationship: formal-authority}, {relationship: formal-authority},"
        " {relationship: other}]\n"
    )
    relationships = {
        relationship["id"]: relationship for relationship in as_json("trends")["relationships"]
    }
    assert list(relationships) == [
        *("formal-authority", "mutual-learning", "ripples-of-influence", "equal-influence")
    ]
    formal, equal = relationships["formal-authority"], relationships["equal-influence"]
    assert (formal["live_weeks"], formal["moments"], formal["last_live"]) == (1, 2, "2026-11-20")
    assert (equal["live_weeks"], equal["moments"], equal["last_live"]) == (1, 0, "2026-11-13")


def test_versions_that_are_not_comparable_stand_apart(workspace: Path) -> None:
    by_hand("2026-10-30", {"own-answers": 1}, rubric_version=2)
    by_hand("2026-11-06", {"own-answers": 2}, rubric_version=7)
    by_hand("2026-11-13", {"own-answers": 3}, rubric_version=3)
    by_hand("2026-11-20", {"own-answers": 4})
    rubric = SHIPPED.replace("\nversion: 2", "\nversion: 3")
    own = workspace / "rubrics" / f"{CORE}.yaml"
    own.write_text(rubric, encoding="utf-8")
    assert values("own-answers") == [("2026-11-13", 3), ("2026-11-20", 4)]
    answer = as_json("trends")
    assert (answer["rubric_version"], answer["sittings"]) == (3, 4)
    assert answer["apart"] == [
        {"rubric_version": 2, "n": 1, "from": "2026-10-30", "to": "2026-10-30"},
        {"rubric_version": 7, "n": 1, "from": "2026-11-06", "to": "2026-11-06"},
    ]
    joined = re.sub("comparable-with: .*", "comparable-with: {2: [own-answers]}", rubric)
    own.write_text(joined, encoding="utf-8")
    assert values("own-answers")[0] == ("2026-10-30", 1)
    assert [part["rubric_version"] for part in as_json("trends")["apart"]] == [7]


def test_pages_from_the_future_are_counted_and_a_problem() -> None:
    page = by_hand("2026-11-27", {"own-answers": 4})
    by_hand("2026-11-13", {"own-answers": 3})
    assert values("own-answers") == [("2026-11-13", 3), ("2026-11-27", 4)]
    answer = as_json("trends")
    assert (answer["sittings"], answer["to"]) == (2, "2026-11-27")
    (problem,) = answer["problems"]
    assert problem["file"] == str(page)
    ran = run("trends")
    assert ran.code == 0
    assert f"learnlead: {page}: the page is dated 2026-11-27, later than today" in ran.stderr


def test_one_object_is_one_rubric(workspace: Path) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    by_hand("2026-11-13-conversations", {"asking": 5}, rubric="conversations")
    by_hand(f"2026-11-20-{CORE}", {"own-answers": 3})
    assert as_json("trends")["sittings"] == 1
    answer = as_json("trends", "--rubric", "conversations")
    assert (answer["rubric"], answer["sittings"], answer["weeks"]["unit"]) == (
        "conversations",
        1,
        "month",
    )
    ran = run("trends", "--rubric", "nothing")
    assert (ran.code, ran.stdout) == (2, "")


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ((), [1, 2, 3, 4]),
        (("--from", "2026-11-06"), [2, 3, 4]),
        (("--to", "2026-11-06"), [1, 2]),
        (("--from", "2026-W45", "--to", "2026-W46"), [2, 3]),
        (("--from", "2w"), [2, 3, 4]),
        (("--from", "last week", "--to", "last week"), [3]),
        (("--from", "2026-11", "--to", "2026-11"), [2, 3, 4]),
        (("--from", "yesterday"), [4]),
        (("--to", "2026-01"), []),
        (("--from", "2026-11-21"), []),
    ],
)
def test_from_takes_a_periods_first_day_and_to_its_last(
    options: tuple[str, ...], kept: list[int]
) -> None:
    for rating, day in enumerate(("2026-10-30", "2026-11-06", "2026-11-13", "2026-11-20"), 1):
        by_hand(day, {"own-answers": rating})
    assert [value for _, value in values("own-answers", *options)] == kept
    assert as_json("trends", *options)["sittings"] == len(kept)


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_date_that_is_none_is_refused(option: str) -> None:
    ran = run("trends", option, "Friday")
    assert (ran.code, ran.stdout) == (2, "")
    assert "'Friday' is no date (write it like one of: 2026-11-20, 2026-W47," in ran.stderr


def test_weeks_off_are_excused_and_open_weeks_not_missed(workspace: Path) -> None:
    (workspace / "learnlead.yaml").write_text("away: [2026-11-02..2026-11-08]\n", encoding="utf-8")
    by_hand("2026-10-23", {"own-answers": 3})
    by_hand("2026-11-13", {"own-answers": 3})
    assert as_json("trends")["weeks"] == {
        "unit": "week",
        "expected": 3,
        "held": 2,
        "missed": 1,
        "excused": 1,
    }


def test_quick_sittings_skip_only_the_focus() -> None:
    held("date: 2026-11-13\ndepth: quick\nfocus: {behaviour: own-answers}\ninsight: x\n")
    held("insight: x\n")
    skipped = {
        behaviour["id"]: behaviour["skipped"] for behaviour in as_json("trends")["behaviours"]
    }
    assert (skipped["own-answers"], skipped["accessible"]) == (2, 1)


def test_themes_signals_and_findings_wait_as_empty_lists() -> None:
    answer = as_json("trends")
    assert answer["themes"] == {"rising": [], "falling": [], "steady": []}
    assert answer["findings"] == []
    assert answer["composite"]["signals"] == []


def test_as_text_it_has_no_colour_off_a_terminal_and_no_blocks_when_plain() -> None:
    for day, rating in (("2026-11-06", 2), ("2026-11-13", 3), ("2026-11-20", 4)):
        by_hand(day, {"own-answers": rating}, focus="own-answers")
    ran = run("trends")
    assert "▂▄▅" in ran.stdout or "▅" in ran.stdout
    assert "\x1b" not in ran.stdout
    plain = run("trends", "--plain").stdout
    assert not set("▁▂▃▄▅▆▇█→") & set(plain)
    assert run("--plain", "trends").stdout == plain
