"""What the coach's commands answer as JSON keeps its shipped schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.coached import MOMENT, exported, replied, sat_last_week
from cli.test_json_keeps_its_schemas import check, schema_of
from learnlead.reports.review import review_schema
from running import run
from unit.adapters.disk.hostile_zips import files, zipped

OVER = {"for": None, "until": "2026-11-01", "not_for": ["cohort"]}


def told(*command: str | Path, code: int = 0) -> list[object]:
    ran = run(*command, "--json")
    assert ran.code == code, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.fixture
def bundle(workspace: Path) -> Path:
    assert workspace.is_dir()
    sat_last_week()
    return exported("anna.zip", "--include", "ratings,evidence,obstacles,opposite")


def test_a_review_keeps_its_schema(bundle: Path) -> None:
    Path("over.zip").write_bytes(zipped(files(terms=OVER)))
    for options in (["--questions"], ["--all"], ["--since", "2026-11-20"], ["--since", "last"]):
        reviews = told("coach", "review", bundle, "over.zip", *options, code=1)
        assert len(reviews) == 2
        for review in reviews:
            check("coach-review", review)


def test_the_shipped_schema_is_what_the_models_say() -> None:
    assert schema_of("coach-review") == json.loads(json.dumps(review_schema()))


def test_forgetting_and_importing_keep_theirs(bundle: Path) -> None:
    replied(bundle, question="What then?", **{MOMENT: "Thank you."})
    for options in (["--dry-run"], ["--yes"], ["--yes"]):
        (forgotten,) = told("coach", "import", "reply.md", *options)
        check("journal-import-reply", forgotten)
    run("coach", "review", bundle)
    for options in (["--dry-run"], ["--yes"]):
        (forgotten,) = told("coach", "forget", "Anna", *options)
        check("coach-forget", forgotten)
