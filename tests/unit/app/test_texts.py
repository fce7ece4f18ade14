from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from learnlead.app.read_pages import texts_reader
from learnlead.page.facts import Sitting
from learnlead.page.page import parse, sitting_of
from learnlead.trends.summarise import summarise
from learnlead.trends.themes import AnswersByPage
from made_sittings import BEGUN, small_rubric
from twins import MemoryShelf

PAGE = """\
---
learnlead: 1
kind: reflection
date: {day}
rubric: small
focus: asking
focus-notice: they quote unicorns
---

# Small

## Looking back <!-- looking-back -->

**Plan:** If **someone is stuck**, then I will **ask zebras** <!-- plan 2025-12-26-small -->

**Outcome:** done

Noteword.

## I helped <!-- moment own -->

**With:** Petra Pan

Whatword.
%% private %%
Secretword.
%% end %%

### The other side <!-- other-side -->

Sideword.

## What they said <!-- heard -->

Heardword.

## Ratings <!-- ratings -->

### Asking <!-- asking -->

**Rating:** 4 of 5

Evidenceword.

## Questions <!-- questions -->

### Keep one? <!-- answer keep-one -->

Answerword.

## The opposite <!-- opposite -->

Oppositeword.

## Insight <!-- insight -->

Insightword.

%% private %%
Openword, and never closed.

## Obstacle <!-- obstacle -->

Obstacleword.

## Plan <!-- plan -->

- [ ] If **someone is stuck**, then I will **ask zebras** <!-- plan asking --> 📅 2026-01-09

## My own section

Ownword.
"""

TOLD = ("note", "what", "side", "evidence", "answer", "opposite", "insight", "obstacle")


def journal(pages: int) -> tuple[MemoryShelf, list[Sitting]]:
    days = [BEGUN + timedelta(weeks=week) for week in range(pages)]
    page_store = MemoryShelf({f"{day}-small.md": PAGE.format(day=day) for day in days})
    sittings = []
    for name, text in page_store.pages.items():
        page, problems = parse(text, page_store.shown(name))
        assert page is not None
        assert problems == []
        sittings.append(sitting_of(page, name.removesuffix(".md"), page_store.shown(name)))
    return page_store, sittings


def test_what_was_answered_is_told_and_says_what_it_answers() -> None:
    page_store, (sitting,) = journal(1)
    answers = texts_reader(page_store)([sitting])[sitting.stem]
    assert [(answer.kind, answer.text) for answer in answers if answer.themed] == [
        ("looking-back", "Noteword."),
        ("moment", "Whatword."),
        ("other-side", "Sideword."),
        ("evidence", "Evidenceword."),
        ("question", "Answerword."),
        ("opposite", "Oppositeword."),
        ("insight", "Insightword."),
        ("obstacle", "Obstacleword."),
    ]


def test_nothing_private_and_no_name_reaches_themes_or_findings() -> None:
    page_store, sittings = journal(5)
    trends = summarise(
        sittings, small_rubric(), today=BEGUN + timedelta(weeks=9), texts=texts_reader(page_store)
    )
    assert {theme.term for theme in trends.themes.steady} == {f"{word}word" for word in TOLD}
    shown = repr((trends.themes, trends.findings)).lower()
    for word in ("secretword", "openword", "petra", "heardword", "ownword", "zebras", "unicorns"):
        assert word not in shown


def test_a_page_that_went_away_says_nothing() -> None:
    page_store, sittings = journal(2)
    del page_store.pages[f"{sittings[0].stem}.md"]
    answers = texts_reader(page_store)(sittings)
    assert answers[sittings[0].stem] == ()
    assert answers[sittings[1].stem]


def test_texts_are_read_of_the_windows_pages_alone() -> None:
    _, sittings = journal(270)
    wanted: list[Sitting] = []

    def asked(of: Sequence[Sitting]) -> AnswersByPage:
        wanted.extend(of)
        return {}

    summarise(sittings, small_rubric(), today=BEGUN + timedelta(weeks=300), texts=asked)
    assert wanted == sittings[-260:]
