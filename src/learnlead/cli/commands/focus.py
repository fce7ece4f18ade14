"""learnlead focus: the one behaviour of this quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import answer
from learnlead.cli.problems import tell_page_problems

if TYPE_CHECKING:
    from learnlead.rubric.model import Rubric
    from learnlead.trends.quarters import Bet

group = typer.Typer(help="The focus of this quarter: show, set.", no_args_is_help=True)

RubricOption = Annotated[str | None, typer.Option("--rubric", metavar="ID", help="Which rubric.")]


@group.command("show")
def show(
    ctx: typer.Context, rubric: RubricOption = None, as_json: AsJson = False, output: Output = None
) -> None:
    """Show the focus, since when, and what someone else would notice."""
    from learnlead.adapters.terminal.output import width
    from learnlead.app.focus import focus_json, focus_lines, focus_status
    from learnlead.errors import AnswerIsNo, Problem
    from learnlead.reports.bet import bet_json, bet_words
    from learnlead.reports.lines import as_text, wrapped

    app: AppContext = ctx.obj
    chosen = app.rubric(rubric)
    found = focus_status(app.page_store, chosen, app.focus_waiting)
    tell_page_problems(app, found.problems)
    if found.is_empty and not as_json:
        remedy = "`learnlead focus set BEHAVIOUR`, or the first sitting asks"
        raise AnswerIsNo(Problem("there is no focus yet", remedy))
    bet = None if found.is_empty else _quarter(app, chosen)
    said = [] if bet is None else wrapped(bet_words(bet, chosen.rhythm), width())
    answer(
        lambda: "".join(f"{line}\n" for line in focus_lines(found)) + as_text(said),
        lambda: focus_json(found) | ({} if bet is None else {"bet": bet_json(bet)}),
        as_json=as_json,
        output=output,
    )
    if found.is_empty:
        raise typer.Exit(1)


@group.command("set")
def set_focus(
    ctx: typer.Context,
    behaviour: Annotated[str, typer.Argument(help="The behaviour's id, such as own-answers.")],
    notice: Annotated[
        str | None, typer.Option("--notice", help="What someone else would notice.")
    ] = None,
    rubric: RubricOption = None,
) -> None:
    """Choose the focus; it waits for the next page."""
    from learnlead.adapters.terminal.output import width
    from learnlead.app.focus import choose_focus
    from learnlead.reports.bet import bet_words
    from learnlead.reports.lines import as_text, wrapped

    app: AppContext = ctx.obj
    asked = app.rubric(rubric)
    chosen = choose_focus(asked, behaviour, notice, app.focus_waiting)
    typer.echo(f"Focus from the next page on: {chosen.name}")
    said = bet_words(_quarter(app, asked), asked.rhythm)
    typer.echo(as_text(wrapped(said, width())), nl=False)


def _quarter(app: AppContext, rubric: Rubric) -> Bet:
    """What the thirteen sittings of a new focus can show, as far as this journal tells."""
    from learnlead.app.pages import read_sittings_of
    from learnlead.trends.quarters import QUARTER, bet, own_phi
    from learnlead.trends.summarise import summarise

    sittings, _ = read_sittings_of(rubric, app.page_store, app.rubrics)
    trends = summarise(sittings, rubric, today=app.today)
    return bet(QUARTER, own_phi(trends), rubric.rhythm)
