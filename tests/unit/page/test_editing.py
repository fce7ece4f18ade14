from __future__ import annotations

import pytest

from learnlead.errors import LearnleadError
from learnlead.page.edit import set_box

PAGE = """\
---
learnlead: 1
date: 2026-11-20
rubric: learning-leader
mood: {nested: kept}
---

## Insight <!-- insight -->

Wait.\x20\x20

## Plan <!-- plan -->

- [ ] call Ann
- [ ] If **a - [ ]**, then I will **b** <!-- plan own-answers --> 📅 2026-11-27
"""


@pytest.mark.parametrize("box", ["x", "/", "-"])
def test_only_the_box_of_the_plan_changes(box: str) -> None:
    assert set_box(PAGE, box) == PAGE.replace("- [ ] If", f"- [{box}] If")


def test_bom_and_crlf_are_kept() -> None:
    page = "\ufeff" + PAGE.replace("\n", "\r\n")
    assert set_box(page, "x") == page.replace("- [ ] If", "- [x] If")


@pytest.mark.parametrize("written", ["x", "X"])
def test_a_box_that_is_so_already_stays(written: str) -> None:
    page = PAGE.replace("- [ ] If", f"- [{written}] If")
    assert set_box(page, "x") == page


@pytest.mark.parametrize("page", [PAGE.replace("<!-- plan own", "<!-- own"), "no page"])
def test_without_a_plan_line_nothing_is_guessed(page: str) -> None:
    with pytest.raises(LearnleadError, match="no plan line"):
        set_box(page, "x")
