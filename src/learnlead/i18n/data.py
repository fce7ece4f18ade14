"""The shipped languages: a folder of YAML files each, beside this module."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from learnlead.text.yaml_document import Tree

ORIGINAL: Final = "en"
"""The language that every other is held against; what is missing in one is taken from it."""

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
"""The name of a language, which is that of its folder: `de`, `de-AT`."""

Area = Mapping[str, Tree]
"""What one file holds, by key."""


@cache
def shipped_languages() -> tuple[str, ...]:
    """Their names, the original first."""
    folders = (entry.name for entry in files(__package__).iterdir() if entry.is_dir())
    others = {name for name in folders if LANGUAGE.fullmatch(name)} - {ORIGINAL}
    return (ORIGINAL, *sorted(others))


@cache
def shipped_areas() -> tuple[str, ...]:
    """The names of the files that a language may have, without their ending."""
    folders = [files(__package__).joinpath(language) for language in shipped_languages()]
    names = {entry.name for folder in folders for entry in folder.iterdir()}
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


@cache
def shipped(language: str, area: str) -> Area:
    """What a file of a shipped language holds; nothing where it has none."""
    from learnlead.text.yaml_reader import read_yaml

    file = files(__package__).joinpath(language, f"{area}.yaml")
    if language not in shipped_languages() or not file.is_file():
        return {}
    document, problems = read_yaml(file.read_text(encoding="utf-8"), file=f"{language}/{area}.yaml")
    if document is None:
        raise ValueError("\n".join(map(str, problems)))
    return document.keys
