"""An encrypted bundle is opened by Debian's age, as a coach would open it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from learnlead.shipped import folder
from running import run_program

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not (shutil.which("age") and shutil.which("age-keygen")),
        reason="needs age: make test-system installs it",
    ),
]

WITHOUT_LIBRARY = (
    sys.executable,
    "-c",
    """import importlib.util as u
real = u.find_spec
u.find_spec = lambda name, *more: None if name == "pyrage" else real(name, *more)
from learnlead.__main__ import main
main()
""",
)
"""As where the extra is not installed: the program age does it."""


@pytest.fixture
def year(tmp_path: Path) -> Path:
    shutil.copytree(folder("examples"), tmp_path / "year")
    return tmp_path / "year"


def keygen(*command: str, file: str) -> str:
    subprocess.run([*command, file], check=True, capture_output=True)
    return file


@pytest.mark.parametrize("by", ["library", "program"])
@pytest.mark.parametrize("kind", ["age", "ssh"])
def test_age_opens_what_was_encrypted_to_its_key(
    year: Path, monkeypatch: pytest.MonkeyPatch, by: str, kind: str
) -> None:
    if by == "library" and find_spec("pyrage") is None:
        pytest.skip("needs the extra encrypt")
    monkeypatch.chdir(year.parent)
    if kind == "age":
        keygen("age-keygen", "-o", file="key")
        ran = subprocess.run(
            ["age-keygen", "-y", "key"], check=True, capture_output=True, text=True
        )
        recipient = ran.stdout.strip()
    else:
        keygen("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file="key")
        recipient = "key.pub"
    program = WITHOUT_LIBRARY if by == "program" else (sys.executable, "-m", "learnlead")
    made = run_program(
        *("export", "--workspace", year, "--output", "coach.zip.age", "--yes", "--names", "stay"),
        *("--want", "Time", "--encrypt-to", recipient),
        program=program,
    )
    assert (made.code, made.stdout) == (0, "coach.zip.age\n"), made.stderr
    subprocess.run(["age", "-d", "-i", "key", "-o", "coach.zip", "coach.zip.age"], check=True)
    with zipfile.ZipFile("coach.zip") as archive:
        assert archive.testzip() is None
        assert "report.html" in archive.namelist()
