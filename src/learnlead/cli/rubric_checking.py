"""Rubrics and prompt banks checked, those of the workspace or those that are named."""

from __future__ import annotations

from pathlib import Path

from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError
from learnlead.reports.checks import Checked
from learnlead.rubric.versions import Pinned
from learnlead.storage.rubric_checks import check_all, check_file


def check_rubrics(desk: Desk, files: list[str]) -> Checked:
    """Those files, or without any every rubric and prompt bank that the workspace sees."""
    pages = _pages(desk)
    if files:
        paths = [Path(file).absolute() for file in files]
        checked = [check_file(desk.rubrics, p, desk.workspace.relative(p), pages) for p in paths]
    else:
        checked = check_all(desk.rubrics, pages)
    return Checked(
        what="file", files=len(checked), problems=[p for one in checked for p in one.problems]
    )


def _pages(desk: Desk) -> dict[str, list[Pinned]]:
    """What the pages that say their version rate; `journal check` tells of those it cannot read."""
    from learnlead.journal.naming import stem
    from learnlead.journal.scan import scan

    found: dict[str, list[Pinned]] = {}
    for name in desk.shelf.listing().names:
        try:
            sitting, _ = scan(desk.shelf.read(name), desk.shelf.shown(name), stem(name))
        except LearnleadError:
            continue
        if sitting is not None and sitting.rubric_version is not None:
            pinned = Pinned(sitting.file, sitting.rubric_version, frozenset(sitting.ratings))
            found.setdefault(sitting.rubric, []).append(pinned)
    return found
