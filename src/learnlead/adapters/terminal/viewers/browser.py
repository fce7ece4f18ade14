"""Shows a file in the reader's browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from learnlead.errors import LearnleadError, Problem


def show_in_browser(file: Path) -> None:
    """Have `$BROWSER`, or the desktop's own browser, open the file.

    Raises:
        LearnleadError: there is none, or it did not begin (exit 2).
    """
    try:
        opened = webbrowser.open(file.absolute().as_uri())
    except webbrowser.Error:
        opened = False
    if not opened:
        message = "no browser could be opened here"
        remedy = "--output page.html writes the page for one"
        raise LearnleadError(Problem(message, remedy))
