"""What `make` says on a machine where it cannot set things up."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "venv.sh"
LOCKED = "requirements/use.txt"


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout with the script and what it installs from, and a PATH with no Python on it."""
    (tmp_path / "tools").mkdir()
    shutil.copy(SCRIPT, tmp_path / "tools")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / LOCKED).parent.mkdir()
    (tmp_path / LOCKED).write_text("typer==0.26.0\n")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "cat", "cmp", "cp", "dirname", "mktemp", "rm"):
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    return tmp_path


def a_python(machine: Path, name: str, version: str, *, venv: bool) -> None:
    """Put a stand-in for a Python on the PATH, which answers as that version would."""
    major, minor = version.split(".")
    program = machine / "bin" / name
    program.write_text(
        f"""#!/bin/sh
        case "$2" in
            *print*) echo {version} ;;
            *exit*) [ {minor} -ge 11 ] && [ {major} -ge 3 ] ;;
            *ensurepip*) {"true" if venv else "false"} ;;
            *) echo "No space left on device"; exit 1 ;;
        esac
        """
    )
    program.chmod(0o755)


def set_up(machine: Path, code: int = 1) -> str:
    done = subprocess.run(
        ["sh", "tools/venv.sh", "use"],
        cwd=machine,
        env={"PATH": str(machine / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert done.stdout == ""
    return done.stderr


def test_no_python(machine: Path) -> None:
    said = set_up(machine)
    assert "Python 3.11 or newer is needed; none was found" in said
    assert said.count("\n") == 1


def test_only_an_old_python(machine: Path) -> None:
    a_python(machine, "python3", "3.9", venv=True)
    assert "is needed; here is 3.9" in set_up(machine)


def test_debian_without_its_venv_package(machine: Path) -> None:
    a_python(machine, "python3", "3.11", venv=False)
    said = set_up(machine)
    assert "sudo apt install python3.11-venv" in said
    assert said.count("\n") == 1


def test_a_newer_python_beside_an_old_one_is_taken(machine: Path) -> None:
    a_python(machine, "python3", "3.9", venv=True)
    a_python(machine, "python3.12", "3.12", venv=True)
    said = set_up(machine)
    assert "is needed" not in said
    assert said.startswith("No space left on device\n"), "what the failing program said is shown"
    assert said.endswith("Nothing of yours was touched.\n")


def a_venv(machine: Path, *, made_in: Path, works: bool = True) -> None:
    """Put a finished environment there, made in that folder."""
    programs = machine / ".venv" / "bin"
    programs.mkdir(parents=True)
    (machine / ".venv" / "made-in").write_text(f"{made_in}\n")
    sources = [machine / "pyproject.toml", machine / LOCKED]
    (machine / ".venv" / "ready-for-use").write_text("".join(s.read_text() for s in sources))
    answer = 'echo "$@" >>asked' if works else "false"
    (programs / "python").write_text(f"#!/bin/sh\n{answer}\n")
    (programs / "python").chmod(0o755)


def test_the_second_time_nothing_is_done(machine: Path) -> None:
    a_venv(machine, made_in=machine)
    assert set_up(machine, 0) == ""


@pytest.mark.parametrize("changed", ["pyproject.toml", LOCKED])
def test_what_changed_is_installed_and_nothing_but_what_is_locked(
    machine: Path, changed: str
) -> None:
    a_venv(machine, made_in=machine)
    (machine / changed).write_text("changed\n")
    assert "setting up for use in .venv" in set_up(machine, 0)
    asked = (machine / "asked").read_text()
    assert f"--require-hashes -r {LOCKED}\n" in asked
    assert "--no-deps --no-build-isolation -e .\n" in asked
    assert asked.count("install") == 2
    assert set_up(machine, 0) == ""


def test_a_venv_that_was_made_elsewhere_is_not_used(machine: Path) -> None:
    a_venv(machine, made_in=Path("/somewhere/else"))
    assert "none was found" in set_up(machine)


def test_a_venv_whose_python_vanished_is_not_used(machine: Path) -> None:
    a_venv(machine, made_in=machine, works=False)
    assert "none was found" in set_up(machine)
