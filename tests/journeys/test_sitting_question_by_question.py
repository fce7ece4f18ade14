"""A typed sitting at any prompter: what it is asked, and what becomes of its replies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from learnlead.app.draft_parts import Begun
from learnlead.app.prompter import (
    Answered,
    CardLine,
    Entry,
    Mend,
    Reply,
    Save,
    ScreenView,
    Verdict,
    WentBack,
)
from learnlead.app.sit import Finished, sit
from learnlead.i18n.words import ENGLISH
from learnlead.sitting.context import SittingContext
from learnlead.sitting.question import AnswerValue, Choice
from learnlead.sitting.session import Session
from made_sittings import small_rubric

TODAY = date(2026, 11, 20)
FRESH = SittingContext(small_rubric(), TODAY, TODAY)


class ScriptedPrompter:
    """A person who knows the replies: by question id, and to each page in turn."""

    def __init__(
        self, answers: Mapping[str, AnswerValue], *verdicts: Verdict, chosen: str = ""
    ) -> None:
        self.answers = dict(answers)
        self.verdicts = list(verdicts)
        self.chosen = chosen
        self.asked: list[ScreenView] = []
        self.changed: list[str | None] = []
        self.told: list[str] = []

    def ask(self, view: ScreenView) -> Reply:
        self.asked.append(view)
        return Answered({f.question.id: self.answers.get(f.question.id) for f in view.fields})

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> Verdict:
        self.changed.append(changed)
        return self.verdicts.pop(0)

    def card(self, lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        return keys[0].value

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        raise AssertionError("nobody looks")

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        self.told.append(ask)
        chosen, self.chosen = self.chosen or preset, ""
        return chosen

    def tell(self, *sentences: str) -> None:
        self.told += sentences

    def close(self) -> None: ...


class Notebook:
    """Remembers what was kept."""

    def keep(self, answers: Mapping[str, AnswerValue], unfinished: Begun | None) -> bool:
        self.answers = dict(answers)
        return True


def held(prompter: ScriptedPrompter, context: SittingContext = FRESH) -> Session:
    ended = sit(Session.begin(context), prompter, Notebook(), title="Small")
    assert isinstance(ended, Finished)
    return ended.session


PLAN: dict[str, AnswerValue] = {"cue": "If he calls,", "action": "I will wait."}


def test_a_line_that_was_mended_is_the_one_that_the_page_comes_back_to() -> None:
    prompter = ScriptedPrompter(PLAN, Mend("action"), Mend("rating:asking"), Save())
    held(prompter)
    assert prompter.changed == [None, "action", "rating:asking"]
    mended = [(view.at, view.is_mending) for view in prompter.asked if view.is_mending]
    assert mended == [("action", True), ("rating:asking", True)]


def test_where_nothing_was_answered_there_is_no_page_to_read() -> None:
    prompter = ScriptedPrompter({})
    assert held(prompter).current_answers() == {}
    assert prompter.changed == []
    assert prompter.told == [ENGLISH("nothing")]


def test_and_one_may_go_back_to_the_first_question_instead() -> None:
    prompter = ScriptedPrompter({}, chosen="back")
    session = held(prompter)
    ids = [f.question.id for view in prompter.asked for f in view.fields]
    assert ids == [q.id for q in session.questions()] * 2


def test_what_was_begun_is_cleaned_and_kept_on_the_way_back() -> None:
    class Back(ScriptedPrompter):
        def ask(self, view: ScreenView) -> Reply:
            if view.at == "obstacle" and not self.told:
                self.told.append("went back")
                return WentBack({"obstacle": None, "cue": None, "action": "then I wait"})
            return super().ask(view)

    prompter = Back({**PLAN, "action": "wait"}, Save())
    held(prompter)
    plan = [view for view in prompter.asked if view.at == "obstacle"]
    assert [f.answer for f in plan[-1].fields] == [None, None, "wait"]
    assert not any(f.is_skipped for f in plan[-1].fields), "what was left backwards is no skip"


def test_what_was_cut_off_stands_in_its_field_again_beside_the_answers_of_the_others() -> None:
    prompter = ScriptedPrompter({}, Save())
    begun = {"obstacle": "I want it off my desk.", "cue": "he ca"}
    session = Session.begin(FRESH, {"live": []}, "cue")
    sit(session, prompter, Notebook(), title="Small", unfinished=("cue", begun))
    first = prompter.asked[0]
    assert first.at == "cue"
    assert [f.shown for f in first.fields] == ["I want it off my desk.", "he ca", None]
