from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.rubric.model import PERIODS, RESERVED, Rhythm
from learnlead.rubric.reader import read_bank, read_rubric
from learnlead.rubric.scaffold import (
    LABELS,
    Kind,
    NewBehaviour,
    NewRubric,
    bank_text,
    id_from,
    rubric_text,
    template,
)
from learnlead.text.clean import clean_line
from sizes import examples

# Whatever `clean_line` lets through, signs of YAML among it.
letters = st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\u2028\u2029")
words = st.text(letters | st.sampled_from(":#-[]{}\"'|>&*!%@`?, "), min_size=1, max_size=20)
lines = words.map(lambda typed: clean_line(typed.strip()) or "no") | st.sampled_from(["no", "1"])
behaviours = st.builds(NewBehaviour, lines, lines, lines)
rubrics = st.builds(
    NewRubric,
    st.just("mine"),
    lines,
    st.sampled_from(list(PERIODS)),
    st.sampled_from(list(LABELS)),
    st.lists(behaviours, min_size=1, max_size=4),
    lines,
    lines,
)


@settings(deadline=None, max_examples=examples(100))
@given(rubrics)
def test_whatever_was_typed_is_written_as_it_was_typed(new: NewRubric) -> None:
    rubric, problems = read_rubric(rubric_text(new), "rubrics/mine.yaml")
    assert rubric is not None, problems
    assert (rubric.title, rubric.rhythm, rubric.scale.kind) == (new.title, new.rhythm, new.kind)
    assert [b.name for b in rubric.behaviours] == [b.name for b in new.behaviours]
    assert [b.i for b in rubric.behaviours] == [b.i for b in new.behaviours]
    bank, problems = read_bank(bank_text(new), "prompts/mine.yaml", rubric)
    assert bank is not None, problems
    assert (bank.opening, bank.insight) == ((new.opening,), (new.insight,))
    assert set(bank.evidence) == {b.id for b in rubric.behaviours}
    assert yaml.safe_load(rubric_text(new))["title"] == new.title, "for editors, too"


@pytest.mark.parametrize("rhythm", PERIODS)
@pytest.mark.parametrize("kind", LABELS)
def test_the_template_passes_without_a_warning(rhythm: Rhythm, kind: Kind) -> None:
    plain = template("mine", "Mine")
    new = NewRubric("mine", "Mine", rhythm, kind, plain.behaviours)
    rubric, problems = read_rubric(rubric_text(new), "f", craft=True)
    assert (problems, rubric is None) == ([], False)
    assert read_bank(bank_text(new), "f", rubric, craft=True)[1] == []
    assert f"this {PERIODS[rhythm]}" in bank_text(new)


@given(st.text(), st.lists(st.sampled_from(["asking", "b", "plan-2"])))
def test_any_name_gives_an_id(words: str, taken: list[str]) -> None:
    found = id_from(words, taken)
    assert found not in {*taken, *RESERVED, "all"}
    assert read_rubric(f"learnlead-rubric: 1\nid: {found}\n", "f")[1][0].message != found
    assert found[0].isascii()
    assert found[0].islower()
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_ids_say_the_name() -> None:
    assert id_from("Ending on time!") == "ending-on-time"
    assert id_from("Plan") == "plan-2"
    assert id_from("1 on 1", ["b-1-on-1"]) == "b-1-on-1-2"
