"""Writes the files of a new rubric, and the schemas by which editors complete and check them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, get_args

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.workspace import Workspace
from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.schema import FileKind, file_schema

SCHEMAS: Final = "schemas"
"""The folder beside `rubrics/` and `prompts/`, in a workspace as in a checkout."""


def create_files(workspace: Workspace, files: Mapping[Path, str]) -> None:
    """Make the files, each of them new, and put the schemas of this version beside them.

    They get their names in that order. A run that is killed between two names leaves the first,
    and goes on where it is taken up with the same text.

    Raises:
        LearnleadError: one of the files is there already, with another text; none was written.
        MachineFailed: the machine refused.
    """
    missing = {path: text.encode() for path, text in files.items() if not _stands(path, text)}
    for path in missing:
        if os.path.lexists(path):
            message = f"{workspace.relative(path)} is there already, and is not written over"
            raise LearnleadError(Problem(message, "choose another id, or move that file away"))
    with report_failures("write a new rubric", str(workspace.root)):
        write_schemas(workspace.root / SCHEMAS)
        for path in missing:
            safe_write.make_folder(path.parent)
        safe_write.create_all(missing)


def was_cut_off(files: Mapping[Path, str]) -> bool:
    """Whether the first of the files stands there as it is to be, and the last one is missing."""
    first, *_, last = files
    return _stands(first, files[first]) and not os.path.lexists(last)


def _stands(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def write_schemas(folder: Path) -> None:
    """Write both schemas into the folder, where they are not there as they should be.

    Raises:
        OSError: the machine refused.
    """
    safe_write.make_folder(folder)
    for kind in get_args(FileKind):
        path, content = folder / f"{kind}.json", schema_text(kind).encode()
        if not path.is_file() or path.read_bytes() != content:
            safe_write.put(path, content)


def schema_text(kind: FileKind) -> str:
    """The schema as its file has it."""
    return json.dumps(file_schema(kind), indent=2, ensure_ascii=False) + "\n"
