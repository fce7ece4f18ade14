"""Every sentence of a problem has a German one, and is found by its English."""

from __future__ import annotations

from string import Formatter

import pytest

from learnlead.errors import Problem
from learnlead.i18n.by_original import by_original
from learnlead.i18n.languages import gaps_in, shipped, use_own_languages
from learnlead.i18n.spoken import speak
from unit.i18n.problem_sentences import problem_sentences

GERMAN = shipped("de", "problems")
TELL = by_original("de", "problems")

THE_SAME = {
    "chmod {} {}",
    "{} -exec chmod {} {{}} +",
    "rm -r {}",
    "`learnlead rubric new my-rubric --from-template`",
    "write {}",
    "there is no {} {}",
    "{} has no {} {}",
}
"""What can be typed, and what is put together of sentences that have a German one."""

NO_SENTENCE = {"copy", "folder", "misnamed", "other", "page"}
"""What a function returns beside its problems."""


def shape(template: str) -> str:
    """The sentence with `{}` for each gap, whatever its name."""
    return "".join(
        piece.replace("{", "{{").replace("}", "}}") + ("" if name is None else "{}")
        for piece, name, _, _ in Formatter().parse(template)
    )


def test_every_sentence_has_a_german_one() -> None:
    said = problem_sentences()
    assert len(said) > 500
    shapes = set(map(shape, GERMAN))
    missing = {text: where for text, where in said.items() if text not in shapes}
    # Three that are joined of texts and numbers, which no f-string shows.
    ends = (" the original of ", " has become ", "{}version {}", "asked for {}{}")
    joined = {text for text in missing if text.endswith(ends)}
    assert set(missing) - joined == THE_SAME | NO_SENTENCE, missing


@pytest.mark.parametrize("english", GERMAN)
def test_it_is_found_with_whatever_is_put_in(english: str) -> None:
    """No other sentence takes it for its own, however much is put in."""
    gaps = gaps_in(english)
    assert gaps_in(str(GERMAN[english])) == gaps
    values = {name: f"'x {number} y'" for number, name in enumerate(sorted(gaps))}
    assert TELL(english.format(**values)) == str(GERMAN[english]).format(**values)


def test_what_stands_in_a_gap_is_told_too() -> None:
    said = "cannot save the page: no space left on device"
    assert TELL(said) == "die Seite speichern ging nicht: auf dem Datenträger ist kein Platz mehr"
    assert TELL("shorten it; take it out; or not") == "kürze es; nimm es heraus; or not"


def test_what_nobody_has_translated_stays_english() -> None:
    assert TELL("something quite new") == "something quite new"
    assert by_original("es", "problems")("shorten it") == "shorten it"
    assert by_original("de-AT", "problems")("shorten it") == "kürze es"


def test_a_language_of_the_workspace_goes_before_the_shipped_one() -> None:
    use_own_languages(lambda: {"de": {"problems.yaml": "shorten it: mach es kürzer\n"}})
    try:
        assert by_original("de", "problems")("shorten it") == "mach es kürzer"
        assert by_original("de", "problems")("take it out") == "nimm es heraus"
    finally:
        use_own_languages(dict)


def test_a_line_is_told_and_its_parts_stay_english() -> None:
    problem = Problem("this is a folder, not a file", "shorten it", line=3, severity="warning")
    speak(lambda: "de")
    try:
        assert str(problem) == "Zeile 3: Warnung: das ist ein Ordner, keine Datei (kürze es)"
    finally:
        speak(None)
    assert str(problem) == "line 3: warning: this is a folder, not a file (shorten it)"
    assert (problem.message, problem.remedy) == ("this is a folder, not a file", "shorten it")
