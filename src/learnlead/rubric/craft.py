"""Craft: what makes items of a sound rubric hard to answer, or soon answered by rote.

All of it is a warning. What rests on words is looked for in English alone, but for the rhythm.
"""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.errors import Problem
from learnlead.plaintext.document import MOST_PROBLEMS, YamlDocument
from learnlead.plaintext.typed import typed
from learnlead.plaintext.words import quoted
from learnlead.rubric import english
from learnlead.rubric.craft_anchors import anchor_warnings
from learnlead.rubric.craft_rhythm import rhythm_warnings
from learnlead.rubric.model import Behaviour, Rubric
from learnlead.rubric.noting import Noting, Path, all_texts
from learnlead.rubric.readability import grade

MOST_WORDS = 15
"""Of `when`, and of `i`: an item is read in one breath."""

HIGHEST_GRADE = 9
"""Flesch-Kincaid: more years at school than a tired reader likes to remember."""


def rubric_warnings(rubric: Rubric, document: YamlDocument, file: str) -> Iterator[Problem]:
    """What could be asked better."""
    note = Noting(document, file, "warning")
    in_english = english.is_english(rubric.language)
    said: dict[str, str] = {}
    for number, behaviour in enumerate(rubric.behaviours):
        path: Path = ("behaviours", number)
        if rubric.scale.kind == "frequency" and behaviour.when is None:
            message = f"{behaviour.id} has no 'when', but the scale asks how often"
            yield note.at(path, message, "add a line 'when: …' that says on which occasions")
        if (same := said.setdefault(behaviour.sentence.casefold(), behaviour.id)) != behaviour.id:
            message = f"{behaviour.id} asks the same as {same}"
            yield note.at((*path, "i"), message, "keep one of the two, or say what differs")
        yield from _behaviour(behaviour, note, path, in_english=in_english)
    if in_english:
        yield from _other_words(rubric, note)
    yield from rhythm_warnings(_asked(document), rubric.language, rubric, note)


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
    if act := english.second_act_in(behaviour.i):
        message = f"'i' of {behaviour.id} seems to hold two acts: {quoted(act)} begins the second"
        remedy = "keep the act that somebody would notice, or make two behaviours"
        yield note.at((*path, "i"), message, remedy)
    for key, sentence in (("when", behaviour.when or ""), ("i", behaviour.i)):
        yield from _worn(sentence, note, (*path, key), f"'{key}' of {behaviour.id}")
    yield from _hard(behaviour.sentence, note, (*path, "i"), behaviour.id)


def _other_words(rubric: Rubric, note: Noting) -> Iterator[Problem]:
    for number, one in enumerate(rubric.relationships):
        path: Path = ("relationships", number, "sentence")
        yield from _worn(one.sentence, note, path, f"the sentence of {one.id}")
        yield from _hard(one.sentence, note, path, one.id)
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
