"""learnlead export and learnlead shared: what leaves, for whom, and what is written down."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import stat
import zipfile
from collections.abc import Mapping
from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.gallery import AGE_KEY
from cli.kit import as_json, held
from cli.programs import WITHOUT_RIGHTS, WITHOUT_ROOM
from cli.test_json_keeps_its_schemas import check
from learnlead.app.export.packing import id_of
from learnlead.coach.bundle import Content, Manifest, schema_of
from learnlead.coach.ledger import Export
from learnlead.coach.several import ManifestOfSeveral
from learnlead.page.page import parse
from running import Ran, run, run_program
from sizes import examples

pytestmark = pytest.mark.core

FIRST = """\
date: 2026-11-06
focus: {behaviour: own-answers, notice: people finish their sentences}
relationships: [formal-authority]
moments:
  - {relationship: formal-authority, with: Jorinde Okafor, what: Jorinde drew it, other_side: Calm}
  - {relationship: equal-influence, with: peer in finance, what: We compared our numbers}
ratings: {own-answers: 4, accessible: none-made}
evidence: {own-answers: She drew it herself.}
insight: Silence helps Okafor.
obstacle: Hurry.
opposite: I told instead of asking.
plan: {behaviour: own-answers, cue: a report asks, action: wait}
"""
SECOND = """\
date: 2026-11-13
look_back: {outcome: partly, note: It came up once.}
insight: =HYPERLINK("http://example.org")
heard: <script>alert(1)</script>
"""
EVERYTHING = "moments,evidence,insights,obstacles,ratings,pages,themes,look-backs,heard,notice"


@pytest.fixture
def lived_in(workspace: Path) -> Path:
    held(FIRST)
    held(SECOND)
    return workspace


def exported(output: str, *options: str) -> Ran:
    ran = run("export", "--output", output, "--yes", "--names", "stay", *options)
    assert (ran.code, ran.stdout) == (0, f"{output}\n"), ran.stderr
    return ran


def inside(bundle: str | Path | io.BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def manifest_of(files: Mapping[str, bytes]) -> Any:
    return json.loads(files["manifest.json"])


def data_of(files: Mapping[str, bytes]) -> Any:
    return json.loads(files["annexes/data.json"])


def test_only_findings_and_outcomes_of_plans_leave_unless_more_is_ticked(lived_in: Path) -> None:
    exported("coach.zip", "--want", "Time to think")
    data = data_of(inside("coach.zip"))
    assert data["want"] == "Time to think"
    assert data["focus"]["name"] == "Room for their own answers"
    assert data["focus"]["notice"] is None
    assert [(plan["action"], plan["outcome"]) for plan in data["plans"]] == [("wait", "partly")]
    assert (data["passages"], data["ratings"]) == ([], [])
    content = b"\n".join(inside("coach.zip").values()).decode()
    private = ("drew", "Calm", "Silence", "Hurry", "told instead", "people finish", "once")
    for word in (*private, "Okafor"):
        assert word not in content, word


def test_a_plan_without_an_outcome_leaves_only_where_plans_are_named(lived_in: Path) -> None:
    held("plan: {behaviour: own-answers, cue: the phone rings, action: let it ring}\n")
    for options, actions in (([], {"wait"}), (["--include", "plans"], {"wait", "let it ring"})):
        exported("coach.zip", "--again", *options)
        data = data_of(inside("coach.zip"))
        assert {plan["action"] for plan in data["plans"]} == actions
        Path("coach.zip").unlink()


def test_what_is_named_leaves_and_nothing_else(lived_in: Path) -> None:
    exported("coach.zip", "--include", "moments,ratings", "--include", "obstacles")
    data = data_of(inside("coach.zip"))
    assert [passage["text"] for passage in data["passages"]] == [
        *("A report 1 drew it", "Calm", "We compared our numbers", "Hurry."),
    ]
    assert [(rating["behaviour"], rating["mark"]) for rating in data["ratings"]] == [
        ("own-answers", 4),
        ("accessible", "none-made"),
    ]
    assert set(manifest_of(inside("coach.zip"))["included"]) == {
        *("focus", "findings", "plans", "moments", "ratings", "obstacles"),
    } - ({"findings"} if not data["findings"] else set())


def test_the_manifest_says_what_it_is_for_whom_and_what_was_left_out(lived_in: Path) -> None:
    exported(
        *("coach.zip", "--to", "Maria Weber", "--until", "2027-01-31"),
        *("--not-for", "sponsor,cohort", "--as", "Alex", "--from", "2026-11-01"),
    )
    files = inside("coach.zip")
    manifest = manifest_of(files)
    assert manifest["schema"] == "learnlead/bundle/1"
    assert manifest["terms"] == {
        "for": "Maria Weber",
        "until": "2027-01-31",
        "not_for": ["sponsor", "cohort"],
    }
    assert manifest["rubric"] == {
        "id": "learning-leader",
        "version": 2,
        "title": "Learning leader",
        "sha256": manifest["rubric"]["sha256"],
    }
    assert len(manifest["rubric"]["sha256"]) == 64
    assert manifest["period"] == {"from": "2026-11-06", "to": "2026-11-13"}
    assert manifest["leader"]["name"] == "Alex"
    assert {"kind": "obstacles", "lines": 1} in manifest["left_out"]
    assert "opposite" not in {line["kind"] for line in manifest["left_out"]}
    assert manifest["files"] == {
        name: {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
        for name, raw in files.items()
        if name not in ("manifest.json", "manifest.json.sig")
    }
    assert manifest["id"] == id_of(Manifest.model_validate(manifest))
    check("bundle", manifest)
    check("bundle-data", data_of(files))


def test_the_shipped_schemas_are_those_of_the_models() -> None:
    models = {
        "bundle-1": schema_of(Manifest, "What a bundle for a coach says of itself"),
        "bundle-2": schema_of(
            ManifestOfSeveral, "What a bundle of several rubrics for a coach says of itself"
        ),
        "bundle-data-1": schema_of(Content, "What a bundle for a coach holds"),
    }
    for name, schema in models.items():
        shipped = files_of("learnlead.reports") / "schemas" / f"{name}.json"
        assert json.loads(shipped.read_text(encoding="utf-8")) == schema


def test_to_is_a_day_or_a_name(lived_in: Path) -> None:
    exported("coach.zip", "--to", "2026-11-06", "--to", "Maria")
    manifest = manifest_of(inside("coach.zip"))
    assert manifest["terms"]["for"] == "Maria"
    assert manifest["period"]["to"] == "2026-11-06"
    wrong = run("export", "--output", "x.zip", "--yes", "--to", "2026-13-40")
    assert (wrong.code, "is no date" in wrong.stderr) == (2, True)
    disagree = run("export", "--output", "x.zip", "--yes", "--to", "Maria", "--for", "Paul")
    assert (disagree.code, "disagree" in disagree.stderr) == (2, True)


def test_people_keep_their_pseudonyms_for_a_recipient(lived_in: Path) -> None:
    exported("one.zip", "--for", "Maria", "--include", "moments")
    held(
        "date: 2026-11-20\nmoments:\n"
        "  - {relationship: formal-authority, with: Ambrus, what: Ambrus asked Jorinde}\n"
    )
    earlier = Path("journals/2026-10-02-learning-leader.md")
    later = Path("journals/2026-11-20-learning-leader.md")
    text = later.read_text(encoding="utf-8").replace("2026-11-20", "2026-10-02")
    earlier.write_text(text.replace("Ambrus", "Zita"), encoding="utf-8")
    exported("two.zip", "--for", "maria", "--include", "moments")
    texts = [passage["text"] for passage in data_of(inside("two.zip"))["passages"]]
    assert "A report 3 asked a report 1" in texts
    assert "A report 2 asked a report 1" in texts
    first, second = (manifest_of(inside(name)) for name in ("one.zip", "two.zip"))
    assert first["leader"]["id"] == second["leader"]["id"]
    assert second["since"] == "2026-11-20"
    exported("else.zip", "--for", "Paul")
    assert manifest_of(inside("else.zip"))["leader"]["id"] != first["leader"]["id"]


def test_hidden_names_are_replaced_and_role_labels_are_not(lived_in: Path) -> None:
    Path("learnlead.yaml").write_text("people: [Jorinde Okafor]\n", encoding="utf-8")
    exported("coach.zip", "--include", "moments", "--hide", "numbers")
    texts = [passage["text"] for passage in data_of(inside("coach.zip"))["passages"]]
    assert texts[:3] == ["Jorinde drew it", "Calm", "We compared our someone 1"]


def test_one_relationship_alone(lived_in: Path) -> None:
    exported("coach.zip", "--relationship", "Equal", "--include", EVERYTHING)
    files = inside("coach.zip")
    texts = [p["text"] for p in data_of(files)["passages"] if p["kind"] == "moments"]
    assert texts == ["We compared our numbers"]
    assert b"drew it\n" not in b"".join(files.values())
    unknown = run("export", "--output", "x.zip", "--yes", "--relationship", "equal-influece")
    assert (unknown.code, "did you mean equal-influence?" in unknown.stderr) == (2, True)


def test_what_leaves_inside_pages_is_not_called_left_out(lived_in: Path) -> None:
    exported("coach.zip", "--include", "pages")
    manifest = manifest_of(inside("coach.zip"))
    assert manifest["left_out"] == [{"kind": "bets", "lines": 1}], "a page tells no bet"
    assert {"moments", "insights", "ratings", "pages"} <= set(manifest["included"])
    assert b"I left out: bets on your focus" in inside("coach.zip")["report.md"]


def test_only_the_kinds_that_the_settings_share_are_offered(lived_in: Path) -> None:
    settings_file = Path("learnlead.yaml")
    settings_file.write_text("day: friday\nshare: [focus, insights, pages]\n", encoding="utf-8")
    shown = run("export", "--dry-run")
    assert shown.code == 0
    assert "Silence helps a report 1." in shown.stdout
    for kept_back in ("drew it", "Hurry", "I will wait", "people finish"):
        assert kept_back not in shown.stdout
    assert "`share` in learnlead.yaml" in shown.stderr
    assert "moments" in shown.stderr
    exported("coach.zip", "--include", "insights,pages")
    files = inside("coach.zip")
    content = b"\n".join(files.values())
    assert b"Silence helps" in content
    for kept_back in ("drew it", "Hurry", "will wait", "people finish", "**Rating:**", "Calm"):
        assert kept_back.encode() not in content
    for name, raw in files.items():
        if name.startswith("annexes/pages/"):
            assert parse(raw.decode(), name)[1] == []
    assert manifest_of(files)["left_out"] == []
    assert {line["kind"] for line in as_json("shared")["shared"][0]["lines"]} <= {
        *("focus", "insights", "pages"),
    }


@pytest.mark.parametrize("command", [("--yes", "--output", "coach.zip"), ("--dry-run",)])
def test_an_option_cannot_share_what_the_settings_keep_back(
    lived_in: Path, command: tuple[str, ...]
) -> None:
    Path("learnlead.yaml").write_text("# mine\n\nshare:\n  - focus\n  - plans\n", encoding="utf-8")
    ran = run("export", *command, "--include", "plans,obstacles", "--include", "moments")
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.startswith(
        "learnlead: learnlead.yaml:3: --include moments, obstacles: `share` does not let this leave"
    )
    assert not Path("coach.zip").exists()


def test_sharing_nothing_offers_nothing_and_an_empty_key_keeps_nothing_back(lived_in: Path) -> None:
    Path("learnlead.yaml").write_text("share: []\n", encoding="utf-8")
    ran = run("export", "--yes", "--output", "coach.zip")
    assert (ran.code, "nothing has left" in ran.stderr) == (2, True)
    Path("learnlead.yaml").write_text("share:\n", encoding="utf-8")
    exported("coach.zip", "--include", EVERYTHING)


def test_what_others_would_notice_may_leave_without_the_focus(lived_in: Path) -> None:
    Path("learnlead.yaml").write_text("share: [notice]\n", encoding="utf-8")
    exported("coach.zip", "--include", "notice")
    files = inside("coach.zip")
    data = data_of(files)
    assert data["focus"] is None
    assert [(passage["id"], passage["text"]) for passage in data["passages"]] == [
        ("notice", "people finish their sentences")
    ]
    assert b"people finish" in files["report.md"]
    assert b"onditions for own answers" not in files["report.md"]
    check("bundle-data", data)


def test_whole_pages_are_filtered_copies_that_read_as_pages(lived_in: Path) -> None:
    page = Path("journals/2026-11-06-learning-leader.md")
    page.rename("journals/2026-11-06 Jorinde.md")
    exported("coach.zip", "--include", "pages")
    files = inside("coach.zip")
    names = [name for name in files if name.startswith("annexes/pages/")]
    assert names == [f"annexes/pages/2026-11-{day}-learning-leader.md" for day in ("06", "13")]
    exported_page, problems = parse(files[names[0]].decode(), names[0])
    assert (problems, exported_page is not None) == ([], True)
    text = files[names[0]].decode()
    assert "A report 1 drew it" in text
    for word in ("**With:**", "opposite", "Jorinde", "told instead"):
        assert word not in text


def test_nothing_in_a_bundle_can_do_harm(lived_in: Path) -> None:
    exported("coach.zip", "--include", EVERYTHING, "--want", "<img src=x onerror=alert(1)>")
    files = inside("coach.zip")
    html = files["report.html"].decode()
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "http" not in html.replace("http-equiv", "").replace("http://example.org", "")
    markdown = files["report.md"].decode()
    assert "\\<script\\>" in markdown
    rows = list(csv.reader(io.StringIO(files["annexes/lines.csv"].decode(), newline="")))
    assert not any(cell.lstrip().startswith(("=", "+", "@")) for row in rows for cell in row)
    risky = [cell[:11] for row in rows for cell in row if "HYPERLINK" in cell]
    assert risky == ["'=HYPERLINK"]


def test_the_same_choice_is_the_same_bytes(lived_in: Path) -> None:
    exported("one.zip", "--include", EVERYTHING)
    ledger = Path("records/shared.jsonl")
    ledger.write_text(ledger.read_text().replace('"on":"2026-11-20"', '"on":"2026-11-19"'))
    exported("two.zip", "--include", EVERYTHING)
    exported("three.zip", "--include", EVERYTHING)
    for name, raw in inside("two.zip").items():
        if name.startswith("annexes/"):  # the others say since when
            assert inside("three.zip")[name] == raw
    exported("four.zip", "--include", EVERYTHING)
    assert Path("three.zip").read_bytes() == Path("four.zip").read_bytes()


def test_a_folder_holds_the_same_files_for_its_owner_alone(lived_in: Path) -> None:
    exported("coach", "--include", EVERYTHING)
    files = {str(p.relative_to("coach")): p for p in Path("coach").rglob("*") if p.is_file()}
    exported("coach.zip", "--include", EVERYTHING)
    assert set(files) == set(inside("coach.zip"))
    for path in (*files.values(), Path("coach.zip"), Path("records/shared.jsonl")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(Path("coach").stat().st_mode) == 0o700
    assert not [p for p in Path().iterdir() if p.name.startswith(".learnlead-")]


def test_what_is_there_is_never_written_over(lived_in: Path) -> None:
    Path("coach.zip").write_text("mine")
    Path("coach").mkdir()
    Path("dangling").symlink_to("nowhere")
    for output in ("coach.zip", "coach", "dangling"):
        ran = run("export", "--output", output, "--yes")
        assert (ran.code, "is there already" in ran.stderr) == (2, True)
    assert Path("coach.zip").read_text() == "mine"
    assert not Path("records/shared.jsonl").exists()


def test_without_a_terminal_somebody_must_say_yes(lived_in: Path) -> None:
    ran = run("export", "--output", "coach.zip")
    assert (ran.code, ran.stdout) == (2, "")
    assert "--yes" in ran.stderr
    assert "--dry-run" in ran.stderr
    assert not Path("coach.zip").exists()


def test_a_dry_run_shows_every_line_and_writes_nothing(lived_in: Path) -> None:
    ran = run("export", "--dry-run", "--include", "insights", "--want", "Ask Jorinde")
    assert ran.code == 0
    lines = ran.stdout.splitlines()
    assert "  [x] Ask a report 1" in lines
    assert "  [x] 2026-11-06: Silence helps a report 1." in lines
    assert "        “Okafor” reads “a report 1”" in lines
    assert any(line.startswith("  [ ] 2026-11-06: Hurry.") for line in lines)
    assert "told instead" not in ran.stdout
    assert "Free text may still tell" in ran.stdout
    assert not Path("records/shared.jsonl").exists()
    answer = as_json("export", "--dry-run")
    check("export", answer)
    assert (answer["bundle"], answer["file"]) == (None, None)


def test_every_line_that_left_is_listed_for_ever(lived_in: Path) -> None:
    assert run("shared").stdout == "Nothing has left yet.\n"
    exported("one.zip", "--for", "Maria", "--until", "2026-11-20", "--want", "Time")
    exported("two.zip", "--include", "obstacles", "--not-for", "sponsor")
    three = exported("three.zip", "--want", "Time")
    ran = run("shared")
    written = three.stderr.split(" written.")[0].split("\n")[-1]
    assert f"three.zip ({written})" in ran.stdout
    assert "20 November 2026, for Maria, until 20 November 2026: one.zip (" in ran.stdout
    assert "20 November 2026, for nobody by name, not for the sponsor: two.zip (" in ran.stdout
    assert "  want: Time" in ran.stdout
    assert "  obstacles: Hurry." in ran.stdout
    answer = as_json("shared")
    check("shared", answer)
    export = answer["shared"][0]
    assert export["bundle"] == manifest_of(inside("one.zip"))["id"]
    sent = data_of(inside("one.zip"))
    ids = {"want", "focus", *(x["id"] for x in (*sent["findings"], *sent["plans"]))}
    assert {line["id"] for line in export["lines"]} == ids


def test_a_ledger_cut_off_or_mangled_loses_no_other_line(lived_in: Path) -> None:
    exported("one.zip")
    ledger = Path("records/shared.jsonl")
    ledger.write_text(f'{ledger.read_text()}nonsense\n{{"entry"', encoding="utf-8")
    exported("two.zip")
    ran = run("shared")
    assert "records/shared.jsonl:2: this line of the ledger cannot be read" in ran.stderr
    assert "one.zip" in ran.stdout
    assert "two.zip" in ran.stdout


def test_no_name_stands_in_the_ledger(lived_in: Path) -> None:
    exported("one.zip", "--include", "moments,insights")
    text = Path("records/shared.jsonl").read_text(encoding="utf-8")
    entry = Export.model_validate_json(text)
    assert "Okafor" not in text
    assert list(entry.names.values()) == ["a report 1"]


def test_what_could_not_be_written_has_not_left(lived_in: Path) -> None:
    exported("before.zip")
    Path("closed").mkdir(mode=0o500)
    for output in ("closed/coach.zip", "closed/coach"):
        ran = run_program("export", "--output", output, "--yes", program=WITHOUT_RIGHTS)
        assert (ran.code, ran.stdout) == (3, "")
        assert f"{output}: cannot write the bundle: permission denied" in ran.stderr
    assert list(Path("closed").iterdir()) == []
    assert [export["file"] for export in as_json("shared")["shared"]] == ["before.zip"]


def test_what_cannot_be_written_down_does_not_leave(lived_in: Path) -> None:
    ran = run_program("export", "--output", "coach.zip", "--yes", program=WITHOUT_ROOM)
    assert (ran.code, ran.stdout) == (3, "")
    assert "records/shared.jsonl: cannot write down what leaves: file too large" in ran.stderr
    assert not Path("coach.zip").exists()
    assert (run("shared").stdout, run("shared").stderr) == ("Nothing has left yet.\n", "")


def test_an_empty_journal_has_nothing_to_give(workspace: Path) -> None:
    ran = run("export", "--output", "coach.zip", "--yes")
    assert (ran.code, "nothing has left" in ran.stderr) == (2, True)
    assert not Path("coach.zip").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--include", "moment"), "did you mean moments?"),
        (("--until", "2026-11-01"), "--until 2026-11-01 is over"),
        (("--encrypt-to", "age2xyz"), "is no key of an age recipient"),
        (("--output", "coach.zip.age", "--encrypt-to", "age1qqqq"), "no key of an age recipient"),
        (("--hide", "…"), "there is no letter in it"),
        (("--from", "2026-11-20", "--to", "2026-11-01"), "ends before"),
    ],
)
def test_slips_are_told_before_anything_leaves(
    lived_in: Path, options: tuple[str, ...], message: str
) -> None:
    ran = run("export", "--output", "coach.zip", "--yes", *options)
    assert (ran.code, ran.stdout) == (2, "")
    assert message in ran.stderr
    assert not [path for path in Path().iterdir() if path.name.startswith("coach")]


def test_a_folder_cannot_be_encrypted_and_a_bundle_needs_a_place(lived_in: Path) -> None:
    folder = run("export", "--output", "coach", "--yes", "--encrypt-to", AGE_KEY)
    assert (folder.code, "cannot be encrypted" in folder.stderr) == (2, True)
    nowhere = run("export", "--yes")
    assert (nowhere.code, "--output coach.zip" in nowhere.stderr) == (2, True)
    lost = run("export", "--yes", "--output", "no/such/coach.zip")
    assert (lost.code, "there is no folder" in lost.stderr) == (2, True)


ENDINGS = ("", ".zip", ".age", ".zip.age", ".age.zip", ".zip.gpg", ".zip/", ".age/", ".zip.age/")


NAMES = st.builds(
    lambda folder, name, ending, spelled: f"{folder}{name}{spelled(ending)}",
    st.sampled_from(("", "sub/")),
    st.sampled_from(("coach", "Ann", ".", "")),
    st.sampled_from(("/", *ENDINGS)),
    st.sampled_from((str, str.upper, str.title)),
)


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, st.booleans())
def test_what_is_written_is_what_its_name_says(
    lived_in: Path, given_name: str, encrypts: bool
) -> None:
    shutil.rmtree("sub", ignore_errors=True)
    Path("sub").mkdir()
    before = set(Path().iterdir())
    key = ("--encrypt-to", AGE_KEY) if encrypts else ()
    ran = run("export", "--output", given_name, "--yes", *key)
    made = {*Path("sub").iterdir(), *Path().iterdir()} - before - {Path("records")}
    if ran.code:
        assert (ran.code, ran.stdout, made) == (2, "", set())
        return
    (path,) = made
    if path.is_dir():
        assert not path.name.lower().endswith((".zip", ".age"))
        assert not encrypts
        shutil.rmtree(path)
        return
    is_encrypted = path.read_bytes().startswith(b"age-encryption.org/v1\n")
    assert is_encrypted == path.name.lower().endswith(".age") == encrypts
    assert is_encrypted or zipfile.is_zipfile(path)
    assert as_json("shared")["shared"][-1]["encrypted"] is encrypts
    path.unlink()


@pytest.mark.parametrize("output", ["coach.zip.age", "COACH.ZIP.AGE", "coach.age", ".age"])
def test_a_name_that_says_encrypted_needs_a_key(lived_in: Path, output: str) -> None:
    ran = run("export", "--output", output, "--yes")
    assert (ran.code, ran.stdout) == (2, "")
    assert f"{output} would not be encrypted: there is no key" in ran.stderr
    assert "--encrypt-to" in ran.stderr
    assert not Path(output).exists()
    assert not Path("records/shared.jsonl").exists()


@pytest.mark.parametrize("output", ["coach.zip", "COACH.ZIP", "coach.age.zip"])
def test_encrypted_bytes_are_never_called_a_zip(lived_in: Path, output: str) -> None:
    ran = run("export", "--output", output, "--yes", "--encrypt-to", AGE_KEY)
    assert (ran.code, ran.stdout) == (2, "")
    assert "name a file that ends in .zip.age" in ran.stderr
    assert not Path(output).exists()


def test_encrypted_bundles_open_with_the_key_and_only_with_it(lived_in: Path) -> None:
    import pyrage

    key, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    Path("keys.txt").write_text(f"# the coach\n{key.to_public()}\n", encoding="utf-8")
    exported("coach.zip.age", "--encrypt-to", "keys.txt")
    raw = Path("coach.zip.age").read_bytes()
    assert raw.startswith(b"age-encryption.org/v1\n")
    assert "report.md" in inside(io.BytesIO(pyrage.decrypt(raw, [key])))
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(raw, [other])
    assert "encrypted" in run("shared").stdout


def test_what_is_asked_travels_with_the_lines_that_it_is_about(lived_in: Path) -> None:
    exported("coach.zip", "--include", "ratings")
    data = data_of(inside("coach.zip"))
    asked = {named["id"]: named["i"] for named in data["names"]}
    assert asked["own-answers"]
    assert asked["accessible"]
    assert asked["open-doors"] is None, "no line speaks of it"
    assert len(data["scale"]["labels"]) == 5
    plan = data["plans"][0]
    assert (plan["date"], plan["settled_on"]) == ("2026-11-06", "2026-11-13")
    report = inside("coach.zip")["report.md"].decode()
    assert asked["own-answers"] in report
    assert "n it did not come up" not in report, "no such mark is there"
    assert "– I made no occasion for it" in report
    other = data_of(inside("coach.zip"))
    exported("other.zip", "--only", "moments", "--include", "moments")
    assert not any(named["i"] for named in data_of(inside("other.zip"))["names"])
    assert other == data


def test_csv_files_name_rubric_and_leader_and_begin_with_a_mark_on_request(lived_in: Path) -> None:
    exported("coach.zip", "--include", "ratings", "--as", "Alex", "--bom")
    for name in ("annexes/lines.csv", "annexes/ratings.csv"):
        raw = inside("coach.zip")[name]
        assert raw.startswith(b"\xef\xbb\xbf")
        heads, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
        assert heads[-2:] == ["rubric", "leader"]
        assert {tuple(row[-2:]) for row in rows} == {("learning-leader", "Alex")}
    exported("plain.zip", "--include", "ratings")
    plain = inside("plain.zip")["annexes/lines.csv"]
    assert not plain.startswith(b"\xef\xbb\xbf")
    leader = manifest_of(inside("plain.zip"))["leader"]["name"]
    assert leader == "Alex", "remembered for this recipient"
