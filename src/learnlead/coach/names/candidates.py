"""Candidates: words in a text for export that may still identify somebody.

No program knows every name. So everything that may be one is listed, the most frequent first, and
the leader decides: words with a capital letter, words similar to a known name, dates, numbers,
addresses, links. Left out are words of any language that are no names, single digits, and words
that have a capital letter only at the beginning of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from learnlead.coach.names.aliases import name_key
from learnlead.coach.names.letter_case import PlainWords, SmallNames
from learnlead.coach.names.links import links_in, shapes_in
from learnlead.coach.names.pseudonyms import Names
from learnlead.coach.names.similar import NearNames
from learnlead.coach.names.texts import RedactedText
from learnlead.coach.names.vocabulary import vocabulary

CandidateKind = Literal["name", "near", "date", "number", "link", "address"]

CANDIDATE_KINDS: Final[tuple[CandidateKind, ...]] = (
    *("name", "near", "date", "link", "address", "number"),
)
"""In the order in which equally frequent candidates are listed."""

PLACES_AT_MOST = 3
"""Places of a candidate that are shown."""

_EXCERPT_MARGIN = 32
_LETTERS = r"[^\W\d_]++(?!\d)"
_WORD = re.compile(
    rf"(?<![^\W_]){_LETTERS}(?:['’]{_LETTERS})*(?:[-‐‑]{_LETTERS}(?:['’]{_LETTERS})*)*"
)
_ENDING = re.compile(r"['’]s\Z")
_PARTS = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?<![\w.])[^\W\d_]\.(?=\s+[^\W\d_])")
_DOTTED = re.compile(r"(?<![\w.])[^\W\d_]\.(?:[^\W\d_]\.)+")
_NAME_GONE = "\uffff"
"""In place of a replaced name: no letter, no blank, and in no typed text."""


@dataclass(slots=True)
class Candidate:
    """Words that may identify somebody.

    Attributes:
        words: as they are written at the first place.
        count: number of places.
        places: excerpts of the first few.
    """

    words: str
    kind: CandidateKind
    count: int = 0
    places: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Equal for all spellings of the words."""
        return name_key(self.words)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    kind: CandidateKind


def candidates_in(
    leaving: Sequence[RedactedText],
    journal: Iterable[RedactedText],
    names: Names,
    decided: Collection[str] = (),
    evidence: Iterable[RedactedText] = (),
) -> list[Candidate]:
    """What the leader has to decide before these texts are exported, most frequent first.

    Args:
        leaving: the texts for export.
        journal: all texts of the journal, from which ordinary words are learnt.
        names: the names that are replaced.
        decided: words that may be exported, by `name_key`.
        evidence: further texts, which are not exported, from which names are learnt.
    """
    journal = [*journal]
    plain = PlainWords(journal)
    small = SmallNames([*leaving, *journal, *evidence], plain, names.words)
    near = NearNames(names)
    candidates: dict[str, Candidate] = {}
    for written in dict.fromkeys(leaving):
        text = _without_names(written)
        for place in _CandidateReader(written, text, plain, small, near).places():
            words = " ".join(text[place.start : place.end].split())
            key = name_key(words)
            if key in decided or not key:
                continue
            candidate = candidates.setdefault(key, Candidate(words, place.kind))
            candidate.count += 1
            if len(candidate.places) < PLACES_AT_MOST:
                candidate.places.append(_excerpt(written.text, place))
    order = CANDIDATE_KINDS.index
    return sorted(
        candidates.values(), key=lambda candidate: (-candidate.count, order(candidate.kind))
    )


class _CandidateReader:
    """Finds the candidates in one text."""

    def __init__(
        self,
        written: RedactedText,
        text: str,
        plain: PlainWords,
        small: SmallNames,
        near: NearNames,
    ) -> None:
        self._written, self._text = written, text
        self._plain, self._small, self._near = plain, small, near

    def places(self) -> list[_Place]:
        """The places of all candidates, from left to right, without overlaps."""
        taken: list[_Place] = []
        for find in (links_in, shapes_in, self._initials, self._words):
            text = _without(self._text, ((place.start, place.end) for place in taken))
            taken += [_Place(*span) for span in find(text)]
        return sorted(taken, key=lambda place: place.start)

    def _initials(self, text: str) -> Iterator[tuple[int, int, CandidateKind]]:
        """`J.K.` in any case; `K. said` if a known name begins with K."""
        for match in _DOTTED.finditer(text):
            if match[0].lower() not in vocabulary().dotted_abbreviations:
                yield match.start(), match.end(), "name"
        for match in _INITIAL.finditer(text):
            goes_on = text[match.end() :].lstrip()[:1].islower()
            if match[0][0].isupper() and goes_on and self._near.begins_one(match[0][0]):
                yield match.start(), match.end(), "near"

    def _words(self, text: str) -> Iterator[tuple[int, int, CandidateKind]]:
        """Words that may be names; neighbours of the same kind are one place."""
        run: tuple[int, int, CandidateKind] | None = None
        for match in _WORD.finditer(text):
            word = _ENDING.sub("", match[0])
            kind = self._kind(text, match.start(), word)
            if kind is None:
                continue
            start, end = match.start(), match.start() + len(word)
            if run is not None and text[run[1] : start] == " " and run[2] == kind:
                run = (run[0], end, kind)
                continue
            if run is not None:
                yield run
            run = (start, end, kind)
        if run is not None:
            yield run

    def _kind(self, text: str, at: int, word: str) -> CandidateKind | None:
        parts = [(match[0], match.start()) for match in _PARTS.finditer(word)]
        if any(self._near.near(part) for part, _ in parts):
            return "near"
        for part, start in parts:
            if not part[0].isupper():
                is_name = self._small.is_name(text, at + start, part)
            else:
                is_name = not self._plain.is_ordinary(self._written, text, at + start, part)
            if is_name:
                return "name"
        return None


def _without_names(written: RedactedText) -> str:
    """The text with every replacement blanked out, of the same length."""
    gone = ((hit.at, hit.at + len(hit.instead)) for hit in written.hits)
    return _without(written.text, gone)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = _NAME_GONE * (end - start)
    return "".join(letters)


def _excerpt(text: str, place: _Place) -> str:
    """The place with a few words before and after it, on one line."""
    start, end = max(0, place.start - _EXCERPT_MARGIN), min(len(text), place.end + _EXCERPT_MARGIN)
    before = text[start : place.start]
    after = text[place.end : end]
    before = f"…{before.partition(' ')[2]}" if start else before
    after = f"{after.rpartition(' ')[0]}…" if end < len(text) else after
    return " ".join(f"{before}{text[place.start : place.end]}{after}".split())
