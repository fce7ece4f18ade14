from __future__ import annotations

from pathlib import Path

import pytest

from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import STEPS, FollowUps
from learnlead.rubric.reader import read_bank, read_rubric

pytestmark = pytest.mark.core

ROOT = Path(__file__).parents[3]
RUBRICS = sorted((ROOT / "rubrics").glob("*.yaml"))
BANKS = sorted((ROOT / "prompts").glob("*.yaml"))

RUBRIC = """\
learnlead-rubric: 1
id: leader
version: 2
title: A leader
comparable-with: [1]
scale: {kind: frequency, labels: [never, rarely, half, mostly, always]}
relationships:
  - {id: reports, name: Reports, sentence: I helped a report}
  - id: peers
    name: Peers
    sentence: I helped a peer
behaviours:
  - id: ask
    name: Asking
    relationship: reports
    when: When somebody brought me a problem,
    i: I asked.
    anchors: {1: I told., 3: I asked late., 5: I asked even when late.}
  - id: wait
    name: Waiting
    opportunity: made
    when: When I asked
    i: I waited.
questions:
  - {id: keep-one, ask: What do you keep?}
  - id: pick
    kind: choice
    ask: Which?
    options: [one, two]
"""

BANK = """\
learnlead-prompts: 1
rubric: leader
opening: [Good to see you., Hello.]
look-back:
  - Did it come?
evidence:
  ask:
    - What was asked?
    - Who was asked?
    - What came of asking?
  wait: [How long?, For whom?, What came?]
opposite:
  high: [When did you tell?]
closing: [That was it.]
"""


def rubric_of(text: str) -> Rubric:
    rubric, problems = read_rubric(text, "rubrics/leader.yaml")
    assert problems == []
    assert rubric is not None
    return rubric


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def line_of(text: str, part: str) -> int:
    assert text.count(part) == 1, part
    return text[: text.index(part)].count("\n") + 1


def test_a_rubric_is_read() -> None:
    rubric = rubric_of(RUBRIC)
    assert (rubric.id, rubric.version, rubric.rhythm) == ("leader", 2, "weekly")
    assert rubric.comparable_with == {1: "all"}
    assert rubric.scale.label(1) == "never"
    assert [r.id for r in rubric.relationships] == ["reports", "peers"]
    ask, wait = rubric.behaviours
    assert ask.sentence == "When somebody brought me a problem, I asked."
    assert ask.anchors == {1: "I told.", 3: "I asked late.", 5: "I asked even when late."}
    assert (wait.relationship, wait.opportunity) == ("all", "made")
    assert rubric.questions[1].options == ("one", "two")


def test_a_bank_is_read() -> None:
    bank, problems = read_bank(BANK, "prompts/leader.yaml", rubric_of(RUBRIC))
    assert problems == []
    assert bank is not None
    assert bank.opening == ("Good to see you.", "Hello.")
    assert bank.evidence["wait"] == ("How long?", "For whom?", "What came?")


@pytest.mark.parametrize(
    ("old", "new", "at", "said", "remedy"),
    [
        ("id: peers", "id: plan", "id: plan", "the id 'plan' is reserved", "another"),
        ("id: wait", "id: other", "id: other", "the id 'other' is reserved", "another"),
        ("id: wait", "id: all", "id: all", "the id 'all' is reserved", "another"),
        ("id: wait", "id: peers", "peers\n    name: W", "'peers' stands twice, here and in", "id"),
        ("id: pick", "id: ask", "ask\n    kind", "'ask' stands twice, here and in line 13", "id"),
        ("id: wait", "id: Wait", "id: Wait", "id must be an id of small letters", "change"),
        ("ship: reports", "ship: report", "ship: report\n", "no relationship 'report'", "reports?"),
        ("ship: reports", "ship: other", "ship: other\n", "no relationship 'other'", "peers, all"),
        ("    options: [one, two]\n", "", "- id: pick", "a question of kind choice", "options"),
        ("[one, two]", "[]", "- id: pick", "a question of kind choice", "options"),
        ("    ask: Which?\n", "", "- id: pick", "'ask' is missing", "ask"),
        ("kind: choice", "kind: choise", "kind: choise", "kind must be one of", "choice?"),
        (", always]", "]", "scale:", "labels must be a list of 5 entries", "add"),
        ("3: I asked late.", "7: x", "anchors:", "'7' cannot be a key in anchors", "5"),
        ("version: 2", "version: 0", "version: 0", "version must be a whole number, 1", "change"),
        ("title: A leader\n", "", "learnlead-rubric", "'title' is missing", "title"),
        ("    name: Waiting\n", "", "- id: wait", "'name' is missing", "name"),
        ("opportunity: made", "oportunity: made", "oport", "unknown key", "did you mean opport"),
        ("learnlead-rubric: 1", "learnlead-rubric: 3", "learnlead-r", "must be 1", "change"),
        ("title: A leader", "title: A leader\ntitle: B", "title: B", "stands twice", "one"),
    ],
)
def test_a_mistake_in_a_rubric_is_told_at_its_line(
    old: str, new: str, at: str, said: str, remedy: str
) -> None:
    text = changed(RUBRIC, (old, new))
    rubric, problems = read_rubric(text, "rubrics/leader.yaml")
    assert rubric is None
    assert [(p.file, p.line) for p in problems] == [("rubrics/leader.yaml", line_of(text, at))]
    assert said in problems[0].message
    assert remedy in problems[0].remedy
    assert problems[0].severity == "error"


def test_wrong_ids_wrong_types_and_double_keys_are_told_at_once() -> None:
    text = changed(
        RUBRIC,
        ("id: peers", "id: moment"),
        ("ship: reports", "ship: nobody"),
        ("opportunity: made", "opportunity: missed"),
        ("id: pick", "id: keep-one"),
        ("    when: When I asked\n", "    i: I paused.\n"),
    )
    rubric, problems = read_rubric(text, "f")
    assert rubric is None
    places = ["id: moment", "ship: nobody", "opportunity: missed", "i: I waited", "keep-one\n"]
    assert [p.line for p in problems] == [line_of(text, place) for place in places]


def test_an_empty_rubric_asks_nothing() -> None:
    text = RUBRIC[: RUBRIC.index("behaviours:")]
    rubric, problems = read_rubric(text, "f")
    assert rubric is None
    assert [p.message for p in problems] == [
        "this rubric asks nothing: it has neither a behaviour nor a question"
    ]
    assert "behaviours" in problems[0].remedy


@pytest.mark.parametrize("text", ["", "just words", "- a\n", "learnlead-prompts: 1\nopening: [x]"])
def test_another_kind_of_file_is_one_problem(text: str) -> None:
    rubric, problems = read_rubric(text, "f.yaml")
    assert rubric is None
    assert [(p.line, p.message, p.remedy) for p in problems] == [
        (
            1,
            "this is no rubric: the key 'learnlead-rubric' is missing",
            "begin the file with 'learnlead-rubric: 1'",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("i: I waited.", f"i: I {'sat ' * 15}", "i: I sat sat", "'i' of wait has 16 words"),
        ("when: When I asked", f"when: {'word ' * 16}", "when: word", "'when' of wait has 16"),
        ("    when: When I asked\n", "", "- id: wait", "wait has no 'when'"),
    ],
)
def test_poor_style_is_a_warning_beside_the_rubric(old: str, new: str, at: str, said: str) -> None:
    text = changed(RUBRIC, (old, new))
    assert read_rubric(text, "f")[1] == [], "a sitting has no use for it"
    rubric, problems = read_rubric(text, "f", craft=True)
    assert rubric is not None
    assert [(p.line, p.severity) for p in problems] == [(line_of(text, at), "warning")]
    assert said in problems[0].message
    assert problems[0].remedy


def test_fifteen_words_are_not_too_many() -> None:
    text = changed(RUBRIC, ("i: I waited.", f"i: I {'sat ' * 14}"))
    assert read_rubric(text, "f", craft=True)[1] == []


def test_an_agreement_scale_needs_no_when() -> None:
    text = changed(RUBRIC, ("kind: frequency", "kind: agreement"), ("    when: When I asked\n", ""))
    assert read_rubric(text, "f", craft=True)[1] == []


@pytest.mark.parametrize(
    ("old", "new", "at", "said", "remedy"),
    [
        ("rubric: leader", "rubric: boss", "boss", "for the rubric 'boss', not for", "leader"),
        ("  wait:", "  wiat:", "wiat", "the rubric has no behaviour 'wiat'", "did you mean wait?"),
        ("  wait:", "  zzz:", "zzz", "the rubric has no behaviour 'zzz'", "there are ask, wait"),
        ("[Good to see you., Hello.]", "[]", "opening", "a list of at least one entry", "[one"),
        ("[Good to see you., Hello.]", "Hello.", "opening", "opening must be a list", "[one"),
        ("[Good to see you., Hello.]", "[Hello., '']", "opening", "entry 2 of opening", "change"),
        ("[How long?, For whom?, What came?]", "[]", "wait", "wait must be a list of at", "[one"),
        ("  high:", "  hihg:", "hihg", "unknown key 'hihg' in opposite", "did you mean high?"),
        ("look-back:", "look_back:", "look_back", "unknown key", "did you mean look-back?"),
        ("rubric: leader\n", "", "learnlead-prompts", "'rubric' is missing", "rubric"),
    ],
)
def test_a_mistake_in_a_bank_is_told_at_its_line(
    old: str, new: str, at: str, said: str, remedy: str
) -> None:
    text = changed(BANK, (old, new))
    bank, problems = read_bank(text, "prompts/leader.yaml", rubric_of(RUBRIC))
    assert bank is None
    assert [(p.file, p.line) for p in problems] == [("prompts/leader.yaml", line_of(text, at))]
    assert said in problems[0].message
    assert remedy in problems[0].remedy


def test_without_its_rubric_a_bank_may_name_any_behaviour() -> None:
    bank, problems = read_bank(changed(BANK, ("  wait:", "  zzz:")), "f")
    assert bank is not None
    assert problems == []


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("    - What came of asking?\n", "", "  ask:", "evidence for ask has 2 of 3 wordings"),
        ("- Who was asked?", "- So WHY did you ask?", "So WHY", "'why did you'"),
        ("high: [When did you tell?]", "high: [Why didn’t you ask?]", "high:", "'why did you'"),
    ],
)
def test_poor_wording_is_a_warning_beside_the_bank(old: str, new: str, at: str, said: str) -> None:
    text = changed(BANK, (old, new))
    assert read_bank(text, "f", rubric_of(RUBRIC))[1] == []
    bank, problems = read_bank(text, "f", rubric_of(RUBRIC), craft=True)
    assert bank is not None
    assert [(p.line, p.severity) for p in problems] == [(line_of(text, at), "warning")]
    assert said in problems[0].message
    assert problems[0].remedy


def test_a_stranger_s_huge_rubric_is_told_in_few_problems() -> None:
    entries = "".join(f"- {{id: r{n}, name: a, sentence: b}}\n" for n in range(5_000))
    items = "".join(f"- {{id: q{n}, name: a, i: b, relationship: x{n}}}\n" for n in range(5_000))
    head = RUBRIC[: RUBRIC.index("relationships:")]
    text = f"{head}relationships:\n{entries}behaviours:\n{items}"
    rubric, problems = read_rubric(text, "f")
    assert rubric is None
    assert 100 <= len(problems) <= 201
    assert max(len(str(problem)) for problem in problems) < 500


def test_rubrics_and_banks_are_shipped() -> None:
    assert ROOT / "rubrics" / "learning-leader.yaml" in RUBRICS
    assert ROOT / "prompts" / "learning-leader.yaml" in BANKS


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.name)
def test_a_shipped_rubric_has_no_problem_at_all(path: Path) -> None:
    rubric, problems = read_rubric(path.read_text("utf-8"), path.name, craft=True)
    assert problems == []
    assert rubric is not None
    assert rubric.id == path.name.split(".")[0]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.name)
def test_a_shipped_bank_has_no_problem_and_words_for_everything(path: Path) -> None:
    beside = ROOT / "rubrics" / f"{path.name.split('.')[0]}.yaml"
    rubric, _ = read_rubric(beside.read_text("utf-8"), beside.name)
    assert rubric is not None
    bank, problems = read_bank(path.read_text("utf-8"), path.name, rubric, craft=True)
    assert problems == []
    assert bank is not None
    assert set(bank.evidence) == {behaviour.id for behaviour in rubric.behaviours}
    about_people = set() if rubric.relationships else {"moment", "other-side"}
    for step in STEPS - {"follow-up"} - about_people:
        asked = bank.wording(step, sittings=0, steady=True, behaviour=rubric.behaviours[0].id)
        assert asked is not None, step
    turns = [getattr(bank.follow_up, kind) for kind in FollowUps.model_fields]
    for words in (*turns, bank.opposite.low, bank.opposite.high):
        assert len(words) % 2, "asked in every second sitting: an even list would not take turns"
