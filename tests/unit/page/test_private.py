from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from any_reflection import texts
from learnlead.page.private import (
    nearly_private,
    redact_for_sharing,
    unbalanced_private,
    without_private,
)

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
        (f"a\n{PRIVATE}\nsecret\n{END}\nsecret\n{END}\nb", "a\nb"),
        (f"a\n{PRIVATE}\ns\n{END}\nb\n{PRIVATE}\ns\n{END}\ns\n{END}\nc", "a\nb\nc"),
        (
            f"a\n {PRIVATE}\nb\n%%private%%\nc {PRIVATE}",
            f"a\n {PRIVATE}\nb\n%%private%%\nc {PRIVATE}",
        ),
    ],
)
def test_what_other_eyes_see(answer: str, left: str) -> None:
    assert without_private(answer) == left


@given(st.lists(texts().filter(lambda text: "%%" not in text), min_size=3, max_size=3))
def test_nothing_between_the_two_lines_is_ever_seen(context: list[str]) -> None:
    before, secret, after = context
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


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("100 %, open -- and <b>", "100 %, open -- and <b>"),
        ("a\n%%private%%\nsecret\n%%end%%\nb", "a\n\nb"),
        ("a\n  %% private %%\nsecret", "a\n "),
        ("a\n%% Private %%\nsecret\n%% END %%\nb", "a\n\nb"),
        ("More. %% private %% secret %% end %% And.", "More. And."),
        ("More. %%private%% a %% b %%end%% And.", "More. And."),
        ("secret %%end%%b", "b"),
        (f"a\n%%private%%\nsecret\n{END}\nb", "b"),
        (f"a\n{PRIVATE}\nsecret\n%%end%%\nsecret", "a"),
        ("a %% secret\nsecret %% b", "a b"),
        ("a <!-- secret\nsecret --> b", "a b"),
        ("a %% secret", "a"),
        ("a <!-- secret", "a"),
        ("100%% sure %% private %% secret %% b %% end %%", "100"),
    ],
)
def test_what_was_meant_to_stay_stays(answer: str, left: str) -> None:
    assert redact_for_sharing(answer) == left


_PIECES = (PRIVATE, END, "%%private%%", "%% End %%", "%%", "<!--", "-->", "\n", "one", "two", " ")


@given(st.lists(st.sampled_from((*_PIECES, "%", "<!-", "a\n\n")), max_size=8).map("".join))
def test_an_answer_without_any_mark_is_seen_whole(answer: str) -> None:
    """Marked beside it, where all rules are gone through, the same of it is left."""
    if "%%" not in answer and "<!--" not in answer:
        whole = answer.strip("\n")
        assert redact_for_sharing(answer) == whole
        assert redact_for_sharing(f"{answer}\n{PRIVATE}\nsecret") == whole


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_the_wider_rule_never_shows_more_than_the_exact_one(answer: str) -> None:
    exact, wide = without_private(answer), redact_for_sharing(answer)
    rest = iter(exact)
    assert all(c in rest for c in wide)  # what is left is the same, with parts taken out
    assert "%%" not in wide
    assert "<!--" not in wide


def test_lines_that_are_nearly_private() -> None:
    section = (
        f"{PRIVATE}\n%%private%%\n{END}\n  %% private %%\na %% Private %% b\nprivate\n{PRIVATE} "
    )
    assert nearly_private(section) == [3, 4]
