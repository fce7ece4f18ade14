"""Days off are added to the settings, and nothing else in the file changes."""

from __future__ import annotations

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.adapters.disk.files import safe_update
from learnlead.adapters.disk.new_workspace import make_workspace
from learnlead.adapters.disk.settings import add_away, append_away, load_settings, read_settings
from learnlead.errors import LearnleadError

FIRST, LAST = date(2026, 12, 21), date(2027, 1, 3)
ENTRY = "2026-12-21..2027-01-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"away: [{ENTRY}]\n"),
        ("# mine\n", f"# mine\naway: [{ENTRY}]\n"),
        ("day: monday", f"day: monday\naway: [{ENTRY}]\n"),
        ("\ufeffday: monday\r\n", f"\ufeffday: monday\r\naway: [{ENTRY}]\r\n"),
        ("  day: monday\n  rubric: a\n", f"  day: monday\n  rubric: a\n  away: [{ENTRY}]\n"),
        ("away:\nday: monday\n", f"away: [{ENTRY}]\nday: monday\n"),
        ("away:   # my weeks\n", f"away: [{ENTRY}]   # my weeks\n"),
        ("away: []  # none\n", f"away: [{ENTRY}]  # none\n"),
        ("away: [ ]\n", f"away: [{ENTRY} ]\n"),
        ("away: 2026-01-01  # one\n", f"away: [2026-01-01, {ENTRY}]  # one\n"),
        ('away: "2026-01-01"\n', f'away: ["2026-01-01", {ENTRY}]\n'),
        ("away: [2026-01-01]\n", f"away: [2026-01-01, {ENTRY}]\n"),
        ("away: [2026-01-01 , ]\n", f"away: [2026-01-01, {ENTRY} , ]\n"),
        (
            "away: [\n  2026-01-01, # a\n  2026-01-02 # b\n]\n",
            f"away: [\n  2026-01-01, # a\n  2026-01-02, {ENTRY} # b\n]\n",
        ),
        ("away:\n- 2026-01-01\n", f"away:\n- 2026-01-01\n- {ENTRY}\n"),
        (
            "away:\r\n    -   2026-01-01 # a\r\n\r\n# end\r\nday: monday",
            f"away:\r\n    -   2026-01-01 # a\r\n    - {ENTRY}\r\n\r\n# end\r\nday: monday",
        ),
        ("away:\n  - '2026-01-01'", f"away:\n  - '2026-01-01'\n  - {ENTRY}"),
        (f"away: [{ENTRY}]  # as it is\n", f"away: [{ENTRY}]  # as it is\n"),
        (f"away: {ENTRY}\n", f"away: {ENTRY}\n"),
    ],
)
def test_each_way_of_writing_it_stays_as_it_is(text: str, expected: str) -> None:
    assert append_away(text, FIRST, LAST) == expected


@pytest.mark.parametrize(
    "text",
    ["{day: monday}\n", "day: monday\n...\n", "away: |\n  2026-01-01\n", "away:\n  2026-01-01:\n"],
)
def test_what_cannot_be_changed_safely_is_told_with_the_line_to_add(text: str) -> None:
    with pytest.raises(LearnleadError, match=rf"learnlead.yaml: .*away: \[{ENTRY}\]"):
        append_away(text, FIRST, LAST)


def test_a_broken_file_is_told_with_its_line() -> None:
    with pytest.raises(LearnleadError, match=r"^learnlead\.yaml:2: "):
        append_away("day: friday\nday: monday\n", FIRST, LAST)


def test_a_line_that_came_between_reading_and_writing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, _ = make_workspace(tmp_path)
    real, saves = safe_update.update, ["# mine\n", "# and mine\n"]

    def update(path: Path, before: bytes, after: bytes) -> None:
        if saves:
            path.write_bytes(saves.pop(0).encode() + path.read_bytes())
        real(path, before, after)

    monkeypatch.setattr(safe_update, "update", update)
    add_away(workspace, date(2026, 12, 21), date(2026, 12, 31))
    text = workspace.settings.read_text("utf-8")
    assert text.startswith("# and mine\n# mine\n")
    assert text.endswith("away: [2026-12-21..2026-12-31]\n")


def test_days_off_are_saved_in_the_workspace_and_the_file_stays_private(tmp_path: Path) -> None:
    workspace, _ = make_workspace(tmp_path / "mine")
    before = workspace.settings.read_bytes()
    add_away(workspace, FIRST, LAST)
    add_away(workspace, FIRST, LAST)
    assert workspace.settings.read_bytes() == before + f"away: [{ENTRY}]\n".encode()
    assert stat.S_IMODE(workspace.settings.stat().st_mode) == 0o600
    found, _ = load_settings(workspace)
    assert found is not None
    assert found.away == ((FIRST, LAST),)


ranges = st.builds(
    lambda first, days: (first, first + timedelta(days)),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 30),
)
comments = st.sampled_from(["", "  # weeks off", " # away: [no]"])


@st.composite
def hand_written(draw: st.DrawFn) -> str:
    """Settings as people write them: any form of away, comments and blank lines between."""
    entries = [f"{a}..{b}" for a, b in draw(st.lists(ranges, max_size=3, unique=True))]
    note = draw(comments)
    indent = " " * draw(st.integers(0, 4))
    forms = {
        "block": "away:" + note + "".join(f"\n{indent}- {e}{note}" for e in entries),
        "flow": f"away: [{', '.join(entries)}]{note}",
        "lines": "away: [" + "".join(f"\n  {e},{note}" for e in entries) + "\n  ]",
        "one": f"away: {entries[0] if entries else ''}{note}",
        "absent": "# away: none",
    }
    others = draw(
        st.lists(
            st.sampled_from(
                ["day: monday", "", "# a comment", "people: [report A]", "mine: |-\n  a\n\n  b"]
            ),
            max_size=5,
            unique=True,
        )
    )
    at = draw(st.integers(0, len(others)))
    lines = [*others[:at], forms[draw(st.sampled_from(sorted(forms)))], *others[at:]]
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n# end\n"]))
    text = draw(st.sampled_from(["", "\ufeff"])) + text
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


@given(hand_written(), ranges)
def test_the_settings_read_back_with_the_new_days_and_all_else_the_same(
    text: str, new: tuple[date, date]
) -> None:
    before, _ = read_settings(text)
    assert before is not None
    changed = append_away(text, *new)
    after, _ = read_settings(changed)
    known = () if new in before.away else (new,)
    assert after == before.model_copy(update={"away": (*before.away, *known)})
    assert append_away(changed, *new) == changed
    rest = iter(changed)
    assert all(character in rest for character in text)
