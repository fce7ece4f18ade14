"""What nobody foresaw is one line without anything that anybody wrote, and exit 3.

The program under test is the real one with one command more, which fails as it is told.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from running import SOURCE

WORDS = "report A cried on Tuesday"

PROGRAM = """\
import asyncio, builtins, os, sys, warnings
from pydantic import BaseModel, TypeAdapter

WORDS = "report A cried on Tuesday"
warnings.simplefilter("ignore")

class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError(WORDS)
    __repr__ = __str__

class Deep(BaseModel):
    words: int

def raiser(error):
    def fail():
        journal = [WORDS] * 3
        raise error
    return fail

def recursion():
    words = WORDS
    return recursion()

def within_another():
    try:
        raise KeyError(WORDS)
    except KeyError as error:
        raise RuntimeError(WORDS) from error

def validation():
    Deep(words=WORDS)

def encoding():
    (WORDS + "\\u2026").encode("ascii")

def lone_surrogate():
    sys.stdout.buffer.write((WORDS + "\\ud800").encode())

def closed_stream():
    sys.stdout.flush()
    open(os.devnull).write(WORDS)

FAILS = {f.__name__: f for f in (
    recursion, within_another, validation, encoding, lone_surrogate, closed_stream)}
FAILS["unprintable"] = raiser(Unprintable(WORDS))
FAILS["group"] = raiser(ExceptionGroup(WORDS, [ValueError(WORDS)]))
FAILS["cancelled"] = raiser(asyncio.CancelledError(WORDS))
FAILS["huge"] = raiser(ValueError(WORDS * 100_000))
for name, kind in sorted(vars(builtins).items()):
    if isinstance(kind, type) and issubclass(kind, Exception):
        try:
            FAILS[name] = raiser(kind(WORDS))
        except TypeError:
            pass

import learnlead.cli.app as whole
from learnlead.__main__ import main

@whole.app.command("fail")
def fail(way: str) -> None:
    FAILS[way]()

ways = sys.argv[1:] or list(FAILS)
for way in ways:
    print("=====", way, file=sys.stderr, flush=True)
    sys.argv = ["learnlead", "fail", way]
    try:
        main()
    except SystemExit as ended:
        print("code", ended.code, file=sys.stderr, flush=True)
"""

LINE = re.compile(
    r"learnlead: learnlead( fail)? failed in a way that nobody foresaw, \w+( at [\w.]+:\d+)? \(.*\)"
)


def ran(*ways: str, behind: str = "", **variables: str) -> dict[str, tuple[list[str], str]]:
    """Each way to fail, with the lines it said and the exit code."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {behind}', "sh", sys.executable, "-c", PROGRAM, *ways],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE), **variables},
        timeout=120,
        check=False,
    )
    stderr = done.stderr.decode()
    modules = {}
    for part in stderr.split("===== ")[1:]:
        way, *lines, code = part.splitlines()
        modules[way] = lines, code
    assert "Traceback" not in done.stdout.decode()
    return modules


def test_each_kind_of_exception_is_one_line_without_a_word_of_the_writers(workspace: Path) -> None:
    answer = ran()
    assert len(answer) > 50
    for way, (lines, code) in answer.items():
        if way == "BrokenPipeError":  # the reader has seen enough
            assert (lines, code) == ([], "code 0")
            continue
        assert code == "code 3", (way, code)
        assert len(lines) == 1, (way, lines)
        assert LINE.fullmatch(lines[0]), (way, lines)
        assert WORDS not in lines[0]


def test_the_line_says_where_in_the_program(workspace: Path) -> None:
    lines, _ = ran("validation")["validation"]
    assert "ValidationError at learnlead." in lines[0]


@pytest.mark.parametrize(
    "variables",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"COLUMNS": "20"}],
    ids=str,
)
def test_whatever_the_streams_are(workspace: Path, variables: dict[str, str]) -> None:
    answer = ran("encoding", "validation", "recursion", **variables)
    assert {code for _, code in answer.values()} == {"code 3"}
    assert all(len(lines) == 1 and WORDS not in lines[0] for lines, _ in answer.values())


@pytest.mark.parametrize("behind", ["2>&-", "2>/dev/full", ">&-", ">/dev/full"])
def test_where_nothing_can_be_told_nothing_else_is(workspace: Path, behind: str) -> None:
    for lines, _ in ran("validation", behind=behind).values():
        assert len(lines) <= 1
        assert WORDS not in "".join(lines)


def test_a_traceback_comes_only_when_it_is_asked_for(workspace: Path) -> None:
    lines, code = ran("validation", LEARNLEAD_DEBUG="1")["validation"]
    assert LINE.fullmatch(lines[0])
    assert any("Traceback" in line for line in lines)
    assert any(WORDS in line for line in lines), "the line before says that it can"
    assert code == "code 3"
