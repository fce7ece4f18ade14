"""The three ways to hold a sitting, typed, in an editor or from a file, and of which rubric."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from learnlead.app.prompter import Prompter
from learnlead.cli.context import AppContext
from learnlead.cli.status import day_of, due_statuses, sitting_context
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import Words, words_in
from learnlead.rubric.model import Depth, Rhythm, Rubric
from learnlead.rubric.named import named_relationship
from learnlead.sitting.question import Choice

if TYPE_CHECKING:
    from learnlead.app.scripted import Script


def hold_scripted(
    app: AppContext, source: str, *, rubric: str | None, day: str | None, depth: str | None
) -> None:
    """Hold the sitting that a file of answers describes, and print the path of its page.

    Raises:
        LearnleadError: with all problems of the answers; nothing was written.
        MachineFailed: the page could not be written.
    """
    from learnlead.app.scripted import (
        SittingRequest,
        agree_on_sitting,
        answer_problems,
        named_plans,
        read_script,
        save_answers,
    )

    script = read_script(_text(source), _shown(source))
    app.expect_workspace()
    options = SittingRequest(
        rubric and app.rubric_id_named(rubric), day_of(app, day), cast("Depth | None", depth)
    )
    agreed_options, wrong = agree_on_sitting(script, options, app.today)
    chosen, more = _rubric(app, script, agreed_options.rubric)
    wrong = [*script.problems, *wrong, *more]
    if chosen is None:
        raise LearnleadError(*_by_line(wrong))
    context = sitting_context(app, chosen, agreed_options.day or app.today, agreed_options.depth)
    plans = named_plans(script.answers, context, app.page_store)
    wrong += answer_problems(script, context, plans)
    if wrong:
        raise LearnleadError(*_by_line(wrong))
    app.workspace_or_new()
    saved_page = save_answers(script.answers, context, plans, app.page_store, app.inbox)
    app.warn(saved_page.problems)
    if context.pending is not None:
        app.focus_waiting.clear(context.rubric.id)
    typer.echo(app.page_store.shown(saved_page.name))


def _shown(source: str) -> str:
    return "standard input" if source == "-" else source


def _text(source: str) -> str:
    from learnlead.adapters.disk.files.reading import read_text

    path = Path(source)
    if source != "-" and path.is_dir():
        remedy = "name a file in it; `learnlead reflect --answers-form` prints one to fill in"
        raise LearnleadError(Problem("this is a folder, not a file", remedy, source))
    if source != "-" and not path.is_fifo():
        return read_text(path.absolute(), source)
    try:
        raw = sys.stdin.buffer.read() if source == "-" else path.read_bytes()
        return raw.decode()
    except UnicodeDecodeError:
        problem = Problem("this is not UTF-8 text", "save it as UTF-8", _shown(source))
        raise LearnleadError(problem) from None


def _rubric(
    app: AppContext, script: Script, rubric_id: str | None
) -> tuple[Rubric | None, list[Problem]]:
    """The rubric of the answers; None and the problems if it cannot be known."""
    if script.has_key("rubric") and script.answers.rubric is None:
        return None, []  # its key is a problem already
    try:
        return app.rubric(rubric_id), []
    except LearnleadError as error:
        if script.answers.rubric is None or rubric_id in app.rubrics.ids():
            raise
        line = [script.problem(("rubric",), p.message, p.remedy) for p in error.problems]
        return None, line


def _by_line(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.line or 0)


def print_form(app: AppContext, rubric: str | None, depth: str | None, day: str | None) -> None:
    """Print the form for `--answers`."""
    from learnlead.app.scripted import answers_form

    app.expect_workspace()
    about = day_of(app, day) or app.today
    typer.echo(answers_form(sitting_context(app, app.rubric_named(rubric), about, depth)), nl=False)


def hold_typed(
    app: AppContext,
    *,
    rubric: str | None,
    day: str | None,
    depth: str | None,
    relationship: str | None,
) -> None:
    """Hold a typed sitting.

    Raises:
        LearnleadError: there is no terminal to type in, the rubric has no such relationship, or
            another sitting of it is open.
        Interrupted: it was stopped; the draft is saved.
    """
    if not sys.stdin.isatty():
        message = "a sitting needs a terminal to type in, and this is none"
        raise LearnleadError(Problem(message, "--answers FILE holds one without a terminal"))
    if not (sys.stdout.isatty() or app.plain):
        message = "a sitting is shown on stdout, which is no terminal"
        raise LearnleadError(Problem(message, "--plain shows it line by line, wherever it goes"))
    from learnlead.cli.start_sitting import SittingOptions
    from learnlead.cli.typed_sitting import TypedSitting

    app.expect_workspace()
    chosen, about = app.rubric_named(rubric or _choose_rubric(app, ask=True)), day_of(app, day)
    if relationship is not None:
        relationship = named_relationship(chosen, relationship)
    typed = TypedSitting(app, chosen)
    if not typed.welcome():
        return
    app.workspace_or_new(is_told=True)
    if not typed.hold(SittingOptions(about, depth, relationship)):
        from learnlead.cli.editor_sitting import EditorSitting

        EditorSitting(app, chosen, about, depth).hold()


def hold_in_editor(
    app: AppContext, *, rubric: str | None, day: str | None, depth: str | None
) -> None:
    """Hold a sitting as one page in the writer's own editor.

    At a terminal an unfinished one goes on where it was begun, if the person likes.

    Raises:
        LearnleadError: there is no editor, or no page was made; what was written is kept.
        MachineFailed: the page could not be written; what was written is kept.
    """
    from learnlead.cli.editor_sitting import EditorSitting

    app.expect_workspace()
    chosen = app.rubric_named(rubric or _choose_rubric(app, ask=False))
    about = day_of(app, day)
    editor = EditorSitting(app, chosen, about, depth)
    if sys.stdin.isatty() and (sys.stdout.isatty() or app.plain):
        from learnlead.cli.start_sitting import SittingOptions
        from learnlead.cli.typed_sitting import TypedSitting

        if TypedSitting(app, chosen).hold(SittingOptions(about, depth, in_editor=True)):
            return
    editor.hold()


def _choose_rubric(app: AppContext, *, ask: bool) -> str | None:
    """The id of the rubric to use; None for the workspace's first, if there is no choice.

    Raises:
        Interrupted: the person stopped at the question which rubric to use.
    """
    if app.workspace_if_any is None or not several_in_use(app):
        return None
    waiting = due_rubrics(app)
    if ask and len(waiting) > 1:
        from learnlead.cli.console import make_prompter
        from learnlead.i18n.words import words_in

        prompter = make_prompter(app, words_in(waiting[0].language))
        try:
            return ask_which_rubric(prompter, waiting)
        finally:
            prompter.close()
    taken = waiting[0] if waiting else app.rubric()
    if sentence := choice_sentence(waiting, taken):
        app.say(sentence)
    return taken.id


_BY_FREQUENCY: tuple[Rhythm, ...] = ("weekly", "monthly", "quarterly")


def due_rubrics(app: AppContext) -> list[Rubric]:
    """The rubrics that are due or have a draft, the most frequent first.

    Of the same rhythm, those that the settings name come first, in their order.
    """
    rubric_ids = [
        status.rubric
        for status in due_statuses(app)
        if status.due or _has_draft(app, status.rubric)
    ]
    read = [
        rubric
        for rubric_id in rubric_ids
        if (rubric := app.rubrics.rubric(rubric_id)[0]) is not None
    ]
    return sorted(read, key=lambda rubric: _BY_FREQUENCY.index(rubric.rhythm))


def several_in_use(app: AppContext) -> bool:
    """Whether more than one rubric is in use."""
    return len(app.rubrics_in_use()) > 1


def ask_which_rubric(prompter: Prompter, waiting: Sequence[Rubric]) -> str:
    """Ask which rubric to use now, the most frequent one by default; its id."""
    words = _words(waiting[0])
    choices = [Choice(rubric.id, _label(words, rubric)) for rubric in waiting]
    return prompter.choose(words("several.ask"), choices, waiting[0].id, at_once=True)


def choice_sentence(waiting: Sequence[Rubric], taken: Rubric) -> str:
    """The sentence on a choice without asking; empty if only the chosen rubric is due."""
    words = _words(taken)
    if not waiting:
        return words("several.none-due", title=taken.title)
    others = ", ".join(rubric.id for rubric in waiting[1:])
    return words("several.first", title=taken.title, others=others) if others else ""


def _has_draft(app: AppContext, rubric_id: str) -> bool:
    draft, _ = app.drafts.load(rubric_id)
    return draft is not None


def _label(words: Words, rubric: Rubric) -> str:
    return words(f"several.rhythm.{rubric.rhythm}", title=rubric.title)


def _words(rubric: Rubric) -> Words:
    return words_in(rubric.language)
