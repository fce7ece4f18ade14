"""stdout is the answer: as text or as JSON, on the terminal or in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from typing import TypeGuard

from learnlead.own_name import to_keep
from learnlead.plaintext.clean import harmless


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
        with to_keep() if _is_file(output) else nullcontext():
            found = text() if coloured else harmless(text())
    put(found, output)


def json_line(given: Mapping[str, object], output: str | None) -> str:
    """The object on one line, in letters that its destination knows."""
    from learnlead.reports.json import to_json

    line = to_json(given)
    return _held_by_stdout(line) if output is None or output == "-" else line


def _is_file(output: str | None) -> TypeGuard[str]:
    return output is not None and output != "-"


def put(found: str, output: str | None) -> None:
    """Write an answer to a file, with the line ends it has; None and `-` are stdout.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own.
        MachineFailed: the file cannot be written.
    """
    put_bits([found], output)


def put_bits(found: Iterable[str], output: str | None) -> None:
    """As `put`, for an answer too long to be held at once."""
    if not _is_file(output):
        sys.stdout.writelines(found)
        return
    from learnlead.storage.answer_file import write_answer

    write_answer(output, found)


def _held_by_stdout(found: str) -> str:
    """JSON in the letters that stdout knows; others become escapes, which mean the same."""
    try:
        found.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        import json

        return json.dumps(json.loads(found)) + "\n"
    return found
