"""Which workspace is meant: option, variable, upwards, home; or none yet."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cli.kit import CORE, as_json, snapshot
from learnlead.i18n.words import ENGLISH
from running import run

EVERY_OTHER_COMMAND = [
    (),
    ("trends",),
    ("journal", "list"),
    ("read",),
    ("journal", "check"),
    ("journal", "check", "x.md"),
    ("plan", "list"),
    ("plan", "done"),
    ("plan", "drop"),
    ("focus", "show"),
    ("focus", "set", "own-answers"),
    ("rubric", "list"),
    ("rubric", "show"),
    ("rubric", "check"),
    ("rubric", "check", "x.yaml"),
]


def workspace_at(root: Path, title: str) -> Path:
    """A workspace with one page, by which it can be told from others."""
    assert run("init", root).code == 0
    page = f"---\nlearnlead: 1\ndate: 2026-11-20\nrubric: {CORE}\n---\n"
    (root / "journals" / f"2026-11-20-{title}.md").write_text(page)
    return root


def meant(*args: str) -> str:
    """The title of the workspace that commands work in."""
    return str(as_json("journal", "list", *args)["pages"][0]["id"].removeprefix("2026-11-20-"))


class TestTheOrder:
    @pytest.fixture(autouse=True)
    def _workspaces(self, tmp_path: Path) -> None:
        for name in ("by-option", "by-variable", "upwards"):
            workspace_at(tmp_path / name, name)
        workspace_at(Path.home() / "learnlead", "home")
        (tmp_path / "upwards" / "deep" / "er").mkdir(parents=True)
        (tmp_path / "outside").mkdir()

    def test_option_variable_upwards_home(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path / "outside")
        assert meant() == "home"
        monkeypatch.chdir(tmp_path / "upwards" / "deep" / "er")
        assert meant() == "upwards"
        monkeypatch.setenv("LEARNLEAD_WORKSPACE", str(tmp_path / "by-variable"))
        assert meant() == "by-variable"
        assert meant("--workspace", str(tmp_path / "by-option")) == "by-option"
        monkeypatch.setenv("LEARNLEAD_WORKSPACE", "")
        assert meant() == "upwards"

    def test_the_nearest_one_upwards_is_meant(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        workspace_at(tmp_path / "upwards" / "deep", "nearer")
        monkeypatch.chdir(tmp_path / "upwards" / "deep" / "er")
        assert meant() == "nearer"

    def test_the_option_stands_before_or_after_the_command(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        listed = run("journal", "list", "--workspace", "by-option")
        for args in (
            ("--workspace", "by-option", "journal", "list"),
            ("--workspace=by-option", "journal", "list"),
            ("journal", "--workspace", "by-option", "list"),
            ("journal", "list", "--workspace=by-option"),
            ("--plain", "journal", "list", "--workspace", "by-option"),
            ("journal", "list", "--workspace", "by-option", "--plain"),
        ):
            assert run(*args) == listed
        assert "by-option" in listed.stdout

    def test_a_tilde_is_the_home_folder(self) -> None:
        assert meant("--workspace", "~/learnlead") == "home"

    @pytest.mark.parametrize(
        ("option", "message"),
        [
            ("nothing", "there is no such folder (learnlead init nothing makes a workspace there)"),
            ("outside", "this folder has no learnlead.yaml (learnlead init outside makes"),
            ("", "--workspace is empty (learnlead init DIR makes"),
        ],
    )
    def test_one_that_is_none_is_refused_and_never_made(
        self, tmp_path: Path, option: str, message: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        before = snapshot(tmp_path)
        for command in ("due",), ("trends",), ("reflect", "--answers", "-"), ():
            ran = run(*command, "--workspace", option, stdin="insight: x\n")
            assert (ran.code, ran.stdout) == (2, "")
            assert message in ran.stderr
        assert snapshot(tmp_path) == before

    @pytest.mark.parametrize("place", [("--workspace",), ("due", "--workspace")])
    def test_the_option_needs_a_value(self, place: tuple[str, ...]) -> None:
        ran = run(*place)
        assert (ran.code, ran.stdout) == (2, "")
        assert "'--workspace' requires an argument" in ran.stderr


class TestWithoutOne:
    def test_due_says_due(self) -> None:
        ran = run("due")
        assert (ran.code, ran.stdout, ran.stderr) == (0, f"{CORE}: due\n", "")
        assert as_json("due")["due"] is True
        assert snapshot(Path.home()) == {}

    @pytest.mark.parametrize("command", EVERY_OTHER_COMMAND, ids=" ".join)
    def test_other_commands_name_learnlead_init(self, command: tuple[str, ...]) -> None:
        ran = run(*command)
        assert (ran.code, ran.stdout) == (2, "")
        (line,) = ran.stderr.splitlines()
        assert line.startswith("learnlead: there is no workspace yet (`learnlead init` makes one")
        assert snapshot(Path.home()) == {}

    def test_the_first_reflection_makes_one_after_saying_so(self) -> None:
        ran = run("reflect", "--answers", "-", stdin="insight: x\n")
        assert (ran.code, ran.stdout) == (0, f"journals/2026-11-20-{CORE}.md\n")
        root = Path.home() / "learnlead"
        first, *privacy = ran.stderr.splitlines()
        assert first == f"There is no workspace yet: making one in {root}."
        assert len(privacy) == 4
        assert (root / "journals" / f"2026-11-20-{CORE}.md").exists()
        assert meant() == CORE
        again = run("reflect", "--answers", "-", stdin="insight: x\n")
        assert again.stderr == ""

    def test_it_is_for_its_owner_alone(self) -> None:
        run("reflect", "--answers", "-", stdin="insight: x\n")
        root = Path.home() / "learnlead"
        for path in (root, *root.rglob("*")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


class TestInit:
    def test_makes_one_and_says_who_can_read_it(self, tmp_path: Path) -> None:
        ran = run("init", "here")
        assert (ran.code, ran.stderr) == (0, "")
        first, *privacy, begin, last = ran.stdout.splitlines()
        assert first == f"{tmp_path}/here: made learnlead.yaml, journals/, rubrics/, prompts/."
        assert privacy == list(ENGLISH.lines("made.privacy"))
        assert begin == f"Begin with: learnlead reflect --workspace {tmp_path}/here"
        assert last.endswith(f": export LEARNLEAD_WORKSPACE={tmp_path}/here")

    @pytest.mark.parametrize("words", [("init", "."), ("init",)])
    def test_where_it_is_found_anyway_the_shortest_command_begins(
        self, words: tuple[str, ...]
    ) -> None:
        assert run(*words).stdout.splitlines()[-1] == "Begin with: learnlead reflect"

    def test_changes_nothing_that_is_there(self, tmp_path: Path) -> None:
        run("init", "here")
        (tmp_path / "here" / "learnlead.yaml").write_text("day: monday # mine\n")
        (tmp_path / "here" / "rubrics").rmdir()
        ran = run("init", "here")
        assert ran.stdout.splitlines()[0] == f"{tmp_path}/here: made rubrics/."
        assert (tmp_path / "here" / "learnlead.yaml").read_text() == "day: monday # mine\n"
        assert "nothing was changed" in run("init", "here").stdout

    def test_without_a_folder_is_where_the_others_will_look(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run("init").stdout.startswith(f"{Path.home()}/learnlead: made")
        monkeypatch.setenv("LEARNLEAD_WORKSPACE", str(tmp_path / "by-variable"))
        assert run("trends").code == 2
        assert run("init").stdout.startswith(f"{tmp_path}/by-variable: made")
        assert run("trends").code == 0
        assert run("init", "--workspace", "by-option").stdout.startswith(f"{tmp_path}/by-option")
        assert run("trends", "--workspace", "by-option").code == 0

    def test_refuses_a_place_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        ran = run("init", "file/ws")
        assert (ran.code, ran.stdout) == (3, "")
        assert "cannot make a workspace here: not a directory (something on the way" in ran.stderr
        assert (tmp_path / "file").read_text() == "mine"


def test_the_checkouts_examples_are_a_workspace_of_their_own() -> None:
    examples = Path(__file__).parents[2] / "journals" / "examples"
    answer = as_json("trends", "--workspace", str(examples))
    assert answer["sittings"] > 30
    assert answer["problems"] == []
    assert run("journal", "check", "--workspace", examples).code == 0
    checked = as_json("rubric", "check", "--workspace", str(examples))
    assert checked["problems"] == []


def test_a_journal_and_records_behind_links_are_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with pages in a folder that is synced: every write forces the folder it is in."""
    root = tmp_path / "learnlead"
    assert run("init", root).code == 0
    for name in ("journals", "records"):
        (root / name).mkdir(exist_ok=True)
        (root / name).rename(tmp_path / name)
        (root / name).symlink_to(f"../{name}")
    monkeypatch.chdir(root)
    sitting = """\
focus: {behaviour: own-answers}
insight: It was quiet.
plan: {behaviour: own-answers, cue: somebody asks me, action: wait}
"""
    to_kim = ("--for", "Kim", "--as", "A", "--include", "insights", "--yes", "--want", "")
    for words, stdin in (
        (("reflect", "--answers", "-"), sitting),
        (("plan", "done"), ""),
        (("ask",), ""),
        (("export", "--output", "journals/b.zip", *to_kim), ""),
        (("trends", "--output", "journals/t.txt"), ""),
    ):
        ran = run(*words, stdin=stdin)
        assert ran.code == 0, ran.stderr
    assert "- [x] If" in (tmp_path / "journals" / f"2026-11-20-{CORE}.md").read_text("utf-8")
    assert (root / "journals").is_symlink()
    assert any((tmp_path / "records").iterdir())
