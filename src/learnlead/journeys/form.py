"""The form for `--answers`: every key of the contract, with the rubric's wording as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.plan_words import in_words
from learnlead.reflection.script import questions
from learnlead.reflection.wording import FALLBACK, OUTCOME_LABELS
from learnlead.rubric.model import OTHER, Rubric


def answers_form(around: Circumstances) -> str:
    """A YAML text to fill in; what stays empty counts as not answered."""
    return "".join(f"{line}\n" for line in _lines(around))


def _lines(around: Circumstances) -> Iterator[str]:
    asked = {q.id.split(":")[0]: q.ask for q in questions(around, {"plan": "new"})}
    rubric = around.rubric
    yield f"# {rubric.title}: answers for `learnlead reflect --answers FILE`."
    yield "# Fill in what you like, taking the # away where there is one; what stays empty was not"
    yield "# answered. One answer is needed."
    yield "learnlead: 1"
    yield f"rubric: {rubric.id}"
    yield f"date: {around.day}"
    yield _key(f"depth: {around.depth}", "quick, standard or full")
    yield "minutes:"
    if rubric.behaviours:
        yield _key("# focus:", "sets or renews it")
        yield _key("#   behaviour:", around.plain("focus"))
        yield _key("#   notice:", FALLBACK["focus-notice"])
    if around.plans:
        yield from _look_back(around, asked.get("look-back", FALLBACK["look-back"]))
    if rubric.relationships:
        yield from _what(around, asked)
    heard = "What came back from whom you asked, or your coach's question"
    yield _key("heard:", around.wording("heard", heard))
    if rubric.behaviours:
        yield from _ratings(around)
    if rubric.behaviours and "insight" in asked:  # a typed sitting may ask another in its place
        yield _key("opposite:", around.wording("opposite", FALLBACK["opposite-high"]))
    for key in ("insight", "obstacle"):
        if key in asked:
            yield _key(f"{key}:", asked[key])
    if rubric.behaviours:
        yield from _plan(rubric, asked)
    if rubric.questions:
        yield from _questions(rubric)


def _key(key: str, comment: str) -> str:
    return f"{key:<35} # {comment}"


def _what(around: Circumstances, asked: Mapping[str, str]) -> Iterator[str]:
    rubric = around.rubric
    yield _key("relationships:", f"{around.plain('live')} [] is none")
    yield from (_key(f"  # - {r.id}", r.sentence) for r in rubric.relationships)
    yield _key("moments:", asked.get("moment-what", around.plain("moment")))
    ids = ", ".join((*(r.id for r in rubric.relationships), OTHER))
    yield _key("#  - relationship:", ids)
    yield _key("#    with:", "a role; only you see it")
    yield "#    what:"
    yield _key("#    other_side:", asked.get("other-side", FALLBACK["other-side"]))


def _ratings(around: Circumstances) -> Iterator[str]:
    rubric = around.rubric
    yield _key("ratings:", "1 to 5, no-opportunity, or none-made where it says so")
    yield from _comments(f"{n} {label}" for n, label in enumerate(rubric.scale.labels, 1))
    for behaviour in rubric.behaviours:
        yield f"  # {behaviour.sentence}"
        made = behaviour.opportunity == "made"
        yield _key(f"  {behaviour.id}:", "or none-made") if made else f"  {behaviour.id}:"
    yield _key("evidence:", around.plain("evidence"))
    yield from (f"  {b.id}:" for b in rubric.behaviours)


def _plan(rubric: Rubric, asked: Mapping[str, str]) -> Iterator[str]:
    yield _key("# plan: keep", "or none, or a new one:")
    yield "# plan:"
    yield f"#   behaviour: {rubric.behaviours[0].id}"
    yield _key("#   cue:", asked.get("cue", FALLBACK["cue"]))
    yield _key("#   action:", asked.get("action", FALLBACK["action"]))
    yield _key("#   due:", "a date; left out, one period after the sitting")


def _questions(rubric: Rubric) -> Iterator[str]:
    yield "answers:"
    for question in rubric.questions:
        yield f"  # {question.ask}"
        yield from _comments(question.options)
        yield f"  {question.id}:"


def _look_back(around: Circumstances, ask: str) -> Iterator[str]:
    """One mapping for the newest open plan; a list where older ones are asked about, too."""
    newest, *older = (around.plans[0], *around.older_plans)
    words = in_words(newest.cue, newest.action)
    yield _key("# look_back:", "what stays without an outcome stays open" if older else words)
    first, others = ("  - ", "    ") if older else ("  ", "  ")
    for plan in (newest, *older):
        if older:
            yield f"#   # {in_words(plan.cue, plan.action)}"
        yield f"#{first}plan: {plan.stem}"
        yield _key(f"#{others}outcome:", ", ".join(OUTCOME_LABELS))
        yield _key(f"#{others}note:", ask)


def _comments(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"  #   {line}" for line in lines)
