from __future__ import annotations

import pytest

from learnlead.errors import LearnleadError
from learnlead.journal.person import person_called


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


@pytest.mark.parametrize("instead", ["R.", "report (new)", "someone's boss", "Chefin für Rück"])
def test_plain_words_will_do(instead: str) -> None:
    assert person_called("peer", instead).out_of("A peer.") == f"A {instead}."
