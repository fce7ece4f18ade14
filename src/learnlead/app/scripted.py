"""A sitting whose answers come from a file (`--answers`): reading, saving, and the empty form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from learnlead.app.keep import SavedPage, save_page
from learnlead.app.notes import tick_used
from learnlead.app.ports import Inbox, PageStore
from learnlead.app.prepare import plan_of
from learnlead.errors import LearnleadError, Problem
from learnlead.page.periods import not_later, one_period_later
from learnlead.rubric.model import OTHER, Depth, Rubric
from learnlead.sitting.answers import Answers, PlanAnswer
from learnlead.sitting.build import build_reflection
from learnlead.sitting.check_answers import misfits
from learnlead.sitting.context import OpenPlan, SittingContext
from learnlead.sitting.fields import ALWAYS_ASKED, MOMENT_FIELDS, OWN_TEXTS, WITH
from learnlead.sitting.mark import OUTCOMES
from learnlead.sitting.plan_words import plan_in_words
from learnlead.sitting.script import questions
from learnlead.sitting.script_moments import moment_ask
from learnlead.text.typed import typed_in_part
from learnlead.text.yaml_reader import YamlDocument, read_yaml

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Script:
    """The answers of a file as far as they can be read, their lines, and the problems."""

    answers: Answers
    document: YamlDocument
    file: str
    problems: tuple[Problem, ...] = ()

    def problem(self, place: tuple[str | int, ...], message: str, remedy: str) -> Problem:
        """A problem at that place of the file."""
        return Problem(message, remedy, self.file, self.document.line_of(place))

    def has_key(self, key: str) -> bool:
        """Whether the key stands there, right or wrong."""
        return isinstance(self.document.data, dict) and self.document.data.get(key) is not None


@dataclass(frozen=True, slots=True)
class SittingRequest:
    """Which sitting it is: what options say, after `agree_on_sitting` also what answers say."""

    rubric: str | None = None
    day: date | None = None
    depth: Depth | None = None


def read_script(text: str, file: str) -> Script:
    """The answers in that text.

    Raises:
        LearnleadError: nothing in it can be looked at; with every problem and its line.
    """
    document, yaml_problems = read_yaml(text, file=file, in_part=True)
    if document is None:
        raise LearnleadError(*yaml_problems)
    if document.data is None and not yaml_problems:
        remedy = "`learnlead reflect --answers-form` prints a form to fill in"
        raise LearnleadError(Problem("there is no answer in it", remedy, file, 1))
    answers, problems = typed_in_part(Answers, document, file=file, earlier=yaml_problems)
    if answers is None:
        raise LearnleadError(*problems)
    return Script(answers, document, file, tuple(problems))


def agree_on_sitting(
    script: Script, options: SittingRequest, today: date
) -> tuple[SittingRequest, list[Problem]]:
    """Which sitting is meant, and where options and answers disagree about it."""
    answers = script.answers
    problems: list[Problem] = []

    def agree(key: str, answer: T | None, option: T | None) -> T | None:
        if answer is not None and option is not None and answer != option:
            message = f"--{key} says {option}, but the answers say {key}: {answer}"
            problems.append(script.problem((key,), message, "leave one of them out"))
        return option if answer is None else answer

    sitting = SittingRequest(
        rubric=agree("rubric", answers.rubric, options.rubric),
        day=agree("date", answers.date, options.day),
        depth=agree("depth", answers.depth, options.depth),
    )
    try:
        not_later(sitting.day or today, today)
    except LearnleadError as error:
        problems += (script.problem(("date",), p.message, p.remedy) for p in error.problems)
    return sitting, problems


def answer_problems(
    script: Script, context: SittingContext, plans: Mapping[str, OpenPlan]
) -> list[Problem]:
    """Everything in the script that the rubric or the journal does not allow."""
    wrong = misfits(script.answers, context, plans)
    if script.problems:
        # What is missing from the whole may only be missing because it could not be read.
        wrong = [misfit for misfit in wrong if len(misfit.place) > 1]
    return [script.problem(misfit.place, misfit.message, misfit.remedy) for misfit in wrong]


def save_answers(
    answers: Answers,
    context: SittingContext,
    plans: Mapping[str, OpenPlan],
    page_store: PageStore,
    inbox: Inbox,
) -> SavedPage:
    """Keep the page of answers that are known to fit, then tick the notes that it used.

    Raises:
        MachineFailed: the page could not be written.
    """
    due = one_period_later(context.day, context.rubric.rhythm)
    page = save_page(build_reflection(answers, context, plans, due), context.rubric, page_store)
    unticked = tick_used(inbox, context.notes, answers)
    return replace(page, problems=(*page.problems, *unticked))


def named_plans(
    answers: Answers, context: SittingContext, page_store: PageStore
) -> dict[str, OpenPlan]:
    """By stem, every plan that the answers name and the journal has, and the open ones."""
    plans = {plan.stem: plan for plan in context.plans}
    named = {review.plan for review in answers.look_back}
    if isinstance(answers.plan, PlanAnswer):
        named.add(answers.plan.kept)
    for stem in named - {None} - plans.keys():
        if stem is not None and (plan := plan_of(page_store, stem)) is not None:
            plans[stem] = plan
    return plans


def answers_form(context: SittingContext) -> str:
    """A YAML text to fill in; what stays empty counts as not answered."""
    return "".join(f"{line}\n" for line in _lines(context))


def _lines(context: SittingContext) -> Iterator[str]:
    every = {"plan": "new", "look-back-note": "-", **ALWAYS_ASKED}
    asks = {q.id.split(":")[0]: q.ask for q in questions(context, every)}
    rubric, words = context.rubric, context.words
    head = words("form.head", title=rubric.title)
    yield from (f"# {line}" for line in head.split("\n"))
    yield "learnlead: 1"
    yield f"rubric: {rubric.id}"
    yield f"date: {context.day}"
    yield _key(f"depth: {context.depth}", words("form.depth"))
    yield "minutes:"
    if rubric.behaviours:
        yield _key("# focus:", words("form.focus"))
        yield _key("#   behaviour:", context.plain("focus"))
        yield _key("#   notice:", context.plain("focus-notice"))
    if context.plans:
        yield from _look_back(context, asks["look-back-note"])
    if rubric.relationships:
        yield from _what(context)
    heard = asks["heard"] if context.coach_questions and "heard" in asks else None
    yield _key("heard:", heard or context.wording("heard", "heard-in-form"))
    if rubric.behaviours:
        yield from _ratings(context)
    if rubric.behaviours and "insight" in asks:  # a typed sitting may ask another in its place
        yield _key("opposite:", context.wording("opposite", "opposite-high"))
    for field in OWN_TEXTS:
        if field.kind not in ("heard", "opposite") and field.question_head in asks:
            yield _key(f"{field.name}:", asks[field.question_head])
    if rubric.behaviours:
        yield from _plan(context, asks)
    if rubric.questions:
        yield from _questions(rubric)


def _key(key: str, comment: str) -> str:
    return f"{key:<35} # {comment}"


def _what(context: SittingContext) -> Iterator[str]:
    rubric = context.rubric
    yield _key("relationships:", context.words("form.live", ask=context.plain("live")))
    yield from (_key(f"  # - {r.id}", r.sentence) for r in rubric.relationships)
    yield _key("moments:", context.wording("moment"))
    ids = ", ".join((*(r.id for r in rubric.relationships), OTHER))
    yield _key("#  - relationship:", ids)
    for field in MOMENT_FIELDS:
        if field is WITH:
            yield _key(f"#    {field.kind}:", context.words("form.with"))
        else:
            yield _key(f"#    {field.name}:", moment_ask(context, field))


def _ratings(context: SittingContext) -> Iterator[str]:
    rubric = context.rubric
    yield _key("ratings:", context.words("form.ratings"))
    yield from _comments(f"{n} {label}" for n, label in enumerate(rubric.scale.labels, 1))
    for behaviour in rubric.behaviours:
        yield f"  # {behaviour.sentence}"
        made = behaviour.opportunity == "made"
        key = f"  {behaviour.id}:"
        yield _key(key, context.words("form.none-made")) if made else key
    yield _key("count:", context.words("form.count"))
    focus = context.current_focus
    yield f"  {focus.behaviour if focus else rubric.behaviours[0].id}:"
    yield _key("evidence:", context.plain("evidence"))
    yield from (f"  {b.id}:" for b in rubric.behaviours)


def _plan(context: SittingContext, asks: Mapping[str, str]) -> Iterator[str]:
    yield _key("# plan: keep", context.words("form.plan"))
    yield "# plan:"
    yield f"#   behaviour: {context.rubric.behaviours[0].id}"
    yield _key("#   cue:", asks.get("cue", context.plain("cue")))
    yield _key("#   action:", asks.get("action", context.plain("action")))
    yield _key("#   due:", context.words("form.due"))


def _questions(rubric: Rubric) -> Iterator[str]:
    yield "answers:"
    for question in rubric.questions:
        yield f"  # {question.ask}"
        yield from _comments(question.options)
        yield f"  {question.id}:"


def _look_back(context: SittingContext, ask: str) -> Iterator[str]:
    """One mapping for the newest open plan; a list where older ones are asked about, too."""
    newest, *older = (context.plans[0], *context.older_plans)
    words = context.words
    comment = words("form.open-plans") if older else plan_in_words(newest.cue, newest.action, words)
    yield _key("# look_back:", comment)
    first, others = ("  - ", "    ") if older else ("  ", "  ")
    for plan in (newest, *older):
        if older:
            yield f"#   # {plan_in_words(plan.cue, plan.action, words)}"
        yield f"#{first}plan: {plan.stem}"
        yield _key(f"#{others}outcome:", ", ".join(OUTCOMES))
        yield _key(f"#{others}note:", ask)


def _comments(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"  #   {line}" for line in lines)
