"""Reviews of bundles for a coach, the coach's reply, and its import into the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol

from learnlead.app.coach_questions import last_sitting_with_time
from learnlead.app.ports import PageStore
from learnlead.coach.bundle import Content, OfRubric
from learnlead.coach.ledger import Ledger
from learnlead.coach.manifest import ReceivedBundle
from learnlead.coach.reply import NAME_AT_MOST, Reply
from learnlead.coach.reply_file import FiledReply, read_reply, write_reply
from learnlead.coach.reply_sheet import read_reply_sheet
from learnlead.coach.review import Review, coach_questions, has_expired, signature_of, sort_key
from learnlead.coach.reviewed import Cutoff, ReviewedLeader, line_fingerprints, only_new
from learnlead.errors import LearnleadError, Problem
from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.naming import COACH_REPLY, read_name
from learnlead.rubric.prompts import PromptBank
from learnlead.text.clean import clean_line, harmless

LAST = "last"
"""As `--since`: from what was reviewed of the same leader before."""


class ReviewNotes(Protocol):
    """A coach's own notes. Every call may raise `MachineFailed`."""

    def leader(self, leader_id: str) -> tuple[ReviewedLeader | None, list[Problem]]:
        """What was reviewed of that leader; what cannot be understood is a problem."""

    def save(self, leader: ReviewedLeader) -> None:
        """Keep what was reviewed."""

    def salt(self) -> str:
        """Of the fingerprints; the same for ever."""


def sorted_bundles(received: Iterable[ReceivedBundle]) -> list[ReceivedBundle]:
    """In alphabetical order, each bundle once."""
    once = {bundle.manifest.id: bundle for bundle in received}
    return sorted(once.values(), key=lambda bundle: sort_key(bundle.manifest))


class Reviewer:
    """Makes the reviews of one run, one bundle at a time.

    Args:
        read: the content of a bundle that was checked, a rubric each.
        notes: what was reviewed before.
        today: decides what may still be read.
        since: a day, `LAST`, or None for everything.
        bank: the wording of a rubric's questions; None where no questions are asked for.
        words: of questions that no bank words, and of reasons.
    """

    def __init__(
        self,
        read: Callable[[ReceivedBundle], Sequence[Content]],
        notes: ReviewNotes,
        today: date,
        *,
        since: date | str | None = None,
        bank: Callable[[OfRubric], PromptBank | None] | None = None,
        words: Words = ENGLISH,
    ) -> None:
        self._read = read
        self._notes = notes
        self._today = today
        self._since = since
        self._bank = bank
        self._words = words

    def reviews(self, received: ReceivedBundle) -> list[Review]:
        """What is to be shown of the bundle, a rubric each; nothing of one whose time is over."""
        manifest = received.manifest
        signature = signature_of(received, self._known(received))
        if has_expired(manifest, self._today):
            return [Review(received.path, manifest, None, signature=signature)]
        contents = self._read(received)
        since = self._from_when(received)
        salt = self._notes.salt()
        seen: dict[str, str] = {}
        for content in contents:
            seen |= line_fingerprints(content, salt)
        reviews: list[Review] = []
        for part, content in zip(received.manifests, contents, strict=True):
            shown = content if since is None else only_new(content, since)
            questions = (
                coach_questions(shown, self._bank(part.rubric), self._words) if self._bank else ()
            )
            reviews.append(
                Review(
                    received.path,
                    part,
                    shown,
                    since,
                    tuple(questions),
                    seen,
                    self._since == LAST and since is None,
                    signature,
                    among_several=len(contents) > 1,
                )
            )
        return reviews

    def note(self, received: ReceivedBundle, review: Review, path: str) -> None:
        """Note that it was shown; `path` is where it lies, from the root of the disk."""
        if review.content is None:
            return
        leader = self._known(received) or ReviewedLeader(id=received.manifest.leader.id)
        after = leader.with_review(received, review.seen, self._today, path)
        if after != leader:
            self._notes.save(after)

    def _from_when(self, received: ReceivedBundle) -> Cutoff | None:
        if isinstance(self._since, date):
            return Cutoff(self._since)
        leader = self._known(received) if self._since == LAST else None
        if leader is None:
            return None
        if before := leader.before(received.manifest.id):
            return Cutoff(before.made_on, before.seen, salt=self._notes.salt())
        same = leader.bundle(received.manifest.id)
        if same is None:
            return None
        return Cutoff(same.reviewed_on, same.seen, again=True, salt=self._notes.salt())

    def _known(self, received: ReceivedBundle) -> ReviewedLeader | None:
        return self._notes.leader(received.manifest.leader.id)[0]


def reply_on(
    sheet: str,
    received: ReceivedBundle,
    content: Content,
    today: date,
    sender: str | None,
    *,
    words: Words = ENGLISH,
) -> Reply | None:
    """The reply on the sheet; None where nothing was written.

    Args:
        sheet: as `reply_sheet` made it, filled in.
        received: the bundle it is about, and its content.
        content: what may be commented on.
        today: the day of the reply.
        sender: how the coach signs; else as the leader called the recipient.
        words: of the sheet.

    Raises:
        LearnleadError: something on it cannot be sent; each problem has its line.
    """
    sheet_reply, problems = read_reply_sheet(sheet, content, words)
    if sheet_reply is None:
        raise LearnleadError(*problems)
    if sheet_reply.empty:
        return None
    manifest = received.manifest
    name = clean_line(harmless(sender or manifest.terms.recipient or "", breaks=False))
    return Reply.model_validate(
        {
            "date": today,
            "rubric": manifest.rubric.id,
            "leader": manifest.leader.id,
            "bundle": manifest.id,
            "bundle_sha256": received.sha256,
            "sender": name[:NAME_AT_MOST] if name else None,
            "comments": sheet_reply.comments,
            **sheet_reply.fields,
        }
    )


def reply_to_workspace(text: str, file: str, ledger: Ledger) -> Reply:
    """The reply in a file, if it is to a bundle of this workspace.

    Raises:
        LearnleadError: it cannot be read, is to somebody else's bundle, or is to lines that never
            left.
    """
    filed, problems = read_reply(text, file)
    if filed is None:
        raise LearnleadError(*problems)
    reply = filed.reply
    ours = ledger.of_bundle(reply.bundle)
    if ours is None or ours.leader != reply.leader:
        remedy = "`learnlead shared` lists what left; ask your coach which reply is yours"
        raise LearnleadError(Problem("this is a reply to another leader's bundle", remedy, file))
    left = {line.id for line in ours.lines}
    strange = next((comment.on for comment in reply.comments if comment.on not in left), None)
    if strange is not None:
        message = f"it comments on {strange!r}, which was never in that bundle"
        raise LearnleadError(Problem(message, "ask your coach for the reply anew", file))
    if reply.empty:
        raise LearnleadError(Problem("this reply says nothing", "ask your coach for it anew", file))
    return reply


def page_with_reply(page_store: PageStore, reply: Reply) -> str | None:
    """The page that has this reply already; None if none does."""
    for name in page_store.listing().names:
        page_name = read_name(name)
        if page_name is None or page_name.rubric != COACH_REPLY:
            continue
        filed, _ = read_reply(page_store.read(name), page_store.shown(name))
        if filed is not None and filed.original == reply.fingerprint:
            return name
    return None


def file_reply(page_store: PageStore, reply: Reply, today: date, words: Words = ENGLISH) -> str:
    """Make the page, dated today, with headings in that language; the name that was free for it.

    Raises:
        MachineFailed: no page was made.
    """
    filed = FiledReply(
        reply.model_copy(update={"date": today}),
        after=last_sitting_with_time(page_store, reply.rubric, today),
        original=reply.fingerprint,
    )
    return page_store.create(today, COACH_REPLY, write_reply(filed.reply, words, filed=filed))
