"""Verdicts in sentences: what a look called, what holds of it, and what it could not have seen."""

from __future__ import annotations

from collections.abc import Iterator

from learnlead.i18n.words import ENGLISH, Words
from learnlead.trends.looks import LOOKS, Claim, next_look
from learnlead.trends.model import Trends
from learnlead.trends.odds import MOST, unseen_rise
from learnlead.trends.series import Judged, Series
from learnlead.trends.stats.averages import mean
from learnlead.trends.stats.selection import shrunken
from learnlead.trends.verdict import FIRST_VERDICT

CLEAR = 1.0
"""How far |z| has to pass the bound to be called clear; nearer it suggests."""

_HIGH = 4.5
_SMALL = 0.05
"""Points below which a size is told as close to nothing."""


def overall_subject(words: Words) -> str:
    """`your overall rating`."""
    return words("trends.overall")


def own_subject(name: str, words: Words) -> str:
    """`your own rating of Open doors`."""
    return words("trends.own", name=name)


def verdict(series: Series, subject: str, trends: Trends, words: Words) -> str:
    """What may be said of a series, in a sentence or two.

    Args:
        series: of a behaviour, or overall.
        subject: of the ratings, such as `your own rating of Open doors`.
        trends: that the series belongs to.
        words: of the reader's language.
    """
    if series.figures_only:
        return words("verdict.figures" if trends.chosen else "verdict.quarterly")
    judged, claim = series.judged, series.claim
    if judged is None:
        return _before_looks(series, trends, words)
    if claim is not None:
        return _claimed(claim, judged, subject, words)
    if judged.standing.judgement.n < FIRST_VERDICT:
        ratings = words.counted(judged.standing.judgement.n, "trends.ratings")
        day = words.full_date(judged.look.on)
        return words("verdict.few", ratings=ratings, day=day, needed=FIRST_VERDICT)
    return words(
        "verdict.none",
        subject=subject,
        day=words.full_date(judged.look.on),
        sittings=words.counted(judged.look.sittings, "trends.sittings"),
    )


def _before_looks(series: Series, trends: Trends, words: Words) -> str:
    more = words.counted(LOOKS[0] - len(trends.window.dates), "trends.more-sittings")
    if not series.n:
        return words("verdict.none-yet", more=more)
    if series.first_look:
        return words("verdict.before", more=more)
    values = (
        str(int(value)) if value == int(value) else words.figure(value)
        for value in series.dated.values
    )
    return words("verdict.values", values=", ".join(values), more=more)


def _claimed(claim: Claim, judged: Judged, subject: str, words: Words) -> str:
    look = judged.look
    sentence = {
        "subject": subject,
        "day": words.full_date(claim.on),
        "sittings": words.counted(claim.look, "trends.sittings"),
    }
    if claim.look == look.sittings:
        z = abs(judged.standing.judgement.z or 0.0)
        how = "clear" if z >= look.bound + CLEAR else "suggests"
        return words(f"verdict.{claim.direction}-{how}", **sentence)
    how = "still" if judged.standing.passes else "weaker"
    later = words.counted(look.sittings, "trends.sittings")
    return words(
        f"held.{how}-{claim.direction}", now=words.full_date(look.on), later=later, **sentence
    )


def short_verdict(series: Series, words: Words = ENGLISH) -> str:
    """The verdict in a few words, for a table."""
    if series.figures_only:
        return words("short.figures")
    if series.judged is None:
        return words("short.before" if series.n else "short.none-yet")
    if series.claim is not None:
        weaker = not series.judged.standing.passes
        return words(f"short.{'weaker-' if weaker else ''}{series.claim.direction}")
    return words("short.none" if series.judgement.n >= FIRST_VERDICT else "short.few")


def lost_sentence(series: Series, subject: str, words: Words) -> str | None:
    """For a claim that the newest look took back: once, until the next look."""
    if series.lost is None or series.judged is None:
        return None
    return words(
        f"verdict.lost-{series.lost.direction}",
        subject=subject,
        day=words.full_date(series.lost.on),
        now=words.full_date(series.judged.look.on),
    )


def _unseen_overall(trends: Trends, words: Words) -> str | None:
    """What would have gone unseen, where the test called nothing; for this n and this journal."""
    series = trends.composite
    if series.verdict != "no-trend-detected":
        return None
    rise = unseen_rise(series.judgement.n, trends.phi, overall=True)
    if rise is None:
        return words("verdict.unseen-all", points=_points(MOST, words))
    return words("verdict.unseen", points=_points(round(rise * 4) / 4, words))


def unseen_of_one(trends: Trends, words: Words) -> str | None:
    """The same of a single behaviour: the one of those that are not called with most ratings."""
    n = max(
        (
            trend.series.judgement.n
            for trend in trends.behaviours
            if trend.series.verdict == "no-trend-detected"
        ),
        default=0,
    )
    if not n:
        return None
    rise = unseen_rise(n, trends.phi, overall=False)
    ratings = words.counted(n, "trends.ratings")
    if rise is None:
        return words("verdict.unseen-one-all", points=_points(MOST, words), ratings=ratings)
    points = _points(round(rise * 4) / 4, words)
    return words("verdict.unseen-one", points=points, ratings=ratings)


def _points(points: float, words: Words) -> str:
    if points == 1:
        return words("trends.point", n=1)
    text = str(int(points)) if points == int(points) else f"{points:g}"
    return words("trends.points", n=words.with_sign(text))


def since_sentence(series: Series, words: Words) -> str | None:
    """The mean since the newest look, and the next look; None before the first look."""
    if series.judged is None:
        return None
    look = series.judged.look
    following = words.counted(next_look(look.sittings), "trends.at-sittings")
    later = [
        value
        for day, value in zip(series.dated.dates, series.dated.values, strict=True)
        if day > look.on
    ]
    if not later:
        return words("verdict.next", next=following)
    return words(
        "verdict.since",
        mean=words.figure(mean(later)),
        sittings=words.counted(len(later), "trends.sittings"),
        next=following,
    )


def thirds(series: Series, words: Words = ENGLISH) -> str | None:
    """`From 3.1 to 3.9, 9 ratings each.`; None before the first look at them."""
    if series.thirds is None:
        return None
    first, last = series.thirds
    return words(
        "verdict.thirds",
        first=words.figure(first.mean),
        last=words.figure(last.mean),
        each=words.counted(first.n, "trends.ratings"),
    )


def size_sentence(series: Series, words: Words) -> str | None:
    """How large what a look called probably is: shrunken, since a test picks large figures."""
    size = shrunken_size(series)
    if size is None:
        return None
    middle, most = size
    furthest = words.figure(abs(most))
    if abs(middle) < _SMALL:
        return words("verdict.size-small", most=furthest)
    return words("verdict.size", size=words.figure(middle, sign=True), most=furthest)


def shrunken_size(series: Series) -> tuple[float, float] | None:
    """The likely change from first to last third, and the largest that is plausible.

    From the values of the look that called it anew; None without such a claim.
    """
    if series.judged is None or series.claim is None or not series.judged.standing.passes:
        return None
    z, values = series.judgement.z, series.judged.dated.values
    third = len(values) // 3
    if not z or not third:
        return None
    change = mean(values[-third:]) - mean(values[:third])
    share = shrunken(z, series.judged.look.bound)
    return change * share.share, change * share.high


def caveats(series: Series, words: Words = ENGLISH) -> list[str]:
    """Caveats of the verdict; mostly none."""
    sentences = [
        sentence for sentence in (response_shift(series, words), _depths(series, words)) if sentence
    ]
    if little_room(series):
        sentences.append(words("verdict.little-room"))
    return sentences


def response_shift(series: Series, words: Words = ENGLISH) -> str | None:
    """For a fall, the possible response shift and two pages to reread; else None."""
    if series.verdict != "falling" or series.reread is None:
        return None
    before, after = map(words.full_date, series.reread)
    return words("verdict.fell", before=before, after=after)


def little_room(series: Series) -> bool:
    """Whether constantly high ratings leave little room for a rise (ceiling effect)."""
    lowest = min((third.mean for third in series.thirds or ()), default=0)
    return series.verdict == "no-trend-detected" and lowest >= _HIGH


def _depths(series: Series, words: Words) -> str | None:
    if not series.first_look or not series.depths_changed:
        return None
    return words("verdict.depths")


def change(series: Series, words: Words = ENGLISH) -> str:
    """`3.5 to 3.2, 30 ratings`."""
    ratings = words.counted(series.n, "trends.ratings")
    if series.thirds is None:
        return ratings
    first, last = (words.figure(third.mean) for third in series.thirds)
    return words("figure.change", first=first, last=last, ratings=ratings)


def overall_notes(trends: Trends, words: Words) -> Iterator[str]:
    """What belongs to a verdict on overall: who differs, the size, and what would go unseen."""
    series = trends.composite
    if series.claim is not None and not trends.differences:
        fell = "-fell" if series.claim.direction == "falling" else ""
        yield words(f"verdict.alike{fell}")
    sentences = (
        size_sentence(series, words),
        lost_sentence(series, overall_subject(words), words),
        _unseen_overall(trends, words),
        since_sentence(series, words),
    )
    yield from (sentence for sentence in sentences if sentence)
