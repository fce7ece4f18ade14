"""Pages checked, each against the rubric that it names."""

from __future__ import annotations

from pathlib import Path

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.checking import check, disagreements, from_the_future
from learnlead.journal.naming import stem
from learnlead.journal.scan import facts_of
from learnlead.journal.sitting import Sitting
from learnlead.journeys.pages import of_no_rubric
from learnlead.reports.checks import Checked
from learnlead.rubric.model import Rubric


def check_journal(desk: Desk) -> Checked:
    """Every page of the journal, each alone and all together."""
    listing = desk.shelf.listing()
    problems = list(listing.problems)
    rubrics = _Rubrics(desk)
    sittings = []
    for name in listing.names:
        shown = desk.shelf.shown(name)
        try:
            text = desk.shelf.read(name)
        except LearnleadError as error:
            problems += error.problems
            continue
        sitting, found = rubrics.check(text, shown, name)
        problems += found
        sittings += [sitting] if sitting else []
    sittings.sort(key=lambda sitting: sitting.date)
    problems += disagreements(sittings)
    problems += from_the_future(sittings, desk.today)
    return Checked(what="page", files=len(listing.names), others=listing.foreign, problems=problems)


def check_files(desk: Desk, files: list[str]) -> Checked:
    """Only those files, each alone."""
    from learnlead.storage.reading import read_text

    problems: list[Problem] = []
    rubrics = _Rubrics(desk)
    for file in files:
        path = Path(file).absolute()
        shown = desk.workspace.relative(path)
        try:
            text = read_text(path, shown)
        except LearnleadError as error:
            problems += error.problems
            continue
        sitting, found = rubrics.check(text, shown, path.name)
        problems += found
        problems += from_the_future([sitting] if sitting else [], desk.today)
    return Checked(what="page", files=len(files), problems=problems)


class _Rubrics:
    """The rubrics that pages name, each read once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read: dict[str, Rubric | None] = {}

    def check(self, text: str, shown: str, name: str) -> tuple[Sitting | None, list[Problem]]:
        """The facts of a page, and everything wrong with it."""
        reading, problems = check(text, shown, name, self)
        if reading is None:
            return None, problems
        sitting = facts_of(reading, stem(name), shown)
        if self.get(sitting.rubric) is None:
            problems.append(of_no_rubric(sitting))
        return sitting, problems

    def get(self, rubric_id: str, /) -> Rubric | None:
        """The rubric; None where there is none that can be read."""
        if rubric_id not in self._read:
            try:
                self._read[rubric_id], _ = self._desk.rubrics.rubric(rubric_id)
            except LearnleadError:
                self._read[rubric_id] = None
        return self._read[rubric_id]
