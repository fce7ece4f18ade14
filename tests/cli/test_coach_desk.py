"""A coach's desk: clients, one client over time, own notes, and what forgetting reaches."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from cli.coached import exported, replied, sat_last_week
from cli.kit import as_json, held
from cli.test_json_keeps_its_schemas import check
from learnlead.adapters.disk.bundles.reviewed import CoachNotes
from learnlead.adapters.disk.state import coach_folder
from running import run

LATER = """\
date: 2026-11-20
look_back: {outcome: done, note: I waited and Kerstin went on.}
insight: Silence is an offer.
"""


@pytest.fixture
def desk(workspace: Path) -> Path:
    """Two bundles of Anna's that were reviewed, the second a week later with what was new."""
    sat_last_week()
    assert run("coach", "review", exported("first.zip", "--until", "2026-12-31")).code == 0
    held(LATER)
    more = ("--until", "2026-11-27", "--include", "look-backs")
    assert run("coach", "review", exported("second.zip", *more)).code == 0
    return coach_folder({}, Path.home())


def test_without_clients_the_desk_says_how_to_get_one(workspace: Path) -> None:
    assert "`learnlead coach review BUNDLE`" in run("coach").stdout
    answer = as_json("coach")
    check("coach", answer)
    assert answer["clients"] == []


def test_the_desk_shows_who_comes_next_and_what_runs_out(desk: Path) -> None:
    assert run("coach", "review", exported("bea.zip", "--for", "Lou", called="Bea")).code == 0
    assert run("coach", "session", "bea", "2026-11-25").code == 0
    text = run("coach").stdout
    assert text.index("Bea\n") < text.index("Anna\n")
    assert "Next session: 25 November 2026, in 5 days." in text
    anna = text[text.index("Anna\n") :]
    assert "Next session: none noted." in anna
    assert "Last bundle: 20 November 2026, read on 20 November 2026 (2 bundles in all)." in anna
    assert "Runs out on 27 November 2026: the bundle of 20 Nov 2026." in anna
    answer = as_json("coach")
    check("coach", answer)
    assert [client["name"] for client in answer["clients"]] == ["Bea", "Anna"]
    assert [end["until"] for end in answer["clients"][1]["running_out"]] == ["2026-11-27"]


def test_what_is_over_is_told_and_a_session_that_was_is_none_to_come(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("coach", "session", "Anna", "2026-11-25")
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-28")
    text = run("coach").stdout
    assert "Next session: none noted." in text
    assert "Over: 1 bundle. `learnlead coach forget --expired`" in text
    joined = run("coach", "client", "Anna").stdout
    assert "Silence is an offer." not in joined, "the second was lent until the 27th"
    assert "Ten seconds of silence do more." in joined


def test_a_client_over_time_is_all_bundles_joined_with_ones_own_notes(desk: Path) -> None:
    ran = run("coach", "note", "Anna", "Ask", "about", "the", "notebook.")
    assert (ran.code, "It goes into no reply." in ran.stderr) == (0, True)
    text = " ".join(run("coach", "client", "anna").stdout.split())
    for words in (
        *("Ask about the notebook.", "Ten seconds of silence do more.", "Silence is an offer."),
        *("I waited and Kerstin went on.".replace("Kerstin", "a report 1"), "2 bundles"),
    ):
        assert words in text, words
    assert text.count("If somebody asks me, then I will wait ten seconds") == 1
    assert "wait ten seconds: done" in text or "wait ten seconds done" in text, text
    unknown = run("coach", "client", "Berta")
    assert (unknown.code, "there are Anna" in unknown.stderr) == (1, True)


def test_notes_are_private_and_go_into_no_reply(desk: Path) -> None:
    run("coach", "note", "Anna", "canarynote")
    (notes,) = desk.glob("notes-*.md")
    assert notes.read_text() == "- 2026-11-20 canarynote\n"
    assert notes.stat().st_mode & 0o777 == 0o600
    reply = replied(Path("second.zip"), question="What will you keep?")
    assert "canarynote" not in reply.read_text()
    run("coach", "review", "second.zip", "--output", "page.html")
    assert "canarynote" not in Path("page.html").read_text()


def test_a_session_goes_into_a_calendar_that_names_nobody(desk: Path) -> None:
    ran = run("coach", "session", "Anna", "2026-12-11", "--calendar", "next.ics")
    assert (ran.code, ran.stdout) == (0, "")
    text = Path("next.ics").read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20261211\r\n" in text
    assert "SUMMARY:Coaching session\r\n" in text
    assert "Anna" not in text
    again = run("coach", "session", "Anna", "2026-12-12", "--calendar", "next.ics")
    assert (again.code, "is there already" in again.stderr) == (2, True)
    past = run("coach", "session", "Anna", "2026-11-01")
    assert (past.code, "is over" in past.stderr) == (2, True)
    assert as_json("coach")["clients"][0]["next_session"] == "2026-12-11"
    run("coach", "session", "Anna", "none")
    assert as_json("coach")["clients"][0]["next_session"] is None


def test_forgetting_reaches_all_that_the_program_wrote(desk: Path) -> None:
    run("coach", "note", "Anna", "canarynote")
    run("coach", "review", "first.zip", "second.zip", "--output", "page.html")
    run("coach", "client", "Anna", "--output", "anna.html")
    reply = replied(Path("second.zip"), question="What will you keep?")
    Path("mine.md").write_text("mine")
    changed = Path("changed.html")
    run("coach", "review", "first.zip", "--output", changed)
    changed.write_text("I wrote over it")
    told = run("coach", "forget", "Anna", "--dry-run").stdout
    for name in ("first.zip", "second.zip", "page.html", "anna.html", reply.name):
        assert told.count(f"/{name}: to be deleted") == 1, told
    assert run("coach", "forget", "Anna", "--yes").code == 0
    for name in ("first.zip", "second.zip", "page.html", "anna.html", reply.name):
        assert not Path(name).exists(), name
    assert changed.read_text() == "I wrote over it"
    left = sorted(path.name for path in desk.iterdir() if not path.name.startswith("."))
    assert left == ["forgotten.md", "salt"]
    assert "canarynote" not in (desk / "forgotten.md").read_text()


def test_a_short_text_cannot_be_found_by_its_fingerprint(desk: Path) -> None:
    (file,) = desk.glob("leader-*.json")
    text = "Ten seconds of silence do more."
    kept = json.loads(file.read_text())
    seen = {print_ for bundle in kept["bundles"] for print_ in bundle["seen"].values()}
    plain = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
    salt = CoachNotes(desk).salt()
    salted = hashlib.blake2b(text.encode(), key=salt.encode(), digest_size=8).hexdigest()
    assert salted in seen
    assert plain not in seen
    assert hashlib.sha256(text.encode()).hexdigest()[:16] not in seen


def test_a_large_page_is_known_to_forgetting_too(desk: Path) -> None:
    run("coach", "review", "first.zip", "--output", "page.html")
    page = Path("page.html")
    with page.open("ab") as file:
        file.write(b"\n" * 20_000_000)
    (file_of_notes,) = desk.glob("leader-*.json")
    kept = json.loads(file_of_notes.read_text())
    kept["written"][0]["fingerprint"] = hashlib.sha256(page.read_bytes()).hexdigest()
    file_of_notes.write_text(json.dumps(kept))
    assert run("coach", "forget", "Anna", "--yes").code == 0
    assert not page.exists()


def test_what_was_agreed_goes_with_the_bundle_that_it_was_about(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replied(Path("second.zip"), agreed="Let Kim lead", question="What will you keep?")
    assert "Let Kim lead" in run("coach", "client", "Anna").stdout
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-28")
    assert run("coach", "forget", "--expired", "--yes").code == 0
    left = run("coach", "client", "Anna").stdout
    assert "Let Kim lead" not in left
    assert "What will you keep?" not in left
