"""learnlead coach: what a coach does with the bundles that leaders gave."""

from __future__ import annotations

import typer

from learnlead.cli import coach_forget, coach_reply, coach_review

app = typer.Typer(help="For coaches: review, reply, forget.", no_args_is_help=True)

app.command("review")(coach_review.review)
app.command("reply")(coach_reply.reply)
app.command("forget")(coach_forget.forget)
