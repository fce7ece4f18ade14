"""Has the program imported once, and forks a child for each run: a point costs milliseconds.

Reads one request a line from stdin (JSON), and writes one answer a line to stdout.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from faults.child import Job, command
from faults.common import WrongWithoutFault
from faults.operations import operations
from faults.sabotage import SABOTAGES
from faults.walking import KINDS, Walked, calls_of, said_by, walk, wrong
from faults.world import World
from program_server import import_all

_SUBREAPER = 36


def serve() -> None:
    """Answer until stdin ends."""
    sys.dont_write_bytecode = True
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)  # what a killed child has started is ours
    import_all()
    command()
    gc.freeze()  # what is imported is not looked through, and so not copied, in each child
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    base = Path(tempfile.mkdtemp(prefix="faults-", dir=_fast_folder()))
    try:
        world = World(base)
        for line in sys.stdin:
            answers.write(json.dumps(_answer(world, json.loads(line))) + "\n")
            answers.flush()
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _answer(world: World, asked: dict[str, Any]) -> Any:
    sabotage = SABOTAGES[asked["sabotage"]] if asked.get("sabotage") else None
    if "says" in asked:
        return said_by(world, Job(tuple(asked["words"])), sabotage)
    if "words" in asked:
        return calls_of(world, Job(tuple(asked["words"])))
    try:
        walked = walk(
            world,
            operations()[asked["operation"]],
            kinds=asked["kinds"] or KINDS,
            most=asked["most"],
            sabotage=sabotage,
        )
    except WrongWithoutFault as error:
        walked = Walked(asked["operation"], 0, {}, [wrong(str(error))])
    return asdict(walked)


def _fast_folder() -> str | None:
    """Memory, where there is some: forcing to a disk takes most of the time elsewhere."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - mkdtemp in it


if __name__ == "__main__":
    serve()
