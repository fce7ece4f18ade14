"""What trends says of journals at the edges, beside golden files in tests/golden/trends/table.

After a change that is meant, write them anew and read the difference:
`LEARNLEAD_UPDATE_GOLDEN=1 pytest tests/unit/reports/test_trends_table.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

import pytest

from golden_files import GOLDEN, check_golden
from learnlead.page.facts import PlanLine, Sitting
from learnlead.page.page import Answer
from learnlead.reports.trends import trends_report
from learnlead.sitting.mark import NO_OPPORTUNITY, Outcome
from learnlead.trends.summarise import summarise
from made_journals import saying
from made_sittings import review, sitting, small_rubric
from unit.reports.laid_out import laid_out

TODAY = date(2026, 11, 20)
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
BEHAVIOURS = ("asking", "listening", "own-own")
SAID = (
    "She drew it on the board herself.",
    "I gave the answer before the question was over.",
    "The handover took an hour, and nobody asked.",
    "Ten seconds of silence, then an idea.",
    "The night shift had the better plan.",
)


def days(n: int, step: timedelta = WEEK) -> list[date]:
    """So many days up to today, oldest first."""
    return [TODAY - step * back for back in reversed(range(n))]


def journal(on: Iterable[date]) -> list[Sitting]:
    """Sittings with ratings that go nowhere, and a plan that is kept for a while."""
    random = Random("table")  # noqa: S311 - the same journal each time
    outcomes: Sequence[Outcome] = ("done", "partly", "done", "not-done")
    found: list[Sitting] = []
    for number, day in enumerate(on):
        nth = sum(one.date == day for one in found) + 1
        before = found[-1].stem if found else None
        found.append(
            sitting(
                day,
                {one: min(max(round(random.gauss(3.2, 0.8)), 1), 5) for one in BEHAVIOURS},
                stem=f"{day}-small" + (f".{nth}" if nth > 1 else ""),
                focus="asking",
                focus_notice="they finish their own sentences",
                live=("own", "peer") if number % 3 == 0 else ("own",),
                moments=("own",),
                evidence=frozenset({"asking"}),
                reviews=review(before, outcomes[number % 4]) if before else (),
                plan=PlanLine(
                    "asking",
                    "somebody is stuck",
                    "ask first" if number % 8 < 4 else "wait ten seconds",
                    day + WEEK,
                    before if number % 4 else None,
                ),
            )
        )
    return found


def marked(pages: Sequence[Sitting], mark: object) -> list[Sitting]:
    return [replace(page, ratings=dict.fromkeys(BEHAVIOURS, mark)) for page in pages]  # type: ignore[arg-type]  # any mark


def said(
    pages: Sequence[Sitting],
    *,
    rhythm: str = "weekly",
    everything: bool = False,
    plain: bool = False,
) -> str:
    random = Random("said")  # noqa: S311 - the same words each time
    texts = {page.stem: (Answer("insight", random.choice(SAID)),) for page in pages}
    found = summarise(
        pages, small_rubric(*BEHAVIOURS, rhythm=rhythm), today=TODAY, texts=saying(texts)
    )
    return laid_out(trends_report([found], "all" if everything else "first"), plain=plain)


def of_so_many(n: int) -> str:
    return said(journal(days(n)))


TABLE: dict[str, Callable[[], str]] = {
    **{f"{n}-pages": partial(of_so_many, n) for n in (0, 1, 5, 6, 12, 13, 14, 26, 30, 39, 52, 120)},
    "1000-pages": partial(of_so_many, 1000),
    "30-pages-all": lambda: said(journal(days(30)), everything=True),
    "12-pages-plain": lambda: said(journal(days(12)), plain=True),
    "all-equal": lambda: said(marked(journal(days(16)), 3)),
    "all-no-opportunity": lambda: said(marked(journal(days(16)), NO_OPPORTUNITY)),
    "one-a-month": lambda: said(
        journal(date(2025 + m // 12, m % 12 + 1, 6) for m in range(9, 23)), rhythm="monthly"
    ),
    "two-a-day": lambda: said(journal([day for day in days(14, DAY) for _ in range(2)])),
    "a-years-break": lambda: said(journal([*(day - 60 * WEEK for day in days(10)), *days(8)])),
}


@pytest.mark.parametrize("name", TABLE)
def test_it_says_what_was_agreed(name: str) -> None:
    check_golden(f"trends/table/{name}.txt", TABLE[name]())


def test_every_golden_file_belongs_to_a_test() -> None:
    assert {file.stem for file in (GOLDEN / "trends" / "table").iterdir()} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_noise_is_never_told_as_a_change(name: str) -> None:
    text = TABLE[name]()
    for claim in ("Suggests a", "clear rise", "clear fall", "is seen", "missed", "improved"):
        if claim == "is seen" and "no rise is seen" in " ".join(text.split()):
            continue
        assert claim not in text
    assert "nan" not in text.lower().split()
