"""stdout is the answer, stderr is talk; `--output FILE` puts the answer where it is wanted."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pexpect
import pytest

from cli.kit import PLAN, held
from running import SOURCE, run, run_program

ANSWERING = [
    (),
    ("due",),
    ("trends",),
    ("journal", "list"),
    ("read",),
    ("journal", "check"),
    ("plan",),
    ("focus",),
    ("rubric",),
    ("plan", "list"),
    ("focus", "show"),
    ("rubric", "list"),
    ("rubric", "show"),
    ("rubric", "check"),
]


@pytest.fixture(autouse=True)
def _lived_in(workspace: Path) -> None:
    held(f"date: 2026-11-13\nfocus: {{behaviour: own-answers}}\n{PLAN}")
    held("ratings: {own-answers: 4}\ninsight: Ünïcode 🙂\n")


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("command", ANSWERING, ids=" ".join)
def test_an_answer_goes_to_stdout_or_into_the_file(
    command: tuple[str, ...], form: tuple[str, ...]
) -> None:
    answer = run(*command, *form)
    assert (answer.stdout != "", answer.stderr) == (True, "")
    into_file = run(*command, *form, "--output", "out")
    assert (into_file.code, into_file.stdout, into_file.stderr) == (
        answer.code,
        "",
        "Written to out.\n",
    )
    assert Path("out").read_text("utf-8") == answer.stdout
    assert stat.S_IMODE(Path("out").stat().st_mode) == 0o600
    assert run(*command, *form, "--output", "-") == answer
    assert run(*command, *form, "--output=-") == answer
    if form:
        assert json.loads(answer.stdout)["schema"].startswith("learnlead/")


@pytest.mark.parametrize(
    ("bare", "listing"),
    [("plan", "list"), ("focus", "show"), ("rubric", "list")],
)
def test_a_bare_group_shows_what_its_listing_says(bare: str, listing: str) -> None:
    for form in (), ("--json",):
        assert run(bare, *form) == run(bare, listing, *form)
    ran = run(bare, "--json", listing)
    assert (ran.code, ran.stdout) == (2, "")
    assert f"an option of the command stands before it (put it after `{listing}`)" in ran.stderr


def test_due_is_quiet_about_a_file() -> None:
    ran = run("due", "--quiet", "--output", "out")
    assert (ran.stdout, ran.stderr, Path("out").exists()) == ("", "", False)


def test_a_file_that_is_there_keeps_who_may_read_it() -> None:
    Path("out").write_text("a longer text that was there before\n" * 9)
    Path("out").chmod(0o644)
    run("due", "--force", "--output", "out")
    assert Path("out").read_text() == "learning-leader: not due; last held on 2026-11-20\n"
    assert stat.S_IMODE(Path("out").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("journals", "journals: cannot write the answer: is a directory (name a file in that"),
        ("no/where", "no/where: cannot write the answer: no such file or directory (a folder on"),
        ("learnlead.yaml/x", "cannot write the answer: not a directory (something on the way"),
        ("/dev/full", "/dev/full: cannot write the answer: no space left on device (free some"),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_a_file_that_cannot_be_written_is_told(
    file: str, message: str, form: tuple[str, ...]
) -> None:
    ran = run("trends", *form, "--output", file)
    assert (ran.code, ran.stdout) == (3, "")
    (line,) = ran.stderr.splitlines()
    assert message in line


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_means_the_same_in_every_encoding(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = json.loads(run("read", "--json").stdout)
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    ran = run_program("read", "--json")
    assert (ran.code, ran.stderr) == (0, "")
    assert json.loads(ran.stdout) == expected


@pytest.mark.parametrize(
    ("options", "variables", "coloured"),
    [
        (("--output", "-"), {"NO_COLOR": ""}, True),
        ((), {"NO_COLOR": "1"}, False),
        (("--plain",), {}, False),
    ],
)
def test_a_report_has_colour_on_a_terminal_unless_somebody_minds(
    options: tuple[str, ...], variables: dict[str, str], coloured: bool
) -> None:
    shown, code = pexpect.run(
        f"{sys.executable} -m learnlead trends {' '.join(options)}",
        env=os.environ | {"PYTHONPATH": str(SOURCE)} | variables,
        withexitstatus=True,
        encoding="utf-8",
    )
    assert code == 0
    assert ("\x1b[" in shown) == coloured
    assert "�" not in shown
    assert "Room for their own answers" in shown


@pytest.mark.parametrize(
    ("variables", "plain"),
    [
        ({}, False),
        ({"ACCESSIBLE": "1"}, True),
        ({"ACCESSIBLE": "yes"}, True),
        ({"ACCESSIBLE": "0"}, False),
        ({"LEARNLEAD_PLAIN": "true"}, True),
        ({"LEARNLEAD_PLAIN": "false"}, False),
        ({"LEARNLEAD_PLAIN": ""}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "no-such-terminal"}, False),
        ({"NO_COLOR": "1"}, False),
    ],
)
def test_plain_is_asked_for_by_variable_too(
    variables: dict[str, str], plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    fancy = run("trends")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (run("trends") == run("trends", "--plain")) is plain
    assert (run("trends") == fancy) is not plain


PAGE = "journals/2026-11-20-learning-leader.md"


@pytest.mark.parametrize(
    "file",
    [
        PAGE,
        "learnlead.yaml",
        "inbox.md",
        "records/yardsticks.md",
        "rubrics/mine.yaml",
        "prompts/mine.yaml",
        "journals/2026-11-19-no-front-matter-any-more.md",
    ],
)
@pytest.mark.parametrize("linked", [False, True])
def test_words_and_settings_are_not_written_over(workspace: Path, file: str, linked: bool) -> None:
    path = workspace / file
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.write_text("words of mine\n", encoding="utf-8")
    before = path.read_bytes()
    named = Path(file)
    if linked:
        named = Path("link.md")
        named.symlink_to(path)
    form = "markdown" if named.suffix == ".md" else "text"
    ran = run("trends", "--force", "--format", form, "--output", str(named))
    assert (ran.code, ran.stdout, path.read_bytes()) == (2, "", before)
    assert "holds words or settings of yours" in ran.stderr


def test_a_file_with_another_name_keeps_its_words_there(workspace: Path) -> None:
    before = (workspace / PAGE).read_bytes()
    Path("twin.txt").hardlink_to(workspace / PAGE)
    run("due", "--force", "--output", "twin.txt")
    assert (workspace / PAGE).read_bytes() == before


def test_an_answer_never_becomes_a_page(workspace: Path) -> None:
    ran = run("trends", "--output", "journals/2026-11-18-trends.md")
    assert ran.code == 2
    assert "has the name of a page" in ran.stderr
    assert run("trends", "--output", "journals/trends.md").code == 0
    assert run("trends", "--output", "journals/trends.md").code == 0


def test_a_link_to_a_report_is_followed(workspace: Path) -> None:
    Path("report.txt").write_text("last week's\n")
    Path("link.txt").symlink_to("report.txt")
    run("due", "--output", "link.txt", "--force")
    assert Path("link.txt").is_symlink()
    assert Path("report.txt").read_text().startswith("learning-leader: ")


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("command", ANSWERING, ids=" ".join)
def test_what_the_program_did_not_make_is_written_over_by_force_alone(
    command: tuple[str, ...], form: tuple[str, ...]
) -> None:
    Path("out").write_text("mine\n")
    ran = run(*command, *form, "--output", "out")
    assert (ran.code, ran.stdout, Path("out").read_text()) == (2, "", "mine\n")
    assert ran.stderr == (
        "learnlead: out is there already, and learnlead did not make it "
        "(name another file; --force writes over it)\n"
    )
    forced = run(*command, *form, "-o", "out", "--force")
    assert forced.stderr == "Written to out.\n"
    assert run(*command, *form, "-o", "./out").stderr == "Written to ./out.\n"
    run("due", "-o", "new")
    Path("new").write_text("made, then changed\n")
    assert run("due", "-o", "new").stderr == "Written to new.\n"


def test_without_a_place_for_marks_a_new_file_is_written_and_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("no folder\n")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert run("due", "-o", "out").stderr == "Written to out.\n"
    assert run("due", "-o", "out").stderr == "Written to out.\n"  # it holds just that
    assert "learnlead did not make it" in run("plan", "-o", "out").stderr


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("trends --format json -o a.html", "says html, and json is asked for (let it end in .json"),
        ("trends --json -o a.csv", "says csv, and json is asked for (let it end in .json"),
        ("trends --format html -o a.txt", "says text, and html is asked for (let it end in .html"),
        ("read --json -o a.md", "says markdown, and json is asked for (let it end in .json"),
        ("read -o a.xyz", "nothing is written in the form .xyz"),
        ("plan -o a.html", "says html, and this answer is text or JSON (let it end in .txt or"),
        ("due -o a.csv", "says csv, and this answer is text or JSON (let it end in .txt or"),
        ("due --json -o a.txt", "says text, and json is asked for (let it end in .json"),
    ],
)
def test_a_file_whose_name_says_another_form_is_refused(words: str, refused: str) -> None:
    ran = run(*words.split())
    assert (ran.code, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert refused in line
    assert not list(Path().glob("a.*"))


@pytest.mark.parametrize(
    "words",
    [
        *("trends --format plain -o a.txt", "trends --format text -o a.plain.txt"),
        *("trends --format html -o a.page", "trends -o a.JSON", "plan -o a.json", "plan -o a.log"),
        *("plan -o a.md", "plan --json -o a.data"),
    ],
)
def test_a_file_whose_name_agrees_or_says_nothing_is_written(words: str) -> None:
    assert run(*words.split()).code == 0
    (file,) = Path().glob("a.*")
    said = file.read_text(encoding="utf-8")
    assert said.startswith("{") == ("json" in words.lower())


def test_what_would_be_refused_is_refused_before_anything_changes(workspace: Path) -> None:
    Path("log").write_text("mine\n")
    before = (workspace / PAGE).read_bytes()
    ran = run("journal", "forget", "Ünïcode", "--yes", "--json", "-o", "log")
    assert (ran.code, "learnlead did not make it" in ran.stderr) == (2, True)
    assert (workspace / PAGE).read_bytes() == before
    forced = run("journal", "forget", "Ünïcode", "--yes", "--json", "-o", "log", "--force")
    assert forced.code == 0
    assert (workspace / PAGE).read_bytes() != before
