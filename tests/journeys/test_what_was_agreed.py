"""What was agreed with a coach is offered as a plan by the next sitting, and kept only if asked."""

from __future__ import annotations

from datetime import date

import pytest

from any_reflection import small_rubric
from learnlead.app.prepare import prepare
from learnlead.coach.reply import Reply
from learnlead.coach.reply_file import FiledReply, write_reply
from learnlead.sitting.build import build_reflection, collect_answers
from learnlead.sitting.context import SittingContext
from learnlead.sitting.left_out import left_out
from learnlead.sitting.model import Plan
from learnlead.sitting.session import Session
from twins import MemoryShelf

TODAY = date(2026, 11, 20)
LAST = "2026-11-13-learning-leader"
AGREED = ("If he asks, then I will ask back", "Ask Kim on Tuesday")


def page(day: date, plan: str = "", depth: str = "standard") -> str:
    line = (
        f"- [ ] If **{plan}**, then I will **ask back** <!-- plan own-answers -->\n" if plan else ""
    )
    front = f"date: {day}\nrubric: learning-leader\ndepth: {depth}\nfocus: own-answers\n"
    return f"---\nlearnlead: 1\n{front}---\n{line}"


def journal(agreed: tuple[str, ...] = AGREED, sender: str | None = "R. Bauer") -> dict[str, str]:
    day = date(2026, 11, 14)
    made = Reply(
        date=day,
        rubric="learning-leader",
        leader="a" * 32,
        bundle="b" * 32,
        bundle_sha256="c" * 64,
        sender=sender,
        agreed=agreed,
    )
    return {
        f"{LAST}.md": page(date(2026, 11, 13), plan="a report is stuck"),
        f"{day}-coach-reply.md": write_reply(made, filed=FiledReply(made, after=LAST)),
    }


def prepared(pages: dict[str, str]) -> SittingContext:
    return prepare(
        MemoryShelf(pages), small_rubric(), None, day=TODAY, today=TODAY, depth="standard"
    )


def held(context: SittingContext, **answers: str) -> Plan | None:
    """The plan of a sitting with those answers, and an insight."""
    session = Session.begin(context, {"insight": "Wait.", **answers})
    assert not left_out(session)
    plans = {plan.stem: plan for plan in context.plans}
    return build_reflection(collect_answers(session), context, plans, TODAY).plan


def labels(context: SittingContext) -> list[str]:
    question = next(q for q in Session.begin(context).questions() if q.id == "plan")
    return [choice.label for choice in question.choices]


def test_the_plan_screen_offers_it_with_the_day_and_the_name() -> None:
    assert labels(prepared(journal()))[4:] == [
        "As agreed with R. Bauer, 14 November: If he asks, then I will ask back",
        "As agreed with R. Bauer, 14 November: Ask Kim on Tuesday",
    ]
    assert "with your coach," in labels(prepared(journal(sender=None)))[4]


def test_chosen_it_stands_in_the_lines_of_the_plan_which_may_be_changed() -> None:
    context = prepared(journal())
    presets = {
        way: {
            q.id: q.preset
            for q in Session.begin(context, {"plan": way}).questions()
            if q.id in ("cue", "action")
        }
        for way in ("agreed-1", "agreed-2", "new")
    }
    assert presets == {
        "agreed-1": {"cue": "he asks", "action": "ask back"},
        "agreed-2": {"cue": None, "action": "Ask Kim on Tuesday"},
        "new": {"cue": None, "action": None},
    }
    plan = held(context, plan="agreed-2", cue="it is Tuesday", action="ask Kim and Jo")
    assert plan is not None
    assert (plan.cue, plan.action, plan.kept) == ("it is Tuesday", "ask Kim and Jo", None)


@pytest.mark.parametrize(("way", "cue"), [("none", None), ("keep", "a report is stuck")])
def test_nothing_of_it_is_kept_by_another_choice(way: str, cue: str | None) -> None:
    plan = held(prepared(journal()), plan=way)
    assert (plan.cue if plan else None) == cue


def test_without_an_open_plan_it_is_a_choice_too() -> None:
    pages = journal()
    pages[f"{LAST}.md"] = page(date(2026, 11, 13))
    context = prepared(pages)
    assert len(labels(context)) == 4
    assert held(context) is None
    plan = held(context, plan="agreed-1", cue="he asks", action="ask back")
    assert plan is not None
    assert plan.behaviour == "own-answers"


def test_it_is_offered_once_and_not_if_it_is_a_plan_already() -> None:
    quick = {"2026-11-16-learning-leader.md": page(date(2026, 11, 16), "he asks", "quick")}
    left = [action.line for action in prepared(journal() | quick).agreed]
    assert left == ["Ask Kim on Tuesday"]
    full = {"2026-11-17-learning-leader.md": page(date(2026, 11, 17))}
    assert prepared(journal() | full).agreed == ()
    assert len(prepared(journal(tuple(f"do {n}" for n in range(9)))).agreed) == 4
