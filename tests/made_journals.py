"""Journals that hypothesis makes up, of the small rubric."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from hypothesis import strategies as st

from learnlead.page.facts import Sitting
from learnlead.page.page import Answer
from learnlead.sitting.mark import Outcome
from learnlead.trends.themes import AnswerReader, AnswersByPage
from made_sittings import BEGUN, plan, review, sitting

MARKS = st.one_of(
    st.integers(1, 5),
    st.sampled_from(["no-opportunity", "none-made"]),
    st.dictionaries(st.sampled_from(["own", "peer"]), st.integers(1, 5), min_size=1),
)

OUTCOMES: st.SearchStrategy[Outcome | None] = st.sampled_from(
    ("done", "partly", "not-done", "not-done", "cue-never-came", None)
)


@st.composite
def journals(draw: st.DrawFn, *, most: int = 20, days: int = 200) -> list[Sitting]:
    """A few sittings, some on one date, some quick, of two comparable and one foreign version."""
    sittings: list[Sitting] = []
    for number in range(draw(st.integers(0, most))):
        day = BEGUN + timedelta(days=draw(st.integers(0, days)))
        before = sittings[-1].stem if sittings else None
        sittings.append(
            sitting(
                day,
                draw(st.dictionaries(st.sampled_from(["asking", "listening", "own-own"]), MARKS)),
                stem=f"{day}-small.{number}",
                depth=draw(st.sampled_from(["quick", "standard", "full"])),
                focus=draw(st.sampled_from([None, "asking", "listening"])),
                rubric_version=draw(st.sampled_from([None, 1, 1, 2])),
                live=draw(st.sampled_from([None, (), ("own",), ("own", "peer")])),
                evidence=frozenset(draw(st.sets(st.sampled_from(["asking", "own-own"])))),
                reviews=review(before, draw(OUTCOMES)) if before else (),
                plan=draw(st.sampled_from([None, plan(4), plan(box="x"), plan(kept=before)])),
            )
        )
    return sittings


def saying(answers_by_page: AnswersByPage) -> AnswerReader:
    """Gives these texts, whatever sittings they are asked for."""
    return lambda _: answers_by_page


def answered(kind: str, texts: Mapping[str, str]) -> AnswersByPage:
    """What was said, by page: one answer each."""
    return {stem: (Answer(kind, text),) for stem, text in texts.items()}
