"""The form for `--answers`: every key of the contract, with the rubric's wording as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from learnlead.reflection.circumstances import Circumstances
from learnlead.reflection.fields import MOMENT_FIELDS, OWN_TEXTS, WHAT
from learnlead.reflection.mark import OUTCOMES
from learnlead.reflection.plan_words import in_words
from learnlead.reflection.script import questions
from learnlead.rubric.model import OTHER, Rubric


def answers_form(around: Circumstances) -> str:
    """A YAML text to fill in; what stays empty counts as not answered."""
    return "".join(f"{line}\n" for line in _lines(around))


def _lines(around: Circumstances) -> Iterator[str]:
    asked = {q.id.split(":")[0]: q.ask for q in questions(around, {"plan": "new"})}
    rubric, words = around.rubric, around.words
    head = words("form.head", title=rubric.title)
    yield from (f"# {line}" for line in head.split("\n"))
    yield "learnlead: 1"
    yield f"rubric: {rubric.id}"
    yield f"date: {around.day}"
    yield _key(f"depth: {around.depth}", words("form.depth"))
    yield "minutes:"
    if rubric.behaviours:
        yield _key("# focus:", words("form.focus"))
        yield _key("#   behaviour:", around.plain("focus"))
        yield _key("#   notice:", around.plain("focus-notice"))
    if around.plans:
        yield from _look_back(around, asked.get("look-back", around.plain("look-back")))
    if rubric.relationships:
        yield from _what(around, asked)
    heard = asked["heard"] if around.coach_questions and "heard" in asked else None
    yield _key("heard:", heard or around.wording("heard", "heard-in-form"))
    if rubric.behaviours:
        yield from _ratings(around)
    if rubric.behaviours and "insight" in asked:  # a typed sitting may ask another in its place
        yield _key("opposite:", around.wording("opposite", "opposite-high"))
    for field in OWN_TEXTS:
        if field.kind not in ("heard", "opposite") and field.asks in asked:
            yield _key(f"{field.name}:", asked[field.asks])
    if rubric.behaviours:
        yield from _plan(around, asked)
    if rubric.questions:
        yield from _questions(rubric)


def _key(key: str, comment: str) -> str:
    return f"{key:<35} # {comment}"


def _what(around: Circumstances, asked: Mapping[str, str]) -> Iterator[str]:
    rubric = around.rubric
    yield _key("relationships:", around.words("form.live", ask=around.plain("live")))
    yield from (_key(f"  # - {r.id}", r.sentence) for r in rubric.relationships)
    yield _key("moments:", asked.get("moment-what", around.plain("moment")))
    ids = ", ".join((*(r.id for r in rubric.relationships), OTHER))
    yield _key("#  - relationship:", ids)
    for field in MOMENT_FIELDS:
        if not field.asks:
            yield _key(f"#    {field.kind}:", around.words(f"form.{field.kind}"))
        elif field is WHAT:
            yield f"#    {field.name}:"
        else:
            yield _key(f"#    {field.name}:", asked.get(field.asks) or around.plain(field.kind))


def _ratings(around: Circumstances) -> Iterator[str]:
    rubric = around.rubric
    yield _key("ratings:", around.words("form.ratings"))
    yield from _comments(f"{n} {label}" for n, label in enumerate(rubric.scale.labels, 1))
    for behaviour in rubric.behaviours:
        yield f"  # {behaviour.sentence}"
        made = behaviour.opportunity == "made"
        key = f"  {behaviour.id}:"
        yield _key(key, around.words("form.none-made")) if made else key
    yield _key("evidence:", around.plain("evidence"))
    yield from (f"  {b.id}:" for b in rubric.behaviours)


def _plan(around: Circumstances, asked: Mapping[str, str]) -> Iterator[str]:
    yield _key("# plan: keep", around.words("form.plan"))
    yield "# plan:"
    yield f"#   behaviour: {around.rubric.behaviours[0].id}"
    yield _key("#   cue:", asked.get("cue", around.plain("cue")))
    yield _key("#   action:", asked.get("action", around.plain("action")))
    yield _key("#   due:", around.words("form.due"))


def _questions(rubric: Rubric) -> Iterator[str]:
    yield "answers:"
    for question in rubric.questions:
        yield f"  # {question.ask}"
        yield from _comments(question.options)
        yield f"  {question.id}:"


def _look_back(around: Circumstances, ask: str) -> Iterator[str]:
    """One mapping for the newest open plan; a list where older ones are asked about, too."""
    newest, *older = (around.plans[0], *around.older_plans)
    words = around.words
    said = words("form.open-plans") if older else in_words(newest.cue, newest.action, words)
    yield _key("# look_back:", said)
    first, others = ("  - ", "    ") if older else ("  ", "  ")
    for plan in (newest, *older):
        if older:
            yield f"#   # {in_words(plan.cue, plan.action, words)}"
        yield f"#{first}plan: {plan.stem}"
        yield _key(f"#{others}outcome:", ", ".join(OUTCOMES))
        yield _key(f"#{others}note:", ask)


def _comments(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"  #   {line}" for line in lines)
