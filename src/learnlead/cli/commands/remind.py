"""learnlead remind: prints a reminder if a sitting is due, else nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.context import AppContext
from learnlead.cli.lazy_commands import lazy_group
from learnlead.cli.options import AsJson, Output, stands_alone
from learnlead.cli.output import answer
from learnlead.errors import MachineFailed, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from learnlead.adapters.schedulers.channels import Channel
    from learnlead.app.remind import NudgeText
    from learnlead.reminders.due import Nudge


group = typer.Typer(
    cls=lazy_group(dict.fromkeys(("on", "off", "status"), "remind_on")),
    invoke_without_command=True,
)


@group.callback()
def remind(
    ctx: typer.Context,
    show: Annotated[
        bool, typer.Option("--show", help="Show the open plan, too, in your own words.")
    ] = False,
    desktop: Annotated[
        bool, typer.Option("--desktop", help="Show it as a message on this desktop, too.")
    ] = False,
    notify: Annotated[
        list[str] | None,
        typer.Option(
            "--notify",
            metavar="URL",
            help="Send “Friday sitting” there, too, over the network; may be repeated.",
        ),
    ] = None,
    test: Annotated[
        bool, typer.Option("--test", help="Give the nudge now, due or not; it does not count.")
    ] = False,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """A nudge if a sitting is due, silence if not.

    From the sitting day on, at most once a day and twice a week, and never while you are away.
    The exit code is 0 either way, and silence is no output at all.
    """
    if not stands_alone(ctx, show, desktop, notify, test, as_json, output):
        return
    from learnlead.adapters.schedulers.channels import open_channels
    from learnlead.app.remind import nudge_json, nudge_lines
    from learnlead.cli.status import due_statuses
    from learnlead.reminders.due import nudge, nudge_for

    app: AppContext = ctx.obj
    settings, today = app.settings, app.today
    channels = open_channels(notify) if notify else []
    statuses = due_statuses(app)
    if test:
        due_nudge: Nudge | None = nudge_for(statuses, {})
    else:
        due_nudge, problems = app.nudges.reserve(
            lambda sent: nudge(statuses, today, settings.weekday, sent, settings.away), today
        )
        app.warn(problems)
    spoken = _text_of(app, due_nudge, show=show) if due_nudge else None
    results = _deliver(app, spoken, channels, desktop=desktop) if spoken else {}
    answer(
        lambda: "".join(f"{line}\n" for line in nudge_lines(spoken, app.words)) if spoken else "",
        lambda: nudge_json(
            due_nudge,
            spoken,
            today,
            {name: not wrong for name, wrong in results.items()},
            show=show,
        ),
        as_json=as_json,
        output=output,
    )
    if failures := [wrong for wrong in results.values() if wrong]:
        if due_nudge and not test and len(failures) == len(results):
            app.nudges.give_back(due_nudge, today, often=desktop)
        raise MachineFailed(*failures)


def _deliver(
    app: AppContext, spoken: NudgeText, channels: Sequence[Channel], *, desktop: bool
) -> dict[str, Problem | None]:
    """Take the nudge wherever it was asked for; by name, what was wrong."""
    results: dict[str, Problem | None] = {}
    if desktop:
        results[app.desktop.name] = app.desktop.show(
            spoken.title, "\n".join((spoken.text, *spoken.commands))
        )
    return results | {channel.name: channel.send(spoken.title) for channel in channels}


def _text_of(app: AppContext, due_nudge: Nudge, *, show: bool) -> NudgeText:
    from learnlead.app.remind import newest_open_plan, nudge_text

    settings = app.settings
    spoken = nudge_text(
        due_nudge,
        app.rubrics,
        app.words,
        weekday=settings.weekday,
        today=app.today,
        usual=settings.rubric[0],
        steady=settings.prompts == "steady",
    )
    return replace(spoken, plan=newest_open_plan(app.page_store)) if show else spoken
