from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_reflection import texts
from learnlead.journal.private import unbalanced_private, without_private

PRIVATE = "%% private %%"
END = "%% end %%"


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("open", "open"),
        (f"a\n{PRIVATE}\nsecret\n{END}\nb", "a\nb"),
        (f"{PRIVATE}\nsecret\n{END}", ""),
        (f"a\n{PRIVATE}\nsecret\n\nsecret", "a"),
        (f"{PRIVATE}\nsecret\n{END}\na\n{PRIVATE}  \nsecret\n{END}\n\nb", "a\n\nb"),
        (f"a\n{PRIVATE}\nsecret\n{PRIVATE}\nsecret\n{END}\nb", "a\nb"),
        (f"secret\n{END}\nb", "b"),
        (f"{PRIVATE}\nsecret\n{END}\nsecret\n{END}\nb", "b"),
        (
            f"a\n {PRIVATE}\nb\n%%private%%\nc {PRIVATE}",
            f"a\n {PRIVATE}\nb\n%%private%%\nc {PRIVATE}",
        ),
    ],
)
def test_what_other_eyes_see(answer: str, left: str) -> None:
    assert without_private(answer) == left


@given(st.lists(texts().filter(lambda text: "%%" not in text), min_size=3, max_size=3))
def test_nothing_between_the_two_lines_is_ever_seen(around: list[str]) -> None:
    before, secret, after = around
    answer = "\n".join((before, PRIVATE, f"SECRET {secret}", END, after))
    left = without_private(answer)
    assert "SECRET" not in left
    assert left == f"{before}\n{after}".strip("\n")


@pytest.mark.parametrize(
    ("section", "marks"),
    [
        (f"a\n{PRIVATE}\nb\n{END}", []),
        (f"a\n{PRIVATE}\nb", [(1, PRIVATE)]),
        (f"{END}\n{PRIVATE}\n{PRIVATE}\n", [(0, END), (1, PRIVATE)]),
    ],
)
def test_marks_without_a_partner(section: str, marks: list[tuple[int, str]]) -> None:
    assert unbalanced_private(section) == marks
