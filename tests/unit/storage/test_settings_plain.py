"""The quick reader of settings accepts only what the slow one reads the same."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.storage.settings import Settings
from learnlead.storage.settings_keys import read_keys
from learnlead.storage.settings_plain import read_plain_settings
from running import SOURCE

FILE = "learnlead.yaml"
_WORDS = st.sampled_from(
    (
        *("learning-leader", "Not An Id", "quick", "fri", "Friday", "en", "en-GB", "no", "12"),
        *("~", "null", "rotate", "steady", "pages", "a b", "a: b", "x # y", "'q'", '"q"', "''"),
        *("2026-11-20", "2026-12-21..2027-01-03", "2027-01-03 .. 2026-12-21", "2026-02-30"),
        *("[a, b]", "[a b, c]", "[]", "[2026-11-20, 2026-11-23..2026-11-24]", "{a: b}", "&x y"),
        *("*x", "|", "- a", "a" * 70, "focus", "plan", "[plans, focus]"),
    )
)
_KEYS = st.sampled_from(
    (
        *("journal", "rubric", "depth", "language", "day", "prompts", "people", "share"),
        *("support", "away", "rubrik", "Day", '"day"'),
    )
)
_LINES = st.one_of(
    st.builds("{}: {}".format, _KEYS, _WORDS),
    st.builds("{}:".format, _KEYS),
    st.builds("{}- {}".format, st.sampled_from(["", "  "]), _WORDS),
    st.sampled_from(["", "  ", "# comment", "  # day: monday", "---", "\t", "free words"]),
)


@given(st.lists(_LINES, max_size=6).map("\n".join), st.sampled_from(["\n", "\r\n"]))
def test_whatever_it_accepts_the_slow_reader_reads_the_same(text: str, end: str) -> None:
    text = text.replace("\n", end)
    found = read_plain_settings(text)
    if found is not None:
        assert read_keys(text, FILE) == (found, [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff# nothing\r\n",
        "day: thursday\n",
        "rubric: [learning-leader, quarter]\naway: [2026-12-21..2027-01-03]\n",
        "\ufeffrubric: quarter\r\n# mine\r\naway:\r\n  - 2026-12-21..2027-01-03\r\n",
        "journal: pages/mine\nlanguage: de\ndepth: quick\nprompts: steady\n",
        "people: [report A, report B, no]\nshare: focus\n",
        "rubric:\nsupport:\n",
    ],
)
def test_it_accepts_what_people_write(text: str) -> None:
    assert read_plain_settings(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "day: someday\n",
        "rubric: []\n",
        "rubrik: quarter\n",
        "away: next week\n",
        "away: [2027-01-03..2026-12-21]\n",
        "day: friday\nday: monday\n",
        "people: {a: b}\n",
        "just words\n",
        "day: friday # the best\n",
        "# long\n" * 5000,
        "# \x1b[31m\nday: friday\n",
    ],
)
def test_it_leaves_the_rest_to_the_slow_reader(text: str) -> None:
    assert read_plain_settings(text) is None


def test_it_needs_neither_pydantic_nor_yaml() -> None:
    program = (
        "import sys\n"
        "from learnlead.storage.settings_reading import read_settings\n"
        "assert read_settings('day: monday\\naway: [2026-12-21..2027-01-03]\\n')[0] is not None\n"
        "print(sorted({'yaml', 'pydantic', 'typer'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
    assert read_plain_settings("day: monday\n") == Settings(day="monday")
