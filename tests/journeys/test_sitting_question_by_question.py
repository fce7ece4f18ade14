"""A typed sitting at any prompter: what it is asked, and what becomes of its replies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from learnlead.app.prompter import (
    Answered,
    Entry,
    Mend,
    QuestionView,
    Reply,
    Save,
    Skipped,
    Verdict,
    WentBack,
)
from learnlead.app.sit import Finished, sit
from learnlead.i18n.words import ENGLISH
from learnlead.sitting.context import SittingContext
from learnlead.sitting.question import AnswerValue, Choice, Kind
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
        self.asked: list[QuestionView] = []
        self.read_back: list[tuple[str, ...]] = []
        self.told: list[str] = []

    def ask(self, scene: QuestionView) -> Reply:
        self.asked.append(scene)
        answer = self.answers.get(scene.question.id)
        return Skipped() if answer is None else Answered(answer)

    def read(
        self, title: str, entries: Sequence[Entry], labels: Sequence[str], above: Sequence[str] = ()
    ) -> Verdict:
        self.read_back.append(tuple(above))
        return self.verdicts.pop(0)

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

    def keep(
        self, answers: Mapping[str, AnswerValue], unfinished: tuple[str, AnswerValue] | None
    ) -> bool:
        self.answers = dict(answers)
        return True


def held(prompter: ScriptedPrompter, context: SittingContext = FRESH) -> Session:
    ended = sit(Session.begin(context), prompter, Notebook(), title="Small")
    assert isinstance(ended, Finished)
    return ended.session


PLAN: dict[str, AnswerValue] = {
    "focus": "asking",
    "plan": "new",
    "cue": "If he calls,",
    "action": "I will wait.",
}


def test_a_new_plan_is_read_back_whole_once() -> None:
    prompter = ScriptedPrompter(PLAN, Mend("insight"), Save())
    held(prompter)
    assert prompter.read_back == [("Your plan: If he calls, then I will wait.",), ()]


def test_a_plan_that_was_mended_is_read_back_again() -> None:
    prompter = ScriptedPrompter(PLAN, Mend("action"), Save())
    held(prompter)
    assert len(set(prompter.read_back)) == 1


def test_half_a_plan_is_not_read_back() -> None:
    prompter = ScriptedPrompter({**PLAN, "action": None}, Save())
    held(prompter)
    assert prompter.read_back == [()]


def test_where_nothing_was_answered_there_is_no_page_to_read() -> None:
    prompter = ScriptedPrompter({})
    assert held(prompter).current_answers() == {}
    assert prompter.read_back == []
    assert prompter.told == [ENGLISH("nothing")]


def test_and_one_may_go_back_to_the_first_question_instead() -> None:
    prompter = ScriptedPrompter({}, chosen="back")
    session = held(prompter)
    ids = [scene.question.id for scene in prompter.asked]
    assert ids == [q.id for q in session.questions()] * 2


def test_a_rating_screen_knows_what_was_skipped_and_what_is_to_come() -> None:
    prompter = ScriptedPrompter({"focus": "asking", "rating:listening": 3}, Save())
    held(prompter)
    first, second, third = [s for s in prompter.asked if s.question.kind is Kind.RATING]
    assert first.skipped == frozenset()
    assert second.skipped == {"rating:asking"}
    assert third.skipped == {"rating:asking"}


def test_what_was_begun_is_cleaned_and_kept_on_the_way_back() -> None:
    class Back(ScriptedPrompter):
        def ask(self, scene: QuestionView) -> Reply:
            if scene.question.id == "action" and not self.told:
                self.told.append("went back")
                return WentBack("then I wait")
            return super().ask(scene)

    prompter = Back({**PLAN, "action": "wait"}, Save())
    held(prompter)
    again = [scene.answer for scene in prompter.asked if scene.question.id == "action"]
    assert again == ["wait"]
