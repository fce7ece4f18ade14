"""A page is kept first, and only then do older boxes follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from any_reflection import small_rubric
from learnlead.app.keep import mark_plan, save_page
from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.sitting.model import Reflection
from twins import MemoryShelf

OLDER = "2026-11-13-learning-leader"
TEXT = (
    "---\nlearnlead: 1\ndate: 2026-11-13\nrubric: learning-leader\n---\n"
    "- [ ] If **a**, then I will **b** <!-- plan own-answers -->\n"
)


class Watched(MemoryShelf):
    """A shelf that remembers what was asked of it, and may refuse."""

    def __init__(self, *, creating: bool = True, updating: bool = True) -> None:
        super().__init__({f"{OLDER}.md": TEXT})
        self.asked: list[str] = []
        self._creating, self._updating = creating, updating

    def create(self, day: date, rubric: str, text: str) -> str:
        self.asked.append("create")
        if not self._creating:
            raise MachineFailed("no room")
        return super().create(day, rubric, text)

    def change(self, name: str, edit: Callable[[str], str]) -> None:
        if not self._updating:
            raise MachineFailed(Problem("no room", file=name))
        before = self.read(name)
        super().change(name, edit)
        if self.read(name) != before:
            self.asked.append(f"change {name}")


def sitting(*outcomes: str, **more: Any) -> Reflection:
    """A reflection that looks back on last week's plan."""
    return Reflection.model_validate(
        {
            "date": date(2026, 11, 20),
            "rubric": "learning-leader",
            "insight": "x",
            "looking_back": [{"plan": OLDER, "outcome": outcome} for outcome in outcomes],
            **more,
        }
    )


def test_the_page_is_safe_before_another_one_is_touched() -> None:
    page_store = Watched()
    assert save_page(sitting("done"), small_rubric(), page_store).problems == ()
    assert page_store.asked == ["create", f"change {OLDER}.md"]
    assert page_store.pages[f"{OLDER}.md"] == TEXT.replace("[ ]", "[x]")


def test_where_the_page_is_not_safe_no_other_one_is_touched() -> None:
    page_store = Watched(creating=False)
    with pytest.raises(MachineFailed, match="no room"):
        save_page(sitting("done"), small_rubric(), page_store)
    assert page_store.asked == ["create"]
    assert page_store.pages == {f"{OLDER}.md": TEXT}


def test_a_box_that_does_not_follow_is_told_beside_the_page() -> None:
    kept = save_page(sitting("done"), small_rubric(), Watched(updating=False))
    assert kept.name == "2026-11-20-learning-leader.md"
    assert [str(problem) for problem in kept.problems] == [f"{OLDER}.md: no room"]


def test_a_plan_whose_page_is_gone_is_told_beside_the_page() -> None:
    page_store = Watched()
    del page_store.pages[f"{OLDER}.md"]
    kept = save_page(sitting("done"), small_rubric(), page_store)
    assert kept.name in page_store.pages
    assert len(kept.problems) == 1


def test_a_box_that_is_right_already_is_left_alone() -> None:
    page_store = Watched()
    page_store.pages[f"{OLDER}.md"] = TEXT.replace("[ ]", "[-]")
    save_page(sitting("not-done"), small_rubric(), page_store)
    assert page_store.asked == ["create"]


def test_a_plan_that_is_carried_on_has_the_box_that_was_said_or_an_open_one() -> None:
    plan = {"behaviour": "own-answers", "cue": "a", "action": "b", "kept": OLDER}
    for outcomes, box in ((("done",), "x"), ((), " ")):
        page_store = Watched()
        save_page(sitting(*outcomes, plan=plan), small_rubric(), page_store)
        assert page_store.pages[f"{OLDER}.md"] == TEXT.replace("[ ]", f"[{box}]")


def test_marking_a_plan_raises_what_hinders_it() -> None:
    with pytest.raises(MachineFailed):
        mark_plan(Watched(updating=False), OLDER, "x")
    page_store = Watched()
    page_store.pages[f"{OLDER}.md"] = TEXT.partition("- [ ]")[0]
    with pytest.raises(LearnleadError, match="no plan line"):
        mark_plan(page_store, OLDER, "x")
