"""A whole sitting in German: the same page whichever door, and no English sentence on the way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from filling import filled
from learnlead.cli.context import AppContext
from learnlead.i18n.words import ENGLISH, words_in
from learnlead.page.page import parse
from learnlead.shipped import folder
from learnlead.sitting.model import Reflection
from learnlead.sitting.question import AnswerValue
from learnlead.sitting.screens import Screen
from running import TODAY, run
from terminal.made_answers import FIRST, KEPT, QUICK, Made
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

RUBRIC = "learning-leader"
PAGE = f"{TODAY}-{RUBRIC}.md"
WORDS = words_in("de")

TYPED: dict[str, AnswerValue] = {
    "look-back": "partly",
    "look-back-note": "Am Dienstag.",
    "live": ["formal-authority"],
    "moment-with": "Mitarbeiterin A",
    "moment-what": "Die Besprechung am Dienstag.",
    "other-side": "Stille.",
    "evidence:own-answers": "Er hat es selbst gezeichnet.",
    "count:own-answers": "1/2",
    "rating:follower-needs": 4,
    "rating:joint-learning": "no-opportunity",
    "rating:open-doors": "none-made",
    "rating:own-answers": 1,
    "follow-up:low:own-answers": "Ruhe.",
    "insight": "Warten.",
    "plan": "adjust",
    "cue": "Wenn mir jemand ein Problem bringt, dann",
    "action": "ich werde zehn Sekunden warten",
}
"""Answers without an English word, with words that the plan's sentence has already."""


@pytest.fixture
def german(workspace: Path) -> Path:
    """A workspace whose sittings are in German, with a page of last week."""
    with (workspace / "learnlead.yaml").open("a", encoding="utf-8") as settings:
        settings.write("language: de\n")
    plan = "plan: {cue: es klingelt, action: abwarten}"
    focus = "focus: {behaviour: own-answers, notice: Ruhe}"
    script = f"learnlead: 1\ndate: 2026-11-13\n{focus}\nratings: {{own-answers: 3}}\n{plan}\n"
    assert run("reflect", "--answers", "-", stdin=script).code == 0
    return workspace


def pieces(sentence: str) -> Iterator[str]:
    """What stands between the places of a sentence, if it is long enough to be English."""
    for line in sentence.split("\n"):
        for piece in re.split(r"\{\w+\}", line):
            if len(found := " ".join(piece.split())) > 8 and " " in found:
                yield found


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = [one for key, one in value.items() if key not in ("source", "notes", "id")]
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def english() -> set[str]:
    """Every piece of English that the program, the rubric and the bank have for a sitting."""
    found = {piece for key in ENGLISH for piece in pieces(ENGLISH.template(key))}
    for kind in ("rubrics", "prompts"):
        assert kind in ("rubrics", "prompts")
        file = folder("rubrics" if kind == "rubrics" else "prompts") / f"{RUBRIC}.yaml"
        said = texts(yaml.safe_load(file.read_text("utf-8")))
        found |= {piece for one in said for piece in pieces(one)}
    in_german = " ".join(" ".join(one.split()) for one in map(words_in("de").template, ENGLISH))
    # The settings of Obsidian's format and the labels of pages are English in every language.
    return {one for one in found if one not in in_german and one not in FORMAT}


FORMAT = {"no opportunity", "none made"}


class Watching:
    """Remembers every screen on which a question stood."""

    screens: list[str]

    def sees(self) -> Screen:
        screen: Screen = super().sees()  # type: ignore[misc] # a typist's, beside which it stands
        terminal: Terminal = self.terminal  # type: ignore[attr-defined] # likewise
        self.screens.append(terminal.words)
        return screen


class RichWatcher(Watching, Typist):
    pass


class PlainWatcher(Watching, PlainTypist):
    pass


@pytest.mark.parametrize("prompter", ["rich", "plain"])
def test_no_english_sentence_is_in_sight(german: Path, prompter: str) -> None:
    watcher = RichWatcher if prompter == "rich" else PlainWatcher
    with Terminal("reflect", *(["--plain"] if prompter == "plain" else []), rows=40) as terminal:
        typist = watcher(terminal, begun())
        typist.screens = []
        if prompter == "rich":
            typist.answer_all(TYPED, until="rating:own-answers")
            typist.sees()
            terminal.press("?").wait_for(WORDS("help.absence"))
            typist.screens.append(terminal.words)
            terminal.press("?")
        typist.answer_all(TYPED)
        typist.sees_the_page()
        typist.screens.append(terminal.words)
        assert typist.save() == 0
        typist.screens.append(" ".join(terminal.left_behind.split()))
        seen = "\n".join(typist.screens)
    assert len(typist.screens) >= 12
    assert [one for one in english() if one in seen] == []
    page = (german / "journals" / PAGE).read_text("utf-8")
    assert "Wenn **mir jemand ein Problem bringt**, dann: **zehn Sekunden warten**" in page
    assert "# Lernend führen, Freitag, 20. November 2026\n" in page
    assert [one for one in english() if one in page] == []


def test_x_names_help_in_german(german: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.sees()
        terminal.press("?", "x").wait_for(WORDS("x.ask"), WORDS("x.on")).press("1", "enter")
        assert terminal.finish() == 0
        left = " ".join(terminal.left_behind.split())
    assert WORDS("end.nothing-kept") in left
    assert all(" ".join(line.split()) in left for line in WORDS.lines("not-for-here"))
    assert [one for one in english() if one in left] == []
    assert not (german / "journals" / PAGE).exists()


def test_what_is_cut_off_is_offered_in_german(german: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer_all(TYPED, until="live")
        typist.sees()
        terminal.press("ctrl-c")
        assert terminal.finish() == 130
        assert WORDS("end.kept") in " ".join(terminal.left_behind.split())
    with Terminal("reflect") as terminal:
        terminal.wait_for("Freitag, 20. November 2026", WORDS("begin.on"), WORDS("does.take"))
        assert [one for one in english() if one in terminal.words] == []


@pytest.mark.parametrize("made", [FIRST, KEPT, QUICK], ids=["first", "kept", "quick"])
@pytest.mark.parametrize("prompter", ["script", "rich", "plain", "editor"])
def test_a_german_page_says_the_same_as_an_english_one(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: Made, prompter: str
) -> None:
    if made is not FIRST:
        first = f"date: 2026-11-13\n{FIRST.script}"
        assert run("reflect", "--answers", "-", "--lang", "en", stdin=first).code == 0
    pages = workspace / "journals"
    before = {page: page.read_bytes() for page in pages.glob("*.md")}
    assert run("reflect", "--answers", "-", "--lang=en", stdin=made.script).code == 0
    in_english = _said(pages / PAGE)
    (pages / PAGE).unlink()
    for page, bytes_ in before.items():
        page.write_bytes(bytes_)

    if prompter == "script":
        assert run("--lang", "de", "reflect", "--answers", "-", stdin=made.script).code == 0
    elif prompter == "editor":
        _in_editor(in_english, made, tmp_path, monkeypatch)
    else:
        _typed(made, prompter, monkeypatch)

    text = (pages / PAGE).read_text("utf-8")
    assert "\n# Lernend führen, Freitag, 20. November 2026\n" in text
    assert "## Einschätzungen <!-- ratings -->" in text
    assert _said(pages / PAGE) == in_english
    assert run("journal", "check").code == 0


def _said(page: Path) -> Reflection:
    read, problems = parse(page.read_text("utf-8"), page.name)
    assert read is not None
    assert problems == []
    return read.reflection.model_copy(update={"minutes": None})


def _typed(made: Made, prompter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")  # what the typist expects
    options = ["--lang", "de", *(["--plain"] if prompter == "plain" else [])]
    with Terminal("reflect", *options, "--depth", made.depth) as terminal:
        typist = (PlainTypist if prompter == "plain" else Typist)(terminal, begun(depth=made.depth))
        typist.answer_all(made.typed)
        assert typist.save() == 0


def _in_editor(
    said: Reflection, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, written = tmp_path / "seen.md", tmp_path / "written.md"
    editor = tmp_path / "editor.sh"
    editor.write_text(f'#!/bin/sh\ncp "$1" {seen}\n[ ! -e {written} ] || cat {written} > "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    options = ("--editor", "--lang", "de", "--depth", made.depth)
    assert run("reflect", *options).code == 0
    shown = seen.read_text("utf-8")
    assert [one for one in english() if one in shown] == []
    rubric = AppContext(plain=True, language="de").rubric()
    written.write_text(filled(shown, said, rubric), "utf-8")
    ran = run("reflect", *options)
    assert ran.code == 0, ran.stderr


def test_the_form_for_answers_is_in_german(german: Path) -> None:
    form = run("reflect", "--answers-form").stdout
    assert "Antworten für `learnlead reflect --answers DATEI`" in form
    assert [one for one in english() if one in form] == []
    assert os.environ["LANG"] == "C.UTF-8"
    assert (german / "learnlead.yaml").exists()
