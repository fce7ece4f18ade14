"""What trends say in German: agreed texts of the invented year, no English left, no decimal point.

After a change that is meant, write the texts anew and read the difference:
`LEARNLEAD_UPDATE_GOLDEN=1 pytest tests/cli/test_trends_in_german.py`.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from golden_files import GOLDEN, check_golden
from learnlead.i18n.languages import shipped
from learnlead.i18n.words import Words, words_in
from learnlead.page.periods import Period
from learnlead.reports.compare import compare_article
from learnlead.reports.document import Document
from learnlead.reports.trends import trends_report
from learnlead.reports.trends_by import Arrangement, by_article
from learnlead.reports.verdicts.proof import proof_article
from learnlead.reports.verdicts.why import why_article
from learnlead.trends.compare import compare
from learnlead.trends.why import why
from running import run
from unit.reports.formats import reported
from unit.reports.laid_out import laid_out

EXAMPLES = Path(__file__).parents[2] / "journals" / "examples"
GERMAN = words_in("de")
FILES = ("trends", "findings", "figures", "proof")
VIEWS = {
    "first": (),
    "all": ("--all",),
    "why-overall": ("--why", "overall"),
    "why-focus": ("--why", "focus"),
    "proof-overall": ("--proof", "overall"),
    "proof-focus": ("--proof", "focus"),
    "by-behaviour": ("--by", "behaviour"),
    "by-relationship": ("--by", "relationship"),
    "by-month": ("--by", "month"),
    "compare": ("--compare", "2026-Q2", "2026-Q3"),
    "html": ("--format", "html"),
    "markdown": ("--format", "markdown"),
}
AGREED = ("first", "all", "why-overall", "why-focus", "by-relationship", "by-month", "compare")


@pytest.fixture
def invented(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace that speaks German, with the invented year in it, in 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    (workspace / "learnlead.yaml").write_text("language: de\n", encoding="utf-8")
    folder = workspace / "journals"
    folder.mkdir(exist_ok=True)
    for page in EXAMPLES.glob("*.md"):
        shutil.copy(page, folder)


def of_the_invented_year(*arguments: str) -> str:
    return run("trends", *arguments).stdout


@cache
def english() -> re.Pattern[str]:
    """Every stretch of two words or more that English sentences have between their gaps.

    Commands and formulas, which are the same in every language, are none.
    """
    stretches = {
        piece.strip(" .,;:()“”`")
        for file in FILES
        for sentence in shipped("en", file).values()
        for piece, *_ in Formatter().parse(re.sub(r"`[^`]*`", "{}", str(sentence)))
    }
    worded = (s for s in stretches if re.search(r"[a-z]{3,} [a-z]+", s))
    return re.compile("|".join(rf"\b{re.escape(stretch)}\b" for stretch in sorted(worded)))


def left_in_english(text: str) -> list[str]:
    return english().findall(" ".join(text.split()))


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize("name", AGREED)
@pytest.mark.parametrize("plain", [False, True])
def test_of_the_invented_year_it_says_what_was_agreed(name: str, plain: bool) -> None:
    text = of_the_invented_year(*VIEWS[name], *(("--plain",) if plain else ()))
    check_golden(f"trends/german/{name}{'-plain' if plain else ''}.txt", text)


def test_every_golden_file_belongs_to_a_test() -> None:
    names = {f"{name}{end}" for name in AGREED for end in ("", "-plain")}
    assert {file.stem for file in (GOLDEN / "trends" / "german").iterdir()} == names


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize("name", VIEWS)
def test_no_sentence_is_left_in_english(name: str) -> None:
    text = of_the_invented_year(*VIEWS[name])
    assert "Einschätzung" in text or "Kein Trend" in text
    assert left_in_english(text) == []


@pytest.mark.usefixtures("invented")
def test_the_check_finds_english_where_it_is_left() -> None:
    for name, view in VIEWS.items():
        text = of_the_invented_year(*view, "--lang", "en")
        assert left_in_english(text), name


def without_thousands(text: str) -> str:
    return re.sub(r"\b10?\.000 Journalen", "", text)


def in_german(held: int) -> list[str]:
    trends, words = reported.trends(held), GERMAN
    reports = [trends_report([trends], extent, words) for extent in ("first", "all", "record")]
    arrangements: tuple[Arrangement, ...] = ("behaviour", "relationship", "month")
    reports += [Document([by_article(trends, by, words)]) for by in arrangements]
    halves = (
        Period(date(2026, 1, 1), date(2026, 5, 31)),
        Period(date(2026, 6, 1), date(2027, 12, 31)),
    )
    compared = compare(trends.pages, trends.rubric, *halves)
    reports.append(Document([compare_article(compared, words)]))
    for subject in ("overall", "asking", "focus"):
        if (taken_apart := why(trends, subject)) is not None:
            articles = (
                why_article(taken_apart, trends, words),
                proof_article(taken_apart, trends, words),
            )
            reports += [Document([article]) for article in articles]
    forms = (("text", False), ("text", True), ("markdown", False))
    return [laid_out(report, form, plain=plain) for report in reports for form, plain in forms]


@pytest.mark.parametrize("held", [0, 1, 5, 13, 20, 40, 60])
def test_no_number_has_a_decimal_point(held: int) -> None:
    for text in in_german(held):
        assert re.findall(r"\d\.\d|[ (]\.\d", without_thousands(text)) == []
        assert left_in_english(text) == []


@pytest.mark.usefixtures("invented")
def test_a_language_that_says_nothing_of_trends_has_them_in_english_without_a_mixture() -> None:
    text = of_the_invented_year("--lang", "es")
    assert "39 sittings held, 7 November 2025 to 6 November 2026" in text
    assert "Your focus since 7 November 2025" in text


@pytest.mark.usefixtures("invented")
def test_programs_read_the_same_in_every_language() -> None:
    german, original = (
        json.loads(of_the_invented_year("--json", "--lang", lang)) for lang in ("de", "en")
    )
    assert german["composite"] == original["composite"]
    texts = [finding["text"] for finding in german["findings"]]
    assert any("in each of the newest 13 sittings" in text for text in texts)


@pytest.mark.parametrize("words", [GERMAN, words_in("en")])
def test_the_months_stand_where_their_weeks_are(words: Words) -> None:
    text = laid_out(trends_report([reported.trends()], "all", words))
    january, december = (words.short_month(date(2026, month, 1)) for month in (1, 12))
    (line,) = re.findall(rf"^ +{january} .* {december}$", text, flags=re.MULTILINE)
    assert (line.index(january), line.index(december)) == (8, 8 + 48)
