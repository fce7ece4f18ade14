"""The sdist and the wheel built from it hold exactly what they should; the wheel works anywhere."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from learnlead import __version__
from running import Ran, run_program

pytestmark = pytest.mark.xdist_group("archives")  # in one process, which makes it once

CHECKOUT = Path(__file__).parents[2]
NAME = f"learnlead-{__version__}"
PRIVATE = ("journals/2026-11-13-learning-leader.md", "records/yardsticks.md", "inbox.md")
"""Files of somebody who uses the checkout; they must never leave it."""

ANSWERS = """\
learnlead: 1
rubric: learning-leader
relationships: [formal-authority]
ratings:
  own-answers: 4
insight: Ten seconds of silence do more than a second question.
"""


class Built(NamedTuple):
    checkout: Path
    sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both archives, built from a copy of this checkout in which somebody has been reflecting."""
    checkout = tmp_path_factory.mktemp("checkout") / "learnlead"
    junk = shutil.ignore_patterns(
        ".git", ".venv*", "dist", "__pycache__", ".*_cache", ".hypothesis"
    )
    shutil.copytree(CHECKOUT, checkout, ignore=junk)
    for name in PRIVATE:
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_text("private\n")
    (checkout / "learnlead.yaml").write_text("people: [private]\n")
    dist = checkout.parent / "dist"
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, checkout],
        check=True,
        capture_output=True,
    )
    return Built(checkout, dist / f"{NAME}.tar.gz", dist / f"{NAME}-py3-none-any.whl")


def files_below(checkout: Path, *folders: str) -> set[str]:
    """The files of those folders of the checkout, relative to its top."""
    return {
        path.relative_to(checkout).as_posix()
        for folder in folders
        for path in (checkout / folder).rglob("*")
        if path.is_file()
    }


def test_sdist_holds_the_house_and_nothing_else(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = {m.name.removeprefix(f"{NAME}/") for m in archive.getmembers() if m.isfile()}
    folders = {
        ".ci",
        "benchmarks",
        "docs",
        "journals",
        "prompts",
        "requirements",
        "rubrics",
        "schemas",
        "src",
        "tests",
        "tools",
    }
    assert {name.split("/")[0] for name in names if "/" in name} == folders
    assert {name for name in names if "/" not in name} == {
        *(".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "PKG-INFO"),
        *("CODE_OF_CONDUCT.md", "README.md", "SECURITY.md", "pyproject.toml"),
    }
    assert {name for name in names if name.startswith("journals/")} == {
        "journals/README.md",
        *files_below(built.checkout, "journals/examples"),
    }
    everything = files_below(built.checkout, *folders - {"journals"})
    assert {name for name in names if name.split("/")[0] in folders - {"journals"}} == everything


def test_wheel_holds_the_program_and_what_it_ships(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    about = {name for name in names if name.startswith(f"{NAME}.dist-info/")}
    assert {name.partition("/")[2] for name in about} == {
        *("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"),
    }
    assert names - about == {
        f"{NAME}.data/data/share/man/man1/learnlead.1",
        *(name.removeprefix("src/") for name in files_below(built.checkout, "src")),
        *(
            f"learnlead/shipped/{name}"
            for name in files_below(built.checkout, "rubrics", "prompts", "schemas")
        ),
        *(
            name.replace("journals/", "learnlead/shipped/", 1)
            for name in files_below(built.checkout, "journals/examples")
        ),
    }
    assert names >= {
        "learnlead/py.typed",
        "learnlead/i18n/de/page.yaml",
        "learnlead/shipped/rubrics/learning-leader.yaml",
        "learnlead/shipped/prompts/learning-leader.yaml",
        "learnlead/shipped/schemas/rubric.json",
        "learnlead/shipped/examples/README.md",
        "learnlead/shipped/examples/learnlead.yaml",
    }
    assert {Path(name).suffix for name in names - about} <= {
        *(".py", ".yaml", ".md", ".json", ".typed", ".txt", ".html", ".css", ".1"),
    }


def test_no_private_page_is_in_either(built: Built) -> None:
    with tarfile.open(built.sdist) as sdist, zipfile.ZipFile(built.wheel) as wheel:
        names = [*sdist.getnames(), *wheel.namelist()]
    for private in PRIVATE:
        assert not [name for name in names if name.endswith(Path(private).name)], private


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an empty environment that holds the wheel and sees our dependencies only."""
    venv = tmp_path_factory.mktemp("elsewhere") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(venv / "bin" / "python"), "--quiet"]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", str(built.wheel)], check=True)
    [packages] = venv.glob("lib/python*/site-packages")
    # A .pth adds folders but does not read the .pth files in them: an editable learnlead stays out.
    ours = [path for path in sys.path if path.endswith("-packages")]
    (packages / "dependencies.pth").write_text("\n".join(ours))
    return venv / "bin" / "learnlead"


def run_installed(installed: Path, *args: str | Path, cwd: Path) -> Ran:
    return run_program(*args, cwd=cwd, program=(installed,), source=None)


def test_installed_wheel_tells_its_version(installed: Path, tmp_path: Path) -> None:
    ran = run_installed(installed, "--version", cwd=tmp_path)
    assert (ran.code, ran.stdout.strip()) == (0, f"learnlead {__version__}")


def test_installed_wheel_has_its_manual_where_man_looks(installed: Path) -> None:
    manual = installed.parents[1] / "share" / "man" / "man1" / "learnlead.1"
    assert manual.read_bytes() == (CHECKOUT / "docs" / "reference" / manual.name).read_bytes()


def test_installed_wheel_finds_what_it_ships(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "learnlead.yaml").touch()
    ran = run_installed(installed, "rubric", "list", cwd=tmp_path)
    assert ran.code == 0, ran.stderr
    assert "learning-leader" in ran.stdout


def test_installed_wheel_holds_a_sitting_and_reads_it(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "learnlead.yaml").touch()
    (tmp_path / "answers.yaml").write_text(ANSWERS)
    held = run_installed(installed, "reflect", "--answers", "answers.yaml", cwd=tmp_path)
    assert held.code == 0, held.stderr
    assert (tmp_path / "journals" / "2026-11-20-learning-leader.md").is_file()
    trends = run_installed(installed, "trends", "--json", cwd=tmp_path)
    assert trends.code == 0, trends.stderr
    assert json.loads(trends.stdout)["sittings"] == 1


def test_wheel_and_checkout_answer_alike(installed: Path, tmp_path: Path) -> None:
    examples = CHECKOUT / "journals" / "examples"
    shutil.copytree(examples, tmp_path / "year")
    args = ("trends", "--json", "--workspace", tmp_path / "year")
    from_wheel = run_installed(installed, *args, cwd=tmp_path)
    assert from_wheel.code == 0, from_wheel.stderr
    assert from_wheel.stdout == run_program(*args, cwd=tmp_path).stdout
