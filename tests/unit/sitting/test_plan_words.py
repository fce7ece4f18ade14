"""A plan's words lose what its sentence says already, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_reflection import lines
from learnlead.sitting.answers import PlanAnswer
from learnlead.sitting.plan_words import (
    action_words,
    clean_answer,
    cue_words,
    plan_in_words,
    plan_of_line,
)
from learnlead.text.clean import clean_line

BEGINNINGS = ("If ", "when ", "… ", "then ", "I ", "I will ", "i'll ", "I’m going to ", "will ")
CLEAN = (cue_words, action_words)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a report brings me a problem", "a report brings me a problem"),
        ("If a report brings me a problem", "a report brings me a problem"),
        ("when he calls, then I will", "he calls"),
        ("Whenever: he calls", "he calls"),
        ("As soon as he calls,", "he calls"),
        ("… he calls …, then", "he calls …"),
        ("If if he calls", "he calls"),
        ("if-then plans come up", "if-then plans come up"),
        ("Whenua people call", "Whenua people call"),
        ("I see him then", "I see him then"),
        ("If", "If"),
        ("… then", "then"),
    ],
)
def test_a_cue_loses_its_if_and_its_then(typed: str, kept: str) -> None:
    assert cue_words(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ask three questions", "ask three questions"),
        ("I ask three questions", "ask three questions"),
        ("I will ask", "ask"),
        ("then I will I ask", "ask"),
        ("… then: I’ll ask", "ask"),
        ("and then I'm going to ask", "ask"),
        ("I am patient", "be patient"),
        ("will ask", "ask"),
        ("Will from sales is asked", "Will from sales is asked"),
        ("I/O is checked", "I/O is checked"),
        ("thence go on", "thence go on"),
        ("I", "I"),
        ("I will", "will"),
    ],
)
def test_an_action_loses_its_then_and_its_i_will(typed: str, kept: str) -> None:
    assert action_words(typed) == kept


@pytest.mark.parametrize("clean", CLEAN)
@given(st.lists(st.sampled_from(BEGINNINGS), max_size=4), lines())
def test_cleaning_twice_changes_nothing_more_and_never_leaves_nothing(
    clean: object, before: list[str], text: str
) -> None:
    typed = clean_line("".join(before) + text)
    assert callable(clean)
    if typed:
        once = clean(typed)
        assert once
        assert clean(once) == once


def test_every_door_hands_in_the_same_words() -> None:
    plan = PlanAnswer(cue="When he calls,", action="I will wait.")
    assert (plan.cue, plan.action) == ("he calls", "wait.")
    assert clean_answer("cue", "When he calls,") == plan.cue
    assert clean_answer("action", "I will wait.") == plan.action
    assert clean_answer("insight", "If only") == "If only"
    assert plan_in_words(plan.cue, plan.action) == "If he calls, then I will wait."


@pytest.mark.parametrize(
    ("line", "plan"),
    [
        ("If he asks, then I will ask back", ("he asks", "ask back")),
        ("When he asks me, on the way, then ask back", ("he asks me, on the way", "ask back")),
        ("Wenn er fragt, dann frage ich zurück", ("er fragt", "frage ich zurück")),
        ("If he asks, I ask back", ("he asks", "ask back")),
        ("Ask Kim on Tuesday, before lunch", ("", "Ask Kim on Tuesday, before lunch")),
        ("If only she knew", ("", "If only she knew")),
    ],
)
def test_a_line_is_a_plan_where_it_names_a_cue(line: str, plan: tuple[str, str]) -> None:
    assert plan_of_line(line) == plan
