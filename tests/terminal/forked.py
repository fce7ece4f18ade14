"""A program in a terminal, forked from one process that has it imported already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pexpect
from ptyprocess import PtyProcess

from forking import fork


class Forked(pexpect.spawn):  # type: ignore[misc]  # pexpect has no types
    """What `pexpect.spawn` is, but for how the program starts: no import, half a second less."""

    def _spawnpty(
        self,
        args: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: str | None,
        dimensions: tuple[int, int],
        **_: Any,
    ) -> PtyProcess:
        program, terminals = fork(
            args[1:],  # without `python`
            environment=env,
            folder=cwd or str(Path.cwd()),
            size=dimensions,
        )
        return PtyProcess(program, terminals[0])
