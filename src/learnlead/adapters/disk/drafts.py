"""What waits between sittings on disk: drafts, one a rubric, and a focus for the next page."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from learnlead.adapters.disk.files.json_file import JsonFolder
from learnlead.adapters.disk.open_page import answer_saved_after, discard_answers
from learnlead.adapters.disk.sitting_lock import lock_sitting
from learnlead.app.ports import Draft
from learnlead.errors import Problem
from learnlead.page.markers import is_id
from learnlead.sitting.context import FocusChoice
from learnlead.text.limits import line_within

_VERSION: Final = 1


class DraftFolder:
    """Drafts in the workspace's state folder; satisfies the port `Drafts`."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._files = JsonFolder(state, "draft")

    def alone(self, rubric: str, title: str) -> AbstractContextManager[None]:
        """See `Drafts.alone`. A disk that refuses the lock file stops no sitting."""
        return lock_sitting(self._state, rubric, title)

    def load(self, rubric: str) -> tuple[Draft | None, list[Problem]]:
        """The rubric's draft; one that cannot be understood is set aside and a problem.

        Raises:
            MachineFailed: the draft cannot be read, or not be set aside.
        """

        def understand(content: Any) -> Draft:
            from learnlead.app.draft_parts import read_moment, read_version

            draft = Draft(
                rubric=content["rubric"],
                rubric_version=read_version(content["rubric-version"]),
                begun=read_moment(content["begun"]),
                data=content["data"],
            )
            if content["learnlead-draft"] != _VERSION or draft.rubric != rubric:
                raise ValueError(rubric)
            if not isinstance(draft.data, dict):
                raise TypeError(rubric)
            return self._with_words_of_an_editor(draft)

        return self._files.load(_name(rubric), understand)

    def save(self, draft: Draft) -> None:
        """Keep the draft in place of the rubric's earlier one; it is on disk on return.

        Raises:
            MachineFailed: the earlier draft is still there.
        """
        self._files.save(
            _name(draft.rubric),
            {
                "learnlead-draft": _VERSION,
                "rubric": draft.rubric,
                "rubric-version": draft.rubric_version,
                "begun": draft.begun.isoformat(),
                "data": dict(draft.data),
            },
        )

    def set_aside(self, rubric: str) -> Problem:
        """See `Drafts.set_aside`.

        Raises:
            MachineFailed: it is still where it was.
        """
        return self._files.set_aside(_name(rubric))

    def discard(self, rubric: str) -> None:
        """Forget the rubric's draft, if there is one.

        Raises:
            MachineFailed: it is still there.
        """
        self._files.remove(_name(rubric))
        discard_answers(self._state, rubric)

    def _with_words_of_an_editor(self, draft: Draft) -> Draft:
        """The draft, with what an editor has saved since of the answer that it was cut off in."""
        saved = answer_saved_after(self._state / _name(draft.rubric), draft.rubric)
        if saved is None:
            return draft
        question_id, words = saved
        match draft.data.get("typing"):
            case None:
                begun: dict[str, Any] = {}
            case {"at": str(at), "begun": dict(begun)} if question_id in (at, *begun):
                pass
            case _:  # the answer to another question, which lies where it is
                return draft
        typing = {"at": question_id, "begun": {**begun, question_id: words}}
        return replace(draft, data={**draft.data, "typing": typing})


def _name(rubric: str) -> str:
    return f"draft-{rubric}.json"


class FocusFolder:
    """Pending focuses in the workspace's state folder; satisfies the port `FocusWaiting`."""

    def __init__(self, state: Path) -> None:
        self._files = JsonFolder(state, "pending focus")

    def load(self, rubric: str) -> tuple[FocusChoice | None, list[Problem]]:
        """The focus that waits; one that cannot be understood is set aside and a problem.

        Raises:
            MachineFailed: it cannot be read, or not be set aside.
        """
        return self._files.load(_focus_name(rubric), _understand)

    def save(self, rubric: str, focus: FocusChoice) -> None:
        """Let this focus wait in place of an earlier one.

        Raises:
            MachineFailed: the earlier one still waits.
        """
        self._files.save(
            _focus_name(rubric), {"behaviour": focus.behaviour, "notice": focus.notice}
        )

    def clear(self, rubric: str) -> None:
        """Nothing waits any more.

        Raises:
            MachineFailed: it still waits.
        """
        self._files.remove(_focus_name(rubric))


def _understand(content: Any) -> FocusChoice:
    behaviour, notice = content["behaviour"], content["notice"]
    if not isinstance(behaviour, str) or not is_id(behaviour):
        raise ValueError
    return FocusChoice(behaviour, None if notice is None else line_within(notice))


def _focus_name(rubric: str) -> str:
    return f"focus-{rubric}.json"
