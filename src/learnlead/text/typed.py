"""A tree of texts made into a model; what does not fit becomes problems in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from learnlead.errors import Problem
from learnlead.text.limits import TooLong, line_within, remedy_for, text_within
from learnlead.text.model_faults import COMPLAINTS, Complaint, Fault, Path, Wanted, faults_of
from learnlead.text.problem_text import did_you_mean, near_or_all, quoted
from learnlead.text.yaml_document import MOST_PROBLEMS, Tree, YamlDocument

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _iso_date_only(value: Any) -> Any:
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value):
        raise PydanticCustomError("not_a_day", "not a date of the form 2026-11-20")
    return value


Day = Annotated[date, BeforeValidator(_iso_date_only)]
"""A date; a text must be an ISO date. Pydantic alone would read `86400` as 2 January 1970."""


M = TypeVar("M", bound=BaseModel)


def typed(
    model: type[M], document: YamlDocument, *, file: str | None, earlier: Sequence[Problem] = ()
) -> tuple[M | None, list[Problem]]:
    """Make a model of a document. An empty key is as if left out; an empty file has no keys.

    Keys are the model's aliases. Everything wrong is said at once, sorted by line, one problem a
    place however many alternatives the place has.

    Args:
        model: its fields type the texts.
        document: what was read.
        file: how problems name the file.
        earlier: problems that the caller has noticed already; they come back among the others. With
            an error among them no model comes back, and the model's complaint about the whole,
            which would say the same without a line, is left out.

    Returns:
        The model and no error, or None and at least one.
    """
    data = _with_no_empty_keys(document)
    problems = list(earlier)
    refused = any(p.severity == "error" for p in earlier)
    good, faults = _made(model, data)
    if refused:
        faults = [f for f in faults if f.path or f.error["type"] not in COMPLAINTS]
    if faults:
        problems += _Telling(model, document, data, file).problems(faults)
    problems.sort(key=lambda p: p.line or 0)
    return (None if refused else good), problems


def typed_in_part(
    model: type[M], document: YamlDocument, *, file: str | None, earlier: Sequence[Problem] = ()
) -> tuple[M | None, list[Problem]]:
    """As `typed`, but the model comes back with its problems, without the places that are wrong.

    So that whoever has more to find in the rest can say everything at once. None only where the
    file as a whole is wrong.
    """
    good, problems = typed(model, document, file=file, earlier=earlier)
    data = _with_no_empty_keys(document)
    while good is None:
        good, faults = _made(model, data)
        wrong = {f.path[:-1] if f.error["type"] == "missing" else f.path for f in faults}
        if () in wrong:
            break
        data = _without(data, wrong)
    return good, problems


def _made(model: type[M], data: Any) -> tuple[M | None, list[Fault]]:
    try:
        return model.model_validate(_with_numbers(model, data), by_alias=True, by_name=False), []
    except ValidationError as error:
        return None, faults_of(error, data)


def _without(node: Any, places: set[Path], here: Path = ()) -> Any:
    """The data without the places, and without what nothing is left in."""
    if not isinstance(node, dict | list):
        return node
    entries = node.items() if isinstance(node, dict) else enumerate(node)
    left = {
        key: less
        for key, inner in entries
        if (*here, key) not in places
        and ((less := _without(inner, places, (*here, key))) or not inner)
    }
    return left if isinstance(node, dict) else list(left.values())


def _with_no_empty_keys(document: YamlDocument) -> Any:
    data: Any = _without_empty_keys(document.data)
    return {} if data is None else data


def _without_empty_keys(node: Tree) -> Tree:
    if isinstance(node, dict):
        return {k: _without_empty_keys(v) for k, v in node.items() if v is not None}
    if isinstance(node, list):
        return [_without_empty_keys(item) for item in node]
    return node


def _with_numbers(model: type[BaseModel], data: Any) -> Any:
    """The data with the number for its text where a field is `Literal[1]`; pydantic would not."""
    if not isinstance(data, dict):
        return data
    numbers: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        text = data.get(key := info.alias or name)
        if get_origin(info.annotation) is Literal and isinstance(text, str):
            numbers[key] = {str(choice): choice for choice in get_args(info.annotation)}.get(
                text, text
            )
    return data | numbers


class _Telling:
    """Turns faults into problems."""

    def __init__(
        self, model: type[BaseModel], document: YamlDocument, data: Any, file: str | None
    ) -> None:
        self._wanted = Wanted(model)
        self._document = document
        self._data = data
        self._file = file

    def problems(self, faults: Sequence[Fault]) -> list[Problem]:
        """All of them by line; of very many the first hundred and how many there are besides."""
        by_line = sorted(faults, key=lambda f: self._document.line_of(f.path))
        problems = [self._problem(fault) for fault in by_line[:MOST_PROBLEMS]]
        if rest := by_line[MOST_PROBLEMS:]:
            line = self._document.line_of(rest[0].path)
            message = f"there are {len(rest)} more problems from here on"
            problems.append(Problem(message, "mend those above first", self._file, line))
        return problems

    def _problem(self, fault: Fault) -> Problem:
        if fault.on_key:
            message, remedy = self._wrong_key(fault)
        elif fault.error["type"] == "missing":
            message, remedy = self._missing(fault)
        elif fault.error["type"] == "extra_forbidden":
            message, remedy = self._unknown(fault)
        elif fault.error["type"] in COMPLAINTS:
            complaint = fault.error["ctx"]["error"]
            message = f"{_name(fault.path)}: {complaint}" if fault.path else str(complaint)
            remedy = complaint.remedy if isinstance(complaint, Complaint) else ""
            remedy = remedy_for(complaint) if isinstance(complaint, TooLong) else remedy
        else:
            message, remedy = self._wrong_value(fault)
        return Problem(message, remedy, self._file, self._document.line_of(fault.path))

    def _wrong_value(self, fault: Fault) -> tuple[str, str]:
        value = self._data
        for step in fault.path:
            value = value[step]
        wanted = self._wanted.words(fault.asked) or "something else"
        if fault.error["type"] == "string_too_long":
            wanted += f", at most {fault.error['ctx']['max_length']} characters"
        message = f"{_name(fault.path)} must be {wanted}; here it is {_here(value)}"
        choices = self._wanted.choices(fault.asked)
        near = did_you_mean(value, choices) if isinstance(value, str) else None
        if near:
            return message, near
        if fault.error["type"] == "too_short" and value:
            return message, "add what is missing"
        if fault.error["type"] == "too_long":
            return message, "take some out"
        if wanted.startswith("a list"):
            return message, "write it as [one, two], or each entry on a line of its own after '- '"
        return message, "change this line"

    def _wrong_key(self, fault: Fault) -> tuple[str, str]:
        limits = fault.error.get("ctx", {})
        match fault.error["type"]:
            case "less_than_equal":
                remedy = f"the largest key is {limits['le']}"
            case "greater_than_equal":
                remedy = f"the smallest key is {limits['ge']}"
            case "int_parsing" | "int_type":
                remedy = "keys here are whole numbers"
            case "literal_error" | "enum":
                remedy = f"keys here are {limits['expected']}"
            case _:
                remedy = "keys here are short: small letters, digits and hyphens, as in own-answers"
        return f"{quoted(str(fault.path[-1]))} cannot be a key{_in(fault.path)}", remedy

    def _missing(self, fault: Fault) -> tuple[str, str]:
        key = fault.path[-1]
        wanted = self._wanted.words(fault.asked)
        remedy = f"add a line '{key}: …'" + (f" with {wanted}" if wanted else "")
        return f"the key '{key}' is missing{_in(fault.path)}", remedy

    def _unknown(self, fault: Fault) -> tuple[str, str]:
        key = str(fault.path[-1])
        known = self._wanted.keys(fault.asked[:-1])
        remedy = near_or_all(key, known, "keys here are") if known else "take this line out"
        return f"unknown key {quoted(key)}{_in(fault.path)}", remedy


def _name(path: Path) -> str:
    """How a person would point at the place; the line says the rest."""
    if not path:
        return "the file"
    last = path[-1]
    if isinstance(last, int):
        return f"entry {last + 1} of {_name(path[:-1])}"
    return last if re.fullmatch(r"[a-z][\w-]{0,63}", last) else quoted(last)


def _in(path: Path) -> str:
    return f" in {_name(path[:-1])}" if len(path) > 1 else ""


def _here(value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return quoted(value)
    if isinstance(value, dict):
        return "a group of 'key: value' lines"
    return f"a list of {len(value)}" if isinstance(value, list) and value else "empty"


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
