"""A person taken out of the leader's list of names: the spelling goes, and an empty entry with it.

Other words in its place would be hidden, or stay, from then on.
"""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.coaching.names_file import entry_of, hide_line, spellings_in
from learnlead.journal.forgetting import Forgotten
from learnlead.journal.person import Person
from learnlead.journal.rewriting import Change


def forget_in_names(text: str, person: Person) -> Forgotten:
    """The list without the person."""
    changes: list[Change] = []
    kept: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not person.phrase.spans(line):
            kept.append(line)
            continue
        left = list(_without(line, person))
        kept += left
        changes.append(Change(number, line.rstrip("\r"), "".join(left).rstrip("\r")))
    return Forgotten("\n".join(kept), tuple(changes), ())


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
        staying = [one for one in spellings if not person.phrase.spans(one)]
        if staying:
            yield hide_line(staying) + ("\r" if line.endswith("\r") else "")
