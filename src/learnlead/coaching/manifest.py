"""A bundle's two JSON files, read from a stranger: what does not fit is one clear line."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from learnlead.coaching.bundle import DATA_FILE, MANIFEST_FILE, Content, Manifest, Sent
from learnlead.errors import LearnleadError, Problem
from learnlead.plaintext.words import quoted

M = TypeVar("M", bound=Sent)

_ASK = "ask for it anew"


@dataclass(frozen=True, slots=True)
class Received:
    """A bundle of which every file is what its manifest says.

    Attributes:
        path: as it was named.
        manifest: without its list of files, so that many can be held at once.
        sha256: of the manifest as it stands, in hexadecimal; what a reply names.
        data_sha256: of `annexes/data.json`.
        fingerprint: SHA-256 of the file that was named; of a folder, its manifest's.
    """

    path: str
    manifest: Manifest
    sha256: str
    data_sha256: str
    fingerprint: str


def sha256_of(raw: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def read_manifest(raw: bytes, file: str) -> Manifest:
    """The manifest, with the id that its own words give.

    Raises:
        LearnleadError: it is none that can be read, or was changed after it was made.
    """
    manifest = _read(Manifest, raw, f"{file}: {MANIFEST_FILE}")
    if DATA_FILE not in manifest.files:
        raise LearnleadError(Problem(f"this bundle lacks its {DATA_FILE}", _ASK, file))
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):  # figures of thousands of digits, in keys unknown here
        said = {}
    said.pop("id", None)
    words = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    if sha256_of(words.encode())[:32] != manifest.id:
        raise LearnleadError(Problem("its manifest was changed after it was made", _ASK, file))
    return manifest


def read_content(raw: bytes, file: str) -> Content:
    """What the bundle says.

    Raises:
        LearnleadError: it is nothing that can be read.
    """
    return _read(Content, raw, f"{file}: {DATA_FILE}")


def _read(model: type[M], raw: bytes, file: str) -> M:
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"]))
        message = "this is no JSON" if first["type"] == "json_invalid" else "this does not fit"
        at = f" at {quoted(where)}" if where else ""
        remedy = "ask for it anew; a newer bundle needs a newer learnlead"
        raise LearnleadError(Problem(f"{message}{at}", remedy, file)) from None
