"""Encrypts for age recipients, by the library where it is installed, else by the program."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.plaintext.words import quoted
from learnlead.storage.reading import read_text

_KEYS = ("age1", "ssh-ed25519 ", "ssh-rsa ")
_PROGRAM = "age"


def recipients_named(given: Sequence[str]) -> tuple[str, ...]:
    """The keys that `--encrypt-to` names: keys themselves, or files that hold some, one a line.

    Raises:
        LearnleadError: there is neither such a key nor such a file, or nothing can encrypt here.
    """
    found = [key for one in given for key in _keys(one)]
    if found and not (find_spec("pyrage") or shutil.which(_PROGRAM)):
        message = "nothing on this machine can encrypt for age"
        remedy = "install the program age, or the extra: pip install 'learnlead[encrypt]'"
        raise LearnleadError(Problem(message, remedy))
    return tuple(dict.fromkeys(found))


def encrypted(content: bytes, recipients: Sequence[str]) -> bytes:
    """The content for these recipients and nobody else, as the age program reads it.

    Raises:
        LearnleadError: one of the keys is none.
        MachineFailed: the program failed.
    """
    if find_spec("pyrage"):
        return _by_library(content, recipients)
    program = shutil.which(_PROGRAM) or _PROGRAM
    options = [word for one in recipients for word in ("--recipient", one)]
    ran = subprocess.run([program, *options], input=content, capture_output=True, check=False)  # noqa: S603 - keys are arguments of their own, and begin as keys do
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise MachineFailed(Problem(f"age could not encrypt: {said}", "check the keys"))
    return ran.stdout


def _by_library(content: bytes, recipients: Sequence[str]) -> bytes:
    import pyrage

    keys = []
    for one in recipients:
        kind = pyrage.x25519 if one.startswith("age1") else pyrage.ssh
        try:
            keys.append(kind.Recipient.from_str(one))
        except pyrage.RecipientError:
            raise _no_key(one) from None
    made: bytes = pyrage.encrypt(content, keys)
    return made


def _keys(given: str) -> list[str]:
    given = given.strip()
    if given.startswith(_KEYS):
        return [given]
    if not Path(given).is_file():
        raise _no_key(given)
    lines = (line.strip() for line in read_text(given, given).splitlines())
    keys = [line for line in lines if line and not line.startswith("#")]
    if not keys or not all(key.startswith(_KEYS) for key in keys):
        raise _no_key(given)
    return keys


def _no_key(given: str) -> LearnleadError:
    remedy = "a key begins with age1 or ssh-ed25519; a file of such keys will do, too"
    return LearnleadError(Problem(f"{quoted(given)} is no key of an age recipient", remedy))
