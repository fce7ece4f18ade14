"""stdout is the answer: as text or as JSON, on the terminal or in a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from learnlead.plaintext.clean import harmless

_SETTINGS = "learnlead.yaml"


def answer(
    text: Callable[[], str],
    data: Callable[[], Mapping[str, object] | Sequence[Mapping[str, object]]],
    *,
    as_json: bool,
    output: str | None,
    coloured: bool = False,
) -> None:
    """Give the answer in the form that was asked for.

    Args:
        text: the answer for people.
        data: the same for programs; several objects are a line each.
        as_json: whether programs are meant.
        output: a file; None and `-` are stdout.
        coloured: whether the text holds colours, and is otherwise known to be harmless.

    Raises:
        MachineFailed: the file cannot be written.
    """
    if as_json:
        given = data()
        objects = [given] if isinstance(given, Mapping) else given
        found = "".join(json_line(one, output) for one in objects)
    else:
        found = text() if coloured else harmless(text())
    put(found, output)


def json_line(given: Mapping[str, object], output: str | None) -> str:
    """The object on one line, in letters that its destination knows."""
    from learnlead.reports.json import to_json

    line = to_json(given)
    return _held_by_stdout(line) if output is None or output == "-" else line


def put(found: str, output: str | None) -> None:
    """Write an answer to a file, with the line ends it has; None and `-` are stdout.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own.
        MachineFailed: the file cannot be written.
    """
    put_bits([found], output)


def put_bits(found: Iterable[str], output: str | None) -> None:
    """As `put`, for an answer too long to be held at once."""
    if output is None or output == "-":
        sys.stdout.writelines(found)
        return
    from learnlead.storage.failures import told

    _spare_own_files(output)
    with (
        told("write the answer", output),
        open(output, "w", encoding="utf-8", newline="", opener=_ours) as file,
    ):
        file.writelines(found)


def _spare_own_files(output: str) -> None:
    """Refuse to write an answer over a page, the notes or the settings of a workspace.

    Raises:
        LearnleadError: the file is one of them.
    """
    from pathlib import Path

    from learnlead.errors import LearnleadError, Problem
    from learnlead.journal.naming import looks_like_page

    path = Path(output).absolute()
    if not path.is_file() or not any((above / _SETTINGS).is_file() for above in path.parents):
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.read(2000)
    if path.name in (_SETTINGS, "inbox.md") or looks_like_page("", head):
        message = f"{output} holds words or settings of yours, and is not written over"
        raise LearnleadError(Problem(message, "name another file"))


def _held_by_stdout(found: str) -> str:
    """JSON in the letters that stdout knows; others become escapes, which mean the same."""
    try:
        found.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        import json

        return json.dumps(json.loads(found)) + "\n"
    return found


def _ours(path: str, flags: int) -> int:
    """A new file is for its owner alone: the answer may hold private words."""
    return os.open(path, flags, 0o600)
