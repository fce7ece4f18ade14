"""One rubric or prompt bank from disk, whose name and content must agree."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.words import quoted
from learnlead.plaintext.yaml_reader import read_yaml
from learnlead.rubric.model import Rubric
from learnlead.rubric.reading import read_bank, read_rubric
from learnlead.storage.reading import read_text
from learnlead.storage.rubric_names import said_by_name

if TYPE_CHECKING:  # a rubric is read far more often than its wording
    from learnlead.rubric.prompts import PromptBank


def read_rubric_file(
    path: Path, file: str, *, craft: bool = False
) -> tuple[Rubric | None, list[Problem]]:
    """The rubric, or None and what is wrong; `file` is its path as the user should read it.

    `craft`: whether to look at how well it asks, too.
    """
    try:
        text = read_text(path, file)
    except LearnleadError as error:
        return None, list(error.problems)
    rubric, problems = read_rubric(text, file, craft=craft)
    if rubric is None:
        return None, problems
    wrong = _misnamed(path, text, file, {"id": rubric.id, "language": rubric.language})
    return (None if wrong else rubric), problems + wrong


def read_bank_file(
    path: Path,
    file: str,
    rubric: Rubric | None,
    *,
    craft: bool = False,
    below: PromptBank | None = None,
) -> tuple[PromptBank | None, list[Problem]]:
    """The prompt bank, or None and what is wrong; without a rubric its ids are not checked.

    `craft` and `below`: as of `read_bank`.
    """
    try:
        text = read_text(path, file)
    except LearnleadError as error:
        return None, list(error.problems)
    bank, problems = read_bank(text, file, rubric, craft=craft, below=below)
    if bank is None:
        return None, problems
    wrong = _misnamed(path, text, file, {"rubric": bank.rubric, "language": bank.language})
    return (None if wrong else bank), problems + wrong


def _misnamed(path: Path, text: str, file: str, said: Mapping[str, str]) -> list[Problem]:
    """Where the file's name says something else than its keys do; other names say nothing."""
    named = said_by_name(path.name) or (None, None)
    if all(in_name in (None, inside) for in_name, inside in zip(named, said.values(), strict=True)):
        return []
    document, _ = read_yaml(text)
    return [
        Problem(
            f"the file's name says {quoted(in_name)}, but its key '{key}' says {quoted(inside)}",
            remedy="rename the file, or change the key",
            file=file,
            line=document.line_of_key(key) if document else None,
        )
        for in_name, (key, inside) in zip(named, said.items(), strict=True)
        if in_name is not None and in_name != inside
    ]
