"""A coach's record of reviewed bundles, without any text of a leader's.

A line is recorded by its reference and a fingerprint of its text, so that the next review can tell
what is new. Findings have no stable reference: a fingerprint of the text is used for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from learnlead.coach.bundle import Content, Line
from learnlead.coach.ids import Token, name_folded
from learnlead.coach.manifest import ReceivedBundle
from learnlead.coach.reply import Reply
from learnlead.i18n.words import ENGLISH, Words
from learnlead.text.typed import Day as Date

_ID_AT_LEAST = 8


class Place(BaseModel):
    """The path of a reviewed bundle, and the fingerprint of its file."""

    model_config = ConfigDict(frozen=True)

    path: str
    fingerprint: str


class ReviewedBundle(BaseModel):
    """One bundle that was reviewed.

    Attributes:
        until: the last day on which it may be read.
        reviewed_on: the date of its first review.
        places: every path from which it was reviewed.
        seen: by reference, a fingerprint of each line.
        signer: the fingerprint of the key that signed it; None where it was not signed, or not
            checked.
    """

    model_config = ConfigDict(frozen=True)

    id: Token
    made_on: Date
    until: Date | None
    reviewed_on: Date
    places: tuple[Place, ...]
    seen: Mapping[str, str]
    signer: str | None = None


class WrittenFile(BaseModel):
    """A file with words of these bundles that the program wrote for the coach."""

    model_config = ConfigDict(frozen=True)

    path: str
    fingerprint: str
    bundles: tuple[Token, ...]


class SentReply(BaseModel):
    """What the coach asked and wrote down as agreed in the reply to a bundle."""

    model_config = ConfigDict(frozen=True)

    bundle: Token
    on: Date
    question: str | None = None
    agreed: tuple[str, ...] = ()


class ReviewedLeader(BaseModel):
    """A leader and the reviewed bundles, oldest first.

    Attributes:
        next_session: the day of it, as the coach noted it.
        replies: to these bundles, oldest first.
        written: pages, PDFs and replies with words of this leader.
    """

    model_config = ConfigDict(frozen=True)

    id: Token
    name: Line | None = None
    bundles: Annotated[tuple[ReviewedBundle, ...], Field(max_length=10_000)] = ()
    next_session: Date | None = None
    written: tuple[WrittenFile, ...] = ()
    replies: tuple[SentReply, ...] = ()

    @property
    def display_name(self) -> str:
        """The name, or words with the beginning of the id."""
        return display_name(self.name, self.id)

    def bundle(self, bundle_id: str) -> ReviewedBundle | None:
        """That bundle, if it was reviewed."""
        return next((bundle for bundle in self.bundles if bundle.id == bundle_id), None)

    def before(self, bundle_id: str) -> ReviewedBundle | None:
        """The newest other bundle that was reviewed no later than that one."""
        others = [bundle for bundle in self.bundles if bundle.id != bundle_id]
        known = self.bundle(bundle_id)
        if known is not None:
            others = [bundle for bundle in others if bundle.reviewed_on <= known.reviewed_on]
        return others[-1] if others else None

    def signed_before(self, bundle_id: str) -> ReviewedBundle | None:
        """The newest other bundle of which the signing key is known."""
        others = (b for b in reversed(self.bundles) if b.id != bundle_id)
        return next((bundle for bundle in others if bundle.signer), None)

    def with_file(self, path: str, fingerprint: str, bundles: Sequence[str]) -> ReviewedLeader:
        """A copy that knows of a file with words of these bundles of the leader."""
        own = tuple(b.id for b in self.bundles if b.id in bundles)
        others = tuple(file for file in self.written if file.path != path)
        written = WrittenFile(path=path, fingerprint=fingerprint, bundles=own)
        return self.model_copy(update={"written": (*others, written)})

    def files_of(self, bundle_id: str) -> list[WrittenFile]:
        """The files with words of that bundle."""
        return [file for file in self.written if bundle_id in file.bundles]

    def without(self, bundle_id: str) -> ReviewedLeader:
        """A copy without that bundle."""
        bundles = tuple(bundle for bundle in self.bundles if bundle.id != bundle_id)
        written = tuple(file for file in self.written if bundle_id not in file.bundles)
        replies = tuple(reply for reply in self.replies if reply.bundle != bundle_id)
        update = {"bundles": bundles, "written": written, "replies": replies}
        return self.model_copy(update=update)

    def with_reply(self, reply: Reply) -> ReviewedLeader:
        """A copy that knows of a reply; a later one to the same bundle stands in its place."""
        sent = SentReply(
            bundle=reply.bundle, on=reply.date, question=reply.question, agreed=reply.agreed
        )
        others = (kept for kept in self.replies if kept.bundle != reply.bundle)
        next_session = reply.next_session or self.next_session
        update = {"replies": (*others, sent), "next_session": next_session}
        return self.model_copy(update=update)

    def with_review(
        self, received: ReceivedBundle, seen: Mapping[str, str], today: Date, path: str
    ) -> ReviewedLeader:
        """A copy with the bundle recorded; reviewing it again keeps the date of the first review.

        Args:
            received: the bundle that was shown.
            seen: its `line_fingerprints`.
            today: the date of a first review.
            path: of the bundle, absolute.
        """
        manifest = received.manifest
        first = self.bundle(manifest.id)
        elsewhere = (place for place in (first.places if first else ()) if place.path != path)
        noted = ReviewedBundle(
            id=manifest.id,
            made_on=manifest.made_on,
            until=manifest.terms.until,
            reviewed_on=first.reviewed_on if first else today,
            places=(*elsewhere, Place(path=path, fingerprint=received.fingerprint)),
            seen=seen,
            signer=received.signer or (first.signer if first else None),
        )
        others = tuple(b for b in self.bundles if b.id != manifest.id)
        bundles = sorted((*others, noted), key=lambda bundle: (bundle.reviewed_on, bundle.made_on))
        return self.model_copy(update={"name": manifest.leader.name, "bundles": tuple(bundles)})


def find_leaders(leaders: Sequence[ReviewedLeader], words: str) -> list[ReviewedLeader]:
    """The leaders of that name, in any case, or whose id begins with it (eight letters or more)."""
    name = name_folded(words)
    by_id = len(name) >= _ID_AT_LEAST
    return [
        leader
        for leader in leaders
        if name in (leader.display_name.casefold(), name_folded(leader.name))
        or (by_id and leader.id.startswith(name))
    ]


@dataclass(frozen=True, slots=True)
class Cutoff:
    """What counts as new: lines of a date or later, or lines that an earlier bundle lacks.

    Attributes:
        day: the first date, or the date on which the earlier bundle was made.
        seen: the earlier bundle's `line_fingerprints`; None to go by the date.
        again: whether the earlier bundle is this one, so that nothing is new.
        salt: of the fingerprints.
    """

    day: Date
    seen: Mapping[str, str] | None = None
    again: bool = False
    salt: str = ""


def display_name(name: str | None, leader_id: str, words: Words = ENGLISH) -> str:
    """The name, or `a leader (ID)` with the first eight letters of the id."""
    return " ".join((name or "").split()) or words("desk.leader", id=leader_id[:8])


def line_fingerprints(content: Content, salt: str = "") -> dict[str, str]:
    """A fingerprint of every plan, passage and finding, by its reference.

    `salt` is the coach's own: without it a short text could be found by trying.
    """
    plans = {
        plan.id: f"{plan.cue}\n{plan.action}\n{plan.due}\n{plan.outcome}" for plan in content.plans
    }
    passages = {passage.id: passage.text for passage in content.passages}
    findings = {_finding(finding.text, salt): "" for finding in content.findings}
    return {
        reference: _fingerprint(words, salt)
        for reference, words in (plans | passages | findings).items()
    }


def only_new(content: Content, since: Cutoff) -> Content:
    """The new part of the content; the leader's wish and the focus always stay."""
    new = _new_references(content, since)
    return content.model_copy(
        update={
            "plans": tuple(plan for plan in content.plans if plan.id in new),
            "passages": tuple(passage for passage in content.passages if passage.id in new),
            "findings": tuple(
                finding for finding in content.findings if _finding(finding.text, since.salt) in new
            ),
            "ratings": tuple(rating for rating in content.ratings if _is_later(rating.date, since)),
        }
    )


def _is_later(day: Date, since: Cutoff) -> bool:
    """Includes the day itself if it was requested; not if it is the earlier bundle's."""
    return day >= since.day if since.seen is None else day > since.day


def _new_references(content: Content, since: Cutoff) -> Collection[str]:
    now = line_fingerprints(content, since.salt)
    if since.seen is not None:
        return {reference for reference, words in now.items() if since.seen.get(reference) != words}
    plans = {plan.id for plan in content.plans if plan.date >= since.day}
    passages = {passage.id for passage in content.passages if passage.date >= since.day}
    return plans | passages | {_finding(f.text, since.salt) for f in content.findings}


def _finding(text: str, salt: str) -> str:
    return f"finding/{_fingerprint(text, salt)}"


def _fingerprint(words: str, salt: str) -> str:
    return hashlib.blake2b(words.encode(), key=salt.encode(), digest_size=8).hexdigest()
