"""Passages of earlier pages that come back: which one next, and which were shown or hidden.

What came back is recorded by its page and by a number made of its words, so that the same words on
another page are the same passage, and the record holds no words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Literal

from learnlead.app.ports import PageStore
from learnlead.app.yardsticks import dated_records
from learnlead.errors import LearnleadError
from learnlead.page.page import parse
from learnlead.page.private import redact_for_sharing
from learnlead.sitting.context import Passage
from learnlead.sitting.stem import is_stem

NOT_AGAIN_FOR = timedelta(weeks=13)
"""For so long the same passage does not come back."""

RIPE_AFTER = timedelta(days=13)
"""Younger words are no memory yet."""

RESTS_EVERY = 4
"""Every fourth sitting begins without one: at most 39 of 52 weeks have one."""

OPENED_AT_MOST = 60
"""Pages."""

_RECORD = re.compile(r"- (\d{4}-\d{2}-\d{2}) (shown|hidden) ([0-9a-f]{16}) (.+)")


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage that was shown on a day, or is never to be shown again."""

    day: date
    what: Literal["shown", "hidden"]
    mark: str
    stem: str

    @property
    def line(self) -> str:
        """As it stands in the records."""
        return f"- {self.day} {self.what} {self.mark} {self.stem}"

    @classmethod
    def of(cls, passage: Passage, day: date, what: Literal["shown", "hidden"]) -> ShownPassage:
        """The record of that passage."""
        return cls(day, what, _mark(passage.text), passage.stem)


def read_shown_passages(lines: Iterable[str]) -> list[ShownPassage]:
    """Those in the records, oldest first; lines of any other form are left aside."""
    return [
        ShownPassage(day, "hidden" if read[2] == "hidden" else "shown", read[3], read[4])
        for day, read in dated_records(lines, _RECORD)
        if is_stem(read[4])
    ]


def _mark(text: str) -> str:
    """The same for the same words, whatever blanks and capitals they have."""
    return sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:16]


def is_hidden(passage: Passage, shown: Iterable[ShownPassage]) -> bool:
    """Whether it is never to be shown."""
    mark = _mark(passage.text)
    return any(record.what == "hidden" and mark == record.mark for record in shown)


def passage_to_show(
    page_store: PageStore,
    rubric_id: str,
    day: date,
    sittings: int,
    shown: Iterable[ShownPassage],
) -> Passage | None:
    """The insight that a sitting on that day begins with; None for none.

    The one that came back on the same day already comes first, since a sitting that is taken up
    again begins as it began; then the newest that has not been shown for 13 weeks.

    Args:
        page_store: the journal.
        rubric_id: of the sitting.
        day: of the sitting.
        sittings: how many earlier pages there are.
        shown: what came back already.
    """
    if sittings % RESTS_EVERY == RESTS_EVERY - 1:
        return None
    records = list(shown)
    lately = {record.mark for record in records if abs(day - record.day) < NOT_AGAIN_FOR}
    today = {record.mark for record in records if record.day == day}
    hidden = {record.mark for record in records if record.what == "hidden"}
    names = [
        name
        for name in page_store.page_names()
        if name.rubric == rubric_id and name.day <= day - RIPE_AFTER
    ]
    fitting: Passage | None = None
    for name in reversed(names[-OPENED_AT_MOST:]):
        if fitting is not None and not today:
            break
        try:
            page, _ = parse(page_store.read(name.name), page_store.shown(name.name))
        except LearnleadError:
            continue
        text = redact_for_sharing((page and page.reflection.insight) or "").strip()
        mark = _mark(text)
        if not text or mark in hidden:
            continue
        passage = Passage(name.name.removesuffix(".md"), name.day, text)
        if mark in today:
            return passage
        if fitting is None and mark not in lately:
            fitting = passage
    return fitting
