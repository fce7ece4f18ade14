from __future__ import annotations

import unicodedata

import pytest

from learnlead.errors import LearnleadError
from learnlead.text.phrase import folded
from unit.page.people import person_called


@pytest.mark.parametrize("name", ["", " ", "…", "**"])
def test_a_name_has_letters_or_figures(name: str) -> None:
    with pytest.raises(LearnleadError, match="name"):
        person_called(name)


@pytest.mark.parametrize(
    "instead", ["", "# boss", "*boss*", "<b>", "- [x]", "a\\b", "With", "plan", "a%", "\x1b"]
)
def test_words_that_the_page_would_read_as_a_mark_will_not_do(instead: str) -> None:
    with pytest.raises(LearnleadError):
        person_called("peer", instead)


@pytest.mark.parametrize("instead", ["Peer", "peer in finance", "a PEER"])
def test_words_that_still_name_the_person_will_not_do(instead: str) -> None:
    with pytest.raises(LearnleadError, match="would still say"):
        person_called("peer", instead)


@pytest.mark.parametrize("name", ["Gökhan Öztürk-Weiß", "Goekhan Oeztuerk-Weiss"])
@pytest.mark.parametrize(
    "text",
    [
        *("Gökhan Öztürk-Weiß", "Goekhan Oeztuerk-Weiss", "Gökhan Oeztürk-Weiss"),
        *("GOEKHAN ÖZTUERK-WEISS", unicodedata.normalize("NFD", "gökhan öztürk-weiß")),
    ],
)
def test_a_name_is_known_in_each_german_spelling(name: str, text: str) -> None:
    person = person_called(name)
    assert person.phrase.may_stand_in(folded(text))
    assert person.out_of(f"I met {text}, and {text}.") == "I met someone, and someone."


def test_another_name_is_no_spelling_of_it() -> None:
    michael = person_called("Michael")
    assert michael.out_of("Michal, Michael, Michäl") == "Michal, someone, someone"
    assert person_called("Koehler").out_of("Kohler, Köhler") == "Kohler, someone"
    assert person_called("Köhler", match_case=True).out_of("Koehler, köhler, koehler") == (
        "someone, köhler, koehler"
    )


@pytest.mark.parametrize("instead", ["Koehler", "the KÖHLER"])
def test_another_spelling_of_the_name_will_not_do_either(instead: str) -> None:
    for name in ("Köhler", "Koehler"):
        with pytest.raises(LearnleadError, match="would still say"):
            person_called(name, instead)


@pytest.mark.parametrize("instead", ["R.", "report (new)", "someone's boss", "Chefin für Rück"])
def test_plain_words_will_do(instead: str) -> None:
    assert person_called("peer", instead).out_of("A peer.") == f"A {instead}."
