"""learnlead focus: the one behaviour of this quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import HelpGroup, examples
from learnlead.cli.options import AsJson, Output, WhichRubric, stands_alone
from learnlead.cli.output import answer
from learnlead.cli.problems import tell_page_problems

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric
    from learnlead.trends.quarters import Bet

group = typer.Typer(
    cls=HelpGroup,
    invoke_without_command=True,
    epilog=examples(
        "learnlead focus                         which it is, since when",
        'learnlead focus set "time for people"   from the next page on',
    ),
)


@group.callback()
def focus(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """The one behaviour of this quarter; without a command, which it is."""
    if stands_alone(ctx, as_json, output):
        _answer(ctx.obj, None, as_json=as_json, output=output, empty_is_no=False)


@group.command("show")
def show(
    ctx: typer.Context, rubric: WhichRubric = None, as_json: AsJson = False, output: Output = None
) -> None:
    """Show the focus, since when, and what someone else would notice; exit 1 without one."""
    if not _answer(ctx.obj, rubric, as_json=as_json, output=output, empty_is_no=not as_json):
        raise typer.Exit(1)


def _answer(
    app: AppContext, rubric: str | None, *, as_json: bool, output: str | None, empty_is_no: bool
) -> bool:
    """Answer with the focus; whether there is one.

    Raises:
        AnswerIsNo: there is none, and `empty_is_no`.
    """
    from learnlead.adapters.terminal.output import width
    from learnlead.app.focus import focus_json, focus_lines, focus_status
    from learnlead.errors import AnswerIsNo, Problem
    from learnlead.own_name import as_typed
    from learnlead.reports.bet import bet_json, bet_words
    from learnlead.reports.lines import as_text, wrapped

    chosen = app.rubric_named(rubric)
    status = focus_status(app.page_store, chosen, app.focus_waiting)
    tell_page_problems(app, status.problems)
    if status.is_empty and empty_is_no:
        remedy = "`learnlead focus set BEHAVIOUR`, or the first sitting asks"
        raise AnswerIsNo(Problem("there is no focus yet", remedy))
    bet = None if status.is_empty else _quarter(app, chosen)
    bet_lines = [] if bet is None else wrapped(bet_words(bet, chosen.rhythm), width())
    shown = as_typed if status.is_empty else str  # the leader's words stay as they are
    answer(
        lambda: "".join(f"{shown(line)}\n" for line in focus_lines(status)) + as_text(bet_lines),
        lambda: focus_json(status) | ({} if bet is None else {"bet": bet_json(bet)}),
        as_json=as_json,
        output=output,
    )
    return not status.is_empty


@group.command("set")
def set_focus(
    ctx: typer.Context,
    behaviour: Annotated[str, typer.Argument(help="Its id or its name, or how either begins.")],
    notice: Annotated[
        str | None, typer.Option("--notice", help="What someone else would notice.")
    ] = None,
    rubric: WhichRubric = None,
) -> None:
    """Choose the focus; it waits for the next page."""
    from learnlead.adapters.terminal.output import width
    from learnlead.app.focus import choose_focus
    from learnlead.reports.bet import bet_words
    from learnlead.reports.lines import as_text, wrapped

    app: AppContext = ctx.obj
    chosen_rubric = app.rubric_named(rubric)
    chosen = choose_focus(chosen_rubric, behaviour, notice, app.focus_waiting)
    typer.echo(f"Focus from the next page on: {chosen.name}")
    sentences = bet_words(_quarter(app, chosen_rubric), chosen_rubric.rhythm)
    typer.echo(as_text(wrapped(sentences, width())), nl=False)


def _quarter(app: AppContext, rubric: Rubric) -> Bet:
    """The changes that thirteen sittings of a new focus can show, by this journal's variation."""
    from learnlead.app.pages import read_sittings_of
    from learnlead.trends.quarters import QUARTER, bet, own_phi
    from learnlead.trends.summarise import summarise

    sittings, _ = read_sittings_of(rubric, app.page_store, app.rubrics)
    trends = summarise(sittings, rubric, today=app.today)
    return bet(QUARTER, own_phi(trends), rubric.rhythm)
