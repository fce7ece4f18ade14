"""Signatures of bundles by OpenSSH's `ssh-keygen -Y`; nothing of cryptography is our own.

A bundle's manifest is signed, which has the hash of every other file. Each recipient's bundles are
signed with a key of their own, so that no two recipients can tell by it that they have the same
leader; the key lies in `records/keys`, for its owner alone.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.temporaries import temporary_folder
from learnlead.errors import LearnleadError, Problem

_PROGRAM: Final = "ssh-keygen"
_FOR: Final = "learnlead-bundle"
"""What the signature is for: one made for a file, a mail or a commit is none for a bundle."""

_GOOD: Final = re.compile(
    rb'Good "learnlead-bundle" signature with [A-Z0-9-]+ key (SHA256:[A-Za-z0-9+/]{43})\s*'
)
_PATIENCE: Final = 60
"""Seconds for a program that should take a moment."""

SIGNATURE_AT_MOST: Final = 16_384
"""Bytes of a signature: an RSA key of 16,384 bits makes half of it."""


_PIPES: Final = Path("/dev/fd")
"""Names for open pipes; Windows has none."""


def can_sign() -> bool:
    """Whether `ssh-keygen` is installed, and can be handed a signature without a file."""
    return shutil.which(_PROGRAM) is not None and _PIPES.is_dir()


def signed(manifest: bytes, key: Path, shown: str) -> bytes | None:
    """The signature of the manifest; None where `ssh-keygen` is not there or cannot sign.

    Args:
        manifest: its bytes.
        key: the file of the private key; it is made if it is not there.
        shown: the key's path as the user should read it.

    Raises:
        MachineFailed: the machine refused.
    """
    if not can_sign():
        return None
    with report_failures("sign the bundle", shown):
        safe_write.make_folder(key.parent)
        with temporary_folder(key.parent) as room:
            if not key.exists() and not _new_key(key, room):
                return None
            safe_write.put(room / "manifest", manifest)
            ran = _run("-Y", "sign", "-q", "-n", _FOR, "-f", str(key), str(room / "manifest"))
            signature = room / "manifest.sig"
            return signature.read_bytes() if ran.returncode == 0 and signature.is_file() else None


def _new_key(key: Path, room: Path) -> bool:
    """Make a key without a passphrase; whether that went well."""
    made = room / "key"
    ran = _run("-q", "-t", "ed25519", "-N", "", "-C", "learnlead", "-f", str(made))
    if ran.returncode != 0:
        return False
    safe_write.put(key.with_name(f"{key.name}.pub"), made.with_name("key.pub").read_bytes())
    safe_write.create(key, made.read_bytes())
    return True


def signer_of(manifest: bytes, signature: bytes, path: str) -> str | None:
    """The fingerprint of the key that signed the manifest; None where nothing here can tell.

    Args:
        manifest: its bytes.
        signature: what stands in the bundle as one; it is handed over through a pipe, for a file
            would be left behind by a run that is killed.
        path: of the bundle, as it was named.

    Raises:
        LearnleadError: it is no signature of this manifest.
        MachineFailed: the machine refused.
    """
    if len(signature) > SIGNATURE_AT_MOST:
        raise _wrong(path)
    if not can_sign():
        return None
    with report_failures("check the signature", path):
        reading, writing = os.pipe()
        try:
            os.write(writing, signature)  # far less than a pipe holds
            os.close(writing)
            file = f"/dev/fd/{reading}"
            words = ("-Y", "check-novalidate", "-n", _FOR, "-s", file)
            ran = _run(*words, data=manifest, descriptors=(reading,))
        finally:
            os.close(reading)
    good = _GOOD.fullmatch(ran.stdout)
    if ran.returncode != 0 or good is None:
        raise _wrong(path)
    return good[1].decode()


def _wrong(path: str) -> LearnleadError:
    message = "its signature is not one of this bundle: it was changed after it was signed"
    return LearnleadError(Problem(message, "ask the leader for it anew", path))


def _run(
    *words: str, data: bytes = b"", descriptors: tuple[int, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run it; a program that hangs counts as one that failed."""
    command = [shutil.which(_PROGRAM) or _PROGRAM, *words]
    try:
        return subprocess.run(  # noqa: S603 - words of our own, and paths of our own folders
            command,
            input=data,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            pass_fds=descriptors,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, b"", b"")
