"""learnlead coach: what a coach does with the bundles that leaders gave."""

from __future__ import annotations

import typer

from learnlead.cli.commands import group_of

app = typer.Typer(
    cls=group_of({"review": "coach_review", "reply": "coach_reply", "forget": "coach_forget"}),
    help="For coaches: review, reply, forget.",
    no_args_is_help=True,
)
