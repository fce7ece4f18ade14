"""Makes a workspace, completes one, and copies another one's files into it, never over anything."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from learnlead import shipped
from learnlead.adapters.disk.exposure import untracked_files
from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.journal_folder import PageFolder
from learnlead.adapters.disk.other_texts import OtherTextFiles
from learnlead.adapters.disk.settings import load_settings
from learnlead.adapters.disk.workspace import SETTINGS_FILE, Workspace
from learnlead.errors import MachineFailed, Problem

SETTINGS_TEXT: Final = """\
# The settings of this learnlead workspace. Every line is optional: take the # away from a key
# to change it. What is wrong here, if anything is, every command says with its line.

# The folder of your pages.
# journal: journals

# What you reflect on: one rubric, or a list of them. `learnlead rubric list` shows those there are.
# rubric: learning-leader

# How much a sitting asks: quick (4 minutes), standard (12) or full.
# depth: standard

# The language of rubrics and questions, where they come in several.
# language: en

# The day on which you sit down.
# day: friday

# Whether the questions change their wording from week to week (rotate) or not (steady).
# prompts: rotate

# Roles that a sitting offers in place of names.
# people: [report A, report B, a peer]

# What may leave for a coach; `learnlead export` offers nothing else. Without this line all may:
# focus, findings, plans, moments, evidence, insights, obstacles, themes, bets, look-backs, heard,
# answers, notice, ratings, pages, opposite.
# share: [focus, findings, plans]

# Where help is found where you work; shown when you say that something is not for here.
# support: [Employee helpline 0800 111 222]

# Whether `learnlead` alone shows the words of your open plan, which others may see on your screen.
# show-plans: no

# Weeks off, first and last day: nothing is due in them.
# away:
#   - 2026-12-21..2027-01-03
"""


def make_workspace(
    root: Path, settings_lines: str = "", *, language: str | None = None
) -> tuple[Workspace, list[str]]:
    """Make the folder a workspace; what it has already stays as it is.

    Args:
        root: an absolute path; it may exist.
        settings_lines: for its settings, where it has none yet.
        language: that `--lang` named, which new settings keep unless `settings_lines` name one.

    Returns:
        The workspace, and the paths in it that were made, folders ending in `/`.

    Raises:
        LearnleadError: the settings that are there already cannot be read.
        MachineFailed: the machine refused.
    """
    workspace = Workspace(root)
    made: list[str] = []
    with report_failures("make a workspace here", str(root)):
        safe_write.make_folder(root)
        if not os.path.lexists(workspace.settings):
            safe_write.create(workspace.settings, _settings(settings_lines, language))
            made.append(SETTINGS_FILE)
        settings, _ = load_settings(workspace)
        if settings is not None:
            workspace = Workspace(root, settings.journal)
        for folder in (workspace.journal, workspace.rubrics, workspace.prompts):
            if not folder.is_dir():
                safe_write.make_folder(folder)
                made.append(f"{workspace.relative(folder)}/")
    return workspace, made


def _settings(lines: str, language: str | None) -> bytes:
    text = SETTINGS_TEXT
    if language is not None and not re.search(r"^language *:", lines, re.MULTILINE):
        text = text.replace("# language: en\n", f"language: {language}\n")
    own = f"\n# Copied from another workspace:\n{lines}" if lines else ""
    return (text + own).encode()


@dataclass(slots=True)
class CopyResult:
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


def copy_files(source: Workspace, target: Workspace) -> CopyResult:
    """Copy pages, notes, records and own rubrics, and every text that lies beside one of them.

    What was copied is read again and compared.

    Raises:
        LearnleadError: a file cannot be read.
        MachineFailed: the machine refused, or does not give back what was written.
    """
    brought = CopyResult()
    for file, why in own_files(source):
        if why:
            brought.closed.setdefault(why, []).append(file)
        elif _copied(file, _place(file, source, target), target, brought):
            brought.originals.append(file)
        else:
            brought.not_there.append(file)
    return brought


def _copied(file: Path, place: Path, target: Workspace, brought: CopyResult) -> bool:
    """Whether the place holds the same as the file, now or already."""
    name = target.relative(place)
    with report_failures("copy this", str(file)):
        content = file.read_bytes()
    if copy_to(place, content, name):
        brought.copied.append(name)
        return True
    with report_failures("compare with this", name):
        same = place.is_file() and place.read_bytes() == content
    (brought.there if same else brought.other).append(name)
    return same


def copy_to(place: Path, content: bytes, name: str) -> bool:
    """Make the file and read it again; return whether it was made, False where there is one.

    Args:
        place: where; folders above it are made.
        content: of the file.
        name: the path as the user should read it.

    Raises:
        MachineFailed: the machine refused, or does not give back what was written.
    """
    with report_failures("copy to this", name):
        safe_write.make_folder(place.parent)
        try:
            safe_write.create(place, content)
        except FileExistsError:
            return False
        if place.read_bytes() != content:
            message = "the copy does not hold what was written"
            raise MachineFailed(Problem(message, "the original is untouched", name))
    return True


def own_files(source: Workspace) -> Iterator[tuple[Path, str]]:
    """Each file of the leader's, and why it cannot be copied; what a checkout brings is not one."""
    pages = PageFolder(source).listing()
    files = {source.journal / name: "" for name in (*pages.names, *pages.beside)}
    files |= {place.path: place.closed for place in OtherTextFiles(source).own()}
    if shipped.is_checkout(source.root):
        files.pop(source.journal / "README.md", None)
        own = (*untracked_files(source.rubrics), *untracked_files(source.prompts))
        files |= dict.fromkeys(own, "")
    yield from sorted(files.items())


def _place(file: Path, source: Workspace, target: Workspace) -> Path:
    """Where the file lies in the other workspace, whose journal may have another name."""
    if file.is_relative_to(source.journal):
        return target.journal / file.relative_to(source.journal)
    return target.root / file.relative_to(source.root)


def settings_of(source: Workspace) -> str:
    """The lines of its settings that say something, without the comments between them."""
    with report_failures("copy this", str(source.settings)):
        lines = source.settings.read_text(encoding="utf-8").splitlines()
    return "".join(f"{line}\n" for line in lines if line.strip() and not line.startswith("#"))
