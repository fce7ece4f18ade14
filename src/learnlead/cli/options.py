"""Options that many commands know."""

from __future__ import annotations

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
Output = Annotated[
    str | None, typer.Option("--output", metavar="FILE", help="Write to FILE; - is stdout.")
]
FromDay = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="From this date or week on.")
]
ToDay = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this date or week.")]
OfRubric = Annotated[
    str | None, typer.Option("--rubric", metavar="ID", help="Only pages of this rubric.")
]
WhichRubric = Annotated[str | None, typer.Option("--rubric", metavar="ID", help="Which rubric.")]
Identity = Annotated[
    str | None,
    typer.Option(metavar="KEY", help="The file with your age key, for encrypted bundles."),
]
