"""A bundle's two JSON files: read from untrusted bytes, and checked against the size limits."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import Field, ValidationError

from learnlead.coach.bundle import MANIFEST_FILE, BundlePart, Content, Manifest
from learnlead.coach.several import ManifestOfSeveral, data_files
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
        manifests: a rubric each, without the list of files, to save memory.
        sha256: of the manifest's bytes, in hexadecimal; a reply refers to it.
        data_sha256: of each rubric's data.
        fingerprint: SHA-256 of the file; of a folder, that of its manifest.
        is_signed: whether it carries a signature.
        signer: the fingerprint of the key that signed it; None where that was not checked.
    """

    path: str
    manifests: tuple[Manifest, ...]
    sha256: str
    data_sha256: tuple[str, ...]
    fingerprint: str
    is_signed: bool = False
    signer: str | None = None

    @property
    def manifest(self) -> Manifest:
        """Of the first rubric; whose it is, for whom and when it was made are the same in all."""
        return self.manifests[0]


def sha256_of(raw: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


class _Version(BundlePart):
    schema_name: Annotated[Any, Field(alias="schema")] = None


_LATER = re.compile(r"learnlead/bundle/(?:[3-9]|[1-9][0-9]{1,3})")
_NEWER = "read it with a newer learnlead, or ask the leader for its report.html"
_SEVERAL = ManifestOfSeveral.model_fields["schema_name"].default


def read_manifest(raw: bytes, file: str) -> tuple[Manifest, ...]:
    """The manifest, a rubric each, if its id is the hash of its other keys.

    Raises:
        LearnleadError: it is not valid, or was changed after it was made.
    """
    where = f"{file}: {MANIFEST_FILE}"
    version = _read(_Version, raw, where).schema_name
    if version == _SEVERAL:
        manifests = _read(ManifestOfSeveral, raw, where).manifests()
    elif _LATER.fullmatch(version if isinstance(version, str) else ""):
        raise LearnleadError(Problem(f"this is a {version}, which is newer", _NEWER, file))
    else:
        manifests = (_read(Manifest, raw, where),)
    for name in data_files(manifests):
        if name not in manifests[0].files:
            raise LearnleadError(Problem(f"this bundle lacks its {name}", _ASK, file))
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):  # figures of thousands of digits, in keys unknown here
        fields = {}
    fields.pop("id", None)
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    if sha256_of(canonical.encode())[:32] != manifests[0].id:
        raise LearnleadError(Problem("its manifest was changed after it was made", _ASK, file))
    return manifests


def read_content(raw: bytes, file: str, name: str) -> Content:
    """The content of one rubric of a bundle, from the file of that name in it.

    Raises:
        LearnleadError: it is not valid.
    """
    return _read(Content, raw, f"{file}: {name}")


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
