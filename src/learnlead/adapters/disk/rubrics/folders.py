"""Finds and reads rubrics and prompt banks: the workspace's own before the shipped ones."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from learnlead import shipped
from learnlead.adapters.disk.files.reading import read_text
from learnlead.adapters.disk.workspace import Workspace
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.languages import own_languages
from learnlead.rubric.model import Rhythm, Rubric
from learnlead.rubric.reader import read_bank, read_rubric
from learnlead.text.problem_text import did_you_mean, quoted
from learnlead.text.yaml_reader import read_yaml

if TYPE_CHECKING:
    from learnlead.rubric.prompts import PromptBank


_FILE_NAME: Final = re.compile(r"([a-z][a-z0-9-]*)(?:\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?\.yaml")


def files_in(folder: Path) -> list[tuple[str, str | None, Path]]:
    """Id, language (None in `ID.yaml`) and path of each file named so in the folder, by name."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - the names are all that is needed
    except OSError:
        return []
    named = ((parts_of_name(name), folder / name) for name in names)
    return [(*what, path) for what, path in named if what is not None]


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


def parts_of_name(name: str) -> tuple[str, str | None] | None:
    """The id and the language that `ID.yaml` or `ID.LANGUAGE.yaml` names; None for other names."""
    match = _FILE_NAME.fullmatch(name)
    return None if match is None else (match[1], match[2])


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


def _misnamed(path: Path, text: str, file: str, keys: Mapping[str, str]) -> list[Problem]:
    """Where the file's name says something else than its keys do; other names say nothing."""
    named = parts_of_name(path.name) or (None, None)
    if all(in_name in (None, inside) for in_name, inside in zip(named, keys.values(), strict=True)):
        return []
    document, _ = read_yaml(text)
    return [
        Problem(
            f"the file's name says {quoted(in_name)}, but its key '{key}' says {quoted(inside)}",
            remedy="rename the file, or change the key",
            file=file,
            line=document.line_of_key(key) if document else None,
        )
        for in_name, (key, inside) in zip(named, keys.items(), strict=True)
        if in_name is not None and in_name != inside
    ]


Kind = Literal["rubrics", "prompts"]


def _all_countries(language: str) -> str:
    """`de` of `de-AT`."""
    return language.partition("-")[0]


class RubricFiles:
    """Satisfies the port `RubricSource`.

    Args:
        workspace: whose own `rubrics/` and `prompts/` go first; None for the shipped ones alone.
        language: where a file `ID.LANGUAGE.yaml` lies beside `ID.yaml`, it is taken instead.
    """

    def __init__(self, workspace: Workspace | None, language: str | None = None) -> None:
        self._workspace = workspace
        self._language = language

    def ids(self) -> list[str]:
        """The ids of all rubrics there are, sorted."""
        folders = self.folders("rubrics")
        return sorted({rubric_id for folder in folders for rubric_id, _, _ in files_in(folder)})

    def languages(self, rubric_id: str | None = None) -> list[str]:
        """The languages in which there is that rubric, or any rubric, its own first."""
        ids = self.ids() if rubric_id is None else [rubric_id]
        return list(dict.fromkeys(language for id_ in ids for language in self._languages(id_)))

    def _languages(self, rubric_id: str) -> Iterator[str]:
        """A folder with the original goes before all that lies in the next one."""
        for folder in self.folders("rubrics"):
            files = {lang: path for id_, lang, path in files_in(folder) if id_ == rubric_id}
            if original := files.pop(None, None):
                yield language_of(original, self.shown(original))
            yield from (lang for lang in files if lang)
            if original:
                return

    def rubric(self, rubric_id: str) -> tuple[Rubric | None, list[Problem]]:
        """The rubric, or None and what is wrong with its file.

        Raises:
            LearnleadError: there is no such rubric; the message names those there are.
        """
        path = self._rubric_file(rubric_id)
        rubric, problems = read_rubric_file(path, self.shown(path))
        return rubric and self._among_own_sentences(rubric), problems

    def _among_own_sentences(self, rubric: Rubric) -> Rubric:
        """A rubric that is not there in a language whose sentences are the workspace's own."""
        language = self._language
        if language is None or language == rubric.language or language not in own_languages():
            return rubric
        return rubric.model_copy(update={"language": language})

    def rhythm(self, rubric_id: str) -> tuple[Rhythm | None, list[Problem]]:
        """How often the rubric is sat down for, or None and why that cannot be told."""
        try:
            rubric, problems = self.rubric(rubric_id)
        except LearnleadError as error:
            return None, list(error.problems)
        return None if rubric is None else rubric.rhythm, problems

    def bank(self, rubric: Rubric) -> tuple[PromptBank | None, list[Problem]]:
        """The rubric's wording, the workspace's own over the shipped; None where there is none."""
        merged: PromptBank | None = None
        problems: list[Problem] = []
        for path in reversed(self._files_of("prompts", rubric.id)):
            own = path.parent != shipped.folder("prompts")
            # A shipped bank is no fault of somebody whose own rubric has other behaviours.
            bank, wrong = read_bank_file(path, self.shown(path), rubric if own else None)
            problems += wrong
            if bank is not None and self._fits(bank, rubric):
                merged = bank if merged is None else bank.merged_over(merged)
        return merged, problems

    def _fits(self, bank: PromptBank, rubric: Rubric) -> bool:
        """A rubric that is asked in another language takes no wording in its first one."""
        same = _all_countries(bank.language) == _all_countries(rubric.language)
        return same or rubric.language != self._language

    def shown(self, path: Path) -> str:
        """The file's path as a user should read it."""
        return str(path) if self._workspace is None else self._workspace.relative(path)

    def folders(self, kind: Kind) -> list[Path]:
        """Where files of that kind lie: the workspace's own folder, unless it is the shipped one.

        The shipped folder is the last.
        """
        theirs = shipped.folder(kind)
        if self._workspace is None:
            return [theirs]
        own = self._workspace.rubrics if kind == "rubrics" else self._workspace.prompts
        return [theirs] if own.resolve() == theirs.resolve() else [own, theirs]

    def _files_of(self, kind: Kind, rubric_id: str) -> list[Path]:
        """The files of that id, one a folder, the workspace's own first."""
        paths = []
        for folder in self.folders(kind):
            files = {lang: path for id_, lang, path in files_in(folder) if id_ == rubric_id}
            if path := self._file_in_language(files):
                paths.append(path)
        return paths

    def _file_in_language(self, files: Mapping[str | None, Path]) -> Path | None:
        """That of `de-AT`, else of `de`, else of no language that its name says."""
        wider = _all_countries(self._language) if self._language else None
        return files.get(self._language) or files.get(wider) or files.get(None)

    def _rubric_file(self, rubric_id: str) -> Path:
        if paths := self._files_of("rubrics", rubric_id):
            return paths[0]
        known = self.ids()
        raise LearnleadError(
            Problem(
                f"there is no rubric {quoted(rubric_id)}; there are: {', '.join(known)}",
                remedy=did_you_mean(rubric_id, known) or "`learnlead rubric list` shows them",
            )
        )
