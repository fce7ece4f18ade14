from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_reflection import reflections, small_rubric
from learnlead.page.page import answers_on, parse
from learnlead.page.search import Hit, SearchQuery
from learnlead.page.writer import render
from learnlead.sitting.model import Reflection
from learnlead.text.phrase import Phrase
from sizes import examples

RUBRIC = small_rubric()
SAID: dict[str, Any] = {
    "date": "2026-11-20",
    "rubric": "learning-leader",
    "focus": "own-answers",
    "focus_notice": "in the notice",
    "looking_back": [{"plan": "a", "cue": "quoted", "action": "quoted", "note": "in the note"}],
    "moments": [
        {
            "relationship": "formal-authority",
            "with": "in with",
            "what": "in a moment\n%% private %%\nRené drew in private\n%% end %%",
            "other_side": "in the other side",
        },
        {"relationship": "other", "what": "in another moment"},
    ],
    "heard": "in heard",
    "ratings": {"own-answers": 4},
    "evidence": {"open-doors": "in evidence", "own-answers": "in evidence, too"},
    "answers": {"why": "in a question"},
    "opposite": "in the opposite",
    "insight": "in insight",
    "obstacle": "in the obstacle",
    "plan": {"behaviour": "open-doors", "cue": "in the cue", "action": "act"},
}
PAGE = render(Reflection.model_validate(SAID), RUBRIC) + "\n## Mine\n\nin my own section\n"


def hits(*words: str, text: str = PAGE, **filters: Any) -> list[Hit]:
    query = SearchQuery([Phrase(word) for word in words], **filters)
    page, _ = parse(text, "journals/a.md")
    assert page is not None
    return list(query.hits(page, "a", "journals/a.md"))


def kinds(*words: str, **filters: Any) -> list[str]:
    return [hit.answer.kind for hit in hits(*words, **filters)]


def test_every_answer_is_searched_and_each_says_what_it_is() -> None:
    assert kinds("in") == [
        *("focus-notice", "looking-back", "with", "moment", "other-side", "moment", "heard"),
        *("evidence", "evidence", "question", "opposite", "insight", "obstacle", "plan", "own"),
    ]


def test_what_a_page_quotes_of_another_is_not_its_answer() -> None:
    assert kinds("quoted") == []


def test_private_text_belongs_to_its_writer() -> None:
    (hit,) = hits("rene drew")
    start, end = hit.spans[0]
    assert hit.answer.text[start:end] == "René drew"


def test_all_words_stand_in_one_answer() -> None:
    assert kinds("in", "too") == ["evidence"]
    assert kinds("heard", "insight") == []
    assert kinds("cue", "act") == ["plan"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"relationship": "formal-authority"}, ["with", "moment", "other-side"]),
        ({"relationship": "other"}, ["moment"]),
        ({"behaviour": "own-answers"}, ["focus-notice", "heard", "evidence"]),
        ({"behaviour": "open-doors"}, ["evidence", "plan"]),
        ({"rubric": "learning-leader", "behaviour": "open-doors"}, ["evidence", "plan"]),
        ({"rubric": "another"}, []),
        ({"first": date(2026, 11, 21)}, []),
        ({"last": date(2026, 11, 19)}, []),
    ],
)
def test_filters_leave_what_is_about_them(filters: dict[str, Any], expected: list[str]) -> None:
    assert kinds("in", **filters) == expected


def test_the_first_and_the_last_day_count() -> None:
    day = date(2026, 11, 20)
    assert kinds("heard", first=day, last=day) == ["heard"]


@settings(max_examples=examples(80))
@given(reflections(), st.data())
def test_whatever_stands_in_an_answer_is_found_and_no_page_is_passed_over(
    reflection: Reflection, data: st.DataObject
) -> None:
    text = render(reflection, RUBRIC)
    page, _ = parse(text, "page.md")
    assert page is not None
    answers = list(answers_on(page))
    words = [word for answer in answers for word in answer.text.split()]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    try:
        phrase = Phrase(word)
    except ValueError:
        return
    if "\\" in word or phrase.spans(word) != [(0, len(word))]:
        return  # a word with a mark around it
    query = SearchQuery([phrase])
    assert query.may_stand_in(text)
    matches = [hit.answer for hit in query.hits(page, "page", "page.md")]
    assert matches == [answer for answer in answers if phrase.spans(answer.text)]
    assert matches
