"""The forms of a name that `journal forget` removes, and similar words that it only reports.

Removed are the words themselves, in either German spelling; the possessive with an s; a double name
without its blank; and the whole address or link with the name as a word. Reported are a surname
beside a first name, short and misspelt forms, and a login that contains the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from learnlead.coach.names.aliases import is_capital, name_key, name_words, only_capitalised
from learnlead.coach.names.links import links_in
from learnlead.coach.names.pseudonyms import Mention, Names
from learnlead.coach.names.similar import NearNames
from learnlead.coach.names.vocabulary import vocabulary
from learnlead.i18n.languages import stop_words
from learnlead.page.person import Person, person_of, refused_names
from learnlead.text.phrase import Name, Span, folded

_LETTERS = re.compile(r"[^\W\d_]+")
_BESIDE = re.compile(r"[^\S\n]+|[-‑]")
_AFTER = re.compile(r"[ \u00a0\-‑]([^\W\d_]\.|[^\W\d_]+(?:['’-][^\W\d_]{2,})*)(?![\w@])")
_BEFORE = re.compile(r"(?<![\w@])([^\W\d_]\.[ \u00a0]?|[^\W\d_]+[ \u00a0\-‑])\Z")
_LOOK_BACK = 40


class NameForms:
    """All names of one person; satisfies `Called`.

    Args:
        words: a name or a role.
        also: other names of the same person.
        match_case: whether `Will` is not `will`.

    Raises:
        ValueError: a name, which is the error's argument, has neither letter nor digit.
    """

    def __init__(self, words: str, also: Sequence[str] = (), *, match_case: bool = False) -> None:
        every = (words, *also)
        self._may_be_names = [spelling for spelling in every if name_words(spelling, frozenset())]
        joined = ["".join(own) for own in map(_own_words, every) if len(own) > 1]
        self._names = [Name(spelling, match_case=match_case) for spelling in (*every, *joined)]
        self._whose = [
            (Name(f"{spelling}s", match_case=match_case), only_capitalised(spelling))
            for spelling in self._may_be_names
        ]
        self.runs = frozenset(run for name in self._names for run in name.runs)

    def spans(self, text: str) -> list[Span]:
        """The places of the names, from left to right; neighbouring ones are joined.

        The s of `Sarahs` is not part of the name.
        """
        spans = [span for name in self._names for span in name.spans(text)]
        for name, needs_capital in self._whose:
            for start, end in name.spans(text):
                if not needs_capital or is_capital(text[start:end]):
                    spans.append((start, end - 1))
        for link in links_in(text) if spans else ():
            if any(start < link.end and link.start < end for start, end in spans):
                spans.append((link.start, link.end))
        return _joined_up(text, spans)

    def may_stand_in(self, plain: str) -> bool:
        """As of a `Phrase`: false only if no name can be in the text."""
        return any(name.may_stand_in(plain) for name in self._names)

    def near_in(self, line: str) -> Iterator[str]:
        """Words in the line, beside the name or similar to it, that may mean the person."""
        taken = self.spans(line) if self.may_stand_in(folded(line)) else []
        links = list(links_in(line))
        for start, end in taken:
            yield from _beside(line, start, end)
        for match in _LETTERS.finditer(line):
            if _touches(match.span(), taken) or not self._near.near(match[0]):
                continue
            whole = next((link for link in links if _touches(match.span(), [link[:2]])), None)
            yield match[0] if whole is None else line[whole.start : whole.end]

    @cached_property
    def _near(self) -> NearNames:
        return NearNames(Names(Mention(words) for words in self._may_be_names))


def person_to_forget(
    name: str, also: Sequence[str] = (), instead: str = "someone", *, match_case: bool = False
) -> Person:
    """The person with that name and these other names.

    Raises:
        LearnleadError: a name has no word, or `instead` is not allowed.
    """
    with refused_names():
        forms = NameForms(name, also, match_case=match_case)
    return replace(person_of(forms, instead, name), near_in=forms.near_in)


def _own_words(words: str) -> list[str]:
    return name_words(words, frozenset())


def _joined_up(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in order; overlapping and neighbouring ones are joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        last = joined[-1] if joined else None
        if last and (start <= last[1] or _BESIDE.fullmatch(text[last[1] : start])):
            joined[-1] = (last[0], max(end, last[1]))
        else:
            joined.append((start, end))
    return joined


def _beside(line: str, start: int, end: int) -> Iterator[str]:
    """The name with the surname or initial behind it, or the first name before it."""
    after = _AFTER.match(line, end)
    if after and _may_be_surname(after[1]):
        yield line[start : after.end(1)]
    before = _BEFORE.search(line, max(0, start - _LOOK_BACK), start)
    if before and before[0][0].isupper() and _may_be_first_name(before[1].strip()):
        yield line[before.start() : end]


def _may_be_surname(word: str) -> bool:
    small = name_key(word)
    if not is_capital(word) or _is_no_surname(small) or small in ("i", "s"):
        return False
    return word.endswith(".") or (len(word) > 1 and not small.endswith(vocabulary().noun_endings))


def _is_no_surname(small: str) -> bool:
    words = vocabulary()
    return (
        small in words.function_and_role_words
        or small in words.titles
        or small in words.days
        or small in stop_words()
    )


def _may_be_first_name(word: str) -> bool:
    return word.endswith(".") or folded(word.rstrip("-‑")) in vocabulary().given_names


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
