"""A person taken out of everything that the program keeps: first looked for, then done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.journal.forgetting import Forgotten, forget_in_record, forget_on_page
from learnlead.journal.naming import stem
from learnlead.journal.person import Person
from learnlead.journeys.ports import Shelf
from learnlead.plaintext.phrase import folded


class Papers(Protocol):
    """The leader's words outside pages, by name. Every call may raise `MachineFailed`."""

    def names(self) -> list[str]:
        """The files there are, as a user should read their paths."""

    def read(self, name: str) -> str:
        """The file's text exactly as it stands.

        Raises:
            LearnleadError: it cannot be read; its problems say why.
        """

    def update(self, name: str, before: str, after: str) -> None:
        """Replace the text of a file that still reads `before`.

        Raises:
            LearnleadError: it has changed since it was read, or is being changed.
        """


@dataclass(frozen=True, slots=True)
class Edit:
    """One line, or one answer of an unfinished sitting, before and after; `line` is from 1."""

    file: str
    line: int | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Left:
    """A place where the person will still stand, for somebody to look at."""

    file: str
    line: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What changes in one file, and how it is done."""

    edits: tuple[Edit, ...]
    write: Callable[[], None]


@dataclass(slots=True)
class Found:
    """Everything that was found of a person; nothing is changed yet."""

    rewrites: list[Rewrite] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def edits(self) -> list[Edit]:
        """All that would change."""
        return [edit for rewrite in self.rewrites for edit in rewrite.edits]


def look_for(person: Person, shelf: Shelf, papers: Papers) -> Found:
    """Where the person stands on pages and papers, and what would become of it."""
    found = Found()
    listing = shelf.listing()
    found.problems += listing.problems
    for name in (*listing.names, *listing.beside):
        file = shelf.shown(name)
        if person.phrase.spans(stem(name)):
            found.left.append(Left(file, None, "the name of the file"))
        _look(found, person, name, shelf, file=file, forget=forget_on_page)
    for name in papers.names():
        _look(found, person, name, papers, file=name, forget=forget_in_record)
    return found


def look_at(found: Found, person: Person, file: str, text: str) -> None:
    """Add where the person stands in a file that is never changed."""
    for number, line in enumerate(text.split("\n"), start=1):
        if person.phrase.spans(line):
            found.left.append(Left(file, number, line.strip()))


class _Files(Protocol):
    def read(self, name: str) -> str: ...

    def update(self, name: str, before: str, after: str) -> None: ...


def _look(
    found: Found,
    person: Person,
    name: str,
    files: _Files,
    *,
    file: str,
    forget: Callable[[str, Person], Forgotten | None],
) -> None:
    try:
        before = files.read(name)
    except LearnleadError as error:
        found.problems += error.problems
        return
    if not person.phrase.may_stand_in(folded(before)):
        return
    done = forget(before, person)
    if done is None:
        remedy = "look through it by hand; `learnlead journal check` says what is wrong"
        found.problems.append(Problem("the person may stand here; it was left alone", remedy, file))
        return
    found.left += (Left(file, line, text) for line, text in done.left)
    if done.changes:
        edits = tuple(Edit(file, c.line, c.before, c.after) for c in done.changes)
        found.rewrites.append(Rewrite(edits, lambda: files.update(name, before, done.text)))


def carry_out(rewrites: Sequence[Rewrite]) -> int:
    """Do it, file by file, and count the edits. What one file refuses stops no other.

    Raises:
        LearnleadError: some were refused, each with its problem.
        MachineFailed: the machine refused some.
    """
    problems: list[Problem] = []
    failed: type[LearnleadError] = LearnleadError
    edits = 0
    for rewrite in rewrites:
        try:
            rewrite.write()
        except LearnleadError as error:
            problems += error.problems
            failed = MachineFailed if isinstance(error, MachineFailed) else failed
        else:
            edits += len(rewrite.edits)
    if problems:
        done = f"{edits} of {sum(len(r.edits) for r in rewrites)} places were changed"
        remedy = "what was refused is as it was; run the command again"
        raise failed(*problems, Problem(done, remedy))
    return edits
