"""Rubrics and prompt banks read from YAML, checked as a compiler checks code."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from learnlead.errors import Problem
from learnlead.plaintext.document import MOST_PROBLEMS, YamlDocument
from learnlead.plaintext.typed import typed
from learnlead.plaintext.yaml_reader import read_yaml
from learnlead.rubric.checks import bank_errors, rubric_errors
from learnlead.rubric.model import Rubric

if TYPE_CHECKING:  # a rubric is read far more often than its wording
    from learnlead.rubric.prompts import PromptBank


def read_rubric(
    text: str, file: str, *, craft: bool = False
) -> tuple[Rubric | None, list[Problem]]:
    """Read a rubric.

    Args:
        text: the whole file.
        file: how problems name it.
        craft: whether to look at how well it asks, too; a sitting has no use for that.

    Returns:
        The rubric and at most warnings, or None and everything that is wrong. Problems stand in
        the order of their lines.
    """
    document, problems = _read(text, file, "learnlead-rubric", "rubric")
    if document is None:
        return None, problems
    found = [*problems, *_first(rubric_errors(document, file))]
    rubric, problems = typed(Rubric, document, file=file, found=found)
    if rubric is not None and craft:
        from learnlead.rubric.craft import rubric_warnings

        problems = _first(rubric_warnings(rubric, document, file))
    return rubric, problems


def read_bank(
    text: str,
    file: str,
    rubric: Rubric | None = None,
    *,
    craft: bool = False,
    below: PromptBank | None = None,
) -> tuple[PromptBank | None, list[Problem]]:
    """Read a prompt bank.

    Args:
        text: the whole file.
        file: how problems name it.
        rubric: the rubric that the bank must be for; without one its ids are not checked.
        craft: as of `read_rubric`.
        below: the bank whose gaps this one need not fill; for craft alone.

    Returns:
        The bank and at most warnings, or None and everything that is wrong, as `read_rubric`.
    """
    from learnlead.rubric.prompts import PromptBank

    document, problems = _read(text, file, "learnlead-prompts", "prompt bank")
    if document is None:
        return None, problems
    found = [*problems, *(_first(bank_errors(document, file, rubric)) if rubric else ())]
    bank, problems = typed(PromptBank, document, file=file, found=found)
    if bank is not None and craft:
        from learnlead.rubric.craft_bank import bank_warnings

        problems = _first(bank_warnings(bank, document, file, rubric, below))
    return bank, problems


def _read(
    text: str, file: str, first_key: str, kind: str
) -> tuple[YamlDocument | None, list[Problem]]:
    """The document, with what is wrong in its YAML if more can be found in it.

    Something else altogether is no document: one problem says more than twenty.
    """
    document, problems = read_yaml(text, file=file, in_part=True)
    if document is None:
        return None, problems
    if first_key in document.keys:
        return document, problems
    message = f"this is no {kind}: the key '{first_key}' is missing"
    return None, [Problem(message, f"begin the file with '{first_key}: 1'", file, 1)]


def _first(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(islice(problems, MOST_PROBLEMS), key=lambda p: p.line or 0)
