"""Names in an export: hidden once and for ever, two spellings, and nothing undecided leaves."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest

from cli.kit import as_json, held
from running import Ran, run

PAGE = """\
date: 2026-11-06
moments:
  - {relationship: formal-authority, with: Katrin Bauer, what: "Katrin and Krause met, then Kati."}
  - {relationship: equal-influence, what: "I saw Krause again in 2014."}
insight: Kati helps.
obstacle: hurry
"""
GERMAN = """\
date: 2026-11-13
moments:
  - {relationship: formal-authority, with: Jörg Müller, what: "Ich war mit Herrn Müller beim Chef."}
"""
NAMES = Path("records/names.md")


@pytest.fixture
def lived_in(workspace: Path) -> Path:
    held(PAGE)
    return workspace


def export(output: str, *options: str) -> Ran:
    return run("export", "--output", output, "--yes", "--include", "moments,insights", *options)


def every_text(bundle: str) -> str:
    with zipfile.ZipFile(bundle) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def moments(bundle: str) -> list[str]:
    with zipfile.ZipFile(bundle) as archive:
        data = json.loads(archive.read("annexes/data.json"))
    return [passage["text"] for passage in data["passages"] if passage["kind"] == "moments"]


def test_a_hidden_name_stays_hidden(lived_in: Path) -> None:
    assert export("one.zip", "--names", "stay", "--hide", "krause").code == 0
    assert export("two.zip", "--names", "stay").code == 0
    for bundle in ("one.zip", "two.zip"):
        assert "Krause" not in every_text(bundle)
    assert "- hide: krause\n" in NAMES.read_text(encoding="utf-8")
    assert stat.S_IMODE(NAMES.stat().st_mode) == 0o600
    again = export("three.zip", "--names", "stay", "--hide", "Krause")
    assert again.code == 0
    assert NAMES.read_text(encoding="utf-8").count("rause") == 1, "once is enough"


def test_two_spellings_are_one_person_in_every_file(lived_in: Path) -> None:
    ran = export("one.zip", "--names", "stay", "--hide", "Kati=Katrin", "--include", "pages")
    assert ran.code == 0, ran.stderr
    text = every_text("one.zip")
    assert "Kati" not in text
    assert "Katrin" not in text
    assert moments("one.zip")[0] == "A report 1 and Krause met, then a report 1."
    assert "report 2" not in text
    assert "someone 1" not in text


def test_a_name_that_is_found_nowhere_is_told_and_hidden_all_the_same(lived_in: Path) -> None:
    ran = export("one.zip", "--names", "stay", "--hide", "Xaver")
    assert ran.code == 0
    assert "'Xaver' was found nowhere" in ran.stderr
    assert "'Krause'" not in export("two.zip", "--names", "stay", "--hide", "Krause").stderr


def test_yes_lets_nothing_leave_that_is_not_decided(lived_in: Path) -> None:
    ran = export("one.zip")
    assert (ran.code, ran.stdout) == (2, "")
    assert (
        "nothing has left: 3 words or numbers that may tell who is meant are not decided"
        in ran.stderr
    )
    assert "--names list" in ran.stderr
    assert "Krause" not in ran.stderr
    assert not Path("one.zip").exists()
    assert not NAMES.exists()
    NAMES.parent.mkdir(exist_ok=True)
    NAMES.write_text("- hide: Krause\n- hide: Kati = Katrin\n- stay: 2014\n", encoding="utf-8")
    assert export("one.zip").code == 0
    assert moments("one.zip") == [
        *("A report 1 and someone 1 met, then a report 1.", "I saw someone 1 again in 2014."),
    ]
    assert export("two.zip").code == 0, "the same words ask nothing"


def test_only_what_leaves_is_to_be_decided(lived_in: Path) -> None:
    ran = run("export", "--output", "one.zip", "--yes", "--include", "obstacles")
    assert ran.code == 0, ran.stderr


def test_the_list_shows_what_is_to_be_decided_and_writes_nothing(lived_in: Path) -> None:
    options = ("--include", "moments,insights")
    ran = run("export", "--names", "list", *options)
    assert ran.code == 0
    first, second, *_ = ran.stdout.splitlines()
    assert first.startswith("2  Krause (a name?): A report 1 and Krause met")
    assert second.startswith("2  Kati (near a known name): ")
    assert not NAMES.exists()
    candidates = as_json("export", "--dry-run", *options)["undecided"]
    assert [
        (candidate["words"], candidate["kind"], candidate["count"]) for candidate in candidates
    ] == [
        *(("Krause", "name", 2), ("Kati", "near", 2), ("2014", "number", 1)),
    ]
    assert "3 words or numbers that may tell" in run("export", "--dry-run", *options).stdout
    run("export", "--dry-run", "--hide", "Krause")
    assert not NAMES.exists(), "a dry run writes nothing"


def test_what_is_staying_this_once_is_asked_again(lived_in: Path) -> None:
    assert export("one.zip", "--names", "stay").code == 0
    assert not NAMES.exists()
    assert export("two.zip").code == 2


def test_a_slip_in_the_list_stops_an_export_and_the_doctor_tells(lived_in: Path) -> None:
    NAMES.parent.mkdir(exist_ok=True)
    NAMES.write_text("# Names\n\n- hid: Krause\n", encoding="utf-8")
    for options in (("--dry-run",), ("--output", "one.zip", "--yes", "--names", "stay")):
        ran = run("export", *options)
        assert (ran.code, ran.stdout) == (2, "")
        assert "records/names.md:3: this line is neither" in ran.stderr
        assert "Krause" not in ran.stderr
    assert not Path("one.zip").exists()
    doctor = run("doctor")
    assert doctor.code == 1
    assert "records/names.md:3: this line is neither" in doctor.stdout


def test_german_reads_as_german_in_a_bundle(lived_in: Path) -> None:
    held(GERMAN)
    assert export("one.zip", "--names", "stay").code == 0
    assert moments("one.zip")[0] == "Ich war mit Teammitglied 2 beim Chef."
    assert "A report 1" in moments("one.zip")[1]


def test_who_is_forgotten_leaves_the_list_of_names(lived_in: Path) -> None:
    NAMES.parent.mkdir(exist_ok=True)
    NAMES.write_text("- hide: Krause\n- hide: Kati = Katrin\n- stay: 2014\n", encoding="utf-8")
    for name in ("Krause", "Kati"):
        assert run("journal", "forget", name, "--yes").code == 0
    assert NAMES.read_text(encoding="utf-8") == "- hide: Katrin\n- stay: 2014\n"
