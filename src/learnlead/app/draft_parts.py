"""Validates the parts of a draft's JSON, as strictly as the sitting that resumes it requires."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from learnlead.sitting.answers import MINUTES_AT_MOST
from learnlead.sitting.fields import MOMENT_FIELDS, NOTE, OWN_TEXTS
from learnlead.sitting.mark import OUTCOMES, Count
from learnlead.sitting.question import AGREED_WAYS, PLAN_WAYS, AnswerValue
from learnlead.text.clean import refused_character
from learnlead.text.limits import TEXT_AT_MOST

Begun = tuple[str, Mapping[str, AnswerValue]]
"""The id of the question with the cursor, and what was begun on its screen by question id."""

_When = TypeVar("_When", bound=date)

_YEARS = range(1900, 3000)
"""In which a sitting may be; a day at the end of all time has no day after it."""

LONGEST = MINUTES_AT_MOST * 60
"""The longest sitting, in seconds."""

_KEY_AT_MOST = 500
"""Letters of a question's id."""

_MARK_AT_MOST = 9

_KINDS: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("rating",), (int, str)),
    **dict.fromkeys(("live", "look-back-older"), list),
    **dict.fromkeys(
        (
            "action",
            "count",
            "cue",
            "evidence",
            "focus",
            "focus-notice",
            "follow-up",
            "look-back",
            "memory",
            "moment",
            "note",
            "plan",
            "question",
            *(
                field.question_head
                for field in (NOTE, *MOMENT_FIELDS, *OWN_TEXTS)
                if field.question_head
            ),
        ),
        str,
    ),
}
"""The type of an answer by the head of its question's id; None is always allowed."""

_CHOICES: Mapping[str, frozenset[str]] = {
    "look-back": frozenset(OUTCOMES),
    "plan": frozenset((*PLAN_WAYS, *AGREED_WAYS)),
}


def read_day(value: Any) -> date:
    """A day on which a sitting can be.

    Raises:
        ValueError, TypeError: it is none.
    """
    return _in_our_years(date.fromisoformat(value))


def read_moment(value: Any) -> datetime:
    """A moment at which a sitting can have begun.

    Raises:
        ValueError, TypeError: it is none.
    """
    return _in_our_years(datetime.fromisoformat(value))


def _in_our_years(when: _When) -> _When:
    if when.year not in _YEARS:
        raise ValueError(when.year)
    return when


def read_version(value: Any) -> int:
    """The version of a rubric.

    Raises:
        ValueError: it is none.
    """
    if type(value) is not int or not 0 <= value < 1_000_000_000:
        raise ValueError
    return value


def read_seconds(value: Any) -> float:
    """The duration of a sitting in seconds, limited to 0 to `LONGEST`.

    Raises:
        ValueError: it is no number.
    """
    if type(value) not in (int, float):
        raise ValueError
    return float(min(value, LONGEST)) if value >= 0 else 0.0  # nan is not


def read_id(value: Any) -> str | None:
    """The id of a relationship, or nothing.

    Raises:
        ValueError: it is neither.
    """
    if value is not None and not (isinstance(value, str) and len(value) <= _KEY_AT_MOST):
        raise ValueError
    return value


def read_answers(value: Any) -> dict[str, AnswerValue]:
    """Answers by question id; unknown questions may have answers of any type.

    Raises:
        ValueError, AttributeError: it is something else.
    """
    return {_words(key, _KEY_AT_MOST): _answer(key, answer) for key, answer in value.items()}


def read_typing(value: Any) -> Begun | None:
    """What was begun on a screen, refused characters as `�`; or nothing.

    A text that is too long is allowed, since it can be shortened later.

    Raises:
        ValueError, KeyError: it is something else.
    """
    match value:
        case None:
            return None
        case {"at": at, "begun": dict(begun)}:
            return _words(at, _KEY_AT_MOST), {
                _words(key, _KEY_AT_MOST): _shown(part)
                if isinstance(part, str)
                else _answer("", part)
                for key, part in begun.items()
            }
        case _:
            raise ValueError


def _shown(text: str) -> str:
    return "".join("�" if refused_character(c) else c for c in text)


def _answer(key: str, answer: Any) -> AnswerValue:
    head = key.partition(":")[0]
    expected = _KINDS.get(head, object)
    if answer is not None and (isinstance(answer, bool) or not isinstance(answer, expected)):
        raise ValueError(head)
    if head in _CHOICES and answer not in (None, *_CHOICES[head]):
        raise ValueError(head)
    if head == "count" and isinstance(answer, str) and Count.read(answer) is None:
        raise ValueError(head)
    match answer:
        case None:
            return None
        case int() if 0 <= answer <= _MARK_AT_MOST:
            return answer
        case str():
            return _words(answer)
        case list():
            return [_words(value) for value in answer]
        case _:
            raise ValueError(head)


def _words(value: Any, most: int = TEXT_AT_MOST) -> str:
    if not isinstance(value, str) or len(value) > most or refused_character(value):
        raise ValueError
    return value
