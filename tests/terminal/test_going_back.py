"""Back from any question to any earlier one, mending from the page, skipping, and help."""

from __future__ import annotations

from pathlib import Path

from learnlead.sitting.question import Kind, Question
from terminal.made_answers import FIRST
from terminal.terminal import Terminal
from terminal.typist import Typist, begun

PAGE = "2026-11-20-learning-leader.md"


def shown(question: Question, given: object) -> str:
    """What shows on its own screen that the question has that answer."""
    match given:
        case str() if question.kind is Kind.CHOICE:
            return f"› {[c.value for c in question.choices].index(given) + 1}"
        case list():
            return "[x] " + question.label(given[0])
        case dict():
            return f"› 1 {question.label(given['relationship'])}"
        case int():
            return f"Enter keep: {given}"
        case "none-made" | "no-opportunity":
            return f"Enter keep: {given.replace('-', ' ')}"
    return f"> {given}"


def back_key(question: Question, given: object) -> list[str]:
    """A way back that the screen offers: every one of them gets its turn."""
    if question.kind in (Kind.LINE, Kind.TEXT):
        return ["left"] if given is None else ["/b", "enter"]
    return ["left"] if len(question.id) % 2 else ["b"]


def test_back_from_the_page_to_the_first_question_shows_every_answer_kept(workspace: Path) -> None:
    typed = {k: v for k, v in FIRST.typed.items() if k not in ("other-side", "rating:accessible")}
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all(typed)
        typist.sees_the_page()
        terminal.press("b")
        before = dict(typist.session.answers)
        for question in reversed(typist.session.questions()):
            typist.session = typist.session.back()
            assert typist.sees() == question
            given = typed.get(question.id)
            if given is not None:
                terminal.wait_for(shown(question, given))
            terminal.press(*back_key(question, given))
        assert typist.session.answers == before
        typist.sees()
        typist.answer_all(typed)
        assert typist.save() == 0
    assert "She drew it herself." not in (workspace / "journals" / PAGE).read_text("utf-8")


def test_what_was_begun_is_kept_when_going_back(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        terminal.press("It came", "enter", "up.", "enter", "/b", "enter")
        typist.session = typist.session.with_answer("It came\nup.").back()
        typist.answer("partly")
        typist.sees()
        terminal.wait_for("> It came up.")


def test_mending_by_number_leads_back_to_the_page(workspace: Path) -> None:
    with Terminal("reflect", rows=60) as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"focus": "own-answers", "insight": "Silence.", "plan": "none"})
        typist.sees_the_page()
        numbers = {q.id: str(n) for n, q in enumerate(typist.session.questions(), start=1)}

        def mend(question: str) -> None:
            terminal.press(*numbers[question])
            terminal.wait_for(f"Mend number {numbers[question]}?").press("enter")
            typist.session = typist.session.mend(question)
            typist.sees()

        mend("insight")
        typist.answer("Ten seconds.")
        typist.sees_the_page()
        terminal.wait_for(f"{numbers['insight']} Insight Ten seconds.")

        mend("rating:accessible")
        typist.answer(4)
        typist.sees_the_page()
        terminal.wait_for("4 mostly")

        mend("opposite")
        terminal.press("left")  # a slip: back to the page, not into the middle of the sitting
        typist.session = typist.session.back()
        typist.sees_the_page()

        mend("plan")
        typist.answer("new")
        for given in ("Hurry.", "it rings", "wait"):
            typist.answer(given)
        assert typist.save() == 0
    text = (workspace / "journals" / PAGE).read_text("utf-8")
    assert "Ten seconds." in text
    assert "Silence." not in text
    assert "**Rating:** 4 of 5 · mostly" in text
    assert "If **it rings**, then I will **wait**" in text


def test_a_number_is_taken_back_and_one_that_is_none_is_not_taken(workspace: Path) -> None:
    with Terminal("reflect", "--depth", "quick") as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.answer_all({"focus": "own-answers"})
        typist.sees_the_page()
        terminal.press("3").wait_for("Mend number 3?")
        terminal.press("backspace").wait_for("Is this what you want to keep?")
        terminal.press("9", "9").wait_for("There is no number 99.", "Enter choose again")
        terminal.press("enter").wait_for("Is this what you want to keep?")
        terminal.press("2").wait_for("Mend number 2?")


def test_the_examples_of_a_rating_and_what_its_keys_mean(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all({"live": []}, until="rating:performance-emphasis")
        behaviour = typist.sees().behaviour
        assert behaviour is not None
        terminal.press("?").wait_for(*behaviour.anchors.values())
        terminal.wait_for("n: there was no occasion for it; that is never a zero.")
        terminal.press("?").wait_for("Learning as a topic")
        terminal.wait_for("Enter keep: no opportunity")
        typist.answer("no-opportunity")
        typist.answer(None)
        typist.sees()
        terminal.press("n").wait_for("No opportunity arose, or you made none?")
        terminal.press("3", "enter")  # no rating while the other question stands
        terminal.press("b").wait_for("n no opportunity")
        typist.answer("none-made")
        typist.sees()
        terminal.wait_for("Performance talk in measure no opportunity")
        terminal.wait_for("Open doors for peers none made")


def test_help_wherever_one_key_answers(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        Typist(terminal, begun()).sees()
        terminal.press("?").wait_for("b or ← goes back, s skips", "Ctrl-C stops for now")
        terminal.wait_for("1–13 choose", "x not for here")
        terminal.press("?").wait_until_gone("Ctrl-C stops for now")


def test_a_key_pressed_while_the_screen_changes_is_not_lost(workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.sees()
        typist.answer("own-answers")
        typist.sees()
        terminal.press("left").wait_for("› 8")
        for _ in range(10):
            written = len(terminal.raw)
            terminal.press("b")  # the first question, anew
            terminal.wait("any change", lambda: len(terminal.raw) > written)  # noqa: B023 - called at once
            terminal.press("enter").wait_for("what would someone else notice?", "/b back")
            terminal.press("left").wait_for("would you like to move", "Enter ok")
