"""The rows in which lines are ticked: groups, open or closed, and the lines of the open ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from learnlead.app.search import phrases_of
from learnlead.coach.selection import Group, OfferedLine
from learnlead.errors import LearnleadError
from learnlead.i18n.words import ENGLISH, Words
from learnlead.reports.shared import ticked_words
from learnlead.text.phrase import Name

ROWS_AT_FIRST = 12
"""Rows that are in sight at first: groups are closed where there would be more."""


class Row(NamedTuple):
    """The heading of a group, or one of its lines; `lines` are those that the row stands for.

    `group` is None for the one row in place of all groups of which nothing was chosen last time.
    """

    group: Group | None
    lines: Sequence[OfferedLine]
    is_heading: bool


@dataclass
class Ticking:
    """What is ticked and what is in sight; kept while a name is hidden or a word is looked for.

    Attributes:
        ticked: the ids of the lines that leave.
        whom: the recipient's name; empty where nobody was named.
        since: the day of their newest bundle; None for a first one.
        opened: the groups whose lines are in sight; None before the first look.
        place: of the marked row.
        word: only lines that hold it are in sight; empty for all.
        with_older: whether lines are in sight that could leave before, and what they have.
        words: of the leader's language.
    """

    ticked: set[str]
    whom: str = ""
    since: date | None = None
    opened: set[Group] | None = None
    place: int = 0
    word: str = ""
    with_older: bool = False
    words: Words = ENGLISH
    _apart: frozenset[Group] = frozenset()
    _groups: list[tuple[Group, list[OfferedLine]]] = field(default_factory=list)

    def look_at(self, lines: Sequence[OfferedLine]) -> None:
        """Take these lines; at first, those groups are open that there is room for."""
        shown = [line for line in lines if self.with_older or line.is_new]
        if self.word:
            phrases = _phrases(self.word)
            shown = [line for line in shown if line.holds_all(phrases)]
        self._groups = [(group, list(x)) for group, x in groupby(shown, _group)]
        if self.opened is None:
            if self.since is not None:
                idle = [group for group, x in self._groups if self.mark(x) == "[ ] "]
                self._apart = frozenset(idle if len(idle) > 1 else ())
            self.opened = set(self._that_fit())
        if self.with_older or self.word:
            self._apart = frozenset()
        self.place = max(0, min(self.place, len(self.rows) - 1))

    def show_older(self, lines: Sequence[OfferedLine]) -> None:
        """With older lines, or without them; the marked row stays marked if it is in sight."""
        marked = self.row if self.rows else None
        self.with_older = not self.with_older
        self.look_at(lines)
        if marked is not None:
            last = marked.lines[-1].id
            same = (
                n
                for n, row in enumerate(self.rows)
                if row.group == marked.group
                and row.is_heading == marked.is_heading
                and (row.is_heading or row.lines[-1].id == last)
            )
            self.place = next(same, self.place)

    def _that_fit(self) -> list[Group]:
        """Groups with a tick first, then small ones, as long as all rows are in sight."""
        groups = [group for group in self._groups if group[0] not in self._apart]
        left, fitting = ROWS_AT_FIRST - len(groups) - bool(self._apart), []
        by_need = sorted(
            groups,
            key=lambda group: (not any(x.id in self.ticked for x in group[1]), len(group[1])),
        )
        for group, lines in by_need:
            left -= len(lines)
            if left < 0:
                break
            fitting.append(group)
        return fitting

    @property
    def rows(self) -> list[Row]:
        """The rows in sight."""
        rows: list[Row] = []
        apart: list[OfferedLine] = []
        for group, lines in self._groups:
            if group in self._apart:
                apart += lines
                continue
            rows.append(Row(group, lines, is_heading=True))
            if group in (self.opened or ()):
                rows += [Row(group, [line], is_heading=False) for line in lines]
        return [*rows, Row(None, apart, is_heading=True)] if apart else rows

    @property
    def row(self) -> Row:
        """The marked row."""
        return self.rows[self.place]

    def move(self, step: int) -> None:
        """Mark another row."""
        self.place = max(0, min(self.place + step, len(self.rows) - 1))

    def open(self, *, opened: bool) -> None:
        """Open or close the marked group; the heading of a closed one is marked."""
        group = self.row.group
        if group is None:
            self._apart = frozenset()
            return
        before = self.opened or set()
        self.opened = before | {group} if opened else before - {group}
        if not opened:
            rows = enumerate(self.rows)
            self.place = next(n for n, row in rows if row.is_heading and row.group == group)

    def switch(self, lines: Sequence[OfferedLine]) -> None:
        """Tick these lines, or untick them if all are ticked; what they have stays as it is."""
        ids = {line.id for line in lines if line.had is None}
        self.ticked = self.ticked - ids if ids <= self.ticked else self.ticked | ids

    def mark(self, lines: Sequence[OfferedLine]) -> str:
        """Whether all of these are ticked, or some, or none; or the recipient has them all."""
        new = [line.id in self.ticked for line in lines if line.had is None]
        if not new:
            return "[=] "
        return "[x] " if all(new) else "[-] " if any(new) else "[ ] "

    def heading(self, row: Row) -> str:
        """`Moments and their other side (0 of 6)`."""
        if row.group is None:
            counts = Counter(line.kind for line in row.lines)
            kinds = ", ".join(f"{kind} ({n})" for kind, n in counts.items())
            return self.words("export.not-chosen", kinds=kinds)
        new = [line for line in row.lines if line.had is None]
        on = sum(line.id in self.ticked for line in new)
        heading = row.group.heading(self.words)
        return self.words("export.group", heading=heading, on=on, all=len(new))

    def question(self, lines: Sequence[OfferedLine]) -> str:
        """What is asked, and how many lines are ticked."""
        shown = sum(line.is_new or (self.with_older and line.had is None) for line in lines)
        lines_shown = self.words.counted(shown, "shared.lines")
        return self.words("export.ask", n=len(self.ticked), lines=lines_shown)

    def remark(self, lines: Sequence[OfferedLine]) -> str:
        """Which of the lines are in sight, and why some of them are ticked."""
        words = self.words
        if self.word:
            of = words.counted(sum(len(group) for _, group in self._groups), "shared.lines")
            return words("export.holds", word=self.word, lines=of)
        if self.since is None:
            return ticked_words(lines, words)
        older = sum(not line.is_new for line in lines)
        had = sum(line.had is not None for line in lines)
        key = "export.nothing-since" if older == len(lines) else "export.since"
        remark = words(key, day=words.full_date(self.since))
        if not older:
            return remark
        more = words(
            "export.older-had" if had else "export.older", n=older, whom=self.whom, had=had
        )
        return f"{remark} {more}"


def had_words(line: OfferedLine, words: Words) -> str:
    """Since when the recipient has the line; empty if it is new to them."""
    return words("export.had", day=words.full_date(line.had)) if line.had else ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on a screen of lines.

    Attributes:
        what: `done` with ticking; first to `hide` a name or to look for a `word`; or `back`.
        typed: the name or the word where it was typed already.
    """

    what: Literal["done", "hide", "word", "back"]
    typed: str = ""


def _group(line: OfferedLine) -> Group:
    return line.group


def _phrases(word: str) -> tuple[Name, ...]:
    try:
        return phrases_of([word])
    except LearnleadError:
        return ()
