"""One rubric or prompt bank checked, wherever it lies."""

from __future__ import annotations

from pathlib import Path

from learnlead.errors import LearnleadError, Problem
from learnlead.journeys.ports import RubricSource
from learnlead.storage.reading import read_text
from learnlead.storage.rubric_reading import line_of_key, read_bank_file, read_rubric_file


def check_file(source: RubricSource, path: Path, file: str) -> list[Problem]:
    """What is wrong with a rubric or a prompt bank; its first key says which of them it is.

    Args:
        source: where a bank's rubric is found.
        path: the file.
        file: its path as the user should read it.
    """
    try:
        text = read_text(path, file)
    except LearnleadError as error:
        return list(error.problems)
    if line_of_key(text, "learnlead-prompts") is None:
        return read_rubric_file(path, file)[1]
    bank, problems = read_bank_file(path, file, None)
    if bank is None:
        return problems
    try:
        rubric, _ = source.rubric(bank.rubric)
    except LearnleadError as error:
        line = line_of_key(text, "rubric")
        return problems + [Problem(p.message, p.remedy, file, line) for p in error.problems]
    return read_bank_file(path, file, rubric)[1]
