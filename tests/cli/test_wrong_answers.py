"""Answers that do not fit are refused: all at once, each with its line, and nothing is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.kit import LAST_WEEKS, MONTHLY, PLAN, held, refused, snapshot
from running import run

pytestmark = [pytest.mark.core, pytest.mark.usefixtures("workspace")]

EVERYTHING = """\
learnlead: 1
rubrik: learning-leader
date: 2026-11-21
minutes: eleven
depth: ful
ratings:
  own-answers: 6
  open-door: 3
  open-doors: 4
  open-doors: 3
  follower-needs: none-made
  joint-learning: often
evidence:
  nobody: x
relationships: [formal-authority, formal]
moments:
  - {relationship: formal-authority, who: report A}
  - {what: no relationship}
look_back: {outcome: won}
plan: kep
insight: "a bell \\a"
"""


def test_everything_wrong_is_said_at_once_by_line() -> None:
    problems = refused(EVERYTHING)
    assert [int(line.split(":")[1]) for line in problems] == [
        *(2, 3, 4, 5, 7, 8, 10, 11, 12, 14, 15, 17, 18, 19, 20, 21)
    ]
    assert all(re.fullmatch(r"standard input:\d+: .+ \(.+\)", line) for line in problems), problems


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("rubrik: x\ninsight: x\n", ":1: unknown key 'rubrik' (did you mean rubric?)"),
        ("insight: x\nfocus: {behavior: own-answers}\n", ":2: the key 'behaviour' is missing"),
        ("insight: x\ninsight: y\n", ":2: the key 'insight' stands twice, here and in line 1"),
        ("ratings: {own-answers: 0}\n", ":1: own-answers must be a whole number from 1 to 5"),
        ("ratings: {own-answers: 6}\n", ":1: own-answers must be a whole number from 1 to 5"),
        ("ratings: {own-answers: 3.5}\n", ":1: own-answers must be a whole number from 1 to 5"),
        ("ratings: {own-answers: often}\n", ":1: own-answers must be a whole number from 1 to 5"),
        ("ratings: {own-answer: 3}\n", ":1: this rubric has no behaviour 'own-answer'"),
        ("ratings: {own-answer: 3}\n", "(did you mean own-answers?)"),
        ("ratings: {follower-needs: none-made}\n", "none-made does not fit 'follower-needs'"),
        ("insight: x\n'[key]': 1\n", ":2: unknown key '[key]'"),
        ("insight: x\nevidence: {'[key]': y}\n", ":2: '[key]' cannot be a key in evidence"),
        (
            "count: {own-answers: 4/3}\n",
            ":1: own-answers: this is not a count (write 2/3 for done in 2 of 3",
        ),
        ("count: {own-answer: 2/3}\n", ":1: this rubric has no behaviour 'own-answer'"),
        ("ratings: [3, 4]\n", ":1: ratings must be a group of 'key: value' lines"),
        ("evidence: {nobody: x}\n", ":1: this rubric has no behaviour 'nobody'"),
        ("relationships: [boss]\ninsight: x\n", ":1: this rubric has no relationship 'boss'"),
        ("relationships: formal-authority\ninsight: x\n", ":1: relationships must be a list"),
        ("moments: [{relationship: boss}]\n", ":1: this rubric has no relationship 'boss'"),
        ("moments: {relationship: other}\n", ":1: moments must be a list"),
        ("focus: {behaviour: nothing}\n", ":1: this rubric has no behaviour 'nothing'"),
        ("insight: x\nanswers: {keep-one: x}\n", ":2: this rubric has no open question 'keep-one'"),
        ("plan: {behaviour: x, cue: c, action: a}\n", ":1: this rubric has no behaviour 'x'"),
        ("plan: {behaviour: own-answers, cue: c}\n", ":1: the key 'action' is missing in plan"),
        ("plan: {cue: c, action: a}\n", "the plan has no behaviour, and there is no focus"),
        ("plan: keep\n", ":1: there is no open plan to keep"),
        ("plan: later\n", ":1: plan must be"),
        (f"plan: {{cue: c, action: a, kept: {LAST_WEEKS}}}\n", ":1: the journal has no plan of"),
        ("look_back: {outcome: done}\n", ":1: there is no open plan to look back on"),
        ("look_back:\n- outcome: done\n", ":2: there is no open plan to look back on"),
        ("look_back: {plan: 2020-01-01-x, outcome: done}\n", ":1: the journal has no plan of"),
        ("look_back: {outcome: won}\n", ":1: outcome must be one of done, partly, not-done"),
        ("date: 20.11.2026\ninsight: x\n", ":1: date must be a date such as 2026-11-20"),
        ("date: 2026-02-30\ninsight: x\n", ":1: date must be a date such as 2026-11-20"),
        ("insight: x\ndate: 2026-11-21\n", ":2: 2026-11-21 is later than today (2026-11-20)"),
        ("depth: deep\ninsight: x\n", ":1: depth must be one of quick, standard, full"),
        ("minutes: -1\ninsight: x\n", ":1: minutes must be a whole number from 0"),
        ("insight: x\nrubric: nothing\n", ":2: there is no rubric 'nothing'"),
        ("rubric: No Id\ninsight: x\n", ":1: rubric must be an id of small letters"),
        ("learnlead: 2\ninsight: x\n", ":1: learnlead must be 1; here it is '2'"),
        ("insight: [a, b]\n", ":1: insight must be a text"),
        ("insight: &a x\nheard: *a\n", ":1: '&a' stands for a mark to copy from"),
        ("insight: x\n---\ninsight: y\n", ":2: a second document begins here"),
        ("insight: {\n", ":1: this cannot be read as YAML"),
        ("insight: x\0y\n", ":1: this line holds a control character (U+0000)"),
        ("insight: x\x1b[31m\n", ":1: this line holds a control character (U+001B)"),
        ('insight: "x\\e[31m"\n', ":1: an escape here stands for a control character (U+001B)"),
        ("- insight\n", ":1: the file must be a group of 'key: value' lines"),
        ("just words\n", ":1: the file must be a group of 'key: value' lines"),
    ],
)
def test_one_fault_is_one_line_that_says_where_and_what(answers: str, message: str) -> None:
    (line,) = [line for line in refused(answers) if message in line]
    assert line.startswith("standard input:")
    assert line.endswith(")"), "what to do about it"


@pytest.mark.parametrize(
    "answers",
    [
        "",
        "# only a comment\n",
        "learnlead: 1\nrubric: learning-leader\ndate: 2026-11-20\ndepth: full\nminutes: 3\n",
        "insight:\nratings: {}\nevidence: {own-answers: ' '}\nmoments: []\nplan: none\n",
        "insight: '  '\nheard: |\n\n\nanswers: {}\n",
    ],
)
def test_without_one_answer_there_is_no_page(answers: str) -> None:
    (line,) = refused(answers)
    assert "there is no answer in it" in line
    assert "learnlead reflect --answers-form" in line


def test_ratings_by_relationship_belong_to_depth_full() -> None:
    by_relationship = "ratings: {own-answers: {formal-authority: 5}}\n"
    (line,) = refused(by_relationship)
    assert ":1: ratings by relationship belong to depth full" in line
    (line,) = refused("depth: full\nratings: {interdependence: {equal-influence: 5}}\n")
    assert ":2: 'interdependence' belongs to one relationship alone" in line
    (line,) = refused("depth: full\nratings: {own-answers: {boss: 5}}\n")
    assert ":2: this rubric has no relationship 'boss'" in line
    (line,) = refused("depth: full\nratings:\n  own-answers: {formal-authority: 7}\n")
    assert ":3: " in line


class TestOptionAndKey:
    @pytest.mark.parametrize(
        ("key", "option", "value"),
        [
            ("date: 2026-11-20", "--date", "yesterday"),
            ("date: 2026-11-12", "--date", "last week"),
            ("depth: full", "--depth", "quick"),
            ("rubric: learning-leader", "--rubric", "conversations"),
        ],
    )
    def test_that_disagree_are_refused(
        self, workspace: Path, key: str, option: str, value: str
    ) -> None:
        (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
        lines = refused(f"insight: x\n{key}\n", option, value)
        assert [line for line in lines if f":2: {option} says " in line], lines

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (("--date", "2026-11-21"), "2026-11-21 is later than today (2026-11-20)"),
            (("--date", "2026-W48"), "2026-11-27 is later than today (2026-11-20)"),
            (("--date", "2026-11"), "'2026-11' is longer than a week"),
            (("--date", "Friday"), "'Friday' is no date (write it like one of: 2026-11-20"),
            (("--depth", "deep"), "--depth is quick, standard or full, not 'deep'"),
            (
                ("--rubric", "nothing"),
                "there is no rubric 'nothing'; there are: leadership-buy-in, ",
            ),
        ],
    )
    def test_an_option_that_means_nothing_is_refused(
        self, options: tuple[str, ...], message: str
    ) -> None:
        (line,) = refused("insight: x\n", *options)
        assert message in line


def test_a_plan_is_looked_back_on_once() -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    lines = refused(f"look_back:\n- outcome: done\n- {{plan: {LAST_WEEKS}, outcome: partly}}\n")
    assert [line for line in lines if ":3: " in line and "looked back on twice" in line]


def test_a_choice_is_one_of_its_options(workspace: Path) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    (line,) = refused("rubric: conversations\nanswers: {chosen: milk}\n")
    assert ":2: 'milk' is not one of its options (they are: tea, coffee)" in line


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "a.yaml: there is no such file"),
        (lambda path: path.mkdir(), "a.yaml: this is a folder, not a file"),
        (lambda path: path.write_bytes(b"insight: x\nheard: \xff\n"), "a.yaml:2: this is not UTF"),
        (lambda path: path.write_bytes(b"\xff\xfei\0n\0"), "a.yaml:1: this is not UTF-8 text"),
        (lambda path: path.symlink_to("nowhere"), "a.yaml: there is no such file"),
        (lambda path: path.symlink_to("/dev/zero"), "a.yaml: this is a device, not a file"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(make: object, message: str) -> None:
    assert callable(make)
    make(Path("a.yaml"))
    before = snapshot(Path("journals"))
    ran = run("reflect", "--answers", "a.yaml")
    assert (ran.code, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert message in line
    assert line.endswith(")"), "what to do about it"
    assert snapshot(Path("journals")) == before


def test_too_much_is_refused_before_it_is_read() -> None:
    (line,) = refused("insight: " + "x" * 1_000_001)
    assert "too long to be read" in line
    (line,) = refused("insight: " + "[" * 100_000)
    assert "more than 20 deep" in line


def test_the_workspace_is_only_made_for_answers_that_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("reflect", "--answers", "-", stdin="ratings: {nobody: 3}\n")
    assert ran.code == 2
    assert "standard input:1: this rubric has no behaviour 'nobody'" in ran.stderr
    assert not (Path.home() / "learnlead").exists()
