"""Bundles from untrusted senders: a folder, a zip of it, or such a zip encrypted with age.

Nothing is unpacked onto the disk. A bundle is refused as a whole, before a word of it is shown,
unless it holds exactly the files that its manifest names, each as its hash says.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NoReturn

from learnlead.adapters import system
from learnlead.adapters.disk.bundles.signing import SIGNATURE_AT_MOST, signer_of
from learnlead.adapters.disk.bundles.zip_file import (
    ALL_TOGETHER,
    LITTER,
    NAME,
    OF_A_MAC,
    PIECE,
    ZipFiles,
)
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.reading import LARGEST, read_bytes
from learnlead.coach.bundle import (
    FILES_AT_MOST,
    MANIFEST_FILE,
    SIGNATURE_FILE,
    Content,
    Manifest,
)
from learnlead.coach.manifest import ReceivedBundle, read_content, read_manifest, sha256_of
from learnlead.coach.several import data_files
from learnlead.errors import LearnleadError, Problem
from learnlead.text.problem_text import quoted

_FOLDERS: Final = ("", "annexes/", "annexes/pages/")
_FLAGS: Final = os.O_RDONLY | system.NO_FOLLOW | system.NO_WAITING | system.RAW
_TAKE_OUT: Final = "take it out, or ask for the bundle anew"


class FolderFiles:
    """The files of a folder.

    Raises:
        LearnleadError: something in it is no file of a bundle, or too large.
        MachineFailed: the folder cannot be read.
    """

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._sizes: dict[str, int] = {}
        with report_failures("read the bundle", shown):
            for folder in _FOLDERS:
                self._list(folder)
        self.names = list(self._sizes)
        if sum(self._sizes.values()) > ALL_TOGETHER:
            self._refuse("this bundle is too large")

    def size(self, name: str) -> int:
        """The bytes in that file."""
        return self._sizes[name]

    def read(self, name: str) -> bytes:
        """All that is in that file.

        Raises:
            LearnleadError: there is none.
        """
        if name not in self._sizes:
            self._refuse(f"this bundle lacks {name}")
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same bit by bit, never more than the file's size was."""
        with report_failures("read the bundle", self._shown):
            opened = os.open(f"{self._shown}/{name}", _FLAGS)
            try:
                left = self._sizes[name] + 1  # one byte more tells that it grew
                while left and (piece := os.read(opened, min(PIECE, left))):
                    left -= len(piece)
                    yield piece
            finally:
                os.close(opened)

    def _list(self, folder: str) -> None:
        path = f"{self._shown}/{folder}"
        if folder and not os.path.lexists(path.rstrip("/")):
            return
        with os.scandir(path) as entries:
            for entry in entries:
                name = folder + entry.name
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode) and (f"{name}/" in _FOLDERS or name == OF_A_MAC):
                    continue
                if stat.S_ISREG(status.st_mode) and LITTER.fullmatch(name):
                    continue
                if not stat.S_ISREG(status.st_mode) or not NAME.fullmatch(name):
                    self._refuse(f"{quoted(name)} is no file of a bundle", _TAKE_OUT)
                if status.st_size > LARGEST or len(self._sizes) > FILES_AT_MOST:
                    self._refuse(f"{quoted(name)} is too large, or one file too many", _TAKE_OUT)
                self._sizes[name] = status.st_size

    def _refuse(self, message: str, remedy: str = "ask for it anew") -> NoReturn:
        raise LearnleadError(Problem(message, remedy, self._shown))


_HEADS: Final = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")
_KEY: Final = "AGE-SECRET-KEY-"


def is_encrypted(raw: bytes) -> bool:
    """Whether that is a file of age's, as bytes or as letters."""
    return raw.startswith(_HEADS)


def decrypted(raw: bytes, shown: str, identity: str | None) -> bytes:
    """What was encrypted.

    Args:
        raw: a file of age's.
        shown: how the user named it.
        identity: a file with age's own keys, or an SSH key, as `age -i` takes it.

    Raises:
        LearnleadError: there is no key, the key does not open it, or pyrage is not installed.
    """
    by_age = f"or `age --decrypt --identity KEY --output bundle.zip {shown}`"
    if identity is None:
        remedy = f"name the file with your key: --identity KEY; {by_age}"
        raise LearnleadError(Problem("this bundle is encrypted", remedy, shown))
    try:
        import pyrage
    except ImportError:
        remedy = f"install it: pip install 'learnlead[encrypt]'; {by_age}"
        raise LearnleadError(Problem("opening it needs pyrage", remedy, shown)) from None
    key = read_bytes(identity, identity)
    try:
        opened: bytes = pyrage.decrypt(raw, _identities(key))
    except (pyrage.DecryptError, pyrage.IdentityError, ValueError):
        remedy = "is it the key that the leader was given for you?"
        raise LearnleadError(Problem("this key does not open it", remedy, shown)) from None
    return opened


def _identities(key: bytes) -> list[object]:
    """The keys in a file: age's own, a line each, or one of SSH."""
    from pyrage import ssh, x25519

    lines = [line.strip() for line in key.decode(errors="replace").splitlines()]
    own = [x25519.Identity.from_str(line) for line in lines if line.startswith(_KEY)]
    return own or [ssh.Identity.from_buffer(key)]


Files = FolderFiles | ZipFiles

_ANEW = "ask for it anew"


def receive(path: str, identity: str | None = None) -> ReceivedBundle:
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
    manifests = read_manifest(raw, path)
    listed_files = manifests[0].files
    _same_files(path, listed_files, files)
    is_signed = SIGNATURE_FILE in files.names
    signer = None
    if is_signed:
        if files.size(SIGNATURE_FILE) > SIGNATURE_AT_MOST:
            raise LearnleadError(Problem("its signature is too large for one", _ANEW, path))
        signer = signer_of(raw, files.read(SIGNATURE_FILE), path)
    for name, listed in listed_files.items():
        if files.size(name) != listed.size or _hash_of(files.pieces(name)) != listed.sha256:
            message = f"this bundle was changed after it was made: {name} is not what was sent"
            raise LearnleadError(Problem(message, _ANEW, path))
    return ReceivedBundle(
        path=path,
        manifests=tuple(manifest.model_copy(update={"files": {}}) for manifest in manifests),
        sha256=sha256_of(raw),
        data_sha256=tuple(listed_files[name].sha256 for name in data_files(manifests)),
        fingerprint=fingerprint,
        is_signed=is_signed,
        signer=signer,
    )


def contents_of(received: ReceivedBundle, identity: str | None = None) -> tuple[Content, ...]:
    """What a bundle that was checked says, a rubric each.

    Raises:
        LearnleadError: it was changed since it was checked, or does not fit.
        MachineFailed: the machine refused.
    """
    files, _ = _opened(received.path, identity)
    contents: list[Content] = []
    names = data_files(received.manifests)
    for name, sha256 in zip(names, received.data_sha256, strict=True):
        raw = files.read(name)
        if sha256_of(raw) != sha256:
            message = "this bundle is just being changed"
            raise LearnleadError(Problem(message, "again", received.path))
        contents.append(read_content(raw, received.path, name))
    return tuple(contents)


def looks_like_a_bundle(path: str) -> bool:
    """Whether it is a zip, encrypted, or a folder with a manifest; nothing in it is believed.

    Raises:
        LearnleadError: it is none of them, and no file that can be read.
        MachineFailed: the machine refused.
    """
    if Path(path).is_dir() and (Path(path) / MANIFEST_FILE).is_file():
        return True
    raw = read_bytes(path, path)
    return raw.startswith(b"PK\x03\x04") or is_encrypted(raw)


def manifest_of(path: str, fingerprint: str) -> Manifest | None:
    """The manifest of a folder that still has that fingerprint; None where it has another."""
    raw = FolderFiles(path).read(MANIFEST_FILE)
    return read_manifest(raw, path)[0] if sha256_of(raw) == fingerprint else None


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


def _same_files(path: str, named: Iterable[str], files: Files) -> None:
    """Refuse a bundle that holds more or less than its manifest names."""
    listed = {*named, MANIFEST_FILE}
    present = set(files.names) - {SIGNATURE_FILE}
    for names, message, remedy in (
        (listed - present, "this bundle lacks {}", _ANEW),
        (present - listed, "{} is no part of this bundle", _TAKE_OUT),
    ):
        if names:
            problem = Problem(message.format(min(names)), remedy, path)
            raise LearnleadError(problem)


def _hash_of(pieces: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
