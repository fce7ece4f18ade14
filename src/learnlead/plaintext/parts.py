"""What models of files are made of: frozen parts, ids, lines and texts, checked by Pydantic."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from learnlead.plaintext.limits import line_within, text_within

Id = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9-]*$",
        max_length=64,
        description="an id of small letters, digits and hyphens",
    ),
]
Line = Annotated[
    str,
    BeforeValidator(lambda v: line_within(v) or "" if isinstance(v, str) else v),
    Field(min_length=1),
]
Text = Annotated[
    str,
    BeforeValidator(lambda v: text_within(v) or "" if isinstance(v, str) else v),
    Field(min_length=1),
]


class Part(BaseModel):
    """A frozen piece of a file or of a reflection; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
