"""Reads the journal for an export: the people named in it, and its pages without names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnlead.app.pages import ReadableRubrics
from learnlead.app.ports import PageStore, RubricSource
from learnlead.coach.names.pseudonyms import Mention, Names
from learnlead.coach.public_page import Redactor, mentions_on
from learnlead.errors import LearnleadError, Problem
from learnlead.page.facts import Sitting
from learnlead.page.naming import stem
from learnlead.page.page import Page, parse, sitting_of
from learnlead.rubric.model import Rubric
from learnlead.text.limits import TooLong


@dataclass(frozen=True, slots=True)
class JournalSource:
    """A journal, read once.

    Attributes:
        pages: those of the rubric that is asked for, by stem, in the order of dates.
        bundle_names: by stem, what each page of the journal is called in a bundle.
        mentions: everybody whom any page names, in the order of dates.
        problems: of pages that cannot be read, and in pages of the rubric.
    """

    rubric: Rubric
    pages: Mapping[str, Page]
    bundle_names: Mapping[str, str]
    mentions: Sequence[Mention]
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class CleanedJournal:
    """The pages without names, in the order of dates.

    Attributes:
        pages: by what they are called in a bundle.
        sittings: their facts; nothing of the leader's own files stands in them.
        blank: the pages once more, with no word where a name stood: no theme is made of names.
        cleaning: remembers which names were replaced in the pages.
    """

    pages: Mapping[str, Page]
    sittings: Sequence[Sitting]
    blank: Mapping[str, Page]
    cleaning: Redactor


def read_source(page_store: PageStore, rubric: Rubric, source: RubricSource) -> JournalSource:
    """Read the whole journal for one rubric: who is named on any page is nowhere called by name."""
    listing = page_store.listing()
    problems = list(listing.problems)
    read: list[tuple[str, Page]] = []
    for name in listing.names:
        try:
            page, page_problems = parse(page_store.read(name), page_store.shown(name), rubric)
        except LearnleadError as error:
            problems += error.problems
            continue
        if page is None or page.reflection.rubric == rubric.id:
            problems += page_problems
        if page is not None:
            read.append((stem(name), page))
    read.sort(key=lambda item: (item[1].reflection.date, len(item[0]), item[0]))
    known = ReadableRubrics(source, rubric).get
    return JournalSource(
        rubric=rubric,
        pages={name: page for name, page in read if page.reflection.rubric == rubric.id},
        bundle_names=_bundle_names(read),
        mentions=[m for _, page in read for m in mentions_on(page, known(page.reflection.rubric))],
        problems=problems,
    )


def clean_journal(source: JournalSource, names: Names) -> CleanedJournal:
    """The pages without names.

    Raises:
        LearnleadError: what stands for names makes a text longer than any may be.
    """
    rubric = source.rubric
    cleaning = Redactor(names, source.bundle_names, rubric)
    blanking = Redactor(names, source.bundle_names, rubric, instead="·")

    def by_name(clean: Redactor) -> dict[str, Page]:
        return {
            source.bundle_names[name]: _clean_page(clean, name, page)
            for name, page in source.pages.items()
        }

    pages = by_name(cleaning)
    return CleanedJournal(
        pages=pages,
        sittings=[sitting_of(page, name, f"{name}.md") for name, page in pages.items()],
        blank=by_name(blanking),
        cleaning=cleaning,
    )


def _clean_page(cleaning: Redactor, name: str, page: Page) -> Page:
    try:
        return cleaning.page(page)
    except TooLong as error:
        message = f"a text with other names in it has {error.letters:,} letters"
        remedy = f"shorten it: {error.most:,} are the most"
        raise LearnleadError(Problem(message, remedy, f"{name}.md")) from None


def _bundle_names(read: Sequence[tuple[str, Page]]) -> dict[str, str]:
    """By stem `2026-11-20-learning-leader`, `….2` for the second sitting of that day, and so on."""
    called: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name, page in read:
        reflection = page.reflection
        plain = f"{reflection.date}-{reflection.rubric}"
        counts[plain] = counts.get(plain, 0) + 1
        called[name] = plain if counts[plain] == 1 else f"{plain}.{counts[plain]}"
    return called
