"""Copies what a leader wrote to another workspace: the originals stay, nothing is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from learnlead import shipped
from learnlead.errors import MachineFailed, Problem
from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.git_sees import not_added
from learnlead.storage.papers import PaperFiles
from learnlead.storage.shelf import FolderShelf
from learnlead.storage.workspace import Workspace


@dataclass(slots=True)
class Brought:
    """What was copied, and what was not.

    Attributes:
        copied: files of the new workspace, byte for byte, by their paths in it.
        there: those that were there already, byte for byte.
        other: those in whose place there is another text; they were left alone.
        closed: what was not copied of the old workspace, by what it is, such as `no text`.
        originals: files of the old workspace of which there is the same now.
        not_there: those in whose place there is another text.
    """

    copied: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    closed: dict[str, list[Path]] = field(default_factory=dict)
    originals: list[Path] = field(default_factory=list)
    not_there: list[Path] = field(default_factory=list)


def bring(source: Workspace, target: Workspace) -> Brought:
    """Copy pages, notes, records and own rubrics, and every text that lies beside one of them.

    What was copied is read again and compared.

    Raises:
        LearnleadError: a file cannot be read.
        MachineFailed: the machine refused, or does not give back what was written.
    """
    brought = Brought()
    for file, why in _found(source):
        if why:
            brought.closed.setdefault(why, []).append(file)
        elif _copied(file, _place(file, source, target), target, brought):
            brought.originals.append(file)
        else:
            brought.not_there.append(file)
    return brought


def _copied(file: Path, place: Path, target: Workspace, brought: Brought) -> bool:
    """Whether the place holds the same as the file, now or already."""
    name = target.relative(place)
    with told("copy this", str(file)):
        content = file.read_bytes()
    with told("copy to this", name):
        safe_write.make_folder(place.parent)
        try:
            safe_write.create(place, content)
        except FileExistsError:
            same = place.is_file() and place.read_bytes() == content
            (brought.there if same else brought.other).append(name)
            return same
        brought.copied.append(name)
        if place.read_bytes() != content:
            message = "the copy does not hold what was written"
            raise MachineFailed(Problem(message, "the original is untouched", name))
    return True


def _found(source: Workspace) -> Iterator[tuple[Path, str]]:
    """Each file of the leader's, and why it cannot be copied; what a checkout brings is not one."""
    pages = FolderShelf(source).listing()
    found = {source.journal / name: "" for name in (*pages.names, *pages.beside)}
    found |= {place.path: place.closed for place in PaperFiles(source).own()}
    if shipped.is_checkout(source.root):
        found.pop(source.journal / "README.md", None)
        own = (*not_added(source.rubrics), *not_added(source.prompts))
        found |= dict.fromkeys(own, "")
    yield from sorted(found.items())


def _place(file: Path, source: Workspace, target: Workspace) -> Path:
    """Where the file lies in the other workspace, whose journal may have another name."""
    if file.is_relative_to(source.journal):
        return target.journal / file.relative_to(source.journal)
    return target.root / file.relative_to(source.root)


def settings_of(source: Workspace) -> str:
    """The lines of its settings that say something, without the comments between them."""
    with told("copy this", str(source.settings)):
        lines = source.settings.read_text(encoding="utf-8").splitlines()
    return "".join(f"{line}\n" for line in lines if line.strip() and not line.startswith("#"))
