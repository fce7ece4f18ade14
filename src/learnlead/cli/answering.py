"""stdout is the answer: as text or as JSON, on the terminal or in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from learnlead.plaintext.clean import harmless

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON (schema in the reference).")]
Output = Annotated[
    str | None, typer.Option("--output", metavar="FILE", help="Write to FILE; - is stdout.")
]


def answer(
    text: Callable[[], str],
    data: Callable[[], Mapping[str, object]],
    *,
    as_json: bool,
    output: str | None,
) -> None:
    """Give the answer in the form that was asked for.

    Raises:
        MachineFailed: the file cannot be written.
    """
    if as_json:
        from learnlead.reports.json import to_json

        found = to_json(data())
    else:
        found = harmless(text())
    if output is None or output == "-":
        sys.stdout.write(found)
        return
    from pathlib import Path

    from learnlead.storage.failures import told

    with told("write the answer", output):
        Path(output).write_text(found, encoding="utf-8")
