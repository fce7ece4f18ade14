"""A year of one leader and one coach: four bundles, four sessions, replies, and what became of it.

What people decide is typed in a terminal; sittings come from files, as from any other door.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.coached import sheet_of, written
from cli.kit import as_json, held
from learnlead.adapters.disk.state import coach_folder
from running import run
from terminal.terminal import Terminal


@dataclass(frozen=True)
class Quarter:
    """Two sittings, the day of the bundle and of the session, and the coach's reply to it."""

    sittings: tuple[str, str]
    day: str
    agreed: str
    question: str


QUARTERS = (
    Quarter(
        (
            (
                "date: 2026-02-06\nfocus: {behaviour: own-answers, notice: They go on}\n"
                "moments:\n  - {relationship: formal-authority, with: Kerstin, what: She left.}\n"
                "ratings: {own-answers: 2}\ninsight: I answer before they ask.\n"
                "plan: {behaviour: own-answers, cue: somebody asks me, action: wait ten seconds}\n"
            ),
            (
                "date: 2026-02-20\nlook_back: {outcome: partly, note: Twice out of five.}\n"
                "ratings: {own-answers: 2}\nplan: none\n"
            ),
        ),
        "2026-02-27",
        "If a report brings a number, then I will ask what they make of it",
        "What happens in you while you wait?",
    ),
    Quarter(
        (
            (
                "date: 2026-03-06\nheard: I get hot, and I count.\n"
                "plan: {behaviour: own-answers, cue: a report brings a number, "
                "action: ask what they make of it}\n"
            ),
            (
                "date: 2026-05-22\nlook_back: {outcome: done, note: Kerstin knew it already.}\n"
                "ratings: {own-answers: 4}\nevidence: {own-answers: Kerstin explained the gauge.}\n"
                "plan: none\n"
            ),
        ),
        "2026-05-29",
        "Write down one question before the Monday meeting",
        "Whose answer did you wait for longest?",
    ),
    Quarter(
        (
            (
                "date: 2026-06-05\nheard: Ole's, until Thursday.\n"
                "plan: {behaviour: own-answers, cue: it is Monday morning, "
                "action: Write down one question before the Monday meeting}\n"
            ),
            (
                "date: 2026-08-21\nlook_back: {outcome: not-done, note: I was late every Monday.}\n"
                "ratings: {own-answers: 3}\nplan: none\n"
            ),
        ),
        "2026-08-28",
        "Leave Mondays alone until the move is over",
        "What would you miss if you stopped asking?",
    ),
    Quarter(
        (
            (
                "date: 2026-10-02\nheard: The moment they look up.\nratings: {own-answers: 4}\n"
                "evidence: {own-answers: Ole answered himself.}\n"
            ),
            "date: 2026-11-13\nratings: {own-answers: 5}\ninsight: They ask each other now.\n",
        ),
        "2026-11-20",
        "Let a report lead the review",
        "What is yours to learn next?",
    ),
)
KINDS = "moments,evidence,insights,look-backs,heard,bets"


def exported(name: str, want: str, *lets_stay: str) -> None:
    """In person: the wish, the lines as they are ticked, the names, the last question."""
    options = ("--for", "Kim", "--as", "Anna", "--include", KINDS, *lets_stay)
    with Terminal("export", "--output", name, *options) as terminal:
        terminal.wait_for("What do you want from this conversation?").press(want, "enter")
        terminal.wait_for("Which lines leave?").press("enter")
        terminal.wait(
            "the last questions",
            lambda: "[y/N]" in terminal.words or "What of this may leave?" in terminal.words,
        )
        if "What of this may leave?" in terminal.words:
            terminal.press("r", "enter")
        terminal.wait_for("Type r to read", "[y/N]").press("y", "enter")
        assert terminal.finish() == 0, terminal.left_behind


def lived(number: int, quarter: Quarter, monkeypatch: pytest.MonkeyPatch) -> None:
    """One quarter, from its first sitting to the reply in the leader's journal."""
    for sitting in quarter.sittings:
        monkeypatch.setenv("LEARNLEAD_TODAY", sitting[6:16])
        held(sitting)
    monkeypatch.setenv("LEARNLEAD_TODAY", quarter.day)
    bundle = Path(f"q{number}.zip")
    exported(bundle.name, f"Time on quarter {number}")
    assert run("coach", "review", bundle).code == 0
    assert run("coach", "note", "Anna", f"Session {number}: she smiled.").code == 0
    sheet = written(sheet_of(bundle), agreed=quarter.agreed, question=quarter.question)
    reply = f"reply-{number}.md"
    replying = ("coach", "reply", bundle, "--answers", "-", "--output", reply)
    assert run(*replying, stdin=sheet).code == 0
    with Terminal("coach", "import", reply) as terminal:
        terminal.wait_for("Make this a page of your journal? [y/N]").press("y", "enter")
        assert terminal.finish() == 0
        assert "The next sitting offers what you agreed" in " ".join(terminal.left_behind.split())


def test_a_year_ends_with_all_that_a_coach_needs_for_the_next_hour(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, quarter in enumerate(QUARTERS, 1):
        lived(number, quarter, monkeypatch)
    page = " ".join(run("coach", "client", "Anna").stdout.split())
    for words in (
        "4 bundles, 27 February to 20 November 2026",
        "27 February 2026: ",
        "wanted: Time on quarter 3",
        "Session 4: she smiled.",
        "27 Feb 2026; a plan on 6 Mar 2026: done",
        "29 May 2026; a plan on 5 Jun 2026: not done",
        "What happens in you while you wait? (27 Feb 2026)",
        "I get hot, and I count.",
        "The moment they look up.",
        "What they said about it last time",
    ):
        assert words in page, words
    assert "Kerstin" not in page, "a name that stood behind With: stays at home"
    assert len(list((workspace / "journals").glob("*coach-reply*"))) == 4


def test_a_withdrawn_consent_leaves_no_word_and_the_other_client_stays(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived(1, QUARTERS[0], monkeypatch)
    always = ("--for", "Lou", "--as", "Bea", "--yes", "--names", "stay")
    assert run("export", "--output", "bea.zip", *always, "--include", KINDS).code == 0
    assert run("coach", "review", "bea.zip").code == 0
    assert [client["name"] for client in as_json("coach")["clients"]] == ["Anna", "Bea"]
    with Terminal("coach", "forget", "Anna") as terminal:
        terminal.wait_for("[y/N]").press("y", "enter")
        assert terminal.finish() == 0
    assert [client["name"] for client in as_json("coach")["clients"]] == ["Bea"]
    assert not Path("q1.zip").exists()
    left = "".join(
        path.read_text("utf-8")
        for path in coach_folder({}, Path.home()).iterdir()
        if path.is_file()
    )
    for words in (QUARTERS[0].agreed, QUARTERS[0].question, "she smiled", "Anna"):
        assert words not in left, words
