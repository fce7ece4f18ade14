"""Whether the number of a version still tells versions apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from learnlead.errors import Problem
from learnlead.plaintext.words import quoted
from learnlead.rubric.changes import changes
from learnlead.rubric.model import Rubric


@dataclass(frozen=True, slots=True)
class Pinned:
    """What one page says about its rubric: the version, and the behaviours that it rates."""

    file: str
    version: int
    rated: frozenset[str]


def against_shipped(own: Rubric, shipped: Rubric, file: str, line: int | None) -> Iterator[Problem]:
    """Where an own rubric changes the shipped one of its id under the same number."""
    found = changes(shipped, own)
    if own.version == shipped.version and found.version_for:
        what = "; ".join(found.version_for)
        message = f"this is called version {own.version}, as the shipped one is, but: {what}"
        remedy = f"write 'version: {own.version + 1}'"
        if found.comparable != "no":
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
        for one in sorted(page.rated - known - lost):
            lost.add(one)
            message = (
                f"{page.file} is of version {page.version} and rates {quoted(one)}, "
                "which is not here any more"
            )
            remedy = f"write 'version: {page.version + 1}', or bring the id back"
            yield Problem(message, remedy, file, line, "warning")
