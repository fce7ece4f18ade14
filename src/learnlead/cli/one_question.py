"""One question outside a sitting, on a screen with the sitting's keys."""

from __future__ import annotations

from learnlead.app.prompter import Answered, NotForHere, QuestionView, ScreenView, WentBack
from learnlead.cli.console import Console, make_prompter
from learnlead.errors import Interrupted
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.question import AnswerValue, Question


def ask_screen(
    console: Console,
    *questions: Question,
    heading: str,
    begun: dict[str, AnswerValue] | None = None,
    is_first: bool = False,
    words: Words = ENGLISH,
) -> dict[str, AnswerValue] | None:
    """The answers by question id; None to go back. What was typed is in `begun` afterwards.

    Raises:
        Interrupted: Ctrl-C, or `x`.
    """
    answers = {} if begun is None else begun

    def keep(typed: object, _: str) -> bool:
        answers.update(typed if isinstance(typed, dict) else {})
        return True

    fields = [QuestionView(question, answers.get(question.id)) for question in questions]
    view = ScreenView(fields, questions[0].id, heading, is_first, False, (), (), keep, apart=True)
    prompter = make_prompter(console, words)
    try:
        reply = prompter.ask(view)
    finally:
        prompter.close()
    answers.update(reply.answers)
    match reply:
        case Answered():
            return answers
        case WentBack():
            return None
        case NotForHere():
            raise Interrupted
