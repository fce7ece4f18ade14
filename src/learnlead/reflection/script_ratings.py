"""The rating questions of a sitting: one a behaviour, or one a relationship at depth full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from learnlead.catalogue.words import Words
from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.mark import NO_OPPORTUNITY
from learnlead.reflection.question import Given, Kind, Question, Step
from learnlead.rubric.model import ALL, Behaviour


def rating_questions(
    around: Circumstances, given_live: Given, asked: Sequence[Behaviour]
) -> Iterator[Question]:
    """Ask each behaviour once; at depth full a shared one once for each live relationship.

    A `met` behaviour whose only relationship was said not to be live has *no opportunity* as its
    preset: offered, and recorded only when confirmed.
    """
    alive = given_live if isinstance(given_live, list) else None
    pairs: list[tuple[Behaviour, str]] = []
    for behaviour in asked:
        by_relationship = around.depth == "full" and behaviour.relationship == ALL and alive
        pairs += [(behaviour, one) for one in (alive if by_relationship and alive else [""])]
    for number, (behaviour, relationship) in enumerate(pairs, start=1):
        found = around.rubric.relationship(relationship)
        absent = (
            behaviour.opportunity == "met"
            and behaviour.relationship != ALL
            and alive is not None
            and behaviour.relationship not in alive
        )
        yield Question(
            f"rating:{behaviour.id}:{relationship}" if relationship else f"rating:{behaviour.id}",
            Step.RATE,
            Kind.RATING,
            behaviour.name,
            behaviour.sentence,
            preface=(found.sentence,) if found else (),
            preset=NO_OPPORTUNITY if absent else None,
            behaviour=behaviour,
            place=_place(around.words, number, len(pairs), behaviour),
            yardsticks=around.yardsticks.get(behaviour.id, ()),
        )


def _place(words: Words, number: int, of: int, behaviour: Behaviour) -> str:
    """Such as `rating 4 of 12`, and the group where the rubric has groups."""
    place = words("place.rating", n=number, all=of)
    return f"{place} · {behaviour.group}" if behaviour.group else place
