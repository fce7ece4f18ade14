"""Pseudonyms: words that say somebody's role stand where a name stood, the same in every bundle.

What counts as a name is what somebody wrote behind `With:`, or named with `--hide`: the whole of it
and each word, but no label of a role, no word of a role or a function, and no single letter. Words
of up to three letters, and words that are no names as often as they are, count only where they are
written with a capital letter. Nobody can know the other names in a text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice, pairwise

from learnlead.coaching.vocabulary import FUNCTION_AND_ROLE_WORDS, NAMES_AND_WORDS
from learnlead.plaintext.phrase import Phrase, folded
from learnlead.plaintext.spelling import spelt_otherwise, without_umlauts
from learnlead.rubric.model import Relationship

SOMEONE = "someone"
"""The role of whoever has none that is known."""

_SEVERAL = re.compile(r"\s*(?:[,;/&+|]|\b(?:and|und|or|oder)\b)\s*", re.IGNORECASE)
_SHORT = 3
_APART_BY = re.compile(r"[\s\-‐‑–]*")
_SENTENCE_BEGINS = re.compile(
    r"(?:\A|\n[^\S\n]*\n|(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bfr)(?<!\bhr)(?<!\bmrs)(?<!\bprof)"
    r"[.!?…][\"'”’»)*_]*\s+)[\s\"'“”„‚‘«»(*_#>-]*\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:@]{1,64}@[\w-]+(?:\.[\w-]+)+")
_IN_ADDRESS = 4
"""Letters of a name that are enough to know it inside a longer word of an address."""
_ROLES = (("report", "a report"), ("peer", "a peer"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody as the leader wrote of them: the words, and the role they are told by.

    `asked` is whether the leader asked for just these words to be hidden, whatever they are.
    """

    words: str
    role: str = SOMEONE
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was found in a text, as it stood there, and what is said instead."""

    said: str
    instead: str


@dataclass(frozen=True, slots=True)
class _Alias:
    phrase: Phrase
    instead: str
    capitalised: bool


def role_in(relationship: Relationship | None) -> str:
    """What somebody is called of whom only the relationship is known: `a report`, `a peer`."""
    if relationship is None:
        return SOMEONE
    words = f"{relationship.id} {relationship.sentence}".casefold()
    return next((role for word, role in _ROLES if word in words), SOMEONE)


class Names:
    """Who is called what for one recipient.

    Args:
        mentions: everybody the journal names, in the order of dates; who is to be hidden, last.
        labels: labels of roles from the settings; they are no names.
        known: what people were called before, by their `key_of`.
        salt: keeps the keys from being guessed by who has only them.

    Attributes:
        called: by key, what everybody is called, those who were known before among them.
    """

    def __init__(
        self,
        mentions: Iterable[Mention],
        *,
        labels: Iterable[str] = (),
        known: Mapping[str, str] | None = None,
        salt: str = "",
    ) -> None:
        self.called: dict[str, str] = dict(known or {})
        self._salt = salt
        self._labels = frozenset(_same(label) for label in labels)
        whole: dict[str, tuple[str, str]] = {}
        for mention in mentions:
            for words in _people(mention, self._labels):
                if _same(words) not in whole and (mention.asked or self._name_words(words)):
                    whole[_same(words)] = (words, self._pseudonym(words, mention.role))
        self._aliases = list(self._aliases_of(whole))

    def key_of(self, words: str) -> str:
        """Under which somebody is known: it does not tell the name."""
        return hashlib.sha256(f"{self._salt}\n{_same(words)}".encode()).hexdigest()[:24]

    def out_of(
        self, text: str, instead: str | None = None, *, inside: bool = False
    ) -> tuple[str, tuple[Hit, ...]]:
        """The text with a pseudonym for each name, and what was replaced, from left to right.

        Args:
            text: as it was written.
            instead: words for whatever name it is.
            inside: whether the text goes on with a sentence that has begun before it.
        """
        text = unicodedata.normalize("NFC", text)
        plain = folded(text)
        found = [
            (start, end, alias.instead)
            for alias in self._aliases
            if alias.phrase.may_stand_in(plain)
            for start, end in alias.phrase.spans(text)
            if not alias.capitalised or _is_capital(text[start:end])
        ]
        found = self._with_addresses(text, found) if "@" in text else found
        parts: list[str] = []
        hits: list[Hit] = []
        at = 0
        for start, end, pseudonym in sorted(found, key=lambda one: (one[0], -one[1], one[2])):
            if start < at:
                continue
            words = pseudonym if instead is None else instead
            between = text[at:start]
            one_more = hits and hits[-1].instead == words.removesuffix("'s")
            if one_more and _APART_BY.fullmatch(between):
                hits[-1] = Hit(f"{hits[-1].said}{between}{text[start:end]}", words)
                parts[-1] += words.removeprefix(hits[-1].instead.removesuffix("'s"))
            else:
                begins = _SENTENCE_BEGINS.search(text, max(0, start - 40), start)
                capital = begins and not (inside and not text[:start].strip())
                parts += [between, words[0].upper() + words[1:] if capital else words]
                hits.append(Hit(text[start:end], words))
            at = end
        return "".join([*parts, text[at:]]), tuple(hits)

    def _with_addresses(
        self, text: str, found: list[tuple[int, int, str]]
    ) -> list[tuple[int, int, str]]:
        """Addresses that hold a name are found whole, those that hold it inside a word as well."""
        found = list(found)
        for match in _ADDRESS.finditer(text):
            start, end = match.span()
            letters = _letters(match[0])
            held = False
            for place, (first, last, words) in enumerate(found):
                if first < end and start < last:
                    alone = words.removesuffix("'s")
                    found[place] = (min(first, start), max(last, end), alone)
                    held = True
            inside = (
                alias.instead.removesuffix("'s")
                for alias in self._aliases
                if len(name := "".join(alias.phrase.runs)) >= _IN_ADDRESS and name in letters
            )
            if not held:
                found += [(start, end, words) for words in islice(inside, 1)]
        return found

    def _name_words(self, words: str) -> list[str]:
        return [word for word in _words(words) if self._may_name(word)]

    def _may_name(self, word: str) -> bool:
        small = _same(word)
        return (
            len([c for c in word if c.isalnum()]) > 1
            and small not in FUNCTION_AND_ROLE_WORDS
            and small not in self._labels
        )

    def _pseudonym(self, words: str, role: str) -> str:
        keys = [self.key_of(form) for form in dict.fromkeys((words, without_umlauts(words)))]
        known = next((self.called[key] for key in keys if key in self.called), None)
        if known is None:
            taken = set(self.called.values())
            free = (f"{role} {number}" for number in count(1))
            known = next(name for name in free if name not in taken)
        for key in keys:
            self.called.setdefault(key, known)
        return known

    def _aliases_of(self, whole: Mapping[str, tuple[str, str]]) -> Iterator[_Alias]:
        """Whole names; then their words and double names, each for the one person who has it.

        Last come those that are spelt otherwise, unless that is the name of somebody else.
        """
        meant: dict[str, set[str]] = {}
        written: dict[str, str] = {}
        for words, pseudonym in whole.values():
            yield from _written(words, pseudonym)
            own = self._name_words(words)
            yield from _joined(own, pseudonym) if own else ()
            for word in (*own, *(f"{first}-{second}" for first, second in pairwise(own))):
                meant.setdefault(_same(word), set()).add(pseudonym)
                written.setdefault(_same(word), word)
        called = {same: pseudonym for same, (_, pseudonym) in whole.items()}
        for small, pseudonyms in meant.items():
            if small not in whole:
                called[small] = _shared(pseudonyms)
                yield from _written(written[small], called[small])
        for small, pseudonym in called.items():
            words = whole[small][0] if small in whole else written[small]
            for other in spelt_otherwise(words):
                if _same(other) not in called and (" " in _same(other) or self._may_name(other)):
                    yield from _written(other, pseudonym)


def _shared(pseudonyms: set[str]) -> str:
    """Several people have the word: only what they have in common may be said."""
    if len(pseudonyms) == 1:
        return min(pseudonyms)
    roles = {name.rpartition(" ")[0] for name in pseudonyms}
    return min(roles) if len(roles) == 1 else SOMEONE


def _written(words: str, pseudonym: str) -> Iterator[_Alias]:
    """The ways in which a name is written: alone, with an s for whose it is, as one word."""
    capitalised = _only_capitalised(words)
    yield _Alias(Phrase(words), pseudonym, capitalised)
    yield _Alias(Phrase(f"{words}s"), f"{pseudonym}'s", capitalised)


def _joined(words: Sequence[str], pseudonym: str) -> Iterator[_Alias]:
    """Words of a name without a blank between them, as in an address: two, or all."""
    pairs = {first + second for first, second in pairwise(words)}
    for form in sorted({*pairs, "".join(words)} - set(words)):
        for spelt in (form, *spelt_otherwise(form)):
            yield _Alias(Phrase(spelt), pseudonym, capitalised=False)


def _letters(text: str) -> str:
    """Nothing but letters and figures, in small letters without accents."""
    return "".join(c for c in folded(text) if c.isalnum())


def _only_capitalised(words: str) -> bool:
    """Whether the words are a name only with a capital letter."""
    small = _same(words)
    if len(_words(words)) > 1:
        return False
    if small in NAMES_AND_WORDS or small in FUNCTION_AND_ROLE_WORDS:
        return True
    return len(small) <= _SHORT and _is_capital(words)  # who writes `jo` means `jo`


def _is_capital(text: str) -> bool:
    """Whether it begins with a capital letter; scripts without any have nothing else."""
    first = next((c for c in text if c.isalpha()), "")
    return not first.islower()


def _people(mention: Mention, labels: frozenset[str]) -> Iterator[str]:
    """Each of the people who are named together; nobody where the whole is a role's label."""
    if mention.asked:
        yield mention.words
    elif _same(mention.words) not in labels:
        for part in _SEVERAL.split(mention.words):
            if _words(part) and _same(part) not in labels:
                yield part.strip()


def _words(text: str) -> list[str]:
    """Runs of letters and figures, marks above and below them included."""
    text = unicodedata.normalize("NFC", text)
    apart = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text)
    return apart.split()


def _same(words: str) -> str:
    """The same for all ways to write the words."""
    return " ".join(folded("".join(" " if c in "-‐‑–_." else c for c in words)).split())
