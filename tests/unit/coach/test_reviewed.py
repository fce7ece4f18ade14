"""What is new to a coach, and which questions come with which reasons."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from learnlead.coach.bundle import Content, Passage, SentFinding, SentFocus, SentPlan
from learnlead.coach.review import QUESTION_KINDS, QUESTIONS_AT_MOST, coach_questions
from learnlead.coach.reviewed import Cutoff, line_fingerprints, only_new
from learnlead.i18n.words import ENGLISH
from learnlead.rubric.reader import read_bank
from learnlead.shipped import folder

DAY = date(2026, 11, 13)
NUMBERS = st.integers(0, 8)
TEXTS = st.sampled_from(["one", "two", "three"])
BANK, _ = read_bank(
    (folder("prompts") / "learning-leader.yaml").read_text(encoding="utf-8"), "learning-leader.yaml"
)


def passage(number: int, text: str) -> Passage:
    day = DAY - timedelta(days=number)
    return Passage(id=f"{day}-x/moment-1", kind="moments", date=day, text=text)


def plan(number: int, outcome: object) -> SentPlan:
    day = DAY - timedelta(days=number)
    given = {"id": f"{day}-x", "date": day, "cue": "it rings", "action": "wait"}
    return SentPlan.model_validate(given | {"outcome": outcome})


def finding(kind: str, text: str, *, strength: bool = False) -> SentFinding:
    return SentFinding(id=f"finding/{kind}", kind=kind, strength=strength, text=text)


CONTENTS = st.builds(
    lambda passages, plans: Content(
        passages=tuple(passage(*one) for one in passages.items()),
        plans=tuple(plan(*one) for one in plans.items()),
    ),
    st.dictionaries(NUMBERS, TEXTS, max_size=5),
    st.dictionaries(NUMBERS, st.sampled_from([None, "done", "partly"]), max_size=5),
)


@given(CONTENTS, CONTENTS)
def test_new_is_exactly_what_was_not_seen_so(before: Content, after: Content) -> None:
    new = only_new(after, Cutoff(DAY, line_fingerprints(before)))
    assert set(new.passages) == set(after.passages) - set(before.passages)
    assert set(new.plans) == set(after.plans) - set(before.plans)


@given(CONTENTS, NUMBERS)
def test_of_a_day_is_what_is_dated_on_it_or_later(content: Content, ago: int) -> None:
    day = DAY - timedelta(days=ago)
    new = only_new(content, Cutoff(day))
    assert set(new.passages) == {one for one in content.passages if one.date >= day}
    assert set(new.plans) == {one for one in content.plans if one.date >= day}


@given(CONTENTS)
def test_what_is_wanted_and_the_focus_are_always_there(content: Content) -> None:
    focus = SentFocus(behaviour="x", name="X", since=DAY, statement="Early.")
    whole = content.model_copy(update={"want": "Listen.", "focus": focus})
    new = only_new(whole, Cutoff(DAY, line_fingerprints(whole)))
    assert (new.want, new.focus) == ("Listen.", focus)
    assert new.passages == ()
    assert new.plans == ()


def test_every_kind_of_question_is_offered_each_with_the_line_that_is_its_reason() -> None:
    focus = SentFocus(behaviour="x", name="X", since=DAY, statement="Early.")
    contents = {
        "want": Content(want="Listen."),
        "not-done": Content(plans=(plan(0, "not-done"), plan(1, "done"))),
        "done": Content(plans=(plan(0, "done"),)),
        "open": Content(plans=(plan(0, None),)),
        "focus": Content(focus=focus),
        "not-looked-at": Content(findings=(finding("no-evidence", "Nothing on X."),)),
        "strength": Content(findings=(finding("plans-done", "Five done.", strength=True),)),
        "passage": Content(passages=(passage(0, "She went on."), passage(1, "Before."))),
    }
    assert set(contents) == set(QUESTION_KINDS)
    assert BANK is not None
    for kind, content in contents.items():
        first, *_ = coach_questions(content, None)
        assert (first.kind, first.ask) == (kind, ENGLISH(f"review.ask.{kind}"))
        asked = {
            coach_questions(content.model_copy(update={"sittings": n}), BANK)[0].ask
            for n in range(3)
        }
        assert len(asked) == 3, "the wordings of the bank take turns"
    assert coach_questions(contents["not-done"], None)[0].reason == (
        "If it rings, then I will wait: not done"
    )
    assert coach_questions(contents["passage"], None)[0].reason == "She went on."
    assert coach_questions(Content(), BANK) == []


def test_there_are_at_most_five() -> None:
    findings = (finding("none-made", "None."), finding("plan-kept", "Kept.", strength=True))
    plans = (plan(0, None), plan(1, "done"), plan(2, "not-done"))
    content = Content(want="Listen.", plans=plans, findings=findings, passages=(passage(0, "x"),))
    found = coach_questions(content, BANK)
    assert len(found) == QUESTIONS_AT_MOST
    assert len({one.kind for one in found}) == QUESTIONS_AT_MOST
