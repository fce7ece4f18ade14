"""A bundle of several rubrics: version 2 of the manifest, with a part for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import Field, field_validator

from learnlead.coach.bundle import (
    DATA_FILE,
    FILES_AT_MOST,
    BundlePart,
    Content,
    FileName,
    Hashed,
    Leader,
    LeftOut,
    Line,
    Manifest,
    OfRubric,
    Period,
    Terms,
)
from learnlead.coach.ids import Token
from learnlead.sitting.kinds import Kind
from learnlead.text.typed import Day as Date

PARTS_AT_MOST = 20


class RubricPart(BundlePart):
    """What one rubric has in a bundle; the fields are those of a manifest of version 1."""

    rubric: OfRubric
    period: Period
    included: Annotated[tuple[Kind, ...], Field(max_length=50)] = ()
    left_out: Annotated[tuple[LeftOut, ...], Field(max_length=50)] = ()


class ManifestOfSeveral(BundlePart):
    """`manifest.json` of a bundle of several rubrics; each has its data in a file of its own.

    Attributes:
        parts: a rubric each, in the order of the report; the first holds the leader's wish.
        files: every file but the manifest itself.
    """

    schema_name: Annotated[Literal["learnlead/bundle/2"], Field(alias="schema")] = (
        "learnlead/bundle/2"
    )
    id: Token
    leader: Leader
    made_on: Date
    since: Date | None = None
    program: Line
    terms: Terms
    parts: Annotated[tuple[RubricPart, ...], Field(min_length=2, max_length=PARTS_AT_MOST)]
    files: Annotated[Mapping[FileName, Hashed], Field(max_length=FILES_AT_MOST)]

    @field_validator("parts")
    @classmethod
    def _each_once(cls, parts: tuple[RubricPart, ...]) -> tuple[RubricPart, ...]:
        if len({part.rubric.id for part in parts}) < len(parts):
            raise ValueError("a rubric stands there twice")
        return parts

    def manifests(self) -> tuple[Manifest, ...]:
        """Each part as the manifest of a bundle that holds nothing else."""
        shared = {name: getattr(self, name) for name in _SHARED}
        return tuple(
            Manifest(**shared, **{name: getattr(part, name) for name in RubricPart.model_fields})
            for part in self.parts
        )


_SHARED = ("id", "leader", "made_on", "since", "program", "terms", "files")

AnyManifest = Manifest | ManifestOfSeveral


def several_as_one(manifests: Sequence[Manifest]) -> AnyManifest:
    """The manifest of a bundle with these parts, at least one; the inverse of `manifests`."""
    first, *others = manifests
    if not others:
        return first
    shared = {name: getattr(first, name) for name in _SHARED}
    parts = tuple(
        RubricPart(**{name: getattr(manifest, name) for name in RubricPart.model_fields})
        for manifest in manifests
    )
    return ManifestOfSeveral(**shared, parts=parts)


def data_files(manifests: Sequence[Manifest]) -> tuple[str, ...]:
    """The path of each part's data in the bundle."""
    if len(manifests) == 1:
        return (DATA_FILE,)
    return tuple(f"annexes/data-{manifest.rubric.id}.json" for manifest in manifests)


def line_prefix(rubric: str) -> str:
    """What stands before ids that name no page, so that they are unique among several rubrics."""
    return f"{rubric}/"


def lines_together(contents: Sequence[Content]) -> Content:
    """All plans and passages of a bundle, whatever rubric they belong to, with the wish."""
    first = contents[0]
    return first.model_copy(
        update={
            "plans": tuple(plan for content in contents for plan in content.plans),
            "passages": tuple(passage for content in contents for passage in content.passages),
        }
    )
