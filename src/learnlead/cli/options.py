"""Options that many commands know."""

from __future__ import annotations

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
Output = Annotated[
    str | None, typer.Option("--output", metavar="FILE", help="Write to FILE; - is stdout.")
]
