"""Debian's Chromium without a window, and what is asked of a page in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium")

AS_ROOT = ["--no-sandbox"] if os.geteuid() == 0 else []
"""Chromium's sandbox refuses root, who runs the tests in CI; the pages are our own."""


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser, as playwright has it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=AS_ROOT)
        yield browser
        browser.close()


@contextmanager
def shown(browser: Any, file: Path, *, width: int, scheme: str = "light") -> Iterator[Any]:
    """The file in a window of that width, to a reader who likes it light or dark.

    Whatever it loads beside itself, says on the console or has thrown is an error.
    """
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    loaded: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    yield page
    page.close()
    assert loaded == [file.as_uri()]
    assert said == []
