"""requirements/ holds what pyproject.toml asks for, to the byte, for every machine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]
FOLDER = CHECKOUT / "requirements"
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = {
    "use": (),
    "test": ("test",),
    "test-system": ("test", "test-system"),
    "benchmark": ("benchmark",),
    "release": ("release",),
    "lowest": ("test",),
}
"""The files, and the dependency groups of pyproject.toml that each covers."""

MACHINES = [
    {"python_version": python, "python_full_version": f"{python}.1"} | system
    for python in ("3.11", "3.12", "3.13", "3.14")
    for system in (
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
        {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    )
    for processor in ("x86_64", "arm64")
    for system in ({**system, "platform_machine": processor},)
]

_ENTRY = re.compile(r"(\S+==\S+(?: ; [^\\\n]+?)?)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


def entries(purpose: str) -> list[Requirement]:
    """The packages of a file, each with one version."""
    text = (FOLDER / f"{purpose}.txt").read_text(encoding="utf-8")
    return [Requirement(entry[1]) for entry in _ENTRY.finditer(text)]


def pinned(purpose: str, machine: dict[str, str]) -> dict[str, str]:
    """The version of each package that a machine gets."""
    here = [r for r in entries(purpose) if r.marker is None or r.marker.evaluate(machine)]
    versions: dict[str, str] = {
        canonicalize_name(r.name): str(r.specifier).removeprefix("==") for r in here
    }
    assert len(versions) == len(here), "no package in two versions"
    return versions


def asked_for(purpose: str) -> Iterator[Requirement]:
    """What pyproject.toml names for the purpose, and what builds the project."""
    project = PROJECT["project"]
    named = [*PROJECT["build-system"]["requires"], *project["dependencies"]]
    for group in GROUPS[purpose]:
        named += [entry for entry in PROJECT["dependency-groups"][group] if isinstance(entry, str)]
    return map(Requirement, named)


def test_there_is_a_file_for_each_purpose_and_no_other() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {f"{purpose}.txt" for purpose in GROUPS}


@pytest.mark.parametrize("purpose", GROUPS)
def test_every_line_is_a_version_with_hashes_and_none_names_an_index(purpose: str) -> None:
    text = (FOLDER / f"{purpose}.txt").read_text(encoding="utf-8")
    comments = re.compile(r"^#.*\n", re.MULTILINE)
    assert _ENTRY.sub("", comments.sub("", text)) == ""
    assert "://" not in text


@pytest.mark.parametrize("purpose", GROUPS)
def test_everything_asked_for_is_there_in_a_version_that_will_do(purpose: str) -> None:
    for machine in MACHINES:
        versions = pinned(purpose, machine)
        for wanted in asked_for(purpose):
            version = versions.get(canonicalize_name(wanted.name))
            assert version is not None, f"run make lock: {wanted} is not there"
            assert version in wanted.specifier, f"run make lock: {wanted}, locked is {version}"


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [("use", "test"), ("test", "test-system"), ("use", "benchmark")],
)
def test_purposes_agree_since_they_share_an_environment(smaller: str, larger: str) -> None:
    for machine in MACHINES:
        assert pinned(smaller, machine).items() <= pinned(larger, machine).items()
    both = pinned("test-system", MACHINES[0])
    benchmark = pinned("benchmark", MACHINES[0])
    assert {
        name: both[name] for name in both.keys() & benchmark.keys()
    }.items() <= benchmark.items()


def test_the_lowest_are_the_bounds_of_pyproject() -> None:
    versions = pinned("lowest", MACHINES[0])
    for wanted in map(Requirement, PROJECT["project"]["dependencies"]):
        bound = str(wanted.specifier).removeprefix(">=")
        lowest = versions[canonicalize_name(wanted.name)]
        assert re.fullmatch(rf"{re.escape(bound)}(\.0)*", lowest), f"{wanted}, tried is {lowest}"
