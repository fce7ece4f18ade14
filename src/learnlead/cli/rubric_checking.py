"""Rubrics and prompt banks checked, those of the workspace or those that are named."""

from __future__ import annotations

from pathlib import Path

from learnlead.cli.wiring import Desk
from learnlead.reports.checks import Checked
from learnlead.storage.rubric_checks import check_all, check_file


def check_rubrics(desk: Desk, files: list[str]) -> Checked:
    """Those files, or without any every rubric and prompt bank that the workspace sees."""
    if files:
        paths = [Path(file).absolute() for file in files]
        checked = [check_file(desk.rubrics, p, desk.workspace.relative(p)) for p in paths]
    else:
        checked = check_all(desk.rubrics)
    return Checked("file", len(checked), 0, [p for one in checked for p in one.problems])
