from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from learnlead.rubric.prompts import STEPS, PromptBank
from learnlead.rubric.schema import file_schema

wordings = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=5).map(tuple)


def bank(**keys: object) -> PromptBank:
    return PromptBank.model_validate({"learnlead-prompts": 1, "rubric": "leader", **keys})


def test_the_steps_are_the_keys_of_a_bank() -> None:
    assert {
        *("opening", "welcome-back", "look-back", "heard", "moment", "other-side", "evidence"),
        *("opposite", "insight", "obstacle", "plan", "cue", "action", "focus-notice", "closing"),
        *("follow-up", "ask", "reminder", "reminder-after-pause"),
    } == STEPS


@given(words=wordings, sittings=st.integers(0, 500))
def test_wordings_take_turns_by_the_number_of_sittings(
    words: tuple[str, ...], sittings: int
) -> None:
    one = bank(**{"look-back": words, "evidence": {"ask": words}, "opposite": {"low": words}})
    turn = words[sittings % len(words)]
    assert one.wording("look-back", sittings=sittings, steady=False) == turn
    assert one.wording("evidence", sittings=sittings, steady=False, behaviour="ask") == turn
    assert one.wording("opposite", sittings=sittings, steady=False, tendency="low") == turn


@given(words=wordings, sittings=st.integers(0, 500))
def test_steady_keeps_the_first(words: tuple[str, ...], sittings: int) -> None:
    one = bank(insight=words, opposite={"high": words})
    assert one.wording("insight", sittings=sittings, steady=True) == words[0]
    assert one.wording("opposite", sittings=sittings, steady=True, tendency="high") == words[0]


@pytest.mark.parametrize("step", sorted(STEPS))
def test_an_empty_bank_has_no_wording(step: str) -> None:
    assert bank().wording(step, sittings=3, steady=False, behaviour="ask", tendency="low") is None


def test_evidence_is_by_behaviour() -> None:
    one = bank(evidence={"ask": ["What did you ask?"]})
    assert one.wording("evidence", sittings=7, steady=False, behaviour="listen") is None
    assert one.wording("evidence", sittings=7, steady=False) is None


def test_without_a_tendency_the_question_goes_against_kindness_to_oneself() -> None:
    one = bank(opposite={"high": ["When did you tell?"], "low": ["When did it go well?"]})
    assert one.wording("opposite", sittings=0, steady=False) == "When did you tell?"


def test_a_step_that_no_bank_has_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no step 'rubric'"):
        bank().wording("rubric", sittings=0, steady=False)


def test_a_key_given_replaces_the_whole_key() -> None:
    base = bank(
        language="nl",
        opening=["base 1", "base 2"],
        closing=["base"],
        evidence={"ask": ["base ask"], "wait": ["base wait"]},
        opposite={"high": ["base high"], "low": ["base low"]},
    )
    own = bank(
        **{
            "opening": ["own"],
            "evidence": {"ask": ["own ask"]},
            "opposite": {"low": ["own low"]},
            "focus-notice": ["own notice"],
        }
    )
    merged = own.merged_over(base)
    assert merged.opening == ("own",)
    assert merged.closing == ("base",)
    assert merged.language == "nl"
    assert merged.focus_notice == ("own notice",)
    assert merged.evidence == {"ask": ("own ask",), "wait": ("base wait",)}
    assert merged.opposite.high == ("base high",)
    assert merged.opposite.low == ("own low",)


def every_key() -> list[tuple[str, ...]]:
    """Each key that holds wordings, those inside of it after it."""
    schema = file_schema("prompts")
    found: list[tuple[str, ...]] = []
    for key, node in schema["properties"].items():
        parts = [part for name, part in schema["$defs"].items() if f"'#/$defs/{name}'" in str(node)]
        inner = ["ask"] if key == "evidence" else [k for part in parts for k in part["properties"]]
        if key not in {"learnlead-prompts", "rubric", "language"}:
            found += [(key, one) for one in inner] or [(key,)]
    return found


def giving(words: dict[tuple[str, ...], str]) -> PromptBank:
    keys: dict[str, object] = {}
    for (key, *inner), word in words.items():
        if inner:
            group = keys.setdefault(key, {})
            assert isinstance(group, dict)
            group[inner[0]] = [word]
        else:
            keys[key] = [word]
    return bank(**keys)


@pytest.mark.parametrize("path", every_key(), ids=".".join)
def test_a_key_given_alone_replaces_itself_and_nothing_else(path: tuple[str, ...]) -> None:
    base = dict.fromkeys(every_key(), "base")
    assert giving({path: "own"}).merged_over(giving(base)) == giving({**base, path: "own"})


banks = st.fixed_dictionaries(
    {},
    optional={
        "opening": wordings,
        "other-side": wordings,
        "evidence": st.dictionaries(st.sampled_from(["ask", "wait"]), wordings),
        "opposite": st.fixed_dictionaries({}, optional={"high": wordings, "low": wordings}),
    },
).map(lambda keys: bank(**keys))


@given(banks, banks, banks)
def test_it_does_not_matter_which_two_banks_are_merged_first(
    first: PromptBank, second: PromptBank, third: PromptBank
) -> None:
    left = first.merged_over(second).merged_over(third)
    assert left == first.merged_over(second.merged_over(third))
    assert first.merged_over(first) == first
    assert first.merged_over(bank()) == first
    assert bank().merged_over(first) == first


def test_a_bank_refuses_keys_it_does_not_know_and_empty_lists() -> None:
    with pytest.raises(ValidationError):
        bank(openings=["x"])
    with pytest.raises(ValidationError):
        bank(opening=[])
    with pytest.raises(ValidationError):
        bank(opposite={"medium": ["x"]})
