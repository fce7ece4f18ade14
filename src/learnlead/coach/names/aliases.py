"""Aliases: the ways to write a person's name, and initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnlead.coach.names.roles import SOMEONE
from learnlead.coach.names.vocabulary import vocabulary
from learnlead.text.phrase import Phrase, folded, spelt_otherwise

_SHORT = 3
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ſΑ-ΩА-Я]"
_INITIALS = re.compile(
    rf"(?<![\w.]){_CAPITAL}(?:(?:\.[-\s]?|[- ])?{_CAPITAL}){{1,3}}"
    r"(?:(?P<dot>\.)|(?P<s>['’]?s))?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write a name.

    Attributes:
        pseudonym: of the person.
        whose: whether it is a possessive form.
        capitalised: whether it is a name only with a capital letter.
        surname: whether initials may stand before it.
        initial: of the surname that may follow; empty if unknown.
    """

    phrase: Phrase
    pseudonym: str
    whose: bool = False
    capitalised: bool = False
    surname: bool = False
    initial: str = ""


def name_key(words: str) -> str:
    """A key that is equal for all spellings of the words: case, hyphens and dots are ignored."""
    return " ".join(folded("".join(" " if c in "-‐‑–_." else c for c in words)).split())


def words_in(text: str) -> list[str]:
    """Runs of letters, digits and combining marks."""
    text = unicodedata.normalize("NFC", text)
    apart = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text)
    return apart.split()


def is_capital(text: str) -> bool:
    """Whether the first letter is no small letter; true for scripts without case."""
    first = next((c for c in text if c.isalpha()), "")
    return not first.islower()


def people_in(words: str, labels: frozenset[str]) -> Iterator[str]:
    """Each person named in a list of names; nobody if the whole is a role's label."""
    if name_key(words) not in labels:
        for part in vocabulary().between_people.split(words):
            if words_in(part) and name_key(part) not in labels:
                yield part.strip()


def name_words(words: str, labels: frozenset[str]) -> list[str]:
    """The words that may be a name by themselves."""
    return [word for word in words_in(words) if _may_name(word, labels)]


def common_pseudonym(pseudonyms: set[str]) -> str:
    """The pseudonym for a name of several people: their common role, or someone."""
    if len(pseudonyms) == 1:
        return min(pseudonyms)
    roles = {name.rpartition(" ")[0] for name in pseudonyms}
    return min(roles) if len(roles) == 1 else SOMEONE


def aliases_of(
    whole: Mapping[str, tuple[str, str]],
    labels: frozenset[str],
    by_hand: Collection[str] = (),
    in_any_case: Collection[str] = (),
) -> Iterator[Alias]:
    """Whole names; then their words and double names; then other spellings of these.

    Another spelling is left out if it is somebody else's name.

    Args:
        whole: by `name_key`, each whole name as it was written, and the person's pseudonym.
        labels: words that are no names, by `name_key`.
        by_hand: which of the whole names were hidden by hand: of `Acme Water`, water is no name.
        in_any_case: those hidden by hand in small letters: `mark` means just that.
    """
    known: set[str] = set()
    pseudonyms_of: dict[str, set[str]] = {}
    spelling_of: dict[str, str] = {}
    initial = _initials_of_surnames(whole, labels)
    for words, pseudonym in whole.values():
        own = name_words(words, labels)
        first = initial.get(name_key(words), "")
        surname = not first and _is_surname(own)
        any_case = name_key(words) in in_any_case
        yield from _written(words, pseudonym, surname=surname, initial=first, any_case=any_case)
        yield from _joined(own, pseudonym) if own else ()
        for word in (*own, *(f"{first}-{second}" for first, second in pairwise(own))):
            pseudonyms_of.setdefault(name_key(word), set()).add(pseudonym)
            spelling_of.setdefault(name_key(word), word)
            known |= set() if name_key(words) in by_hand else {name_key(word)}
    pseudonym_of = {key: pseudonym for key, (_, pseudonym) in whole.items()}
    for small, pseudonyms in pseudonyms_of.items():
        if small not in whole:
            pseudonym_of[small] = common_pseudonym(pseudonyms)
            first = initial.get(small, "")
            capital = small not in known and is_capital(spelling_of[small])
            yield from _written(
                spelling_of[small],
                pseudonym_of[small],
                surname=not first,
                initial=first,
                capital=capital,
            )
    for small, pseudonym in pseudonym_of.items():
        words = whole[small][0] if small in whole else spelling_of[small]
        for other in spelt_otherwise(words):
            if name_key(other) not in pseudonym_of and (
                " " in name_key(other) or _may_name(other, labels)
            ):
                surname = not initial.get(small) and _is_surname([other])
                yield from _written(other, pseudonym, surname=surname)


def _initials_of_surnames(
    whole: Mapping[str, tuple[str, str]], labels: frozenset[str]
) -> dict[str, str]:
    """The first letter of the surname, by the key of the first name."""
    named = (name_words(words, labels) for words, _ in whole.values())
    return {name_key(own[0]): own[-1][0].upper() for own in named if len(own) > 1}


class Initials:
    """The initials of people whose first name and surname are known.

    Args:
        whole: as of `aliases_of`.
        labels: words that are no names.
    """

    def __init__(self, whole: Mapping[str, tuple[str, str]], labels: frozenset[str]) -> None:
        self.of: dict[str, set[str]] = {}
        """The pseudonyms of all people with these initials, by small letters."""
        for words, pseudonym in whole.values():
            own = [word for word in name_words(words, labels) if word[0].isalpha()]
            if len(own) > 1:
                every = "".join(folded(word)[:1] for word in own)
                for letters in {every[:4], every[0] + every[-1]}:
                    self.of.setdefault(letters, set()).add(pseudonym)
            single = words_in(words)
            if 1 < len(single) <= 4 and all(len(c) == 1 and c.isalpha() for c in single):
                self.of.setdefault(folded("".join(single)), set()).add(pseudonym)

    def found_in(self, text: str) -> Iterator[tuple[int, int, str, bool]]:
        """Start, end, pseudonym and possessive of each known initials, in capitals, in the text."""
        if not self.of:
            return
        for match in _INITIALS.finditer(text):
            letters = match[0].removesuffix(match["s"] or "")
            signs = [c for c in letters if c.isalpha()]
            small = folded("".join(signs))
            apart = len(letters) > len(signs)
            known = small in self.of and (apart or small not in vocabulary().abbreviations)
            if known and all(c.isupper() for c in signs):
                end = match.end() - (1 if match["dot"] and _ends_a_sentence(text, match) else 0)
                yield match.start(), end, common_pseudonym(self.of[small]), bool(match["s"])


def _ends_a_sentence(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() : match.end() + 2].strip()
    return "." not in match[0][:-1] or not rest or rest[0].isupper()


def _may_name(word: str, labels: frozenset[str]) -> bool:
    small = name_key(word)
    return (
        len([c for c in word if c.isalnum()]) > 1
        and small not in vocabulary().function_and_role_words
        and small not in vocabulary().titles
        and small not in labels
    )


def _is_surname(words: Sequence[str]) -> bool:
    """Whether a name of one word may be a surname: any but common first names."""
    return len(words) == 1 and folded(words[0]) not in vocabulary().given_names


def _written(
    words: str,
    pseudonym: str,
    *,
    surname: bool = False,
    initial: str = "",
    capital: bool = False,
    any_case: bool = False,
) -> Iterator[Alias]:
    """The name itself and its possessive with an s."""
    small = not any_case and (capital or only_capitalised(words))
    yield Alias(Phrase(words), pseudonym, capitalised=small, surname=surname, initial=initial)
    yield Alias(Phrase(f"{words}s"), pseudonym, whose=True, capitalised=small, surname=surname)


def _joined(words: Sequence[str], pseudonym: str) -> Iterator[Alias]:
    """Two neighbouring words of a name, or all, joined without blanks, as in an address."""
    pairs = {first + second for first, second in pairwise(words)}
    for form in sorted({*pairs, "".join(words)} - set(words)):
        for spelt in (form, *spelt_otherwise(form)):
            yield Alias(Phrase(spelt), pseudonym)


def only_capitalised(words: str) -> bool:
    """Whether the words are a name only with a capital letter."""
    small = name_key(words)
    if len(words_in(words)) > 1:
        return False
    if small in vocabulary().names_and_words or small in vocabulary().function_and_role_words:
        return True
    return len(small) <= _SHORT and is_capital(words)  # who writes `jo` means `jo`
