"""What a coach reads on a screen: the terms of everything first, then one leader at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from learnlead.coaching.bundle import Manifest
from learnlead.coaching.questions import CoachQuestion
from learnlead.coaching.review import Review
from learnlead.coaching.reviewed import called
from learnlead.own_name import as_typed
from learnlead.reports.coach_report import CoachReport, PassageTold, PlanTold, coach_report
from learnlead.reports.lines import Line, made_harmless, wrapped
from learnlead.reports.review_words import gone, short, since_sentence, under_which_terms
from learnlead.reports.words import counted, day

_NARROWEST, _WIDEST = 36, 90

_PASSAGES = 10
"""So many passages are shown, the newest, unless only what is new was asked for."""


def terms_text(manifests: Sequence[Manifest], today: date, *, width: int) -> list[Line]:
    """For whom and until when, a leader a line; what is said before a word of theirs is shown."""
    room = _room(width)
    lines: list[Line] = [*wrapped("On which terms", room, style="heading")]
    for one in manifests:
        name = called(one.leader.name, one.leader.id)
        said = f"{name}, made on {day(one.made_on)}: {under_which_terms(one, today)}"
        lines += wrapped(said, room, hanging=2)
    return made_harmless(lines)


def review_text(review: Review, *, width: int) -> list[Line]:
    """One leader: what they want from the conversation first, certainty in small print last."""
    room = _room(width)
    manifest, content = review.manifest, review.content
    head = wrapped(review.called, room, style="title")
    if content is None:
        return made_harmless([*head, *wrapped(as_typed(gone(manifest)), room)])
    report = coach_report(manifest, content)
    about = f"{report.title}. {report.held}. Made on {day(manifest.made_on)}."
    lines = [*head, *wrapped(about, room, style="dim")]
    if said := since_sentence(review):
        lines += ((), *wrapped(said, room))
    for heading, part in _parts(report, review.questions, room, whole=review.since is not None):
        lines += _section(heading, part, room)
    lines += ((), *chain.from_iterable(_small(text, room) for text in report.certainty))
    return made_harmless(lines)


def list_text(reviews: Iterable[Review], *, width: int) -> list[Line]:
    """All leaders by the alphabet, with what they want; nothing that could be compared."""
    room = _room(width)
    lines: list[Line] = []
    for review in reviews:
        lines += wrapped(review.called, room, style="strong")
        made = f"{review.manifest.rubric.title}, made on {day(review.manifest.made_on)}"
        lines += wrapped(made, room, indent=2, style="dim")
        if review.content is None:
            lines += wrapped(as_typed(gone(review.manifest)), room, indent=2)
            continue
        if review.content.want:
            lines += wrapped(f"Wants: {review.content.want}", room, indent=2, hanging=2)
        if review.content.focus:
            lines += wrapped(f"Focus: {review.content.focus.name}", room, indent=2, hanging=2)
        if said := since_sentence(review):
            lines += wrapped(said, room, indent=2, hanging=2)
    if not lines:
        lines = [*wrapped("Nothing that can be read.", room)]
    return made_harmless(lines)


def _parts(
    report: CoachReport, questions: Sequence[CoachQuestion], room: int, *, whole: bool
) -> Iterator[tuple[str, Iterable[Line]]]:
    yield "What this leader wants from the conversation", _paragraphs(report.want, room)
    yield f"Focus: {report.focus}" if report.focus else "", _focus(report, room)
    plans = (*report.plans, *report.more_plans) if whole else report.plans
    told_plans = chain.from_iterable(_plan(plan, room) for plan in plans)
    n_plans = len(report.plans) + len(report.more_plans) - len(plans)
    rest = _rest(n_plans, "more plan", room)
    yield report.last_time, chain(told_plans, _items(report.tried, room), rest)
    asked = chain.from_iterable(_question(one, room) for one in questions)
    yield "Questions you could ask", asked
    passages = (*report.passages, *report.more_passages)
    told = passages if whole else passages[:_PASSAGES]
    rest = _rest(len(passages) - len(told), "more passage", room)
    yield "In their words", chain(chain.from_iterable(_passage(p, room) for p in told), rest)
    yield "Strengths", _items(report.strengths, room)
    yield "Not looked at", _items(report.not_looked_at, room)
    yield "Also found", _items(report.also_found, room)
    if report.ratings is not None:
        n = counted(len(report.ratings.rows), "rating")
        yield "Ratings", wrapped(f"{n}: in the report and its annexes.", room, indent=2)


def _section(heading: str, part: Iterable[Line], room: int) -> list[Line]:
    lines = list(part)
    return [(), *wrapped(heading, room, style="heading"), *lines] if lines else []


def _focus(report: CoachReport, room: int) -> Iterator[Line]:
    if not report.focus:
        return
    yield from wrapped(f"{report.focus_since}. {report.focus_statement}", room, indent=2)
    if report.notice:
        yield from wrapped(f"Someone else would notice: {report.notice}", room, indent=2)


def _plan(plan: PlanTold, room: int) -> Iterator[Line]:
    words = f"If {plan.cue}, then I will {plan.action}"
    yield from wrapped(words, room, indent=2, hanging=2)
    yield from wrapped(plan.states, room, indent=4, hanging=2, style="dim")


def _rest(left: int, what: str, room: int) -> list[Line]:
    """That there are earlier ones, for which a screen has no room."""
    if not left:
        return []
    more = counted(left, what)
    return wrapped(f"{more}: --output review.html has all.", room, indent=2, style="dim")


def _question(one: CoachQuestion, room: int) -> Iterator[Line]:
    yield from wrapped(one.ask, room, indent=2, hanging=2)
    yield from wrapped(f"Because: {short(one.reason)}", room, indent=4, hanging=2, style="dim")


def _passage(passage: PassageTold, room: int) -> Iterator[Line]:
    yield from wrapped(passage.about, room, indent=2, hanging=2, style="dim")
    for text in passage.paragraphs:
        yield from wrapped(text, room, indent=4)


def _paragraphs(texts: Sequence[str], room: int) -> Iterator[Line]:
    return chain.from_iterable(wrapped(text, room, indent=2) for text in texts)


def _items(texts: Sequence[str], room: int) -> Iterator[Line]:
    return chain.from_iterable(wrapped(f"- {text}", room, indent=2, hanging=2) for text in texts)


def _small(text: str, room: int) -> list[Line]:
    return wrapped(text, room, style="dim")


def _room(width: int) -> int:
    return min(max(width, _NARROWEST), _WIDEST)
