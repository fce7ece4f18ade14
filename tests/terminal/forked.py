"""A program in a terminal, forked from one process that has it imported already."""

from __future__ import annotations

import atexit
import ctypes
import json
import os
import pty
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pexpect
from ptyprocess import PtyProcess

from running import SOURCE
from terminal.program_server import REQUEST_SIZE

TESTS = Path(__file__).parents[1]
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER, see prctl(2)


class Forked(pexpect.spawn):  # type: ignore[misc]  # pexpect has no types
    """What `pexpect.spawn` is, but for how the program starts: no import, half a second less.

    Linux alone: the program becomes a child of this process, as if started by it.
    """

    def _spawnpty(
        self,
        args: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: str | None,
        dimensions: tuple[int, int],
        **_: Any,
    ) -> PtyProcess:
        request = {
            "arguments": args[3:],  # python -m learnlead
            "environment": dict(env),
            "folder": cwd or str(Path.cwd()),
            "size": dimensions,
        }
        prctl = ctypes.CDLL(None).prctl
        prctl(_SUBREAPER, 1, 0, 0, 0)
        try:
            requests, words = _server()
            requests.send(json.dumps(request).encode())
            answer, fds, _flags, _address = socket.recv_fds(requests, REQUEST_SIZE, 1)
            requests.recv(REQUEST_SIZE)  # from now on it is a child of this process
        finally:
            prctl(_SUBREAPER, 0, 0, 0, 0)
        if not fds:
            raise AssertionError(os.read(words, REQUEST_SIZE).decode())
        return PtyProcess(int(answer), fds[0])


@cache
def _server() -> tuple[socket.socket, int]:
    """Start the one of this process; return the socket to ask it, and the end of its terminal."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    terminal, stdio = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "terminal.program_server", str(its.fileno())],
        stdin=stdio,
        stdout=stdio,
        stderr=stdio,
        pass_fds=[its.fileno()],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(SOURCE)))},
    )
    os.close(stdio)
    its.close()

    def end() -> None:
        ours.close()
        process.wait()
        os.close(terminal)

    atexit.register(end)
    return ours, terminal
