"""`learnlead journal list|show|check`: a broken page breaks nothing and is never kept silent."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.kit import CORE, LAST_WEEKS, MONTHLY, PLAN, TODAYS, as_json, by_hand, held
from running import run

pytestmark = pytest.mark.usefixtures("workspace")

JOURNAL = Path("journals")
ODD = Path(f"journals/2026-11-06-{CORE}.md")

BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no text": (lambda p: p.write_bytes(b"---\nlearnlead: 1\n\xff"), ":3: this is not UTF-8 text"),
    "no front matter": (lambda p: p.write_text("# Hello\n"), ":1: a page without front matter"),
    "unending": (lambda p: p.write_text("---\nlearnlead: 1\n"), ":1: the front matter never ends"),
    "no YAML": (lambda p: p.write_text("---\na: [\n---\n"), ":"),
    "no rubric": (
        lambda p: p.write_text("---\nlearnlead: 1\ndate: 2026-11-06\n---\n"),
        "rubric",
    ),
    "hostile": (lambda p: p.write_text("---\na: " + "[" * 100_000 + "\n---\n"), ": "),
    "a pipe": (os.mkfifo, ": this is a pipe, with the name of a page"),
    "a folder": (lambda p: p.mkdir(), ": this is a folder, with the name of a page"),
    "dangling": (lambda p: p.symlink_to("nowhere"), ": this link leads nowhere"),
    "a device": (lambda p: p.symlink_to("/dev/zero"), ": this is a device, with the name"),
    "newer": (
        lambda p: p.write_text(f"---\nlearnlead: 2\ndate: 2026-11-06\nrubric: {CORE}\n---\n"),
        ":2: ",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
class TestABrokenPage:
    @pytest.fixture(autouse=True)
    def _journal(self, workspace: Path, kind: str) -> None:
        held("date: 2026-11-13\nratings: {own-answers: 2}\n")
        BROKEN[kind][0](ODD)
        held("ratings: {own-answers: 4}\n")

    def test_leaves_the_others_as_they_are(self, kind: str) -> None:
        listed = run("journal", "list")
        assert listed.code == 0
        assert [line.split()[0] for line in listed.stdout.splitlines()] == [TODAYS, LAST_WEEKS]
        answer = as_json("trends")
        assert answer["sittings"] == 2
        (own,) = [
            behaviour for behaviour in answer["behaviours"] if behaviour["id"] == "own-answers"
        ]
        assert [value["value"] for value in own["values"]] == [2, 4]
        assert run("due").code == 1
        assert held("insight: x\n").exists()

    def test_is_told_by_every_command_that_meets_it(self, kind: str) -> None:
        for command in ("journal", "list"), ("trends",), ("plan", "list"), ("focus", "show"):
            stderr = run(*command).stderr
            assert f"learnlead: {ODD}" in stderr
            assert BROKEN[kind][1] in stderr
        for answer in (as_json("journal", "list"), as_json("trends"), as_json("plan", "list")):
            assert str(ODD) in {problem["file"] for problem in answer["problems"]}
            assert all(problem["remedy"] for problem in answer["problems"])
        assert "in the journal (learnlead journal check)" in run().stdout

    def test_is_told_by_check(self, kind: str) -> None:
        ran = run("journal", "check")
        assert (ran.code, ran.stderr) == (1, "")
        assert any(line.startswith(str(ODD)) for line in ran.stdout.splitlines())
        assert BROKEN[kind][1] in ran.stdout
        answer = as_json("journal", "check", code=1)
        assert answer["errors"] >= 1
        assert {p["severity"] for p in answer["problems"]} == {"error"}


class TestList:
    def test_shows_the_first_words_of_a_moment_or_of_the_insight_else_what_there_is(self) -> None:
        held(f"date: 2026-11-06\ndepth: quick\n{PLAN}")
        held("date: 2026-11-13\ninsight: Wait longer.\nmoments: [{relationship: other}]")
        held(f"insight: x\nmoments: [{{relationship: other, what: {'She drew it. ' * 9}}}]")
        ran = run("journal", "list")
        assert (ran.code, ran.stderr) == (0, "")
        first = "She drew it. She drew it. She drew it. She drew it. She drew it. She dr…"
        assert ran.stdout.splitlines() == [
            f"{TODAYS}  {first}",
            f"{LAST_WEEKS}  Wait longer.",
            f"2026-11-06-{CORE}  plan",
        ]
        assert [page["first_words"][:6] for page in as_json("journal", "list")["pages"]] == [
            *("She dr", "Wait l", "")
        ]

    def test_in_a_narrow_window_the_words_have_a_line_of_their_own(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        held(f"insight: {'Wait longer. ' * 9}")
        assert run("journal", "list").stdout.splitlines() == [
            TODAYS,
            "  Wait longer. Wait longer. Wait longer…",
        ]

    def test_shows_nothing_private(self) -> None:
        held("insight: |\n  %% private %%\n  canary\n  %% end %%\n  Wait.\n")
        assert run("journal", "list").stdout == f"{TODAYS}  Wait.\n"

    def test_of_an_empty_journal_says_how_to_begin(self) -> None:
        assert run("journal", "list").stdout == (
            "No page yet. `learnlead reflect` makes the first one.\n"
        )
        JOURNAL.rmdir()
        assert run("journal", "list").code == 0
        assert as_json("journal", "list")["pages"] == []

    def test_leaves_other_files_alone(self) -> None:
        by_hand("2026-11-13", {"own-answers": 3})
        (JOURNAL / "notes.md").write_text("# Notes\n")
        (JOURNAL / f".{TODAYS}.md").write_text("hidden")
        (JOURNAL / f"{TODAYS}.md~").write_text("a backup")
        (JOURNAL / "folder").mkdir()
        (JOURNAL / "folder" / f"{TODAYS}.md").write_text("deeper")
        assert [page["id"] for page in as_json("journal", "list")["pages"]] == ["2026-11-13"]
        ran = run("journal", "check")
        assert (ran.code, ran.stdout) == (0, "1 page, 0 errors, 3 other files left alone\n")

    def test_knows_a_page_by_its_front_matter_too(self) -> None:
        page = by_hand("2026-11-13", {"own-answers": 3})
        page.rename(JOURNAL / "My Friday.markdown")
        (listed,) = as_json("journal", "list")["pages"]
        assert (listed["date"], listed["file"]) == ("2026-11-13", "journals/My Friday.markdown")


class TestCheck:
    def test_of_sound_pages_says_so(self) -> None:
        held("date: 2026-11-13\ninsight: x\n")
        held("insight: x\n")
        ran = run("journal", "check")
        assert (ran.code, ran.stdout, ran.stderr) == (0, "2 pages, 0 errors\n", "")

    def test_reads_the_rest_of_a_page_with_bad_lines_and_counts_the_sitting(self) -> None:
        by_hand("2026-11-13", {"own-answers": 9, "follower-needs": "none made", "accessible": 3})
        ran = run("journal", "check")
        assert ran.code == 1
        assert [line.split(": ")[0] for line in ran.stdout.splitlines()[:-1]] == [
            "journals/2026-11-13.md:8",
            "journals/2026-11-13.md:10",
        ]
        answer = as_json("trends")
        assert answer["sittings"] == 1
        assert {behaviour["id"] for behaviour in answer["behaviours"] if behaviour["n"]} == {
            "accessible"
        }
        assert len(answer["problems"]) == 2

    def test_tells_ids_that_the_rubric_does_not_have(self) -> None:
        by_hand("2026-11-13", {"own-answer": 3}, focus="nothing", relationships="[boss]")
        stdout = run("journal", "check").stdout
        assert f"{CORE} has no behaviour 'own-answer' (did you mean own-answers?)" in stdout
        assert f"{CORE} has no behaviour 'nothing'" in stdout
        assert f"{CORE} has no relationship 'boss'" in stdout

    def test_tells_a_page_of_an_unknown_rubric(self) -> None:
        by_hand("2026-11-13", {"own-answers": 3}, rubric="unheard-of")
        ran = run("journal", "check")
        assert ran.code == 1
        assert "the page names the rubric 'unheard-of', which cannot be read" in ran.stdout

    def test_tells_a_page_from_the_future(self) -> None:
        page = by_hand("2026-11-21", {"own-answers": 3})
        for files in ((), (page,)):
            ran = run("journal", "check", *files)
            assert ran.code == 1
            assert f"{page}: the page is dated 2026-11-21, later than today" in ran.stdout

    def test_tells_a_name_that_disagrees(self) -> None:
        held("insight: x\n").rename(f"journals/2026-11-19-{CORE}.md")
        ran = run("journal", "check")
        assert ran.code == 1
        assert "the file's name says 2026-11-19, its front matter another date" in ran.stdout
        assert as_json("journal", "list")["pages"][0]["date"] == "2026-11-20"

    def test_tells_a_box_that_differs_from_its_look_back(self) -> None:
        older = held(f"date: 2026-11-13\n{PLAN}")
        held("look_back: {outcome: done}\n")
        older.write_text(older.read_text("utf-8").replace("[x]", "[-]"), encoding="utf-8")
        ran = run("journal", "check")
        assert ran.code == 1
        assert f"{older}: the plan's box [-] does not say 'done', as {TODAYS} does" in ran.stdout
        assert as_json("trends")["plans"]["done"] == 1

    def test_a_warning_is_no_error(self) -> None:
        page = held("insight: x\n")
        page.write_text(page.read_text("utf-8") + "\n%% private %%\nmine\n", encoding="utf-8")
        ran = run("journal", "check")
        assert ran.code == 0
        assert "1 page, 0 errors, 1 warning" in ran.stdout
        assert "warning: '%% private %%' has no '%% end %%'" in ran.stdout

    def test_only_looks_at_the_files_that_are_named(self, tmp_path: Path) -> None:
        sound = held("insight: x\n")
        broken = by_hand("2026-11-13", {"own-answers": 9})
        assert run("journal", "check", sound).code == 0
        ran = run("journal", "check", sound, broken.absolute())
        assert (ran.code, ran.stdout.splitlines()[-1]) == (1, "2 pages, 1 error")
        assert ran.stdout.startswith("journals/2026-11-13.md:8: ")
        elsewhere = tmp_path / "2026-11-13.md"
        elsewhere.write_bytes(broken.read_bytes())
        assert run("journal", "check", elsewhere).stdout.startswith(f"{elsewhere}:8: ")
        ran = run("journal", "check", "nothing.md")
        assert (ran.code, ran.stdout.splitlines()[0][:40]) == (
            1,
            "nothing.md: there is no such file (look ",
        )

    def test_names_with_control_characters_stay_on_one_harmless_line(self) -> None:
        (JOURNAL / "2026-11-13\x1b[2J\nx.md").write_text("no page\n")
        (JOURNAL / os.fsdecode(b"2026-11-12-\xff.md")).write_text("no page\n")
        ran = run("journal", "check")
        assert ran.code == 1
        assert len(ran.stdout.splitlines()) == 3
        assert ran.stdout.replace("\n", "").isprintable()
        for output in ([], ["--output", "out.json"]):
            assert run("journal", "check", "--json", *output).code == 1
        assert run("journal", "check", "--output", "out.txt").code == 1
        assert run("journal", "list").stderr.replace("\n", "").isprintable()


def test_a_problem_of_another_rubric_is_no_problem_of_this_ones_trends(workspace: Path) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    by_hand("2026-11-13", {"asking": 9}, rubric="conversations")
    by_hand("2026-11-12", {"own-answers": 9})
    by_hand("2026-11-11", {"own-answers": 3}, rubric="unheard-of")
    ODD.write_text("no page\n")

    def files(rubric: str) -> set[str]:
        return {p["file"][9:19] for p in as_json("trends", "--rubric", rubric)["problems"]}

    assert files(CORE) == {"2026-11-12", "2026-11-11", "2026-11-06"}
    assert files("conversations") == {"2026-11-13", "2026-11-11", "2026-11-06"}
