"""Reads `learnlead.yaml`: the settings, or all that is wrong with them, each at its line."""

from __future__ import annotations

from learnlead.errors import Problem
from learnlead.plaintext.typed import typed
from learnlead.plaintext.words import did_you_mean, quoted
from learnlead.plaintext.yaml_reader import read_yaml
from learnlead.storage.reading import read_text
from learnlead.storage.settings import Settings
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
    document, _ = read_yaml(read_text(workspace.settings, SETTINGS_FILE))
    return None if document is None else document.line_of_key(key)


def read_settings(text: str, file: str = SETTINGS_FILE) -> tuple[Settings | None, list[Problem]]:
    """The settings in that text, or None and what is wrong with it.

    Keys that this version does not know are one warning each.
    """
    document, found = read_yaml(text, file=file, in_part=True)
    if document is None:
        return None, found
    unknown = [
        Problem(
            f"the key {quoted(key)} means nothing to this version",
            remedy=did_you_mean(key, Settings.model_fields) or "it is left as it is",
            file=file,
            line=document.line_of([key]),
            severity="warning",
        )
        for key in document.keys
        if key not in Settings.model_fields
    ]
    return typed(Settings, document, file=file, found=[*found, *unknown])
