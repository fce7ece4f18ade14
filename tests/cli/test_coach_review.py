"""A coach reads what leaders gave: terms first, one leader at a time, nothing to compare."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path

import pytest

from cli.coached import exported, sat_last_week
from cli.kit import CORE, held, snapshot
from learnlead.reports.formats.registry import names
from running import run
from unit.adapters.disk.hostile_zips import CONTENT, HOSTILE, files, zipped

EVIL = "\x1b[2J\x9b31m\u202e<script>alert(1)</script>\r\n# Heading"


def notes() -> Path:
    return Path.home() / ".local" / "state" / "learnlead" / "coach"


@pytest.fixture
def bundle(workspace: Path) -> Path:
    assert workspace.is_dir()
    sat_last_week()
    return exported()


def other(name: str, *, called: str | None, file: str, until: str | None = None) -> Path:
    """Another leader's bundle, made by hand."""
    leader = {"id": name * 32, "name": called}
    terms = {"for": "Kim", "until": until, "not_for": ["sponsor"]}
    Path(file).write_bytes(zipped(files(leader=leader, terms=terms)))
    return Path(file)


def test_terms_come_first_then_what_the_leader_wants(bundle: Path) -> None:
    ran = run("coach", "review", bundle)
    assert ran.code == 0
    output = ran.stdout
    order = [
        "On which terms",
        "For Kim",
        "\nAnna\n",
        "wants from the conversation",
        "Listen to me.",
    ]
    order += ["Focus: Room for their own answers", "wait ten seconds", "I answered before"]
    order += ["She closed her notebook.", "All ratings are the leader's own"]
    assert sorted(order, key=output.index) == order
    assert "Kerstin" not in output


def test_it_needs_no_workspace(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = shutil.copy(bundle, tmp_path / "a.zip")
    monkeypatch.chdir(tmp_path)
    assert run("coach", "review", there, "--questions").code == 0
    assert not (Path.home() / "learnlead").exists()


def test_questions_are_off_unless_asked_for_and_each_has_its_reason(bundle: Path) -> None:
    assert "Questions" not in run("coach", "review", bundle).stdout
    output = run("coach", "review", bundle, "--questions").stdout.split("Questions you could ask")[
        1
    ]
    assert output.count("Because: ") == 4
    assert "Because: What the leader wants: Listen to me." in output


def test_all_is_a_list_by_the_alphabet_without_scores(bundle: Path) -> None:
    zoe = other("2", called="zoë", file="0.zip")
    bea = other("3", called="Bea", file="1.zip")
    nobody = other("4", called=None, file="2.zip")
    output = run("coach", "review", nobody, zoe, bundle, bea, "--all").stdout.split("\n\n", 1)[1]
    names = ["Anna\n", "Bea\n", "zoë\n", "a leader (44444444)\n"]
    assert sorted(names, key=output.index) == names
    assert "Wants: Listen to me." in output
    assert not any(word in output for word in ("trend", "rating", "sittings", "In the review"))
    assert not notes().exists(), "a list is no review"


def test_last_shows_only_what_is_new(bundle: Path) -> None:
    assert "notebook" in run("coach", "review", bundle, "--since", "last").stdout
    held("insight: I asked twice.\nlook_back: {outcome: done}\n")
    second = exported("second.zip")
    output = run("coach", "review", second, "--since", "last").stdout
    assert (
        "New or changed since what you reviewed of 20 November 2026: 1 plan and 1 passage" in output
    )
    assert "I asked twice." in output
    assert "wait ten seconds" in output, "its outcome is new"
    assert "notebook" not in output
    again = run("coach", "review", second, "--since", "LAST").stdout
    assert again == output, "a second look at the same bundle shows the same"


def test_last_says_when_there_was_nothing_before_or_nothing_is_new(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("coach", "review", bundle, "--since", "last").stdout
    assert "Nothing of this leader's was reviewed before" in first
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-22")
    again = run("coach", "review", bundle, "--since", "last").stdout
    output = " ".join(again.split())
    assert "Nothing new since 20 November 2026: this is the bundle that you read then." in output
    assert "Listen to me." in again
    assert "notebook" not in again
    assert "notebook" in run("coach", "review", bundle).stdout


def test_a_screen_shows_the_newest_passages_and_the_page_has_all() -> None:
    lines = [
        {"id": f"2026-11-{n:02}-x/insight", "kind": "insights", "date": f"2026-11-{n:02}"}
        | {"about": "", "text": f"Insight number {n}."}
        for n in range(1, 14)
    ]
    Path("long.zip").write_bytes(zipped(files(CONTENT | {"passages": lines})))
    output = run("coach", "review", "long.zip", "--questions").stdout
    assert output.count("Insight number") - output.count("Because: ") <= 10
    words = output.split("in their words")[1]
    assert [n for n in range(1, 14) if f"number {n}." in words] == list(range(10, 14))
    assert "9 more weeks: --output review.html has all." in words
    assert "Questions you could ask" in output.split("in their words")[0]
    assert run("coach", "review", "long.zip", "--output", "all.html").code == 0
    assert Path("all.html").read_text().count("Insight number") == 13
    since = run("coach", "review", "long.zip", "--since", "2026-11-01").stdout
    assert since.count("Insight number") == 13


def test_since_a_date_shows_what_is_of_that_day_or_later(bundle: Path) -> None:
    assert "notebook" in run("coach", "review", bundle, "--since", "2026-11-13").stdout
    output = run("coach", "review", bundle, "--since", "2026-11-14").stdout
    assert "notebook" not in output
    assert "no plan or passage" in output
    assert run("coach", "review", bundle, "--since", "soon").code == 2


def test_what_is_noted_holds_no_word_of_the_leader(bundle: Path) -> None:
    ran = run("coach", "review", bundle)
    assert str(notes()) in ran.stderr
    assert run("coach", "review", bundle).stderr == ""
    (note,) = notes().glob("leader-*.json")
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    text = note.read_text()
    assert not any(word in text for word in ("notebook", "seconds", "Listen", "Room for"))


def test_when_its_time_is_over_no_word_is_shown(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lent = exported("lent.zip", "--until", "2026-11-30", "--again")
    assert run("coach", "review", lent).code == 0
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-30")
    assert "notebook" in run("coach", "review", lent).stdout, "the last day counts"
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-12-01")
    for form in ("text", "html", "json"):
        ran = run("coach", "review", lent, "--format", form, "--questions")
        assert ran.code == 1
        assert "notebook" not in ran.stdout
        assert "Listen" not in ran.stdout
    assert "That time is over" in run("coach", "review", lent).stdout
    ran = run("coach", "reply", lent, "--answers-form")
    assert (ran.code, ran.stdout) == (2, "")
    assert "lent until 30 November 2026" in ran.stderr
    assert run("coach", "review", bundle, lent).stdout.count("notebook") == 1


def test_a_bad_bundle_hides_no_good_one(bundle: Path) -> None:
    Path("bad.zip").write_bytes(HOSTILE["a way out"][0])
    ran = run("coach", "review", "bad.zip", bundle, "nowhere.zip")
    assert ran.code == 1
    assert "notebook" in ran.stdout
    problems = [line for line in ran.stderr.splitlines() if line.startswith("learnlead: ")]
    assert [line.split(":")[1].strip() for line in problems] == ["bad.zip", "nowhere.zip"]
    ran = run("coach", "review", "bad.zip")
    assert (ran.code, ran.stdout) == (2, "")


def test_hostile_words_are_harmless_everywhere() -> None:
    passage = {"id": "2026-11-13-x/moment-1", "kind": "moments", "date": "2026-11-13"}
    content = CONTENT | {"want": EVIL, "passages": [passage | {"about": EVIL, "text": EVIL}]}
    leader = {"id": "a" * 32, "name": EVIL}
    terms = {"for": EVIL, "until": None, "not_for": [EVIL]}
    rubric = {"id": "x", "version": 1, "title": EVIL}
    raw = zipped(files(content, leader=leader, terms=terms, rubric=rubric))
    Path("evil.zip").write_bytes(raw)
    for options in ([], ["--all"], ["--questions"], ["--json"], ["--format", "html"]):
        ran = run("coach", "review", "evil.zip", *options)
        assert ran.code == 0
        text = ran.stdout + ran.stderr
        assert not any(c in text for c in "\x1b\x9b\r"), options
        assert "--json" in options or "\u202e" not in text
        assert "html" not in options or "<script" not in text
    sheet = run("coach", "reply", "evil.zip", "--answers-form").stdout
    assert not any(c in sheet for c in "\x1b\x9b\u202e\r")
    assert [line for line in sheet.splitlines() if line.startswith("#")] == [
        "## On the whole <!-- remark -->",
        "## What we agreed, a line each <!-- agreed -->",
        "## The next conversation, a day such as 2026-12-11 <!-- next -->",
        "## A question for the next sitting <!-- question -->",
        "## On the moment of Friday 13 November 2026 <!-- comment 2026-11-13-x/moment-1 -->",
    ]


def test_forgetting_deletes_the_very_files_and_logs_it(bundle: Path) -> None:
    folder = exported("folder")
    copy = Path(shutil.copy(bundle, "copy.zip"))
    for path in (bundle, folder, copy):
        assert run("coach", "review", path).code == 0
    bea = other("3", called="Bea", file="bea.zip")
    assert run("coach", "review", bea).code == 0
    assert run("coach", "forget", "anna", "--dry-run").stdout.count("to be deleted") == 3
    assert bundle.exists()
    ran = run("coach", "forget", "ANNA", "--yes")
    assert ran.code == 0
    assert bea.exists()
    assert "deleted" in ran.stdout
    assert not any(path.exists() for path in (bundle, folder, copy))
    log = (notes() / "forgotten.md").read_text()
    assert "Anna" not in log
    assert "2026-11-20" in log
    assert [note.name for note in notes().glob("leader-*")] == [f"leader-{'3' * 32}.json"]
    assert run("coach", "forget", "anna", "--yes").code == 1


def test_a_file_that_is_another_now_is_left_alone(bundle: Path) -> None:
    run("coach", "review", bundle)
    bundle.write_text("my own words")
    ran = run("coach", "forget", "Anna", "--yes")
    assert "it is another file now" in ran.stdout
    assert bundle.read_text() == "my own words"


def test_a_folder_goes_without_what_the_coach_put_there(bundle: Path) -> None:
    assert bundle.exists()
    folder = exported("folder", "--until", "2026-12-31")
    run("coach", "review", folder)
    (folder / "mine.md").write_text("my own words")
    assert "deleted" in run("coach", "forget", "Anna", "--yes").stdout
    assert list(snapshot(folder)) == ["mine.md"]


def test_a_folder_goes_with_what_a_file_manager_left_there(bundle: Path) -> None:
    assert bundle.exists()
    folder = exported("folder", "--include", "pages", "--again")
    litter = (".DS_Store", "annexes/Thumbs.db", "annexes/pages/desktop.ini", "__MACOSX/._report.md")
    (folder / "__MACOSX").mkdir()
    for name in litter:
        (folder / name).write_bytes(b"litter")
    assert run("coach", "review", folder).code == 0
    assert "deleted" in run("coach", "forget", "Anna", "--yes").stdout
    assert not folder.exists()


def test_what_is_over_is_forgotten_together(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lent = exported("lent.zip", "--until", "2026-11-30", "--again")
    run("coach", "review", bundle, lent)
    assert run("coach", "forget", "--expired", "--yes").code == 1
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-12-01")
    ran = run("coach", "forget", "--expired", "--yes")
    assert ran.code == 0
    assert not lent.exists()
    assert bundle.exists()


def test_forgetting_asks_and_needs_to_know_whom(bundle: Path) -> None:
    run("coach", "review", bundle)
    for options in ([], ["Anna", "--expired", "--yes"], ["Anna"]):
        assert run("coach", "forget", *options).code == 2
    assert bundle.exists()
    other("3", called="anna", file="other.zip")
    run("coach", "review", "other.zip")
    ran = run("coach", "forget", "Anna", "--yes")
    assert ran.code == 2
    assert "33333333" in ran.stderr
    assert run("coach", "forget", "33333333", "--yes").code == 0
    assert bundle.exists()


def test_the_page_holds_all_and_loads_nothing(bundle: Path) -> None:
    assert run("coach", "review", bundle, "--output", "review.html", "--questions").code == 0
    text = Path("review.html").read_text()
    assert "notebook" in text
    assert "Because: " in text
    assert not any(
        word in text for word in ("http:", "https:", "<script", "src=", "@import", "url(")
    )
    assert stat.S_IMODE(Path("review.html").stat().st_mode) == 0o600


def test_json_is_a_line_a_bundle(bundle: Path) -> None:
    other("3", called="Bea", file="bea.zip")
    ran = run("coach", "review", "bea.zip", bundle, "--json")
    reviews = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [review["name"] for review in reviews] == ["Anna", "Bea"]
    assert reviews[0]["content"]["passages"][-1]["id"].startswith(f"2026-11-13-{CORE}/")


@pytest.mark.parametrize("name", names())
def test_every_format_has_the_terms_and_the_words(bundle: Path, name: str) -> None:
    ran = run("coach", "review", bundle, "--format", name, "--questions")
    assert ran.code == 0
    words = ("On which terms", "For Kim", "Listen to me.", "notebook", "Questions you could ask")
    assert [word for word in words if word not in ran.stdout] == []
