"""The trends report: the focus first, then findings, verdicts, plans and themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.connections import beside_sections, occasions_sentence, roles_paragraph
from learnlead.reports.document import (
    Article,
    Block,
    Document,
    Extent,
    Focus,
    Item,
    Listing,
    Paragraph,
    Section,
    SeriesRow,
    SeriesRows,
    WeeksFigure,
    section,
    with_code,
)
from learnlead.reports.findings import finding_pages, finding_text, themes
from learnlead.reports.plans import newest_plan, plans
from learnlead.reports.screen import first_findings, lines_of
from learnlead.reports.trends_tables import (
    absences,
    apart_sentences,
    figures_table,
    grid_table,
    ratings_table,
    relationships,
)
from learnlead.reports.verdicts.bet import behaviour_named, bet_sentences
from learnlead.reports.verdicts.figures import focus_figure, overall_figure
from learnlead.reports.verdicts.words import little_room, response_shift, unseen_of_one
from learnlead.trends.looks import LOOKS
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.periods import weeks
from learnlead.trends.window import WIDTH


def no_sittings_sentence(trends: Trends, words: Words) -> str:
    """The sentence for no sitting at all, or none in this period."""
    if trends.newest is None:
        return words("trends.none")
    return words("trends.none-in-period", day=words.full_date(trends.newest))


def sittings_sentence(trends: Trends, words: Words) -> str:
    """`39 sittings held, 5 weeks off, 7 November 2025 to 6 November 2026`.

    The number of weeks is added only if some week had several: "39 in 39 weeks" would suggest that
    no week was without one, and "39 of 53" would read like a reproach.
    """
    cadence = trends.cadence
    held = words.counted(trends.sittings, "trends.sittings")
    if 1 < cadence.held < trends.sittings:
        units = words.counted(cadence.held, f"unit.in-{cadence.unit}")
        parts = [words("trends.held-in", sittings=held, units=units)]
    else:
        parts = [words("trends.held", sittings=held)]
    if cadence.excused:
        units = words.counted(cadence.excused, f"unit.{cadence.unit}")
        parts.append(words("trends.off", units=units))
    if trends.first is not None and trends.last is not None:
        parts.append(words.span(trends.first, trends.last))
    sentence = ", ".join(parts)
    dates = trends.window.dates
    if len(dates) == WIDTH and trends.first is not None and trends.first < dates[0]:
        day = words.full_date(dates[0])
        return words("trends.judged-newest", held=sentence, n=WIDTH, day=day)
    return sentence


_SCREEN = 23
"""The lines of a screen of 80×24 without that of the prompt."""

_READING = ("trends.reading-looks", "trends.reading-bet", "trends.reading-silence")


def trends_report(
    trends: Sequence[Trends], extent: Extent = "first", words: Words = ENGLISH
) -> Document:
    """The trends of one rubric or several.

    With fewer than twelve sittings, plans and themes come before all verdicts but that on the
    focus. Empty sections are left out.
    """
    several, today = len(trends) > 1, words.full_date(trends[0].today)
    note = "" if several or extent != "record" else words("trends.made-on", day=today)
    articles = [_article(rubric_trends, extent, note, words) for rubric_trends in trends]
    title = words("trends.title") if several else ""
    if extent != "record":
        return Document(articles, title, language=words.language)
    problems = {problem for rubric_trends in trends for problem in rubric_trends.problems}
    footer = words("trends.footer")
    if problems:
        footer = f"{footer} {words.counted(len(problems), 'trends.problems')}"
    reading = tuple(Paragraph(words(key)) for key in _READING)
    return Document(
        articles,
        title,
        kicker=words("trends.kicker", day=today),
        closing=(Section(words("trends.reading"), reading, "reading"),),
        annex=tuple(
            _annex(rubric_trends, words, several=several)
            for rubric_trends in trends
            if rubric_trends.behaviours and rubric_trends.window.dates
        ),
        footer=footer,
        language=words.language,
    )


def views_report(articles: Sequence[Article], words: Words = ENGLISH) -> Document:
    """A document of these articles, one for each rubric."""
    title = "" if len(articles) == 1 else words("trends.title")
    return Document(articles, title, language=words.language)


def _article(trends: Trends, extent: Extent, note: str, words: Words) -> Article:
    title = trends.rubric.title
    if not trends.sittings:
        return Article(title, "", (_nothing(trends, words),), note)
    lede = sittings_sentence(trends, words)
    if extent == "first":
        return Article(title, lede, tuple(_first(trends, words)), widest=80)
    figures = [
        *_judged(trends, words),
        *section(
            words("trends.with-whom"),
            relationships(trends, words),
            roles_paragraph(trends.connections, words) if extent == "all" else None,
        ),
        *section(words("trends.relationships"), grid_table(trends, words), role="detail"),
        *weeks_section(trends, words),
        *section(words("trends.apart"), *map(Paragraph, apart_sentences(trends, words))),
    ]
    beside = beside_sections(trends, words) if extent == "all" else ()
    early = _is_early(trends)
    own = [
        *section(words("trends.plans"), *plans(trends, extent, words, closed=early)),
        *section(words("trends.own-words"), *themes(trends, extent, words)),
    ]
    stands_out = section(words("trends.stands-out"), *findings(trends, words))
    rest = [*own, *figures, *beside] if early else [*figures, *own, *beside]
    return Article(title, lede, (*_focus(trends, words), *stands_out, *rest), note)


def _is_early(trends: Trends) -> bool:
    """Whether the first look is still to come, so that plans and own words lead."""
    return len(trends.window.dates) < LOOKS[0]


def _first(trends: Trends, words: Words) -> Iterator[Block]:
    """One screen: the focus, overall, and what stands out; before the first look a plan, too."""
    focus = tuple(_focus(trends, words, first=True))
    overall = tuple(
        section(
            words("trends.overall-heading"),
            *overall_figure(trends, words, first=True),
            role="keep",
        )
    )
    plan = (
        tuple(section(words("trends.plan"), *newest_plan(trends, words)))
        if _is_early(trends)
        else ()
    )
    hint = Paragraph(words("trends.more"), "aside")
    above: tuple[Block, ...] = (*focus, *plan, *overall, hint)
    left = _SCREEN - 2 - sum(1 + lines_of(block) for block in above)
    stands_out = section(words("trends.stands-out"), first_findings(trends, left - 2, words))
    yield from (
        (*focus, *plan, *stands_out, *overall, hint)
        if plan
        else (
            *focus,
            *overall,
            *stands_out,
            hint,
        )
    )


def _nothing(trends: Trends, words: Words) -> Paragraph:
    if trends.newest is not None:
        return Paragraph(no_sittings_sentence(trends, words))
    return Paragraph(with_code(words("trends.none-hold")))


def _focus(trends: Trends, words: Words, *, first: bool = False) -> Iterator[Block]:
    earlier = [
        Paragraph(bet.text, "earlier")
        for bet in bet_sentences(trends, words)
        if bet.earlier and (bet.seen or not first)
    ]
    if trends.focus is None:
        yield from earlier
        return
    focus = trends.focus.focus
    notice = "" if focus.notice is None else words("trends.notice", notice=focus.notice)
    name = behaviour_named(trends, focus.behaviour)
    figure = focus_figure(trends, trends.focus, words)
    counts = None if first else occasions_sentence(trends, trends.focus, words)
    figure = figure._replace(notes=(counts,) if counts else ())
    label, since = words("trends.focus"), words.full_date(focus.since)
    body: tuple[Block, ...] = (figure, *earlier)
    if first:
        label = words("figure.label-since", label=label, day=since)
        yield Focus(label, name, "", "", body, words)
    else:
        yield Focus(label, name, since, notice, body, words)


def findings(trends: Trends, words: Words = ENGLISH) -> Iterator[Block]:
    """All findings with their pages."""
    items = [
        Item(finding_text(finding, trends, words), finding_pages(finding, trends, words))
        for finding in trends.findings
    ]
    if items:
        yield Listing(tuple(items), "numbered")


def _judged(trends: Trends, words: Words) -> Iterator[Section]:
    dates = trends.window.dates
    if not trends.rubric.behaviours or not dates:
        return
    rows = SeriesRows(
        tuple(_row(trend, words) for trend in trends.behaviours),
        dates[0],
        dates[-1],
        trends.rubric.scale,
        trends.rubric.rhythm,
        trends.cadence.unit,
        words,
    )
    overall = overall_figure(trends, words, first=False)
    yield from section(words("trends.overall-heading"), *overall, role="keep")
    unseen = unseen_of_one(trends, words)
    aside = Paragraph(unseen, "aside") if unseen else None
    yield from section(words("trends.behaviours-heading"), rows, aside)
    yield from section(words("trends.left-out"), absences(trends, words))


def _row(trend: BehaviourTrend, words: Words) -> SeriesRow:
    return SeriesRow(
        trend.behaviour.name,
        trend.behaviour.sentence,
        trend.series,
        note=response_shift(trend.series, words) or "",
        high=little_room(trend.series),
    )


def weeks_section(trends: Trends, words: Words = ENGLISH) -> Iterator[Section]:
    """The weeks from the first sitting to the last, if there are several."""
    rhythm, unit = trends.rubric.rhythm, trends.cadence.unit
    all_weeks = weeks([page.date for page in trends.pages], rhythm, trends.away)
    if len(all_weeks) > 1:
        figure = WeeksFigure(tuple(all_weeks), rhythm, unit, words)
        yield Section(words(f"trends.your.{unit}"), (figure,), "keep")


def _annex(trends: Trends, words: Words, *, several: bool) -> Section:
    heading = (
        words("trends.every-rating-of", title=trends.rubric.title)
        if several
        else words("trends.every-rating")
    )
    tests = Section(words("trends.tests"), (figures_table(trends, words),))
    return Section(heading, (ratings_table(trends, words), tests))
