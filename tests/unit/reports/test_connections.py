"""Counts side by side: on `--all`, in no file that may be passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from learnlead.i18n.words import ENGLISH, words_in
from learnlead.page.page import Answer
from learnlead.reports.connections import occasions_sentence, roles_paragraph
from learnlead.reports.document import Extent
from learnlead.reports.json import trends_json
from learnlead.reports.trends import trends_report
from learnlead.sitting.mark import Count
from learnlead.trends.connections import Connections, RoleCount
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from made_journals import saying
from made_sittings import BEGUN, plan, review, sitting, small_rubric
from unit.reports.laid_out import laid_out

TODAY = BEGUN + timedelta(weeks=9)


def told() -> Trends:
    pages = [sitting(0, {"asking": 2}, plan=plan(), focus="asking", count={"asking": Count(1, 2)})]
    for week in (1, 2, 3):
        before = review(pages[-1].stem, "done" if week > 1 else "not-done")
        marks = {} if week == 3 else {"asking": 3}
        pages.append(sitting(week, marks, plan=plan(), focus="asking", reviews=before))
    answers = {
        pages[1].stem: (Answer("with", "the night porter"),),
        pages[2].stem: (Answer("heard", "You wait now.", behaviour="asking"),),
        pages[3].stem: (Answer("heard", "You asked.", behaviour="asking"),),
    }
    return summarise(pages, small_rubric(), today=TODAY, texts=saying(answers))


def text(extent: Extent) -> str:
    return " ".join(laid_out(trends_report([told()], extent), "text").split())


def test_all_has_the_counts_without_a_direction() -> None:
    everything = text("all")
    for sentence in (
        "Plans and the rating beside them",
        "- done: 1 rated 3, 1 without a rating",
        "- not done: 1 rated 3",
        "Moments by the role you wrote down: the night porter 1.",
        "- “You asked.” 23 January 2026.",
        "- “You wait now.” 16 January 2026; your own rating of Asking that time: 3.",
        "Done in 1 of 2 occasions since 2 January 2026: counted, not tested.",
    ):
        assert sentence in everything


@pytest.mark.parametrize("extent", ["first", "record"])
def test_neither_the_first_screen_nor_a_file_has_roles_or_what_others_said(extent: Extent) -> None:
    shown = text(extent)
    for words in ("porter", "You wait", "rating beside them"):
        assert words not in shown
    assert ("1 of 2 occasions" in shown) == (extent == "record")


def test_programs_get_the_occasions_and_nothing_else() -> None:
    data = trends_json(told())
    focus = data["focus"]
    assert isinstance(focus, dict)
    assert focus["occasions"] == {"before": {"did": 0, "of": 0}, "since": {"did": 1, "of": 2}}
    assert "porter" not in repr(data)
    assert "You wait" not in repr(data)


def test_many_roles_end_in_their_number() -> None:
    roles = tuple(RoleCount(f"report {n}", 9 - n) for n in range(8))
    paragraph = roles_paragraph(Connections(roles=roles), ENGLISH)
    assert paragraph is not None
    assert str(paragraph.words).endswith("report 5 4; others 5, in 2 roles.")
    assert roles_paragraph(Connections(), ENGLISH) is None


def test_it_is_said_in_german_too() -> None:
    trends = told()
    assert trends.focus is not None
    assert occasions_sentence(trends, trends.focus, words_in("de")) == (
        "Getan bei 1 von 2 Gelegenheiten seit dem 2. Januar 2026: gezählt, nicht geprüft."
    )
