"""A disk that refuses in the middle or at the end: the person decides, and nothing is lost."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from learnlead.i18n.words import ENGLISH
from learnlead.sitting.question import AnswerValue
from terminal.drafts import draft, draft_file
from terminal.terminal import Terminal
from terminal.typist import PlainTypist, Typist, begun

ASK = ENGLISH("refused.answer", error="").strip()
PAGE = "2026-11-20-learning-leader.md"


@contextmanager
def replaced_by_a_file(folder: Path) -> Iterator[None]:
    """Refuse everything below a folder, to root as well."""
    aside = folder.with_name(f"{folder.name}-aside")
    folder.rename(aside)
    folder.write_text("in the way\n", encoding="utf-8")
    yield
    folder.unlink()
    aside.rename(folder)


ANSWERS: dict[str, AnswerValue] = {"look-back": "partly", "rating:own-answers": 2, "plan": "keep"}


def sitting(terminal: Terminal) -> Typist:
    """A quick sitting at its rating, with a draft."""
    typist = Typist(terminal, begun(depth="quick"))
    typist.answer_all(ANSWERS, until="rating:own-answers")
    typist.sees()
    return typist


def state() -> Path:
    file = draft_file()
    assert file is not None
    return file.parent


def refused(typist: Typist) -> None:
    """The next answer is refused, and the person is asked."""
    typist.terminal.press("2", "enter")
    typist.terminal.wait_for(ASK, "(something on the way there is a file", "› 1 Try again")


def test_the_person_may_try_again_and_goes_on_where_it_was(begun_workspace: Path) -> None:
    with Terminal("reflect", "--depth", "quick") as terminal:
        typist = sitting(terminal)
        with replaced_by_a_file(state()):
            refused(typist)
            terminal.press("enter")
            terminal.wait("a second time", lambda: terminal.raw.count(ASK.encode()) > 1)
            terminal.wait_for(ASK)
        terminal.press("enter")
        typist.session = typist.session.answer({"rating:own-answers": 2})
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)
        typist.answer_all(ANSWERS)
        assert typist.save() == 0


def test_or_go_on_without_a_safety_copy_to_the_page(begun_workspace: Path) -> None:
    with Terminal("reflect", "--depth", "quick", columns=300) as terminal:
        typist = sitting(terminal)
        with replaced_by_a_file(state()):
            refused(typist)
            terminal.press("2").wait_for("› 2 Go on without a safety copy").press("enter")
            typist.session = typist.session.answer({"rating:own-answers": 2})
            typist.answer_all(ANSWERS)
            assert typist.save() == 0
        assert "cannot remove the draft" in terminal.left_behind
    assert "**Rating:** 2 of 5" in (begun_workspace / "journals" / PAGE).read_text("utf-8")


def test_or_stop_with_what_was_kept_before(begun_workspace: Path) -> None:
    with Terminal("reflect", "--depth", "quick") as terminal:
        typist = sitting(terminal)
        with replaced_by_a_file(state()):
            refused(typist)
            terminal.press("3").wait_for("› 3 Stop here").press("enter")
            assert terminal.finish() == 3
        assert " ".join(terminal.left_behind.split()).startswith("learnlead: /")
        kept = dict(typist.session.answers)
    assert draft()["answers"] == kept


def test_ctrl_c_while_the_disk_refuses_says_what_is_kept(begun_workspace: Path) -> None:
    with Terminal("reflect", "--depth", "quick", columns=300) as terminal:
        typist = sitting(terminal)
        with replaced_by_a_file(state()):
            refused(typist)
            assert terminal.press("ctrl-c").finish() == 130
        assert terminal.left_behind == f"learnlead: {ENGLISH('end.nothing-kept')}"


def test_nobody_is_asked_in_the_middle_of_a_text(begun_workspace: Path) -> None:
    with Terminal("reflect") as terminal:
        typist = Typist(terminal, begun())
        typist.answer("done")
        typist.sees()
        with replaced_by_a_file(state()):
            terminal.press("One", "ctrl-j", "two", "ctrl-j", "three").wait_for("▌ three")
            terminal.wait_for(ENGLISH("not-kept")).press("enter").wait_for(ASK)
        terminal.press("enter")
        typist.session = typist.session.answer({"look-back-note": "One\ntwo\nthree"})
        typist.sees()
        assert draft()["answers"] == dict(typist.session.answers)


def test_at_the_plain_door(begun_workspace: Path) -> None:
    with Terminal("reflect", "--plain") as terminal:
        typist = PlainTypist(terminal, begun())
        typist.answer("done")
        typist.sees()
        with replaced_by_a_file(state()):
            terminal.press("One", "enter").wait_for_prompt(ASK, "1. Try again (Enter)")
        terminal.press("1", "enter")
        typist.session = typist.session.answer({"look-back-note": "One"})
        typist.sees()


def test_a_page_that_cannot_be_saved_stays_a_draft(begun_workspace: Path) -> None:
    with Terminal("reflect", "--depth", "quick", columns=200) as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.answer_all(ANSWERS)
        with replaced_by_a_file(begun_workspace / "journals"):
            assert typist.save() == 3
        (line,) = terminal.left_behind.splitlines()
        assert "every answer is kept, and `learnlead reflect` goes on from there" in line
        session = typist.session
    with Terminal("reflect") as terminal:
        terminal.wait_for("is unfinished").press("enter")
        assert Typist(terminal, session).save() == 0
    assert (begun_workspace / "journals" / PAGE).exists()


def no_file_may_grow() -> None:
    """As on a full disk: whatever is written is refused."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_on_a_full_disk_nothing_is_lost_without_a_word(begun_workspace: Path) -> None:
    with Terminal(
        "reflect", "--depth", "quick", columns=300, preparing=no_file_may_grow
    ) as terminal:
        typist = Typist(terminal, begun(depth="quick"))
        typist.sees()
        terminal.press("1").wait_for(ASK, "file too large")
        terminal.press("2").wait_for("› 2").press("enter")
        typist.session = typist.session.answer({"look-back": "done"})
        typist.answer_all({})
        typist.sees_the_page()
        terminal.press("enter").wait_for("The page could not be saved:", "› 1 Try again")
        terminal.press("2").wait_for("› 2 Stop, and lose this sitting").press("enter")
        assert terminal.finish() == 3
    pages = [page.name for page in (begun_workspace / "journals").iterdir()]
    assert pages == ["2026-11-13-learning-leader.md"]
