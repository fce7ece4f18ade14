"""Which questions and agreed actions of a coach's replies the next sitting asks and offers.

A filed reply names the sitting that was the newest when it was imported. Once there is a newer one
that is not quick, its question counts as asked, and what was agreed as offered, whatever was
answered. So no state is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from learnlead.app.pages import read_sittings
from learnlead.app.ports import PageStore
from learnlead.errors import LearnleadError
from learnlead.page.facts import Sitting
from learnlead.page.naming import COACH_REPLY, read_name
from learnlead.sitting.context import AgreedAction
from learnlead.sitting.plan_words import plan_of_line
from learnlead.sitting.question import AGREED_WAYS
from learnlead.text.clean import harmless
from learnlead.trends.plans import plan_items

if TYPE_CHECKING:
    from learnlead.coach.reply import Reply

_NEWEST_REPLIES = 10
"""How many replies, and how many sittings before a reply, are read at most."""


def last_sitting_with_time(page_store: PageStore, rubric_id: str, today: date) -> str | None:
    """The stem of the rubric's newest sitting up to today that had time for a question."""
    named = map(read_name, page_store.listing().names)
    names = [n.name for n in named if n and n.rubric == rubric_id and n.day <= today]
    sittings, _ = read_sittings(page_store, names[-_NEWEST_REPLIES:])
    last = newest_with_time(sittings)
    return last.stem if last else None


def newest_with_time(sittings: Sequence[Sitting]) -> Sitting | None:
    """The last of the sittings that was not a quick one."""
    return next((sitting for sitting in reversed(sittings) if sitting.depth != "quick"), None)


def waiting_replies(
    names: Iterable[str], page_store: PageStore, rubric_id: str, last: Sitting | None, day: date
) -> tuple[Reply, ...]:
    """The replies of which a sitting on that day asks and offers something, oldest first.

    Args:
        names: of all pages, in order.
        page_store: the journal.
        rubric_id: of the sitting; a reply belongs to the rubric that the bundle was about.
        last: the newest sitting up to that day that had time for a question.
        day: of the sitting.
    """
    named = map(read_name, names)
    filed_names = [n.name for n in named if n is not None and n.rubric == COACH_REPLY]
    if not filed_names:
        return ()
    from learnlead.coach.reply_file import read_reply

    newest = _order(last.stem if last else None)
    replies = []
    for name in filed_names[-_NEWEST_REPLIES:]:
        try:
            filed, _ = read_reply(page_store.read(name), page_store.shown(name))
        except LearnleadError:  # `journal check` tells; a sitting goes on without it
            continue
        if filed is None or filed.reply.rubric != rubric_id:
            continue
        came_in_after = _order(filed.after)
        if came_in_after[0] <= day.isoformat() and newest <= came_in_after:
            replies.append(filed.reply)
    return tuple(replies)


def questions_in(replies: Iterable[Reply]) -> tuple[str, ...]:
    """Their questions, the same words once."""
    asked = (harmless(reply.question, breaks=False) for reply in replies if reply.question)
    return tuple(dict.fromkeys(asked))


def agreed_in(replies: Sequence[Reply], sittings: Sequence[Sitting]) -> tuple[AgreedAction, ...]:
    """The actions that they name, newest reply first, without those that became a plan already."""
    planned = {
        (plan.cue.casefold(), plan.action.casefold()) for plan in plan_items(sittings, sittings)
    }
    actions: dict[str, AgreedAction] = {}
    for reply in reversed(replies):
        coach = harmless(reply.sender or "", breaks=False)
        for words in reply.agreed:
            line = harmless(words, breaks=False)
            cue, action = plan_of_line(line)
            if (cue.casefold(), action.casefold()) not in planned:
                actions.setdefault(line, AgreedAction(coach, reply.date, line))
    return tuple(actions.values())[: len(AGREED_WAYS)]


def _order(stem: str | None) -> tuple[str, int]:
    """Sorts sittings of one rubric; none comes before all."""
    page_name = read_name(f"{stem}.md") if stem else None
    return ("", 0) if page_name is None else (page_name.day.isoformat(), page_name.nth)
