"""Several rubrics in one bundle: each has its part, its memory, and nothing of the other's."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

import pytest

from cli.coached import replied, sat_last_week
from cli.kit import CORE, MONTHLY, as_json, held
from cli.test_json_keeps_its_schemas import check, strict
from cli.test_signed_bundles import Files, changed, inside
from learnlead.adapters.disk.bundles.writing import zipped
from learnlead.coach.bundle import MANIFEST_FILE, SIGNATURE_FILE
from running import run

OTHER = "conversations"
OTHER_DATA = f"annexes/data-{OTHER}.json"
CORE_DATA = f"annexes/data-{CORE}.json"
FOR_KIM = ("--for", "Kim", "--as", "Anna", "--yes", "--names", "stay")
BOTH = ("--rubric", CORE, "--rubric", OTHER)
KINDS = ("moments", "evidence", "insights", "plans", "ratings", "notice")

OTHER_SITTING = """\
rubric: conversations
date: 2026-11-{day}
focus: {{behaviour: asking, notice: They quollnotice.}}
ratings: {{asking: 3}}
evidence: {{asking: A quollevidence{day}.}}
insight: A quollinsight{day}.
plan: {{behaviour: asking, cue: quollcue{day}, action: quollaction{day}}}
"""


@pytest.fixture
def two_rubrics(workspace: Path) -> Path:
    (workspace / "rubrics" / f"{OTHER}.yaml").write_text(MONTHLY, encoding="utf-8")
    sat_last_week()
    held(OTHER_SITTING.format(day="06"))
    return workspace


def exported(name: str, *options: str, include: str = ",".join(KINDS)) -> Files:
    ran = run("export", "--output", name, *FOR_KIM, "--include", include, *options)
    assert ran.code == 0, ran.stderr
    return inside(name)


def read(files: Mapping[str, bytes], name: str) -> Any:
    return json.loads(files[name])


def test_a_bundle_of_two_has_a_part_for_each_and_keeps_its_schemas(two_rubrics: Path) -> None:
    files = exported("two.zip", *BOTH, "--want", "Listen.")
    manifest = read(files, MANIFEST_FILE)
    assert manifest["schema"] == "learnlead/bundle/2"
    assert [part["rubric"]["id"] for part in manifest["parts"]] == [CORE, OTHER]
    schemas = files_of("learnlead.reports") / "schemas"
    shape = json.loads((schemas / "bundle-2.json").read_text(encoding="utf-8"))
    assert manifest.keys() == strict(shape)["properties"].keys()
    for name in (CORE_DATA, OTHER_DATA):
        check("bundle-data", read(files, name))
    core, other = read(files, CORE_DATA), read(files, OTHER_DATA)
    assert (core["want"], other["want"]) == ("Listen.", None)
    assert "quoll" not in json.dumps(core)
    assert "silence" not in json.dumps(other)
    ids = [line["id"] for data in (core, other) for line in _lines(data)]
    assert len(ids) == len(set(ids))
    report = files["report.md"].decode()
    assert report.index("Ten seconds of silence") < report.index("quollinsight")
    assert report.count("Listen.") == 1
    rows = csv.DictReader(io.StringIO(files["annexes/lines.csv"].decode(), newline=""))
    assert {row["rubric"] for row in rows} == {CORE, OTHER}


def _lines(data: Any) -> list[Any]:
    focus = [data["focus"]] if data["focus"] else []
    return [*focus, *data["findings"], *data["plans"], *data["passages"]]


def test_a_bundle_of_one_is_as_it_was(two_rubrics: Path) -> None:
    files = exported("one.zip", "--rubric", OTHER)
    assert read(files, MANIFEST_FILE)["schema"] == "learnlead/bundle/1"
    assert read(files, "annexes/data.json")["focus"]["id"] == "focus"
    assert OTHER_DATA not in files


FIELDS = {"evidence": "evidence", "insights": "insight", "notice": "notice"}


@pytest.mark.parametrize("kind", FIELDS)
def test_only_what_was_ticked_leaves(two_rubrics: Path, kind: str) -> None:
    files = exported("two.zip", *BOTH, "--only", kind, include=kind)
    everything = b"".join(files.values()).decode()
    for other, field in FIELDS.items():
        assert (f"quoll{field}" in everything) == (other == kind), other
    assert ("Ten seconds of silence" in everything) == (kind == "insights")
    assert "quollcue" not in everything
    assert "notebook" not in everything


def test_each_rubric_remembers_what_its_recipient_has(two_rubrics: Path) -> None:
    exported("one.zip", "--rubric", CORE, include="insights")
    both = exported("two.zip", *BOTH, include="insights")
    core, other = read(both, CORE_DATA), read(both, OTHER_DATA)
    assert core["passages"] == [], "they have the insight by the first bundle"
    assert [passage["text"] for passage in other["passages"]] == ["A quollinsight06."]
    held(OTHER_SITTING.format(day="20"))
    third = exported("three.zip", *BOTH, include="insights")
    assert [p["text"] for p in read(third, OTHER_DATA)["passages"]] == ["A quollinsight20."]
    alone = exported("four.zip", "--rubric", OTHER, "--again", include="insights,notice")
    assert "quollinsight06" in alone["annexes/data.json"].decode()


def test_what_left_with_two_is_theirs_when_one_is_given_alone(two_rubrics: Path) -> None:
    exported("two.zip", *BOTH)
    held(OTHER_SITTING.format(day="20"))
    offered = as_json("export", "--dry-run", *FOR_KIM[:4], "--rubric", OTHER)["lines"]
    had = {line["id"] for line in offered if line["had"]}
    assert {"notice", f"2026-11-06-{OTHER}/insight"} <= had
    assert f"2026-11-20-{OTHER}/insight" not in had


def test_one_relationship_is_of_one_rubric(two_rubrics: Path) -> None:
    ran = run("export", "--output", "x.zip", *FOR_KIM, *BOTH, "--relationship", "formal-authority")
    assert ran.code == 2
    assert "name one with --rubric" in ran.stderr


def test_a_coach_reads_both_replies_to_both_and_sees_both_over_time(two_rubrics: Path) -> None:
    exported("two.zip", *BOTH)
    review = run("coach", "review", "two.zip").stdout
    assert "Anna: Learning leader" in review
    assert "Anna: Conversations" in review
    rows = [json.loads(x) for x in run("coach", "review", "two.zip", "--json").stdout.splitlines()]
    assert [row["rubric"]["id"] for row in rows] == [CORE, OTHER]
    words = {f"2026-11-06-{OTHER}/insight": "Say more.", "question": "And then?"}
    reply = replied(Path("two.zip"), **words)
    imported = run("coach", "import", reply, "--yes")
    assert imported.code == 0, imported.stderr
    exported("later.zip", "--rubric", CORE, "--again")
    assert run("coach", "review", "later.zip").code == 0
    page = run("coach", "client", "Anna").stdout
    assert "2 bundles" in page
    assert page.index("Ten seconds of silence") < page.index("quollinsight06")
    assert page.count("quollinsight06") == 1


def test_only_what_is_new_is_shown_of_both(two_rubrics: Path) -> None:
    exported("two.zip", *BOTH)
    assert run("coach", "review", "two.zip").code == 0
    held(OTHER_SITTING.format(day="20"))
    exported("three.zip", *BOTH, "--again")
    new = run("coach", "review", "three.zip", "--since", "last").stdout
    assert "quollinsight20" in new
    assert "quollinsight06" not in new
    assert "Ten seconds" not in new


def twice(manifest: dict[str, Any]) -> None:
    manifest["parts"] = [manifest["parts"][0]] * 2


def alone(manifest: dict[str, Any]) -> None:
    manifest["parts"] = manifest["parts"][:1]


def swapped(manifest: dict[str, Any]) -> None:
    manifest["parts"] = manifest["parts"][::-1]


def elsewhere(manifest: dict[str, Any]) -> None:
    manifest["parts"][1]["rubric"]["id"] = "../../etc"


def missing(manifest: dict[str, Any]) -> None:
    manifest["parts"][1]["rubric"]["id"] = "strange"


def older(manifest: dict[str, Any]) -> None:
    manifest["schema"] = "learnlead/bundle/1"


def newer(manifest: dict[str, Any]) -> None:
    manifest["schema"] = "learnlead/bundle/3"


FORGED: Mapping[Callable[[dict[str, Any]], None], str] = {
    twice: "this does not fit at 'parts'",
    alone: "this does not fit at 'parts'",
    elsewhere: "this does not fit at 'parts.1.rubric.id'",
    missing: "this bundle lacks its annexes/data-strange.json",
    older: "this does not fit at 'rubric'",
    newer: "read it with a newer learnlead",
}


@pytest.mark.parametrize("change", FORGED)
def test_a_forged_bundle_of_two_is_refused(
    two_rubrics: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    forged = changed(exported("two.zip", *BOTH), change)
    del forged[SIGNATURE_FILE]
    Path("forged.zip").write_bytes(zipped(forged))
    ran = run("coach", "review", "forged.zip")
    assert (ran.code, ran.stdout) == (2, "")
    assert FORGED[change] in ran.stderr
    assert "quoll" not in ran.stderr


def test_parts_that_change_places_break_the_signature(two_rubrics: Path) -> None:
    forged = changed(exported("two.zip", *BOTH), swapped)
    Path("forged.zip").write_bytes(zipped(forged))
    ran = run("coach", "review", "forged.zip")
    assert (ran.code, ran.stdout) == (2, "")
