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
from itertools import count, pairwise

from learnlead.coaching.vocabulary import FUNCTION_AND_ROLE_WORDS, NAMES_AND_WORDS
from learnlead.plaintext.phrase import Phrase, folded
from learnlead.rubric.model import Relationship

SOMEONE = "someone"
"""The role of whoever has none that is known."""

_SEVERAL = re.compile(r"\s*(?:[,;/&+|]|\b(?:and|und|or|oder)\b)\s*", re.IGNORECASE)
_SHORT = 3
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
    """A name that was found in a text, as it stood there, and what stands there now."""

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

    def out_of(self, text: str, instead: str | None = None) -> tuple[str, tuple[Hit, ...]]:
        """The text with a pseudonym for each name, and what was replaced, from left to right.

        Args:
            text: as it was written.
            instead: words for whatever name it is.
        """
        text = unicodedata.normalize("NFC", text)
        plain = folded(text)
        found = sorted(
            (
                (start, -end, alias.instead)
                for alias in self._aliases
                if alias.phrase.may_stand_in(plain)
                for start, end in alias.phrase.spans(text)
                if not alias.capitalised or _is_capital(text[start:end])
            )
        )
        parts: list[str] = []
        hits: list[Hit] = []
        at = 0
        for start, minus_end, pseudonym in found:
            if start < at:
                continue
            words = pseudonym if instead is None else instead
            between = text[at:start]
            if hits and hits[-1].instead == words and not between.strip(" \n-"):
                hits[-1] = Hit(f"{hits[-1].said}{between}{text[start:-minus_end]}", words)
            else:
                parts += [between, words]
                hits.append(Hit(text[start:-minus_end], words))
            at = -minus_end
        return "".join([*parts, text[at:]]), tuple(hits)

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
        key = self.key_of(words)
        if key not in self.called:
            taken = set(self.called.values())
            free = (f"{role} {number}" for number in count(1))
            self.called[key] = next(name for name in free if name not in taken)
        return self.called[key]

    def _aliases_of(self, whole: Mapping[str, tuple[str, str]]) -> Iterator[_Alias]:
        """Whole names; then their words, each for the one person who has it."""
        meant: dict[str, set[str]] = {}
        written: dict[str, str] = {}
        for words, pseudonym in whole.values():
            yield from _written(words, pseudonym)
            own = self._name_words(words)
            yield from _joined(own, pseudonym) if own else ()
            for word in own:
                meant.setdefault(_same(word), set()).add(pseudonym)
                written.setdefault(_same(word), word)
        for small, pseudonyms in meant.items():
            if small not in whole:
                yield from _written(written[small], _shared(pseudonyms))


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
        yield _Alias(Phrase(form), pseudonym, capitalised=False)


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
