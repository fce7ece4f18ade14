"""learnlead trends: what changed, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from learnlead.cli.answering import AsJson, Output, answer, put
from learnlead.cli.page_problems import tell_page_problems
from learnlead.cli.wiring import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from learnlead.cli.trends_told import Told


def trends(
    ctx: typer.Context,
    rubric: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Which rubric; several times for several."),
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this date or week on.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to this date or week.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every finding and theme, not only the first few.")
    ] = False,
    by: Annotated[
        Literal["behaviour", "relationship", "month"] | None,
        typer.Option("--by", help="Arrange the text by this."),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(
            metavar="BEHAVIOUR", help="One verdict step by step; also `overall` and `focus`."
        ),
    ] = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="P1 P2", help="Two periods, such as 2026-Q2 2026-Q3."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="Such as html or csv; else as the FILE's name ends."
        ),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Say what changed, how sure that is, and where it is too early to say."""
    from learnlead.cli.trends_form import chosen_form
    from learnlead.cli.trends_told import told_by, told_comparison, told_trends, told_why
    from learnlead.journal.days import read_range

    _one_of({"--all": everything, "--by": by, "--why": why, "--compare": compare})
    _one_of({"--compare": compare, "--from" if first else "--to": first or last})
    form = chosen_form(form, as_json=as_json, output=output, view=why or compare or by)
    desk: Desk = ctx.obj
    rubrics = [desk.rubric(one) for one in dict.fromkeys(rubric or ())] or [desk.rubric()]
    period = read_range(first, last, desk.today)
    plain = desk.plain or form == "plain"
    told: Sequence[Told]
    if compare is not None:
        told = [told_comparison(desk, one, compare, plain=plain) for one in rubrics]
    elif why is not None:
        told = [told_why(desk, one, period, why, plain=plain) for one in rubrics]
    elif by is not None:
        told = [told_by(desk, one, period, by, plain=plain) for one in rubrics]
    else:
        told = [told_trends(desk, r, period, everything=everything, plain=plain) for r in rubrics]
    tell_page_problems(
        desk, list(dict.fromkeys(problem for one in told for problem in one.problems))
    )
    if form not in ("text", "plain", "json"):
        from learnlead.reports.formats.registry import format_named
        from learnlead.terminal.showing import width

        found = [one.trends for one in told if one.trends is not None]
        put(format_named(form).render(found, width=width(), plain=plain), output)
        return
    coloured = desk.colour and not plain and output in (None, "-")

    def text() -> str:
        from learnlead.terminal.showing import shown

        return "\n\n".join(shown(one.lines(), colour=coloured) for one in told)

    def data() -> Mapping[str, object] | Sequence[Mapping[str, object]]:
        return [one.data() for one in told]

    answer(text, data, as_json=form == "json", output=output, coloured=coloured)


def _one_of(options: Mapping[str, object]) -> None:
    """Refuse options that contradict each other."""
    from learnlead.errors import LearnleadError, Problem

    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise LearnleadError(
            Problem(f"{given[0]} and {given[1]} do not go together", f"leave out {given[1]}")
        )
