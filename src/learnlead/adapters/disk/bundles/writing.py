"""Writes a bundle as a folder, a zip or an encrypted zip: whole, and never over anything."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from learnlead.adapters.disk.files import safe_write
from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.reading import read_text
from learnlead.adapters.disk.files.temporaries import PRIVATE_FILE
from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.text.problem_text import quoted

_DAY_OF_ZIPS = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name: bytes must not tell at what hour they were made."""

Form = Literal["folder", "zip", "age"]
"""What a bundle is written as; `age` is an encrypted zip."""


def form_of(output: str, *, encrypts: bool) -> Form:
    """What is written under that name: whoever reads the name alone is never misled.

    Args:
        output: as the leader named it.
        encrypts: whether there is a key to encrypt for.

    Raises:
        LearnleadError: the name says another thing than would be written (exit 2).
    """
    name = Path(output).name.lower()
    says_encrypted = name.endswith(".age")
    if (says_encrypted or name.endswith(".zip")) and output.endswith("/"):
        message = f"{output} is the name of a file, and the / of a folder"
        raise LearnleadError(Problem(message, "leave the / out, or give a folder another name"))
    if says_encrypted and not encrypts:
        message = f"{output} would not be encrypted: there is no key"
        remedy = "name a key with --encrypt-to, or a file that ends in .zip"
        raise LearnleadError(Problem(message, remedy))
    if encrypts and not says_encrypted:
        message = f"a folder cannot be encrypted: {output}"
        if name.endswith(".zip"):
            message = f"{output} would be encrypted, and its name does not say so"
        raise LearnleadError(Problem(message, "name a file that ends in .zip.age"))
    if says_encrypted:
        return "age"
    return "zip" if name.endswith(".zip") else "folder"


def place_for(output: str) -> Path:
    """Where the bundle goes, once it is sure that it can.

    Raises:
        LearnleadError: something has that name already, or its folder is not there (exit 2).
    """
    path = Path(output)
    if os.path.lexists(path):
        message = f"{output} is there already, and is not written over"
        raise LearnleadError(Problem(message, "name another file or folder with --output"))
    if not path.parent.is_dir():
        message = f"there is no folder {quoted(str(path.parent))} for the bundle"
        raise LearnleadError(Problem(message, "make it, or name another one with --output"))
    return path


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip: the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAY_OF_ZIPS)
            entry.create_system = 3  # Unix, whatever this machine is
            entry.external_attr = (0o100000 | PRIVATE_FILE) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def write_file(path: Path, content: bytes) -> None:
    """Make the file, for its owner alone.

    Raises:
        LearnleadError: something has that name by now.
        MachineFailed: the machine refused; no file is left.
    """
    with report_failures("write the bundle", str(path)):
        try:
            safe_write.create(path, content)
        except FileExistsError:
            place_for(str(path))
            raise


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder with all files, for its owner alone; it appears when it is whole.

    Raises:
        LearnleadError: something has that name by now.
        MachineFailed: the machine refused; no folder is left.
    """
    with report_failures("write the bundle", str(path)):
        try:
            safe_write.create_folder(path, files.items())
        except FileExistsError:
            place_for(str(path))
            raise


_KEYS = ("age1", "ssh-ed25519 ", "ssh-rsa ")
_PROGRAM = "age"


def recipients_named(options: Sequence[str]) -> tuple[str, ...]:
    """The keys that `--encrypt-to` names: keys themselves, or files that hold some, one a line.

    Raises:
        LearnleadError: there is neither such a key nor such a file, or nothing can encrypt here.
    """
    keys = [key for option in options for key in _keys(option)]
    if keys and not (find_spec("pyrage") or shutil.which(_PROGRAM)):
        message = "nothing on this machine can encrypt for age"
        remedy = "install the program age, or the extra: pip install 'learnlead[encrypt]'"
        raise LearnleadError(Problem(message, remedy))
    return tuple(dict.fromkeys(keys))


def encrypted(content: bytes, recipients: Sequence[str]) -> bytes:
    """The content for these recipients and nobody else, as the age program reads it.

    Raises:
        LearnleadError: one of the keys is none.
        MachineFailed: the program failed.
    """
    if find_spec("pyrage"):
        return _by_library(content, recipients)
    program = shutil.which(_PROGRAM) or _PROGRAM
    options = [word for recipient in recipients for word in ("--recipient", recipient)]
    ran = subprocess.run([program, *options], input=content, capture_output=True, check=False)  # noqa: S603 - keys are arguments of their own, and begin as keys do
    if ran.returncode:
        message = ran.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise MachineFailed(Problem(f"age could not encrypt: {message}", "check the keys"))
    return ran.stdout


def _by_library(content: bytes, recipients: Sequence[str]) -> bytes:
    import pyrage

    keys = []
    for recipient in recipients:
        kind = pyrage.x25519 if recipient.startswith("age1") else pyrage.ssh
        try:
            keys.append(kind.Recipient.from_str(recipient))
        except pyrage.RecipientError:
            raise _no_key(recipient) from None
    made: bytes = pyrage.encrypt(content, keys)
    return made


def _keys(option: str) -> list[str]:
    option = option.strip()
    if option.startswith(_KEYS):
        return [option]
    if not Path(option).is_file():
        raise _no_key(option)
    lines = (line.strip() for line in read_text(option, option).splitlines())
    keys = [line for line in lines if line and not line.startswith("#")]
    if not keys or not all(key.startswith(_KEYS) for key in keys):
        raise _no_key(option)
    return keys


def _no_key(option: str) -> LearnleadError:
    remedy = "a key begins with age1 or ssh-ed25519; a file of such keys will do, too"
    return LearnleadError(Problem(f"{quoted(option)} is no key of an age recipient", remedy))
