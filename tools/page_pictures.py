"""Pictures of a page as a browser shows it: light, dark, on a phone, on paper."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

_CHROMIUM = "chromium"


@dataclass(frozen=True, slots=True)
class Shot:
    """What is photographed: the upper part of a page, in pixels, as somebody sees it."""

    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    begin: str | None = None
    """Where to begin: at the heading with these words, else at the top."""


SHOTS = {
    "page-light": Shot(1100, 1280),
    "page-dark": Shot(1100, 1280, scheme="dark"),
    "page-phone": Shot(390, 1280),
    "page-paper": Shot(794, 1000, media="print"),
    "page-every-rating": Shot(1100, 1280, begin="Every rating"),
}
"""The pictures of the page, by the name of their file."""


def missing_parts() -> str | None:
    """What a picture needs and this machine has not; None when nothing is missing."""
    if shutil.which(_CHROMIUM) is None:
        return "install Debian's chromium and fonts-liberation"
    if find_spec("playwright") is None:
        return "run make pictures: it installs what test-system needs"
    return None


def take(page: Path, shot: Shot, picture: Path) -> None:
    """Photograph the page and write the picture as PNG."""
    from playwright.sync_api import sync_playwright

    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which(_CHROMIUM), args=[*as_root, "--hide-scrollbars"]
        )
        size = {"width": shot.width, "height": shot.height}
        window = browser.new_page(viewport=size, color_scheme=shot.scheme, bypass_csp=True)
        window.emulate_media(media=shot.media)
        window.goto(page.as_uri())
        if shot.media == "print":  # the margins, which only a printer adds, past the page's policy
            window.add_style_tag(content="body { padding: 68px 64px !important }")
        top = 0.0
        if shot.begin is not None:
            heading = window.get_by_role("heading", name=shot.begin, exact=True)
            top = heading.evaluate("one => one.getBoundingClientRect().top + scrollY - 24")
        clip = {"x": 0, "y": top, "width": shot.width, "height": shot.height}
        window.screenshot(path=picture, clip=clip, full_page=True)
        browser.close()
