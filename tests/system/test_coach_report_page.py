"""The report for a coach in a real browser and before a real validator, and on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from learnlead.coach.bundle import (
    Content,
    Leader,
    Manifest,
    Named,
    OfRubric,
    Passage,
    Period,
    SentFinding,
    SentFocus,
    SentPlan,
    SentRating,
    Terms,
)
from learnlead.reports.coach_report import coach_report
from learnlead.shipped import folder
from running import run_program
from system.browser import CHROMIUM, chromium, shown
from system.test_html_pages import (
    DESK,
    PHONE,
    violations,
)
from system.test_html_pages import (
    test_the_validator_finds_no_error as the_validator_finds_no_error,
)
from unit.reports.formats.reported import HOSTILE
from unit.reports.laid_out import laid_out

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not (CHROMIUM and shutil.which("java") and find_spec("axe_playwright_python")),
        reason="needs chromium, java and axe-core: make test-system installs them",
    ),
]

BAD = " ".join(HOSTILE)
DAY = date(2026, 11, 20)


def hostile() -> str:
    """A report in which every text is made to do harm."""
    manifest = Manifest(
        id="0" * 32,
        leader=Leader(id="1" * 32, name=BAD),
        made_on=DAY,
        program=BAD,
        rubric=OfRubric(id="small", version=1, title=BAD),
        period=Period(first=DAY, last=DAY),
        relationship="own",
        terms=Terms(recipient=BAD, until=DAY, not_for=(BAD,)),
        files={},
    )
    content = Content(
        sittings=1,
        want=BAD,
        focus=SentFocus(behaviour="asking", name=BAD, since=DAY, statement=BAD, notice=BAD),
        findings=(SentFinding(id="finding-1", kind="rising", strength=True, text=BAD),),
        plans=(SentPlan(id="one", date=DAY, cue=BAD, action=BAD),),
        passages=(Passage(id="one/moment-1", kind="moments", date=DAY, about=BAD, text=BAD),),
        ratings=(SentRating(page="one", date=DAY, depth="quick", behaviour="asking", mark=3),),
        names=(Named(id="asking", name=BAD), Named(id="own", name=BAD)),
    )
    return laid_out(coach_report([(manifest, content)]), "html")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The invented year by default and with everything; and a hostile report."""
    top = tmp_path_factory.mktemp("coach")
    shutil.copytree(folder("examples"), top / "year")
    some, everything = "moments,insights", "moments,evidence,insights,obstacles,ratings,heard"
    for name, kinds in (("some", some), ("all", everything)):
        ran = run_program(
            *(
                "export",
                "--output",
                top / name,
                "--yes",
                "--names",
                "stay",
                "--want",
                "Time to think about hurry.",
            ),
            *("--for", "Maria", "--as", "Alex", "--until", "2027-01-31", "--include", kinds),
            cwd=top / "year",
        )
        assert ran.code == 0, ran.stderr
    (top / "hostile.html").write_text(hostile(), encoding="utf-8")
    return {
        "some": top / "some" / "report.html",
        "all": top / "all" / "report.html",
        "hostile": top / "hostile.html",
    }


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


def test_the_validator_has_nothing_to_say(pages: dict[str, Path]) -> None:
    the_validator_finds_no_error(pages)


@pytest.mark.parametrize("name", ["some", "all", "hostile"])
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (DESK, "light")])
def test_it_is_for_everybody_and_nothing_lies_beside_it(
    pages: dict[str, Path], browser: Any, name: str, width: int, scheme: str
) -> None:
    with shown(browser, pages[name], width=width, scheme=scheme) as page:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_word_of_it_runs(pages: dict[str, Path], browser: Any) -> None:
    with shown(browser, pages["hostile"], width=DESK) as page:
        assert page.evaluate("document.scripts.length + document.images.length") == 0
        assert page.evaluate("document.querySelectorAll('b, a, iframe').length") == 0


def test_page_one_is_one_page(pages: dict[str, Path], browser: Any) -> None:
    for paper, height in (("A4", 1123 - 136), ("Letter", 1056 - 136)):
        width = 794 - 128 if paper == "A4" else 816 - 128
        with shown(browser, pages["some"], width=width) as page:
            page.emulate_media(media="print")
            end = page.evaluate("document.querySelector('.brief').getBoundingClientRect().bottom")
            assert end <= height
            assert page.pdf(format=paper).count(b"/Type /Page\n") >= 2
