"""What git would take along is told from what it ignores, whether the file is there yet or not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from learnlead.adapters.disk.exposure import git_would_take

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def _git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A work tree that ignores its folder `private/` and all files `*.zip`."""
    _git("init", "--quiet", str(tmp_path))
    (tmp_path / ".gitignore").write_text("/private/\n*.zip\n/kept/*\n!/kept/README.md\n")
    return tmp_path


@pytest.mark.parametrize("name", ["bundle.age", "new/bundle.age", "-x", "a b/[c].md", "ü.md"])
def test_a_file_is_seen_before_it_is_there_and_after(tree: Path, name: str) -> None:
    assert git_would_take(tree / name)
    (tree / name).parent.mkdir(exist_ok=True)
    (tree / name).write_text("words\n")
    assert git_would_take(tree / name)


@pytest.mark.parametrize(
    "name", ["bundle.zip", "new/bundle.zip", "private/2026.md", "kept/2026.md"]
)
def test_an_ignored_file_is_not(tree: Path, name: str) -> None:
    assert not git_would_take(tree / name)
    (tree / name).parent.mkdir(exist_ok=True)
    (tree / name).write_text("words\n")
    assert not git_would_take(tree / name)


def test_an_ignored_file_that_was_added_all_the_same_is_seen(tree: Path) -> None:
    (tree / "bundle.zip").write_text("words\n")
    _git("-C", str(tree), "add", "--force", "bundle.zip")
    assert git_would_take(tree / "bundle.zip")


def test_a_folder_is_seen_by_what_lies_in_it(tree: Path) -> None:
    for name in ("private", "kept", "open", "bundles"):
        (tree / name).mkdir()
    (tree / "private" / "page.md").write_text("words\n")
    (tree / "kept" / "page.md").write_text("words\n")
    (tree / "open" / "page.md").write_text("words\n")
    (tree / "bundles" / "bundle.zip").write_text("words\n")
    seen = [name for name in ("private", "kept", "open", "bundles") if git_would_take(tree / name)]
    assert seen == ["open"]


def test_behind_a_link_the_words_are_asked_about(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (tree / "journals").symlink_to(outside)
    (outside / "page.md").write_text("words\n")
    assert not git_would_take(tree / "journals" / "page.md")
    (outside / "link").symlink_to(tree)
    assert git_would_take(outside / "link" / "page.md")


def test_outside_a_work_tree_and_in_git_s_own_folder_nothing_is_seen(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert not git_would_take(tmp_path_factory.mktemp("outside") / "page.md")
    assert not git_would_take(tree / ".git" / "page.md")


def test_a_hook_of_another_work_tree_changes_nothing(
    tree: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    _git("init", "--quiet", str(other))
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert git_would_take(tree / "page.md")
    assert not git_would_take(tree / "private" / "page.md")


def test_without_git_nothing_is_seen_and_nothing_fails(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tree))
    assert not git_would_take(tree / "page.md")
    (tree / "git").write_text("#!/bin/sh\nexit 128\n")
    (tree / "git").chmod(0o755)
    assert not git_would_take(tree / "page.md")
