"""The review of one bundle for a coach, and questions that the coach could ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Literal

from learnlead.coach.bundle import Content, Manifest, SentPlan
from learnlead.coach.ids import name_folded
from learnlead.coach.manifest import ReceivedBundle
from learnlead.coach.reviewed import Cutoff, ReviewedLeader
from learnlead.i18n.words import ENGLISH, Words
from learnlead.rubric.prompts import PromptBank

QUESTIONS_AT_MOST = 5
"""More questions would make a questionnaire of the conversation."""

QUESTION_KINDS = (
    *("want", "not-done", "done", "open"),
    *("focus", "strength", "not-looked-at", "passage"),
)
"""What a question may be about. Where the prompt bank has no wording for it, the program has."""

_NOT_DONE = ("not-done", "partly", "cue-never-came")
NOT_LOOKED_AT = frozenset({"silent-relationship", "none-made", "no-evidence", "no-opportunity"})
"""Kinds of findings about what a journal lacks."""


@dataclass(frozen=True, slots=True)
class CoachQuestion:
    """A question for the coach to ask, and the line of the bundle that is its reason."""

    kind: str
    ask: str
    reason: str


def coach_questions(
    content: Content, bank: PromptBank | None, words: Words = ENGLISH
) -> list[CoachQuestion]:
    """At most five questions of different kinds: the leader's wish, plans, the focus, findings.

    Wordings rotate with the number of sittings. No question is about a rating.
    """
    return [
        CoachQuestion(kind, _wording(kind, bank, content.sittings, words), reason)
        for kind, reason in islice(_reasons(content, words), QUESTIONS_AT_MOST)
    ]


def _wording(kind: str, bank: PromptBank | None, turn: int, words: Words) -> str:
    choices = getattr(bank.coach_questions, kind.replace("-", "_"), ()) if bank else ()
    return choices[turn % len(choices)] if choices else words(f"review.ask.{kind}")


def _reasons(content: Content, words: Words) -> Iterator[tuple[str, str]]:
    if content.want:
        yield "want", words("review.reason-want", want=content.want)
    newest = sorted(content.plans, key=lambda plan: plan.date, reverse=True)
    for kind, outcomes in (("not-done", _NOT_DONE), ("done", ("done",)), ("open", (None,))):
        plan = next((p for p in newest if p.outcome in outcomes and not _only_carried_on(p)), None)
        if plan is not None:
            yield kind, _plan(plan, words)
    if content.focus is not None:
        yield "focus", words("review.reason-focus", name=content.focus.name)
    silent = next(
        (finding.text for finding in content.findings if finding.kind in NOT_LOOKED_AT), None
    )
    if silent is not None:
        yield "not-looked-at", silent
    strength = next((finding.text for finding in content.findings if finding.strength), None)
    if strength is not None:
        yield "strength", strength
    moments = [
        passage
        for passage in content.passages
        if passage.kind == "moments" and passage.part == "what"
    ]
    if moments:
        newest_moment = max(moments, key=lambda passage: passage.date)
        yield "passage", newest_moment.text


def _only_carried_on(plan: SentPlan) -> bool:
    """Whether it is no longer open and has no outcome of its own."""
    return plan.outcome is None and plan.carried_on


def _plan(plan: SentPlan, words: Words) -> str:
    sentence = words("if-then", cue=plan.cue, action=plan.action).rstrip(".")
    if plan.outcome == "cue-never-came":
        state = words("review.moment-never-came")
    else:
        state = words("bundle.open" if plan.outcome is None else f"bundle.outcome.{plan.outcome}")
    return words("review.reason-plan", plan=sentence, state=state)


SignatureState = Literal["first", "same", "other", "missing", "unsigned", "unchecked"]
"""`first`: signed, and no other bundle was; `same`, `other`: the key compared with the last one;
`missing`: not signed, though an earlier one was; `unsigned`: none ever was; `unchecked`: nothing
here can check it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a bundle's signature says.

    Attributes:
        signer: the key's fingerprint; None where there is none, or it was not checked.
        before: the day of the last signed bundle that it is compared with.
    """

    state: SignatureState
    signer: str | None = None
    before: date | None = None


def signature_of(received: ReceivedBundle, leader: ReviewedLeader | None) -> Signature:
    """The bundle's signature beside those of the leader's other bundles."""
    earlier = leader.signed_before(received.manifest.id) if leader else None
    before = earlier.made_on if earlier else None
    if not received.is_signed:
        return Signature("missing" if earlier else "unsigned", None, before)
    if received.signer is None:
        return Signature("unchecked", None, before)
    if earlier is None:
        return Signature("first", received.signer)
    same = earlier.signer == received.signer
    return Signature("same" if same else "other", received.signer, before)


@dataclass(frozen=True, slots=True)
class Review:
    """One rubric of a bundle as it is shown; most bundles have one.

    Attributes:
        path: of the bundle, as it was named.
        content: all of it, or only what is new; None if its terms have expired.
        since: the cutoff for what is new; None if everything is shown.
        questions: empty unless they were requested.
        seen: a fingerprint of every line of the whole bundle, by reference.
        first: whether only new lines were requested, and no bundle of this leader was reviewed.
        signature: whether it is signed, and by whom.
        among_several: whether the bundle holds other rubrics, too.
    """

    path: str
    manifest: Manifest
    content: Content | None
    since: Cutoff | None = None
    questions: tuple[CoachQuestion, ...] = ()
    seen: Mapping[str, str] = field(default_factory=dict)
    first: bool = False
    signature: Signature | None = None
    among_several: bool = False


def has_expired(manifest: Manifest, today: date) -> bool:
    """Whether the last day on which the bundle may be read is past."""
    until = manifest.terms.until
    return until is not None and until < today


def sort_key(manifest: Manifest) -> tuple[bool, str, str, date, str]:
    """Sort key: leaders by name, those without one last; bundles of a leader by date."""
    leader = manifest.leader
    name = name_folded(leader.name)
    return not name, name, leader.id, manifest.made_on, manifest.id
