"""A page for other eyes: what is private by field is not on it, whoever is named there."""

from __future__ import annotations

from any_reflection import small_rubric
from learnlead.coach.names.pseudonyms import Names
from learnlead.coach.public_page import Redactor
from learnlead.page.page import parse

PAGE = """\
---
learnlead: 1
date: 2026-11-20
rubric: learning-leader
---

## Talk <!-- moment formal-authority -->

**With:** the night shift

We talked.
"""


def test_with_whom_it_was_stays_here_also_where_it_names_nobody() -> None:
    page, _ = parse(PAGE, "2026-11-20-learning-leader.md")
    assert page is not None
    [moment] = Redactor(Names([]), {}, small_rubric()).page(page).reflection.moments
    assert (moment.with_whom, moment.what) == (None, "We talked.")
