"""learnlead rubric schema: what editors need to complete and check while one types."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from learnlead.cli.answering import put
from learnlead.cli.options import Output


def schema(
    kind: Annotated[
        str, typer.Argument(metavar="[rubric|prompts]", help="The kind of file.")
    ] = "rubric",
    output: Output = None,
) -> None:
    """Print the JSON Schema of rubric files, or of prompt banks.

    The first line of a shipped file tells an editor where the schema lies: in schemas/, beside
    rubrics/ and prompts/. `learnlead rubric new` puts both there.
    """
    from learnlead.errors import LearnleadError, Problem
    from learnlead.plaintext.words import quoted
    from learnlead.rubric.schema import FileKind
    from learnlead.storage.rubric_writing import schema_text

    if kind not in ("rubric", "prompts"):
        message = f"there is no schema {quoted(kind)}"
        raise LearnleadError(Problem(message, "there are: rubric, prompts"))
    put(schema_text(cast("FileKind", kind)), output)
