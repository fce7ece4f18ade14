"""Trends as a person reads them, beside golden files in tests/golden/trends.

After a change that is meant, write them anew and read the difference:
`LEARNLEAD_UPDATE_GOLDEN=1 pytest tests/unit/reports/test_trends_report.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden_files import GOLDEN, check_golden
from learnlead.page.facts import PlanLine, Review, Sitting
from learnlead.reports.document import Extent
from learnlead.reports.trends import trends_report
from learnlead.rubric.model import Question, Rubric
from learnlead.sitting.mark import Mark, Outcome
from learnlead.text.cells import cells
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from made_sittings import sitting, small_rubric, weekly
from sizes import examples
from unit.reports.laid_out import laid_out

TODAY = date(2026, 11, 20)
NAMES = {
    "follower-needs": "What each person needs",
    "performance-emphasis": "Performance in measure",
    "joint-learning": "Learning together with reports",
    "open-doors": "Open doors for peers",
    "own-expertise": "Questioning my own knowledge",
    "own-answers": "Conditions for own answers",
    "asking-and-listening": "Asking and listening",
    "time-for-people": "Time for people",
    "easy-to-approach": "Easy to approach",
    "learning-as-a-topic": "Learning as a topic",
}
MADE = ("open-doors", "own-answers")
ALONE = {"performance-emphasis": "formal-authority", "open-doors": "ripples-of-influence"}
OUTCOMES: tuple[Outcome, ...] = ("done", "partly", "done", "not-done", "cue-never-came")


def rubric() -> Rubric:
    return Rubric.model_validate(
        {
            "learnlead-rubric": 1,
            "id": "leader",
            "version": 2,
            "title": "Learning leader",
            "scale": {
                "kind": "frequency",
                "labels": ["never", "rarely", "about half the time", "mostly", "every time"],
            },
            "relationships": [
                {
                    "id": "formal-authority",
                    "name": "Formal authority",
                    "sentence": "I helped someone who reports to me learn",
                },
                {
                    "id": "ripples-of-influence",
                    "name": "Ripples of influence",
                    "sentence": "a peer and I learned as equals",
                },
            ],
            "behaviours": [
                {
                    "id": one,
                    "name": name,
                    "i": "act",
                    "relationship": ALONE.get(one, "all"),
                    "opportunity": "made" if one in MADE else "met",
                }
                for one, name in NAMES.items()
            ],
        }
    )


def journal(held: int, *, rise: float = 0.0, level: float = 3.1) -> list[Sitting]:
    """Sittings up to today with every ninth week left out; the focus rises by `rise` in all."""
    random = Random(f"golden {held}")  # noqa: S311 - the same journal each time
    weeks = [week for week in range(2 * held + 2) if week % 9 != 4][:held]
    found: list[Sitting] = []
    for number, week in enumerate(reversed(weeks)):
        day = TODAY - timedelta(weeks=week)
        part = number / max(held - 1, 1) - 0.5
        previous = found[-1].stem if found else None
        peer = random.random() < 0.4
        found.append(
            Sitting(
                stem=f"{day}-leader",
                file=f"journals/{day}-leader.md",
                date=day,
                rubric="leader",
                rubric_version=2,
                focus="own-answers",
                focus_notice="people finish their own sentences",
                live=("formal-authority", "ripples-of-influence")
                if peer
                else ("formal-authority",),
                moments=("formal-authority",),
                ratings=ratings(random, level, rise * part, peer=peer),
                evidence=frozenset(
                    {"own-answers", "follower-needs"} if number < 4 else {"own-answers"}
                ),
                reviews=(Review(previous, OUTCOMES[number % 5]),) if previous else (),
                plan=plan(number, day, previous),
            )
        )
    return found


def ratings(random: Random, level: float, rise: float, *, peer: bool) -> Mapping[str, Mark]:
    marks: dict[str, Mark] = {}
    for one in NAMES:
        mean = level + (rise if one == "own-answers" else 0)
        chance = random.random()
        if one == "open-doors" and not peer:
            marks[one] = "none-made" if chance < 0.3 else "no-opportunity"
        elif chance > 0.05:
            marks[one] = min(max(round(random.gauss(mean, 0.7)), 1), 5)
    return marks


def plan(number: int, day: date, previous: str | None) -> PlanLine:
    kept = previous if number % 4 else None
    action = "ask three questions" if number < 8 else "wait ten seconds before I say anything"
    due = day + timedelta(days=7)
    return PlanLine("own-answers", "a report brings me a stuck problem", action, due, kept)


def said(
    sittings: list[Sitting], *, width: int = 80, plain: bool = False, extent: Extent = "first"
) -> str:
    found = summarise(sittings, rubric(), today=TODAY)
    return laid_out(trends_report([found], extent), width=width, plain=plain)


def everything(sittings: list[Sitting], *, width: int = 80, plain: bool = False) -> str:
    return said(sittings, width=width, plain=plain, extent="all")


def steady(held: int, mark: int) -> list[Sitting]:
    marks = dict.fromkeys(NAMES, mark)
    return [replace(one, ratings=marks) for one in journal(held)]


def with_older_version() -> list[Sitting]:
    older = weekly([3] * 5, "open-doors", rubric="leader", rubric_version=1)
    return [*older, *journal(8)]


TEXTS = {
    "empty": lambda: said([]),
    "3-sittings": lambda: said(journal(3)),
    "8-sittings": lambda: said(journal(8)),
    "20-sittings": lambda: said(journal(20, rise=2.5)),
    "40-sittings": lambda: said(journal(40, rise=2.0)),
    "60-sittings": lambda: said(journal(60, rise=4.0)),
    "60-sittings-all": lambda: everything(journal(60, rise=4.0)),
    "60-sittings-all-100-wide": lambda: everything(journal(60, rise=4.0), width=100),
    "8-sittings-all": lambda: everything(journal(8)),
    "all-equal": lambda: said(steady(14, 3)),
    "steadily-high": lambda: everything(steady(14, 5)),
    "falling": lambda: everything(journal(60, rise=-4.0)),
    "narrow": lambda: said(journal(20, rise=-2.5), width=40),
    "plain-3-sittings": lambda: said(journal(3), plain=True),
    "plain": lambda: said(journal(40, rise=-2.5), plain=True),
    "plain-all": lambda: everything(journal(60, rise=-4.0), plain=True),
    "apart": lambda: everything(with_older_version()),
}

ONE_SCREEN = 23
"""The lines of a screen of 24, less that of the prompt."""


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("held", [0, 1, 5, 12, 13, 14, 26, 30, 39, 52, 120])
def test_a_first_look_fits_one_screen(held: int, plain: bool) -> None:
    for rise in (0.0, 4.0, -4.0):
        assert len(said(journal(held, rise=rise), plain=plain).splitlines()) <= ONE_SCREEN


@pytest.mark.parametrize("name", TEXTS)
def test_it_reads_as_it_was_agreed(name: str) -> None:
    check_golden(f"trends/{name}.txt", TEXTS[name]())


def test_every_golden_file_belongs_to_a_test() -> None:
    files = (file for file in (GOLDEN / "trends").iterdir() if file.is_file())
    assert {file.stem for file in files} == set(TEXTS)


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith(" ")]


def test_the_focus_leads_and_plans_come_before_verdicts_until_the_first_look() -> None:
    early, late = headings(everything(journal(12))), headings(everything(journal(13)))
    first = ["Your focus: Conditions for own answers", "What stands out"]
    assert early[2:6] == [*first, "Plans", "Overall"]
    assert late[2:5] == [*first, "Overall"]
    assert early[-1] == "Plans and the rating beside them"
    assert late[-2:] == ["Plans", "Plans and the rating beside them"]
    assert headings(said(journal(12)))[3:] == ["Plan", "Overall"]
    assert headings(said(journal(13)))[3:] == ["Overall", "What stands out"]


def test_between_looks_figures_go_on_and_words_of_direction_dont() -> None:
    pages = journal(60, rise=4.0)
    at, after = (everything(pages[:n]) for n in (52, 58))
    assert "Since then" not in at
    assert "Since then" in after

    def verdicts(text: str) -> list[str]:
        return re.findall(r"judged\s+on\s+[\w ]+", " ".join(text.split()))

    assert verdicts(at) == verdicts(after) != []


def test_a_chosen_period_shows_figures_only() -> None:
    found = summarise(journal(60, rise=4.0), rubric(), today=TODAY, last=TODAY)
    text = laid_out(trends_report([found], "all"))
    assert "Figures only; verdicts rest on the whole journal." in text
    assert "judged on" not in text
    assert "A bet" not in text
    assert found.settled.looks == ()


def test_a_weeks_absence_is_never_called_missed() -> None:
    for text in (said(journal(20)), said(journal(20), plain=True)):
        assert "missed" not in text
        assert "streak" not in text


@pytest.mark.parametrize("plain", [False, True])
def test_control_characters_from_a_file_never_reach_the_screen(plain: bool) -> None:
    page = replace(journal(1)[0], focus_notice="they\x1b[2Jlaugh", focus="x\x07y")
    page = replace(page, plan=PlanLine("own-answers", "a\x9bb", "c\x00d"))
    text = said([page], plain=plain, extent="all")
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text.replace("\n", ""))
    assert "they�[2Jlaugh" in text


def test_plain_text_has_no_blocks_and_no_arrows() -> None:
    text = everything(journal(40, rise=2.0), plain=True)
    assert not set(text) & set("▁▂▃▅▇→│─")


@settings(max_examples=examples(40))
@given(
    st.integers(36, 120),
    st.booleans(),
    st.text(st.characters(categories=("L", "Zs", "Mn")), min_size=1, max_size=90),
    st.integers(0, 20),
)
def test_every_line_fits(width: int, plain: bool, name: str, held: int) -> None:
    named = summarised(name.strip() or "x", held)
    for extent in ("first", "all"):
        text = laid_out(trends_report([named], extent), width=width, plain=plain)
        assert max(map(cells, text.splitlines())) <= width


def summarised(name: str, held: int) -> Trends:
    """Trends in which whatever has a name has this one."""
    one = small_rubric("asking")
    behaviour = one.behaviours[0].model_copy(update={"name": name})
    relationship = one.relationships[0].model_copy(update={"sentence": name})
    named = one.model_copy(
        update={"title": name, "behaviours": (behaviour,), "relationships": (relationship,)}
    )
    pages = weekly(
        [1 + i % 5 for i in range(held)],
        focus="asking",
        focus_notice=name,
        live=("own",),
        plan=PlanLine("asking", name, name),
    )
    return summarise([*pages, sitting(-9, rubric_version=3)], named, today=TODAY)


def test_dates_at_the_ends_of_the_calendar_are_only_dates() -> None:
    pages = [
        replace(one, date=day) for one, day in zip(journal(2), (date.min, date.max), strict=True)
    ]
    assert "1 January 1 to 31 December 9999" in said(pages)


def test_a_rubric_of_questions_alone_shows_what_it_has() -> None:
    asks = rubric().model_copy(
        update={"behaviours": (), "questions": (Question(id="one", ask="One?"),)}
    )
    text = laid_out(trends_report([summarise(journal(3), asks, today=TODAY)], "all"))
    assert "Overall" not in text
    assert "Behaviours" not in text
    assert "Plans" in text


def test_a_table_without_a_figure_is_a_sentence() -> None:
    ratings = {one.id: 3 for one in rubric().behaviours}
    pages = [
        replace(one, ratings=ratings, evidence=frozenset(), moments=(), live=None)
        for one in journal(13)
    ]
    text = everything(pages)
    assert "Nothing: each behaviour has a rating in each sitting. No example so far." in text
    assert "No page so far says who it was with." in text
    assert "last evidence" not in text


def test_several_sittings_of_a_day_are_one_of_a_look() -> None:
    pages = weekly([1 + i % 3 for i in range(14)])
    twice = [*pages, replace(pages[3], stem=f"{pages[3].stem}.2")]
    for those, held in ((pages, 14), (twice, 15)):
        found = summarise(those, small_rubric("asking"), today=TODAY)
        text = laid_out(trends_report([found]))
        assert text.startswith(f"Small\n{held} sittings held")
        assert "judged on 27 March 2026 (13 sittings)" in " ".join(text.split())


def test_an_empty_period_is_not_an_empty_journal() -> None:
    found = summarise(journal(8), rubric(), today=TODAY, first=date(2027, 1, 1))
    text = laid_out(trends_report([found]))
    assert "No sitting lies in this period; the newest in your journal is of 20 November" in text
    assert "Hold one" not in text
