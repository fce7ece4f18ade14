"""Theme: a word or two that stand in several sittings, with the sentences they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import chain, islice
from typing import NamedTuple

from learnlead.page.facts import Sitting
from learnlead.page.page import Answer
from learnlead.trends.stats.comparisons import hypergeometric_p, log_odds, tarone_level
from learnlead.trends.terms import quote_of, terms_of


class Quote(NamedTuple):
    """A sentence of a leader's, cut short where it is long; for the leader's own eyes.

    Attributes:
        stem: its page.
        answer: the kind of what it answers, so that whoever passes themes on can leave some out.
    """

    date: date
    text: str
    stem: str
    answer: str


class Theme(NamedTuple):
    """One word, or two that stand side by side.

    Attributes:
        term: in small letters.
        entries: sittings of the window in which it stands.
        recent: those of them that are among the newest.
        score: log-odds of the newest sittings against those before, in standard deviations;
            above 0 it stands there more often. 0 while there is nothing before.
        quotes: one a sitting, newest first.
    """

    term: str
    entries: int
    recent: int
    score: float
    quotes: tuple[Quote, ...]


class Themes(NamedTuple):
    """What a leader writes about.

    Attributes:
        rising: more often in the newest sittings than chance would have it, clearest first.
        falling: less often.
        steady: as often now as before, or all while there is no before; most frequent first.
        newest: how many sittings the newest are.
        before: how many there are before them, in the window.
    """

    rising: tuple[Theme, ...] = ()
    falling: tuple[Theme, ...] = ()
    steady: tuple[Theme, ...] = ()
    newest: int = 0
    before: int = 0


def distinct(themes: Iterable[Theme]) -> list[Theme]:
    """The themes that tell something new after those before them.

    One that shares a word tells what was told (`team`, after `team meeting`), and so does one that
    stands in the same sentences.
    """
    result: list[Theme] = []
    words: set[str] = set()
    quotes: set[tuple[Quote, ...]] = set()
    for theme in themes:
        own = set(theme.term.split())
        if not own & words and theme.quotes not in quotes:
            result.append(theme)
        words |= own
        quotes.add(theme.quotes)
    return result


NEWEST = 13
"""Sittings that count as now: a quarter of weeks."""

RISK = 0.05
"""Of one false theme or more, rising or falling, where the order of the sittings means nothing."""


_HIGHEST_SHARE = 0.95
"""The highest share of sittings that is taken for a chance: at 1 no odds are left."""


class TermCount(NamedTuple):
    """In how many sittings a term stands, and in how many of the newest ones."""

    recent: int
    entries: int

    @property
    def both(self) -> bool:
        """Whether it stands in newest sittings and in earlier ones."""
        return 0 < self.recent < self.entries


class TermCounts:
    """The newest sittings and those before, and how all terms are spread over them."""

    def __init__(self, sittings: int, counts: Iterable[TermCount]) -> None:
        self.newest = min(sittings, NEWEST)
        self.before = sittings - self.newest
        self._counts = list(counts)
        # Each sitting counts as one term of its own: no total is a single term alone.
        self._recent = self.newest + sum(count.recent for count in self._counts)
        self._every = sittings + sum(count.entries for count in self._counts)

    def score(self, count: TermCount) -> float:
        """Log-odds, newest against before; 0 without a before.

        The prior weighs as much as the newest sittings, so that a term which never stood before
        does not go behind one that stood there once.
        """
        if not self.before:
            return 0.0
        weight = self.newest / (self.newest + self.before)
        return log_odds(
            count.recent,
            self._recent,
            count.entries - count.recent,
            self._every - self._recent,
            prior=count.entries * weight,
            priors=self._every * weight,
        )

    @cached_property
    def clear(self) -> frozenset[TermCount]:
        """The counts that chance is no likely reason for, all terms considered."""
        if not self.before:
            return frozenset()
        smallest = {
            entries: self._smallest(entries) for entries in {c.entries for c in self._counts}
        }
        enough = tarone_level((smallest[count.entries] for count in self._counts), RISK)
        return frozenset(
            count
            for count in set(self._counts)
            if smallest[count.entries] <= enough and self._p(count) <= enough
        )

    def _smallest(self, entries: int) -> float:
        """The p of so many entries that lie all to one end."""
        fewest, most = max(0, entries - self.before), min(self.newest, entries)
        return min(self._p(TermCount(fewest, entries)), self._p(TermCount(most, entries)))

    def _p(self, count: TermCount) -> float:
        total = self.newest + self.before
        return hypergeometric_p(count.recent, count.entries, self.newest, total, self._odds(count))

    def _odds(self, count: TermCount) -> float:
        """The odds of the term in a newest sitting, against before, if only pages grew longer.

        As much more often than before as all terms together, within what a share can be.
        """
        longer = (self._recent / self.newest) / ((self._every - self._recent) / self.before)
        before = count.entries / (longer * self.newest + self.before)
        recent_share, earlier_share = (
            min(longer * before, _HIGHEST_SHARE),
            min(before, _HIGHEST_SHARE),
        )
        return (recent_share / (1 - recent_share)) / (earlier_share / (1 - earlier_share))


AnswersByPage = Mapping[str, Sequence[Answer]]
"""By the stem of a page: its answers, private parts taken out; a silent page may be missing."""

AnswerReader = Callable[[Sequence[Sitting]], AnswersByPage]
"""Reads what was said in some sittings: texts are wanted of a few of ten thousand pages."""


def no_answers(_: Sequence[Sitting]) -> AnswersByPage:
    """No texts, for whoever wants figures alone."""
    return {}


MIN_SITTINGS = 3
"""Sittings in which a term stands at least, to be a theme."""

_STEADY_WITHIN = 1.0
"""Standard deviations within which a term stands as often in the newest sittings as before."""

_MOST_STEADY, _MOST_QUOTES = 20, 13


def themes(sittings: Sequence[Sitting], answers: AnswersByPage) -> Themes:
    """The themes of sittings that are in the order of their dates.

    What counts is in how many sittings a term stands, not how often: one long page about one thing
    is no theme. Log-odds rank the themes. Whether one rises or falls is for an exact test that
    allows for all terms at once: log-odds beside a zero are no normal deviates, and among hundreds
    of terms some are lopsided by chance. Most journals have no such theme, and then none is told.
    """
    terms = terms_of((_text(answers.get(sitting.stem, ())) for sitting in sittings), MIN_SITTINGS)
    start = max(len(sittings) - NEWEST, 0)
    recent, entries = Counter(chain(*terms[start:])), Counter(chain(*terms))
    counts = {term: TermCount(recent[term], n) for term, n in entries.items() if n >= MIN_SITTINGS}
    if not counts:
        return Themes()
    parts = TermCounts(len(sittings), counts.values())
    scores = {count: parts.score(count) for count in set(counts.values())}
    alike = {
        count
        for count, score in scores.items()
        if not start or (count.both and abs(score) < _STEADY_WITHIN)
    } - parts.clear
    clear = sorted(
        (term for term, count in counts.items() if count in parts.clear),
        key=lambda term: (-abs(scores[counts[term]]), term),
    )
    steady = nsmallest(
        _MOST_STEADY,
        (term for term, count in counts.items() if count in alike),
        key=lambda term: (-counts[term].entries, term),
    )

    def themes_of(chosen: Iterable[str]) -> tuple[Theme, ...]:
        return tuple(
            Theme(
                term=term,
                entries=counts[term].entries,
                recent=counts[term].recent,
                score=scores[counts[term]],
                quotes=tuple(islice(_quotes(term, terms, sittings, answers), _MOST_QUOTES)),
            )
            for term in chosen
        )

    return Themes(
        rising=themes_of(term for term in clear if scores[counts[term]] > 0),
        falling=themes_of(term for term in clear if scores[counts[term]] < 0),
        steady=themes_of(steady),
        newest=parts.newest,
        before=parts.before,
    )


def _text(answers: Sequence[Answer]) -> str:
    return "\n\n".join(answer.text for answer in answers)


def _quotes(
    term: str, terms: Sequence[set[str]], sittings: Sequence[Sitting], answers: AnswersByPage
) -> Iterator[Quote]:
    """The first sentence with the term of each sitting, newest first."""
    for sitting, of_sitting in zip(reversed(sittings), reversed(terms), strict=True):
        if term in of_sitting:
            for answer in answers[sitting.stem]:
                text = quote_of(answer.text, term)
                if text is not None:
                    yield Quote(sitting.date, text, sitting.stem, answer.kind)
                    break
