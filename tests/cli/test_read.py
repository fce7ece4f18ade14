"""`learnlead read`: a page as one reads it, without its markers; or a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, LAST_WEEKS, MONTHLY, PLAN, TODAYS, as_json, by_hand, held
from running import run
from terminal.terminal import Terminal

pytestmark = pytest.mark.usefixtures("workspace")

ANSWERS = """\
focus: {behaviour: own-answers, notice: they finish their sentences}
look_back: {outcome: partly, note: Once.}
moments:
  - relationship: formal-authority
    with: report A
    what: |
      She waited for me.
      %% private %%
      I was tired.
      %% end %%
      Then she drew it.
    other_side: He left.
heard: R. said I still finish her sentences.
ratings: {own-answers: 4, joint-learning: no-opportunity, open-doors: none-made}
evidence: {own-answers: He drew the fix himself.}
insight: Wait.
plan: keep
"""


def test_a_page_without_markers_and_its_words_beside_a_bar() -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    held(ANSWERS)
    ran = run("read")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "Friday 20 November 2026\n"
        "Learning leader\n"
        "\n"
        "  Focus: Room for their own answers\n"
        "\n"
        "  Others would notice\n"
        "  ▌ they finish their sentences\n"
        "\n"
        "Looking back\n"
        "  ▌ If a report brings me a stuck problem, then I will ask three questions.\n"
        "  Partly.\n"
        "  ▌ Once.\n"
        "\n"
        "I helped someone who reports to me learn\n"
        "  With report A\n"
        "  ▌ She waited for me.\n"
        "  Private\n"
        "  ▌ I was tired.\n"
        "  ▌ Then she drew it.\n"
        "  The other side\n"
        "  ▌ He left.\n"
        "\n"
        "What came back\n"
        "  ▌ R. said I still finish her sentences.\n"
        "\n"
        "Ratings\n"
        "  Finding out together: didn't come up\n"
        "  Offering peers what I know: I didn't make one\n"
        "  Room for their own answers: 4, mostly\n"
        "  ▌ He drew the fix himself.\n"
        "\n"
        "Insight\n"
        "  ▌ Wait.\n"
        "\n"
        "Plan\n"
        "  ▌ If a report brings me a stuck problem, then I will ask three questions.\n"
        "  Until Friday 27 November 2026\n"
        "  Still open.\n"
    )


def test_plainly_there_are_the_same_words_and_no_bars() -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    held(ANSWERS)
    plain = run("read", "--plain").stdout
    assert "▌" not in plain
    assert plain.split() == run("read").stdout.replace("▌", "").split()


def test_of_a_plan_it_says_what_came_of_it() -> None:
    held(f"date: 2026-11-13\n{PLAN}")
    held(ANSWERS)
    assert run("read", "2026-11-13").stdout.endswith(
        "  Friday 20 November 2026: partly.\n  ▌ Once.\n  Carried on by a later plan.\n"
    )


@pytest.mark.parametrize("when", ["2026-11-13", LAST_WEEKS, "last week", "2026-W46", "7d"])
def test_another_page_by_its_name_its_date_or_in_words(when: str) -> None:
    held("date: 2026-11-13\ninsight: Old.\n")
    held("insight: New.\n")
    assert run("read", when).stdout.startswith("Friday 13 November 2026\n")
    assert "Old." in run("read", when).stdout
    assert "New." in run("read").stdout


def test_a_month_is_several_pages() -> None:
    held("date: 2026-11-13\ninsight: Old.\n")
    held("insight: New.\n")
    out = run("read", "2026-11").stdout
    assert out.startswith("Friday 13 November 2026\n")
    assert out.index("Old.") < out.index("\n\n\nFriday 20 November 2026") < out.index("New.")


def test_only_the_pages_of_one_rubric(workspace: Path) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    held("rubric: conversations\ndate: 2026-11-13\nanswers: {keep-one: the first}\n")
    held("insight: New.\n")
    assert "the first" in run("read", "--rubric", "conv").stdout
    assert "New." in run("read", "--rubric", CORE).stdout
    ran = run("read", "2026-11-20", "--rubric", "conversations")
    assert (ran.code, ran.stdout) == (1, "")


@pytest.mark.parametrize("when", [(), ("2026",)])
@pytest.mark.parametrize("name", ["page.pdf", "page.docx", "../page.TEX", "page.2026"])
def test_a_file_of_an_unknown_form_is_refused(when: tuple[str, ...], name: str) -> None:
    held("insight: New.\n")
    ran = run("read", *when, "--output", name)
    assert (ran.code, ran.stdout, Path(name).exists()) == (2, "", False)
    assert f"--output '{name}': nothing is written in the form ." in ran.stderr
    assert "let it end in .html, .json, .md, .plain.txt, .txt" in ran.stderr
    assert run("read", *when, "--output", "page").code == 0, "without a suffix it is text"
    assert run("read", *when, "--output", name, "--format", "text").code == 0


def test_for_programs_it_is_the_page_as_it_stands(tmp_path: Path) -> None:
    held("insight: New.\n")
    answer = as_json("read")
    assert answer["schema"] == "learnlead/read/1"
    assert answer["pages"][0]["text"] == Path(f"journals/{TODAYS}.md").read_text("utf-8")
    assert run("read", "--output", tmp_path / "page.html").code == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").count("<!doctype html>")
    assert run("read", "--output", tmp_path / "page.txt").code == 0
    assert "▌ New." in (tmp_path / "page.txt").read_text(encoding="utf-8")


def test_no_such_page_is_exit_1() -> None:
    for when in ("2026-11-13", "nonsense"):
        ran = run("read", when)
        assert (ran.code, ran.stdout) == (1, "")
        assert f"there is no page '{when}'" in ran.stderr
    assert "there is no page yet" in run("read").stderr


def test_ratings_by_relationship_and_of_a_rubric_that_is_gone(workspace: Path) -> None:
    rubric = workspace / "rubrics" / "conversations.yaml"
    rubric.write_text(MONTHLY, encoding="utf-8")
    held("rubric: conversations\nratings: {asking: 3}\nanswers: {keep-one: the elephant}\n")
    assert "  Asking: 3, half\n" in run("read").stdout
    assert "Questions\n  Which would you keep?\n  ▌ the elephant\n" in run("read").stdout
    rubric.unlink()
    assert "  Asking: 3\n" in run("read").stdout
    marks = "{own-answers: {formal-authority: 4, mutual-learning: 2}}"
    held(f"date: 2026-11-12\ndepth: full\nratings: {marks}\n")
    out = " ".join(run("read", "2026-11-12").stdout.split())
    assert "answers (I helped someone who reports to me learn): 4, mostly Room" in out


def test_what_was_added_by_hand_is_shown_without_comments() -> None:
    page = held("insight: New.\n")
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## Mine <!-- for my tool -->\n\n- an elephant\n", encoding="utf-8")
    assert run("read").stdout.endswith("\nMine\n  ▌ - an elephant\n")


def test_a_page_that_cannot_be_read_is_told_and_shown_as_far_as_it_goes() -> None:
    page = by_hand("2026-11-13", {"own-answers": 4})
    page.write_text("---\nlearnlead: 1\n---\n# X\n\n## Insight <!-- insight -->\n\nold\x1b[31m\n")
    ran = run("read")
    assert (ran.code, ran.stdout) == (
        0,
        "Friday 13 November 2026\n2026-11-13\n\nX\n\nInsight\n  ▌ old�[31m\n",
    )
    assert "2026-11-13.md:" in ran.stderr


def test_in_the_language_of_the_sitting() -> None:
    held("ratings: {own-answers: no-opportunity}\ninsight: Warten.\n")
    out = run("read", "--lang", "de").stdout
    assert out.startswith("Freitag, 20. November 2026\n")
    assert "Erkenntnis\n  ▌ Warten.\n" in out
    assert CORE not in out
    assert TODAYS not in out


def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str = "") -> Path:
    """A browser that keeps a copy of what it is to show, and the file's name."""
    copy = tmp_path / "shown"
    program = tmp_path / "browser"
    program.write_text(f"""#!/bin/sh\nf="${{1#file://}}"; cp "$f" {copy}\n{script}""")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(program))
    return copy


def test_in_a_browser_it_is_a_page_of_which_nothing_stays(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held("insight: New.\n")
    copy = browser(tmp_path, monkeypatch)
    before = sorted(workspace.rglob("*"))
    with Terminal("read", "--open") as terminal:
        terminal.wait_for("It is in your browser now.", "Enter takes its file away again.")
        assert list(workspace.glob(".learnlead-*.tmp/page.html"))
        terminal.press("enter")
        assert terminal.finish() == 0
    assert "New." in copy.read_text("utf-8")
    assert copy.read_text("utf-8").lstrip().startswith("<!doctype html>")
    assert sorted(workspace.rglob("*")) == before


def test_ctrl_c_takes_it_away_as_well(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held("insight: New.\n")
    browser(tmp_path, monkeypatch)
    with Terminal("read", "2026", "--open", "--plain") as terminal:
        terminal.wait_for("Enter takes its file away again.")
        terminal.press("ctrl-c")
        assert terminal.finish() == 0
    assert not list(workspace.glob(".learnlead-*.tmp"))


def test_without_a_browser_it_says_how_to_get_a_file(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held("insight: New.\n")
    monkeypatch.setenv("BROWSER", "/bin/false")
    monkeypatch.setenv("PATH", "/nowhere")
    with Terminal("read", "--open") as terminal:
        terminal.wait_for("no browser could be opened here", "--output page.html")
        assert terminal.finish() == 2
    assert not list(workspace.glob(".learnlead-*.tmp"))


def test_over_ssh_it_is_shown_where_it_can_be_read(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workspace.exists()
    held("insight: New.\n")
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    ran = run("read", "--open")
    assert ran.code == 0
    assert "New." in ran.stdout
    assert "Over SSH no browser of yours can be opened, so it is shown here." in ran.stderr


def test_open_is_for_somebody_who_is_there() -> None:
    held("insight: New.\n")
    ran = run("read", "--open")
    assert (ran.code, ran.stdout) == (2, "")
    assert "there is nobody to wait for" in ran.stderr
    assert run("read", "--open", "--output", "x.html").code == 2


@pytest.mark.parametrize(
    "typed",
    [
        LAST_WEEKS,
        f"{LAST_WEEKS}.md",
        f"journals/{LAST_WEEKS}.md",
        *("2026-11-13", "2026-W46", "last week", "1w"),
    ],
)
def test_for_programs_a_page_goes_by_name_or_date(typed: str) -> None:
    page = held("date: 2026-11-13\ninsight: this one\n")
    held("insight: another\n")
    (shown,) = as_json("read", typed)["pages"]
    assert (shown["id"], shown["text"]) == (LAST_WEEKS, page.read_text("utf-8"))


def test_every_sitting_of_a_day_in_order() -> None:
    for number in range(11):
        held(f"insight: number {number}\n")
    shown = run("read", "today").stdout
    places = [shown.index(f"number {number}\n") for number in range(11)]
    assert places == sorted(places)


@pytest.mark.parametrize("args", [[], ["2026-11-12"], ["nothing"], ["../learnlead.yaml"]])
def test_of_what_is_not_there_it_finds_nothing(args: list[str]) -> None:
    ran = run("read", *args)
    assert (ran.code, ran.stdout) == (1, "")
    assert "(`learnlead journal list` shows those there are)" in ran.stderr


def test_no_control_character_is_shown_and_json_keeps_each() -> None:
    page = held("insight: x\n")
    text = page.read_text("utf-8") + "\n## Mine\n\x1b[31mred\x07 \x9b2J \u202eabc\r over\n"
    page.write_bytes(text.encode())
    shown = run("read").stdout
    assert "�[31mred� �2J �abc over" in shown
    assert as_json("read")["pages"][0]["text"] == text
    raw = run("read", "--json").stdout
    assert not {"\x1b", "\x07", "\x9b", "\r"} & set(raw)


def test_a_page_with_crlf_and_a_byte_order_mark_is_read_as_another() -> None:
    page = held("insight: x\n")
    before = run("read").stdout
    text = page.read_text("utf-8")
    page.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert run("read").stdout == before
