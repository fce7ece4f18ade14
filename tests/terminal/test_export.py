"""Ticking what leaves, line by line, as a person sees it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from cli.kit import held
from terminal.terminal import Terminal

PAGE = """\
date: 2026-11-13
focus: {behaviour: own-answers, notice: Jorinde speaks first}
moments:
  - {relationship: formal-authority, with: Jorinde Okafor, what: Jorinde drew it, other_side: Calm}
insight: Silence helps.
plan: {behaviour: own-answers, cue: Okafor asks, action: wait}
"""


@pytest.fixture
def lived_in(workspace: Path) -> Path:
    held(PAGE)
    held("date: 2026-11-20\nlook_back: {outcome: done}\ninsight: Ten seconds are long.\n")
    return workspace


def data(bundle: Path) -> dict[str, object]:
    with zipfile.ZipFile(bundle) as archive:
        found: dict[str, object] = json.loads(archive.read("annexes/data.json"))
        return found


def passages(bundle: Path) -> list[str]:
    found = data(bundle)["passages"]
    assert isinstance(found, list)
    return [one["text"] for one in found]


def test_each_line_is_ticked_on_one_screen_and_leaves_only_then(lived_in: Path) -> None:
    with Terminal("export", "--output", "coach.zip", "--for", "Maria") as terminal:
        terminal.wait_for("What do you want from this conversation?")
        terminal.press("An hour on Jorinde", "enter")
        terminal.wait_for("Which lines leave? 2 of", "› [x] The focus (1 of 1)")
        assert "Ticked beforehand: the focus, findings, and plans with an outcome." in terminal.text
        assert "If a report 1 asks, then I will wait: done" in terminal.words
        assert "Okafor" not in terminal.text
        terminal.press(*["down"] * 4).wait_for("› [ ] Moments and their other side (0 of 2)")
        terminal.press("right", "down").wait_for("Name: “Jorinde” reads “a report 1”")
        terminal.press(" ").wait_for("Which lines leave? 3 of")
        terminal.press("enter").wait_for("Write 3 lines for Maria to coach.zip? [y/N]")
        before = " ".join(terminal.text.split("Write 3 lines")[0].split())
        assert "For Maria." in before
        assert "Names were replaced in 2 places." in before
        assert "Free text may still tell" in before
        terminal.press("y", "enter")
        assert terminal.finish() == 0
        assert "3 lines written. For Maria." in terminal.left_behind
    assert passages(Path("coach.zip")) == ["A report 1 drew it"]
    assert data(Path("coach.zip"))["want"] == "An hour on a report 1"


def test_a_long_line_can_be_read_whole_before_it_is_ticked(lived_in: Path) -> None:
    with Terminal("export", "--output", "coach.zip", "--want", "") as terminal:
        terminal.wait_for("Which lines leave?")
        terminal.press("pagedown", "pagedown", "right", "pagedown").wait_for("the whole page")
        terminal.press("v").wait_for("v back", "rubric: learning-leader", "more lines")
        assert "Name: " not in terminal.text, "the text comes first"
        terminal.press("pagedown", "pagedown", "pagedown", "pagedown")
        terminal.wait_for("Name: “Jorinde” reads “a report 1”")
        assert "more line" not in terminal.text
        terminal.press("v").wait_for("v read whole").press("ctrl-c")
        assert terminal.finish() == 130
        assert "nothing has left" in terminal.left_behind
    assert not (Path("coach.zip")).exists()
    assert not (lived_in / "records" / "shared.jsonl").exists()


def test_a_group_can_be_read_whole_on_its_heading(lived_in: Path) -> None:
    with Terminal("export", "--output", "coach.zip", "--want", "", rows=40) as terminal:
        terminal.wait_for("Which lines leave? 2 of").press(*["down"] * 4)
        terminal.wait_for("› [ ] Moments and their other side").press("v").wait_for("v back")
        assert "[ ] 2026-11-13, I helped someone who reports to me learn: A report 1" in (
            terminal.words
        )
        assert "the other side: Calm" in terminal.words
        terminal.press(" ").wait_for("Which lines leave? 4 of", "[x] 2026-11-13, I helped")
        terminal.press("v").wait_for("Moments and their other side (2 of 2)").press("ctrl-c")
        assert terminal.finish() == 130


LONG = f"Then {'we waited for the gauge and ' * 12}jorinde laughed at last."


@pytest.mark.parametrize("prompter", [(), ("--plain",)])
def test_all_that_leaves_can_be_read_whole_before_the_last_question(
    lived_in: Path, prompter: tuple[str, ...]
) -> None:
    held(f"date: 2026-11-06\ninsight: {LONG}\n")
    options = ("--want", "An hour on Jorinde", "--include", "insights", *prompter)
    leaving = LONG.replace("jorinde", "a report 1")
    with Terminal("export", "--output", "coach.zip", *options, rows=60) as terminal:
        terminal.wait_for("Which lines leave? 5 of")
        assert prompter or leaving not in terminal.words, "a row is cut at the width"
        terminal.press("enter").wait_for("Type r to read every line whole first", "[y/N]")
        seen = len(terminal.left_behind) if prompter else 0
        terminal.press("r", "enter")
        terminal.wait("the whole line", lambda: leaving in whole_text(terminal, seen))
        read = whole_text(terminal, seen)
        assert "An hour on a report 1" in read
        assert "Silence helps." in read
        assert "drew it" not in read, "what is not ticked does not leave"
        assert "What the bundle says beside these lines" in read
        assert "That you left out: " in read
        lines, _, names = read.partition("Replaced, and not in the bundle")
        assert "reads" not in lines, "whose name it is does not leave"
        assert "reads “a report 1”" in names
        if prompter:
            assert "\nInsights\n  2026-11-20: Ten seconds are long.\n" in terminal.left_behind
        assert not Path("coach.zip").exists()
        if not prompter:
            terminal.press("enter")
        terminal.wait("the question again", lambda: terminal.text.count("[y/N]") > 1)
        terminal.press("enter")
        assert terminal.finish() == 0
        assert "Nothing has left." in terminal.left_behind
    assert not Path("coach.zip").exists()


def whole_text(terminal: Terminal, seen: int) -> str:
    """What came since as one line, whatever was wrapped; of a screen, the screen."""
    text = terminal.text if not seen else terminal.left_behind[seen:]
    return " ".join(text.split())


@pytest.mark.parametrize("prompter", [(), ("--plain",)])
def test_enter_alone_hides_nobody(with_names: Path, prompter: tuple[str, ...]) -> None:
    hide = ("hide", "enter") if prompter else ("h",)
    with Terminal("export", "--output", "coach.zip", "--want", "", *prompter) as terminal:
        terminal.wait_for("Which lines leave? 0 of").press(*hide).wait_for("Hide which name?")
        terminal.press("enter").wait("the list again", lambda: "Which lines" in terminal.fresh)
        assert "missing" not in terminal.fresh
        terminal.press("ctrl-c")
        assert terminal.finish() == 130
        assert "missing" not in terminal.left_behind
    assert not (with_names / "records" / "names.md").exists()


def test_a_no_at_the_end_lets_nothing_leave(lived_in: Path) -> None:
    with Terminal("export", "--output", "coach.zip", "--want", "Time") as terminal:
        terminal.wait_for("Which lines leave?").press("enter").wait_for("[y/N]").press("enter")
        assert terminal.finish() == 0
        assert "Nothing has left." in terminal.left_behind
    assert not (Path("coach.zip")).exists()


def test_the_plain_door_numbers_the_lines(lived_in: Path) -> None:
    with Terminal("export", "--output", "coach", "--plain", rows=60) as terminal:
        terminal.wait_for("What do you want from this conversation?").press("enter")
        terminal.wait_for("Moments and their other side (0 of 2 ticked)", "Which lines leave? 2 of")
        terminal.press("moments 1 77", "enter")
        terminal.wait_for("'77' is no number or kind here.", "Which lines leave? 3 of")
        terminal.press("enter").wait_for("Write 3 lines to coach? [y/N]").press("y", "enter")
        assert terminal.finish() == 0
        assert b"\x1b" not in terminal.raw
    found = json.loads(Path("coach/annexes/data.json").read_text(encoding="utf-8"))
    assert [one["text"] for one in found["passages"]] == ["A report 1 drew it", "Calm"]
    assert found["focus"] is None


def test_an_end_of_input_is_no_consent(lived_in: Path) -> None:
    with Terminal("export", "--output", "coach.zip", "--plain", "--want", "Time") as terminal:
        terminal.wait_for("Enter when these are the ones.").press("\x04")
        assert terminal.finish() == 130
    assert not (Path("coach.zip")).exists()


NAMED = """\
date: 2026-11-13
moments:
  - relationship: formal-authority
    with: Jorinde
    what: Jorinde met Krause. Krause and Petra left.
insight: Krause helps.
"""


@pytest.fixture
def with_names(workspace: Path) -> Path:
    held(NAMED)
    return workspace


def names_kept(workspace: Path) -> list[str]:
    lines = (workspace / "records" / "names.md").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("- ")]


def test_nothing_leaves_before_each_candidate_is_decided(with_names: Path) -> None:
    options = ("export", "--output", "coach.zip", "--want", "Time", "--include", "moments")
    with Terminal(*options) as terminal:
        terminal.wait_for("Which lines leave?").press("enter")
        terminal.wait_for("What of this may leave? 0 of 2 decided.", "› [    ] Krause  2×")
        terminal.wait_for("Krause: a name?, 2 places")
        terminal.press("enter").wait_for("2 are not decided: h hides")
        terminal.press("h").wait_for("[hide] Krause", "› [    ] Petra")
        terminal.press("r").wait_for("2 of 2 decided", "[stay] Petra")
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
    assert passages(Path("coach.zip")) == ["A report 1 met someone 1. Someone 1 and Petra left."]
    assert names_kept(with_names) == ["- hide: Krause", "- stay: Petra"]
    with Terminal(*(word.replace("coach", "again") for word in options)) as terminal:
        terminal.wait_for("Which lines leave?").press("enter").wait_for("[y/N]")
        assert "may leave?" not in terminal.text, "the same words ask nothing"
        terminal.press("y", "enter")
        assert terminal.finish() == 0


def test_hiding_one_in_the_list_keeps_the_ticks(with_names: Path) -> None:
    with Terminal("export", "--output", "coach.zip", "--want", "") as terminal:
        terminal.wait_for("Which lines leave? 0 of", "h hide a name")
        terminal.wait_for("Nothing is ticked beforehand: there is no focus, no finding and no plan")
        terminal.press("down", " ").wait_for("Which lines leave? 1 of", "met Krause")
        terminal.press("h").wait_for("Hide which name?").press("Krause=Petra", "enter")
        terminal.wait_for("Which lines leave? 1 of", "met someone 1. Someone 1 and someone 1")
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
    assert passages(Path("coach.zip")) == [
        "A report 1 met someone 1. Someone 1 and someone 1 left."
    ]
    assert names_kept(with_names) == ["- hide: Krause = Petra"]


def test_the_plain_door_decides_by_numbers(with_names: Path) -> None:
    options = ("--plain", "--want", "Time", "--include", "moments,insights")
    with Terminal("export", "--output", "coach", *options, rows=60) as terminal:
        terminal.wait_for("Which lines leave? 2 of").press("hide Petra", "enter")
        terminal.wait_for("Which lines leave? 2 of").press("enter")
        terminal.wait_for("1. not decided. Krause (a name?, 3 places)", "0 of 1 decided.")
        terminal.press("enter").wait_for("Enter when all are decided.")
        terminal.press("hide 7", "enter").wait_for("'7' is no number here.")
        terminal.press("stay 1", "enter").wait_for("1. stays. Krause", "1 of 1 decided.")
        terminal.press("enter").wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
        assert b"\x1b" not in terminal.raw
    assert names_kept(with_names) == ["- hide: Petra", "- stay: Krause"]
    found = json.loads(Path("coach/annexes/data.json").read_text(encoding="utf-8"))
    assert "Krause and someone 1 left." in found["passages"][0]["text"]


def test_names_below_the_window_are_counted(lived_in: Path) -> None:
    names = [f"{first}{last}" for first in ("Kra", "Bru", "Tol") for last in ("bek", "mar", "sun")]
    held(f"date: 2026-11-06\ninsight: We met {' and '.join(names)}.\n")
    options = ("export", "--output", "coach.zip", "--want", "Time", "--include", "insights")
    with Terminal(*options, rows=14) as terminal:
        terminal.wait_for("Which lines leave?", "Ctrl-C stop").press("enter")
        terminal.wait_for("decided. ↓ ", "Ctrl-C stop").press("pagedown", "pagedown")
        terminal.wait("the last", lambda: "↓ " not in terminal.text.partition("decided.")[2][:9])
        terminal.press("ctrl-c")
        assert terminal.finish() == 130


def test_ctrl_c_before_all_is_decided_lets_nothing_leave(with_names: Path) -> None:
    options = ("export", "--output", "coach.zip", "--want", "Time", "--include", "moments")
    with Terminal(*options) as terminal:
        terminal.wait_for("Which lines leave?").press("enter").wait_for("What of this may leave?")
        terminal.press("h").wait_for("1 of 2 decided").press("ctrl-c")
        assert terminal.finish() == 130
        assert "nothing has left" in terminal.left_behind
    assert not Path("coach.zip").exists()
    assert not (with_names / "records" / "names.md").exists()


@pytest.mark.parametrize("prompter", [(), ("--plain",)])
def test_what_the_settings_do_not_share_cannot_be_ticked(
    lived_in: Path, prompter: tuple[str, ...]
) -> None:
    (lived_in / "learnlead.yaml").write_text("share: [focus, insights]\n", encoding="utf-8")
    with Terminal("export", "--output", "coach.zip", "--want", "", *prompter, rows=40) as terminal:
        terminal.wait_for("Silence helps.")
        for kept_back in ("drew it", "I will wait", "speaks first", "whole page", "Moments"):
            assert kept_back not in terminal.words
        terminal.press("ctrl-c")
        assert terminal.finish() == 130
    assert not Path("coach.zip").exists()
