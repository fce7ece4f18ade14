"""Changes to a page that exists: one line, every other byte as it was."""

from __future__ import annotations

import re

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.reading import NO_RUBRICS, read

_BOX = re.compile(r"( {0,3}- \[).?(\])", re.DOTALL)


def set_box(text: str, box: str) -> str:
    """The page with the box of its plan line set; the same text if it is so already.

    Args:
        text: the file as it is, with its BOM and CRLF if it has them.
        box: blank, `x`, `/` or `-`, as `BOX_OF` says.

    Raises:
        LearnleadError: the page cannot be read, or has no plan line (exit 2).
    """
    reading, _ = read(text, "", "", NO_RUBRICS)
    if reading is None or reading.body.plan is None:
        raise LearnleadError(Problem("the page has no plan line that can be read"))
    if reading.body.plan.box == box:
        return text
    lines = text.split("\n")
    index = reading.body.line_of(reading.body.plan_at) - 1
    lines[index] = _BOX.sub(rf"\g<1>{box}\g<2>", lines[index], count=1)
    return "\n".join(lines)
