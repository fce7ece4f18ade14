from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.rubric.diff import Pinned, against_pages, against_shipped, changes
from learnlead.rubric.model import Rubric

LABELS = ["never", "rarely", "half", "mostly", "every time"]


def rubric(*ids: str, kind: str = "frequency", labels: Any = LABELS, **keys: Any) -> Rubric:
    behaviours = [{"id": one, "name": one, "when": "When", "i": f"I {one}."} for one in ids]
    base = {"learnlead-rubric": 1, "id": "r", "version": 1, "title": "R"}
    scale = {"kind": kind, "labels": labels}
    given = {**base, "scale": scale, "behaviours": behaviours, **keys}
    return Rubric.model_validate(given)


OLD = rubric("ask", "wait", "tell")


@pytest.mark.parametrize(
    ("new", "reasons", "comparable"),
    [
        (rubric("ask", "wait", "tell"), 0, "yes"),
        (rubric("ask", "wait", "tell", title="Other"), 0, "yes"),
        (rubric("ask", "wait"), 1, "yes"),
        (rubric("ask", "wait", "tell", "go"), 1, "yes"),
        (rubric("wait", "ask", "tell"), 1, "yes"),
        (rubric("go"), 2, "no"),
        (rubric("ask", "wait", "tell", kind="agreement"), 1, "no"),
        (rubric("ask", "wait", "tell", labels=[*LABELS[:4], "always"]), 1, "no"),
        (rubric("ask", "wait", "tell", rhythm="monthly"), 1, "no"),
        (rubric("ask", "wait", "tell", id="s"), 0, "no"),
    ],
)
def test_what_needs_a_version_and_what_keeps_ratings_apart(
    new: Rubric, reasons: int, comparable: str
) -> None:
    found = changes(OLD, new)
    assert len(found.version_for) == reasons
    assert found.needs_version == 1 + bool(reasons)
    assert found.comparable == comparable


def test_other_words_are_for_the_author_to_judge() -> None:
    new = rubric("ask", "wait", "tell")
    asked = new.behaviours[0].model_copy(update={"i": "I asked first.", "name": "First"})
    new = new.model_copy(update={"behaviours": (asked, *new.behaviours[1:])})
    found = changes(OLD, new)
    assert [(one.id, one.keys) for one in found.reworded] == [("ask", ("i", "name"))]
    assert (found.comparable, found.version_for) == ("if-the-meaning-stays", ())


def test_a_translation_changes_nothing() -> None:
    labels = ["nie", "selten", "halb", "meist", "jedes Mal"]
    new = rubric("ask", "wait", "tell", labels=labels, language="de")
    asked = new.behaviours[0].model_copy(update={"i": "Ich fragte."})
    new = new.model_copy(update={"behaviours": (asked, *new.behaviours[1:])})
    found = changes(OLD, new)
    assert (found.reworded, found.version_for, found.comparable) == ((), (), "yes")


ids = st.lists(st.sampled_from(["ask", "wait", "tell", "go"]), unique=True, min_size=1)


@given(ids, ids)
def test_every_id_stays_goes_or_is_new(before: list[str], after: list[str]) -> None:
    found = changes(rubric(*before), rubric(*after)).behaviours
    assert sorted([*found.stay, *found.gone]) == sorted(before)
    assert sorted([*found.stay, *found.new]) == sorted(after)
    back = changes(rubric(*after), rubric(*before)).behaviours
    assert (set(back.stay), back.gone, back.moved) == (set(found.stay), found.new, found.moved)
    assert found.same == (before == after)


def test_an_own_rubric_under_the_shipped_number_is_told() -> None:
    [problem] = against_shipped(rubric("ask", "wait"), OLD, "r.yaml", 3)
    assert (problem.where, problem.severity) == ("r.yaml:3", "warning")
    assert "1 behaviour is gone (tell)" in problem.message
    assert problem.remedy == "write 'version: 2', and 'comparable-with: [1]' to join the series"
    assert not list(against_shipped(rubric("ask", "wait", version=2), OLD, "r.yaml", 3))
    assert not list(against_shipped(OLD, OLD, "r.yaml", 3))


def test_pages_hold_their_version_to_its_ids() -> None:
    pages = [
        Pinned("journals/1.md", 1, frozenset({"ask", "gone"})),
        Pinned("journals/2.md", 1, frozenset({"gone"})),
        Pinned("journals/3.md", 4, frozenset({"whatever"})),
        Pinned("journals/4.md", 5, frozenset()),
    ]
    lost, newer = against_pages(OLD, pages, "r.yaml", 3)
    assert "journals/1.md" in lost.message
    assert "'gone'" in lost.message
    assert "journals/3.md is of version 4" in newer.message
    assert not list(against_pages(OLD, [Pinned("1.md", 1, frozenset({"ask"}))], "r.yaml", 3))
