"""`learnlead rubric list|show|check`: own rubrics go before shipped ones; wrong ones are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, as_json, by_hand, held, read
from learnlead.shipped import Kind, folder
from running import run

SHIPPED = (folder("rubrics") / f"{CORE}.yaml").read_text(encoding="utf-8")
KINDS: tuple[Kind, ...] = ("rubrics", "prompts")
IDS = {path.name.split(".")[0] for path in folder("rubrics").glob("*.yaml")}
FILES = sum(len(list(folder(kind).glob("*.yaml"))) for kind in KINDS)
BANK = "learnlead-prompts: 1\nrubric: conversations\nopening: [Hello.]\n"

WRONG = """\
learnlead-rubric: 1
id: conversations
version: one
titel: Conversations
title: Conversations
scale: {kind: frequency, labels: [never, always]}
behaviours:
  - {id: asking, name: Asking, i: I asked}
  - {id: asking, name: Asking again, i: I asked}
  - {id: plan, name: Plan, i: I planned}
  - {id: far, name: Far, i: I went, relationship: boss}
"""


@pytest.fixture
def own(workspace: Path) -> Path:
    """Where the workspace's own rubrics lie."""
    return workspace / "rubrics"


class TestCheck:
    def test_of_what_is_shipped_finds_nothing(self, own: Path) -> None:
        ran = run("rubric", "check")
        assert (ran.code, ran.stderr) == (0, "")
        assert ran.stdout == f"{FILES} files, 0 errors\n"

    def test_tells_an_override_as_a_warning(self, own: Path) -> None:
        (own / f"{CORE}.yaml").write_text(SHIPPED, encoding="utf-8")
        ran = run("rubric", "check")
        assert (ran.code, ran.stderr) == (0, "")
        assert f"rubrics/{CORE}.yaml: warning: this goes before the shipped" in ran.stdout
        assert f"{FILES} files, 0 errors, 1 warning" in ran.stdout
        answer = as_json("rubric", "check")
        assert (answer["errors"], [p["severity"] for p in answer["problems"]]) == (0, ["warning"])

    def test_tells_everything_wrong_with_its_line(self, own: Path) -> None:
        (own / "conversations.yaml").write_text(WRONG, encoding="utf-8")
        ran = run("rubric", "check")
        assert (ran.code, ran.stderr) == (1, "")
        *problems, _ = ran.stdout.splitlines()
        assert {int(line.split(":")[1]) for line in problems} >= {3, 4, 6, 9, 10, 11}
        assert all(line.startswith("rubrics/conversations.yaml:") for line in problems)
        assert all(line.endswith(")") for line in problems), "what to do about it"
        answer = as_json("rubric", "check", code=1)
        assert answer["errors"] == len(problems)

    def test_looks_at_prompt_banks_too(self, workspace: Path, own: Path) -> None:
        (own / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
        bank = workspace / "prompts" / "conversations.yaml"
        bank.write_text(f"{BANK}oppening: [Hello.]\n", encoding="utf-8")
        ran = run("rubric", "check")
        assert ran.code == 1
        assert "prompts/conversations.yaml:4: unknown key 'oppening'" in ran.stdout

    def test_tells_the_warnings_of_a_bank_beside_its_errors(
        self, workspace: Path, own: Path
    ) -> None:
        (own / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
        bank = workspace / "prompts" / "conversations.yaml"
        craft = (
            "insight: [Why did you ask?, What did you learn this week?]\n"
            "evidence: {asking: [What came?]}\n"
            "opposite: {high: [One?, Two?]}\n"
        )
        bank.write_text(f"{BANK}{craft}", encoding="utf-8")
        warnings = run("rubric", "check", bank).stdout.splitlines()[:-1]
        assert [line.split(":")[1] for line in warnings] == ["4", "4", "5", "6"]
        for mistake in ("oppening: [Hello.]\n", "moment: []\n", "insight: [Again?]\n"):
            bank.write_text(f"{BANK}{craft}{mistake}", encoding="utf-8")
            ran = run("rubric", "check", bank)
            *repeated, error, count = ran.stdout.splitlines()
            assert (ran.code, repeated) == (1, warnings)
            assert ":7: " in error
            assert count == "1 file, 1 error, 4 warnings"

    def test_tells_the_warnings_of_a_rubric_s_items_beside_its_errors(self, own: Path) -> None:
        rubric = own / "conversations.yaml"
        item = "  - {id: worn, name: Worn, when: When I met someone, i: I always asked.}\n"
        craft = MONTHLY.replace("questions:\n", f"{item}questions:\n")
        warning = "rubrics/conversations.yaml:9: warning: 'i' of worn says 'always'"
        rubric.write_text(craft, encoding="utf-8")
        assert run("rubric", "check", rubric).stdout.startswith(warning)
        for old, new in (
            ("version: 1", "version: one"),
            ("kind: frequency", "kind: often"),
            ("title: Conversations\n", ""),
            ("{id: asking", "{id: worn"),
            ("name: Asking, ", ""),
        ):
            rubric.write_text(craft.replace(old, new), encoding="utf-8")
            ran = run("rubric", "check", rubric)
            assert ran.code == 1
            assert ran.stdout.count(": warning: ") == 1
            assert "warning: 'i' of worn says 'always'" in ran.stdout
            assert "1 file, 1 error, 1 warning\n" in ran.stdout

    def test_tells_the_warnings_of_a_bank_with_another_name_once(self, workspace: Path) -> None:
        bank = workspace / "prompts" / f"{CORE}.de.yaml"
        bank.write_text(
            f"learnlead-prompts: 1\nrubric: {CORE}\ninsight: [Why did you ask?]\n", encoding="utf-8"
        )
        ran = run("rubric", "check", bank)
        assert ran.code == 1
        assert ran.stdout.count("asks for a justification") == 1

    def test_of_files_looks_at_those_alone(self, own: Path, tmp_path: Path) -> None:
        (own / "conversations.yaml").write_text(WRONG, encoding="utf-8")
        sound = tmp_path / "other.yaml"
        sound.write_text(MONTHLY.replace("id: conversations", "id: other"), encoding="utf-8")
        ran = run("rubric", "check", sound)
        assert (ran.code, ran.stdout) == (0, "1 file, 0 errors\n")
        assert run("rubric", "check", sound, own / "conversations.yaml").code == 1
        ran = run("rubric", "check", "nothing.yaml")
        assert ran.code == 1
        assert "nothing.yaml: there is no such file" in ran.stdout


class TestListAndShow:
    def test_list_says_which_there_are_and_which_are_in_use(self, own: Path) -> None:
        (own / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
        ran = run("rubric", "list")
        assert (ran.code, ran.stderr) == (0, "")
        lines = ran.stdout.splitlines()
        assert lines[0] == "conversations          monthly    Conversations"
        assert "learning-leader        weekly     Learning leader (in use)" in lines
        by_hand("2026-11-20-conversations", {"asking": 3}, rubric="conversations")
        used = [rubric["id"] for rubric in as_json("rubric", "list")["rubrics"] if rubric["in_use"]]
        assert used == ["conversations", CORE]

    def test_list_says_what_in_use_means(self, own: Path) -> None:
        help_text = " ".join(run("rubric", "list", "--help").stdout.split())
        assert (
            "In use are those that `rubric:` in learnlead.yaml names (learning-leader" in help_text
        )
        assert "those with a page in your journal. Only these come due." in help_text

    def test_list_goes_on_beside_a_wrong_one(self, own: Path) -> None:
        (own / "conversations.yaml").write_text(WRONG, encoding="utf-8")
        ran = run("rubric", "list")
        assert (ran.code, len(ran.stdout.splitlines())) == (0, len(IDS))
        assert "rubrics/conversations.yaml:3: " in ran.stderr
        assert as_json("rubric", "list")["problems"]

    def test_show_is_everything_that_is_asked(self, own: Path) -> None:
        ran = run("rubric", "show")
        assert (ran.code, ran.stderr) == (0, "")
        words = " ".join(ran.stdout.split())
        answer = as_json("rubric", "show")
        assert [behaviour["id"] for behaviour in answer["behaviours"]][7] == "own-answers"
        for behaviour in answer["behaviours"]:
            for text in (behaviour["name"], behaviour["when"], behaviour["i"]):
                assert " ".join(text.split()) in words
            for text in behaviour["anchors"].values():
                assert " ".join(text.split()) in words
        for relationship in answer["relationships"]:
            assert relationship["sentence"] in words
        assert "1 never" in words
        assert "our reading" in words.lower(), "the map of relationships is said to be ours"

    def test_show_takes_an_id(self, own: Path) -> None:
        (own / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
        assert run("rubric", "show", "conversations").stdout.startswith("Conversations (conver")
        for named in ("CONV", "conversations", "rubrics/conversations.yaml"):
            assert run("rubric", "diff", named, "shipped:learning-leader").code == 0
        assert run("rubric", "show", "learning").stdout.startswith("Learning leader (")
        Path("learnlead.yaml").write_text("rubric: [learning-benefits, learning-culture]\n")
        several = run("rubric", "show", "learning")
        assert (several.code, several.stdout) == (2, "")
        assert several.stderr.startswith(
            "learnlead: several rubrics begin with 'learning': learning-benefits, learning-culture"
        )
        assert several.stderr.count("\n") == 1
        ran = run("rubric", "show", "nothing")
        assert (ran.code, ran.stdout) == (1, "")
        assert "there is no rubric 'nothing'; there are: conversations, leadership" in ran.stderr

    def test_show_of_a_wrong_one_says_what_is_wrong(self, own: Path) -> None:
        (own / "conversations.yaml").write_text(WRONG, encoding="utf-8")
        ran = run("rubric", "show", "conversations")
        assert (ran.code, ran.stdout) == (2, "")
        assert "learnlead: rubrics/conversations.yaml:3: " in ran.stderr

    def test_no_control_character_of_a_rubric_reaches_the_terminal(self, own: Path) -> None:
        (own / "conversations.yaml").write_text(
            MONTHLY.replace("title: Conversations", 'title: "\\u202eConversations"'),
            encoding="utf-8",
        )
        assert run("rubric", "list").stdout.startswith("conversations          monthly    �Conver")


class TestAnOwnRubric:
    def test_goes_before_the_shipped_one_in_a_sitting(self, own: Path) -> None:
        (own / f"{CORE}.yaml").write_text(
            MONTHLY.replace("id: conversations", f"id: {CORE}"), encoding="utf-8"
        )
        page = held("ratings: {asking: 4}\n")
        assert "### Asking <!-- asking -->" in page.read_text("utf-8")

    def test_that_is_wrong_stops_what_needs_it(self, own: Path) -> None:
        (own / f"{CORE}.yaml").write_text(
            WRONG.replace("id: conversations", f"id: {CORE}"), encoding="utf-8"
        )
        for command in ("trends",), ("reflect", "--answers", "-"), ("focus", "show"), ():
            ran = run(*command, stdin="insight: x\n")
            assert (ran.code, ran.stdout) == (2, ""), command
            assert f"learnlead: rubrics/{CORE}.yaml:3: version must be a whole number" in ran.stderr
        assert run("journal", "list").code == 0

    def test_in_another_language_is_taken_where_the_settings_say_so(
        self, workspace: Path, own: Path
    ) -> None:
        german = SHIPPED.replace("language: en", "language: de").replace(
            "title: Learning leader", "title: Lernend führen"
        )
        (own / f"{CORE}.de.yaml").write_text(german, encoding="utf-8")
        assert "# Learning leader, Friday" in held("insight: x\n").read_text("utf-8")
        (workspace / "learnlead.yaml").write_text("language: de\n", encoding="utf-8")
        page = held("insight: x\n")
        assert "# Lernend führen, Freitag" in page.read_text("utf-8")
        assert read(page).reflection.rubric == CORE
        assert run("rubric", "show").stdout.startswith("Lernend führen")

    def test_brings_its_own_wording(self, workspace: Path) -> None:
        bank = workspace / "prompts" / f"{CORE}.yaml"
        bank.write_text(
            f"learnlead-prompts: 1\nrubric: {CORE}\ninsight: [What did you find?]\n",
            encoding="utf-8",
        )
        form = run("reflect", "--answers-form").stdout
        assert "# What did you find?\n" in form
        assert "opposite:" in form
