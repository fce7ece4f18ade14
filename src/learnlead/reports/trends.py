"""The trends report: the focus first, then findings, verdicts, plans and themes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.i18n.words import ENGLISH, Words
from learnlead.own_name import USUAL, as_typed
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
    Styled,
    WeeksFigure,
    section,
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
from learnlead.reports.words import capital, counted, day, span
from learnlead.trends.looks import LOOKS
from learnlead.trends.model import BehaviourTrend, Trends
from learnlead.trends.periods import weeks
from learnlead.trends.window import WIDTH


def no_sittings_sentence(trends: Trends) -> str:
    """The sentence for no sitting at all, or none in this period."""
    if trends.newest is None:
        return "No sittings to show yet."
    return f"No sitting lies in this period; the newest in your journal is of {day(trends.newest)}."


def sittings_sentence(trends: Trends) -> str:
    """`39 sittings held, 5 weeks off, 7 November 2025 to 6 November 2026`.

    The number of weeks is added only if some week had several: "39 in 39 weeks" would suggest that
    no week was without one, and "39 of 53" would read like a reproach.
    """
    sentence = counted(trends.sittings, "sitting") + " held"
    if 1 < trends.cadence.held < trends.sittings:
        sentence += f" in {counted(trends.cadence.held, trends.cadence.unit)}"
    if trends.cadence.excused:
        sentence += f", {counted(trends.cadence.excused, trends.cadence.unit)} off"
    if trends.first is not None and trends.last is not None:
        sentence += f", {span(trends.first, trends.last)}"
    dates = trends.window.dates
    if len(dates) == WIDTH and trends.first is not None and trends.first < dates[0]:
        sentence += f"; what is judged are the newest {WIDTH}, since {day(dates[0])}"
    return sentence


_SCREEN = 23
"""The lines of a screen of 80×24 without that of the prompt."""

_READING = (
    Paragraph(
        "Verdicts are settled at certain numbers of sittings only (13, 26, 39, 52, then every "
        "26th), so that looking often makes no claim more likely. “No trend detected” does not say "
        "that nothing changed: a small change needs more sittings. A fall has two readings: the "
        "behaviour fell, or your yardstick rose."
    ),
    Paragraph(
        "A focus is a bet, settled once: its ratings against those before, less what your other "
        "behaviours moved."
    ),
    Paragraph(
        "No opportunity, none made and skipped are kinds of silence. None of them is ever a zero, "
        "or part of a mean."
    ),
)


def trends_report(trends: Sequence[Trends], extent: Extent = "first") -> Document:
    """The trends of one rubric or several.

    With fewer than twelve sittings, plans and themes come before all verdicts but that on the
    focus. Empty sections are left out.
    """
    several, made = len(trends) > 1, f"made on {day(trends[0].today)}"
    note = "" if several or extent != "record" else f"{capital(made)}."
    articles = [_article(rubric_trends, extent, note) for rubric_trends in trends]
    title = "Trends" if several else ""
    if extent != "record":
        return Document(articles, title)
    problems = {problem for rubric_trends in trends for problem in rubric_trends.problems}
    problem_note = (
        f" {counted(len(problems), 'problem')} in reading; `{USUAL} journal check` tells."
    )
    return Document(
        articles,
        title,
        kicker=f"Trends, {made}",
        closing=(Section("How to read this", _READING, "reading"),),
        annex=tuple(
            _annex(rubric_trends, several=several)
            for rubric_trends in trends
            if rubric_trends.behaviours and rubric_trends.window.dates
        ),
        footer="Made by learnlead from pages that belong to their writer. This file loads nothing "
        f"and sends nothing.{problem_note if problems else ''}",
    )


def views_report(articles: Sequence[Article]) -> Document:
    """A document of these articles, one for each rubric."""
    return Document(articles, title="" if len(articles) == 1 else "Trends")


def _article(trends: Trends, extent: Extent, note: str) -> Article:
    title = trends.rubric.title
    if not trends.sittings:
        return Article(title, "", (_nothing(trends),), note)
    words = ENGLISH
    if extent == "first":
        return Article(title, sittings_sentence(trends), tuple(_first(trends, words)), widest=80)
    figures = [
        *_judged(trends, words),
        *section(
            "With whom",
            relationships(trends),
            roles_paragraph(trends.connections, words) if extent == "all" else None,
        ),
        *section("In which relationship", grid_table(trends), role="detail"),
        *weeks_section(trends),
        *section("Set apart", *map(Paragraph, apart_sentences(trends))),
    ]
    beside = beside_sections(trends, words) if extent == "all" else ()
    early = _is_early(trends)
    own = [
        *section("Plans", *plans(trends, extent, closed=early)),
        *section("In your own words", *themes(trends, extent)),
    ]
    stands_out = section("What stands out", *findings(trends))
    rest = [*own, *figures, *beside] if early else [*figures, *own, *beside]
    return Article(
        title, sittings_sentence(trends), (*_focus(trends, words), *stands_out, *rest), note
    )


def _is_early(trends: Trends) -> bool:
    """Whether the first look is still to come, so that plans and own words lead."""
    return len(trends.window.dates) < LOOKS[0]


def _first(trends: Trends, words: Words) -> Iterator[Block]:
    """One screen: the focus, overall, and what stands out; before the first look a plan, too."""
    focus = tuple(_focus(trends, words, first=True))
    overall = tuple(section("Overall", *overall_figure(trends, words, first=True), role="keep"))
    plan = tuple(section("Plan", *newest_plan(trends))) if _is_early(trends) else ()
    hint = Paragraph(words("trends.more"), "aside")
    above: tuple[Block, ...] = (*focus, *plan, *overall, hint)
    left = _SCREEN - 2 - sum(1 + lines_of(block) for block in above)
    stands_out = section("What stands out", first_findings(trends, left - 2))
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


def _nothing(trends: Trends) -> Paragraph:
    sentence = no_sittings_sentence(trends)
    if trends.newest is not None:
        return Paragraph(sentence)
    more = ": it takes about twelve minutes, and the page is yours."
    return Paragraph(
        (f"{sentence} Hold one with ", Styled(as_typed(f"{USUAL} reflect"), "code"), more)
    )


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
    notice = "" if focus.notice is None else f"Someone else would notice: {focus.notice}"
    name = behaviour_named(trends, focus.behaviour)
    figure = focus_figure(trends, trends.focus, words)
    counts = None if first else occasions_sentence(trends, trends.focus, words)
    figure = figure._replace(notes=(counts,) if counts else ())
    since = day(focus.since)
    if first:
        yield Focus(f"Your focus since {since}", name, "", "", (figure, *earlier))
    else:
        yield Focus("Your focus", name, since, notice, (figure, *earlier))


def findings(trends: Trends) -> Iterator[Block]:
    """All findings with their pages."""
    items = [
        Item(finding_text(finding, trends), finding_pages(finding, trends))
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
    )
    yield from section("Overall", *overall_figure(trends, words, first=False), role="keep")
    unseen = unseen_of_one(trends, words)
    yield from section("Behaviours", rows, Paragraph(unseen, "aside") if unseen else None)
    yield from section("What the ratings leave out", absences(trends))


def _row(trend: BehaviourTrend, words: Words) -> SeriesRow:
    return SeriesRow(
        trend.behaviour.name,
        trend.behaviour.sentence,
        trend.series,
        note=response_shift(trend.series, words) or "",
        high=little_room(trend.series),
    )


def weeks_section(trends: Trends) -> Iterator[Section]:
    """The weeks from the first sitting to the last, if there are several."""
    rhythm, unit = trends.rubric.rhythm, trends.cadence.unit
    all_weeks = weeks([page.date for page in trends.pages], rhythm, trends.away)
    if len(all_weeks) > 1:
        yield Section(f"Your {unit}s", (WeeksFigure(tuple(all_weeks), rhythm, unit),), "keep")


def _annex(trends: Trends, *, several: bool) -> Section:
    heading = f"Every rating: {trends.rubric.title}" if several else "Every rating"
    tests = Section("What the tests computed", (figures_table(trends),))
    return Section(heading, (ratings_table(trends), tests))
