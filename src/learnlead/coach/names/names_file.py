"""`records/names.md`: names to hide in exports, spellings of one person, words that may stay.

A line is an entry; the program adds some and the leader may edit them. Headings and quotes (`#`,
`>`) are ignored. Any other line is a problem, so that no name is exported because of a typing
mistake. `forget_in_names` removes a person from the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from learnlead.coach.names.aliases import is_capital, name_key, only_capitalised
from learnlead.coach.names.links import links_in
from learnlead.errors import Problem
from learnlead.page.edit import Change
from learnlead.page.forget import ForgetResult
from learnlead.page.person import Person
from learnlead.text.clean import clean_line

NAMES_FILE = "names.md"

NEW_FILE_LINES = (
    "# Names in what leaves",
    "",
    "> `learnlead export` reads this list and adds to it; change it as you like.",
    "> `hide` is replaced everywhere, `=` makes one person of two spellings, `stay` may leave.",
    "",
)
"""The first lines of a new file."""

LONGEST_NAME = 10_000
"""Maximum length of a name or a link, in characters."""

_ENTRY = re.compile(r"(?:[-*+][ \t]+)?(hide|stay)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_SAYS_NOTHING = ("#", ">")


@dataclass(frozen=True, slots=True)
class NameDecisions:
    """The leader's decisions on names.

    Attributes:
        hidden: spellings that are replaced, grouped by person.
        staying: words that may be exported.
    """

    hidden: tuple[tuple[str, ...], ...] = ()
    staying: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Words that may be exported, by `name_key`; hidden ones are never among them."""
        staying = (words for words in self.staying if not self.hides((words,)))
        return frozenset(map(name_key, staying))

    def hides(self, group: Collection[str]) -> bool:
        """Whether all the spellings are hidden in one group already."""
        return any(all(_covers(known, words) for words in group) for known in self.hidden)


def _covers(hidden: Collection[str], words: str) -> bool:
    """Whether a hidden spelling covers these words.

    A hidden `Mark` does not cover `mark`: a name that is also a word needs its capital letter.
    """
    known = [spelling for spelling in hidden if name_key(spelling) == name_key(words)]
    if is_capital(words):
        return bool(known)
    return any(not is_capital(spelling) or not only_capitalised(spelling) for spelling in known)


def read_names(lines: Iterable[str], file: str) -> tuple[NameDecisions, list[Problem]]:
    """The decisions in the file, and a problem for each line that is no entry."""
    hidden: list[tuple[str, ...]] = []
    staying: list[str] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        text = line.removeprefix("\ufeff").strip()
        if not text or text.startswith(_SAYS_NOTHING):
            continue
        entry = entry_of(text)
        try:
            if entry is None:
                raise ValueError("this line is neither `- hide: NAME` nor `- stay: WORDS`")
            if entry[0] == "hide":
                hidden.append(spellings_in(entry[1]))
            else:
                staying.append(_name(entry[1]))
        except ValueError as error:
            remedy = "mend the line, or begin it with > to keep it as a remark"
            problems.append(Problem(str(error), remedy, file, number))
    return NameDecisions(tuple(hidden), tuple(staying)), problems


def entry_of(line: str) -> tuple[str, str] | None:
    """`hide` or `stay`, and the words behind it; None for any other line."""
    entry = _ENTRY.fullmatch(line.removeprefix("\ufeff").strip())
    return (entry[1].lower(), entry[2]) if entry else None


def spellings_in(text: str) -> tuple[str, ...]:
    """The spellings of one person: `Kati = Katrin`. A link with a `=` in it is one.

    Raises:
        ValueError: one of them cannot be a name; the message says why.
    """
    if any(
        link.kind == "link" and (link.start, link.end) == (0, len(text)) for link in links_in(text)
    ):
        return (_name(text),)
    return tuple(dict.fromkeys(_name(part) for part in text.split("=")))


def _name(text: str) -> str:
    words = " ".join((clean_line(text) or "").split())
    if not any(c.isalnum() for c in words):
        raise ValueError("there is no letter in it" if words else "a name is missing")
    if len(words) > LONGEST_NAME:
        raise ValueError(f"a name is longer than {LONGEST_NAME} letters")
    return words


def hide_line(group: Sequence[str]) -> str:
    """The entry of hidden spellings of one person."""
    return f"- hide: {' = '.join(group)}"


def stay_line(words: str) -> str:
    """The entry of words that may be exported."""
    return f"- stay: {words}"


def new_lines(hidden: Iterable[Sequence[str]], staying: Iterable[str]) -> Iterator[str]:
    """The entries of new decisions, in order."""
    yield from map(hide_line, hidden)
    yield from map(stay_line, staying)


def forget_in_names(text: str, person: Person) -> ForgetResult:
    """The file's text without the person, and the changed lines."""
    changes: list[Change] = []
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not person.phrase.spans(line):
            lines.append(line)
            continue
        remaining = list(_without(line, person))
        lines += remaining
        changes.append(Change(number, line.rstrip("\r"), "".join(remaining).rstrip("\r")))
    return ForgetResult("\n".join(lines), tuple(changes), ())


def _without(line: str, person: Person) -> Iterator[str]:
    entry = entry_of(line)
    if entry is None:
        yield person.out_of(line)
        return
    kind, words = entry
    if kind == "hide":
        try:
            spellings = spellings_in(words)
        except ValueError:  # told by `export` and the doctor
            spellings = (words,)
        staying = [spelling for spelling in spellings if not person.phrase.spans(spelling)]
        if staying:
            yield hide_line(staying) + ("\r" if line.endswith("\r") else "")
