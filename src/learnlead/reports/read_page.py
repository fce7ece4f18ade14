"""A page as its writer reads it: no front matter, no markers, their own words standing out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from learnlead.i18n.words import ENGLISH, Words, words_in
from learnlead.page.front_matter import prepare, read_front_matter
from learnlead.page.naming import begins_with_date, stem
from learnlead.page.page import Page
from learnlead.page.private import END, PRIVATE
from learnlead.reports.document import (
    Article,
    Block,
    Item,
    Listing,
    Paragraph,
    Quote,
    Section,
    section,
)
from learnlead.reports.words import (
    behaviour_name,
    capital,
    paragraphs,
    question_words,
    relationship_sentence,
)
from learnlead.rubric.model import OTHER, Rubric
from learnlead.sitting.fields import WHAT, WITH, above_ratings, moment_texts, own_texts
from learnlead.sitting.mark import Mark
from learnlead.sitting.model import Moment, PlanReview, Reflection
from learnlead.sitting.plan_words import plan_in_words
from learnlead.trends.year import Planned

_COMMENT = re.compile(r"[ \t]*<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*)$", re.MULTILINE)


def page_article(page: Page, rubric: Rubric | None, planned: Planned | None) -> Article:
    """The page of a sitting.

    Args:
        page: as it was read.
        rubric: the page's own, if it can be read.
        planned: the plan made on the page and what later pages say of it.
    """
    reflection = page.reflection
    words = words_in(rubric.language) if rubric else ENGLISH
    title = words.long_date(reflection.date)
    lede = rubric.title if rubric else reflection.rubric
    if reflection.written and reflection.written != reflection.date:
        lede += f", {words('read.written', day=words.long_date(reflection.written))}"
    blocks = (
        *_focus(reflection, rubric, words),
        *section(words("page.looking-back"), *_looking_back(reflection.looking_back, words)),
        *(block for moment in reflection.moments for block in _moment(moment, rubric, words)),
        *_texts(reflection, words, above=True),
        *section(words("page.ratings"), *_ratings(reflection, rubric, words)),
        *section(words("page.questions"), *_answers(reflection.answers, rubric, words)),
        *_texts(reflection, words, above=False),
        *section(words("page.plan"), *_plan(planned, words)),
        *(block for part in page.foreign for block in _sections(part, words)),
    )
    return Article(title, lede, blocks, widest=80)


def other_article(name: str, text: str, words: Words) -> Article:
    """A page that is no reflection, or cannot be read as one: its headings and texts."""
    text, _ = prepare(text, name)
    front, _ = read_front_matter(text, name)
    day = begins_with_date(name)
    title = words.long_date(day) if day else stem(name)
    body = tuple(_sections(text[front.body :] if front else text, words))
    return Article(title, stem(name), body, widest=80)


def _focus(reflection: Reflection, rubric: Rubric | None, words: Words) -> Iterator[Block]:
    if reflection.focus:
        name = behaviour_name(reflection.focus, rubric)
        yield Paragraph(words("read.focus", name=name))
    if reflection.focus_notice:
        yield from _own(reflection.focus_notice, words, about=words("read.notice"))


def _looking_back(reviews: Sequence[PlanReview], words: Words) -> Iterator[Block]:
    for review in reviews:
        if review.cue or review.action:
            plan = plan_in_words(review.cue or "…", review.action or "…", words)
            yield Quote("", (plan,), own=True)
        if review.outcome:
            yield Paragraph(f"{capital(words(f'outcome.{review.outcome}'))}.")
        if review.note:
            yield from _own(review.note, words)


def _moment(moment: Moment, rubric: Rubric | None, words: Words) -> Iterator[Block]:
    heading = (
        words("other")
        if moment.relationship == OTHER
        else relationship_sentence(moment.relationship, rubric, words)
    )
    blocks: list[Block] = []
    for field, text in moment_texts(moment):
        if field is WITH:
            blocks.append(Paragraph(words("read.with", whom=text), "aside"))
        else:
            about = "" if field is WHAT else words(f"page.{field.kind}")
            blocks += _own(text, words, about=about)
    yield Section(capital(heading), tuple(blocks))


def _texts(reflection: Reflection, words: Words, *, above: bool) -> Iterator[Block]:
    for field, text in own_texts(reflection):
        if above_ratings(field) == above:
            yield from section(words(f"page.{field.kind}"), *_own(text, words))


def _ratings(reflection: Reflection, rubric: Rubric | None, words: Words) -> Iterator[Block]:
    """Lines of ratings, and below its line the evidence of each."""
    ids = dict.fromkeys((*reflection.ratings, *reflection.count, *reflection.evidence))
    in_rubric = [behaviour.id for behaviour in rubric.behaviours] if rubric else []
    ordered = [
        *(known for known in in_rubric if known in ids),
        *(i for i in ids if i not in in_rubric),
    ]
    items: list[Item] = []
    for behaviour_id in ordered:
        items += _rating_items(behaviour_id, reflection.ratings.get(behaviour_id), rubric, words)
        if count := reflection.count.get(behaviour_id):
            items.append(
                Item(words("read.count"), words("read.count-of", did=count.did, of=count.of))
            )
        if evidence := reflection.evidence.get(behaviour_id):
            yield Listing(tuple(items), "plans")
            yield from _own(evidence, words)
            items = []
    if items:
        yield Listing(tuple(items), "plans")


def _rating_items(
    behaviour_id: str,
    mark: Mark | Mapping[str, Mark] | None,
    rubric: Rubric | None,
    words: Words,
) -> Iterator[Item]:
    """A line for the mark, or one for each relationship; the name alone where there is none."""
    name = behaviour_name(behaviour_id, rubric)
    if isinstance(mark, Mapping):
        for relationship, each in mark.items():
            sentence = relationship_sentence(relationship, rubric, words)
            yield Item(f"{name} ({sentence})", _rating(each, rubric, words))
    else:
        yield Item(name, "" if mark is None else _rating(mark, rubric, words))


def _rating(mark: Mark, rubric: Rubric | None, words: Words) -> str:
    """`4, mostly`."""
    if isinstance(mark, str):
        return words(mark)
    return f"{mark}, {rubric.scale.label(mark)}" if rubric else str(mark)


def _answers(answers: Mapping[str, str], rubric: Rubric | None, words: Words) -> Iterator[Block]:
    for question, text in answers.items():
        yield from _own(text, words, about=question_words(question, rubric))


def _plan(planned: Planned | None, words: Words) -> Iterator[Block]:
    """The plan as a sentence, then what became of it."""
    if planned is None:
        return
    plan = planned.plan
    yield Quote("", (plan_in_words(plan.cue, plan.action, words),), own=True)
    if plan.due and plan.open:
        yield Paragraph(words("read.due", day=words.long_date(plan.due)), "aside")
    for back in planned.looks_back:
        outcome = words(f"outcome.{back.outcome}") if back.outcome else words("read.looked-back")
        yield Paragraph(f"{words.long_date(back.date)}: {outcome}.")
        if back.note:
            yield from _own(back.note, words)
    if plan.open:
        yield Paragraph(words("read.open"))
    elif plan.outcome and not any(back.outcome for back in planned.looks_back):
        yield Paragraph(f"{capital(words(f'outcome.{plan.outcome}'))}.")
    if plan.carried_on:
        yield Paragraph(words("read.carried-on"))


def _sections(text: str, words: Words) -> Iterator[Block]:
    """Sections of Markdown that the format does not know, without comments."""
    text = _COMMENT.sub("", text)
    before, *rest = _HEADING.split(text)
    yield from _own(before, words)
    for heading, body in zip(rest[::2], rest[1::2], strict=True):
        blocks = tuple(_own(body, words))
        yield Section(heading.strip(), blocks)


def _own(text: str, words: Words, about: str = "") -> Iterator[Block]:
    """A text of the writer's own; what is private in it is marked as that."""
    public: list[str] = []
    private: list[str] = []
    hidden = False
    for line in [*text.split("\n"), PRIVATE]:
        mark = line.rstrip()
        if mark == PRIVATE and not hidden:
            if body := "\n".join(public).strip("\n"):
                yield Quote(about, tuple(paragraphs(body)), own=True)
                about = ""
            public, hidden = [], True
        elif mark == END:
            yield from _private(private, about, words)
            about, private, hidden = "", [], False
        elif hidden:
            private.append(line)
        else:
            public.append(line)
    yield from _private([line for line in private if line.rstrip() != PRIVATE], about, words)


def _private(lines: Sequence[str], about: str, words: Words) -> Iterator[Block]:
    body = "\n".join(lines).strip("\n")
    if body:
        label = words("read.private")
        yield Quote(
            f"{about} ({label})" if about else capital(label), tuple(paragraphs(body)), own=True
        )
