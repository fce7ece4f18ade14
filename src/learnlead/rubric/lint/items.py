"""Craft: what makes items of a sound rubric hard to answer, or soon answered by rote.

All of it is a warning. What rests on words is looked for in English alone, but for the rhythm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from learnlead.errors import Problem
from learnlead.i18n.languages import remembered, words_of
from learnlead.rubric.faults import Noting, Path, all_texts
from learnlead.rubric.lint import english
from learnlead.rubric.lint.english import grade
from learnlead.rubric.model import Behaviour, Rhythm, Rubric
from learnlead.text.phrase import any_of
from learnlead.text.problem_text import quoted
from learnlead.text.typed import typed
from learnlead.text.yaml_document import MOST_PROBLEMS, YamlDocument

SHOWN = (1, 3, 5)
"""The ratings that have an example; 2 and 4 lie between."""


def anchor_warnings(
    behaviour: Behaviour, note: Noting, path: Path, *, in_english: bool
) -> Iterator[Problem]:
    """What could be shown better; behaviours without examples are read by their scale alone."""
    anchors = behaviour.anchors
    if not anchors:
        return
    where = (*path, "anchors")
    if missing := [str(value) for value in SHOWN if value not in anchors]:
        message = f"{behaviour.id} has no example for {' and '.join(missing)}"
        yield note.at(where, message, "give one for 1, 3 and 5, so that the steps can be seen")
    value_of_text: dict[str, int] = {}
    for value, text in sorted(anchors.items()):
        here = (*where, str(value))
        if (same := value_of_text.setdefault(text.casefold(), value)) != value:
            message = f"the examples for {same} and {value} of {behaviour.id} are the same"
            yield note.at(here, message, "tell what makes the higher one more")
        if in_english:
            yield from _english(behaviour, value, text, note, here)


def _english(
    behaviour: Behaviour, value: int, text: str, note: Noting, path: Path
) -> Iterator[Problem]:
    what = f"the example for {value} of {behaviour.id}"
    highest = value == max(SHOWN)
    if highest and not behaviour.reversed and not english.names_a_cost(text):
        remedy = "say in spite of what it was done ('even though …'), so that a 5 stays rare"
        yield note.at(path, f"{what} names no cost", remedy)
    if highest and (act := english.second_act_in(text)):
        message = f"{what} seems to hold two acts: {quoted(act)} begins the second"
        yield note.at(path, message, "keep the act that is rated: a 5 is no more than every time")
    if value == min(SHOWN) and not behaviour.reversed and english.makes_an_effort(text):
        message = f"{what} names a cost, which is what a 5 has"
        yield note.at(path, message, "tell of somebody who did not do it")
    if not highest and (word := english.absolute_time_in(text)):
        message = f"{what} says {quoted(word)}"
        yield note.at(path, message, "tell what was to be seen: an example is not the scale again")
    if idiom := english.idiom_in(text):
        yield note.pictured(path, what, idiom)


MANY = 6
"""Items to agree with from which two have to say the contrary."""

MOST_WORDS = 15
"""Of `when`, and of `i`: an item is read in one breath."""

HIGHEST_GRADE = 9
"""Flesch-Kincaid: more years at school than a tired reader likes to remember."""


def rubric_warnings(rubric: Rubric, document: YamlDocument, file: str) -> Iterator[Problem]:
    """What could be asked better."""
    note = Noting(document, file, "warning")
    in_english = english.is_english(rubric.language)
    id_of_sentence: dict[str, str] = {}
    for number, behaviour in enumerate(rubric.behaviours):
        path: Path = ("behaviours", number)
        if rubric.scale.kind == "frequency" and behaviour.when is None:
            message = f"{behaviour.id} has no 'when', but the scale asks how often"
            yield note.at(path, message, "add a line 'when: …' that says on which occasions")
        if (
            same := id_of_sentence.setdefault(behaviour.sentence.casefold(), behaviour.id)
        ) != behaviour.id:
            message = f"{behaviour.id} asks the same as {same}"
            yield note.at((*path, "i"), message, "keep one of the two, or say what differs")
        yield from _behaviour(behaviour, note, path, in_english=in_english)
    yield from _one_way(rubric, note)
    if in_english:
        yield from _other_words(rubric, note)
    yield from rhythm_warnings(_asked(document), rubric.language, rubric, note)


def _one_way(rubric: Rubric, note: Noting) -> Iterator[Problem]:
    """Items to agree with that are all keyed the same way: who likes to agree looks good."""
    turned = sum(behaviour.reversed for behaviour in rubric.behaviours)
    if rubric.scale.kind == "agreement" and len(rubric.behaviours) >= MANY and turned < 2:
        message = f"{turned} of {len(rubric.behaviours)} items to agree with are reversed"
        remedy = "say the contrary in two of them, each with a line 'reversed: true'"
        yield note.at(("behaviours",), message, remedy)


def behaviour_warnings(document: YamlDocument, file: str) -> Iterator[Problem]:
    """What holds of a behaviour by itself, where it can be read in a rubric that has errors."""
    note = Noting(document, file, "warning")
    language = document.keys.get("language")
    in_english = not isinstance(language, str) or english.is_english(language)
    entries = document.keys.get("behaviours")
    looked_at = entries[:MOST_PROBLEMS] if isinstance(entries, list) else []
    for number, entry in enumerate(looked_at):
        behaviour, _ = typed(Behaviour, YamlDocument(entry), file=file)
        if behaviour is not None:
            yield from _behaviour(behaviour, note, ("behaviours", number), in_english=in_english)


def _asked(document: YamlDocument) -> Iterator[tuple[Path, str]]:
    """The texts that a sitting shows."""
    for section in ("relationships", "behaviours", "questions"):
        for path, text in all_texts(document.keys.get(section), (section,)):
            if path[-1] != "notes":
                yield path, text


def _behaviour(
    behaviour: Behaviour, note: Noting, path: Path, *, in_english: bool
) -> Iterator[Problem]:
    yield from _item(behaviour, note, path)
    if in_english:
        yield from _english_item(behaviour, note, path)
    yield from anchor_warnings(behaviour, note, path, in_english=in_english)


def _item(behaviour: Behaviour, note: Noting, path: Path) -> Iterator[Problem]:
    for key, sentence in (("when", behaviour.when), ("i", behaviour.i)):
        words = len((sentence or "").split())
        if words > MOST_WORDS:
            message = f"'{key}' of {behaviour.id} has {words} words"
            yield note.at((*path, key), message, f"keep to {MOST_WORDS} words and one act")


def _english_item(behaviour: Behaviour, note: Noting, path: Path) -> Iterator[Problem]:
    if behaviour.opportunity == "made" and english.comes_from_outside(behaviour.when or ""):
        message = f"the occasion of {behaviour.id} comes from outside, yet 'opportunity' says made"
        yield note.at((*path, "opportunity"), message, "write met, or name an occasion of your own")
    if act := english.second_act_in(behaviour.i):
        message = f"'i' of {behaviour.id} seems to hold two acts: {quoted(act)} begins the second"
        remedy = "keep the act that somebody would notice, or make two behaviours"
        yield note.at((*path, "i"), message, remedy)
    for key, sentence in (("when", behaviour.when or ""), ("i", behaviour.i)):
        yield from _worn(sentence, note, (*path, key), f"'{key}' of {behaviour.id}")
    yield from _hard(behaviour.sentence, note, (*path, "i"), behaviour.id)


def _other_words(rubric: Rubric, note: Noting) -> Iterator[Problem]:
    for number, relationship in enumerate(rubric.relationships):
        path: Path = ("relationships", number, "sentence")
        yield from _worn(relationship.sentence, note, path, f"the sentence of {relationship.id}")
        yield from _hard(relationship.sentence, note, path, relationship.id)
    for number, question in enumerate(rubric.questions):
        path = ("questions", number, "ask")
        yield from _worn(question.ask, note, path, f"'ask' of {question.id}")
        yield from _hard(question.ask, note, path, question.id)
        if english.asks_for_reasons(question.ask):
            yield note.accusing(path)


def _worn(text: str, note: Noting, path: Path, what: str) -> Iterator[Problem]:
    if word := english.absolute_in(text):
        message = f"{what} says {quoted(word)}, which leaves the scale no room"
        yield note.at(path, message, "leave the word out: how often is what the rating says")
    if idiom := english.idiom_in(text):
        yield note.pictured(path, what, idiom)


def _hard(text: str, note: Noting, path: Path, what: str) -> Iterator[Problem]:
    if (years := grade(text)) > HIGHEST_GRADE:
        message = f"{what} is hard to read: school year {years:.0f} (Flesch-Kincaid)"
        yield note.at(path, message, f"shorter words, down to year {HIGHEST_GRADE}")


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
