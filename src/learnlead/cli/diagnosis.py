"""What `learnlead doctor` finds: the parts are examined one by one, a fault hides no other."""

from __future__ import annotations

import os
import platform
import shlex
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from learnlead import __version__, shipped
from learnlead.adapters.disk.exposure import (
    bundles_left,
    copied_by,
    file_exposures,
    folder_exposure,
    git_would_take,
    untracked_files,
)
from learnlead.adapters.disk.files.failures import reason, remedy
from learnlead.adapters.disk.workspace import SETTINGS_FILE, Workspace
from learnlead.app.examine import Examination, Fact
from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, Problem
from learnlead.own_name import as_typed
from learnlead.reports.words import counted

_A_PAGE: Final = "2026-01-01-a-page.md"
"""Stands for any page when git is asked; the file need not exist."""

_REMEDY: Final = "name it in .gitignore, or move it out of the work tree"


def git_warnings(workspace: Workspace) -> Iterator[Problem]:
    """A warning for each place with the leader's words that git would track.

    Raises:
        LearnleadError: the ledger is not UTF-8 text.
    """
    places = {
        workspace.relative(workspace.journal): workspace.journal / _A_PAGE,
        workspace.relative(workspace.records): workspace.records / _A_PAGE,
        workspace.relative(workspace.inbox): workspace.inbox,
    }
    if seen := [shown for shown, path in places.items() if git_would_take(path)]:
        yield _git_warning("what you write here", ", ".join(seen))
    if shipped.is_checkout(workspace.root):
        for settings in untracked_files(workspace.root):
            if settings.name == SETTINGS_FILE and settings.parent != workspace.root:
                yield _git_warning("this workspace", f"{workspace.relative(settings.parent)}/")
    for bundle in bundles_left(workspace):
        if git_would_take(bundle):
            yield _git_warning("this bundle", workspace.relative(bundle))


def bundle_git_warnings(output: str, *, folder: bool) -> Iterator[Problem]:
    """A warning if git would track the bundle at this path, which need not exist yet."""
    path = Path(output)
    if git_would_take(path / "any-file" if folder and not path.exists() else path):
        yield _git_warning("this bundle", output)


def _git_warning(what: str, where: str) -> Problem:
    message = f"git sees {what}: whoever gets the repository could read it"
    return Problem(message, _REMEDY, where, severity="warning")


_EXTRAS: Final = {"notify": "apprise"}
"""The optional extras, and the package that each needs."""

Findings = Iterator[Fact | Problem]


def examine(app: AppContext) -> Examination:
    """All facts and problems, in the order of the output; nothing is changed.

    Raises:
        LearnleadError: there is no workspace.
    """
    workspace = app.workspace_unread or app.workspace
    app.quiet = True  # all problems are printed together
    facts: list[Fact] = []
    problems: list[Problem] = []
    for findings_of_part in (
        _program(app),
        _workspace(workspace),
        _git(app),
        _settings(workspace),
        _languages(),
        _journal(app),
        _rubrics(app),
        _state(app, workspace),
        _strays(app, workspace),
        _reminders(app, workspace),
    ):
        try:
            for finding in findings_of_part:
                if isinstance(finding, Fact):
                    facts.append(finding)
                else:
                    problems.append(finding)
        except LearnleadError as error:
            problems += error.problems
        except OSError as error:
            message = f"the machine refused: {reason(error)}"
            problems.append(Problem(message, remedy(error), error.filename))
    return Examination(facts=facts, problems=list(dict.fromkeys(problems)))


def _program(app: AppContext) -> Findings:
    yield Fact("learnlead", f"{__version__}, in {sys.prefix}", __version__)
    yield Fact("python", platform.python_version(), platform.python_version())
    yield Fact("system", platform.platform(terse=True), platform.platform(terse=True))
    today = f"{app.words.weekday(app.today)} {app.today}"
    if os.environ.get("LEARNLEAD_TODAY", "").strip():
        today = app.words("examined.chosen-day", day=today)
    yield Fact("today", today, app.today.isoformat())
    letters = (sys.stdout.encoding or "ascii").lower()
    yield Fact("letters", letters, letters)
    if not letters.startswith("utf"):
        message = f"your terminal is said to know {letters} alone: other letters show as ?"
        yield Problem(message, "set LANG to C.UTF-8, or to your own", severity="warning")
    extras = {extra: _version(package) for extra, package in _EXTRAS.items()}
    missing = app.words("examined.not-installed")
    words = (f"{extra} ({installed or missing})" for extra, installed in extras.items())
    yield Fact("extras", ", ".join(words), extras)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _workspace(workspace: Workspace) -> Findings:
    root = workspace.root
    yield Fact("workspace", str(root), str(root))
    yield from _copied(root, str(root))
    if shipped.is_checkout(root):
        yield from _cleaned_away(root)
    else:
        yield from folder_exposure(root, str(root))  # a checkout is for all to see
    yield from file_exposures(root, [SETTINGS_FILE, workspace.inbox.name], str(root))
    yield from _folder_of_words(workspace.records, workspace.relative(workspace.records))
    yield from _names(workspace)
    yield from _not_on_a_page(workspace)


def _cleaned_away(root: Path) -> Findings:
    """A warning that `git clean -x` would delete the leader's files, which git ignores."""
    if (root / ".git").exists():
        message = "`git clean -x` deletes what git ignores: your pages, notes and settings here"
        advice = "`learnlead init DIR` brings copies of them to a workspace of their own"
        yield Problem(message, advice, str(root), severity="warning")


def _git(app: AppContext) -> Findings:
    yield from git_warnings(app.workspace)


def _names(workspace: Workspace) -> Findings:
    """Problems in the list of names; each of them stops an export."""
    from learnlead.adapters.disk.records import Record
    from learnlead.coach.names.names_file import NAMES_FILE, read_names

    file = workspace.relative(workspace.records / NAMES_FILE)
    _, problems = read_names(Record(workspace, NAMES_FILE).lines(), file)
    yield from problems


def _not_on_a_page(workspace: Workspace) -> Findings:
    """A warning while answers that no page could hold are in their file."""
    from learnlead.adapters.disk.records import Record
    from learnlead.app.keep import NOT_ON_PAGE_FILE, count_answers

    record = Record(workspace, NOT_ON_PAGE_FILE)
    if answers := count_answers(record.lines()):
        message = f"{counted(answers, 'answer')} found no place on a page"
        advice = "take over what you need, then delete the file"
        yield Problem(message, advice, workspace.relative(record.path), severity="warning")


def _settings(workspace: Workspace) -> Findings:
    from learnlead.adapters.disk.settings import load_settings

    _, problems = load_settings(workspace)
    yield from problems


def _languages() -> Findings:
    """What is wrong with the workspace's own languages is raised."""
    from learnlead.i18n.languages import own_languages

    own_languages()
    yield from ()


def _journal(app: AppContext) -> Findings:
    from learnlead.cli.checks import check_journal

    workspace = app.workspace
    folder, shown = workspace.journal, workspace.relative(workspace.journal)
    listing = app.page_store.listing()
    yield Fact("journal", shown, str(folder))
    pages = str(len(listing.names))
    if listing.foreign:
        pages += f", {app.words.counted(listing.foreign, 'some.other-files')}"
    yield Fact("pages", pages, len(listing.names))
    if not folder.is_relative_to(workspace.root):
        yield from _copied(folder, shown)
    if folder != workspace.root:
        yield from folder_exposure(folder, shown)
    yield from file_exposures(folder, listing.names, shown)
    yield from (problem for problem in listing.problems if problem.severity == "warning")
    if errors := check_journal(app).errors:
        message = f"{counted(errors, 'error')} in the pages"
        yield Problem(message, "`learnlead journal check` shows each with its line", shown)


def _rubrics(app: AppContext) -> Findings:
    from learnlead.cli.checks import check_rubrics

    in_use = app.rubrics_in_use()
    yield Fact("rubrics", ", ".join(in_use), in_use)
    for rubric_id in in_use:
        _, problems = app.rubrics.rhythm(rubric_id)
        yield from problems
    if errors := check_rubrics(app, []).errors:
        message = f"{counted(errors, 'error')} in rubrics or wordings"
        yield Problem(message, "`learnlead rubric check` shows each with its line")


def _state(app: AppContext, workspace: Workspace) -> Findings:
    from learnlead.adapters.disk.state import state_folder, unfinished

    state = state_folder(workspace, os.environ, app.home)
    yield Fact("state", str(state), str(state))
    work = unfinished(state)
    waiting = [as_typed(f"{rubric} (learnlead reflect)") for rubric in work.drafts]
    waiting += [as_typed(f"{rubric} (learnlead reflect --editor)") for rubric in work.in_editor]
    both = sorted({*work.drafts, *work.in_editor})
    yield Fact("unfinished_sittings", ", ".join(waiting) or app.words("examined.none"), both)
    for name in work.answers:
        message = "an editor had this text, and it may be on no page yet"
        remedy = "`learnlead reflect` goes on with the newest; delete it if you need it no more"
        yield Problem(message, remedy, str(state / name), severity="warning")
    for name in work.broken:
        message = "this could not be understood, and was set aside; your words may be in it"
        file = str(state / name)
        yield Problem(message, "read it, then delete it", file, severity="warning")
    yield from _folder_of_words(state, str(state))


def _reminders(app: AppContext, workspace: Workspace) -> Findings:
    from learnlead.adapters.schedulers.machine import describe_machine
    from learnlead.app.remind import installed_jobs
    from learnlead.reminders.schedule.backend import backends
    from learnlead.reports.reminders import when_words

    machine = describe_machine(workspace, os.environ, app.home, today=app.today, calendar=None)
    reminders = installed_jobs(backends(), machine, app.scheduler)
    words = [
        f"{reminder.backend.name}, {when_words(reminder.when, app.words)}" for reminder in reminders
    ]
    none = app.words("examined.no-reminder")
    yield Fact(
        "reminders", "; ".join(words) or none, [reminder.backend.name for reminder in reminders]
    )


def _folder_of_words(folder: Path, shown: str) -> Iterator[Problem]:
    """What others may read in a folder that only this program writes."""
    if folder.is_dir():
        yield from folder_exposure(folder, shown)
        yield from file_exposures(folder, sorted(os.listdir(folder)), shown)  # noqa: PTH208 - names are wanted


def _strays(app: AppContext, workspace: Workspace) -> Findings:
    from learnlead.adapters.disk.other_texts import OtherTextFiles
    from learnlead.adapters.disk.state import coach_folder, state_folder

    state = state_folder(workspace, os.environ, app.home)
    other_files = OtherTextFiles(app.workspace, state, coach_folder(os.environ, app.home))
    for shown in other_files.strays():
        stray = str(workspace.root / shown)
        message = "a run that was cut off left this temporary file; words of yours may be in it"
        yield Problem(message, f"rm -r {shlex.quote(stray)}", stray)


def _copied(folder: Path, shown: str) -> Iterator[Problem]:
    if whose := copied_by(folder):
        message = f"this folder lies in {whose}: whoever runs that may read what you write"
        advice = "move it to a folder of this machine alone, unless that is what you want"
        yield Problem(message, advice, shown)
