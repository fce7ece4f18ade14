"""Themes: which words come up more often, less often, and all the time, in a leader's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import chain, islice

from learnlead.journal.answer import Answer
from learnlead.journal.sitting import Sitting
from learnlead.trends.parts import NEWEST, Count, Parts
from learnlead.trends.saying import Said
from learnlead.trends.terms import quote_of, terms_of
from learnlead.trends.theme import Quote, Theme, Themes

LEAST = 3
"""Sittings in which a term stands at least, to be a theme."""

_ALIKE = 1.0
"""Standard deviations within which a term stands as often in the newest sittings as before."""

_MOST_STEADY, _MOST_QUOTES = 20, 13


def themes(sittings: Sequence[Sitting], said: Said) -> Themes:
    """The themes of sittings that are in the order of their dates.

    What counts is in how many sittings a term stands, not how often: one long page about one thing
    is no theme. Log-odds rank the themes. Whether one rises or falls is for an exact test that
    allows for all terms at once: log-odds beside a zero are no normal deviates, and among hundreds
    of terms some are lopsided by chance. Most journals have no such theme, and then none is told.
    """
    terms = terms_of((_text(said.get(sitting.stem, ())) for sitting in sittings), LEAST)
    start = max(len(sittings) - NEWEST, 0)
    recent, entries = Counter(chain(*terms[start:])), Counter(chain(*terms))
    counts = {term: Count(recent[term], n) for term, n in entries.items() if n >= LEAST}
    if not counts:
        return Themes()
    parts = Parts(len(sittings), counts.values())
    scores = {count: parts.score(count) for count in set(counts.values())}
    alike = {
        count
        for count, score in scores.items()
        if not start or (count.both and abs(score) < _ALIKE)
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

    def told(chosen: Iterable[str]) -> tuple[Theme, ...]:
        return tuple(
            Theme(
                term=term,
                entries=counts[term].entries,
                recent=counts[term].recent,
                score=scores[counts[term]],
                quotes=tuple(islice(_quotes(term, terms, sittings, said), _MOST_QUOTES)),
            )
            for term in chosen
        )

    return Themes(
        rising=told(term for term in clear if scores[counts[term]] > 0),
        falling=told(term for term in clear if scores[counts[term]] < 0),
        steady=told(steady),
        newest=parts.newest,
        before=parts.before,
    )


def _text(answers: Sequence[Answer]) -> str:
    return "\n\n".join(answer.text for answer in answers)


def _quotes(
    term: str, terms: Sequence[set[str]], sittings: Sequence[Sitting], said: Said
) -> Iterator[Quote]:
    """The first sentence with the term of each sitting, newest first."""
    for sitting, of_sitting in zip(reversed(sittings), reversed(terms), strict=True):
        if term in of_sitting:
            for answer in said[sitting.stem]:
                text = quote_of(answer.text, term)
                if text is not None:
                    yield Quote(sitting.date, text, sitting.stem, answer.kind)
                    break
