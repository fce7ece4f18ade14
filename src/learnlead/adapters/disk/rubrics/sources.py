"""Reads rubrics that somebody else wrote: from a file, a pack, a folder or a git repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from learnlead.adapters.disk.files.failures import report_failures
from learnlead.adapters.disk.files.reading import read_text
from learnlead.adapters.disk.files.safe_write import make_folder
from learnlead.adapters.disk.files.temporaries import temporary_folder
from learnlead.adapters.disk.rubrics.folders import parts_of_name
from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.rubric.pack import (
    FILES_AT_MOST,
    FIRST_LINE,
    id_of,
    licence_file,
    read_pack,
    rubric_ids,
)
from learnlead.text.problem_text import quoted

_ALLOWED: Final = ("https", "ssh", "file")
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)(?:://|::)")
_BY_SSH: Final = re.compile(r"[\w.-]+@[\w.-]+:\S+")
"""`git@host:path`, as git takes it."""

_PATIENCE: Final = 120
"""Seconds that git may take: a rubric is a few small files."""

_LICENCE: Final = re.compile(r"(?:licen[cs]e|copying)(?:\.(?:txt|md))?", re.IGNORECASE)
_OURS: Final = re.compile(r"^learnlead-(?:rubric|prompts):", re.MULTILINE)
_BANK: Final = re.compile(r"^learnlead-prompts:", re.MULTILINE)


def read_source(source: str, folder: Path) -> dict[str, str]:
    """The files of rubrics by their path in a workspace.

    Args:
        source: a file, a pack, a folder, or a git URL.
        folder: one of our own, where a repository lies while it is read.

    Raises:
        LearnleadError: there is nothing to add, or what there is cannot be a rubric.
        MachineFailed: the machine or git refused.
    """
    scheme = _SCHEME.match(source)
    if scheme and scheme[1].lower() not in _ALLOWED:
        message = f"{scheme[1]} is no way to get a rubric"
        raise LearnleadError(Problem(message, "https, ssh and file are"))
    if scheme or _BY_SSH.fullmatch(source):
        return _from_git(source, folder)
    path = Path(source)
    if path.is_dir():
        return _from_folder(path, source)
    text = read_text(path, source)
    if text.removeprefix("\ufeff").startswith(FIRST_LINE):
        return read_pack(text, source)
    return {_place_of(path.name, text, source): text}


def without_password(source: str) -> str:
    """The source as it may be shown and kept: without a name and a password in its URL."""
    if not source.startswith("https://"):
        return source
    parts = urlsplit(source)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _from_git(source: str, folder: Path) -> dict[str, str]:
    """The newest state of a repository; nothing in it is run."""
    if shutil.which("git") is None:
        message = "git is not installed"
        raise LearnleadError(Problem(message, "install it, or add a file or a folder"))
    shown = without_password(source)
    with report_failures("get the rubric", shown):
        make_folder(folder)
    with temporary_folder(folder) as room:
        copy = room / "copy"
        settings = [
            *("protocol.allow=never", "core.symlinks=false", "core.hooksPath=/dev/null"),
            *(f"protocol.{scheme}.allow=always" for scheme in _ALLOWED),
        ]
        command = [
            *("git", *(word for setting in settings for word in ("-c", setting))),
            *("clone", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules"),
            *("--", source, str(copy)),
        ]
        env = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1"}
        with report_failures("get the rubric", shown):
            try:
                ran = subprocess.run(  # noqa: S603 - git, with a URL that is no option
                    command, env=env, capture_output=True, check=False, timeout=_PATIENCE
                )
            except subprocess.TimeoutExpired:
                message = f"git did not get {shown} within {_PATIENCE // 60} minutes"
                remedy = "try `git clone` with it, and add the folder"
                raise MachineFailed(Problem(message, remedy)) from None
        if ran.returncode:
            message = f"git could not get {shown}"
            remedy = "try `git clone` with it, which says more"
            raise MachineFailed(Problem(message, remedy))
        return _from_folder(copy, shown)


def _from_folder(folder: Path, shown: str) -> dict[str, str]:
    """The rubrics and banks in a folder, or in its folders `rubrics` and `prompts`."""
    files: dict[str, str] = {}
    licence = None
    for path in _files(folder):
        if _LICENCE.fullmatch(path.name):
            licence = licence or read_text(path, path.name)
        elif path.suffix == ".yaml" and parts_of_name(path.name):
            text = read_text(path, path.name)
            if _OURS.search(text):
                files[_place_of(path.name, text, path.name)] = text
    if not any(name.startswith("rubrics/") for name in files):
        message = f"there is no rubric in {shown}"
        raise LearnleadError(Problem(message, "one is a file ID.yaml, there or in `rubrics`"))
    if licence is not None:
        files |= {licence_file(name): licence for name in rubric_ids(files)}
    return files


def _files(folder: Path) -> Iterator[Path]:
    """Plain files, no links, not too many."""
    inside = (folder, folder / "rubrics", folder / "prompts")
    paths = (path for each in inside if each.is_dir() for path in sorted(each.iterdir()))
    plain = (path for path in paths if path.is_file() and not path.is_symlink())
    for number, path in enumerate(plain):
        if number == FILES_AT_MOST:
            message = f"more than {FILES_AT_MOST} files are in that folder"
            raise LearnleadError(Problem(message, "name the folder of the rubric alone"))
        yield path


def _place_of(name: str, text: str, file: str) -> str:
    place = f"{'prompts' if _BANK.search(text) else 'rubrics'}/{name}"
    if id_of(place) is None:
        message = f"{quoted(name)} is no name of a rubric's file"
        raise LearnleadError(Problem(message, "call it as its id: my-rubric.yaml", file))
    return place
