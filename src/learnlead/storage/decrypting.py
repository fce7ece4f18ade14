"""Bundles that came encrypted with age, opened in memory alone."""

from __future__ import annotations

from typing import Final

from learnlead.errors import LearnleadError, Problem
from learnlead.storage.reading import read_bytes

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
