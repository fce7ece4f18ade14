"""The manual page, made from the same words as the help: docs/reference/learnlead.1."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

from typer.main import get_command

from learnlead import __version__
from learnlead.cli.app import HEADINGS, app
from learnlead.cli.help.examples import example_lines
from learnlead.cli.help.words import plain_name, plain_usage

TOP = Path(__file__).parents[1]
MANUAL = TOP / "docs" / "reference" / "learnlead.1"
_RELEASE = re.compile(r"^## \[[\d.]+\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def manual(exit_codes: list[tuple[int, str]]) -> str:
    """The whole page, in the macros of man(7).

    Args:
        exit_codes: each with when it comes.
    """
    root: Any = get_command(app)
    context = root.context_class(root, info_name="learnlead", **root.context_settings)
    return "\n".join((*_head(context), *_commands(context), *_exit_status(exit_codes), ""))


def _head(context: Any) -> Iterator[str]:
    changes = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    release = _RELEASE.search(changes)
    day = release[1] if release else ""
    about, *_ = _paragraphs(context.command.help)
    yield f'.TH LEARNLEAD 1 {day} "learnlead {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"learnlead \\- {_text(about[0].lower() + about[1:].rstrip('.'))}"
    yield ".SH SYNOPSIS"
    yield f".B learnlead\n{_text(_usage(context))}"
    yield ".SH DESCRIPTION"
    yield _flow("Alone it tells where you stand: what is due, and what waits.")
    for paragraph in _paragraphs(context.command.epilog):
        yield f".PP\n{_flow(paragraph)}"
    yield ".SH EXAMPLES"
    yield from _examples("")
    yield ".SH OPTIONS"
    yield from _options(context)


def _commands(context: Any) -> Iterator[str]:
    yield ".SH COMMANDS"
    yield "\n.PP\n".join(
        _flow(f"{heading}: {', '.join(names)}.") for heading, names in HEADINGS.items()
    )
    for names in HEADINGS.values():
        for name in names:
            yield from _command(context, name)


def _command(above: Any, name: str) -> Iterator[str]:
    """A command, and all below it that are not hidden."""
    command = above.command.get_command(above, name)
    if command.hidden:
        return
    context = command.context_class(command, info_name=name, parent=above)
    names = context.command_path.removeprefix("learnlead ")
    yield f".SS {_text(f'learnlead {names} {_usage(context)}'.strip())}"
    first, *more = _paragraphs(command.help)
    yield _flow(first)
    for paragraph in (*more, *_paragraphs(command.epilog)):
        yield f".PP\n{_flow(paragraph)}"
    yield ".PP"
    yield from _examples(names)
    yield from _options(context)
    for below in getattr(command, "commands", {}):
        yield from _command(context, below)


def _exit_status(exit_codes: list[tuple[int, str]]) -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for code, when in exit_codes:
        yield f".TP\n.B {code}\n{_flow(when)}"


def _usage(context: Any) -> str:
    return plain_usage(" ".join(context.command.collect_usage_pieces(context)))


def _examples(names: str) -> Iterator[str]:
    yield ".EX"
    yield from map(_text, example_lines(names))
    yield ".EE"


def _options(context: Any) -> Iterator[str]:
    """Arguments, then options; the one for help stands with the program alone."""
    for param in context.command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and (context.parent is None or "--help" not in param.opts):
            yield f".TP\n.B {_text(plain_name(record[0]))}\n{_flow(record[1])}"


def _paragraphs(text: str | None) -> list[str]:
    cleaned = inspect.cleandoc(text or "")
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", cleaned) if part]


def _flow(text: str) -> str:
    """A paragraph, in lines that mandoc likes."""
    return "\n".join(map(_text, wrap(text, 70, break_on_hyphens=False)))


def _text(text: str) -> str:
    """The text with nothing left in it that troff would take for its own."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
