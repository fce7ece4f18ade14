"""Lists of words of a workspace's own language count beside the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from learnlead.coach.names.texts import language_of
from learnlead.coach.names.vocabulary import vocabulary
from learnlead.i18n.languages import languages, use_own_languages
from learnlead.i18n.words import ENGLISH, words_in
from learnlead.sitting.plan_words import cue_words
from learnlead.trends.terms import terms_in

FRENCH = {
    "stop-words.yaml": "stop-words: avec dans nous mais\n",
    "names.yaml": "titles: madame\n",
    "plan-words.yaml": "cue-begins: [dès que]\n",
    "page.yaml": "page.plan: Projet\n",
}


@pytest.fixture
def french() -> Iterator[None]:
    """French, as a workspace of its own would have it; one sentence of German is other words."""
    use_own_languages(lambda: {"fr": FRENCH, "de": {"page.yaml": "page.plan: Vorhaben\n"}})
    yield
    use_own_languages(dict)


@pytest.mark.usefixtures("french")
def test_they_count_as_long_as_the_language_is_used() -> None:
    assert languages() == ("en", "de", "es", "fr")
    assert terms_in("avec silence") == {"silence"}
    assert language_of("avec nous dans la salle", "en") == "fr"
    assert "madame" in vocabulary().titles
    assert cue_words("Dès que il appelle") == "il appelle"


@pytest.mark.usefixtures("french")
def test_its_sentences_go_before_the_shipped_ones_and_then_comes_english() -> None:
    assert words_in("fr-CA").language == "fr"
    assert words_in("fr")("page.plan") == "Projet"
    assert words_in("fr")("page.insight") == ENGLISH("page.insight")
    assert words_in("de")("page.plan") == "Vorhaben"
    assert words_in("de")("page.insight") == "Erkenntnis"


def test_without_it_nothing_is_left_of_them() -> None:
    assert languages() == ("en", "de", "es")
    assert "avec silence" in terms_in("avec silence")
    assert words_in("fr") is ENGLISH
    assert words_in("de")("page.plan") == "Plan"
    assert cue_words("Dès que il appelle") == "Dès que il appelle"
