"""A file `ID.LANGUAGE.yaml` held against the `ID.yaml` that it translates."""

from __future__ import annotations

from pathlib import Path

from learnlead.errors import Problem
from learnlead.plaintext.document import YamlDocument
from learnlead.rubric.checks import SECTIONS, texts_of
from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.rubric.translations import LineOf, against_original, bank_against_original
from learnlead.shipped import folder
from learnlead.storage.rubric_files import Kind
from learnlead.storage.rubric_names import said_by_name
from learnlead.storage.rubric_reading import read_bank_file, read_rubric_file


def translation_problems(
    found: Rubric | PromptBank | None, path: Path, file: str, document: YamlDocument
) -> list[Problem]:
    """What differs from the original that should not; nothing for an original.

    The original lies beside the translation, or is the shipped one of that name.
    """
    if isinstance(found, Rubric):
        original = _original("rubrics", path)
        theirs = read_rubric_file(original, str(original))[0] if original else None
        return against_original(found, theirs, file, _lines(document)) if theirs else []
    if found is not None and (original := _original("prompts", path)):
        bank = read_bank_file(original, str(original), None)[0]
        return list(bank_against_original(found, bank, file, _lines(document))) if bank else []
    return []


def _original(kind: Kind, path: Path) -> Path | None:
    named = said_by_name(path.name)
    if named is None or named[1] is None:
        return None
    name = f"{named[0]}.yaml"
    there = (path.with_name(name), folder(kind) / name)
    return next((one for one in there if one.is_file()), None)


def _lines(document: YamlDocument) -> LineOf:
    def line_of(about: str) -> int | None:
        if (line := document.line_of_key(about)) is not None:
            return line
        paths = (path for path, one in texts_of(document, SECTIONS, "id") if one == about)
        return next(map(document.line_of, paths), None)

    return line_of
