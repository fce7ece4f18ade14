"""`learnlead read`: a page as one reads it, without its markers; or a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, LAST_WEEKS, MONTHLY, PLAN, TODAYS, as_json, by_hand, held
from running import run

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
        "  Focus: Conditions for own answers\n"
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
        "  Learning openly with a report: no opportunity\n"
        "  Open doors for peers: none made\n"
        "  Conditions for own answers: 4, mostly\n"
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


def test_a_year_is_what_year_tells() -> None:
    held("insight: New.\n")
    assert run("read", "2026").stdout == run("year", "2026").stdout
    assert as_json("read", "2026") == as_json("year", "2026")
    assert run("read", "2025").code == 1


def test_for_programs_it_is_the_page_as_it_stands(tmp_path: Path) -> None:
    held("insight: New.\n")
    assert as_json("read") == as_json("journal", "show")
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
    assert "answers (I helped someone who reports to me learn): 4, mostly Conditions" in out


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
