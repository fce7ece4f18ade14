"""Themes: terms that occur in several sittings, whether they rise or fall, and their sentences."""

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
    """A sentence of the journal, shortened if long; not meant for sharing.

    Attributes:
        stem: the stem of its page.
        answer: the kind of its answer, by which an export selects.
    """

    date: date
    text: str
    stem: str
    answer: str


class Theme(NamedTuple):
    """A word or pair of words that occurs in several sittings.

    Attributes:
        term: in lower case.
        entries: the sittings of the window in which it occurs.
        recent: those among the newest sittings.
        score: the log-odds ratio of the newest sittings against the earlier ones, as a z; above 0
            if it is more frequent in the newest, 0 without earlier ones.
        quotes: one a sitting, newest first.
    """

    term: str
    entries: int
    recent: int
    score: float
    quotes: tuple[Quote, ...]


class Themes(NamedTuple):
    """The themes of a window.

    Attributes:
        rising: significantly more frequent in the newest sittings up to the newest look, largest
            score first.
        falling: significantly less frequent there.
        steady: about as frequent as before, or all without earlier sittings; most frequent first.
        newest: the number of newest sittings at that look.
        before: the number of earlier sittings at that look.
        sittings: the number of all.
    """

    rising: tuple[Theme, ...] = ()
    falling: tuple[Theme, ...] = ()
    steady: tuple[Theme, ...] = ()
    newest: int = 0
    before: int = 0
    sittings: int = 0


def distinct(themes: Iterable[Theme]) -> list[Theme]:
    """The themes that add something to those before them.

    A theme that shares a word with an earlier one (`team`, after `team meeting`) or has the same
    quotes is left out.
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
"""The number of newest sittings that are compared with the earlier ones: a quarter of weeks."""

RISK = 0.05
"""The family-wise error rate: the risk of any false rising or falling theme."""


_HIGHEST_SHARE = 0.95
"""The upper bound of a probability, since the odds of 1 are infinite."""


class TermCount(NamedTuple):
    """The number of sittings with a term, and of newest ones among them."""

    recent: int
    entries: int

    @property
    def both(self) -> bool:
        """Whether the term occurs in newest and in earlier sittings."""
        return 0 < self.recent < self.entries


class TermCounts:
    """The counts of all terms in the newest and the earlier sittings, and the tests on them."""

    def __init__(self, sittings: int, counts: Iterable[TermCount]) -> None:
        self.newest = min(sittings, NEWEST)
        self.before = sittings - self.newest
        self._counts = list(counts)
        # Each sitting counts as one more term, so that a total exceeds every single count.
        self._recent = self.newest + sum(count.recent for count in self._counts)
        self._every = sittings + sum(count.entries for count in self._counts)

    def score(self, count: TermCount) -> float:
        """The log-odds ratio of the newest sittings against the earlier ones; 0 without any.

        The prior weighs as much as the newest sittings, so that a term without earlier occurrences
        does not rank below one with a single one.
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
        """The counts that are significant when all terms are tested."""
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
        """The smallest p that a term with so many entries can attain."""
        fewest, most = max(0, entries - self.before), min(self.newest, entries)
        return min(self._p(TermCount(fewest, entries)), self._p(TermCount(most, entries)))

    def _p(self, count: TermCount) -> float:
        total = self.newest + self.before
        return hypergeometric_p(count.recent, count.entries, self.newest, total, self._odds(count))

    def _odds(self, count: TermCount) -> float:
        """The odds ratio of the term under the hypothesis that only the length of pages changed.

        Its share changes by the same factor as the number of all terms, up to the bound of a share.
        """
        longer = (self._recent / self.newest) / ((self._every - self._recent) / self.before)
        before = count.entries / (longer * self.newest + self.before)
        recent_share, earlier_share = (
            min(longer * before, _HIGHEST_SHARE),
            min(before, _HIGHEST_SHARE),
        )
        return (recent_share / (1 - recent_share)) / (earlier_share / (1 - earlier_share))


AnswersByPage = Mapping[str, Sequence[Answer]]
"""By the stem of a page, its answers without private parts; a page without any may be missing."""

AnswerReader = Callable[[Sequence[Sitting]], AnswersByPage]
"""Reads the answers of some sittings, since texts are needed of few among ten thousand pages."""


def no_answers(_: Sequence[Sitting]) -> AnswersByPage:
    """The `AnswerReader` that reads nothing, for figures without themes."""
    return {}


MIN_SITTINGS = 3
"""The sittings in which a theme occurs at least."""

_STEADY_WITHIN = 1.0
"""The absolute score below which a term counts as equally frequent."""

_MOST_STEADY, _MOST_QUOTES = 20, 13


def themes(sittings: Sequence[Sitting], answers: AnswersByPage, settled: int) -> Themes:
    """The themes of sittings that are in the order of their dates.

    Sittings with a term are counted, not occurrences, so that one long page makes no theme. The
    log-odds ratio ranks themes; an exact test, corrected for the number of terms, decides whether
    one rises or falls, since log-odds with a zero count are not normal and some of hundreds of
    terms differ by chance.

    Args:
        sittings: of the window.
        answers: their texts.
        settled: the sittings up to the newest look; what rises or falls is settled there.
    """
    terms = terms_of((_text(answers.get(sitting.stem, ())) for sitting in sittings), MIN_SITTINGS)
    entries = Counter(chain(*terms))
    parts, counts = _compared(terms[:settled])
    clear = sorted(
        (term for term, count in counts.items() if count in parts.clear),
        key=lambda term: (-abs(parts.score(counts[term])), term),
    )
    now, counts_now = _compared(terms)
    scores = {count: now.score(count) for count in set(counts_now.values())}
    alike = {
        count
        for count, score in scores.items()
        if not now.before or (count.both and abs(score) < _STEADY_WITHIN)
    }
    steady = nsmallest(
        _MOST_STEADY,
        (term for term, count in counts_now.items() if count in alike and term not in clear),
        key=lambda term: (-entries[term], term),
    )

    def themes_of(
        chosen: Iterable[str], parts: TermCounts, counts: Mapping[str, TermCount], most: int
    ) -> tuple[Theme, ...]:
        return tuple(
            Theme(
                term=term,
                entries=counts[term].entries,
                recent=counts[term].recent,
                score=parts.score(counts[term]),
                quotes=tuple(
                    islice(_quotes(term, terms[:most], sittings[:most], answers), _MOST_QUOTES)
                ),
            )
            for term in chosen
        )

    rises = {term: parts.score(counts[term]) > 0 for term in clear}
    return Themes(
        rising=themes_of((term for term in clear if rises[term]), parts, counts, settled),
        falling=themes_of((term for term in clear if not rises[term]), parts, counts, settled),
        steady=themes_of(steady, now, counts_now, len(sittings)),
        newest=parts.newest,
        before=parts.before,
        sittings=len(sittings),
    )


def _compared(terms: Sequence[set[str]]) -> tuple[TermCounts, dict[str, TermCount]]:
    """The counts of all terms that stand in enough sittings, in the newest and in all."""
    start = max(len(terms) - NEWEST, 0)
    recent, entries = Counter(chain(*terms[start:])), Counter(chain(*terms))
    counts = {term: TermCount(recent[term], n) for term, n in entries.items() if n >= MIN_SITTINGS}
    return TermCounts(len(terms), counts.values()), counts


def _text(answers: Sequence[Answer]) -> str:
    return "\n\n".join(answer.text for answer in answers if answer.themed)


def _quotes(
    term: str, terms: Sequence[set[str]], sittings: Sequence[Sitting], answers: AnswersByPage
) -> Iterator[Quote]:
    """The first sentence with the term of each sitting, newest first."""
    for sitting, of_sitting in zip(reversed(sittings), reversed(terms), strict=True):
        if term in of_sitting:
            for answer in answers[sitting.stem]:
                text = quote_of(answer.text, term) if answer.themed else None
                if text is not None:
                    yield Quote(sitting.date, text, sitting.stem, answer.kind)
                    break
