"""In which form trends are to be told: as an option says, or as a file's name does."""

from __future__ import annotations

from learnlead.errors import LearnleadError, Problem

_OF_VIEWS = ("text", "plain", "json")


def chosen_form(
    named: str | None, *, as_json: bool, output: str | None, view: object = None
) -> str:
    """The name of the form: what was named, else what the end of the file's name says, else text.

    Args:
        named: what `--format` says.
        as_json: whether `--json` was given.
        output: the file that was named; `-` is stdout.
        view: what was asked for in place of the whole trends; it is told as text or JSON alone.

    Raises:
        LearnleadError: there is no such form, two options disagree, or a view has no such form.
    """
    if named is not None:
        from learnlead.reports.formats.registry import format_named

        format_named(named)
    if as_json:
        if named not in (None, "json"):
            raise LearnleadError(
                Problem(f"--json and --format {named} disagree", "leave out one of them")
            )
        return "json"
    form = named or _by_suffix(output) or "text"
    if view and form not in _OF_VIEWS:
        raise LearnleadError(
            Problem(f"this is told as text or as JSON, not as {form}", "leave the format out")
        )
    return form


def _by_suffix(output: str | None) -> str | None:
    if output is None or output == "-" or "." not in output:
        return None
    from learnlead.reports.formats.registry import format_of_file

    found = format_of_file(output)
    return found.name if found else None
