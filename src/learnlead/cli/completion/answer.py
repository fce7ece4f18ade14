"""What can stand where the cursor is, for the shell that asks; never an error, never an answer."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, suppress
from io import StringIO
from typing import Any, Final

import typer.completion

from learnlead.cli.completion.scripts import LINE_VARIABLE, SHELL_VARIABLE
from learnlead.i18n.spoken import translated

_TYPER: Final[Any] = typer.completion
_TO_QUOTE: Final = re.compile(r"[^\w@%+=:,./~-]")


def answer_shell(root: Any) -> None:
    """Print a possible word a line, with its meaning behind a tab, where a shell asks; and exit."""
    shell = os.environ.get(SHELL_VARIABLE)
    if not shell:
        return
    words: list[str] = []
    # What is wrong, the command itself says when it runs; here it would stand in a half typed line.
    with suppress(Exception), redirect_stderr(StringIO()):
        words = list(_words(root, shell, os.environ.get(LINE_VARIABLE, "")))
    sys.stdout.write("".join(f"{word}\n" for word in words))
    sys.exit(0)


def _words(root: Any, shell: str, line: str) -> Iterator[str]:
    typed, begun = typed_words(line)
    raw = line.rsplit("\n", maxsplit=1)[-1]
    before = ""
    if shell == "bash":  # which takes `=` for a word
        typed = [word for word in typed if word != "="]
    elif begun.startswith("--") and "=" in begun:
        before = begun[: begun.index("=") + 1]
    quote = _QUOTING.get(shell, str)
    if shell == "bash" and raw[:1] in ("'", '"'):
        quote = str  # it closes what is open
    _TYPER.completion_init()
    completer = _TYPER.shell_completion.get_completion_class("fish")  # any: none of it is a shell's
    for item in completer(root, {}, root.name, "").get_completions(typed, begun):
        meaning = translated(" ".join((item.help or "").split()), "help")
        word = before + quote(str(item.value))
        yield f"{word}\t{meaning}" if meaning and shell != "bash" else word


def typed_words(line: str) -> tuple[list[str], str]:
    """The whole words behind the program's name, and the one at which the cursor stands."""
    *words, last = _TYPER.shell_completion.split_arg_string(f"{line}.")
    return words[1:], last[:-1]


def _backslashes(word: str) -> str:
    return _TO_QUOTE.sub(r"\\\g<0>", word)


def _quotes(word: str) -> str:
    if not _TO_QUOTE.search(word):
        return word
    doubled = word.replace("'", "''")
    return f"'{doubled}'"


_QUOTING: Final[Mapping[str, Callable[[str], str]]] = {
    "bash": _backslashes,
    "powershell": _quotes,
}
"""How a shell wants a word that holds blanks; the others do it themselves."""
