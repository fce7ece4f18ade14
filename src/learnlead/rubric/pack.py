"""A rubric with its bank, its translations and its licence as one text, to be given to others."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Final

from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.model import Rubric
from learnlead.rubric.reader import read_bank, read_rubric
from learnlead.text.problem_text import quoted

FIRST_LINE: Final = "learnlead-pack: 1"

_FILE: Final = re.compile(r"^=== (.*)$", re.MULTILINE)
"""The line above each file."""

_NAME: Final = re.compile(
    r"(?:(?:rubrics|prompts)/([a-z][a-z0-9-]{0,63})(?:\.[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)?\.yaml"
    r"|rubrics/([a-z][a-z0-9-]{0,63})\.LICENSE\.txt)"
)
FILES_AT_MOST: Final = 200


def licence_file(rubric_id: str) -> str:
    """Where a rubric's licence lies in a workspace."""
    return f"rubrics/{rubric_id}.LICENSE.txt"


def id_of(name: str) -> str | None:
    """The rubric that a file of a pack is about, by its name; None where no file is called so."""
    match = _NAME.fullmatch(name)
    return (match[1] or match[2]) if match else None


def rubric_ids(names: Iterable[str]) -> list[str]:
    """The rubrics that files with these names are about, sorted."""
    return sorted({rubric_id for name in names if (rubric_id := id_of(name)) is not None})


def write_pack(files: Mapping[str, str]) -> str:
    """The text of a pack; `files` by their path in a workspace.

    Raises:
        LearnleadError: a file has a line that would end it.
    """
    parts = [f"{FIRST_LINE}\n"]
    for name, text in files.items():
        if match := _FILE.search(text):
            line = text.count("\n", 0, match.start()) + 1
            message = "a line that begins with === cannot be packed"
            raise LearnleadError(Problem(message, "begin it in another way", name, line))
        parts.append(f"=== {name}\n{text.removesuffix(chr(10))}\n")
    return "".join(parts)


def read_pack(text: str, file: str) -> dict[str, str]:
    """The files of a pack by their path in a workspace.

    Raises:
        LearnleadError: it is none, a name leads elsewhere or stands twice, or there is none.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    first, *rest = _FILE.split(text)
    if first.strip() != FIRST_LINE:
        message = "this is no pack of a rubric"
        raise LearnleadError(Problem(message, "`learnlead rubric pack` writes one", file, 1))
    names, texts = rest[::2], rest[1::2]
    for name in names:
        if id_of(name) is None or names.count(name) > 1:
            message = f"a pack cannot hold a file {quoted(name)}, or not twice"
            raise LearnleadError(Problem(message, "ask for the pack anew", file))
    if not names or len(names) > FILES_AT_MOST:
        message = f"a pack holds between one and {FILES_AT_MOST} files"
        raise LearnleadError(Problem(message, "ask for the pack anew", file))
    return {name: words.removeprefix("\n") for name, words in zip(names, texts, strict=True)}


def rubrics_in(files: Mapping[str, str]) -> tuple[list[Rubric], list[Problem]]:
    """The rubrics among the files, and what is wrong with any file; banks are held to theirs."""
    rubrics: dict[str, Rubric] = {}
    problems: list[Problem] = []
    for name in sorted(files, key=lambda name: (not name.startswith("rubrics/"), len(name), name)):
        text, rubric_id = files[name], id_of(name)
        if name.startswith("prompts/"):
            problems += read_bank(text, name, rubrics.get(rubric_id or ""), craft=True)[1]
        elif name.endswith(".yaml"):
            rubric, wrong = read_rubric(text, name, craft=True)
            problems += wrong
            if rubric is not None and rubric.id != rubric_id:
                message = (
                    f"the file's name says {quoted(rubric_id or '')}, its id {quoted(rubric.id)}"
                )
                problems.append(Problem(message, "rename the file, or change the id", name))
            if rubric is not None:
                rubrics.setdefault(rubric.id, rubric)
    return [*rubrics.values()], problems


def hash_of(files: Mapping[str, str]) -> str:
    """The SHA-256 of all files with their names, whatever their order."""
    digest = hashlib.sha256()
    for name in sorted(files):
        raw = files[name].encode()
        digest.update(f"{name}\0{len(raw)}\0".encode() + raw)
    return digest.hexdigest()
