"""What is told as a candidate before anything leaves, and what is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.coach.names.candidates import Candidate, candidates_in
from learnlead.coach.names.names_file import NameDecisions, new_lines, read_names
from learnlead.coach.names.pseudonyms import Mention, Names
from learnlead.coach.names.texts import RedactedText
from learnlead.coach.names.vocabulary import vocabulary
from learnlead.text.clean import clean_text, refused_character
from learnlead.text.phrase import folded
from sizes import examples

KNOWN = (Mention("Katrin Bauer", "a peer"), Mention("Jo Öztürk"))


def candidates(text: str, language: str = "en", *known: Mention) -> list[Candidate]:
    names = Names(known or KNOWN)
    clean, hits = names.out_of(text, language=language)
    written = RedactedText(clean, hits, language)
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
        ("i met mark, told rose, and went with tim", ["mark", "rose", "tim"]),
        ("mark my words: we met with grace and hope, to mark it, and prices rose", []),
        ("I saw Krause. then krause's team, krauses and the team", ["Krause", "krauses"]),
        ("I saw Bill pay. I paid a bill, the bills and bill paid", ["Bill"]),
        ("On the Board sat Acme. the board, boards, acme", ["Acme"]),
        ("talked to frau klein and prof meyer; meine frau was there", ["klein", "meyer"]),
        ("colleague nguyen asked, a colleague asked, my boss thinks", ["nguyen"]),
        ("tobi & steffi on pros & cons", ["tobi", "steffi"]),
        ("i talked to grace, to young people, and rose said no", ["grace", "rose"]),
        (
            "of Max.Muster, dana@ it, eva (at) a.example",
            ["Max.Muster", "dana@", "eva (at) a.example"],
        ),
        ("annas idea, sarahs, and the idea of katrinchen", ["annas", "sarahs", "katrinchen"]),
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


@pytest.mark.parametrize("known", ["Mark", "mark", "Mark Krause"])
def test_a_known_name_that_is_a_word_is_told_in_small_letters(known: str) -> None:
    told = [one.words for one in candidates("then mark came", "en", Mention(known))]
    assert told == ["mark"]
    will = Mention("Will")
    assert [c.words for c in candidates("I will wait; I asked will.", "en", will)] == ["will"]
    assert candidates("I will wait. He will, too.", "en", will) == []


@pytest.mark.parametrize("first", ["mark", "Mark"])
def test_hidden_in_small_letters_is_hidden_in_small_letters(first: str) -> None:
    """A decision is done at once, also that on a name which is a word as well."""
    text = "We saw Mark. I met mark."
    decided = NameDecisions(((first,),))
    left = [one.words for one in told(text, "en", decided)]
    assert left == ([] if first == "mark" else ["mark"])
    both = NameDecisions((("Mark",), ("mark",)))
    assert told(text, "en", both) == []
    assert not NameDecisions((("Mark",),)).hides(("mark",)), "so hiding it is written down"
    assert told(text, "en", NameDecisions((("Mark",),), ("mark",))) == []


def test_texts_that_stay_tell_which_words_are_names() -> None:
    here, there = RedactedText("then krause rang"), RedactedText("I met Krause.")
    names = Names(())
    assert candidates_in([here], [here], names) == []
    assert [c.words for c in candidates_in([here], [here], names, (), [there])] == ["krause"]
    met = RedactedText("then we met mark")
    here = RedactedText("mark speaks first")
    assert candidates_in([here], [here], names) == []
    assert [c.words for c in candidates_in([here], [here], names, (), [met])] == ["mark"]
    many = [RedactedText("Then we were in Treffen and said: wir treffen uns.", language="de")]
    assert (
        candidates_in(
            [RedactedText("wir treffen uns, sie treffen ihn", language="de")], many, names
        )
        == []
    )


def test_an_invented_year_gains_no_false_candidate_in_small_letters() -> None:
    """Of some thousand words of one manager none is a name in small letters."""
    texts = [
        RedactedText(paragraph)
        for page in sorted((Path(__file__).parents[3] / "journals" / "examples").glob("*-*.md"))
        for paragraph in page.read_text(encoding="utf-8").split("\n\n")
    ]
    assert len(texts) > 1000
    known = [Mention(name) for name in ("Mark", "Will", "Rose", "Grace", "Katrin Bauer")]
    for names, most in ((Names(()), 0), (Names(known), 2)):
        found = candidates_in(texts, texts, names)
        small = [one.words for one in found if one.words.islower() and one.words.isalpha()]
        assert len(small) <= most, small


def test_the_most_frequent_is_first_with_its_places() -> None:
    first = candidates("At Acme, with Krause. I asked Krause; then Krause asked Krause.")[0]
    assert (first.words, first.count, len(first.places)) == ("Krause", 4, 3)
    assert first.places[0].startswith("At Acme, with Krause.")


def test_what_is_decided_and_what_reads_as_a_role_is_not_told() -> None:
    names = Names(KNOWN)
    clean, hits = names.out_of("Katrin met Krause in 2014")
    written = RedactedText(clean, hits)
    assert candidates_in([written], [written], names, {"krause", "2014"}) == []


def test_a_word_that_stands_small_elsewhere_only_begins_a_sentence() -> None:
    here, there = RedactedText("Gauges froze."), RedactedText("the gauges froze")
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


@settings(max_examples=examples(500))
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
    is_replaced_or_told(case(form(*name)), sentence, Mention(" ".join(name)))


WORD_AND_NAME = st.sampled_from(("Mark", "Rose", "Grace", "Klein", "Bill", "Braun"))
FORMS_OF_WORDS: tuple[Callable[[str, str], str], ...] = (
    *(lambda first, _, ending=ending: first + ending for ending in ("", "s", "'s", "chen")),
    lambda first, last: f"{first}-{last}",
    lambda _, last: f"mr. {last}",
    lambda first, last: f"{first}.{last}@example.org",
    lambda first, _: f"{first}@example.org",
    lambda first, last: f"https://x.example/people/{first}.{last}",
    lambda first, _: f"@{first}",
    lambda first, last: f"{first}_{last}",
    lambda first, last: f"{first[0]}. {last}",
    lambda first, last: f"{first[0]}.{last[0]}.",
)


@settings(max_examples=examples(300))
@given(
    st.tuples(WORD_AND_NAME, WORD_AND_NAME | NAME).filter(lambda pair: pair[0] != pair[1]),
    st.sampled_from(FORMS_OF_WORDS),
    st.sampled_from(CASES),
    st.sampled_from(["I told {} about it.", "with {} here", "Gestern war {} bei mir und uns."]),
)
def test_a_known_name_that_is_a_word_is_replaced_or_told_in_any_case(
    name: tuple[str, str],
    form: Callable[[str, str], str],
    case: Callable[[str], str],
    sentence: str,
) -> None:
    is_replaced_or_told(case(form(*name)), sentence, Mention(" ".join(name)))


@settings(max_examples=examples(200))
@given(
    st.sampled_from(sorted(vocabulary().first_names)),
    st.sampled_from(["{}", "{}'s", "{}s", "with-{}", "{}.x@example.org", "@{}", "team_{}"]),
    st.sampled_from(["I told {} about it.", "{} said so.", "Gestern war {} bei mir und uns."]),
)
def test_a_common_first_name_in_small_letters_is_told_where_nobody_is_known(
    name: str, form: str, sentence: str
) -> None:
    is_replaced_or_told(form.format(name), sentence)


@settings(max_examples=examples(200))
@given(
    NAME, st.sampled_from(["{}", "{}'s", "{}s", "{}-team"]), st.sampled_from(["{} came", "to {}"])
)
def test_a_name_in_small_letters_is_told_where_it_stands_in_capitals_elsewhere(
    name: str, form: str, sentence: str
) -> None:
    elsewhere = RedactedText(f"Then {name} laughed.")
    is_replaced_or_told(form.format(name.lower()), sentence, evidence=[elsewhere])


NOBODY = vocabulary().titles | vocabulary().function_and_role_words | {"with", "team"}
"""Words of roles in small letters are told to be nobody, be they somebody's initials or not."""


def is_replaced_or_told(
    written: str, sentence: str, *known: Mention, evidence: Iterable[RedactedText] = ()
) -> None:
    """Nothing of a name leaves before it was replaced, or somebody was asked about it."""
    language = "de" if sentence.startswith("Gestern") else "en"
    names = Names(known)
    clean, hits = names.out_of(sentence.format(written), language=language)
    text = RedactedText(clean, hits, language)
    told = " ".join(one.words for one in candidates_in([text], [text], names, (), evidence))
    for hit in hits:
        clean = clean.replace(hit.instead, "", 1)
    left = folded(unicodedata.normalize("NFC", clean)).split()
    for part in folded(unicodedata.normalize("NFC", written)).replace("-", " ").split():
        stays = part.strip(".") in left and part.strip(".") not in NOBODY
        assert not stays or re.sub(r"['’]s\Z", "", part) in folded(told), (clean, told)


PIECES = st.sampled_from(
    [
        *("Krause", "Herr", "katrin", "Acme Water", "JM", "K.", "Jo", "jo", "O'Neill", "Anna-Lena"),
        *("18 November", "3.\n3.", "14:30", "1,200 €", "2014", "Q3", "x@y.example", "@otto"),
        *("http://a.example/?q=1&r=2", "a_b", "…/x/y", "said", "der", "und", ".", "“", "(", "-"),
    ]
)


@settings(max_examples=examples(300))
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


def told(text: str, language: str, decided: NameDecisions = NameDecisions()) -> list[Candidate]:  # noqa: B008
    names = Names(KNOWN, one_person=decided.hidden)
    clean, hits = names.out_of(text, language=language)
    written = RedactedText(clean, hits, language)
    return candidates_in([written], [written], names, decided.keys)
