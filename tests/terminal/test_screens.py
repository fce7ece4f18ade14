"""The screens of a sitting as a person sees them, and that none is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal.drafts import leave_at
from terminal.shots import FOLDER, brought_to, shot
from terminal.stories import STORIES, Story
from terminal.terminal import Terminal
from terminal.test_other_screens import OTHERS
from terminal.typist import Typist, begun

pytestmark = pytest.mark.core


def of_stories(story: Story) -> set[str]:
    return {*story.shots.values(), *filter(None, (story.page, story.close))}


@pytest.mark.parametrize("name", STORIES)
def test_the_screens_of(workspace: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    story = STORIES[name]
    story.prepare(workspace)
    monkeypatch.setenv("LEARNLEAD_TODAY", str(story.day))
    session = begun(story.day, story.depth, story.rubric)
    drafted = brought_to(session, story)
    if goes_on := any(given is not None for given in drafted.answers.values()):
        session = drafted
        leave_at(session)
    with Terminal("reflect", *story.options) as terminal:
        if goes_on:
            terminal.wait_for("is unfinished").press("enter")
        hand = Typist(terminal, session)
        to_see = dict(story.shots)
        while to_see:
            screen = hand.sees()
            seen = {question.id for question in screen.questions}
            for question in seen & {*to_see}:
                if story.opened:
                    terminal.press(*["down"] * 3, "?").wait_for("Ctrl-C pauses")
                shot(to_see.pop(question), terminal)
            if to_see or story.page:
                hand.fill(story.typed)
        if story.page or story.close:
            hand.answer_all(story.typed)
            hand.sees_the_page()
            if story.page:
                shot(story.page, terminal, "Esc back")
        if story.close:
            hand.reads_the_page()
            terminal.press("enter")
            shot(story.close, terminal, "Enter leave")
            assert hand.finish() == 0


def test_every_screen_has_a_golden_file_and_every_file_a_screen() -> None:
    names = {name.replace(":", "-") for story in STORIES.values() for name in of_stories(story)}
    assert {file.stem for file in FOLDER.iterdir()} == names | OTHERS
