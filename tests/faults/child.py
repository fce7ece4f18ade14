"""One run of the program in a forked child, in its world, with or without a fault."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from faults.power import Power, emptied
from faults.shim import Call, Fault, Shim
from faults.world import World

SECONDS = 60
"""After which a run counts as stuck."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is run: the words behind `learnlead`, or a function in place of the program."""

    words: tuple[str, ...] = ()
    stdin: str = ""
    function: Callable[[World], None] | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    terminal: bool = False
    folder: str = "ws"


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of it; `code` is negative for a signal. `versions` are contents by path."""

    code: int
    stdout: str
    stderr: str
    calls: tuple[Call, ...] = ()
    missed: tuple[str, ...] = ()
    fired: bool = True
    versions: tuple[tuple[str, str], ...] = ()
    accepted: tuple[str, ...] = ()


def run(
    world: World,
    job: Job,
    fault: Fault | None = None,
    *,
    seed: int = 0,
    sabotage: Callable[[], None] | None = None,
) -> Ran:
    """Run it to its end, and everything that it has started."""
    out, err = world.base / "stdout", world.base / "stderr"
    child = os.fork()
    if child == 0:
        code = 70
        try:
            signal.alarm(SECONDS)
            code = _inside(world, job, fault, seed, sabotage, (out, err))
        except BaseException:  # noqa: BLE001 - nothing may get out of the child
            import traceback

            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    _wait_for_the_rest()
    ended = json.loads(world.result.read_text()) if world.result.exists() else {}
    accepted = world.accepted.read_text().split("\n") if world.accepted.exists() else []
    return Ran(
        os.waitstatus_to_exitcode(status),
        out.read_text(encoding="utf-8", errors="replace"),
        err.read_text(encoding="utf-8", errors="replace"),
        tuple(Call(*one) for one in ended.get("calls", ())),
        tuple(ended.get("missed", ())),
        ended.get("fired", True),
        tuple((path, told) for path, told in ended.get("versions", ())),
        tuple(filter(None, accepted)),
    )


def _wait_for_the_rest() -> None:
    """What the child has started is ours now (see `fork_server`)."""
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


class _Terminal(io.TextIOWrapper):
    """A stream that says that a person sits there."""

    def isatty(self) -> bool:
        return True


def _inside(
    world: World,
    job: Job,
    fault: Fault | None,
    seed: int,
    sabotage: Callable[[], None] | None,
    streams: tuple[Path, Path],
) -> int:
    _dress(world, job, streams)
    _still(seed)
    if sabotage is not None:
        sabotage()
    emptied(str(world.grave))
    shim = Shim(str(world.root), Power(str(world.grave)), fault)
    versions: list[tuple[str, str]] = []
    if fault is None:

        def named(path: str) -> None:
            versions.append((path, digest(_bytes(world.root / path))))

        shim.named = named
    shim.install()
    code = _ended(world, job)
    sys.stdout.flush()
    sys.stderr.flush()
    if fault is not None and fault.kind.startswith("power") and fault.at == len(shim.calls) + 1:
        shim.die(fault.kind)
    fields = {
        "calls": [(call.name, call.path) for call in shim.calls],
        "missed": shim.missed,
        "fired": shim.fired,
        "versions": versions,
    }
    world.result.write_text(json.dumps(fields))
    return code


def _ended(world: World, job: Job) -> int:
    from learnlead.cli.exits import exit_on_error

    try:
        if job.function is not None:
            with exit_on_error("learnlead reflect"):
                job.function(world)
        else:
            command()(list(job.words), prog_name="learnlead")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except KeyboardInterrupt:
        import traceback

        traceback.print_exc()
        return 130
    except BaseException:  # noqa: BLE001 - what a user would see
        import traceback

        traceback.print_exc()
        return 1
    return 0


@cache
def command() -> Any:
    """The program's commands, which take a while to make."""
    from typer.main import get_command

    from learnlead.cli.app import app

    return get_command(app)


def _dress(world: World, job: Job, streams: tuple[Path, Path]) -> None:
    os.environ.clear()
    os.environ.update({**world.environment, **job.environment})
    time.tzset()
    tempfile.tempdir = str(world.root / "tmp")  # else Python tries the folder, by writing there
    os.chdir(world.root / job.folder)
    sys.argv = ["learnlead", *job.words]
    given = os.memfd_create("stdin")
    os.write(given, job.stdin.encode())
    os.lseek(given, 0, os.SEEK_SET)
    os.dup2(given, 0)
    for fd, path in enumerate(streams, start=1):
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, fd)
        os.close(opened)
    made = _Terminal if job.terminal else io.TextIOWrapper
    sys.stdin = made(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8")
    sys.stdout = made(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), "utf-8")
    sys.stderr = io.TextIOWrapper(io.BufferedWriter(io.FileIO(2, "w", closefd=False)), "utf-8")
    sys.stderr.reconfigure(write_through=True)


def _still(seed: int) -> None:
    """No chance and no clock: the same run makes the same calls with the same bytes."""
    drawn = 0
    passed = 0.0

    def urandom(size: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return (sha256(f"{seed} {drawn}".encode()).digest() * (size // 32 + 1))[:size]

    def monotonic() -> float:
        nonlocal passed
        passed += 0.001
        return passed

    def sleep(seconds: float) -> None:
        nonlocal passed
        passed += seconds

    os.urandom = urandom
    vars(random)["_urandom"] = urandom
    time.monotonic = monotonic
    vars(time)["sleep"] = sleep


_READING = os.O_RDONLY | os.O_NONBLOCK


def _bytes(path: Path) -> bytes:
    fd = os.open(path, _READING)
    try:
        return b"".join(iter(lambda: os.read(fd, 1 << 20), b""))
    except IsADirectoryError:
        return b""
    finally:
        os.close(fd)


def digest(content: bytes) -> str:
    """Tells contents apart, the time of day in them left aside."""
    import re

    still = re.sub(rb"\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d)?", b"TIME", content)
    return sha256(still).hexdigest()


def plain(call: Any) -> str:
    """One call, as a table shows it."""
    return f"{call.name} {call.path}"
