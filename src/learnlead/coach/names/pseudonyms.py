"""Replaces names by pseudonyms, which tell a role and are the same in every bundle.

A name is what the leader wrote behind `With:` or hid by hand: the whole and each word of it, but no
label of a role, no word for a role or a function, and no single letter. Words of up to three
letters, and names that are ordinary words too, count only with a capital letter. A name's title and
initials, and the address, link or handle that contains it, are replaced with it. Other names in a
text are not known: `candidates` lists what may be one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count

from learnlead.coach.names.aliases import (
    Alias,
    Initials,
    aliases_of,
    common_pseudonym,
    is_capital,
    name_key,
    name_words,
    people_in,
)
from learnlead.coach.names.articles_and_titles import NameMatch, widen
from learnlead.coach.names.links import Link, is_date_number_or_link, links_in
from learnlead.coach.names.roles import REDACTED, SOMEONE, in_language
from learnlead.text.phrase import Phrase, folded, without_umlauts

_APART_BY = re.compile(r"[\s\-‐‑–_]*")
_SENTENCE_BEGINS = re.compile(
    r"(?:\A|\n[^\S\n]*\n|(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bfr)(?<!\bhr)(?<!\bmrs)(?<!\bprof)"
    r"[.!?…][\"'”’»)*_]*\s+)[\s\"'“”„‚‘«»(*_#>-]*\Z",
    re.IGNORECASE,
)
_IN_LINK = 4
"""Letters of a name that are enough to know it inside a longer word of a link or an address."""
_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as the leader named them, and the role for the pseudonym.

    `by_hand` is whether the leader asked for just these words to be hidden, whatever they are.
    """

    words: str
    role: str = SOMEONE
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """The original words of a name in a text, and the words that replace them.

    `at` is the position of the replacement in the new text.
    """

    original: str
    instead: str
    at: int = field(default=0, compare=False)


class Names:
    """The pseudonyms of all people for one recipient.

    Args:
        mentions: all people that the journal names, by date; those hidden by hand last.
        labels: labels of roles from the settings; they are no names.
        known: pseudonyms of earlier exports, by `key_of`.
        salt: of the hash in the keys, so that names cannot be guessed from them.
        one_person: groups of words to hide that mean the same person.

    Attributes:
        called: all pseudonyms by key, those of earlier exports included.
        words: every word of a name, as `folded` has it.
        initials: of people with at least two known names.
    """

    def __init__(
        self,
        mentions: Iterable[Mention],
        *,
        labels: Iterable[str] = (),
        known: Mapping[str, str] | None = None,
        salt: str = "",
        one_person: Iterable[Sequence[str]] = (),
    ) -> None:
        self.called: dict[str, str] = dict(known or {})
        self._salt = salt
        self._labels = frozenset(name_key(label) for label in labels)
        self._whole: dict[str, tuple[str, str]] = {}
        self._redacted: dict[str, str] = {}
        self._asked: set[str] = set()
        self._in_any_case: set[str] = set()
        groups: list[Sequence[str]] = []
        for mention in mentions:
            if mention.by_hand:
                groups.append((mention.words,))
                continue
            for words in people_in(mention.words, self._labels):
                if name_key(words) not in self._whole and name_words(words, self._labels):
                    self._whole[name_key(words)] = (words, self._pseudonym([words], mention.role))
        self._hide([*groups, *one_person])
        self.initials = Initials(self._whole, self._labels)
        self._aliases = [
            *(Alias(Phrase(words), REDACTED) for words in self._redacted.values()),
            *aliases_of(self._whole, self._labels, self._asked, self._in_any_case),
        ]
        self.words = frozenset(
            run
            for alias in self._aliases
            if alias.pseudonym != REDACTED
            for run in alias.phrase.runs
        )

    def key_of(self, words: str) -> str:
        """The key of a name: a salted hash, from which the name cannot be read."""
        return hashlib.sha256(f"{self._salt}\n{name_key(words)}".encode()).hexdigest()[:24]

    def out_of(
        self, text: str, instead: str | None = None, *, inside: bool = False, language: str = "en"
    ) -> tuple[str, tuple[Replacement, ...]]:
        """The text with a pseudonym for each name, and the replacements from left to right.

        Args:
            text: as it was written.
            instead: a replacement for every name, in place of the pseudonyms.
            inside: whether the text continues a sentence.
            language: of the text.
        """
        text = unicodedata.normalize("NFC", text)
        parts: list[str] = []
        hits: list[Replacement] = []
        at = length = 0
        for name in self._in_order(text, language):
            if name.start < at:
                continue
            words = in_language(name.pseudonym, language, whose=name.whose)
            words = words if instead is None else instead
            between = text[at : name.start]
            alone = in_language(name.pseudonym, language) if instead is None else instead
            if hits and hits[-1].instead == alone and _APART_BY.fullmatch(between):
                original = f"{hits[-1].original}{between}{text[name.start : name.end]}"
                hits[-1] = replace(hits[-1], original=original, instead=words)
                new = [words.removeprefix(alone)]
            else:
                begins = _SENTENCE_BEGINS.search(text, max(0, name.start - 40), name.start)
                capital = begins and not (inside and not text[: name.start].strip())
                words_here = f"{name.before}{words}"
                if capital:
                    words_here = words_here[0].upper() + words_here[1:]
                place = length + len(between) + len(words_here) - len(words)
                hits.append(Replacement(text[name.start : name.end], words, place))
                new = [between, words_here]
            parts += new
            length += sum(map(len, new))
            at = name.end
        return "".join([*parts, text[at:]]), tuple(hits)

    def _in_order(self, text: str, language: str) -> list[NameMatch]:
        """Every match of a name, extended, the first and longest first."""
        plain = folded(text)
        names = [
            NameMatch(start, end, alias.pseudonym, alias.whose, alias.surname, alias.initial)
            for alias in self._aliases
            if alias.phrase.may_stand_in(plain)
            for start, end in alias.phrase.spans(text)
            if not alias.capitalised or is_capital(text[start:end])
        ]
        names += [
            NameMatch(start, end, pseudonym, whose)
            for start, end, pseudonym, whose in self.initials.found_in(text)
        ]
        names = self._with_links(text, names)
        wide = [name if _is_redacted(name) else widen(text, name, language) for name in names]
        return sorted(wide, key=lambda name: (name.start, -name.end, name.pseudonym))

    def _with_links(self, text: str, names: list[NameMatch]) -> list[NameMatch]:
        """The matches, with whole links and addresses in place of names inside them."""
        for link in links_in(text):
            touching = [name for name in names if name.start < link.end and link.start < name.end]
            if touching:
                whole = NameMatch(
                    min(link.start, *(name.start for name in touching)),
                    max(link.end, *(name.end for name in touching)),
                    touching[0].pseudonym,
                )
                names = [name for name in names if name not in touching]
                names.append(whole)
            elif pseudonym := self._inside(text, link):
                names.append(NameMatch(link.start, link.end, pseudonym))
        return names

    def _inside(self, text: str, link: Link) -> str | None:
        """The pseudonym of a name or initials in a link, as a word or inside one; None if none."""
        words = text[link.start : link.end]
        runs = [folded(run) for run in _RUN.findall(words)]
        for run in runs:
            if run in self._by_letters:
                return self._by_letters[run]
        letters = "".join(c for c in folded(words) if c.isalnum())
        for letters_of_name, pseudonym in self._by_letters.items():
            if len(letters_of_name) >= _IN_LINK and letters_of_name in letters:
                return pseudonym
        known = [self.initials.of[run] for run in runs if run in self.initials.of]
        alone = link.kind == "address" or words.startswith("@")
        return common_pseudonym(known[0]) if known and alone else None

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for alias in self._aliases:
            if alias.pseudonym != REDACTED and not alias.whose:
                names.setdefault("".join(alias.phrase.runs), alias.pseudonym)
        return names

    def _pseudonym(self, spellings: Sequence[str], role: str = SOMEONE) -> str:
        """The known or a new pseudonym of the person with these spellings."""
        keys = list(self._keys(spellings))
        known = next((self.called[key] for key in keys if key in self.called), None)
        if known is None:
            taken = set(self.called.values())
            free = (f"{role} {number}" for number in count(1))
            known = next(name for name in free if name not in taken)
        for key in keys:
            self.called.setdefault(key, known)
        return known

    def _keys(self, spellings: Sequence[str]) -> Iterator[str]:
        for words in spellings:
            for form in dict.fromkeys((words, without_umlauts(words))):
                yield self.key_of(form)

    def _hide(self, groups: Sequence[Sequence[str]]) -> None:
        """Adds names to hide: another spelling of a known person, or a new person."""
        if not groups:
            return
        having: dict[str, set[str]] = {}
        for words, pseudonym in self._whole.values():
            for word in name_words(words, self._labels):
                having.setdefault(name_key(word), set()).add(pseudonym)
        for group in groups:
            people = [words for words in group if not is_date_number_or_link(words)]
            self._redacted |= {
                name_key(words): words for words in group if is_date_number_or_link(words)
            }
            if people:
                self._as_one(people, having)

    def _as_one(self, spellings: Sequence[str], having: dict[str, set[str]]) -> None:
        pseudonyms: list[str] = []
        several: set[str] = set()
        for words in spellings:
            if name_key(words) in self._whole:
                pseudonyms.append(self._whole[name_key(words)][1])
            elif len(who := having.get(name_key(words), set())) == 1:
                pseudonyms += who
            else:
                several |= who
        if several and not pseudonyms:
            pseudonym = common_pseudonym(several)
        else:
            pseudonym = pseudonyms[0] if pseudonyms else self._pseudonym(spellings)
            self.called.update(dict.fromkeys(self._keys(spellings), pseudonym))
        for other in set(pseudonyms) - {pseudonym}:
            self._rename(other, pseudonym, having)
        for words in spellings:
            self._asked |= set() if name_key(words) in self._whole else {name_key(words)}
            self._in_any_case |= set() if is_capital(words) else {name_key(words)}
            self._whole[name_key(words)] = (words, pseudonym)
            for word in name_words(words, self._labels) if not several else ():
                having.setdefault(name_key(word), set()).add(pseudonym)

    def _rename(self, other: str, pseudonym: str, having: dict[str, set[str]]) -> None:
        """Merges two people: the other's names get this pseudonym."""
        for key, (words, current) in self._whole.items():
            if current == other:
                self._whole[key] = (words, pseudonym)
                self.called.update(dict.fromkeys(self._keys([words]), pseudonym))
        for who in having.values():
            if other in who:
                who -= {other}
                who |= {pseudonym}


def _is_redacted(name: NameMatch) -> bool:
    return name.pseudonym == REDACTED
