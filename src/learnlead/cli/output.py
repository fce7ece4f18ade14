"""A command's answer on stdout or in a file, as text, JSON or a report in one of the formats."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Final

from learnlead.cli.answer_form import is_file, text_or_json
from learnlead.cli.context import AppContext
from learnlead.errors import Interrupted, LearnleadError, Problem
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
    pager: bool = False,
) -> None:
    """Write the answer as text or as JSON, and as JSON where the file's name says so.

    Args:
        text: gives the answer as text.
        data: gives it as an object, or as several, a line each.
        as_json: whether JSON was asked for.
        output: a file; None and `-` are stdout.
        coloured: whether the text holds colour codes, and no other control characters.
        pager: whether a text that is longer than the window goes through the reader's pager.

    Raises:
        LearnleadError: the file's name is one of another form.
        MachineFailed: the file cannot be written.
    """
    if is_file(output):
        as_json = text_or_json(output, as_json=as_json) == "json"
    if as_json:
        content = data()
        objects = [content] if isinstance(content, Mapping) else content
        rendered = "".join(json_line(item, output) for item in objects)
    else:
        with usual_name() if is_file(output) else nullcontext():
            rendered = text() if coloured else harmless(text())
    if not as_json and not coloured and not is_file(output) and sys.stdout.isatty():
        import shutil

        from learnlead.text.cells import within

        rendered = within(rendered, shutil.get_terminal_size((80, 24)).columns)
    if pager and not as_json and output is None and sys.stdout.isatty():
        from learnlead.adapters.terminal.viewers.pager import write_paged

        write_paged(rendered)
    else:
        put(rendered, output)


def json_line(data: Mapping[str, object], output: str | None) -> str:
    """The object as one line of JSON, in characters that its destination can encode."""
    from learnlead.reports.json import to_json

    line = to_json(data)
    return _escaped_for_stdout(line) if output is None or output == "-" else line


class _Run:
    """What holds for every answer of this run."""

    force = False


_run: Final = _Run()


def write_over(*, force: bool) -> None:
    """Say whether this run may write over files that the program did not make."""
    _run.force = force


def put(text: str, output: str | None) -> None:
    """Write an answer to a file, its line ends unchanged; None and `-` are stdout.

    Raises:
        LearnleadError: the file is one of the leader's pages, records or settings, or was not made
            by the program.
        MachineFailed: the file cannot be written.
    """
    write_chunks([text], output)


def write_chunks(chunks: Iterable[str], output: str | None) -> None:
    """As `put`, for an answer that is made piece by piece; stderr names the file."""
    if not is_file(output):
        sys.stdout.writelines(chunks)
        return
    from learnlead.adapters.disk.files.answer_file import write_answer
    from learnlead.adapters.disk.state import answers_folder
    from learnlead.adapters.terminal.output import talk
    from learnlead.i18n.words import spoken_words

    write_answer(output, chunks, answers_folder(os.environ), force=_run.force)
    talk(harmless(spoken_words()("written.to", file=output), breaks=False), sys.stderr)


def expect_file(output: str | None) -> None:
    """Refuse a file that may not be written over, before the command changes anything.

    Raises:
        LearnleadError: the program did not make it.
    """
    if is_file(output):
        from learnlead.adapters.disk.files import answer_file
        from learnlead.adapters.disk.state import answers_folder

        answer_file.expect_file(output, answers_folder(os.environ), force=_run.force)


def _escaped_for_stdout(line: str) -> str:
    """JSON in characters that stdout can encode; others become escapes."""
    try:
        line.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        import json

        return json.dumps(json.loads(line)) + "\n"
    return line


Compose = Callable[["Extent"], "Document"]
"""Makes the report in the extent that its format shows."""


def put_report(
    app: AppContext,
    compose: Compose,
    form: str,
    output: str | None,
    *,
    everything: bool = False,
    pager: bool = False,
) -> None:
    """Write the report in that format; nothing of it if making it fails.

    Args:
        app: whether the terminal has colour, or is plain.
        compose: makes it.
        form: the name of a format.
        output: a file; None and `-` are stdout.
        everything: whether a screen shows all of it.
        pager: whether a text that is longer than the window goes through the reader's pager.

    Raises:
        LearnleadError: the file holds words or settings of the leader's own.
        MachineFailed: the file cannot be written.
    """
    chunks = report_chunks(app, compose, form, output, everything=everything)
    if pager and form == "text" and output is None and sys.stdout.isatty() and not app.plain:
        from learnlead.adapters.terminal.viewers.pager import write_paged

        write_paged("".join(chunks))
    else:
        write_chunks(chunks, output)


def report_chunks(
    app: AppContext, compose: Compose, form: str, output: str | None, *, everything: bool = False
) -> Iterator[str]:
    """The same, piece by piece: text by article."""
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


def open_report(app: AppContext, document: Document) -> None:
    """Show the report in the reader's browser until they press Enter; its file is gone then.

    Raises:
        LearnleadError: there is no browser, or nobody to press Enter.
        MachineFailed: the file cannot be written.
    """
    from learnlead.adapters.disk.files.answer_file import file_for_a_while
    from learnlead.adapters.terminal.one_line import ask_line
    from learnlead.adapters.terminal.viewers.browser import show_in_browser
    from learnlead.reports.formats.registry import format_named
    from learnlead.reports.lines import Layout

    if not sys.stdin.isatty():
        message = "--open waits until you have seen the page, and there is nobody to wait for"
        raise LearnleadError(Problem(message, "--output page.html writes it for a browser"))
    page = format_named("html").render(document, Layout(0))
    with file_for_a_while(app.workspace.root, page) as file, suppress(Interrupted):
        show_in_browser(file)
        app.say(app.words("written.in-browser"))
        ask_line(app.words("written.enter"), plain=app.plain)
