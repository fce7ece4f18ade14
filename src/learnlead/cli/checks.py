"""Checks of pages against their rubrics, and of rubrics and prompt banks, with their output."""

from __future__ import annotations

from pathlib import Path

import typer

from learnlead.adapters.disk.rubrics.checks import check_all, check_file
from learnlead.app.pages import ReadableRubrics, no_rubric_problem
from learnlead.cli.context import AppContext
from learnlead.cli.output import answer
from learnlead.errors import LearnleadError, Problem
from learnlead.page.check import box_disagreements, check, future_page_problems
from learnlead.page.facts import Sitting
from learnlead.page.naming import stem
from learnlead.page.reader import facts_of, scan
from learnlead.reports.checks import FileCheckResult, check_json, check_lines
from learnlead.rubric.diff import Pinned


def check_journal(app: AppContext) -> FileCheckResult:
    """Check every page of the journal, and the pages against each other."""
    listing = app.page_store.listing()
    problems = list(listing.problems)
    rubrics = ReadableRubrics(app.rubrics)
    sittings = []
    for name in listing.names:
        shown = app.page_store.shown(name)
        try:
            text = app.page_store.read(name)
        except LearnleadError as error:
            problems += error.problems
            continue
        sitting, page_problems = _check_page(text, shown, name, rubrics)
        problems += page_problems
        sittings += [sitting] if sitting else []
    sittings.sort(key=lambda sitting: sitting.date)
    problems += box_disagreements(sittings)
    problems += future_page_problems(sittings, app.today)
    return FileCheckResult(
        what="pages", files=len(listing.names), others=listing.foreign, problems=problems
    )


def check_files(app: AppContext, files: list[str]) -> FileCheckResult:
    """Check these pages, each by itself."""
    from learnlead.adapters.disk.files.reading import read_text

    problems: list[Problem] = []
    rubrics = ReadableRubrics(app.rubrics)
    for file in files:
        path = Path(file).absolute()
        shown = app.workspace.relative(path)
        try:
            text = read_text(path, shown)
        except LearnleadError as error:
            problems += error.problems
            continue
        sitting, page_problems = _check_page(text, shown, path.name, rubrics)
        problems += page_problems
        problems += future_page_problems([sitting] if sitting else [], app.today)
    return FileCheckResult(what="pages", files=len(files), problems=problems)


def _check_page(
    text: str, shown: str, name: str, rubrics: ReadableRubrics
) -> tuple[Sitting | None, list[Problem]]:
    """The facts of a page, None if it cannot be read, and its problems."""
    reading, problems = check(text, shown, name, rubrics)
    if reading is None:
        return None, problems
    sitting = facts_of(reading, stem(name), shown)
    if rubrics.get(sitting.rubric) is None:
        problems.append(no_rubric_problem(sitting))
    return sitting, problems


def answer_check(
    app: AppContext, checked: FileCheckResult, name: str, *, as_json: bool, output: str | None
) -> None:
    """Print the result, a line for each problem or JSON of the schema of that name, and exit.

    Raises:
        typer.Exit: always; with 1 where there are errors.
    """
    answer(
        lambda: "".join(f"{line}\n" for line in check_lines(checked, app.words)),
        lambda: check_json(checked, name),
        as_json=as_json,
        output=output,
    )
    raise typer.Exit(checked.exit_code)


def check_rubrics(app: AppContext, files: list[str]) -> FileCheckResult:
    """Check these files; without any, all rubrics and prompt banks of the workspace."""
    pages = _pinned_pages(app)
    if files:
        paths = [Path(file).absolute() for file in files]
        checked = [check_file(app.rubrics, p, app.workspace.relative(p), pages) for p in paths]
    else:
        checked = check_all(app.rubrics, pages)
    return FileCheckResult(
        what="files",
        files=len(checked),
        problems=[p for result in checked for p in result.problems],
    )


def _pinned_pages(app: AppContext) -> dict[str, list[Pinned]]:
    """The rated behaviours of the pages that name their rubric's version, by rubric.

    Pages that cannot be read are left out; `journal check` reports them.
    """
    by_rubric: dict[str, list[Pinned]] = {}
    for name in app.page_store.listing().names:
        try:
            sitting, _ = scan(app.page_store.read(name), app.page_store.shown(name), stem(name))
        except LearnleadError:
            continue
        if sitting is not None and sitting.rubric_version is not None:
            pinned = Pinned(sitting.file, sitting.rubric_version, frozenset(sitting.ratings))
            by_rubric.setdefault(sitting.rubric, []).append(pinned)
    return by_rubric
