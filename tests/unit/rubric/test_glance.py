from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.rubric.glance import glance
from learnlead.rubric.reading import read_rubric

SHIPPED = sorted((Path(__file__).parents[3] / "rubrics").glob("*.yaml"))
CORE = next(path for path in SHIPPED if path.name == "learning-leader.yaml")

_WORDS = (
    *("choice", "list", "made", "sometimes", "monthly", "full", "all", "other", "ratings", "0"),
    *("2", "01", "1.0", "-1", "[1, 2]", "[]", "[a, b, c, d]", '" "', "''", '"a  b"', "x" * 65),
    *("Own", "own-answers", "joint-learning", "de", "1"),
)


def holds_equal(text: str) -> bool:
    """Whether the glance accepted; it must then have read the same."""
    quick = glance(text)
    if quick is None:
        return False
    rubric, problems = read_rubric(text, "rubric.yaml")
    assert problems == []
    assert rubric == quick
    return True


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_glance_is_enough_for_every_shipped_rubric(path: Path) -> None:
    assert holds_equal(path.read_text(encoding="utf-8"))


@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False))
def test_a_glance_accepts_only_what_is_right(path: Path, chance: random.Random) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(lines))
        key, colon, _ = lines[at].partition(":")
        other = chance.choice(lines)
        word = f"{key}{colon} {chance.choice(_WORDS)}"
        lines[at] = chance.choice((word, word, f"{key}{colon}", "", other, f"{lines[at]}\n{other}"))
    holds_equal("\n".join(lines))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1", "version: 0"),
        ("version: 1", "version: one"),
        ("learnlead-rubric: 1", "learnlead-rubric: 2"),
        ("learnlead-rubric: 1\n", ""),
        ("title: Learning leader\n", ""),
        ("rhythm: weekly", "rhythm: daily"),
        ("  - id: joint-learning", "  - id: follower-needs"),
        ("  - id: joint-learning", "  - id: ratings"),
        ("relationship: mutual-learning", "relationship: mutual"),
        ("mostly, every time", "mostly"),
        ("      1: I explained", "      6: I explained"),
        ("rhythm: weekly", "rhythm: weekly\nmood: good"),
        (
            "rhythm: weekly",
            "rhythm: weekly\nquestions:\n  - id: q\n    kind: choice\n    ask: Why?",
        ),
    ],
)
def test_what_is_wrong_is_left_to_who_can_say_so(old: str, new: str) -> None:
    text = CORE.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    assert glance(text.replace(old, new, 1)) is None


def test_a_glance_reads_no_craft_of_other_files() -> None:
    assert glance("learnlead-prompts: 1\nrubric: learning-leader\n") is None
    assert glance("") is None
