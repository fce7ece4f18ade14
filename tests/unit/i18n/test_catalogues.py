"""Every language says everything, with the same things put in by the program."""

from __future__ import annotations

from datetime import date

import pytest

from learnlead.i18n.languages import gaps_in, shipped, shipped_areas, shipped_languages
from learnlead.i18n.words import _FILE_OF, ENGLISH, SENTENCE_FILES, words_in

TRANSLATED = [language for language in shipped_languages() if language != "en"]
WHOLE = ["de"]
"""Those in which nothing is missing; what another has not is said in English."""
SENTENCES = {key: file for file in SENTENCE_FILES for key in shipped("en", file)}
"""The file of each."""


def test_german_is_one_of_them() -> None:
    assert "de" in TRANSLATED


@pytest.mark.parametrize("file", SENTENCE_FILES)
@pytest.mark.parametrize("language", WHOLE)
def test_every_sentence_is_there_in_the_order_of_the_original(language: str, file: str) -> None:
    assert list(shipped(language, file)) == list(shipped("en", file))


@pytest.mark.parametrize("file", SENTENCE_FILES)
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_language_may_have_a_part_of_them_in_the_same_order(language: str, file: str) -> None:
    ours = shipped(language, file)
    assert [key for key in shipped("en", file) if key in ours] == list(ours)


@pytest.mark.parametrize("language", ["en", *WHOLE])
def test_a_language_has_no_file_that_is_never_read(language: str) -> None:
    assert set(SENTENCE_FILES) <= set(shipped_areas())
    assert [area for area in SENTENCE_FILES if not shipped(language, area)] == []


def test_a_sentence_is_in_the_file_of_its_key() -> None:
    assert {key: _FILE_OF.get(key.partition(".")[0], "sitting") for key in SENTENCES} == SENTENCES


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_same_gaps_are_filled(language: str) -> None:
    translated = words_in(language)
    gaps = {key: gaps_in(translated.template(key)) for key in SENTENCES}
    assert gaps == {key: gaps_in(ENGLISH.template(key)) for key in SENTENCES}


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("key", ["not-for-here", "help", "editor.how", "form.head"])
def test_what_is_laid_out_has_as_many_lines(language: str, key: str) -> None:
    original = ENGLISH.template(key)
    assert words_in(language).template(key).count("\n") == original.count("\n")


@pytest.mark.parametrize("language", shipped_languages())
def test_a_week_has_seven_days_and_a_year_twelve_months(language: str) -> None:
    words = words_in(language)
    assert len({words.weekday(date(2026, 11, day)) for day in range(1, 8)}) == 7
    assert len({words.day_and_month(date(2026, month, 1)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_word_of_command_means_one_thing(language: str) -> None:
    """In every language the English words are understood, too: none may mean something else."""
    words = {key: words_in(language)(key) for key in SENTENCES if key.startswith("word.")}
    assert len(set(words.values())) == len(words)
    english = {ENGLISH(key): key for key in words}
    assert all(english.get(word, key) == key for key, word in words.items())


def test_days_are_said_as_the_language_says_them() -> None:
    friday = date(2026, 11, 20)
    assert ENGLISH.long_date(friday) == "Friday 20 November 2026"
    assert words_in("de").long_date(friday) == "Freitag, 20. November 2026"
    assert words_in("de").day_and_month(date(2026, 3, 1)) == "1. März"


@pytest.mark.parametrize(("language", "got"), [("de-AT", "de"), ("de", "de"), ("en-GB", "en")])
def test_a_country_takes_the_words_of_its_language(language: str, got: str) -> None:
    assert words_in(language).language == got


@pytest.mark.parametrize("language", ["fr", "words", "xx-YY", "", "日本", "de.py", "../de"])
def test_a_language_without_words_is_spoken_to_in_english(language: str) -> None:
    assert words_in(language) is ENGLISH


def test_one_and_many_are_told_apart() -> None:
    german = words_in("de")
    assert [german.counted(n, "answers") for n in (0, 1, 2)] == [
        "0 Antworten",
        "1 Antwort",
        "2 Antworten",
    ]
