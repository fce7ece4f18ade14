"""Wordings that name another time than the rhythm: "this week" in a monthly rubric."""

from __future__ import annotations

import pytest

from learnlead.errors import Problem
from learnlead.rubric.reader import read_bank, read_rubric

RUBRIC = """\
learnlead-rubric: 1
id: mine
version: 1
title: What I do this week
language: {language}
rhythm: {rhythm}
notes: Looks at this week and this month.
scale: {{kind: frequency, labels: [a, b, c, d, e]}}
behaviours:
  - id: ask
    name: Asking
    notes: Was about this week, once.
    when: {said}
    i: {said}
    anchors: {{1: {said}, 3: Half., 5: I asked even though it was late.}}
questions:
  - {{id: best, ask: {said}}}
"""

BANK = """\
learnlead-prompts: 1
rubric: mine
language: {language}
opening: [{said}]
evidence: {{ask: [{said}, One., Two.]}}
focus-notice: [{said}]
coach-questions: {{want: [{said}]}}
"""


def warned(rhythm: str, said: str, language: str = "en") -> tuple[list[Problem], list[Problem]]:
    """The warnings on the rhythm, of a rubric and of its bank."""
    values = {"rhythm": rhythm, "said": said, "language": language}
    rubric, found = read_rubric(RUBRIC.format(**values), "rubric", craft=True)
    assert rubric is not None
    bank, in_bank = read_bank(BANK.format(**values), "bank", rubric, craft=True)
    assert bank is not None
    of_both = ([p for p in some if "rhythm" in p.message] for some in (found, in_bank))
    of_rubric, of_bank = of_both
    return of_rubric, of_bank


@pytest.mark.parametrize(
    ("rhythm", "language", "said", "period"),
    [
        ("monthly", "en", "this week", "week"),
        ("quarterly", "en", "This  month", "month"),
        ("weekly", "en-GB", "this month", "month"),
        ("weekly", "en", "this quarter", "quarter"),
        ("monthly", "de", "diese Woche", "Woche"),
        ("quarterly", "de", "dieser Woche", "Woche"),
        ("weekly", "de", "diesen Monat", "Monat"),
        ("weekly", "de", "dieses Monats", "Monat"),
        ("monthly", "de", "diesem Quartal", "Quartal"),
    ],
)
def test_another_time_is_told_where_a_sitting_shows_it(
    rhythm: str, language: str, said: str, period: str
) -> None:
    of_rubric, of_bank = warned(rhythm, said, language)
    assert [p.line for p in of_rubric] == [13, 14, 15, 17]
    assert [p.line for p in of_bank] == [4, 5], "a focus and a coach have times of their own"
    for problem in (*of_rubric, *of_bank):
        assert problem.severity == "warning"
        assert f"'{' '.join(said.split())}', but the rhythm is {rhythm}" in problem.message
        assert "or change 'rhythm'" in problem.remedy
        assert period in problem.message


@pytest.mark.parametrize(
    ("rhythm", "language", "said"),
    [
        ("weekly", "en", "this week"),
        ("monthly", "en", "this month"),
        ("quarterly", "de", "dieses Quartal"),
        ("monthly", "en", "a week ago or next week"),
        ("monthly", "en", "in one week of this month"),
        ("monthly", "en", "this weekend"),
        ("monthly", "de", "in einer Woche"),
        ("monthly", "fr", "this week, diese Woche"),
    ],
)
def test_other_words_are_left_alone(rhythm: str, language: str, said: str) -> None:
    assert warned(rhythm, said, language) == ([], [])
