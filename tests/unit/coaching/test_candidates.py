"""What is told as a candidate before anything leaves, and what is not."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.coaching.candidates import Candidate, candidates_in
from learnlead.coaching.names_file import Decided, new_lines, read_names
from learnlead.coaching.pseudonyms import Mention, Names
from learnlead.coaching.written import Written
from learnlead.plaintext.clean import clean_text, refused_character
from learnlead.plaintext.phrase import folded

KNOWN = (Mention("Katrin Bauer", "a peer"), Mention("Jo Öztürk"))


def candidates(text: str, language: str = "en", *known: Mention) -> list[Candidate]:
    names = Names(known or KNOWN)
    clean, hits = names.out_of(text, language=language)
    written = Written(clean, hits, language)
    return candidates_in([written], [written], names)


def words(text: str, language: str = "en") -> list[str]:
    return [one.words for one in candidates(text, language)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I met Krause at noon.", ["Krause"]),
        ("Krause rang. I listened.", ["Krause"]),
        ("Then Sarah laughed.", ["Sarah"]),
        ("We spoke of Acme Water and of Acme.", ["Acme Water", "Acme"]),
        ("I asked Will whether he will.", ["Will"]),
        ("On Tuesday in March I said: Let us wait. Explained it. “Why?”", []),
        ("A and B disagreed. It was A. She laughed, and B. It was fun.", []),
        ("Mr. Tuesday said so", ["Tuesday"]),
        ("on 3 March 2026 and the 24th", ["3 March 2026", "24th"]),
        ("at 14:30, 640 of them, 7 of us, Q3", ["14:30", "640", "Q3"]),
        (
            "see http://a.example/b, x@y.example, @otto",
            ["http://a.example/b", "@otto", "x@y.example"],
        ),
        ("year:2014, katrin2 and 7Krause", ["2014", "katrin2", "7Krause"]),
        ("e.g. here, and/or there, at 8 a.m., i.e. early", []),
        ("J.K. was there, m.k. too", ["J.K.", "m.k."]),
        ("then sarah laughed, and herr krause, in rose", ["sarah", "krause"]),
        ("昨天我们谈了很久, قال محمد", []),
    ],
)
def test_english(text: str, told: list[str]) -> None:
    assert words(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Sitzung war lang, und der Bericht über die Pumpe kam.", []),
        ("Gestern kam Herr Krause mit Frau Petersen.", ["Krause", "Petersen"]),
        ("Ich fragte Sabine nach dem Termin in Hamburg.", ["Sabine", "Hamburg"]),
        ("Schröder lachte, und das war gut.", ["Schröder"]),
        ("Am 3. März 2026 um 14:30 Uhr haben wir gesprochen.", ["3. März 2026", "14:30"]),
        ("Ich war bei Siemens Energy.", ["Siemens Energy"]),
    ],
)
def test_german(text: str, told: list[str]) -> None:
    assert words(text, "de") == told


def test_the_most_frequent_is_first_with_its_places() -> None:
    first = candidates("At Acme, with Krause. I asked Krause; then Krause asked Krause.")[0]
    assert (first.words, first.count, len(first.places)) == ("Krause", 4, 3)
    assert first.places[0].startswith("At Acme, with Krause.")


def test_what_is_decided_and_what_reads_as_a_role_is_not_told() -> None:
    names = Names(KNOWN)
    clean, hits = names.out_of("Katrin met Krause in 2014")
    written = Written(clean, hits)
    assert candidates_in([written], [written], names, {"krause", "2014"}) == []


def test_a_word_that_stands_small_elsewhere_only_begins_a_sentence() -> None:
    here, there = Written("Gauges froze."), Written("the gauges froze")
    names = Names(())
    assert [one.words for one in candidates_in([here], [here], names)] == ["Gauges"]
    assert candidates_in([here], [here, there], names) == []


SYLLABLES = ("qua", "zor", "vé", "xim", "wöl", "pjo", "ñad", "tlü", "fjå", "mek")
NAME = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map(
    lambda parts: "".join(parts).capitalize()
)

FORMS: tuple[Callable[[str, str], str], ...] = (
    *(lambda first, _, ending=ending: first + ending for ending in ("s", "'s", "’s", "n", "ens")),
    *(lambda first, _, ending=ending: first + ending for ending in ("chen", "lein", "i", "y")),
    lambda first, _: f"{first[:3]}i",
    lambda first, _: f"{first[:4]}chen",
    lambda first, last: f"{first}-{last}",
    lambda first, _: f"{first}-Termin",
    lambda _, last: f"Alt-{last}",
    lambda first, last: f"{first}.{last}@example.org",
    lambda first, last: f"{first[0]}{last}@example.org",
    lambda first, last: f"{first[0]}{last[0]}@example.org",
    lambda first, last: f"https://x.example/people/{first}.{last}",
    lambda first, _: f"…/team/{first}",
    lambda first, _: f"@{first}",
    lambda first, last: f"{first}_{last}",
    lambda _, last: f"2026_{last}.pdf",
    lambda first, last: f"{first[0]}. {last}",
    lambda first, last: f"{first} {last[0]}.",
    lambda first, last: f"{first[0]}{last[0]}",
    lambda first, last: f"{first[0]}.{last[0]}.",
    lambda first, last: f"{first[0]}{last}",
    lambda _, last: f"Herrn {last}",
    lambda first, _: first + first[-1],
)
CASES: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    lambda form: unicodedata.normalize("NFD", form),
)


@settings(max_examples=500)
@given(
    st.tuples(NAME, NAME),
    st.sampled_from(FORMS),
    st.sampled_from(CASES),
    st.sampled_from(["I told {} about it.", "{} said so.", "Gestern war {} bei mir und uns."]),
)
def test_a_known_name_in_any_form_is_replaced_or_told(
    name: tuple[str, str],
    form: Callable[[str, str], str],
    case: Callable[[str], str],
    sentence: str,
) -> None:
    first, last = name
    written = case(form(first, last))
    language = "de" if sentence.startswith("Gestern") else "en"
    names = Names([Mention(f"{first} {last}")])
    clean, hits = names.out_of(sentence.format(written), language=language)
    text = Written(clean, hits, language)
    told = " ".join(one.words for one in candidates_in([text], [text], names))
    for hit in hits:
        clean = clean.replace(hit.instead, "", 1)
    left = folded(unicodedata.normalize("NFC", clean))
    for part in folded(unicodedata.normalize("NFC", written)).replace("-", " ").split():
        assert part.strip(".") not in left.split() or part in folded(told), (clean, told)


PIECES = st.sampled_from(
    [
        *("Krause", "Herr", "katrin", "Acme Water", "JM", "K.", "Jo", "jo", "O'Neill", "Anna-Lena"),
        *("18 November", "3.\n3.", "14:30", "1,200 €", "2014", "Q3", "x@y.example", "@otto"),
        *("http://a.example/?q=1&r=2", "a_b", "…/x/y", "said", "der", "und", ".", "“", "(", "-"),
    ]
)


@settings(max_examples=300)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=12),
    st.sampled_from(["en", "de"]),
    st.booleans(),
)
def test_what_is_decided_is_not_asked_again(pieces: list[str], language: str, hide: bool) -> None:
    text = clean_text(" ".join(pieces).replace("\x00", "")) if printable(pieces) else "Krause"
    found = told(text or "", language)
    words = [one.words for one in found]
    lines = new_lines([(one,) for one in words] if hide else [], [] if hide else words)
    decided, problems = read_names(lines, "names.md")
    assert problems == []
    again = {one.words for one in told(text or "", language, decided)}
    assert not again & set(words), "either is done at once"


def printable(pieces: list[str]) -> bool:
    return not any(refused_character(piece) for piece in pieces)


def told(text: str, language: str, decided: Decided = Decided()) -> list[Candidate]:  # noqa: B008
    names = Names(KNOWN, one_person=decided.hidden)
    clean, hits = names.out_of(text, language=language)
    written = Written(clean, hits, language)
    return candidates_in([written], [written], names, decided.keys)
