"""Days off added to `learnlead.yaml` without touching anything else in the file."""

from __future__ import annotations

from datetime import date

from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.yaml_reader import read_yaml
from learnlead.storage.changing import change_text
from learnlead.storage.failures import told
from learnlead.storage.workspace import SETTINGS_FILE, Workspace

_KEY = "away"


def add_away(workspace: Workspace, first: date, last: date) -> None:
    """Add days off to the workspace's settings; see `append_away`.

    Raises:
        LearnleadError: they cannot be added, or the file is being changed; it is as it was.
        MachineFailed: the machine refused; the file is whole.
    """
    with told("change the settings", SETTINGS_FILE):
        change_text(
            workspace.settings,
            SETTINGS_FILE,
            lambda text: append_away(text, first, last, SETTINGS_FILE),
        )


def append_away(text: str, first: date, last: date, file: str) -> str:
    """The settings with those days off added to `away`; every other byte stays.

    A list of lines gets one line more, a list in brackets one entry more, a single range becomes
    a list in brackets, and where there is no `away` it is added at the end. Days that stand
    there already are not added again.

    Raises:
        LearnleadError: the text is no YAML, or is written in a way that this cannot change
            safely; the message has the line to add by hand.
    """
    entry = f"{first}..{last}"
    document, problems = read_yaml(text, file=file)
    if document is None:
        raise LearnleadError(*problems)
    before = {} if document.data is None else document.data
    if isinstance(before, dict):
        already = before.get(_KEY)
        entries = already if isinstance(already, list) else [already] if already else []
        if entry in entries:
            return text
        changed = _with_entry(text, entry)
        after, _ = read_yaml(changed)
        if after is not None and after.data == before | {_KEY: [*entries, entry]}:
            return changed
    raise LearnleadError(
        Problem(
            "days off cannot be added to this file without rewriting it",
            remedy=f"add this by hand: {_KEY}: [{entry}]",
            file=file,
        )
    )


def _with_entry(text: str, entry: str) -> str:  # noqa: PLR0911 - one way of writing it each
    """The one edit that suits how the file is written; the caller checks that it does."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return text
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((value for key, value in pairs if key.value == _KEY), None)
    if found is None:
        indent = " " * (pairs[0][0].start_mark.column if pairs else 0)
        return _with_line(text, len(text), f"{indent}{_KEY}: [{entry}]", end=_line_break(text))
    begins, ends = found.start_mark.index, found.end_mark.index
    if isinstance(found, yaml.ScalarNode):
        value = text[begins:ends]
        return text[:begins] + (f"[{value}, {entry}]" if value else f" [{entry}]") + text[ends:]
    if not isinstance(found, yaml.SequenceNode):
        return text
    if not found.value:
        return f"{text[: begins + 1]}{entry}{text[begins + 1 :]}"
    after = found.value[-1].end_mark.index
    if found.flow_style:
        return f"{text[:after]}, {entry}{text[after:]}"
    line_end = text.find("\n", after) + 1
    indent = " " * found.start_mark.column
    return _with_line(
        text, line_end or len(text), f"{indent}- {entry}", end=_line_break(text) if line_end else ""
    )


def _with_line(text: str, at: int, line: str, end: str) -> str:
    """The text with a line of its own before `at`."""
    missing = "" if at == 0 or text[at - 1] == "\n" else _line_break(text)
    return f"{text[:at]}{missing}{line}{end}{text[at:]}"


def _line_break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
