"""What the leader wants from the conversation, and a line that is typed in an export."""

from __future__ import annotations

from learnlead.cli.context import AppContext
from learnlead.errors import Interrupted, LearnleadError, Problem
from learnlead.page.private import redact_for_sharing
from learnlead.text.clean import clean_text
from learnlead.text.limits import remedy_for, text_within


def read_wish(text: str | None) -> str | None:
    """What the leader wants from the conversation, without its private parts.

    Raises:
        LearnleadError: it is too long, or holds a character that no text may hold.
    """
    try:
        return clean_text(redact_for_sharing(text_within(text or "") or ""))
    except ValueError as error:
        raise LearnleadError(Problem(f"--want: {error}", remedy_for(error))) from None


def ask_wish(app: AppContext, begun: str = "") -> str:
    """What the leader wants from the conversation, as typed.

    Raises:
        Interrupted: Ctrl-C.
    """
    words = app.words_of("export")
    wish = words("export.wish")
    if app.plain:
        return ask_plainly(app, wish)
    from learnlead.cli.one_question import ask_screen
    from learnlead.sitting.question import Kind, Question, Step

    question = Question(
        "want", Step.NOW_WHAT, Kind.TEXT, wish, wish, help=words("export.wish-help"), words=words
    )
    try:
        typed = ask_screen(
            app,
            question,
            heading=words("export.heading"),
            begun={"want": begun or None},
            is_first=True,
            words=words,
        )
    except Interrupted:
        raise Interrupted("nothing has left") from None
    return str(typed["want"] or "") if typed else ""


def ask_plainly(app: AppContext, question: str) -> str:
    """A line of its own, as typed.

    Raises:
        Interrupted: Ctrl-C.
    """
    from learnlead.adapters.terminal.one_line import ask_line

    try:
        return ask_line(question, plain=app.plain)
    except Interrupted:
        raise Interrupted("nothing has left") from None
