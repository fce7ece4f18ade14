"""learnlead focus: the one behaviour of this quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from learnlead.cli.completion import values
from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import HelpGroup
from learnlead.cli.options import AsJson, Output, WhichRubric, stands_alone
from learnlead.cli.output import answer
from learnlead.cli.problems import tell_page_problems

if TYPE_CHECKING:
    from learnlead.rubric.model import Behaviour, Rubric
    from learnlead.trends.odds import Odds

group = typer.Typer(cls=HelpGroup, invoke_without_command=True)


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
    from learnlead.reports.lines import as_text, wrapped
    from learnlead.reports.verdicts.bet import odds_json

    chosen = app.rubric_named(rubric)
    status = focus_status(app.page_store, chosen, app.focus_waiting)
    tell_page_problems(app, status.problems)
    if status.is_empty and empty_is_no:
        remedy = "`learnlead focus set BEHAVIOUR`, or the first sitting asks"
        raise AnswerIsNo(Problem("there is no focus yet", remedy))
    bet = None if status.is_empty else _bet(app, chosen, status.waiting)
    bet_lines = [] if bet is None else wrapped(bet.sentence, width())
    answer(
        lambda: (
            "".join(f"{line}\n" for line in focus_lines(status, app.words)) + as_text(bet_lines)
        ),
        lambda: focus_json(status) | ({} if bet is None else {"odds": odds_json(bet.odds)}),
        as_json=as_json,
        output=output,
    )
    return not status.is_empty


@group.command("set")
def set_focus(
    ctx: typer.Context,
    behaviour: Annotated[
        str,
        typer.Argument(
            metavar="BEHAVIOUR",
            help="Its id or its name, or how either begins.",
            autocompletion=values.behaviours,
        ),
    ],
    notice: Annotated[
        str | None, typer.Option("--notice", metavar="TEXT", help="What someone else would notice.")
    ] = None,
    rubric: WhichRubric = None,
) -> None:
    """Choose the focus; it begins with your next page."""
    from learnlead.adapters.terminal.output import width
    from learnlead.app.focus import choose_focus
    from learnlead.reports.lines import as_text, wrapped

    app: AppContext = ctx.obj
    chosen_rubric = app.rubric_named(rubric)
    chosen = choose_focus(chosen_rubric, behaviour, notice, app.focus_waiting)
    typer.echo(app.words("focus-is.set", name=chosen.name))
    if bet := _bet(app, chosen_rubric, chosen):
        typer.echo(as_text(wrapped(bet.sentence, width())), nl=False)


class _Told(NamedTuple):
    odds: Odds
    sentence: str


def _bet(app: AppContext, rubric: Rubric, chosen: Behaviour | None) -> _Told | None:
    """The odds of a bet on a behaviour that is chosen now, else where the running bet stands."""
    from learnlead.app.pages import read_sittings_of
    from learnlead.reports.verdicts.bet import (
        bet_text,
        can_be_judged,
        odds_of,
        odds_sentence,
        own_phi,
        rated_before,
    )
    from learnlead.trends.odds import odds_of_bet
    from learnlead.trends.summarise import summarise

    sittings, _ = read_sittings_of(rubric, app.page_store, app.rubrics)
    trends = summarise(sittings, rubric, today=app.today)
    words = app.words
    if not can_be_judged(trends):
        return None
    if chosen is not None:
        odds = odds_of_bet(rated_before(trends, chosen.id), own_phi(trends))
        return _Told(odds, odds_sentence(odds, words))
    if not trends.settled.bets:
        return None
    running = trends.settled.bets[-1]
    return _Told(odds_of(running, trends), bet_text(running, trends, words))
