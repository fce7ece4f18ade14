"""learnlead remind status, uninstall: what reminds by itself."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.answering import answer
from learnlead.cli.options import AsJson, Output
from learnlead.cli.remind_install import echo
from learnlead.cli.wiring import Desk


def status(ctx: typer.Context, as_json: AsJson = False, output: Output = None) -> None:
    """Say what reminds you by itself."""
    from learnlead.journeys.scheduling import installed, there
    from learnlead.reminders.schedule.backends import backends
    from learnlead.reports.schedule import status_json, status_lines

    desk: Desk = ctx.obj
    here = desk.here()
    found = [(one.backend, one.when) for one in installed(backends(), here, desk.scheduler)]
    usable = there(backends(), desk.scheduler)
    answer(
        lambda: "".join(f"{line}\n" for line in status_lines(found, usable, here)),
        lambda: status_json(found, usable, here),
        as_json=as_json,
        output=output,
    )


def uninstall(
    ctx: typer.Context,
    yes: Annotated[  # noqa: ARG001 - scripts may give it to both commands
        bool, typer.Option("--yes", help="As with install; here nothing is asked anyway.")
    ] = False,
) -> None:
    """Take away what install has written, and nothing else."""
    from learnlead.journeys.scheduling import carry_out, installed, shown_steps, uninstall_steps
    from learnlead.reminders.schedule.backends import backends

    desk: Desk = ctx.obj
    here = desk.here()
    found = installed(backends(), here, desk.scheduler)
    if not found:
        echo(["Nothing reminds you by itself; nothing was changed."])
        return
    steps = uninstall_steps(here, [one.backend for one in found], desk.scheduler)
    carry_out(steps, desk.scheduler)
    echo([*shown_steps(steps, here), "", *(filter(None, (one.backend.leaves for one in found)))])
    echo(["Done: nothing reminds you by itself any more."])
