"""Copies what a leader wrote to another workspace: the originals stay, nothing is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learnlead.errors import MachineFailed, Problem
from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.temporaries import is_temporary
from learnlead.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Brought:
    """What was copied, and what was not, by paths in the workspace.

    Attributes:
        copied: files that are there now, byte for byte.
        there: files that were there already, byte for byte.
        other: files in whose place there is another text; they were left alone.
    """

    copied: list[str]
    there: list[str]
    other: list[str]


def bring(source: Workspace, target: Workspace) -> Brought:
    """Copy pages, notes and records; what was copied is read again and compared.

    Raises:
        LearnleadError: a file cannot be read.
        MachineFailed: the machine refused, or does not give back what was written.
    """
    brought = Brought([], [], [])
    for file, place in _files(source, target):
        name = target.relative(place)
        with told("copy this", str(file)):
            content = file.read_bytes()
        with told("copy to this", name):
            safe_write.make_folder(place.parent)
            try:
                safe_write.create(place, content)
                brought.copied.append(name)
            except FileExistsError:
                same = place.is_file() and place.read_bytes() == content
                (brought.there if same else brought.other).append(name)
                continue
            if place.read_bytes() != content:
                message = "the copy does not hold what was written"
                raise MachineFailed(Problem(message, "the original is untouched", name))
    return brought


def _files(source: Workspace, target: Workspace) -> Iterator[tuple[Path, Path]]:
    """Each file of the leader's, and its place in the other workspace."""
    for page in sorted(source.journal.glob("*.md")):
        if page.is_file() and page.name != "README.md":
            yield page, target.journal / page.name
    if source.inbox.is_file():
        yield source.inbox, target.inbox
    for file in sorted(source.records.rglob("*")):
        if file.is_file() and not is_temporary(file.name):
            yield file, target.records / file.relative_to(source.records)


def settings_of(source: Workspace) -> str:
    """The lines of its settings that say something, without the comments between them."""
    with told("copy this", str(source.settings)):
        lines = source.settings.read_text(encoding="utf-8").splitlines()
    return "".join(f"{line}\n" for line in lines if line.strip() and not line.startswith("#"))
