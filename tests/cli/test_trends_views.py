"""`learnlead trends`: one verdict, two periods, other arrangements, several rubrics, forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, as_json, by_hand
from learnlead.reports.formats.registry import names
from running import run, run_program

WEEKS = [f"2026-{week // 4 + 7:02}-{week % 4 * 7 + 1:02}" for week in range(16)]


@pytest.fixture(autouse=True)
def lived(workspace: Path) -> None:
    for week, day in enumerate(WEEKS):
        rising = min(1 + week // 3, 5)
        by_hand(day, {"own-answers": rising, "accessible": 3}, focus="own-answers")
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    by_hand("2026-11-13-conversations", {"asking": 5}, rubric="conversations")


class TestWhy:
    @pytest.mark.parametrize(
        "named", ["own-answers", "Room for their own answers", "  room FOR  their ", "own answ"]
    )
    def test_a_behaviour_is_named_by_its_id_or_by_its_name(self, named: str) -> None:
        answer = as_json("trends", "--why", named)
        assert (answer["subject"], answer["behaviour"]) == ("own-answers", "own-answers")
        assert as_json("trends", "--proof", named) == answer

    @pytest.mark.parametrize("named", ["overall", "focus"])
    def test_so_are_overall_and_the_focus(self, named: str) -> None:
        assert as_json("trends", "--why", named)["subject"] == named

    def test_it_says_the_same_as_the_trends(self) -> None:
        whole = as_json("trends")
        series = {behaviour["id"]: behaviour for behaviour in whole["behaviours"]}
        series |= {"overall": whole["composite"], "focus": whole["focus"]}
        for named, behaviour in series.items():
            answer = as_json("trends", "--why", named)
            for key in ("verdict", "look", "judged_on", "z", "p_corrected", "p_adjusted"):
                assert answer[key] == behaviour[key], key
            assert answer["var_s_corrected"] == behaviour["var_s_corrected"]

    def test_a_chosen_period_has_figures_only(self) -> None:
        answer = as_json("trends", "--why", "own-answers", "--from", "2026-09")
        assert (answer["verdict"], answer["look"], answer["values"]) == ("figures-only", None, [])
        out = run("trends", "--why", "own-answers", "--from", "2026-09").stdout
        assert "A chosen period shows figures only" in out

    def test_as_text_it_ends_with_the_way_to_the_arithmetic(self) -> None:
        out = run("trends", "--why", "focus").stdout
        assert out.startswith("Room for their own answers, your focus\n")
        assert "has the arithmetic" not in out  # the bet is open
        out = run("trends", "--why", "own-answers").stdout
        assert out.endswith("`learnlead trends --proof own-answers` has the arithmetic.\n")

    def test_the_arithmetic_has_its_steps(self) -> None:
        out = run("trends", "--proof", "own-answers").stdout
        headings = [line for line in out.splitlines() if line[:1].isdigit()]
        assert headings[0] == "1. The values of the look"
        assert headings[-1] == "6. What it has to pass"

    @pytest.mark.parametrize(
        ("named", "message"),
        [
            ("own-anwers", "has no behaviour 'own-anwers' (did you mean own-answers?)"),
            ("xyzzy", "has no behaviour 'xyzzy' (it has follower-needs, "),
            ("own", "several behaviours begin with 'own': own-expertise, own-answers (type more"),
            ("", "has no behaviour ''"),
        ],
    )
    def test_what_is_no_behaviour_is_wrong_use(self, named: str, message: str) -> None:
        ran = run("trends", "--why", named)
        assert (ran.code, ran.stdout) == (2, "")
        assert message in ran.stderr

    def test_without_a_focus_there_is_none_to_explain(self) -> None:
        ran = run("trends", "--rubric", "conversations", "--why", "focus")
        assert (ran.code, ran.stdout) == (2, "")
        assert "there is no focus yet (`learnlead focus set BEHAVIOUR`" in ran.stderr


class TestCompare:
    def test_two_periods(self) -> None:
        answer = as_json("trends", "--compare", "2026-Q3", "2026-10")
        assert answer["before"] == {"from": "2026-07-01", "to": "2026-09-30", "sittings": 12}
        assert answer["after"] == {"from": "2026-10-01", "to": "2026-10-31", "sittings": 4}
        own = next(
            behaviour for behaviour in answer["behaviours"] if behaviour["id"] == "own-answers"
        )
        assert own["before"] == {"n": 12, "median": 2.5}
        assert (own["after"], own["nap"]) == ({"n": 4, "median": 5}, 1.0)
        assert answer["focus"] == "own-answers"
        assert (answer["composite"]["before"]["n"], len(answer["behaviours"])) == (0, 12)

    def test_the_earlier_one_is_before_in_whatever_order(self) -> None:
        there = run("trends", "--compare", "2026-Q3", "2026-Q4").stdout
        assert run("trends", "--compare", "2026-Q4", "2026-Q3").stdout == there
        assert "Room for their own answers," in there
        assert "your focus" in there

    def test_spans_and_everyday_words(self) -> None:
        answer = as_json("trends", "--compare", "2026-W27..2026-W30", "12w..last week")
        assert answer["before"]["from"] == "2026-06-29"
        assert answer["after"] == {"from": "2026-08-28", "to": "2026-11-15", "sittings": 8}

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (("--compare", "2026-Q2", "2026-05"), "2026-Q2 and 2026-05 share days"),
            (("--compare", "2026-Q2", "soon"), "'soon' is no date (write it like one of: "),
            (("--compare", "2026-Q2", "2026-Q3", "--to", "2026-Q3"), "--compare and --to do not"),
            (("--compare", "2026-Q2", "2026-Q3", "--all"), "--all and --compare do not go"),
            (("--by", "month", "--why", "focus"), "--by and --why do not go together"),
            (("--why", "focus", "--proof", "focus"), "--why and --proof do not go together"),
        ],
    )
    def test_what_cannot_be_compared_is_refused(
        self, options: tuple[str, ...], message: str
    ) -> None:
        ran = run("trends", *options)
        assert (ran.code, ran.stdout) == (2, "")
        assert message in ran.stderr


class TestBy:
    @pytest.mark.parametrize("by", ["behaviour", "relationship", "month"])
    def test_the_text_is_arranged_and_the_json_is_the_contract(self, by: str) -> None:
        ran = run("trends", "--by", by)
        assert (ran.code, ran.stderr) == (0, "")
        assert ran.stdout.startswith(f"Learning leader, by {by}\n")
        assert as_json("trends", "--by", by) == as_json("trends")


class TestSeveralRubrics:
    BOTH = ("--rubric", CORE, "--rubric", "conversations")

    def test_as_text_one_after_the_other(self) -> None:
        out = run("trends", *self.BOTH).stdout
        assert out.startswith("Learning leader\n")
        assert "\n\n\nConversations\n1 sitting held" in out

    def test_as_json_one_object_a_line(self) -> None:
        lines = run("trends", *self.BOTH, "--json").stdout.splitlines()
        assert [json.loads(line)["rubric"] for line in lines] == [CORE, "conversations"]

    def test_named_twice_is_told_once(self) -> None:
        assert len(run("trends", *self.BOTH, *self.BOTH, "--json").stdout.splitlines()) == 2

    def test_a_problem_of_all_is_told_once(self) -> None:
        Path("journals/2026-11-12.md").write_text("---\nlearnlead: 1\n", encoding="utf-8")
        assert run("trends", *self.BOTH).stderr.count("2026-11-12.md") == 1


class TestForms:
    @pytest.mark.parametrize("name", [*names(), "csv", "json"])
    def test_every_form_goes_to_stdout_and_into_a_file(self, name: str) -> None:
        ran = run("trends", "--format", name)
        assert (ran.code, ran.stderr) == (0, "")
        assert run("trends", "--format", name, "--output", "made").stdout == ""
        assert Path("made").read_bytes().decode().replace("\r\n", "\n") == ran.stdout
        assert (b"\r\n" in Path("made").read_bytes()) == (name == "csv")

    @pytest.mark.parametrize(
        ("file", "name"),
        [
            ("a.json", "json"),
            ("a.CSV", "csv"),
            ("a.html", "html"),
            ("a.md", "markdown"),
            ("a.txt", "text"),
            ("a.plain.txt", "plain"),
            ("a", "text"),
        ],
    )
    def test_the_end_of_a_files_name_says_which(self, file: str, name: str) -> None:
        assert run("trends", "--output", file).code == 0
        made = Path(file).read_bytes().decode().replace("\r\n", "\n")
        assert made == run("trends", "--format", name).stdout

    def test_what_was_asked_for_is_written_where_the_files_name_says_nothing(self) -> None:
        run("trends", "--json", "--output", "a.data")
        assert json.loads(Path("a.data").read_text("utf-8"))["schema"] == "learnlead/trends/2"
        run("trends", "--format", "csv", "--output", "figures")
        assert Path("figures").read_text("utf-8").startswith("date,page,")

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (("--format", "pdf"), "there is no format 'pdf' (formats are csv, "),
            (("--format", "htlm"), "there is no format 'htlm' (did you mean html?)"),
            (("--json", "--format", "csv"), "--json and --format csv disagree"),
            (("--by", "month", "--output", "a.csv"), "this view has no figures for csv"),
        ],
    )
    def test_a_form_that_does_not_fit_is_refused(
        self, options: tuple[str, ...], message: str
    ) -> None:
        ran = run("trends", *options)
        assert (ran.code, ran.stdout) == (2, "")
        assert message in ran.stderr
        assert not Path("a.csv").exists()

    def test_a_view_goes_into_a_json_file_too(self) -> None:
        run("trends", "--why", "focus", "--output", "a.json")
        assert json.loads(Path("a.json").read_text("utf-8"))["schema"] == "learnlead/why/2"

    @pytest.mark.parametrize("name", names())
    @pytest.mark.parametrize(
        "view", [("--why", "focus"), ("--by", "month"), ("--compare", "2026-Q3", "2026-Q4")]
    )
    def test_a_view_is_told_in_every_format(self, view: tuple[str, ...], name: str) -> None:
        ran = run("trends", *view, "--format", name)
        assert (ran.code, ran.stderr) == (0, "")
        title = run("trends", *view).stdout.splitlines()[0]
        assert title.removesuffix(", by month") in ran.stdout


def test_a_terminal_of_few_letters_gets_figures_in_place_of_blocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}.items():
        monkeypatch.setenv(name, value)
    ran = run_program("trends", "--all")
    assert ran.code == 0
    assert "\n  11122233 34445555\n" in ran.stdout
    assert " 3.0 ->3.0 " in ran.stdout
    assert "?" not in ran.stdout
