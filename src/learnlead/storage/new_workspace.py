"""Makes a workspace, and makes up what is missing in one, without touching what is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from learnlead.storage import safe_write
from learnlead.storage.failures import told
from learnlead.storage.settings_reading import load_settings
from learnlead.storage.workspace import SETTINGS_FILE, Workspace

SETTINGS_TEXT: Final = """\
# The settings of this learnlead workspace. Every line is optional: take the # away from a key
# to change it. What is wrong here, if anything is, every command says with its line.

# The folder of your pages.
# journal: journals

# What you reflect on: one rubric, or a list of them. `learnlead rubric list` shows those there are.
# rubric: learning-leader

# How much a sitting asks: quick (4 minutes), standard (12) or full.
# depth: standard

# The language of rubrics and questions, where they come in several.
# language: en

# The day on which you sit down.
# day: friday

# Whether the questions change their wording from week to week (rotate) or not (steady).
# prompts: rotate

# Roles that a sitting offers in place of names.
# people: [report A, report B, a peer]

# What may leave for a coach; `learnlead export` offers nothing else. Without this line all may:
# focus, findings, plans, moments, evidence, insights, obstacles, themes, look-backs, heard,
# answers, notice, ratings, pages, opposite.
# share: [focus, findings, plans]

# Where help is found where you work; shown when you say that something is not for here.
# support: [Employee helpline 0800 111 222]

# Weeks off, first and last day: nothing is due in them.
# away:
#   - 2026-12-21..2027-01-03
"""


def make_workspace(root: Path, settings_lines: str = "") -> tuple[Workspace, list[str]]:
    """Make the folder a workspace; what it has already stays as it is.

    Args:
        root: an absolute path; it may exist.
        settings_lines: for its settings, where it has none yet.

    Returns:
        The workspace, and the paths in it that were made, folders ending in `/`.

    Raises:
        LearnleadError: the settings that are there already cannot be read.
        MachineFailed: the machine refused.
    """
    workspace = Workspace(root)
    made: list[str] = []
    with told("make a workspace here", str(root)):
        safe_write.make_folder(root)
        if not os.path.lexists(workspace.settings):
            safe_write.create(workspace.settings, _settings(settings_lines))
            made.append(SETTINGS_FILE)
        settings, _ = load_settings(workspace)
        if settings is not None:
            workspace = Workspace(root, settings.journal)
        for folder in (workspace.journal, workspace.rubrics, workspace.prompts):
            if not folder.is_dir():
                safe_write.make_folder(folder)
                made.append(f"{workspace.relative(folder)}/")
    return workspace, made


def _settings(lines: str) -> bytes:
    own = f"\n# Brought from another workspace:\n{lines}" if lines else ""
    return (SETTINGS_TEXT + own).encode()
