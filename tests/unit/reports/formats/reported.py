"""What the tests of formats share: trends with everything in them, and with hostile words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from learnlead.errors import Problem
from learnlead.page.facts import PlanLine, Sitting
from learnlead.reports.formats.registry import format_named
from learnlead.reports.trends import trends_report
from learnlead.rubric.model import Rubric
from learnlead.sitting.mark import Mark
from learnlead.trends.model import Trends
from learnlead.trends.summarise import summarise
from learnlead.trends.themes import Quote, Theme, Themes
from made_sittings import BEGUN, review, sitting, small_rubric
from unit.reports.laid_out import laid_out

TODAY = date(2026, 12, 31)

HOSTILE = (
    "<script>alert(1)</script>",
    '"onload="alert(1)',
    "'><img src=x onerror=alert(1)>",
    "</title></style></svg>--><b>",
    "{{ 7 * 7 }}{% include 'page.css' %}",
    "\u202eevil\u2066 \x00\x07\x1b[2J\x9b",
    "![x](https://example.org/x.png) [y](javascript:alert(1))",
    "| a | **b** | `c` | <!-- d -->",
    "&lt;script&gt; &#x3c; &amp",
    "=cmd|' /C calc'!A0",
    "# a\n- b\n```\nc",
    "ونعم 日本語 é👩‍💻",
)


def trends(held: int = 40, words: str = "Words", *, version: int | None = 1) -> Trends:
    """A journal that has something for every part of a report; whatever has words has these."""
    rubric = named(words)
    pages = [page(week, words, version=version) for week in range(held)]
    older = [sitting(-9, {"asking": 2}, rubric_version=7)] if held else []
    found = summarise(
        [*older, *pages],
        rubric,
        today=TODAY,
        away=[(BEGUN + timedelta(weeks=4), BEGUN + timedelta(weeks=6))],
        problems=[Problem("the page is broken", "mend it", "journals/x.md", 3)],
    )
    return with_themes(found, words) if held else found


def page(week: int, words: str, *, version: int | None) -> Sitting:
    """One sitting a week but for the fifth; each fourth is full."""
    by_relationship: dict[str, Mark] = {"own": 1 + week % 5, "peer": "no-opportunity"}
    full = week % 4 == 0
    return sitting(
        week if week < 4 else week + 1,
        {
            "asking": by_relationship if full else min(1 + week // 8, 5),
            "listening": "none-made" if week % 3 else 5,
            "own-own": 4 if week % 2 else "no-opportunity",
        },
        rubric_version=version,
        depth="full" if full else "standard",
        focus="asking",
        focus_notice=words,
        live=("own",),
        moments=("own",),
        evidence=frozenset({"asking"}),
        plan=PlanLine("asking", words, words, BEGUN + timedelta(weeks=week + 1)),
        reviews=review(f"{BEGUN + timedelta(weeks=week - 1)}-small", "not-done"),
    )


def named(words: str) -> Rubric:
    """The small rubric with these words wherever it has words."""
    rubric = small_rubric()
    return rubric.model_copy(
        update={
            "title": words,
            "scale": rubric.scale.model_copy(update={"labels": (words,) * 5}),
            "behaviours": tuple(
                one.model_copy(update={"name": words, "when": words, "i": words})
                for one in rubric.behaviours
            ),
            "relationships": tuple(
                one.model_copy(update={"name": words, "sentence": words})
                for one in rubric.relationships
            ),
        }
    )


def with_themes(found: Trends, words: str) -> Trends:
    """The same with three themes of each kind."""
    quote = Quote(BEGUN, words, "2026-01-02-small", "insight")
    theme = Theme(words, 8, 5, 2.0, (quote,) * 3)
    return found._replace(themes=Themes((theme,), (theme,), (theme,), newest=13, before=26))


def rendered(name: str, found: Sequence[Trends], *, width: int = 80, plain: bool = False) -> str:
    """These trends in that format, with all it has room for."""
    report = trends_report(found, format_named(name).extent)
    return laid_out(report, name, width=width, plain=plain)


@cache
def written(name: str, words: str = "Words") -> str:
    """The whole report in that format."""
    return rendered(name, [trends(words=words)])
