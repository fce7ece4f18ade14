"""Every line of a journal that may be exported, exactly as a recipient would read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from learnlead.app.export.journal import CleanedJournal
from learnlead.app.export.passages import (
    ids_by_words,
    lines_on,
    names_in,
    passages_on,
    plan_words_on,
    rating_words,
    ratings_on,
)
from learnlead.app.export.request import ExportRequest
from learnlead.app.export.statements import (
    OF_PLANS,
    OF_WORDS,
    QUOTING_PLANS,
    bet_line,
    finding_line,
    focus_line,
)
from learnlead.coach.bundle import (
    PAGES_FOLDER,
    Passage,
    SentFinding,
    SentFocus,
    SentPlan,
    SentRating,
    SentScale,
)
from learnlead.coach.manifest import build_content
from learnlead.coach.names.pseudonyms import Replacement
from learnlead.coach.public_page import filtered_copy, texts_of
from learnlead.coach.selection import TICKED_KINDS, Offer, OfferedLine
from learnlead.i18n.words import Words
from learnlead.page.writer import render
from learnlead.reports.coach_report import focus_statement, plan_sentence
from learnlead.reports.verdicts.bet import can_be_judged
from learnlead.sitting.kinds import BET, KINDS, Kind
from learnlead.sitting.model import Reflection
from learnlead.trends.model import Trends


class OfferBuilder:
    """Builds lines and content together, so that no line differs from what would be exported.

    Args:
        clean: the journal without names.
        request: what is to be exported.
        trends: of the pages in the period.
        pages: by stem, newest first, as narrowed to the request's relationship.
    """

    def __init__(
        self,
        clean: CleanedJournal,
        request: ExportRequest,
        trends: Trends,
        pages: Mapping[str, Reflection],
    ) -> None:
        self._hits, self._written = clean.cleaning.hits_in, clean.cleaning.written
        self._request, self._trends, self._pages = request, trends, pages
        self._offered, self._prefix = request.offered, request.prefix
        self._words = request.words
        self._settled = {
            review.plan: page.reflection.date
            for page in clean.pages.values()
            for review in page.reflection.looking_back
            if review.outcome is not None
        }
        self._same_plan = ids_by_words(trends.plans)
        self._lines: list[OfferedLine] = []

    def build(self) -> Offer:
        """The lines in the order of `KINDS`, and the content of a bundle with all of them."""
        rubric = self._request.rubric
        content = build_content(
            sittings=self._trends.sittings,
            focus=self._focus(),
            findings=(*self._findings(), *self._bets()),
            plans=tuple(self._plans()),
            passages=tuple(self._passages()),
            ratings=tuple(self._ratings()),
            names=tuple(names_in(rubric)),
            scale=SentScale(kind=rubric.scale.kind, labels=rubric.scale.labels),
        )
        copies = dict(self._copies())
        return Offer(
            tuple(sorted(self._lines, key=lambda line: KINDS.index(line.kind))),
            content,
            copies,
            self._words,
        )

    def _show(
        self,
        line_id: str,
        kind: Kind,
        text: str,
        *,
        on: date | None = None,
        hits: tuple[Replacement, ...] = (),
        about: str = "",
        beforehand: bool = True,
        holds: frozenset[str] = frozenset(),
        says: Callable[[Words], str] | None = None,
        texts: Iterable[str] = (),
        steady: str = "",
    ) -> bool:
        """Add the line if its kind is offered; return whether it is."""
        if not self._request.shows(kind):
            return False
        named = kind in self._request.include
        ticked = named or (kind in TICKED_KINDS and beforehand)
        written = tuple(map(self._written, texts))
        self._lines.append(
            OfferedLine(
                line_id,
                kind,
                text,
                on,
                hits,
                about,
                ticked,
                holds,
                written,
                steady and f"{self._prefix}{steady}",
                named=named,
                says=says,
                rubric=self._request.rubric.title if self._request.among_several else "",
            )
        )
        return True

    def _focus(self) -> SentFocus | None:
        if self._trends.focus is None:
            return None
        focus = self._trends.focus.focus
        behaviour = self._request.rubric.behaviour(focus.behaviour)
        if behaviour is None:
            return None
        says = partial(focus_line, focus, self._trends)
        shown = self._show(f"{self._prefix}focus", "focus", says(self._words), says=says)
        if focus.notice:
            hits = self._hits(focus.notice)
            notice = f"{self._prefix}notice"
            shown |= self._show(notice, "notice", focus.notice, hits=hits, texts=[focus.notice])
        if not shown:
            return None
        return SentFocus(
            id=f"{self._prefix}focus",
            behaviour=behaviour.id,
            name=behaviour.name,
            since=focus.since,
            statement=focus_statement(self._trends, self._words),
            notice=focus.notice,
        )

    def _findings(self) -> Iterator[SentFinding]:
        findings = (f for f in self._trends.findings if self._request.concerns(f.subject))
        seen: Counter[tuple[str, str]] = Counter()
        for number, finding in enumerate(findings, 1):
            finding_id, says = (
                f"{self._prefix}finding-{number}",
                partial(finding_line, finding, self._trends),
            )
            text = says(self._words)
            words = finding.kind in OF_WORDS
            plans = [plan for plan in self._trends.plans if plan.id == finding.subject]
            hits = tuple(h for p in plans for text_ in (p.cue, p.action) for h in self._hits(text_))
            if finding.kind in OF_PLANS and "plans" not in self._offered:
                continue
            quoted = [plan for plan in plans if finding.kind in QUOTING_PLANS]
            holds = frozenset().union(*(self._same_plan[p.cue, p.action] for p in quoted))
            kind: Kind = "themes" if words else "findings"
            steady = f"{finding.kind}/{finding.subject}/{seen[finding.kind, finding.subject]}"
            seen[finding.kind, finding.subject] += 1
            texts = [text_ for p in plans for text_ in (p.cue, p.action)]
            texts += [finding.subject] if words else []
            if self._show(
                finding_id,
                kind,
                text,
                hits=hits,
                holds=holds,
                says=says,
                texts=texts,
                steady=steady,
            ):
                yield SentFinding(
                    id=finding_id,
                    kind=finding.kind,
                    subject="" if words else finding.subject,
                    strength=finding.strength,
                    text=text,
                )

    def _bets(self) -> Iterator[SentFinding]:
        """Every bet on a focus, the newest first; its sentences hold its odds."""
        trends = self._trends
        for bet in reversed(trends.settled.bets) if can_be_judged(trends) else ():
            line_id, says = f"{self._prefix}bet-{bet.since}", partial(bet_line, bet, trends)
            text = says(self._words)
            if self._request.concerns(bet.behaviour) and self._show(
                line_id,
                "bets",
                text,
                on=bet.settled_on,
                says=says,
                steady=f"bet/{bet.behaviour}/{bet.since}",
            ):
                yield SentFinding(
                    id=line_id, kind=BET, subject=bet.behaviour, strength=False, text=text
                )

    def _plans(self) -> Iterator[SentPlan]:
        for plan in reversed(self._trends.plans):
            if plan.id not in self._pages or self._pages[plan.id].plan is None:
                continue
            on = self._pages[plan.id].date
            sent = SentPlan(
                id=plan.id,
                date=on,
                behaviour=plan.behaviour,
                cue=plan.cue,
                action=plan.action,
                due=plan.due,
                outcome=plan.outcome,
                kept=plan.kept,
                carried_on=plan.carried_on,
                settled_on=self._settled.get(plan.id) if plan.outcome else None,
            )
            if self._show(
                plan.id,
                "plans",
                plan_sentence(sent, self._words),
                says=partial(plan_sentence, sent),
                on=on,
                hits=(*self._hits(plan.cue), *self._hits(plan.action)),
                beforehand=plan.outcome is not None,
                holds=self._same_plan[plan.cue, plan.action],
                texts=(plan.cue, plan.action),
            ):
                yield sent

    def _passages(self) -> Iterator[Passage]:
        for page, reflection in self._pages.items():
            for passage in passages_on(page, reflection, self._request.rubric, self._words):
                if self._show(
                    passage.id,
                    passage.kind,
                    passage.text,
                    on=passage.date,
                    hits=self._hits(passage.text),
                    about=passage.about,
                    texts=[passage.text],
                ):
                    yield passage

    def _ratings(self) -> Iterator[SentRating]:
        for page, reflection in self._pages.items():
            if reflection.ratings:
                says = partial(rating_words, reflection, self._request.rubric)
                text = says(self._words)
                if self._show(f"{page}/ratings", "ratings", text, on=reflection.date, says=says):
                    yield from ratings_on(page, reflection)

    def _copies(self) -> Iterator[tuple[str, tuple[str, str]]]:
        rubric = self._request.rubric
        for page, reflection in self._pages.items():
            copy = filtered_copy(reflection, self._offered)
            text, words = render(copy, rubric), self._words
            lines = words.counted(text.count("\n"), "shared.lines")
            if self._show(
                f"{page}/page",
                "pages",
                text,
                on=reflection.date,
                hits=tuple(hit for passage in texts_of(copy) for hit in self._hits(passage)),
                about=words("export.whole-page", lines=lines),
                texts=texts_of(copy),
                holds=frozenset(
                    f"{self._prefix}{line}" if line in ("focus", "notice") else line
                    for line in lines_on(page, reflection, copy, rubric, self._trends.focus)
                ).union(*(self._same_plan.get(words, ()) for words in plan_words_on(copy))),
            ):
                yield f"{page}/page", (f"{PAGES_FOLDER}{page}.md", text)
