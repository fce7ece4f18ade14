"""The form of an answer: what is asked for, and what the name of its file says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeGuard

from learnlead.errors import LearnleadError, Problem
from learnlead.text.problem_text import quoted

_DATA: Final = ("csv", "json")


def is_file(output: str | None) -> TypeGuard[str]:
    """Whether that names a file; `-` is stdout."""
    return output is not None and output != "-"


def choose_form(
    named: str | None, *, as_json: bool, output: str | None, data: Sequence[str] = ("json",)
) -> str:
    """The name of the format: the one named, else by the file's suffix, else text.

    Args:
        named: what `--format` says.
        as_json: whether `--json` was given.
        output: the file that was named; `-` is stdout.
        data: the formats for programs that this report has, each named like its suffix.

    Raises:
        LearnleadError: there is no such format, the file's suffix is none of any, or two options
            disagree.
    """
    if named is not None and named not in data:
        from learnlead.reports.formats.registry import format_named

        format_named(named, data)
    if as_json:
        if named not in (None, "json"):
            raise LearnleadError(
                Problem(f"--json and --format {named} disagree", "leave out one of them")
            )
        named = "json"
    if named is None:
        return _by_suffix(output, data) or "text"
    if is_file(output):
        _refuse_other_form(named, output, data)
    return named


def _refuse_other_form(named: str, output: str, data: Sequence[str]) -> None:
    """Refuse a file whose name says another form than the one that is asked for."""
    by_name = _form_of_file(output, data)
    if by_name in (None, named):
        return
    suffix = _suffix(named, data)
    if _last_suffix(output) != suffix.rpartition(".")[2]:  # .plain.txt is .txt, too
        message = f"the name {quoted(output)} says {by_name}, and {named} is asked for"
        raise LearnleadError(Problem(message, f"let it end in {suffix}, or leave the form out"))


def text_or_json(output: str, *, as_json: bool) -> str:
    """The form of an answer that is text or JSON and nothing else.

    Raises:
        LearnleadError: the file's name says another.
    """
    by_name = _form_of_file(output, _DATA)
    if as_json:
        _refuse_other_form("json", output, _DATA)
    elif by_name not in (None, "json", "text", "plain", "markdown"):
        message = f"the name {quoted(output)} says {by_name}, and this answer is text or JSON"
        raise LearnleadError(Problem(message, "let it end in .txt or .json"))
    return "json" if as_json or by_name == "json" else "text"


def _by_suffix(output: str | None, data: Sequence[str]) -> str | None:
    if not is_file(output) or not (suffix := _last_suffix(output)):
        return None
    if form := _form_of_file(output, data):
        return form
    from learnlead.reports.formats.registry import suffixes

    endings = ", ".join(sorted({*suffixes(), *(f".{name}" for name in data)}))
    message = f"--output {quoted(output)}: nothing is written in the form .{suffix}"
    raise LearnleadError(Problem(message, f"let it end in {endings}, or give --format"))


def _form_of_file(output: str, data: Sequence[str]) -> str | None:
    """The form that the file's name says; None where it says none."""
    from learnlead.reports.formats.registry import format_of_file

    if (suffix := _last_suffix(output)) in data:
        return suffix
    by_name = format_of_file(output) if suffix else None
    return None if by_name is None else by_name.name


def _last_suffix(output: str) -> str:
    """Without its dot, in small letters; empty where there is none."""
    _, dot, suffix = output.replace("\\", "/").rsplit("/", 1)[-1].rpartition(".")
    return suffix.lower() if dot else ""


def _suffix(form: str, data: Sequence[str]) -> str:
    from learnlead.reports.formats.registry import format_named

    return f".{form}" if form in data else format_named(form).suffix
