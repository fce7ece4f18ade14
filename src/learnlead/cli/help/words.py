"""Help in the language that is spoken: what Typer writes, looked up as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import partial
from typing import Any, Final

from typer.core import TyperGroup

from learnlead.errors import spoken_problem
from learnlead.i18n.spoken import spoken_language, translated

_NEVER_CUT: Final = 1000
"""Characters of a summary at most: more than any has."""

_CONTEXT: Final[Any] = TyperGroup.context_class
_FORMATTER: Final[Any] = _CONTEXT.formatter_class

_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_TYPE: Final = re.compile(r" <(?:list\[)?str\]?>$")
"""What Typer puts around or behind the name of an argument."""
_EXTRA: Final = re.compile(r"(.*?)(?:  )?\[([^\[\]]*)\]", re.DOTALL)
_PLACEHOLDER: Final = re.compile(r"(?<![\w-])[A-Z]{2,}(?![\w-])")


class SpokenFormatter(_FORMATTER):  # type: ignore[misc]  # the class is where Typer has it
    """Writes help in the language that is spoken; what is no option, under its plain name."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        args = plain_usage(args)
        if prefix is None and spoken_language() is not None:
            args, prefix = _with_placeholders(args), f"{_said('Usage')}: "
        super().write_usage(prog, args, prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(_said(heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        if spoken_language() is not None:
            text = "\n\n".join(map(_paragraph, re.split(r"\n\s*\n", text)))
        super().write_text(text)

    def write_dl(self, rows: Any, *args: Any, **more: Any) -> None:
        """Write options or commands, each with what it does."""
        rows = [(plain_name(name), text) for name, text in rows]
        if spoken_language() is not None:
            rows = [(_with_placeholders(name), _described(text)) for name, text in rows]
        super().write_dl(rows, *args, **more)


class SpokenContext(_CONTEXT):  # type: ignore[misc]  # the class is where Typer has it
    """The context of a command whose help is in the language that is spoken."""

    formatter_class = SpokenFormatter

    def get_help(self) -> str:
        """The help of the command: examples first, then its options and commands."""
        from learnlead.cli.help.examples import example_lines

        formatter = self.make_formatter()
        self.command.format_usage(self, formatter)
        self.command.format_help_text(self, formatter)
        with formatter.section("Examples"):
            for line in example_lines(self._names()):
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")
        self.command.format_options(self, formatter)
        self.command.format_epilog(self, formatter)
        return str(formatter.getvalue().rstrip("\n"))

    def _names(self) -> str:
        """The command as it is typed behind the program."""
        if self.parent is None:
            return ""
        return f"{self.parent._names()} {self.info_name}".strip()  # noqa: SLF001 - of this class


def plain_usage(args: str) -> str:
    """What follows the name of a command in its usage, without Typer's braces."""
    return _BRACES.sub(r"\1", args)


def plain_name(name: str) -> str:
    """The name of an option or an argument, without Typer's type of any text."""
    return _TYPE.sub("", name)


def summary(command: Any) -> str:
    """The first sentence of a command's help."""
    if spoken_language() is None or not command.help:
        return str(command.get_short_help_str(_NEVER_CUT))
    spoken = copy(command)
    spoken.help = _paragraph(re.split(r"\n\s*\n", command.help.strip())[0])
    return str(spoken.get_short_help_str(_NEVER_CUT))


@contextmanager
def refusals_told() -> Iterator[None]:
    """Inside, what Typer refuses shows itself in the language that is spoken."""
    try:
        yield
    except Exception as error:
        has_words = hasattr(error, "format_message") and getattr(error, "ctx", None) is not None
        is_help = type(error).__name__ == "NoArgsIsHelpError"
        if has_words and not is_help and spoken_language() is not None:
            error.show = partial(_show, error)  # type: ignore[attr-defined]  # Typer calls it
        raise


def _show(error: Any, _file: object = None) -> None:
    import typer

    hint = _said("Try '{command}' for help.").format(command=f"{error.ctx.command_path} -h")
    typer.echo(f"{error.ctx.get_usage()}\n{hint}\n", err=True)
    typer.echo(f"{_said('Error')}: {spoken_problem(error.format_message())}", err=True)


def _said(english: str) -> str:
    return translated(english, "help")


def _paragraph(text: str) -> str:
    return _said(" ".join(text.split()))


def _described(text: str) -> str:
    """What an option does, and behind it Typer's own words such as `[default: 16:00]`."""
    match = _EXTRA.fullmatch(text)
    if match is None:
        return _said(" ".join(text.split()))
    extra = "; ".join(map(_extra, match[2].split("; ")))
    return f"{_said(match[1])}  [{extra}]".strip()


def _extra(words: str) -> str:
    name, colon, value = words.partition(": ")
    return _said("default: {value}").format(value=value) if colon else _said(name)


def _with_placeholders(text: str) -> str:
    return _PLACEHOLDER.sub(lambda match: _said(match[0]), text)
