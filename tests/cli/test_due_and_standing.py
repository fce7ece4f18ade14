"""`learnlead due` and `learnlead` alone: is it time, and what waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, PLAN, as_json, by_hand, held
from learnlead.adapters.disk.drafts import DraftFolder
from learnlead.adapters.disk.state import state_folder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.adapters.schedulers.machine import now
from learnlead.app.ports import Draft
from running import Ran, run

pytestmark = [pytest.mark.core, pytest.mark.usefixtures("workspace")]


def due_on(day: str, monkeypatch: pytest.MonkeyPatch) -> Ran:
    monkeypatch.setenv("LEARNLEAD_TODAY", day)
    return run("due")


class TestDue:
    def test_with_nothing_held_it_is(self) -> None:
        assert run("due") == Ran(0, f"{CORE}: due\n", "")

    @pytest.mark.parametrize(
        ("today", "code"),
        [("2026-11-15", 1), ("2026-11-16", 0), ("2026-11-22", 0), ("2026-11-09", 1)],
    )
    def test_weekly_from_monday_to_sunday(
        self, today: str, code: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        held("date: 2026-11-13\ninsight: x\n")
        ran = due_on(today, monkeypatch)
        assert (ran.code, ran.stderr) == (code, "")
        assert ran.stdout.startswith(f"{CORE}: due" if code == 0 else f"{CORE}: not due")
        assert as_json("due", code=code)["due"] is (code == 0)

    @pytest.mark.parametrize(
        ("rhythm", "today", "code"),
        [
            ("monthly", "2026-11-30", 1),
            ("monthly", "2026-12-01", 0),
            ("quarterly", "2026-12-31", 1),
            ("quarterly", "2027-01-01", 0),
        ],
    )
    def test_monthly_and_quarterly_by_the_calendar(
        self,
        workspace: Path,
        rhythm: str,
        today: str,
        code: int,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        (workspace / "rubrics" / "conversations.yaml").write_text(
            MONTHLY.replace("rhythm: monthly", f"rhythm: {rhythm}"), encoding="utf-8"
        )
        (workspace / "learnlead.yaml").write_text("rubric: conversations\n", encoding="utf-8")
        assert run("due").code == 0
        held("ratings: {asking: 3}\n")
        assert due_on(today, monkeypatch).code == code

    @pytest.mark.parametrize(
        ("away", "code"),
        [
            ("2026-11-16..2026-11-22", 1),
            ("2026-11-16..2026-11-20", 1),
            ("2026-11-09..2027-01-03", 1),
            ("2026-11-17..2026-11-22", 0),
            ("2026-11-20", 0),
        ],
    )
    def test_not_in_a_period_that_is_away(self, workspace: Path, away: str, code: int) -> None:
        (workspace / "learnlead.yaml").write_text(f"away: [{away}]\n", encoding="utf-8")
        ran = run("due")
        assert ran.code == code
        assert as_json("due", code=code)["rubrics"][0]["away"] is (code == 1)

    def test_of_the_rubrics_that_the_settings_name_and_those_with_a_page(
        self, workspace: Path
    ) -> None:
        for name in ("conversations", "unused"):
            (workspace / "rubrics" / f"{name}.yaml").write_text(
                MONTHLY.replace("id: conversations", f"id: {name}"), encoding="utf-8"
            )
        assert run("due").stdout == f"{CORE}: due\n"
        by_hand("2026-10-01-conversations", {"asking": 3}, rubric="conversations")
        assert run("due").stdout == f"{CORE}: due\nconversations: due; last held on 2026-10-01\n"
        held("insight: x\n")
        ran = run("due")
        assert ran.code == 0
        assert ran.stdout.splitlines() == [
            f"{CORE}: not due; last held on 2026-11-20",
            "conversations: due; last held on 2026-10-01",
        ]
        (workspace / "learnlead.yaml").write_text("rubric: [unused, conversations]\n")
        assert [status["rubric"] for status in as_json("due")["rubrics"]] == [
            "unused",
            "conversations",
            CORE,
        ]

    def test_reads_the_names_of_pages_and_nothing_else(self) -> None:
        Path(f"journals/2026-11-17-{CORE}.md").write_text("no page at all\n")
        assert run("due").code == 1
        Path(f"journals/2026-11-17-{CORE}.md").rename(f"journals/2026-11-17-{CORE}.md~")
        by_hand("2026-11-17", {"own-answers": 3})
        by_hand("2026-11-17 My Tuesday", {"own-answers": 3})
        assert run("due").code == 0
        Path(f"journals/2026-11-17-{CORE}.12.md").write_text("the twelfth\n")
        assert run("due").code == 1

    def test_quietly_is_an_exit_code_alone(self) -> None:
        assert run("due", "--quiet") == Ran(0, "", "")
        held("insight: x\n")
        assert run("due", "--quiet") == Ran(1, "", "")

    def test_quietly_no_warning_is_told_either(self, workspace: Path) -> None:
        (workspace / "learnlead.yaml").write_text(f"rubric: [nothing, {CORE}]\nfoo: 1\n")
        assert run("due", "--quiet") == Ran(0, "", "")
        (workspace / "learnlead.yaml").write_text("day: someday\n")
        ran = run("due", "--quiet")
        assert (ran.code, ran.stdout) == (2, "")
        assert "learnlead.yaml:1" in ran.stderr, "what is wrong is told"

    def test_a_rubric_that_cannot_be_read_hides_no_other(self, workspace: Path) -> None:
        (workspace / "learnlead.yaml").write_text(f"rubric: [nothing, {CORE}]\n", encoding="utf-8")
        ran = run("due")
        assert (ran.code, ran.stdout) == (0, f"{CORE}: due\n")
        assert "there is no rubric 'nothing'; there are: " in ran.stderr

    def test_where_no_rubric_can_be_read_nobody_is_told_that_nothing_is_due(
        self, workspace: Path
    ) -> None:
        (workspace / "learnlead.yaml").write_text("rubric: nothing\n", encoding="utf-8")
        ran = run("due")
        assert (ran.code, ran.stdout) == (2, "")
        assert "there is no rubric 'nothing'" in ran.stderr


class TestAlone:
    def test_says_what_waits_and_nothing_that_was_typed(self) -> None:
        held(f"date: 2026-11-13\nfocus: {{behaviour: own-answers, notice: secret}}\n{PLAN}")
        run("focus", "set", "accessible")
        ran = run()
        assert (ran.code, ran.stderr) == (0, "")
        assert ran.stdout.splitlines()[:5] == [
            f"{CORE}: due; last held on 2026-11-13",
            "focus: Room for their own answers",
            "focus from the next page on: Time for people",
            "open plans: 1 (learnlead plan list)",
            "sittings held: 1",
        ]
        assert "stuck problem" not in ran.stdout
        assert "secret" not in ran.stdout

    def test_shows_what_was_typed_when_asked(self) -> None:
        held(f"date: 2026-11-13\nfocus: {{behaviour: own-answers, notice: secret}}\n{PLAN}")
        shown = run("--show").stdout
        assert "  What others would notice: secret\n" in shown
        assert "  If a report brings me a stuck problem, then I will ask three questions" in shown
        answer = as_json("--show")
        assert (answer["notice"], len(answer["plans"])) == ("secret", 1)

    def test_answers_as_json_too(self, workspace: Path) -> None:
        answer = as_json()
        assert (answer["due"], answer["sittings"], answer["open_plans"]) == (True, 0, 0)
        assert (answer["focus"], answer["draft"], answer["workspace"]) == (
            None,
            None,
            str(workspace),
        )
        assert "plans" not in answer

    def test_tells_an_unfinished_sitting(self, workspace: Path) -> None:
        state = state_folder(Workspace(workspace), {}, Path.home())
        DraftFolder(state).save(Draft(CORE, 1, now({"LEARNLEAD_TODAY": "2026-11-19"}), {}))
        assert "an unfinished sitting of 2026-11-19 waits (learnlead reflect)" in run().stdout
        assert as_json()["draft"] == "2026-11-19"

    def test_names_the_day_that_it_is_about(self, workspace: Path) -> None:
        state = state_folder(Workspace(workspace), {}, Path.home())
        begun, about = now({"LEARNLEAD_TODAY": "2026-11-19"}), {"day": "2026-11-13"}
        DraftFolder(state).save(Draft(CORE, 1, begun, about))
        assert "an unfinished sitting of 2026-11-13 waits (learnlead reflect)" in run().stdout

    @pytest.mark.parametrize("option", ["--json", "--show", "--output=x"])
    def test_its_options_belong_to_no_command(self, option: str) -> None:
        ran = run(option, "due")
        assert (ran.code, ran.stdout) == (2, "")
        assert "(put it after `due`)" in ran.stderr
