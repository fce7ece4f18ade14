"""stdout is the answer: as text or as JSON, on the terminal or in a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeGuard

from learnlead.cli.context import AppContext
from learnlead.errors import LearnleadError, Problem
from learnlead.own_name import usual_name
from learnlead.text.clean import harmless

if TYPE_CHECKING:
    from learnlead.reports.document import Document, Extent


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
        content = data()
        objects = [content] if isinstance(content, Mapping) else content
        rendered = "".join(json_line(item, output) for item in objects)
    else:
        with usual_name() if _is_file(output) else nullcontext():
            rendered = text() if coloured else harmless(text())
    put(rendered, output)


def json_line(data: Mapping[str, object], output: str | None) -> str:
    """The object on one line, in letters that its destination knows."""
    from learnlead.reports.json import to_json

    line = to_json(data)
    return _escaped_for_stdout(line) if output is None or output == "-" else line


def _is_file(output: str | None) -> TypeGuard[str]:
    return output is not None and output != "-"


def put(text: str, output: str | None) -> None:
    """Write an answer to a file, with the line ends it has; None and `-` are stdout.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own.
        MachineFailed: the file cannot be written.
    """
    write_chunks([text], output)


def write_chunks(chunks: Iterable[str], output: str | None) -> None:
    """As `put`, for an answer too long to be held at once."""
    if not _is_file(output):
        sys.stdout.writelines(chunks)
        return
    from learnlead.adapters.disk.files.answer_file import write_answer

    write_answer(output, chunks)


def _escaped_for_stdout(line: str) -> str:
    """JSON in the letters that stdout knows; others become escapes, which mean the same."""
    try:
        line.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        import json

        return json.dumps(json.loads(line)) + "\n"
    return line


Compose = Callable[["Extent"], "Document"]
"""Makes the report, as much of it as its format has room for."""


def put_report(
    app: AppContext, compose: Compose, form: str, output: str | None, *, everything: bool = False
) -> None:
    """Give the report in that format; nothing of it where something fails.

    Args:
        app: whether the reader wants colours, or sentences in place of drawings.
        compose: makes it.
        form: the name of a format.
        output: a file; None and `-` are stdout.
        everything: whether a screen is to show more than a first look.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own.
        MachineFailed: the file cannot be written.
    """
    write_chunks(report_chunks(app, compose, form, output, everything=everything), output)


def report_chunks(
    app: AppContext, compose: Compose, form: str, output: str | None, *, everything: bool = False
) -> Iterator[str]:
    """The same, bit by bit as it is asked for: of text an article each."""
    from learnlead.adapters.terminal.output import width
    from learnlead.reports.formats.registry import format_named
    from learnlead.reports.lines import Layout

    chosen_format = format_named("plain" if app.plain and form == "text" else form)
    extent = "all" if everything and chosen_format.extent == "first" else chosen_format.extent
    on_screen = output in (None, "-")
    with usual_name() if extent == "record" or not on_screen else nullcontext():
        document = compose(extent)
    layout = Layout(width())
    if chosen_format.name == "text" and on_screen and app.colour:
        from learnlead.adapters.terminal.output import shown
        from learnlead.reports.formats.text import text_lines

        return (shown(lines, colour=True) for lines in text_lines(document, layout))
    return chosen_format.render(document, layout)


def choose_form(
    named: str | None, *, as_json: bool, output: str | None, data: Sequence[str] = ("json",)
) -> str:
    """The name of the form: what was named, else what the end of the file's name says, else text.

    Args:
        named: what `--format` says.
        as_json: whether `--json` was given.
        output: the file that was named; `-` is stdout.
        data: the forms for programs in which there is this report; files end like their names.

    Raises:
        LearnleadError: there is no such form, or two options disagree.
    """
    if named is not None and named not in data:
        from learnlead.reports.formats.registry import format_named

        format_named(named, data)
    if as_json:
        if named not in (None, "json"):
            raise LearnleadError(
                Problem(f"--json and --format {named} disagree", "leave out one of them")
            )
        return "json"
    return named or _by_suffix(output, data) or "text"


def _by_suffix(output: str | None, data: Sequence[str]) -> str | None:
    if output is None or output == "-" or "." not in output:
        return None
    suffix = output.rsplit(".", 1)[1].lower()
    if suffix in data:
        return suffix
    from learnlead.reports.formats.registry import format_of_file

    file_format = format_of_file(output)
    return file_format.name if file_format else None
