"""Reads `learnlead.yaml`: at once where it is plain, else with all that a reader can say."""

from __future__ import annotations

from learnlead.errors import Problem
from learnlead.storage.reading import read_text
from learnlead.storage.settings import Settings
from learnlead.storage.settings_plain import read_plain_settings
from learnlead.storage.workspace import SETTINGS_FILE, Workspace


def load_settings(workspace: Workspace) -> tuple[Settings | None, list[Problem]]:
    """The workspace's settings; see `read_settings`.

    Raises:
        LearnleadError: the file is no text.
        MachineFailed: the file cannot be read.
    """
    return read_settings(read_text(workspace.settings, SETTINGS_FILE))


def line_of(workspace: Workspace, key: str) -> int | None:
    """The line of the settings on which the key stands, if it does.

    Raises:
        LearnleadError: the file is no text.
        MachineFailed: the file cannot be read.
    """
    from learnlead.plaintext.yaml_reader import read_yaml

    document, _ = read_yaml(read_text(workspace.settings, SETTINGS_FILE), file=SETTINGS_FILE)
    if document is None or not isinstance(document.data, dict) or key not in document.data:
        return None
    return document.line_of([key])


def read_settings(text: str, file: str = SETTINGS_FILE) -> tuple[Settings | None, list[Problem]]:
    """The settings in that text, or None and what is wrong with it.

    Keys that this version does not know are one warning each.
    """
    settings = read_plain_settings(text)
    if settings is not None:
        return settings, []
    from learnlead.storage.settings_keys import read_keys

    return read_keys(text, file)
