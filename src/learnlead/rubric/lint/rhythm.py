"""The time that wordings name, compared with the rubric's rhythm: `rhythms.yaml` of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from learnlead.errors import Problem
from learnlead.i18n.own import remembered
from learnlead.i18n.word_lists import words_of
from learnlead.rubric.faults import Noting, Path
from learnlead.rubric.model import Rhythm, Rubric
from learnlead.text.phrase import any_of
from learnlead.text.problem_text import quoted


def rhythm_warnings(
    texts: Iterable[tuple[Path, str]], language: str, rubric: Rubric, note: Noting
) -> Iterator[Problem]:
    """Texts that say "this week" where a sitting looks back on a month, and the like.

    Other times ("a year ago", "next week") may be meant, so they are left alone.
    """
    pattern = _other_times(language, rubric.rhythm)
    remedy = f"say the {rubric.period} that a sitting is about, or change 'rhythm'"
    for path, text in texts:
        if match := pattern.search(text):
            time = quoted(" ".join(match[0].split()))
            message = f"this wording says {time}, but the rhythm is {rubric.rhythm}"
            yield note.at(path, message, remedy)


@remembered
def _other_times(language: str, rhythm: Rhythm) -> re.Pattern[str]:
    """The times of the language that belong to another rhythm."""
    others = [other for other in get_args(Rhythm) if other != rhythm]
    times = [time for other in others for time in words_of(language, "rhythms", other)]
    return re.compile(rf"\b(?:{any_of(times)})\b", re.IGNORECASE)
