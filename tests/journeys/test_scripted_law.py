"""The law of answers: whatever is handed in and accepted, the page gives back exactly that."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from any_reflection import lines, texts
from learnlead.adapters.disk.rubrics.folders import RubricFiles
from learnlead.app.prepare import prepare
from learnlead.app.scripted import (
    SittingRequest,
    agree_on_sitting,
    answer_problems,
    named_plans,
    read_script,
    save_answers,
)
from learnlead.page.page import parse
from learnlead.rubric.model import ALL, OTHER, Rubric
from learnlead.sitting.mark import OUTCOMES
from learnlead.sitting.plan_words import action_words, cue_words
from learnlead.text.clean import clean_line, clean_text
from sizes import examples
from twins import MemoryInbox, MemoryShelf

TODAY = date(2026, 11, 20)
OLDER = "2026-11-06-learning-leader"
OLDEST = "2026-10-30-learning-leader"
PLANS = {OLDER: ("an old cue", "act"), OLDEST: ("an older cue", "act, too")}
"""The open plans of the journal, newest first."""


def core() -> Rubric:
    rubric, _ = RubricFiles(None).rubric("learning-leader")
    assert rubric is not None
    return rubric


CORE = core()
IDS = [behaviour.id for behaviour in CORE.behaviours]
LIVE = [relationship.id for relationship in CORE.relationships]

Said = dict[str, Any]


def marks(opportunity: str) -> st.SearchStrategy[int | str]:
    absent = ["no-opportunity"] + ["none-made"] * (opportunity == "made")
    return st.one_of(st.integers(1, 5), st.sampled_from(absent))


def ratings(depth: str) -> st.SearchStrategy[Said]:
    ratings = {}
    for behaviour in CORE.behaviours:
        mark: st.SearchStrategy[Any] = marks(behaviour.opportunity)
        if depth == "full" and behaviour.relationship == ALL:
            mark |= st.dictionaries(st.sampled_from(LIVE), mark, min_size=1, max_size=4)
        ratings[behaviour.id] = mark
    return st.fixed_dictionaries({}, optional=ratings)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return strategy.filter(lambda text: bool(clean_line(text)))


def answers(depth: str) -> st.SearchStrategy[Said]:
    """Any answers that fit the core rubric and a journal with two open plans."""
    moments = st.fixed_dictionaries(
        {"relationship": st.sampled_from([*LIVE, OTHER])},
        optional={"with": lines(), "what": texts(), "other_side": texts()},
    )
    plan = st.fixed_dictionaries(
        {"cue": some(lines()), "action": some(lines()), "behaviour": st.sampled_from(IDS)},
        optional={"due": st.dates().map(str), "kept": st.sampled_from(list(PLANS))},
    )
    outcome = {"outcome": st.sampled_from(OUTCOMES)}
    newest = st.fixed_dictionaries(outcome, optional={"plan": st.just(OLDER), "note": texts()})
    oldest = st.fixed_dictionaries({"plan": st.just(OLDEST), **outcome}, optional={"note": texts()})
    look_backs = st.one_of(*(st.tuples(*ones) for ones in ([newest], [oldest], [newest, oldest])))
    return st.fixed_dictionaries(
        {"depth": st.just(depth), "insight": some(texts())},
        optional={
            "date": st.dates(TODAY - timedelta(days=7), TODAY).map(str),
            "minutes": st.integers(0, 1440),
            "focus": st.fixed_dictionaries(
                {"behaviour": st.sampled_from(IDS)}, optional={"notice": lines()}
            ),
            "look_back": st.one_of(newest, look_backs.map(list)),
            "relationships": st.lists(st.sampled_from(LIVE), unique=True),
            "moments": st.lists(moments, max_size=3),
            "heard": texts(),
            "ratings": ratings(depth),
            "count": st.dictionaries(st.sampled_from(IDS), st.sampled_from(("0/0", "2/3", "9/9"))),
            "evidence": st.dictionaries(st.sampled_from(IDS), texts(), max_size=4),
            "opposite": texts(),
            "obstacle": texts(),
            "plan": st.one_of(plan, st.sampled_from(("keep", "none"))),
        },
    )


def as_yaml(data: Said) -> str:
    """One key a line, its value in the part of YAML that is JSON, numbers as people write them."""
    values = {key: json.dumps(value, ensure_ascii=False) for key, value in data.items()}
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def journal() -> MemoryShelf:
    pages = {}
    for stem, (cue, action) in PLANS.items():
        day = stem[:10]
        plan = f"- [ ] If **{cue}**, then I will **{action}** <!-- plan accessible --> 📅 {day}"
        head = f"---\nlearnlead: 1\ndate: {day}\nrubric: learning-leader\n---\n"
        pages[f"{stem}.md"] = f"{head}\n## Plan <!-- plan -->\n\n{plan}\n"
    return MemoryShelf(pages)


@given(st.sampled_from(("quick", "standard", "full")).flatmap(answers))
@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
def test_the_page_gives_back_what_was_handed_in(data: Said) -> None:
    page_store = journal()
    script = read_script(as_yaml(data), "answers.yaml")
    asked, disagreements = agree_on_sitting(script, SittingRequest(), TODAY)
    assert (script.problems, disagreements) == ((), [])
    context = prepare(
        page_store, CORE, None, day=asked.day or TODAY, today=TODAY, depth=asked.depth or "standard"
    )
    plans = named_plans(script.answers, context, page_store)
    assert answer_problems(script, context, plans) == []
    kept = save_answers(script.answers, context, plans, page_store, MemoryInbox())
    assert kept.problems == ()
    page, problems = parse(page_store.pages[kept.name], kept.name, CORE)
    assert problems == []
    assert page is not None
    page_says = page.reflection

    day = date.fromisoformat(data.get("date", str(TODAY)))
    assert (page_says.date, page_says.written) == (day, TODAY if day < TODAY else None)
    assert kept.name == f"{day}-learning-leader.md"
    assert (page_says.depth, page_says.minutes) == (data["depth"], data.get("minutes"))
    for field in ("heard", "opposite", "insight", "obstacle"):
        assert getattr(page_says, field) == clean_text(data.get(field, ""))
    assert page_says.relationships == (
        tuple(data["relationships"]) if "relationships" in data else None
    )
    assert page_says.ratings == data.get("ratings", {})
    assert {k: str(c) for k, c in page_says.count.items()} == data.get("count", {})
    assert page_says.evidence == texts_of(data.get("evidence", {}))
    focus = data.get("focus", {})
    assert page_says.focus == focus.get("behaviour")
    assert page_says.focus_notice == clean_line(focus.get("notice", ""))
    assert [m.relationship for m in page_says.moments] == [
        m["relationship"] for m in data.get("moments", [])
    ]
    for moment, entered in zip(page_says.moments, data.get("moments", []), strict=True):
        assert moment.with_whom == clean_line(entered.get("with", ""))
        assert moment.what == clean_text(entered.get("what", ""))
        assert moment.other_side == clean_text(entered.get("other_side", ""))
    check_plan(data, day, page_says.plan)
    check_look_back(data, page_says.looking_back, page_store.pages)


def texts_of(given_texts: Mapping[str, str]) -> dict[str, str]:
    cleaned = {key: clean_text(text) for key, text in given_texts.items()}
    return {key: text for key, text in cleaned.items() if text}


def looked_back(data: Said) -> dict[str, Said]:
    """The look-backs by the plan they are on; without a name it is the newest."""
    entered = data.get("look_back", [])
    return {
        review.get("plan", OLDER): review
        for review in (entered if isinstance(entered, list) else [entered])
    }


def carried_on(data: Said) -> str | None:
    """The plan that the new one carries on: `keep` the one looked back on, else the newest."""
    entered = data.get("plan", "none")
    if entered == "keep":
        back = looked_back(data)
        return next(iter(back)) if len(back) == 1 else OLDER
    return None if entered == "none" else entered.get("kept")


def check_plan(data: Said, day: date, plan: Any) -> None:
    entered = data.get("plan", "none")
    if entered == "none":
        assert plan is None
        return
    assert plan.kept == carried_on(data)
    if entered == "keep":
        cue, action = PLANS[plan.kept]
        entered = {"behaviour": "accessible", "cue": cue, "action": action}
    assert plan.behaviour == entered["behaviour"]
    assert plan.cue == cue_words(str(clean_line(entered["cue"])))
    assert plan.action == action_words(str(clean_line(entered["action"])))
    assert str(plan.due) == entered.get("due", str(day + timedelta(days=7)))


def check_look_back(data: Said, reviews: Any, pages: Mapping[str, str]) -> None:
    entered = looked_back(data)
    assert [review.plan for review in reviews] == list(entered)
    for review in reviews:
        assert (review.cue, review.action) == PLANS[review.plan]
        assert review.outcome == entered[review.plan]["outcome"]
        assert review.note == clean_text(entered[review.plan].get("note", ""))
    for stem, (cue, _) in PLANS.items():
        box = " "
        if stem in entered:
            box = {"done": "x", "partly": "/"}.get(entered[stem]["outcome"], "-")
        assert f"- [{box}] If **{cue}**" in pages[f"{stem}.md"]
