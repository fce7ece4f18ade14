"""A coach replies, the leader imports it: a page more, no other touched, one question asked."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cli.coached import MOMENT, exported, replied, sat_last_week, sheet_of, written
from cli.kit import CORE, as_json, held, snapshot
from learnlead.cli.context import AppContext
from learnlead.cli.status import sitting_context
from learnlead.sitting.script import questions
from running import Ran, run

QUESTION = "What would happen if you waited a whole minute?"


@pytest.fixture
def bundle(workspace: Path) -> Path:
    assert workspace.is_dir()
    sat_last_week()
    return exported()


def imported(*options: str) -> Ran:
    return run("coach", "import", "reply.md", *options)


def asked() -> list[str]:
    """What the next sitting asks after the look-back about somebody else's words."""
    app = AppContext()
    context = sitting_context(app, app.rubric(), app.today, None)
    return [q.ask for q in questions(context, {}) if q.id == "heard"]


def test_the_sheet_lists_passages_and_plans_and_no_rating(bundle: Path) -> None:
    sheet = sheet_of(bundle)
    assert f"<!-- comment {MOMENT} -->" in sheet
    assert f"<!-- comment 2026-11-13-{CORE} -->" in sheet
    assert "rating" not in sheet.split("## A question")[1]
    assert "Kerstin" not in sheet


def test_a_reply_becomes_a_page_and_nothing_else_changes(bundle: Path) -> None:
    replied(bundle, question=QUESTION, **{MOMENT: "Thank you.\n\nWhat did she write?"})
    before = snapshot(Path("journals"))
    ran = imported("--yes")
    assert ran.code == 0
    assert "What did she write?" in ran.stdout
    assert "On the moment of Friday 13 November 2026" in ran.stdout
    after = snapshot(Path("journals"))
    assert {name: after[name] for name in before} == before
    assert after.keys() - before.keys() == {"2026-11-20-coach-reply.md"}
    page = Path("journals/2026-11-20-coach-reply.md")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert "\nkind: coach-reply\n" in page.read_text()
    assert "\nfrom: Kim\n" in page.read_text()
    assert run("journal", "check").code == 0


def test_the_same_reply_makes_one_page(bundle: Path) -> None:
    replied(bundle, question=QUESTION)
    imported("--yes")
    ran = imported("--yes")
    assert ran.code == 0
    assert "is in your journal already: journals/2026-11-20-coach-reply.md" in ran.stderr
    assert len(list(Path("journals").glob("*coach-reply*"))) == 1


def test_a_page_of_a_coach_is_no_sitting(bundle: Path) -> None:
    before = [run(*command) for command in (["due"], ["trends"], ["journal", "list"])]
    replied(bundle, question=QUESTION, **{MOMENT: "Thank you."})
    imported("--yes")
    after = [run(*command) for command in (["due"], ["trends"], ["journal", "list"])]
    assert after == before
    assert "1 question from your coach: the next sitting asks\n" in run().stdout
    assert QUESTION not in run().stdout
    assert (
        run("export", "--output", "b.zip", "--yes", "--include", "pages", "--names", "stay").code
        == 0
    )
    assert QUESTION not in run("coach", "reply", "b.zip", "--answers-form").stdout


def test_the_next_sitting_asks_the_question_once(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replied(bundle, question=QUESTION)
    assert asked() == []
    imported("--yes")
    assert asked() == [QUESTION]
    assert QUESTION in run("reflect", "--answers-form").stdout
    held("depth: quick\nratings: {own-answers: 3}\n")
    assert asked() == [QUESTION], "a quick sitting has no time for it"
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-11-27")
    held("insight: I skipped the question.\n")
    assert asked() == []
    monkeypatch.setenv("LEARNLEAD_TODAY", "2026-12-04")
    assert asked() == []


def test_a_sitting_on_the_same_day_does_not_ask_twice(bundle: Path) -> None:
    replied(bundle, question=QUESTION)
    held("insight: Before the reply.\n")
    imported("--yes")
    assert asked() == [QUESTION]
    held("heard: Silence, and then an idea.\n")
    assert asked() == []


def test_questions_of_two_replies_are_both_asked(bundle: Path) -> None:
    replied(bundle, question="First?")
    imported("--yes")
    Path("reply.md").unlink()
    replied(bundle, question="Second?")
    imported("--yes")
    app = AppContext()
    context = sitting_context(app, app.rubric(), app.today, None)
    (heard,) = (q for q in questions(context, {}) if q.id == "heard")
    assert heard.ask == "Second?"
    assert "First?" in heard.preface


def test_the_same_question_of_two_replies_is_asked_once(bundle: Path) -> None:
    replied(bundle, question=QUESTION)
    imported("--yes")
    Path("reply.md").unlink()
    replied(bundle, question=QUESTION, **{MOMENT: "Thank you."})
    imported("--yes")
    assert len(list(Path("journals").glob("*coach-reply*"))) == 2
    app = AppContext()
    context = sitting_context(app, app.rubric(), app.today, None)
    assert context.coach_questions == (QUESTION,)


def test_the_file_is_judged_before_anybody_is_looked_for(bundle: Path) -> None:
    (page,) = Path("journals").glob("*.md")
    messages = {
        "nowhere.md": "there is no such file",
        str(bundle): "this is a bundle, not a reply",
        str(exported("folder")): "this is a bundle, not a reply",
        str(page): "this is a page of a journal, not a reply",
    }
    for file, words in messages.items():
        ran = run("coach", "import", file)
        assert (ran.code, ran.stdout) == (2, "")
        assert words in ran.stderr
        assert "nobody to ask" not in ran.stderr


def test_the_sheet_says_in_words_what_became_of_a_plan(bundle: Path) -> None:
    held("look_back: {outcome: cue-never-came}\n")
    sheet = sheet_of(exported("second.zip"))
    assert bundle.exists()
    assert "(the cue never came)" in sheet
    assert "cue-never-came" not in sheet


def test_a_reply_to_another_leaders_bundle_is_refused(bundle: Path, tmp_path: Path) -> None:
    replied(bundle, question=QUESTION)
    other = tmp_path / "other"
    run("init", other)
    ran = run("--workspace", other, "coach", "import", "reply.md", "--yes")
    assert (ran.code, ran.stdout) == (2, "")
    assert "another leader's bundle" in ran.stderr
    assert not list((other / "journals").iterdir())


def test_a_comment_on_what_never_left_is_refused(bundle: Path) -> None:
    reply = replied(bundle, **{MOMENT: "Thank you."})
    text = reply.read_text().replace("/moment-1 -->", "/obstacle -->")
    reply.write_text(text)
    ran = imported("--yes")
    assert ran.code == 2
    assert "was never in that bundle" in ran.stderr


def test_ratings_take_no_comments(bundle: Path) -> None:
    assert bundle.exists()
    rated = exported("rated.zip", "--include", "ratings")
    sheet = f"{sheet_of(rated)}\n## On it <!-- comment 2026-11-13-{CORE}/ratings -->\nToo low.\n"
    ran = run("coach", "reply", rated, "--answers", "-", "--output", "r.md", stdin=sheet)
    assert ran.code == 2
    assert "there is no passage or plan" in ran.stderr
    assert not Path("r.md").exists()


def test_nothing_is_made_without_a_yes(bundle: Path) -> None:
    replied(bundle, question=QUESTION)
    before = snapshot(Path("journals"))
    assert imported().code == 2
    assert QUESTION in imported("--dry-run").stdout
    assert snapshot(Path("journals")) == before
    answer = as_json("coach", "import", "reply.md", "--yes")
    assert (answer["page"], answer["question"]) == ("journals/2026-11-20-coach-reply.md", QUESTION)


def test_what_is_no_reply_is_refused_and_what_is_there_stays(bundle: Path) -> None:
    Path("reply.md").write_text("Dear Anna")
    assert imported("--yes").code == 2
    sheet = written(sheet_of(bundle), question=QUESTION)
    ran = run("coach", "reply", bundle, "--answers", "-", "--output", "reply.md", stdin=sheet)
    assert ran.code == 2
    assert "is not written over" in ran.stderr
    assert Path("reply.md").read_text() == "Dear Anna"


def test_an_empty_sheet_makes_no_reply(bundle: Path) -> None:
    ran = run("coach", "reply", bundle, "--answers", "-", stdin=sheet_of(bundle))
    assert (ran.code, ran.stdout) == (0, "")
    assert "there is no reply" in ran.stderr
    assert not Path("anna-reply.md").exists()


def test_words_that_lead_nowhere_are_refused_with_their_line(bundle: Path) -> None:
    sheet = sheet_of(bundle).replace(f"<!-- comment {MOMENT} -->", "<!-- comment -->\nLost words.")
    ran = run("coach", "reply", bundle, "--answers", "-", stdin=sheet)
    assert ran.code == 2
    assert "stdin:" in ran.stderr
    assert "stands below no heading" in ran.stderr


def test_own_headings_are_words_like_others(bundle: Path) -> None:
    reply = replied(bundle, **{MOMENT: "# Three things\n\n1. <b>one</b>"})
    assert "> # Three things\n>\n> 1. \\<b>one\\</b>" in reply.read_text()


def test_who_signs_is_whom_the_leader_named_or_who_says_so(bundle: Path) -> None:
    assert "\nfrom: Kim\n" in replied(bundle, question=QUESTION).read_text()
    Path("reply.md").unlink()
    signed = replied(bundle, "--from", "K. Braun <!-- question -->", question=QUESTION)
    text = signed.read_text()
    assert "from: K. Braun" in text
    assert text.count("\n## ") == 1
    assert imported("--yes").code == 0


def test_a_reply_has_a_remark_what_was_agreed_and_the_next_day(bundle: Path) -> None:
    assert run("coach", "review", bundle).code == 0
    reply = replied(
        bundle,
        remark="You waited twice.",
        agreed="- Ask Kim on Tuesday\n- Read one page aloud",
        next="2026-12-11",
    )
    text = reply.read_text(encoding="utf-8")
    assert "## What we agreed <!-- agreed -->\n\n> Ask Kim on Tuesday\n> Read one page" in text
    ran = run("coach", "import", reply, "--yes")
    assert ran.code == 0, ran.stderr
    shown = " ".join(ran.stdout.split())
    for words in ("You waited twice.", "Ask Kim on Tuesday", "11 December 2026"):
        assert words in shown
    assert "You waited twice." in next(Path("journals").glob("*coach-reply*")).read_text()
    assert as_json("coach")["clients"][0]["next_session"] == "2026-12-11"
    assert "is in your journal already" in run("coach", "import", reply, "--yes").stderr


def test_a_day_that_is_none_is_told_and_the_sheet_stays(bundle: Path) -> None:
    sheet = written(sheet_of(bundle), next="Friday or so")
    ran = run("coach", "reply", bundle, "--answers", "-", "--output", "reply.md", stdin=sheet)
    assert (ran.code, "is no day of the next conversation" in ran.stderr) == (2, True)
    assert not Path("reply.md").exists()


def test_a_sheet_is_two_pages_however_much_there_is(bundle: Path) -> None:
    for number in range(1, 30):
        held(f"date: 2026-10-{number:02}\ninsight: {'Long words of mine. ' * 40}\n")
    large = exported("large.zip", "--again")
    sheet = sheet_of(large)
    assert len(sheet.splitlines()) <= 110
    assert "older passages and plans are left out; the option `whole` lists all." in sheet
    whole = run("coach", "reply", large, "--answers-form", "--whole").stdout
    assert whole.count("<!-- comment ") > 29
    oldest = "2026-10-01-learning-leader/insight"
    added = f"{sheet}\n## On it <!-- comment {oldest} -->\n\nStill true?\n"
    ran = run("coach", "reply", large, "--answers", "-", "--output", "r.md", stdin=added)
    assert ran.code == 0, ran.stderr
    assert "Still true?" in Path("r.md").read_text()
