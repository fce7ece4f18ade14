"""Rubrics and prompt banks read from YAML, checked as a compiler checks code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from learnlead.errors import Problem
from learnlead.rubric.faults import Noting, Path
from learnlead.rubric.model import ALL, RESERVED, Rubric
from learnlead.text.problem_text import near_or_all, quoted
from learnlead.text.typed import typed
from learnlead.text.yaml_document import MOST_PROBLEMS, Tree, YamlDocument
from learnlead.text.yaml_reader import read_yaml

if TYPE_CHECKING:
    from learnlead.rubric.prompts import PromptBank


_ASKED = ("behaviours", "questions")
SECTIONS = ("relationships", "behaviours", "questions")


def rubric_errors(document: YamlDocument, file: str) -> Iterator[Problem]:
    """Nothing to ask; ids that are reserved, stand twice or are not there; empty choices."""
    note = Noting(document, file)
    if not any(document.keys.get(section) for section in _ASKED):
        message = "this rubric asks nothing: it has neither a behaviour nor a question"
        yield note.at(
            (), message, "add a line 'behaviours:' and its entries below, each after '- '"
        )
    seen: dict[str, int] = {}
    for path, entry_id in texts_of(document, SECTIONS, "id"):
        if entry_id in RESERVED or entry_id == ALL:
            message = f"the id {quoted(entry_id)} is reserved: pages use it themselves"
            yield note.at(path, message, "choose another id")
        elif entry_id in seen:
            message = f"the id {quoted(entry_id)} stands twice, here and in line {seen[entry_id]}"
            yield note.at(path, message, "rename one of the two: all ids of a rubric differ")
        else:
            seen[entry_id] = document.line_of(path)
    known = dict.fromkeys(
        [*(entry_id for _, entry_id in texts_of(document, ("relationships",), "id")), ALL]
    )
    for path, entry_id in texts_of(document, ("behaviours",), "relationship"):
        if entry_id not in known:
            message = f"this rubric has no relationship {quoted(entry_id)}"
            yield note.at(path, message, near_or_all(entry_id, known, "there are"))
    yield from _scored(document, note)
    for path, question in _entries(document, "questions"):
        if question.get("kind") == "choice" and not question.get("options"):
            message = "a question of kind choice needs options"
            yield note.at(path, message, "add a line 'options: [one, two]'")


def _scored(document: YamlDocument, note: Noting) -> Iterator[Problem]:
    """What trends could not score: reversed items of a share, and groups that are not there."""
    scale = document.keys.get("scale")
    if isinstance(scale, dict) and scale.get("kind") == "frequency":
        for path, answer in texts_of(document, ("behaviours",), "reversed"):
            if answer == "true":
                message = "an item that asks how often cannot be reversed"
                yield note.at(path, message, "ask for the act itself, and take the line out")
    groups = dict.fromkeys(group for _, group in texts_of(document, ("behaviours",), "group"))
    named = document.keys.get("overall")
    for number, group in enumerate(named if isinstance(named, list) else ()):
        if isinstance(group, str) and group not in groups:
            message = f"no behaviour has the group {quoted(group)}"
            yield note.at(("overall", number), message, near_or_all(group, groups, "there are"))


def bank_errors(document: YamlDocument, file: str, rubric: Rubric) -> Iterator[Problem]:
    """A bank for another rubric; evidence for behaviours that the rubric does not have."""
    note = Noting(document, file)
    named = document.keys.get("rubric")
    if isinstance(named, str) and named != rubric.id:
        message = f"this bank is for the rubric {quoted(named)}, not for {rubric.id}"
        yield note.at(("rubric",), message, f"write 'rubric: {rubric.id}', or rename the file")
    known = dict.fromkeys(behaviour.id for behaviour in rubric.behaviours)
    evidence = document.keys.get("evidence")
    for behaviour in evidence if isinstance(evidence, dict) else ():
        if behaviour not in known:
            message = f"the rubric has no behaviour {quoted(behaviour)}"
            remedy = near_or_all(behaviour, known, "there are")
            yield note.at(("evidence", behaviour), message, remedy)


def _entries(document: YamlDocument, section: str) -> Iterator[tuple[Path, dict[str, Tree]]]:
    entries = document.keys.get(section)
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (section, number), entry


def texts_of(
    document: YamlDocument, sections: tuple[str, ...], key: str
) -> Iterator[tuple[Path, str]]:
    """The texts behind that key of each entry in those sections, with their places."""
    for section in sections:
        for path, entry in _entries(document, section):
            if isinstance(text := entry.get(key), str):
                yield (*path, key), text


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
    errors = [*problems, *_first(rubric_errors(document, file))]
    rubric, problems = typed(Rubric, document, file=file, earlier=errors)
    if rubric is not None and craft:
        from learnlead.rubric.lint.items import rubric_warnings

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
    errors = [*problems, *(_first(bank_errors(document, file, rubric)) if rubric else ())]
    bank, problems = typed(PromptBank, document, file=file, earlier=errors)
    if bank is not None and craft:
        from learnlead.rubric.lint.bank import bank_warnings

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
