"""learnlead schemas: the shapes of the program's JSON, listed or printed."""

from __future__ import annotations

from typing import Annotated

import typer

from learnlead.cli.completion import values
from learnlead.cli.options import Output
from learnlead.cli.output import put
from learnlead.errors import LearnleadError, Problem


def schemas(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="Print this one, such as `trends-2`.",
            autocompletion=values.schemas,
        ),
    ] = None,
    output: Output = None,
) -> None:
    """List the JSON Schemas of all that programs read, or print one."""
    import json
    from importlib.resources import files

    from learnlead.text.problem_text import near_or_all

    folder = files("learnlead.reports") / "schemas"
    shipped = {file.name.removesuffix(".json"): file for file in folder.iterdir()}
    if name is None:
        titles = {
            key: json.loads(shipped[key].read_text(encoding="utf-8"))["title"]
            for key in sorted(shipped)
        }
        width = max(map(len, titles))
        put("".join(f"{key:{width}}  {title}\n" for key, title in titles.items()), output)
        return
    if name not in shipped:
        remedy = near_or_all(name, sorted(shipped), "there are")
        raise LearnleadError(Problem(f"there is no schema {name!r}", remedy))
    put(shipped[name].read_text(encoding="utf-8"), output)
