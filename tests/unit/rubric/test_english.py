from __future__ import annotations

import pytest

from learnlead.rubric.lint import english


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("I listened and asked what they had tried.", "and asked"),
        ("I stopped, and then I told them.", "and then I told"),
        ("We wait and listen.", "and listen"),
        ("I asked, then waited.", "then waited"),
        ("I asked and quietly took notes.", "and quietly took"),
        ("I talked about learning first and results second.", None),
        ("I said which part I needed them for.", None),
        ("I asked a report and a peer.", None),
        ("I named the need and speed of it.", None),
        ("People told each other what they had learned, failures among it.", None),
    ],
)
def test_a_second_act_begins_at_a_link_and_a_verb(text: str, act: str | None) -> None:
    assert english.second_act_in(text) == act


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I always asked.", "always"),
        ("I asked everybody.", "everybody"),
        ("Nobody   was late.", "Nobody"),
        ("I asked at all times.", None),
        ("After all, I asked.", None),
        ("I asked the finally chosen ones.", None),
        ("I asked what they had tried before I said anything.", None),
        ("If anyone hesitated, I waited.", None),
        ("I asked whether anybody saw it another way.", None),
        ("Did anyone tell you about a mistake?", None),
        ("I was there for anyone.", "anyone"),
        ("I did not say anything.", "anything"),
        ("Before the meeting, I was there for anybody.", "anybody"),
        ("I asked before I said everything.", "everything"),
        ("Before I said anything, I asked nobody.", "nobody"),
        ("Did you never ask?", "never"),
    ],
)
def test_absolutes_are_whole_words(text: str, word: str | None) -> None:
    assert english.absolute_in(text) == word


def test_figures_of_speech_are_found_across_blanks_and_in_any_case() -> None:
    assert english.idiom_in("We were on the  Same page by then.") == "on the Same page"
    assert english.idiom_in("I asked which goal of their own it serves.") is None


@pytest.mark.parametrize(
    ("text", "cost", "effort"),
    [
        ("I asked, even though I was late.", True, True),
        ("I gave up something of my own for it.", True, False),
        ("I put my plans aside.", True, False),
        ("I asked a report three good questions.", False, False),
        ("I told a report to try harder.", True, False),
    ],
)
def test_a_cost_is_named_in_few_ways(text: str, cost: bool, effort: bool) -> None:
    assert (english.names_a_cost(text), english.makes_an_effort(text)) == (cost, effort)


@pytest.mark.parametrize("text", ["Why did you go?", "So why didn’t you?", "And why do you?"])
def test_asking_for_reasons(text: str) -> None:
    assert english.asks_for_reasons(text)
    assert not english.asks_for_reasons("Why it came about, you know.")


def test_english_comes_in_kinds() -> None:
    assert all(map(english.is_english, ("en", "en-GB", "EN")))
    assert not any(map(english.is_english, ("de", "enm", "")))
