"""A bundle's two JSON files: read from untrusted bytes, and checked against the size limits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from learnlead.coach.bundle import DATA_FILE, MANIFEST_FILE, BundlePart, Content, Manifest
from learnlead.errors import LearnleadError, Problem
from learnlead.text.limits import BUNDLE_AT_MOST, FILE_AT_MOST
from learnlead.text.problem_text import quoted

M = TypeVar("M", bound=BundlePart)

_ASK = "ask for it anew"


@dataclass(frozen=True, slots=True)
class ReceivedBundle:
    """A bundle whose files all match its manifest.

    Attributes:
        path: as it was named.
        manifest: without its list of files, to save memory.
        sha256: of the manifest's bytes, in hexadecimal; a reply refers to it.
        data_sha256: of `annexes/data.json`.
        fingerprint: SHA-256 of the file; of a folder, that of its manifest.
        is_signed: whether it carries a signature.
        signer: the fingerprint of the key that signed it; None where that was not checked.
    """

    path: str
    manifest: Manifest
    sha256: str
    data_sha256: str
    fingerprint: str
    is_signed: bool = False
    signer: str | None = None


def sha256_of(raw: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def read_manifest(raw: bytes, file: str) -> Manifest:
    """The manifest, if its id is the hash of its other keys.

    Raises:
        LearnleadError: it is not valid, or was changed after it was made.
    """
    manifest = _read(Manifest, raw, f"{file}: {MANIFEST_FILE}")
    if DATA_FILE not in manifest.files:
        raise LearnleadError(Problem(f"this bundle lacks its {DATA_FILE}", _ASK, file))
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):  # figures of thousands of digits, in keys unknown here
        fields = {}
    fields.pop("id", None)
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    if sha256_of(canonical.encode())[:32] != manifest.id:
        raise LearnleadError(Problem("its manifest was changed after it was made", _ASK, file))
    return manifest


def read_content(raw: bytes, file: str) -> Content:
    """The content of a bundle.

    Raises:
        LearnleadError: it is not valid.
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


_REMEDY = "choose a shorter time with --from and --to, or fewer lines"


def build_content(**parts: Any) -> Content:
    """The content made of these fields.

    Raises:
        LearnleadError: a list is longer than a bundle allows.
    """
    try:
        return Content(**parts)
    except ValidationError as error:
        if any(detail["type"] != "too_long" for detail in error.errors(include_input=False)):
            raise
        message = "these are more lines than one bundle may hold"
        raise LearnleadError(Problem(message, _REMEDY)) from None


def check_bundle_size(files: Mapping[str, bytes]) -> None:
    """Checks that the files stay within the limits that readers of bundles enforce.

    Raises:
        LearnleadError: one file, or all together, are too large.
    """
    sizes = [len(raw) for raw in files.values()]
    if max(sizes) > FILE_AT_MOST or sum(sizes) > BUNDLE_AT_MOST:
        raise LearnleadError(Problem("these are larger texts than one bundle may hold", _REMEDY))
