"""Removes a person from drafts, pages open in an editor, and the pending focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any, Protocol

from learnlead.app.forget.person import Edit, Occurrences, Rewrite, forget_in_text
from learnlead.app.ports import Draft, Drafts, FocusWaiting
from learnlead.errors import LearnleadError, Problem
from learnlead.page.person import Person
from learnlead.sitting.context import FocusChoice

_LOOK_BACK = ("look-back", "look-back-older")
_CHOSEN = frozenset({"at", "focus", "live", "memory", "plan", "relationship", *_LOOK_BACK})
"""Questions, and parts of answers, that are ids and not words."""


class OpenPage(Protocol):
    """The page of a sitting that was begun in an editor. Every call may raise `MachineFailed`."""

    def alone(self) -> AbstractContextManager[None]:
        """A context in which no other run of the program opens the page.

        Raises:
            LearnleadError: another one has it open.
        """

    def read(self) -> str | None:
        """The text with LF line ends and no BOM; None where there is none.

        Raises:
            LearnleadError: what lies there cannot be read.
        """

    def put(self, text: str) -> None:
        """Put the text on disk in place of what is there."""


def add_open_pages(
    occurrences: Occurrences, person: Person, pages: Iterable[tuple[str, OpenPage]]
) -> None:
    """Add what stands on pages that were begun in an editor, each with its rubric's id."""
    for rubric, page in pages:
        try:
            text = page.read()
        except LearnleadError as error:
            occurrences.problems += error.problems
            continue
        if text is not None:
            occurrences.rewrites += _on_open_page(rubric, page, text, person)
            occurrences.add_near(person, text, _of_open_page(rubric))


def add_drafts(
    occurrences: Occurrences,
    person: Person,
    rubrics: Iterable[str],
    drafts: Drafts,
    waiting: FocusWaiting,
) -> None:
    """Add what stands in the unfinished sittings and the pending focuses of those rubrics."""
    for rubric in rubrics:
        draft, problems = drafts.load(rubric)
        occurrences.problems += problems
        if draft is not None:
            occurrences.rewrites += _in_draft(draft, person, drafts)
            for words in _texts(dict(draft.data)):
                occurrences.add_near(person, words, _of_draft(rubric), has_lines=False)
        focus, problems = waiting.load(rubric)
        occurrences.problems += problems
        if focus is not None and focus.notice is not None:
            occurrences.rewrites += _in_focus(rubric, focus, focus.notice, person, waiting)
            occurrences.add_near(person, focus.notice, _of_focus(rubric), has_lines=False)


def _in_draft(draft: Draft, person: Person, drafts: Drafts) -> list[Rewrite]:
    file = _of_draft(draft.rubric)
    changed: list[tuple[str, str]] = []
    data = dict(draft.data)
    if isinstance(answers := data.get("answers"), dict):
        data["answers"] = _reworded(answers, person, changed)
    if isinstance(beside := data.get("beside"), dict):
        data["beside"] = _reworded(beside, person, changed)
    match data.get("typing"):
        case {"begun": dict(begun), **rest}:
            data["typing"] = {**rest, "begun": _reworded(begun, person, changed)}
        case [at, *begun]:  # none that a sitting goes on with, and yet words
            data["typing"] = [at, *_reworded(begun, person, changed)]
    if not changed:
        return []

    def write() -> None:
        with drafts.alone(draft.rubric, draft.rubric):
            _check_unchanged(drafts.load(draft.rubric)[0], draft, file)
            drafts.save(replace(draft, data=data))

    return [Rewrite(tuple(Edit(file, None, *texts) for texts in changed), write)]


def _on_open_page(rubric: str, page: OpenPage, text: str, person: Person) -> list[Rewrite]:
    file = _of_open_page(rubric)
    done = forget_in_text(text, person)
    if not done.changes:
        return []

    def write() -> None:
        with page.alone():
            _check_unchanged(page.read(), text, file)
            page.put(done.text)

    return [Rewrite(tuple(Edit(file, c.line, c.before, c.after) for c in done.changes), write)]


def _of_open_page(rubric: str) -> str:
    return f"the sitting of {rubric} in your editor"


def _of_draft(rubric: str) -> str:
    return f"the unfinished sitting of {rubric}"


def _of_focus(rubric: str) -> str:
    return f"the focus that waits for {rubric}"


def _check_unchanged(now: object, before: object, file: str) -> None:
    if now != before:
        remedy = "it was left as it is; run the command again"
        raise LearnleadError(Problem("it has gone on meanwhile", remedy, file))


def _reworded(value: Any, person: Person, changed: list[tuple[str, str]]) -> Any:
    """An answer without the person; `changed` gets each text before and after."""
    if isinstance(value, dict):
        return {
            key: inner if _is_chosen(key, inner) else _reworded(inner, person, changed)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_reworded(inner, person, changed) for inner in value]
    if not isinstance(value, str) or (after := person.out_of(value)) == value:
        return value
    changed.append((value, after))
    return after


def _is_chosen(key: str, answer: Any) -> bool:
    """Whether the answer to that question is an id and not words."""
    head = key.partition(":")[0]
    return key in _CHOSEN or head == "rating" or (head == "moment" and isinstance(answer, str))


def _texts(value: Any) -> Iterator[str]:
    """The answers among what a draft holds, as they were typed."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if not _is_chosen(name, inner):
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value


def _in_focus(
    rubric: str, focus: FocusChoice, notice: str, person: Person, waiting: FocusWaiting
) -> list[Rewrite]:
    after = person.out_of(notice)
    if after == notice:
        return []
    edit = Edit(_of_focus(rubric), None, notice, after)

    def write() -> None:
        waiting.save(rubric, replace(focus, notice=after))

    return [Rewrite((edit,), write)]
