"""On a German page, too, the program's own words are nobody's name."""

from __future__ import annotations

import pytest

from learnlead.page.forget import forget_on_page
from unit.page.people import person_called

PAGE = """\
---
learnlead: 1
date: 2026-03-20
rubric: learning-leader
---

# Lernen führen, Freitag, 20. März 2026

## Erkenntnis <!-- insight -->

Mit {name} gesprochen.

## Plan <!-- plan -->

- [ ] Wenn **{name} fragt**, dann: **warten** <!-- plan own-answers -->
"""


@pytest.mark.parametrize("name", ["Freitag", "März", "Wenn", "Dann", "Anna"])
def test_only_what_somebody_wrote_is_changed(name: str) -> None:
    done = forget_on_page(PAGE.format(name=name), person_called(name))
    assert done is not None
    assert done.text == PAGE.format(name="someone")
    assert len(done.changes) == 2
