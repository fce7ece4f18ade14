"""Programs measured in turn: wall time, and the most memory each held."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PROGRAMS = Path(sys.executable).parent
"""Where this environment has `learnlead` and `jrnl`."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program to measure, by the name under which its figures are printed."""

    name: str
    argv: Sequence[str | Path]
    cwd: Path


@dataclass(frozen=True, slots=True)
class Figures:
    """Wall seconds of each run, and the peak resident memory over all runs in MB (10^6 bytes)."""

    seconds: Sequence[float]
    peak_mb: float

    @property
    def median(self) -> float:
        """The middle run, in seconds."""
        return median(self.seconds)


def ratio(ours: Figures, theirs: Figures) -> float:
    """The middle of the ratios of two commands that ran in turn, pair by pair."""
    pairs = zip(ours.seconds, theirs.seconds, strict=True)
    return median(one / other for one, other in pairs)


def world(home: Path, today: str) -> dict[str, str]:
    """An environment in which nothing of this machine's user is read or written."""
    keep = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return keep | {"HOME": str(home), "LANG": "C.UTF-8", "LEARNLEAD_TODAY": today, "TZ": "UTC"}


def in_turn(
    commands: Sequence[Command], *, runs: int, env: Mapping[str, str]
) -> dict[str, Figures]:
    """Run each command once unmeasured, then all of them in turn, `runs` times.

    In turn, so that whatever else the machine does meets all of them alike.

    Raises:
        SystemExit: a command did not work; a failure would be a fast one.
    """
    seconds: dict[str, list[float]] = {command.name: [] for command in commands}
    peaks: dict[str, float] = dict.fromkeys(seconds, 0.0)
    for run in range(runs + 1):
        for command in commands:
            took, peak = _once(command, env)
            peaks[command.name] = max(peaks[command.name], peak)
            if run:
                seconds[command.name].append(took)
    return {name: Figures(took, peaks[name]) for name, took in seconds.items()}


def _once(command: Command, env: Mapping[str, str]) -> tuple[float, float]:
    """Seconds and MB of one run. The MB are at least what this process holds: keep that small."""
    nothing = subprocess.DEVNULL
    with tempfile.TemporaryFile() as talk:
        start = time.perf_counter()
        program = subprocess.Popen(
            command.argv, cwd=command.cwd, env=env, stdin=nothing, stdout=nothing, stderr=talk
        )
        _, status, usage = os.wait4(program.pid, 0)  # unlike wait(), it tells this child's memory
        took = time.perf_counter() - start
        program.returncode = code = os.waitstatus_to_exitcode(status)
        if code:
            talk.seek(0)
            said = talk.read().decode(errors="replace")
            raise SystemExit(f"{command.name} ended with {code} and said:\n{said}")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
    return took, usage.ru_maxrss * unit / 1e6


def judge(what: str, value: float, bar: float, unit: str = "times") -> bool:
    """Print a figure beside its bar; whether it holds."""
    holds = value <= bar
    print(f"{what}: {value:.2f} {unit}, at most {bar:g}: {'holds' if holds else 'MISSED'}")
    return holds
