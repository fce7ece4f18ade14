"""Every language says everything, with the same things put in by the program."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

import learnlead.i18n
from learnlead.i18n.en import SENTENCES as ORIGINAL
from learnlead.i18n.words import ENGLISH, words_in

NO_LANGUAGE = {"words"}
FOUND = {one.name for one in iter_modules(learnlead.i18n.__path__)} - NO_LANGUAGE
TRANSLATED = sorted(FOUND - {"en"})


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def sentences(language: str) -> dict[str, str]:
    found = import_module(f"learnlead.i18n.{language}").SENTENCES
    assert isinstance(found, dict)
    return found


def test_german_is_one_of_them() -> None:
    assert "de" in TRANSLATED


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_there_in_the_order_of_the_original(language: str) -> None:
    assert list(sentences(language)) == list(ORIGINAL)


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("key", ORIGINAL)
def test_the_same_things_are_put_in(language: str, key: str) -> None:
    ours, original = sentences(language)[key], ORIGINAL[key]
    needed = places(original) - ({"day", "month", "year", "weekday"} & places(ours))
    assert places(ours) <= places(original)
    assert needed <= places(ours)
    if key in ("not-for-here", "help", "editor.how", "form.head"):
        assert ours.count("\n") == original.count("\n")


@pytest.mark.parametrize("language", sorted(FOUND))
def test_a_week_has_seven_days_and_a_year_twelve_months(language: str) -> None:
    words = words_in(language)
    assert len({words.weekday(date(2026, 11, day)) for day in range(1, 8)}) == 7
    assert len({words.day_and_month(date(2026, month, 1)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_word_of_command_means_one_thing(language: str) -> None:
    """In every language the English words are understood, too: none may mean something else."""
    words = {one: words_in(language)(one) for one in ORIGINAL if one.startswith("word.")}
    assert len(set(words.values())) == len(words)
    english = {ORIGINAL[one]: one for one in words}
    assert all(english.get(said, one) == one for one, said in words.items())


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
