"""Which folder is meant, and a new one that is private and never overwrites."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from learnlead.adapters.disk.new_workspace import SETTINGS_TEXT, make_workspace
from learnlead.adapters.disk.settings import Settings, read_settings
from learnlead.adapters.disk.workspace import Workspace, default_root, find_workspace
from learnlead.errors import LearnleadError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return workspace_at(tmp_path / "home", "learnlead").parent


def workspace_at(parent: Path, name: str) -> Path:
    root = parent / name
    root.mkdir(parents=True)
    (root / "learnlead.yaml").touch()
    return root


def test_the_option_goes_before_the_variable_before_the_folder_before_home(
    tmp_path: Path, home: Path
) -> None:
    by_option = workspace_at(tmp_path, "option")
    by_variable = workspace_at(tmp_path, "variable")
    here = workspace_at(tmp_path, "here")
    cwd = here / "deep" / "down"
    elsewhere = tmp_path / "elsewhere"
    variable = {"LEARNLEAD_WORKSPACE": str(by_variable)}
    assert find_workspace(str(by_option), variable, cwd, home) == Workspace(by_option)
    assert find_workspace(None, variable, cwd, home) == Workspace(by_variable)
    assert find_workspace(None, {"LEARNLEAD_WORKSPACE": ""}, cwd, home) == Workspace(here)
    assert find_workspace(None, {}, elsewhere, home) == Workspace(home / "learnlead")
    assert find_workspace(None, {}, elsewhere, tmp_path) is None
    assert find_workspace(None, {}, None, None) is None


def test_the_nearest_folder_upwards_is_meant(tmp_path: Path) -> None:
    outer = workspace_at(tmp_path, "outer")
    inner = workspace_at(outer, "inner")
    assert find_workspace(None, {}, inner, None) == Workspace(inner)
    assert find_workspace(None, {}, outer / "journals", None) == Workspace(outer)


def test_a_folder_named_from_here_is_seen_from_here(tmp_path: Path) -> None:
    root = workspace_at(tmp_path, "mine")
    found = find_workspace("mine", {}, tmp_path, None)
    assert found == Workspace(root)


@pytest.mark.parametrize("by", ["--workspace", "LEARNLEAD_WORKSPACE"])
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_is_no_workspace_is_refused_with_what_would_make_it_one(
    tmp_path: Path, home: Path, by: str, there: bool
) -> None:
    folder = tmp_path / "typo"
    if there:
        folder.mkdir()
    option = str(folder) if by == "--workspace" else None
    environment = {} if option else {by: str(folder)}
    with pytest.raises(LearnleadError) as refused:
        find_workspace(option, environment, tmp_path, home)
    assert refused.value.exit_code == 2
    assert f"learnlead init {folder}" in str(refused.value)
    assert by in str(refused.value)


def test_an_empty_option_is_refused(tmp_path: Path, home: Path) -> None:
    with pytest.raises(LearnleadError, match="--workspace is empty"):
        find_workspace("", {}, tmp_path, home)


def test_without_a_home_a_workspace_needs_a_name() -> None:
    with pytest.raises(LearnleadError, match="learnlead init DIR"):
        default_root(None)


@pytest.mark.parametrize(
    ("journal", "shown"),
    [("journals", "journals/a.md"), (".", "a.md"), ("x/y", "x/y/a.md"), ("/abs", "/abs/a.md")],
)
def test_paths_are_shown_from_the_workspace_where_they_lie_in_it(
    tmp_path: Path, journal: str, shown: str
) -> None:
    workspace = Workspace(tmp_path, journal)
    assert workspace.relative(workspace.journal / "a.md") == shown


def test_a_journal_may_lie_in_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/kim")
    assert Workspace(tmp_path, "~/pages").journal == Path("/home/kim/pages")


class TestMakingOne:
    def test_everything_in_it_is_its_owners_alone(self, tmp_path: Path) -> None:
        workspace, made = make_workspace(tmp_path / "new" / "mine")
        assert made == ["learnlead.yaml", "journals/", "rubrics/", "prompts/"]
        assert find_workspace(str(workspace.root), {}, tmp_path, None) == workspace
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").rglob("*")
        }
        assert modes == {
            "mine": 0o700,
            "learnlead.yaml": 0o600,
            "journals": 0o700,
            "rubrics": 0o700,
            "prompts": 0o700,
        }

    def test_making_it_again_changes_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "learnlead.yaml").write_text("journal: pages\n")
        workspace, made = make_workspace(tmp_path)
        assert made == ["pages/", "rubrics/", "prompts/"]
        assert workspace.journal == tmp_path / "pages"
        assert make_workspace(tmp_path) == (workspace, [])
        assert workspace.settings.read_text() == "journal: pages\n"

    def test_where_a_file_is_in_the_way_it_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        with pytest.raises(LearnleadError, match="cannot make a workspace here") as refused:
            make_workspace(tmp_path / "file")
        assert refused.value.exit_code == 3
        assert (tmp_path / "file").read_text() == "mine"

    def test_its_settings_say_nothing_yet_and_explain_every_key(self) -> None:
        assert read_settings(SETTINGS_TEXT) == (Settings(), [])
        wanted = [field.alias or name for name, field in Settings.model_fields.items()]
        keys = "\n".join(
            line.removeprefix("# ")
            for line in SETTINGS_TEXT.splitlines()
            if line.startswith(("#   - ", *(f"# {key}:" for key in wanted)))
        )
        settings, problems = read_settings(keys)
        assert problems == []
        assert settings is not None
        assert all(f"\n{key}:" in f"\n{keys}" for key in wanted)
