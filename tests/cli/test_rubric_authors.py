"""`learnlead rubric new|schema|diff`, and the versions that `check` minds: an author's tools."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from cli.kit import CORE, MONTHLY, as_json, held
from learnlead.shipped import folder
from running import SOURCE, run
from terminal.terminal import as_from_a_shell

SHIPPED = (folder("rubrics") / f"{CORE}.yaml").read_text(encoding="utf-8")


class TestNew:
    def test_a_template_can_be_used_at_once(self, workspace: Path) -> None:
        ran = run("rubric", "new", "meetings", "--from-template")
        assert ran.code == 0
        assert ran.stdout == "Written: rubrics/meetings.yaml\nWritten: prompts/meetings.yaml\n"
        assert "2 files, 0 errors\n" in ran.stderr
        assert "warning" not in run("rubric", "check").stdout
        assert run("rubric", "show", "meetings").stdout.startswith("Meetings (meetings, version 1,")
        page = held("rubric: meetings\nratings: {asking-first: 4}\n")
        assert "<!-- asking-first -->" in page.read_text("utf-8")
        first = (workspace / "rubrics/meetings.yaml").read_text("utf-8").partition("\n")[0]
        named = workspace / "rubrics" / first.partition("$schema=")[2]
        assert json.loads(named.read_text("utf-8"))["title"] == "A rubric of learnlead"

    def test_nothing_is_written_over(self, workspace: Path) -> None:
        bank = workspace / "prompts" / "meetings.yaml"
        bank.write_text("mine", encoding="utf-8")
        ran = run("rubric", "new", "meetings", "--from-template")
        assert (ran.code, ran.stdout) == (2, "")
        assert "prompts/meetings.yaml is there already" in ran.stderr
        assert bank.read_text("utf-8") == "mine"
        assert not (workspace / "rubrics/meetings.yaml").exists()

    def test_a_rubric_that_a_killed_run_left_alone_works_and_gets_its_bank(
        self, workspace: Path
    ) -> None:
        run("rubric", "new", "meetings", "--from-template")
        bank = workspace / "prompts" / "meetings.yaml"
        text = bank.read_text("utf-8")
        bank.unlink()
        assert run("rubric", "check").code == 0
        ran = run("rubric", "new", "meetings", "--from-template")
        assert ran.code == 0, ran.stderr
        assert bank.read_text("utf-8") == text

    def test_a_rubric_that_was_changed_since_is_nobodys_half(self, workspace: Path) -> None:
        run("rubric", "new", "meetings", "--from-template")
        (workspace / "prompts" / "meetings.yaml").unlink()
        rubric = workspace / "rubrics" / "meetings.yaml"
        rubric.write_text(rubric.read_text("utf-8") + "# mine\n", encoding="utf-8")
        ran = run("rubric", "new", "meetings", "--from-template")
        assert (ran.code, ran.stdout) == (2, "")
        assert "there is a rubric meetings already" in ran.stderr

    @pytest.mark.parametrize(
        ("typed", "message"),
        [
            ((), "`learnlead rubric new ID --from-template`"),
            (("meetings",), "`learnlead rubric new ID --from-template`"),
            (("--from-template",), "needs an id"),
            (("Meetings", "--from-template"), "'Meetings' cannot be an id"),
            (("../x", "--from-template"), "'../x' cannot be an id"),
            ((CORE, "--from-template"), f"there is a rubric {CORE} already"),
        ],
    )
    def test_wrong_use_says_what_would_do(
        self, workspace: Path, typed: tuple[str, ...], message: str
    ) -> None:
        ran = run("rubric", "new", *typed)
        assert (ran.code, ran.stdout) == (2, "")
        assert message in ran.stderr
        assert not list((workspace / "rubrics").iterdir())

    def test_it_asks_where_there_is_a_terminal(self, workspace: Path) -> None:
        typist = pexpect.spawn(
            sys.executable,
            ["-m", "learnlead", "--plain", "rubric", "new"],
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            encoding="utf-8",
            dimensions=(24, 80),
            timeout=30,
            preexec_fn=as_from_a_shell,
        )
        for question, typed in (
            ("Title:", "Meetings: no waste"),
            (r"Its id.*\[meetings-no-waste\]", ""),
            ("How often", "sometimes"),
            ("a letter is enough", "q"),
            ("Scale", "a"),
            ("1. Name", ""),
            ("One is needed", "Plan"),
            ("The sentence", "agreed"),
            ("A few words", "We ended at the time that we had agreed."),
            ("2. Name", ""),
            ("The greeting", ""),
            ("The last question", "What was your best meeting?"),
        ):
            typist.expect(question)
            typist.sendline(typed)
        typist.expect("2 files, 0 errors")
        typist.expect(pexpect.EOF)
        typist.close()
        assert typist.exitstatus == 0
        answer = as_json("rubric", "show", "meetings-no-waste")
        assert (answer["title"], answer["rhythm"]) == ("Meetings: no waste", "quarterly")
        assert [behaviour["id"] for behaviour in answer["behaviours"]] == ["plan-2"], (
            "plan is a page's own"
        )
        bank = (workspace / "prompts/meetings-no-waste.yaml").read_text("utf-8")
        assert "What was your best meeting?" in bank
        assert "this quarter" in bank

    def test_ctrl_c_writes_nothing(self, workspace: Path) -> None:
        typist = pexpect.spawn(
            sys.executable,
            ["-m", "learnlead", "--plain", "rubric", "new"],
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            encoding="utf-8",
            timeout=30,
            preexec_fn=as_from_a_shell,
        )
        typist.expect("Title:")
        typist.sendintr()
        typist.expect("nothing was written")
        typist.expect(pexpect.EOF)
        typist.close()
        assert typist.exitstatus == 130
        assert not list((workspace / "rubrics").iterdir())


class TestSchema:
    def test_it_is_printed_or_written(self, workspace: Path) -> None:
        printed = run("rubric", "schema")
        assert json.loads(printed.stdout)["title"] == "A rubric of learnlead"
        assert run("rubric", "schema", "prompts", "--output", "p.json").code == 0
        assert json.loads(Path("p.json").read_text("utf-8"))["title"].startswith("A prompt bank")
        ran = run("rubric", "schema", "page")
        assert (ran.code, ran.stdout) == (2, "")


class TestDiff:
    def test_it_says_what_becomes_of_the_series(self, workspace: Path) -> None:
        newer = SHIPPED.replace("id: own-answers", "id: their-answers")
        Path("newer.yaml").write_text(newer, encoding="utf-8")
        ran = run("rubric", "diff", CORE, "newer.yaml")
        assert (ran.code, ran.stderr) == (0, "")
        assert "gone      own-answers: the series end" in ran.stdout
        assert "new       their-answers: the series begin" in ran.stdout
        assert "version   3 is needed (NEW still says 2): 1 behaviour is gone" in ran.stdout
        answer = as_json("rubric", "diff", CORE, "newer.yaml")
        assert (answer["needs_version"], answer["comparable"]) == (3, "yes")
        assert answer["behaviours"]["gone"] == ["own-answers"]

    def test_a_version_that_joins_is_told_how(self, workspace: Path) -> None:
        newer = SHIPPED.replace("\nversion: 2", "\nversion: 3")
        Path("newer.yaml").write_text(newer, encoding="utf-8")
        assert (
            "Write comparable-with: [2] in NEW" in run("rubric", "diff", CORE, "newer.yaml").stdout
        )
        joined = re.sub("comparable-with: .*", "comparable-with: [2]", newer)
        Path("newer.yaml").write_text(joined, encoding="utf-8")
        assert "Write" not in run("rubric", "diff", CORE, "newer.yaml").stdout
        assert as_json("rubric", "diff", CORE, "newer.yaml")["joined"] is True

    def test_an_own_one_stands_beside_the_shipped(self, workspace: Path) -> None:
        own = workspace / "rubrics" / f"{CORE}.yaml"
        own.write_text(SHIPPED.replace("rhythm: weekly", "rhythm: monthly"), encoding="utf-8")
        ran = run("rubric", "diff", f"shipped:{CORE}", CORE)
        assert "joins     no: " in ran.stdout
        assert "a rating is monthly, not weekly" in ran.stdout
        assert "two rubrics" in run("rubric", "diff", CORE, "learning-culture").stdout

    def test_what_is_not_there_or_wrong_is_told(self, workspace: Path) -> None:
        Path("wrong.yaml").write_text(MONTHLY.replace("version: 1", "version: x"))
        for newer in ("nothing.yaml", "nothing", "wrong.yaml", "shipped:nothing"):
            ran = run("rubric", "diff", CORE, newer)
            assert (ran.code, ran.stdout) == (2, ""), newer


class TestVersions:
    def test_check_compares_an_own_rubric_with_the_shipped_one(self, workspace: Path) -> None:
        own = workspace / "rubrics" / f"{CORE}.yaml"
        own.write_text(SHIPPED.replace("mostly, every", "often, every"), encoding="utf-8")
        ran = run("rubric", "check")
        assert ran.code == 0
        line = SHIPPED[: SHIPPED.index("version:")].count("\n") + 1
        assert f"rubrics/{CORE}.yaml:{line}: warning: this is called version 2" in ran.stdout
        own.write_text(SHIPPED, encoding="utf-8")
        assert "is called" not in run("rubric", "check").stdout

    def test_check_compares_a_rubric_with_its_pages(self, workspace: Path) -> None:
        own = workspace / "rubrics" / "conversations.yaml"
        own.write_text(MONTHLY, encoding="utf-8")
        held("rubric: conversations\nratings: {asking: 3}\n")
        assert "is of version" not in run("rubric", "check", own).stdout
        own.write_text(MONTHLY.replace("id: asking", "id: inquiring"), encoding="utf-8")
        ran = run("rubric", "check", own)
        assert ran.code == 0
        page = "journals/2026-11-20-conversations.md"
        assert f"rubrics/conversations.yaml:3: warning: {page} is of version 1" in ran.stdout
        assert "(write 'version: 2', or bring the id back)" in ran.stdout
        own.write_text(
            MONTHLY.replace("id: asking", "id: inquiring").replace("version: 1", "version: 2"),
            encoding="utf-8",
        )
        assert "is of version" not in run("rubric", "check", own).stdout


class TestAnOwnBank:
    def test_that_fills_one_gap_is_not_asked_for_the_rest(self, workspace: Path) -> None:
        bank = workspace / "prompts" / f"{CORE}.yaml"
        words = "[One., Two., Three.]"
        bank.write_text(
            f"learnlead-prompts: 1\nrubric: {CORE}\nevidence: {{own-answers: {words}}}\n",
            encoding="utf-8",
        )
        ran = run("rubric", "check", bank)
        assert ran.stdout == "1 file, 0 errors\n"

    def test_of_an_own_rubric_is_asked_for_what_it_leaves_out(self, workspace: Path) -> None:
        (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
        bank = workspace / "prompts" / "conversations.yaml"
        bank.write_text(
            "learnlead-prompts: 1\nrubric: conversations\nevidence: {}\nopening: [Hello.]\n",
            encoding="utf-8",
        )
        assert run("rubric", "check", bank).stdout == "1 file, 0 errors\n", "nothing was begun"
