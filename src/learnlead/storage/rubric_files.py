"""Rubrics and their wording in folders: the workspace's own before the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from learnlead import shipped
from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.words import did_you_mean, quoted
from learnlead.rubric.model import Rhythm, Rubric
from learnlead.storage.rubric_names import files_in, language_of
from learnlead.storage.rubric_reading import read_bank_file, read_rubric_file
from learnlead.storage.workspace import Workspace

if TYPE_CHECKING:  # most runs need no wording
    from learnlead.rubric.prompts import PromptBank

Kind = Literal["rubrics", "prompts"]


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
        return list(dict.fromkeys(found for one in ids for found in self._languages(one)))

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
        return read_rubric_file(path, self.shown(path))

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
        for path in reversed(self._found("prompts", rubric.id)):
            own = path.parent != shipped.folder("prompts")
            # A shipped bank is no fault of somebody whose own rubric has other behaviours.
            bank, wrong = read_bank_file(path, self.shown(path), rubric if own else None)
            problems += wrong
            if bank is not None and self._fits(bank, rubric):
                merged = bank if merged is None else bank.merged_over(merged)
        return merged, problems

    def _fits(self, bank: PromptBank, rubric: Rubric) -> bool:
        """A rubric that is asked in another language takes no wording in its first one."""
        return rubric.language != self._language or bank.language == self._language

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

    def _found(self, kind: Kind, rubric_id: str) -> list[Path]:
        """The files of that id, one a folder, the workspace's own first."""
        found = []
        for folder in self.folders(kind):
            files = {lang: path for id_, lang, path in files_in(folder) if id_ == rubric_id}
            if path := files.get(self._language) or files.get(None):
                found.append(path)
        return found

    def _rubric_file(self, rubric_id: str) -> Path:
        if found := self._found("rubrics", rubric_id):
            return found[0]
        known = self.ids()
        raise LearnleadError(
            Problem(
                f"there is no rubric {quoted(rubric_id)}; there are: {', '.join(known)}",
                remedy=did_you_mean(rubric_id, known) or "`learnlead rubric list` shows them",
            )
        )
