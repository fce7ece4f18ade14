"""What starts this program from where its user stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.adapters.schedulers.machine import typed_name


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The program of a checkout in the user's home."""
    script = tmp_path / "home" / "a checkout" / ".venv" / "bin" / "learnlead"
    script.parent.mkdir(parents=True)
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    return script


def named(script: Path | str, *, search: Path | str = "/nowhere", cwd: Path | None = None) -> str:
    home = Path.cwd() / "home"
    return typed_name(str(script), str(search), cwd or home, home)


def test_in_the_checkout_the_short_path_will_do(script: Path) -> None:
    assert named(".venv/bin/learnlead", cwd=Path.cwd()) == "learnlead", "there is none here"
    assert named(script, cwd=script.parents[2]) == ".venv/bin/learnlead"


def test_elsewhere_it_is_the_whole_path_with_a_short_home(script: Path) -> None:
    assert named(script) == "~/'a checkout/.venv/bin/learnlead'"
    assert named(script, cwd=script.parent) == "~/'a checkout/.venv/bin/learnlead'"


def test_outside_the_home_it_is_quoted_whole(script: Path, tmp_path: Path) -> None:
    other = tmp_path / "it's" / "learnlead"
    other.parent.mkdir()
    script.rename(other)
    assert named(other) == f"'{tmp_path}/it'\"'\"'s/learnlead'"


def test_where_the_name_alone_starts_it_the_name_is_said(script: Path, tmp_path: Path) -> None:
    links = tmp_path / "links"
    links.mkdir()
    (links / "learnlead").symlink_to(script)
    assert named(script, search=script.parent) == "learnlead"
    assert named(links / "learnlead", search=links) == "learnlead"
    assert named(script, search=links) == "learnlead"


def test_another_program_of_that_name_is_not_this_one(script: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "learnlead"
    other.parent.mkdir()
    other.write_text("#!/bin/sh\n")
    other.chmod(0o755)
    assert named(script, search=other.parent) == "~/'a checkout/.venv/bin/learnlead'"


def test_a_module_has_the_usual_name(tmp_path: Path) -> None:
    assert named(tmp_path / "__main__.py") == "learnlead"
