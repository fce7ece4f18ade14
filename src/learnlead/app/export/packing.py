"""Makes the files of a bundle from the chosen lines; the same choice gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from learnlead import __version__
from learnlead.app.export.brief import Brief
from learnlead.coach.bundle import (
    LINES_FILE,
    MANIFEST_FILE,
    RATINGS_FILE,
    REPORT,
    Content,
    Hashed,
    Leader,
    Manifest,
    OfRubric,
    Period,
    Terms,
)
from learnlead.coach.manifest import check_bundle_size
from learnlead.coach.several import AnyManifest, data_files, several_as_one
from learnlead.i18n.words import Words
from learnlead.reports.coach_report import coach_report, left_out_words, sittings_words
from learnlead.reports.csv import BOM, lines_csv, ratings_csv
from learnlead.reports.formats.registry import formats_of_bundles
from learnlead.reports.lines import Layout
from learnlead.rubric.model import Rubric

_PAPER = Layout(80)

_NO_ID = "0" * 32


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle ready to be written: its id, and every file by its name, manifest first."""

    id: str
    files: Mapping[str, bytes]


def manifest_head(
    brief: Brief,
    ids: Collection[str],
    *,
    leader: Leader,
    terms: Terms,
    since: date | None = None,
) -> Manifest:
    """What the bundle says of itself and of one rubric, as far as its files need not be known."""
    request, rubric = brief.request, brief.request.rubric
    return Manifest(
        id=_NO_ID,
        leader=leader,
        made_on=request.today,
        since=since,
        program=f"learnlead {__version__}",
        rubric=OfRubric(
            id=rubric.id, version=rubric.version, title=rubric.title, sha256=rubric_hash(rubric)
        ),
        period=Period(first=brief.first, last=brief.last),
        relationship=request.relationship,
        terms=terms,
        included=brief.offer.included(ids),
        left_out=brief.offer.left_out(ids),
        files={},
    )


def manifest_sentences(parts: Sequence[tuple[Manifest, Content]], words: Words) -> tuple[str, ...]:
    """What a bundle says beside its lines, in sentences."""
    head = parts[0][0]
    called = words("export.called", name=head.leader.name) if head.leader.name else ""
    left_out = [kinds for part, _ in parts if (kinds := left_out_words(part, words))]
    return (
        *(
            words(
                "export.of-rubric",
                title=part.rubric.title,
                version=part.rubric.version,
                sittings=sittings_words(part, content, words),
            )
            for part, content in parts
        ),
        *filter(None, [called]),
        *(words("export.left-out", kinds=kinds) for kinds in left_out),
        words("export.made", day=head.made_on),
        words("export.shared-number", number=head.leader.id),
    )


def pack(
    briefs: Sequence[Brief],
    ids: Collection[str],
    *,
    want: str | None,
    leader: Leader,
    terms: Terms,
    since: date | None = None,
    bom: bool = False,
) -> Bundle:
    """The bundle that holds the chosen lines.

    Args:
        briefs: everything that could leave, a rubric each; at least one.
        ids: of the lines that leave.
        want: what the leader wants from the conversation, names replaced.
        leader: whose bundle it is.
        terms: on which it is given.
        since: the day of the bundle before for the same recipient.
        bom: whether CSV files begin with a byte order mark, for Excel.
    """
    wishes = (want, *(None for _ in briefs[1:]))
    parts = [
        (
            manifest_head(brief, ids, leader=leader, terms=terms, since=since),
            brief.offer.content_of(ids).model_copy(update={"want": wish}),
        )
        for brief, wish in zip(briefs, wishes, strict=True)
    ]
    heads = [head for head, _ in parts]
    words = briefs[0].request.words
    report = coach_report(parts, words)
    begins = BOM if bom else ""
    rated = any(content.ratings for _, content in parts)
    texts = {
        **{
            f"{REPORT}{fmt.suffix}": "".join(fmt.render(report, _PAPER))
            for fmt in formats_of_bundles()
        },
        **{
            name: _json(content)
            for name, (_, content) in zip(data_files(heads), parts, strict=True)
        },
        LINES_FILE: begins + lines_csv(parts, words),
        **({RATINGS_FILE: begins + ratings_csv(parts)} if rated else {}),
    }
    for brief in briefs:
        texts |= brief.offer.pages_of(ids)
    files = {name: texts[name].encode() for name in sorted(texts)}
    check_bundle_size(files)
    hashes = {
        name: Hashed(size=len(raw), sha256=hashlib.sha256(raw).hexdigest())
        for name, raw in files.items()
    }
    manifest = several_as_one([head.model_copy(update={"files": hashes}) for head in heads])
    manifest = manifest.model_copy(update={"id": id_of(manifest)})
    return Bundle(manifest.id, {MANIFEST_FILE: _json(manifest).encode(), **files})


def rubric_hash(rubric: Rubric) -> str:
    """The SHA-256 of all that the rubric asks, whatever its file looks like."""
    return hashlib.sha256(rubric.model_dump_json(by_alias=True).encode()).hexdigest()


def id_of(manifest: AnyManifest) -> str:
    """The id that a manifest must have: made of all the rest of it."""
    rest = manifest.model_dump(mode="json", by_alias=True, exclude={"id"})
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _json(model: BaseModel) -> str:
    fields = model.model_dump(mode="json", by_alias=True)
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"
