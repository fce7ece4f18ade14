"""Names of rubric and prompt files: `ID.yaml`, in another language `ID.LANGUAGE.yaml`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from learnlead.errors import LearnleadError
from learnlead.plaintext.yaml_reader import read_yaml
from learnlead.storage.reading import read_text

_FILE_NAME: Final = re.compile(r"([a-z][a-z0-9-]*)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.yaml")


def files_in(folder: Path) -> list[tuple[str, str | None, Path]]:
    """Id, language (None in `ID.yaml`) and path of each file named so in the folder, by name."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - the names are all that is needed
    except OSError:
        return []
    said = ((said_by_name(name), folder / name) for name in names)
    return [(*what, path) for what, path in said if what is not None]


def language_of(path: Path, file: str) -> str:
    """The language that a rubric says it is in, whatever else is wrong with it; by default English.

    What is wrong is told where the rubric is read.
    """
    try:
        document, _ = read_yaml(read_text(path, file), in_part=True)
    except LearnleadError:
        return "en"
    language = document.keys.get("language") if document else None
    return language if isinstance(language, str) else "en"


def said_by_name(name: str) -> tuple[str, str | None] | None:
    """The id and the language that `ID.yaml` or `ID.LANGUAGE.yaml` names; None for other names."""
    found = _FILE_NAME.fullmatch(name)
    return None if found is None else (found[1], found[2])
