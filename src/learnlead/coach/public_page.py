"""A page for sharing: unknown ids dropped, names replaced, private parts removed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from learnlead.coach.names.pseudonyms import Mention, Names, Replacement
from learnlead.coach.names.roles import role_of
from learnlead.coach.names.texts import RedactedText, language_of
from learnlead.page.facts import PlanLine
from learnlead.page.page import Page
from learnlead.page.private import redact_for_sharing
from learnlead.rubric.model import ALL, OTHER, Rubric
from learnlead.sitting.fields import (
    FOCUS_NOTICE,
    OWN_TEXTS,
    PLAN,
    WITH,
    moment_texts,
    own_texts,
    written_texts,
)
from learnlead.sitting.kinds import Kind
from learnlead.sitting.mark import Mark
from learnlead.sitting.model import Moment, Plan, PlanReview, Reflection
from learnlead.text.clean import clean_line, clean_text
from learnlead.text.limits import LINE_AT_MOST, TEXT_AT_MOST, TooLong, line_within

UNKNOWN_PAGE = "unknown"
"""Name of a page that no longer exists and whose file name has no date."""

_WITH = re.compile(r"^[ \t]*\**With:\**[ \t]*(.*)$\n?", re.MULTILINE)
"""A `With:` line where the format has none; it is private there too."""

_BEGINS_WITH_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Redactor:
    """Removes private parts and names from texts, and records the replacements.

    Args:
        names: the pseudonyms.
        pages: by stem, the name of each page of the journal in a bundle.
        rubric: of the pages.
        instead: a replacement for every name, in place of pseudonyms.
    """

    def __init__(
        self, names: Names, pages: Mapping[str, str], rubric: Rubric, instead: str | None = None
    ) -> None:
        self._names, self._pages, self._rubric, self._instead = names, pages, rubric, instead
        self._language = rubric.language
        self._written: dict[str, RedactedText] = {}

    def written(self, text: str) -> RedactedText:
        """The replacements and language of a text that this redactor returned."""
        return self._written.get(text, RedactedText(text))

    def hits_in(self, text: str | None) -> tuple[Replacement, ...]:
        """The replacements in a text that this redactor returned."""
        return self.written(text or "").hits

    def text(self, answer: str | None) -> str | None:
        """The answer without private parts and names; None if nothing is left."""
        if answer is None:
            return None
        public = clean_text(_WITH.sub("", redact_for_sharing(answer)))
        return self._named(public, TEXT_AT_MOST) if public and public.strip() else None

    def line(self, answer: str | None) -> str | None:
        """As `text`, for an answer of one line."""
        text = self.text(answer)
        return line_within(text) if text else None

    def page(self, page: Page) -> Page:
        """The page without anything that the format or the rubric does not define.

        Raises:
            TooLong: pseudonyms make a text longer than an answer may be.
        """
        reflection, rubric = page.reflection, self._rubric
        self._language = language_of("\n".join(texts_of(reflection)), rubric.language)
        focus = reflection.focus if rubric.behaviour(reflection.focus or "") else None
        redacted = Reflection(
            date=reflection.date,
            rubric=reflection.rubric,
            rubric_version=reflection.rubric_version,
            depth=reflection.depth,
            focus=focus,
            focus_notice=self.line(reflection.focus_notice) if focus else None,
            relationships=None
            if reflection.relationships is None
            else tuple(dict.fromkeys(map(self._relationship, reflection.relationships))),
            minutes=reflection.minutes,
            written=reflection.written,
            looking_back=tuple(map(self._review, reflection.looking_back)),
            moments=tuple(map(self._moment, reflection.moments)),
            ratings={
                behaviour: self._marks(marks)
                for behaviour, marks in reflection.ratings.items()
                if self._knows(behaviour)
            },
            count={b: count for b, count in reflection.count.items() if self._knows(b)},
            evidence=self._texts(
                {
                    behaviour: text
                    for behaviour, text in reflection.evidence.items()
                    if self._knows(behaviour)
                }
            ),
            plan=self._plan(reflection.plan),
            answers=self._texts(
                {
                    question: text
                    for question, text in reflection.answers.items()
                    if rubric.question(question)
                }
            ),
            **{field.name: self.text(text) for field, text in own_texts(reflection)},
        )
        return Page(redacted, self._plan_line(page.plan_line), {}, ())

    def page_called(self, stem: str) -> str:
        """The name of the page in a bundle; free text of a file name never appears in it."""
        if stem in self._pages:
            return self._pages[stem]
        dated = _BEGINS_WITH_DATE.match(stem)
        return f"{dated[0]}-{self._rubric.id}" if dated else UNKNOWN_PAGE

    def _named(self, text: str, most: int, *, inside: bool = False) -> str:
        language = language_of(text, self._language)
        clean, hits = self._names.out_of(text, self._instead, inside=inside, language=language)
        if hits or clean not in self._written:
            self._written[clean] = RedactedText(clean, hits, language, inside)
        if len(clean) > most:
            raise TooLong(len(clean), most)
        return clean

    def _half(self, text: str) -> str:
        """A cue or an action: the middle of a sentence."""
        line = clean_line(redact_for_sharing(text)) or "…"
        return self._named(line, LINE_AT_MOST, inside=True)

    def _half_or_none(self, text: str | None) -> str | None:
        return self._half(text) if text else None

    def _knows(self, behaviour: str) -> bool:
        return self._rubric.behaviour(behaviour) is not None

    def _relationship(self, relationship: str) -> str:
        return relationship if self._rubric.relationship(relationship) else OTHER

    def _moment(self, moment: Moment) -> Moment:
        texts = {
            field.name: self.line(text) if field.label else self.text(text)
            for field, text in moment_texts(moment)
            if field.leaves
        }
        return Moment(relationship=self._relationship(moment.relationship), **texts)

    def _marks(self, marks: Mark | Mapping[str, Mark]) -> Mark | dict[str, Mark]:
        if not isinstance(marks, Mapping):
            return marks
        return {
            relationship: mark
            for relationship, mark in marks.items()
            if self._rubric.relationship(relationship)
        }

    def _texts(self, texts: Mapping[str, str]) -> dict[str, str]:
        cleaned = {key: self.text(text) for key, text in texts.items()}
        return {key: text for key, text in cleaned.items() if text is not None}

    def _review(self, review: PlanReview) -> PlanReview:
        return PlanReview(
            plan=self.page_called(review.plan),
            cue=self._half_or_none(review.cue),
            action=self._half_or_none(review.action),
            outcome=review.outcome,
            note=self.text(review.note),
        )

    def _plan(self, plan: Plan | None) -> Plan | None:
        if plan is None or not self._knows(plan.behaviour):
            return None
        return Plan(
            behaviour=plan.behaviour,
            cue=self._half(plan.cue),
            action=self._half(plan.action),
            due=plan.due,
            kept=self.page_called(plan.kept) if plan.kept else None,
        )

    def _plan_line(self, plan: PlanLine | None) -> PlanLine | None:
        if plan is None or not self._knows(plan.behaviour):
            return None
        return PlanLine(
            behaviour=plan.behaviour,
            cue=self._half(plan.cue),
            action=self._half(plan.action),
            due=plan.due,
            kept=self.page_called(plan.kept) if plan.kept else None,
            box=plan.box,
        )


def mentions_on(page: Page, rubric: Rubric | None) -> Iterator[Mention]:
    """Every person named behind a `With:`, wherever it stands; `rubric` is the page's."""
    for written in written_texts(page.reflection):
        relationship = rubric.relationship(written.relationship or "") if rubric else None
        role = role_of(relationship)
        if written.field is WITH:
            yield Mention(written.text, role)
        elif written.field not in (FOCUS_NOTICE, PLAN):
            yield from (Mention(name, role) for name in _WITH.findall(written.text))
    for section in page.foreign:
        yield from map(Mention, _WITH.findall(section))


def texts_of(reflection: Reflection) -> Iterator[str]:
    """Every typed text on the page, without the names behind `With:`."""
    plans: list[PlanReview | Plan] = [*reflection.looking_back, *filter(None, [reflection.plan])]
    yield from (words for plan in plans for words in (plan.cue, plan.action) if words)
    yield from (w.text for w in written_texts(reflection) if w.field not in (WITH, PLAN))


def for_relationship(
    reflection: Reflection, relationship: str, rubric: Rubric
) -> Reflection | None:
    """The answers about one relationship; None if the sitting does not name it.

    Moments keep their positions: those of other relationships are empty.
    """
    live = {
        *(reflection.relationships or ()),
        *(moment.relationship for moment in reflection.moments),
    }
    if relationship not in live and reflection.relationships is not None:
        return None

    def about_it(behaviour: str) -> bool:
        known = rubric.behaviour(behaviour)
        return known is not None and known.relationship in (ALL, relationship)

    ratings: dict[str, Mark | Mapping[str, Mark]] = {}
    for behaviour, mark in reflection.ratings.items():
        if about_it(behaviour):
            ratings[behaviour] = mark
            if isinstance(mark, Mapping):
                ratings[behaviour] = {key: m for key, m in mark.items() if key == relationship}
    changes = {
        "relationships": None if reflection.relationships is None else (relationship,),
        "moments": tuple(
            m if m.relationship == relationship else Moment(relationship=m.relationship)
            for m in reflection.moments
        ),
        "ratings": {behaviour: mark for behaviour, mark in ratings.items() if mark != {}},
        "count": {b: count for b, count in reflection.count.items() if about_it(b)},
        "evidence": {
            behaviour: text
            for behaviour, text in reflection.evidence.items()
            if about_it(behaviour)
        },
        "plan": reflection.plan
        if reflection.plan and about_it(reflection.plan.behaviour)
        else None,
    }
    return reflection.model_copy(update=changes)


def filtered_copy(reflection: Reflection, kinds: Collection[Kind]) -> Reflection:
    """The answers of these kinds only, without empty moments, for a filtered copy of the page."""
    moments = tuple(moment for moment in reflection.moments if any(moment_texts(moment)))
    reviews = (_filtered_review(review, kinds) for review in reflection.looking_back)
    changes: dict[str, Any] = {
        "focus": reflection.focus if "focus" in kinds else None,
        "focus_notice": reflection.focus_notice if {"focus", "notice"} <= {*kinds} else None,
        "looking_back": tuple(review for review in reviews if review is not None),
        "moments": moments if "moments" in kinds else (),
        "ratings": reflection.ratings if "ratings" in kinds else {},
        "count": reflection.count if "ratings" in kinds and reflection.ratings else {},
        "evidence": reflection.evidence if "evidence" in kinds else {},
        "plan": reflection.plan if "plans" in kinds else None,
        "answers": reflection.answers if "answers" in kinds else {},
        **{field.name: None for field in OWN_TEXTS if field.leaves not in kinds},
    }
    return reflection.model_copy(update=changes)


def _filtered_review(review: PlanReview, kinds: Collection[Kind]) -> PlanReview | None:
    """A look-back without the plan and its outcome, or without its note."""
    note = review.note if "look-backs" in kinds else None
    if "plans" in kinds:
        return review.model_copy(update={"note": note})
    return PlanReview(plan=review.plan, note=note) if note else None
