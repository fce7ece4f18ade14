"""`learnlead.yaml` however it is written, and all that is wrong with it, with its lines."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from learnlead.coaching.kinds import Kind
from learnlead.errors import Problem
from learnlead.plaintext.parts import Id, Line
from learnlead.plaintext.typed import typed
from learnlead.plaintext.words import did_you_mean, quoted
from learnlead.plaintext.yaml_reader import read_yaml
from learnlead.rubric.model import Depth
from learnlead.storage.settings import Away, Settings, Weekday
from learnlead.storage.settings_plain import LANGUAGE, away_range, full_weekday

_DEFAULT = Settings()


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[Line, ...], BeforeValidator(_as_list)]


class _Keys(BaseModel):
    """The fields of `Settings` as people write them; keys that are none of them are let pass."""

    model_config = ConfigDict(frozen=True)

    journal: Line = _DEFAULT.journal
    rubric: Annotated[tuple[Id, ...], BeforeValidator(_as_list), Field(min_length=1)] = (
        _DEFAULT.rubric
    )
    depth: Depth | None = _DEFAULT.depth
    language: Annotated[str, Field(pattern=f"^{LANGUAGE}$")] | None = _DEFAULT.language
    day: Annotated[Weekday, BeforeValidator(full_weekday)] = _DEFAULT.day
    prompts: Literal["rotate", "steady"] = _DEFAULT.prompts
    people: Words = ()
    share: Annotated[tuple[Kind, ...], BeforeValidator(_as_list)] | None = _DEFAULT.share
    support: Words = ()
    away: Annotated[
        tuple[Annotated[Away, BeforeValidator(away_range)], ...], BeforeValidator(_as_list)
    ] = ()


def read_keys(text: str, file: str) -> tuple[Settings | None, list[Problem]]:
    """The settings in that text, or None and what is wrong with it, as `read_settings` says."""
    document, problems = read_yaml(text, file=file)
    if document is None:
        return None, problems
    keys = document.data if isinstance(document.data, dict) else {}
    unknown = [
        Problem(
            f"the key {quoted(key)} means nothing to this version",
            remedy=did_you_mean(key, _Keys.model_fields) or "it is left as it is",
            file=file,
            line=document.line_of([key]),
            severity="warning",
        )
        for key in keys
        if key not in _Keys.model_fields
    ]
    found, problems = typed(_Keys, document, file=file, found=unknown)
    return (None if found is None else Settings(**dict(found))), problems
