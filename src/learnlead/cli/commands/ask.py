"""learnlead ask: a question on the focus, to send to one person."""

from __future__ import annotations

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output, WhichRubric
from learnlead.cli.output import answer


def ask(
    ctx: typer.Context, rubric: WhichRubric = None, as_json: AsJson = False, output: Output = None
) -> None:
    """A question on your focus to send to one person. The next sitting asks what came back."""
    from learnlead.app.focus import focus_status
    from learnlead.app.yardsticks import AskedQuestion, question_about, read_asked_questions
    from learnlead.errors import LearnleadError, Problem
    from learnlead.i18n.words import words_in

    app: AppContext = ctx.obj
    chosen = app.rubric_named(rubric)
    now = focus_status(app.page_store, chosen, app.focus_waiting)
    focus = now.waiting or now.behaviour
    if focus is None:
        remedy = "`learnlead focus set BEHAVIOUR`, or the first sitting asks"
        raise LearnleadError(Problem("there is no focus to ask about yet", remedy))
    bank, problems = app.rubrics.bank(chosen)
    app.warn(problems)
    before = len(read_asked_questions(app.asked_questions.lines()))
    about, question = question_about(focus, bank, before, words_in(chosen.language))
    app.asked_questions.add(AskedQuestion(app.today, focus.id, question).line)
    answer(
        lambda: f"{about}\n{question}\n",
        lambda: {
            "schema": "learnlead/ask/1",
            "rubric": chosen.id,
            "behaviour": focus.id,
            "lines": [about, question],
        },
        as_json=as_json,
        output=output,
    )
    app.say(app.words("written.ask"))
