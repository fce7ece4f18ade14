"""A page as a PDF, by a browser that is installed; it loads nothing and runs no script of ours."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.temporaries import temporary_folder
from learnlead.errors import LearnleadError, MachineFailed, Problem

_ON_PATH: Final = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("microsoft-edge", "brave-browser", "chrome", "msedge"),
)
_ELSEWHERE: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_PATIENCE: Final = 120
"""Seconds for a browser that starts for the first time."""


def refuse_pdf(target: str) -> None:
    """Refuse a PDF that could not be written, before anything else is.

    Raises:
        LearnleadError: no browser is installed, or something has that name (exit 2).
    """
    _browser()
    if os.path.lexists(target):
        message = f"{target} is there already, and is not written over"
        raise LearnleadError(Problem(message, "name another file with --pdf"))


def write_pdf(html: str, target: str, folder: Path) -> None:
    """Print the page to a new file that is its owner's alone.

    Args:
        html: the whole page.
        target: the file, as it was named.
        folder: one of our own, where the page lies while it is printed.

    Raises:
        LearnleadError: no browser is installed, or something has that name by now.
        MachineFailed: the browser wrote nothing, or the machine refused.
    """
    refuse_pdf(target)
    with report_failures("write the PDF", target):
        safe_write.make_folder(folder)
        with temporary_folder(folder) as room:
            safe_write.put(room / "page.html", html.encode())
            printed = _printed(room)
        if printed is None:
            message = "the browser made no PDF of the page"
            remedy = "write the page with --output FILE.html and print it there"
            raise MachineFailed(Problem(message, remedy, target))
        try:
            safe_write.create(Path(target).absolute(), printed)
        except FileExistsError:
            refuse_pdf(target)
            raise


def _printed(room: Path) -> bytes | None:
    pdf = room / "page.pdf"
    command = [
        _browser(),
        *("--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"),
        *(["--no-sandbox"] if _is_root() else []),  # which a browser refuses to do without
        f"--user-data-dir={room / 'browser'}",
        f"--print-to-pdf={pdf}",
        (room / "page.html").as_uri(),
    ]
    try:
        subprocess.run(  # noqa: S603 - the reader's own browser, and a page of ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    raw = pdf.read_bytes() if pdf.is_file() else b""
    return raw if raw.startswith(b"%PDF-") else None


def _browser() -> str:
    found_at = next(_browsers(), None)
    if found_at is None:
        message = "no browser that prints is installed: Chromium, Chrome, Edge or Brave"
        remedy = "write the page with --output FILE.html, open it in any browser and print it"
        raise LearnleadError(Problem(message, remedy))
    return found_at


def _browsers() -> Iterator[str]:
    yield from (path for name in _ON_PATH if (path := shutil.which(name)))
    yield from (path for path in _ELSEWHERE if os.access(path, os.X_OK))


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
