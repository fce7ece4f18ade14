from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.page.facts import Sitting
from learnlead.page.page import Answer
from learnlead.trends.themes import AnswersByPage, Themes, distinct, themes
from made_sittings import sitting
from sizes import examples

WORDS = ("budget", "storm", "silence", "roster", "audit", "pump", "ladder", "river", "map", "desk")


def themes_of(texts: Sequence[str]) -> Themes:
    """The themes of one sitting a week, with these insights."""
    sittings = [sitting(week) for week in range(len(texts))]
    return themes(sittings, _said(sittings, texts), len(sittings))


def _said(sittings: Sequence[Sitting], texts: Sequence[str]) -> AnswersByPage:
    pairs = zip(sittings, texts, strict=True)
    return {page.stem: (Answer("insight", text),) for page, text in pairs if text}


def terms(group: Sequence[object]) -> list[str]:
    return [theme.term for theme in group]  # type: ignore[attr-defined]  # any Theme


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same journal each time


def chatter(random: Random, length: int = 6) -> str:
    """Words that come and go by chance, none beside another."""
    return ", ".join(random.sample(WORDS, length))


class TestWhatComesUpMore:
    def test_a_word_of_nearly_all_newest_sittings_and_no_other_rises(self) -> None:
        random = seeded(1)
        result = themes_of([chatter(random) + (", kites" if n >= 28 else "") for n in range(40)])
        (kites,) = result.rising
        assert (kites.term, kites.entries, kites.recent) == ("kites", 12, 12)
        assert kites.score > 2
        assert (result.newest, result.before) == (13, 27)

    def test_one_that_went_falls(self) -> None:
        random = seeded(2)
        result = themes_of([chatter(random) + (", kites" if n < 20 else "") for n in range(40)])
        assert terms(result.falling) == ["kites"]
        assert result.falling[0].score < -2
        assert result.falling[0].recent == 0

    def test_a_few_sittings_are_too_few_to_tell_and_then_nothing_is_said(self) -> None:
        random = seeded(3)
        result = themes_of([chatter(random) + (", kites" if n >= 37 else "") for n in range(40)])
        assert result.rising == result.falling == ()
        assert "kites" not in terms(result.steady)

    def test_one_long_page_about_one_thing_is_no_theme(self) -> None:
        random = seeded(4)
        result = themes_of([chatter(random)] * 39 + ["kites, " * 50])
        assert "kites" not in {*terms(result.rising), *terms(result.steady)}

    def test_longer_pages_make_no_word_rise(self) -> None:
        """Each word twice as often in the newest sittings, for they are twice as long."""
        random = seeded(5)
        false = sum(
            bool(it.rising or it.falling)
            for it in (
                themes_of([chatter(random, 4 if n < 40 else 8) for n in range(53)])
                for _ in range(60)
            )
        )
        assert false <= 6

    def test_the_order_of_sittings_that_means_nothing_makes_no_theme(self) -> None:
        random = seeded(6)
        false = sum(
            bool(it.rising or it.falling)
            for it in (themes_of([chatter(random) for _ in range(39)]) for _ in range(100))
        )
        assert false <= 10


class TestWhatIsSteady:
    def test_a_word_all_the_time_is_steady_and_its_quotes_are_newest_first(self) -> None:
        texts = [f"The first thing. We lost the keys {'again ' * n}here." for n in range(5)]
        keys, lost = themes_of(texts).steady
        assert (keys.term, keys.entries, lost.term) == ("keys", 5, "lost")
        assert [quote.stem for quote in keys.quotes] == [
            sitting(week).stem for week in (4, 3, 2, 1, 0)
        ]

    def test_two_sittings_are_too_few(self) -> None:
        assert themes_of(["storm", "storm", ""]).steady == ()
        assert terms(themes_of(["storm", "storm", "storm"]).steady) == ["storm"]

    def test_two_words_side_by_side_are_a_theme_too(self) -> None:
        result = themes_of(["the night shift", "a night shift", "night shift"])
        assert set(terms(result.steady)) == {"night", "shift", "night shift"}

    def test_most_frequent_first_and_then_by_the_alphabet(self) -> None:
        result = themes_of(["b, c, a", "b, c, a"] + ["river, map, desk"] * 3 + ["river"])
        assert terms(result.steady) == ["river", "desk", "map"]

    def test_of_themes_that_share_a_word_or_all_sentences_the_first_is_told(self) -> None:
        result = themes_of(["the night shift, quiet"] * 3 + ["Quiet night."])
        assert terms(result.steady) == ["night", "quiet", "night shift", "shift"]
        assert terms(distinct(result.steady)) == ["night"]
        result = themes_of(["The night shift. Quiet."] * 3)
        assert terms(distinct(result.steady)) == ["night", "quiet"]


class TestQuotes:
    def test_each_says_what_it_answers_and_only_the_first_of_a_sitting_is_told(self) -> None:
        sittings = [sitting(week) for week in range(3)]
        answers: Mapping[str, Sequence[Answer]] = {
            page.stem: (Answer("opposite", "A storm. Rain."), Answer("insight", "storm again"))
            for page in sittings
        }
        (theme,) = [t for t in themes(sittings, answers, len(sittings)).steady if t.term == "storm"]
        assert [(q.text, q.answer) for q in theme.quotes] == [("A storm.", "opposite")] * 3

    @pytest.mark.parametrize("texts", [[], [""], ["", "", ""]])
    def test_nothing_said_is_no_theme(self, texts: list[str]) -> None:
        found = themes_of(texts)
        assert (found.rising, found.falling, found.steady) == ((), (), ())


@settings(max_examples=examples(50))
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=30))
def test_each_theme_counts_the_sittings_it_stands_in(texts: list[str]) -> None:
    result = themes_of(texts)
    newest = texts[-13:]
    for theme in (*result.rising, *result.falling, *result.steady):
        padded = f" {theme.term} "
        assert theme.entries == sum(padded in f" {text} " for text in texts)
        assert theme.recent == sum(padded in f" {text} " for text in newest)
        assert theme.entries >= 3
        assert len(theme.quotes) == min(theme.entries, 13)
