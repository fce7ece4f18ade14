from __future__ import annotations

import random
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.plaintext.nested_yaml import read_nested
from learnlead.plaintext.yaml_reader import read_yaml

pytestmark = pytest.mark.core

_TOP = Path(__file__).parents[3]
SHIPPED = sorted([*(_TOP / "rubrics").glob("*.yaml"), *(_TOP / "prompts").glob("*.yaml")])

_INDENTS = st.sampled_from(("", " ", "  ", "  ", "    ", "    ", "      "))
_KEYS = st.sampled_from(("a", "b", "c", "d-e", "1", "'q'", "- a", "- b", "-  c", "a b", "#k"))
_VALUES = st.sampled_from(
    (
        *("", " x", " two words", " 'q'", ' "a: b"', " [a, b c]", " []", " x: y", " # no", " x #y"),
        *(
            " >-",
            " x >-",
            " >",
            " |",
            " >- # c",
            " &x",
            " *x",
            " !t",
            " ~",
            " no",
            " {}",
            " -",
            "\t",
        ),
    )
)
_LINES = st.one_of(
    st.tuples(_INDENTS, _KEYS, st.just(":"), _VALUES).map("".join),
    st.tuples(_INDENTS, st.sampled_from(("- ", "- ", "-", "")), _VALUES).map("".join),
    st.tuples(_INDENTS, st.sampled_from(("", "# c", "text", "---", "...", "x "))).map("".join),
    st.sampled_from(("", "", "\r", "# a\u2028b: c", "# \x85b: c", "# \x00")),
)


def holds_equal(source: str) -> bool:
    """Whether the quick reader accepted; it must then have read the same."""
    quick = read_nested(source)
    if quick is None:
        return False
    document, problems = read_yaml(source)
    assert problems == []
    assert document is not None
    assert document.data == quick
    return True


@given(st.lists(_LINES, min_size=1, max_size=9).map("\n".join))
def test_the_quick_reader_accepts_only_what_it_reads_as_yaml_does(source: str) -> None:
    holds_equal(source)


@given(st.sampled_from(SHIPPED), st.randoms(use_true_random=False))
def test_it_is_so_for_files_that_somebody_edits(path: Path, chance: random.Random) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        line = lines[at]
        spot = chance.randrange(len(line) + 1)
        edits = (
            line[:spot] + chance.choice(" :#-'\"[]>|\t,") + line[spot:],
            line[1:],
            f" {line}",
            f"{line} >-",
        )
        lines[at] = chance.choice((*edits, line[:spot], f"{line}\n{line}", f"{line}\n", ""))
    holds_equal("\n".join(lines))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_is_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert holds_equal(text)
    assert holds_equal("\ufeff" + text.replace("\n", "\r\n"))


def test_what_is_plain() -> None:
    source = """\
        # a comment
        a: one
        list: [x, two words]
        nested:
          1: I said: nothing
          b:  "it's"

          # and another
        entries:
          - id: first
            words:
            - one
            - 'it''s'
          -   id: second
              folded: >-
                several lines,
                # one paragraph

        empty:
        """
    source = source.replace("I said: nothing", "'I said: nothing'")
    assert holds_equal(dedent(source))
    found = read_nested(dedent(source))
    assert found is not None
    assert found["entries"] == [
        {"id": "first", "words": ["one", "it's"]},
        {"id": "second", "folded": "several lines, # one paragraph"},
    ]
    assert found["empty"] is None


@pytest.mark.parametrize(
    "source",
    [
        "a: >-\n  one\n\n  # two\nb: x",
        "a: >-\n  one\n    more\n",
        "a: >-\n  one\n  \n  two\n",
        "a: >-\n\n  one\n",
        "a: >-\n  one \n  two\n",
        "a: one\n  two",
        "a: one\n - two",
        "a: 1\na: 2",
        "a:\n    b: 1\n  c: 2",
        "- a",
        "",
    ],
)
def test_what_is_left_to_others(source: str) -> None:
    assert read_nested(source) is None


def test_many_levels_are_left_to_others() -> None:
    assert read_nested("".join(f"{' ' * n}a:\n" for n in range(5_000))) is None
    assert read_nested("a:\n" + "".join(f"{' ' * n}- a:\n" for n in range(5_000))) is None
