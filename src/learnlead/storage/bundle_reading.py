"""Bundles from anybody, read as if from an enemy: a folder, a zip of it, or such a zip in age.

Nothing is unpacked onto the disk. A bundle is refused as a whole, before a word of it is shown,
unless it holds exactly the files that its manifest names, each as its hash says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from learnlead.coaching.bundle import DATA_FILE, MANIFEST_FILE, Content, Manifest
from learnlead.coaching.manifest import Received, read_content, read_manifest, sha256_of
from learnlead.errors import LearnleadError, Problem
from learnlead.storage.bundle_folder import FolderFiles
from learnlead.storage.bundle_zip import ZipFiles
from learnlead.storage.decrypting import decrypted, is_encrypted
from learnlead.storage.reading import read_bytes

Files = FolderFiles | ZipFiles

_ANEW = "ask for it anew"


def receive(path: str, identity: str | None = None) -> Received:
    """Check the bundle from its first byte to its last.

    Args:
        path: of the bundle.
        identity: a file with the key that opens an encrypted one.

    Raises:
        LearnleadError: it cannot be read, is not what its manifest says, or is made to harm.
        MachineFailed: the machine refused.
    """
    files, fingerprint = _opened(path, identity)
    raw = files.read(MANIFEST_FILE)
    manifest = read_manifest(raw, path)
    _same_files(path, manifest, files)
    for name, said in manifest.files.items():
        if files.size(name) != said.size or _hash_of(files.pieces(name)) != said.sha256:
            message = f"this bundle was changed after it was made: {name} is not what was sent"
            raise LearnleadError(Problem(message, _ANEW, path))
    return Received(
        path=path,
        manifest=manifest.model_copy(update={"files": {}}),
        sha256=sha256_of(raw),
        data_sha256=manifest.files[DATA_FILE].sha256,
        fingerprint=fingerprint,
    )


def content_of(received: Received, identity: str | None = None) -> Content:
    """What a bundle that was checked says.

    Raises:
        LearnleadError: it was changed since it was checked, or does not fit.
        MachineFailed: the machine refused.
    """
    files, _ = _opened(received.path, identity)
    raw = files.read(DATA_FILE)
    if sha256_of(raw) != received.data_sha256:
        raise LearnleadError(Problem("this bundle is just being changed", "again", received.path))
    return read_content(raw, received.path)


def looks_like_a_bundle(path: str) -> bool:
    """Whether it is a zip, encrypted, or a folder with a manifest; nothing in it is believed.

    Raises:
        Unreadable: it is none of them, and no file that can be read.
        MachineFailed: the machine refused.
    """
    if Path(path).is_dir() and (Path(path) / MANIFEST_FILE).is_file():
        return True
    raw = read_bytes(path, path)
    return raw.startswith(b"PK\x03\x04") or is_encrypted(raw)


def manifest_of(path: str, fingerprint: str) -> Manifest | None:
    """The manifest of a folder that still has that fingerprint; None where it has another."""
    raw = FolderFiles(path).read(MANIFEST_FILE)
    return read_manifest(raw, path) if sha256_of(raw) == fingerprint else None


def _opened(path: str, identity: str | None) -> tuple[Files, str]:
    if Path(path).is_dir():
        folder = FolderFiles(path)
        if MANIFEST_FILE not in folder.names:
            remedy = "name the bundles in it, such as FOLDER/*.zip"
            raise LearnleadError(Problem("this folder is no bundle", remedy, path))
        return folder, sha256_of(folder.read(MANIFEST_FILE))
    raw = read_bytes(path, path)
    fingerprint = sha256_of(raw)
    if is_encrypted(raw):
        raw = decrypted(raw, path, identity)
    return ZipFiles(raw, path), fingerprint


def _same_files(path: str, manifest: Manifest, files: Files) -> None:
    """Refuse a bundle that holds more or less than its manifest names."""
    wanted, there = {*manifest.files, MANIFEST_FILE}, set(files.names)
    for names, message, remedy in (
        (wanted - there, "this bundle lacks {}", _ANEW),
        (there - wanted, "{} is no part of this bundle", "take it out, or ask for the bundle anew"),
    ):
        if names:
            problem = Problem(message.format(min(names)), remedy, path)
            raise LearnleadError(problem)


def _hash_of(pieces: Iterator[bytes]) -> str:
    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()
