"""What goes with a name, what stands in its place in either language, and who is one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.coach.names.pseudonyms import Mention, Names
from learnlead.coach.names.texts import language_of

REPORT, PEER = "a report", "a peer"
KNOWN = (Mention("Jörg Müller", REPORT), Mention("Katrin Bauer", PEER), Mention("Jonas"))


def out_of(text: str, language: str) -> str:
    return Names(KNOWN).out_of(text, language=language, inside=True)[0]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("J. Müller knew", "a report 1 knew"),
        ("J.-P. Müller knew", "a report 1 knew"),
        ("I met J Müller", "I met a report 1"),
        ("Katrin B. knew", "a peer 1 knew"),
        ("JM knew, and J.M. and J. M. knew", "a report 1 knew, and a report 1 and a report 1 knew"),
        ("JM’s idea and KBs idea", "a report 1's idea and a peer 1's idea"),
        ("I asked J.M. She came", "I asked a report 1. She came"),
        ("see https://x.example/people/katrin.bauer.", "see a peer 1."),
        ("see …/people/katrin.bauer and www.x.example/?q=Bauer", "see a peer 1 and a peer 1"),
        ("ask @katrin or katrin_bauer or #bauer", "ask a peer 1 or a peer 1 or a peer 1"),
        ("mail k.bauer@x.example, jm@x.example", "mail a peer 1, a report 1"),
        ("in 2026_bauer_katrin.pdf", "in a peer 1"),
        ("he/she and/or Katrin", "he/she and/or a peer 1"),
        ("Mr Müller’s idea, Dr. Bauer's", "a report 1’s idea, a peer 1's"),
        ("Jonas’ idea, and 'I met Jonas'", "someone 1's idea, and 'I met someone 1'"),
        ("I miss Katrin", "I miss a peer 1"),
        ("I told C. Katrin knew", "I told C. A peer 1 knew"),
        ("Prof. Dr. h. c. Müller knew", "a report 1 knew"),
    ],
)
def test_what_goes_with_a_name_in_english(text: str, left: str) -> None:
    assert out_of(text, "en") == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Herr Müller kam", "Teammitglied 1 kam"),
        ("mit Herrn Müller und Frau Dr. Bauer", "mit Teammitglied 1 und Peer 1"),
        ("Herrn Müllers Idee", "Teammitglied 1s Idee"),
        ("Katrins Idee, Katrin’s Idee, Jonas’ Idee", "Peer 1s Idee, Peer 1s Idee, Person 1s Idee"),
        ("dann fragte der Müller den Jonas", "dann fragte Teammitglied 1 Person 1"),
        ("beim Müller, zur Katrin, vom Jonas", "bei Teammitglied 1, zu Peer 1, von Person 1"),
        ("der Mann, der Müller fragte", "der Mann, der Teammitglied 1 fragte"),
        ("der Katrin-Termin", "der Peer 1-Termin"),
        ("meine Frau Katrin", "meine Frau Peer 1"),
    ],
)
def test_german_reads_as_german_does(text: str, left: str) -> None:
    assert out_of(text, "de-AT") == left


def test_a_german_name_of_several_says_only_what_they_share() -> None:
    team = Names([Mention("Kemal Aydin", REPORT), Mention("Kemal Berk", REPORT)])
    assert team.out_of("ich fragte Kemal", language="de")[0] == "ich fragte jemand aus dem Team"


def test_a_text_tells_its_language_by_its_small_words() -> None:
    assert language_of("Herr Müller kam zu mir und war müde", "en") == "de"
    assert language_of("Herr Müller came to me and was tired", "de") == "en"
    assert language_of("Müller!", "de") == "de"


@pytest.mark.parametrize(
    "group", [("Kati", "Katrin"), ("Katrin", "Kati"), ("Kati", "katrin bauer")]
)
def test_two_spellings_of_one_person_have_one_pseudonym(group: tuple[str, ...]) -> None:
    found = Names(KNOWN, one_person=[group])
    assert found.out_of("Kati, Katrin, Bauer and Katrin Bauer", inside=True)[0] == (
        "a peer 1, a peer 1, a peer 1 and a peer 1"
    )


def test_who_had_two_pseudonyms_has_one_from_then_on() -> None:
    before = Names([Mention("Kati", REPORT), Mention("Katrin", PEER)], salt="x")
    after = Names(
        [Mention("Kati", REPORT), Mention("Katrin", PEER)],
        known=before.called,
        salt="x",
        one_person=[("Kati", "Katrin")],
    )
    assert after.out_of("Kati and Katrin", inside=True)[0] == "a report 1 and a report 1"
    later = Names([Mention("Katrin", PEER)], known=after.called, salt="x")
    assert later.out_of("Katrin", inside=True)[0] == "a report 1"


def test_what_is_hidden_and_is_part_of_a_known_name_is_that_person() -> None:
    found = Names([*KNOWN, Mention("katrin", by_hand=True)])
    assert found.out_of("katrin and Bauer", inside=True)[0] == "a peer 1 and a peer 1"


def test_of_what_is_hidden_by_hand_a_small_word_alone_is_no_name() -> None:
    found = Names([Mention("Acme Water", by_hand=True)])
    assert found.out_of("in water, at ACME water, at acme", inside=True)[0] == (
        "in water, at someone 1, at acme"
    )


def test_dates_numbers_and_links_that_are_hidden_are_nobody() -> None:
    hidden = ("2014", "18 November", "info@x.example")
    found = Names([Mention(words, by_hand=True) for words in hidden])
    assert found.out_of("In 2014, on 18 November: info@x.example and info")[0] == (
        "In …, on …: … and info"
    )
    assert found.called == {}


@given(
    st.sampled_from(["en", "de"]),
    st.lists(
        st.sampled_from(
            [
                "Katrin",
                "Herr",
                "Müllers",
                "J.",
                "JM",
                "der",
                ".",
                "asked",
                "k.bauer@x.example",
                "’s",
            ]
        ),
        max_size=12,
    ),
)
def test_each_place_that_is_told_is_where_it_says(language: str, words: list[str]) -> None:
    text, hits = Names(KNOWN).out_of(" ".join(words), language=language)
    for hit in hits:
        there = text[hit.at : hit.at + len(hit.instead)]
        assert there.casefold() == hit.instead.casefold()


@pytest.mark.parametrize("written", ["J.K.", "J. K.", "J K", "JK"])
def test_initials_that_are_hidden_are_hidden_in_every_spelling(written: str) -> None:
    names = Names([Mention("J.K.", by_hand=True)])
    assert names.out_of(f"Then {written} laughed.")[0] == "Then someone 1 laughed."
