"""`--relationship`: the sitting is about that one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from learnlead.sitting.session import Session
from running import run
from terminal.drafts import draft
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

ONE = "mutual-learning"


def about_it(depth: str | None = None) -> Session:
    return Session.begin(replace(begun(depth=depth).context, relationship=ONE))


@pytest.mark.parametrize(("prompter", "typist"), [((), Typist), (("--plain",), PlainTypist)])
def test_it_is_live_and_the_moments_without_a_question(
    begun_workspace: Path, prompter: tuple[str, ...], typist: type[Typist]
) -> None:
    with Terminal("reflect", "--relationship", ONE, *prompter) as terminal:
        one = typist(terminal, about_it())
        one.answer_all({"live": [ONE]}, until="moment-with")
        assert "moment" not in [question.id for question in one.screen.questions]
        one.answer_all({"moment-what": "She asked me."})
        assert one.save() == 0
    page = (begun_workspace / "journals" / "2026-11-20-learning-leader.md").read_text("utf-8")
    assert f"relationships: [{ONE}]" in page
    assert "She asked me." in page
    assert f"<!-- moment {ONE} -->" in page


def test_a_full_sitting_has_that_moment_alone_and_a_draft_remembers(begun_workspace: Path) -> None:
    assert begun_workspace.exists()
    with Terminal("reflect", "--relationship", ONE, "--depth", "full") as terminal:
        typist = Typist(terminal, about_it("full"))
        typist.answer_all({"live": ["formal-authority", ONE]}, until="moment-with")
        typist.sees()
        terminal.kill()
    assert draft()["relationship"] == ONE
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished").press("enter")
        assert Typist(terminal, typist.session).sees().id == "moment"


def test_an_unknown_one_is_refused_with_the_one_that_was_meant(begun_workspace: Path) -> None:
    with Terminal("reflect", "--relationship", "formal-autority", columns=120) as terminal:
        assert terminal.finish() == 2
        assert "learning-leader has no relationship 'formal-autority'" in terminal.left_behind
        assert "did you mean formal-authority?" in terminal.left_behind
    assert begun_workspace.exists()


@pytest.mark.parametrize("other", [("--answers", "-"), ("--answers-form",), ("--editor",)])
def test_it_belongs_to_a_typed_sitting(begun_workspace: Path, other: tuple[str, ...]) -> None:
    ran = run("reflect", "--relationship", ONE, *other, stdin="learnlead: 1\n")
    assert ran.code == 2
    assert "--relationship belongs to a typed sitting" in ran.stderr
    assert begun_workspace.exists()
