"""A workspace's own languages: a folder each in `languages/`, with the files of a shipped one."""

from __future__ import annotations

from pathlib import Path

from learnlead.adapters.disk.files.reading import read_text
from learnlead.adapters.disk.workspace import Workspace
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.languages import LANGUAGE, OWN_FOLDER, OwnFiles


def read_languages(workspace: Workspace) -> OwnFiles:
    """The YAML files of each language; other files are left alone.

    Raises:
        LearnleadError: a folder has no language's name, or a file cannot be read.
    """
    top = workspace.root / OWN_FOLDER
    return {
        folder.name: {
            path.name: read_text(path, workspace.relative(path)) for path in _yaml_files(folder)
        }
        for folder in _folders(top)
        if _is_language(folder.name, workspace.relative(folder))
    }


def _folders(top: Path) -> list[Path]:
    if not top.is_dir():
        return []
    return sorted(path for path in top.iterdir() if path.is_dir() and path.name[0] not in "._")


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))


def _is_language(name: str, file: str) -> bool:
    if LANGUAGE.fullmatch(name):
        return True
    raise LearnleadError(
        Problem("no language is called so", "name the folder like fr, or fr-CA", file)
    )
