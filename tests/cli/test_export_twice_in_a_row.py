"""A word of its own in every field of a year: each export holds those that were ticked, alone."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from cli.kit import held
from learnlead.sitting.kinds import KINDS
from running import run
from sizes import FULL, thinned

FIELDS = {
    "moments": "moment aside",
    "evidence": "evidence",
    "insights": "insight",
    "obstacles": "obstacle",
    "look-backs": "told",
    "heard": "heard",
    "notice": "notice",
    "plans": "cue action",
}
"""Of each kind the fields whose words are its own."""

NEVER = ("withwhom", "private", "opposite")
PAGES = 52 if FULL else 6
LAST = 3
"""Pages that are added between the two exports."""


def canary(field: str, week: int) -> str:
    """A word that stands nowhere else."""
    letters = "bdfgklmnprst"
    return f"zu{field}{letters[week // 12]}{letters[week % 12]}o"


def sitting(week: int, day: date) -> str:
    def said(field: str) -> str:
        return f"{canary(field, week)}."

    answers: dict[str, object] = {
        "date": day.isoformat(),
        "focus": {"behaviour": "own-answers", "notice": said("notice")},
        "moments": [
            {
                "relationship": "formal-authority",
                "with": f"report {canary('withwhom', week)}",
                "what": f"{said('moment')}\n\n%% private %%\n{said('private')}\n%% end %%",
                "other_side": said("aside"),
            }
        ],
        "heard": said("heard"),
        "ratings": {"own-answers": 1 + week % 5},
        "evidence": {"own-answers": said("evidence")},
        "opposite": said("opposite"),
        "insight": said("insight"),
        "obstacle": said("obstacle"),
        "plan": {
            "behaviour": "own-answers",
            "cue": canary("cue", week),
            "action": canary("action", week),
        },
    }
    if week:
        answers["look_back"] = {"outcome": "done", "note": said("told")}
    return json.dumps(answers)


def sat(weeks: Iterable[int]) -> None:
    begun = date(2026, 11, 20) - timedelta(weeks=PAGES + LAST - 1)
    for week in weeks:
        held(sitting(week, begun + timedelta(weeks=week)))


def leaving(output: str, kinds: Iterable[str]) -> str:
    """Every byte of a bundle for Kim with these kinds alone."""
    named = ",".join(kinds)
    options = ("--for", "Kim", "--only", named, "--include", named, "--want", "Time")
    ran = run("export", "--output", output, *options, "--yes", "--names", "stay")
    assert ran.code == 0, ran.stderr
    with zipfile.ZipFile(output) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the journal by name, made once; empty until the first test has made them."""
    return {}


CASES = [*((kind,) for kind in FIELDS), ("pages",), tuple(FIELDS)]


@pytest.mark.parametrize("kinds", thinned([(case,) for case in CASES], 4))
def test_only_what_was_ticked_leaves_twice_in_a_row(
    workspace: Path, pages: dict[str, str], kinds: tuple[str, ...]
) -> None:
    journals = workspace / "journals"
    journals.mkdir(exist_ok=True)
    if not pages:
        sat(range(PAGES + LAST))
        pages |= {page.name: page.read_text(encoding="utf-8") for page in journals.glob("*.md")}
    for page in journals.glob("*.md"):
        page.unlink()
    names = sorted(pages)
    for name in names[:PAGES]:
        (journals / name).write_text(pages[name], encoding="utf-8")
    first = leaving("one.zip", kinds)
    for name in names[PAGES:]:
        (journals / name).write_text(pages[name], encoding="utf-8")
    second = leaving("two.zip", kinds)
    ticked = {field for kind in kinds for field in FIELDS.get(kind, "").split()}
    if kinds == ("pages",):
        ticked = {field for fields in FIELDS.values() for field in fields.split()}
    ended = {field for field in ticked if field in ("cue", "action")}
    for field in (field for fields in (*FIELDS.values(), *NEVER) for field in fields.split()):
        for week in range(PAGES + LAST):
            word = canary(field, week)
            may = {"one": field in ticked and week < PAGES, "two": field in ticked}
            assert may["one"] or word not in first, (field, week)
            assert may["two"] or word not in second, (field, week)
            if field in ticked - ended - {"told", "notice"} and week >= PAGES:
                assert word in second, (field, week)
            if field in ticked - ended - {"notice"} and 0 < week < PAGES:
                assert word in first, (field, week)
                assert kinds == ("pages",) or word not in second, "they have it by now"
    assert set(KINDS) >= set(FIELDS)
