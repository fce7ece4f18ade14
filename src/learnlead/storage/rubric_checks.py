"""Rubrics and prompt banks checked as a compiler checks code: one file, or all that are seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from learnlead.errors import LearnleadError, Problem
from learnlead.journeys.ports import RubricSource
from learnlead.storage.reading import read_text
from learnlead.storage.rubric_files import Kind, RubricFiles
from learnlead.storage.rubric_names import files_in
from learnlead.storage.rubric_reading import line_of_key, read_bank_file, read_rubric_file


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file, by its path as the user should read it, and what is wrong with it."""

    file: str
    problems: tuple[Problem, ...]


def check_all(source: RubricFiles) -> list[CheckedFile]:
    """Every file that counts, rubrics first, the workspace's own before the shipped ones.

    That an own file goes before a shipped one is a warning. A shipped rubric that is gone before
    does not count; a shipped bank does, for it fills gaps.
    """
    return [*_checked(source, "rubrics"), *_checked(source, "prompts")]


def check_file(source: RubricSource, path: Path, file: str) -> CheckedFile:
    """A rubric or a prompt bank, wherever it lies; its first key says which of them it is.

    Args:
        source: where a bank's rubric is found.
        path: the file.
        file: its path as the user should read it.
    """
    return CheckedFile(file, tuple(_problems(source, path, file)))


def _problems(source: RubricSource, path: Path, file: str) -> list[Problem]:
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


def _checked(source: RubricFiles, kind: Kind) -> Iterator[CheckedFile]:
    *own_folders, theirs = source.folders(kind)
    own = [path for folder in own_folders for _, _, path in files_in(folder)]
    shipped = {path.name: path for _, _, path in files_in(theirs)}
    for path in own:
        problems = _problems(source, path, source.shown(path))
        if path.name in shipped:
            message = f"this goes before the shipped {kind[:-1]} file of that name"
            problems.append(Problem(message, file=source.shown(path), severity="warning"))
        yield CheckedFile(source.shown(path), tuple(problems))
    gone_before = {path.name for path in own} if kind == "rubrics" else set()
    for name, path in shipped.items():
        if name not in gone_before:
            # Against the shipped rubrics: it need not fit an own one that goes before them.
            yield check_file(RubricFiles(None), path, source.shown(path))
