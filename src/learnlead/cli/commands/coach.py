"""learnlead coach: the commands for a coach, who reads the bundles that leaders exported."""

from __future__ import annotations

import typer

from learnlead.cli.lazy_commands import lazy_group

group = typer.Typer(
    cls=lazy_group({"review": "coach_review", "reply": "coach_reply", "forget": "coach_forget"}),
    help="For coaches: review, reply, forget.",
    no_args_is_help=True,
)
