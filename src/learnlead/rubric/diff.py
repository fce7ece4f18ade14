"""What a newer text of a rubric does to the series of an older one.

A rating belongs to a version, and ids never change their meaning within one. So whatever changes
which numbers come about (an id, the scale, the order, the rhythm) needs the next number. Whether
other words still ask the same only a person can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from learnlead.errors import Problem
from learnlead.rubric.model import Behaviour, Question, Relationship, Rubric
from learnlead.text.problem_text import quoted

Comparable = Literal["yes", "no", "if-the-meaning-stays"]

_SCREEN_WORDS = ("name", "group", "anchors", "notes")
_LISTED = 3
_DECIDING = ("when", "i", "opportunity", "relationship", "reversed")


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of one kind: those in both rubrics (in the older's order), in the older and newer alone.

    `moved` says that those in both stand in another order.
    """

    stay: tuple[str, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    moved: bool

    @property
    def same(self) -> bool:
        """Whether nothing of it changed."""
        return not (self.gone or self.new or self.moved)


@dataclass(frozen=True, slots=True)
class Reworded:
    """A behaviour that stays, and the keys that say something else now."""

    id: str
    keys: tuple[str, ...]

    @property
    def decides(self) -> bool:
        """Whether a rating may mean something else now; a name or an example only helps."""
        return any(key in _DECIDING for key in self.keys)


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs and counts for the numbers.

    Attributes:
        reworded: behaviours that stay; none where the two are in different languages.
        version_for: why the next version number is needed, a clause each; empty if it is not.
        apart_for: why ratings cannot stand in one series, a clause each.
    """

    old: Rubric
    new: Rubric
    behaviours: Ids
    relationships: Ids
    questions: Ids
    reworded: tuple[Reworded, ...]
    version_for: tuple[str, ...]
    apart_for: tuple[str, ...]

    @property
    def needs_version(self) -> int:
        """The number that the newer one needs at least."""
        return self.old.version + bool(self.version_for)

    def joins(self, behaviour_id: str) -> bool:
        """Whether the newer one says that ratings of this behaviour go on."""
        return self.new.joins(self.old.version, behaviour_id)

    @property
    def comparable(self) -> Comparable:
        """Whether ratings of both may stand in one series."""
        if self.apart_for:
            return "no"
        return "if-the-meaning-stays" if any(r.decides for r in self.reworded) else "yes"


def changes(old: Rubric, new: Rubric) -> Changes:
    """Compare two versions of a rubric; two different rubrics have nothing in common."""
    behaviours = _ids(old.behaviours, new.behaviours)
    relationships = _ids(old.relationships, new.relationships)
    questions = _ids(old.questions, new.questions)
    of_scale = tuple(_of_scale(old, new))
    version_for = (
        *of_scale,
        *_of_ids("behaviour", behaviours),
        *_of_ids("relationship", relationships),
        *_of_ids("question", questions),
    )
    apart_for = of_scale
    if old.id != new.id:  # nothing to number, nothing to join
        version_for, apart_for = (), (f"{old.id} and {new.id} are two rubrics",)
    elif old.behaviours and not behaviours.stay:
        apart_for = (*of_scale, "no behaviour stays")
    reworded = tuple(_reworded(old, new, behaviours.stay))
    return Changes(old, new, behaviours, relationships, questions, reworded, version_for, apart_for)


def _of_scale(old: Rubric, new: Rubric) -> Iterator[str]:
    """What changes each number, whatever is rated."""
    if old.scale.kind != new.scale.kind:
        yield f"the scale asks for {new.scale.kind}, not for {old.scale.kind}"
    elif old.language == new.language and old.scale.labels != new.scale.labels:
        yield "the labels of the scale differ"
    if old.rhythm != new.rhythm:
        yield f"a rating is {new.rhythm}, not {old.rhythm}"


def _of_ids(kind: str, ids: Ids) -> Iterator[str]:
    for how, names in (("gone", ids.gone), ("new", ids.new)):
        if names:
            several = f"{kind}s are" if len(names) > 1 else f"{kind} is"
            more = ", …" if len(names) > _LISTED else ""
            yield f"{len(names)} {several} {how} ({', '.join(names[:_LISTED])}{more})"
    if ids.moved:
        yield f"the {kind}s stand in another order"


def _ids(
    old: Sequence[Behaviour | Relationship | Question],
    new: Sequence[Behaviour | Relationship | Question],
) -> Ids:
    before, after = [item.id for item in old], [item.id for item in new]
    stay = tuple(item_id for item_id in before if item_id in after)
    return Ids(
        stay,
        tuple(item_id for item_id in before if item_id not in after),
        tuple(item_id for item_id in after if item_id not in before),
        stay != tuple(item_id for item_id in after if item_id in before),
    )


def _reworded(old: Rubric, new: Rubric, stay: Sequence[str]) -> Iterator[Reworded]:
    words: tuple[str, ...] = (*_DECIDING, *_SCREEN_WORDS)
    if old.language != new.language:
        words = ("opportunity", "relationship", "reversed")
    for behaviour_id in stay:
        before, after = old.behaviour(behaviour_id), new.behaviour(behaviour_id)
        keys = tuple(key for key in words if getattr(before, key) != getattr(after, key))
        if keys:
            yield Reworded(behaviour_id, keys)


@dataclass(frozen=True, slots=True)
class Pinned:
    """What one page says about its rubric: the version, and the behaviours that it rates."""

    file: str
    version: int
    rated: frozenset[str]


def against_shipped(own: Rubric, shipped: Rubric, file: str, line: int | None) -> Iterator[Problem]:
    """Where an own rubric changes the shipped one of its id under the same number."""
    change = changes(shipped, own)
    if own.version == shipped.version and change.version_for:
        what = "; ".join(change.version_for)
        message = f"this is called version {own.version}, as the shipped one is, but: {what}"
        remedy = f"write 'version: {own.version + 1}'"
        if change.comparable != "no":
            remedy += f", and 'comparable-with: [{own.version}]' to join the series"
        yield Problem(message, remedy, file, line, "warning")


def against_pages(
    rubric: Rubric, pages: Iterable[Pinned], file: str, line: int | None
) -> Iterator[Problem]:
    """Where pages are of a newer version, or rate what their version has no more; one page each."""
    known = {behaviour.id for behaviour in rubric.behaviours}
    newer, lost = False, set[str]()
    for page in pages:
        if page.version > rubric.version and not newer:
            newer = True
            message = f"{page.file} is of version {page.version}, and this is {rubric.version}"
            remedy = f"write 'version: {page.version + 1}', or bring the newer file back"
            yield Problem(message, remedy, file, line, "warning")
        if page.version != rubric.version:
            continue
        for rated_id in sorted(page.rated - known - lost):
            lost.add(rated_id)
            message = (
                f"{page.file} is of version {page.version} and rates {quoted(rated_id)}, "
                "which is not here any more"
            )
            remedy = f"write 'version: {page.version + 1}', or bring the id back"
            yield Problem(message, remedy, file, line, "warning")
