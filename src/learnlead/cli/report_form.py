"""In which form a report is to be told: as an option says, or as a file's name does."""

from __future__ import annotations

from collections.abc import Sequence

from learnlead.errors import LearnleadError, Problem


def chosen_form(
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
    ending = output.rsplit(".", 1)[1].lower()
    if ending in data:
        return ending
    from learnlead.reports.formats.registry import format_of_file

    found = format_of_file(output)
    return found.name if found else None
