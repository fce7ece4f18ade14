"""Checks rubrics and prompt banks: one file, or all that a workspace sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from learnlead.adapters.disk.files.reading import read_text
from learnlead.adapters.disk.rubrics.folders import (
    Kind,
    RubricFiles,
    files_in,
    parts_of_name,
    read_bank_file,
    read_rubric_file,
)
from learnlead.app.ports import RubricSource
from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.diff import Pinned, against_pages, against_shipped
from learnlead.rubric.lint.bank import wording_warnings
from learnlead.rubric.lint.items import behaviour_warnings
from learnlead.rubric.lint.translations import LineOf, against_original, bank_against_original
from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import PromptBank
from learnlead.rubric.reader import SECTIONS, texts_of
from learnlead.shipped import folder
from learnlead.text.yaml_document import MOST_PROBLEMS, YamlDocument
from learnlead.text.yaml_reader import read_yaml


def translation_problems(
    translation: Rubric | PromptBank | None, path: Path, file: str, document: YamlDocument
) -> list[Problem]:
    """What differs from the original that should not; nothing for an original.

    The original lies beside the translation, or is the shipped one of that name.
    """
    if isinstance(translation, Rubric):
        original = _original("rubrics", path)
        theirs = read_rubric_file(original, str(original))[0] if original else None
        return against_original(translation, theirs, file, _lines(document)) if theirs else []
    if translation is not None and (original := _original("prompts", path)):
        bank = read_bank_file(original, str(original), None)[0]
        return (
            list(bank_against_original(translation, bank, file, _lines(document))) if bank else []
        )
    return []


def _original(kind: Kind, path: Path) -> Path | None:
    named = parts_of_name(path.name)
    if named is None or named[1] is None:
        return None
    name = f"{named[0]}.yaml"
    candidates = (path.with_name(name), folder(kind) / name)
    return next((path for path in candidates if path.is_file()), None)


def _lines(document: YamlDocument) -> LineOf:
    def line_of(about: str) -> int | None:
        if (line := document.line_of_key(about)) is not None:
            return line
        paths = (path for path, text in texts_of(document, SECTIONS, "id") if text == about)
        return next(map(document.line_of, paths), None)

    return line_of


Pages = Mapping[str, Sequence[Pinned]]
"""What pages say about their rubrics, by the rubric's id."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file, by its path as the user should read it, and what is wrong with it."""

    file: str
    problems: tuple[Problem, ...]


def check_all(source: RubricFiles, pages: Pages | None = None) -> list[CheckedFile]:
    """Every file that counts, rubrics first, the workspace's own before the shipped ones.

    That an own file goes before a shipped one is a warning. A shipped rubric that is gone before
    does not count; a shipped bank does, for it fills gaps.
    """
    pages = pages or {}
    return [*_checked(source, "rubrics", pages), *_checked(source, "prompts", pages)]


def check_file(
    source: RubricSource, path: Path, file: str, pages: Pages | None = None
) -> CheckedFile:
    """A rubric or a prompt bank, wherever it lies; its first key says which of them it is.

    Args:
        source: where a bank's rubric is found.
        path: the file.
        file: its path as the user should read it.
        pages: those of the journal, which must still fit a rubric of theirs.
    """
    return CheckedFile(file, tuple(_problems(source, path, file, pages or {})))


def _problems(source: RubricSource, path: Path, file: str, pages: Pages) -> list[Problem]:
    try:
        text = read_text(path, file)
    except LearnleadError as error:
        return list(error.problems)
    document, unreadable = read_yaml(text, file=file, in_part=True)
    if document is None:
        return unreadable
    if "learnlead-prompts" in document.keys:
        return _of_bank(source, path, file, document)
    return _of_rubric(path, file, document, pages)


def _of_rubric(path: Path, file: str, document: YamlDocument, pages: Pages) -> list[Problem]:
    rubric, problems = read_rubric_file(path, file, craft=True)
    line = document.line_of_key("version")
    versions = _of_versions(rubric, pages, file, line) if rubric else ()
    translated = translation_problems(rubric, path, file, document)
    if rubric is None and "learnlead-rubric" in document.keys:
        problems = _beside_errors(problems, behaviour_warnings(document, file))
    return sorted([*problems, *versions, *translated], key=lambda p: p.line or 0)


def _of_bank(source: RubricSource, path: Path, file: str, document: YamlDocument) -> list[Problem]:
    bank, problems = read_bank_file(path, file, None)
    if bank is None and (parts_of_name(path.name) or ("",))[0] not in source.ids():
        return _beside_errors(problems, wording_warnings(document, file, rubric=None))
    try:  # what is wrong with its ids is said even beside a fault that makes it none
        rubric, _ = source.rubric(bank.rubric if bank else path.name.partition(".")[0])
    except LearnleadError as error:
        line = document.line_of_key("rubric")
        return problems + [Problem(p.message, p.remedy, file, line) for p in error.problems]
    below = None
    if rubric is not None and path.parent != folder("prompts"):
        below, _ = RubricFiles(None).bank(rubric)
    bank, problems = read_bank_file(path, file, rubric, craft=True, below=below)
    if bank is None:
        return _beside_errors(problems, wording_warnings(document, file, rubric=rubric))
    translated = translation_problems(bank, path, file, document)
    return sorted([*problems, *translated], key=lambda p: p.line or 0)


def _beside_errors(errors: list[Problem], warnings: Iterator[Problem]) -> list[Problem]:
    """The errors, and the warnings on what can be read in spite of them."""
    first_warnings = islice(warnings, MOST_PROBLEMS)
    return sorted(dict.fromkeys([*errors, *first_warnings]), key=lambda p: p.line or 0)


def _of_versions(rubric: Rubric, pages: Pages, file: str, line: int | None) -> Iterator[Problem]:
    theirs = RubricFiles(None)
    if rubric.id in theirs.ids():
        shipped, _ = theirs.rubric(rubric.id)
        if shipped is not None:
            yield from against_shipped(rubric, shipped, file, line)
    yield from against_pages(rubric, pages.get(rubric.id, ()), file, line)


def _checked(source: RubricFiles, kind: Kind, pages: Pages) -> Iterator[CheckedFile]:
    *own_folders, theirs = source.folders(kind)
    own = [path for own_folder in own_folders for _, _, path in files_in(own_folder)]
    shipped = {path.name: path for _, _, path in files_in(theirs)}
    for path in own:
        problems = _problems(source, path, source.shown(path), pages)
        if path.name in shipped:
            message = f"this goes before the shipped {kind[:-1]} file of that name"
            problems.append(Problem(message, file=source.shown(path), severity="warning"))
        yield CheckedFile(source.shown(path), tuple(problems))
    gone_before = {path.name for path in own} if kind == "rubrics" else set()
    for name, path in shipped.items():
        if name not in gone_before:
            # Against the shipped rubrics: it need not fit an own one that goes before them.
            yield check_file(RubricFiles(None), path, source.shown(path), pages)
