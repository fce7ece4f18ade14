"""Log-odds with an informative Dirichlet prior: how much more a word belongs to one text.

Monroe, Colaresi and Quinn (2008), "Fightin' Words", Political Analysis 16, equations 16 and 22.
"""

from __future__ import annotations

from math import log, sqrt


def log_odds(
    count: int, total: int, other_count: int, other_total: int, *, prior: float, priors: float
) -> float:
    """The log-odds ratio of a word, one part against the other, in standard deviations.

    Args:
        count: how often the word stands in the one part.
        total: how often all words do, this one among them.
        other_count: how often the word stands in the other part.
        other_total: how often all words do there.
        prior: how often it is taken to have stood in either part already, above 0.
        priors: the same for all words together, above `prior`.
    """
    one = log((count + prior) / (total + priors - count - prior))
    other = log((other_count + prior) / (other_total + priors - other_count - prior))
    return (one - other) / sqrt(1 / (count + prior) + 1 / (other_count + prior))
