"""Which words are names, and what stands in their place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.coach.names.pseudonyms import Mention, Names, Replacement

REPORT, PEER = "a report", "a peer"


def names(*given: str, labels: tuple[str, ...] = ()) -> Names:
    return Names([Mention(one, REPORT) for one in given], labels=labels)


def out_of(text: str, *given: str, labels: tuple[str, ...] = ()) -> str:
    """Of a text that goes on with a sentence."""
    return names(*given, labels=labels).out_of(text, inside=True)[0]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jorinde drew it", "a report 1 drew it"),
        ("I met Jorinde Okafor.", "I met a report 1."),
        ("I met Jorinde\nOkafor.", "I met a report 1."),
        ("JORINDE, jorinde", "a report 1, a report 1"),
        ("Okafor's idea", "a report 1's idea"),
        ("Jorindes Idee", "a report 1's Idee"),
        ("jorindeokafor@example.org", "a report 1"),
        ("Jorindel and Okafors-to-be", "Jorindel and a report 1's-to-be"),
    ],
)
def test_the_whole_name_and_each_word_of_it(text: str, left: str) -> None:
    assert out_of(text, "Jorinde Okafor") == left


def test_accents_are_no_disguise() -> None:
    for form in ("Zoë", unicodedata.normalize("NFD", "Zoë"), "Zoe", "ZOË"):
        assert out_of(f"{form} said", "Zoë Ødegård") == "a report 1 said"
        assert out_of(f"{form} said", "Zoe Ødegård") == "a report 1 said"


def test_short_words_and_words_that_are_no_names_count_with_a_capital_alone() -> None:
    assert out_of("Will will ask Jo, and Jo's jo", "Will, Jo") == (
        "a report 1 will ask a report 2, and a report 2's jo"
    )
    assert out_of("Rose rose", "Rose") == "a report 1 rose"


def test_who_is_written_small_is_meant_small() -> None:
    assert out_of("jo asked", "jo") == "a report 1 asked"


def test_roles_functions_labels_and_single_letters_are_no_names() -> None:
    for role in ("report A", "peer in finance", "the team lead", "my boss", "A.", "Chefin"):
        assert out_of(f"{role}: the team, A, my peer", role) == f"{role}: the team, A, my peer"
    labels = ("Night Desk",)
    assert out_of("Desk and night", "night desk", labels=labels) == "Desk and night"
    assert out_of("Kemal of the team", "Kemal of the team") == "a report 1"
    assert out_of("the team asked", "Kemal of the team") == "the team asked"


def test_people_named_together_are_told_apart() -> None:
    assert out_of("Kemal asked Ambrus", "Kemal and Ambrus") == "a report 1 asked a report 2"


def test_a_word_of_two_people_says_only_what_they_share() -> None:
    found = Names([Mention("Kemal Aydin", REPORT), Mention("Kemal Berk", REPORT)])
    assert found.out_of("Kemal, Aydin, Kemal Berk")[0] == "A report, a report 1, a report 2"
    found = Names([Mention("Kemal Aydin", REPORT), Mention("Kemal Berk", PEER)])
    assert found.out_of("Kemal, Berk")[0] == "Someone, a peer 1"


def test_each_place_is_told() -> None:
    assert names("Jorinde").out_of("JORINDE’s, Jorinde")[1] == (
        Replacement("JORINDE", "a report 1"),
        Replacement("Jorinde", "a report 1"),
    )


def test_what_is_asked_to_be_hidden_is_hidden_whatever_it_is() -> None:
    found = Names([Mention("Team", by_hand=True), Mention("Acme Water", by_hand=True)])
    assert found.out_of("Team Acme, the team")[0] == "Someone 1 someone 2, the team"


def test_pseudonyms_are_kept_and_their_keys_do_not_tell() -> None:
    first = Names([Mention("Jorinde", REPORT)], salt="x")
    second = Names(
        [Mention("Ambrus", REPORT), Mention("JORINDE", REPORT)], known=first.called, salt="x"
    )
    assert second.out_of("Ambrus, Jorinde")[0] == "A report 2, a report 1"
    other = Names([Mention("Jorinde", REPORT)], salt="y")
    assert not set(other.called) & set(first.called)


def test_scripts_without_capitals_have_names_too() -> None:
    assert out_of("昨天李明问了", "李明") == "昨天a report 1问了"
    assert out_of("قال محمد", "محمد") == "قال a report 1"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I met Gökhan, Goekhan and GOEKHAN.", "I met a report 1, a report 1 and a report 1."),
        ("we and Oeztuerk-Meyer", "we and a report 1"),
        ("we and Öztürk-Meyers idea", "we and a report 1's idea"),
        ("that Oztürk‑Meyer’s idea", "that a report 1’s idea"),
        ("with gökhan Oeztuerk - Meyer now", "with a report 1 now"),
        ("mail g.oeztuerk@example.org, please", "mail a report 1, please"),
        ("mail goeztuerk17@example.org.", "mail a report 1."),
        ("mail info@example.org", "mail info@example.org"),
    ],
)
def test_german_spellings_double_names_and_addresses(text: str, left: str) -> None:
    assert out_of(text, "Gökhan Öztürk-Meyer") == left
    assert out_of(text, "Goekhan Oeztuerk-Meyer") == left


def test_spelt_otherwise_somebody_is_the_same_unless_there_is_another() -> None:
    assert out_of("we, Öztürk, Oeztuerk", "Öztürk", "Oeztuerk") == "we, a report 1, a report 1"
    assert out_of("we, Öztürk, Oeztuerk", "Oeztuerk", "Öztürk") == "we, a report 1, a report 1"
    assert out_of("we, Weiss, Weiß", "Weiß") == "we, a report 1, a report 1"
    assert out_of("we, Michael, Michal", "Michael", "Michal") == "we, a report 1, a report 2"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jorinde laughed.", "A report 1 laughed."),
        ("- **Jorinde** laughed", "- **A report 1** laughed"),
        ("I asked. Jorinde laughed.", "I asked. A report 1 laughed."),
        ("“Why?” Jorinde laughed.", "“Why?” A report 1 laughed."),
        ("I asked\n\nJorinde laughed", "I asked\n\nA report 1 laughed"),
        ("I asked\nJorinde", "I asked\na report 1"),
        ("I asked (Jorinde) and Dr. Jorinde", "I asked (a report 1) and a report 1"),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, left: str) -> None:
    assert names("Jorinde").out_of(text)[0] == left


def test_half_a_sentence_does_not() -> None:
    found = names("Jorinde").out_of("Jorinde asks. Jorinde waits", inside=True)[0]
    assert found == "a report 1 asks. A report 1 waits"


@given(
    st.text("aeiouzqxüéß", min_size=4, max_size=9),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60),
    st.sampled_from([str.upper, str.lower, str.title, str.casefold]),
)
def test_a_name_alone_between_blanks_never_stays(name: str, context: str, form: object) -> None:
    assert callable(form)
    left = out_of(f"{context} {form(name)} {context}", name)
    assert f" {form(name)} " not in left
