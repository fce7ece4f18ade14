"""Programs forked from one process that has the program imported already: no import, no wait.

Linux alone: a program becomes a child of this process, as if started by it. `make test` forks; in
`make test-all` each program is started.
"""

from __future__ import annotations

import atexit
import ctypes
import json
import os
import pty
import selectors
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import learnlead
from program_server import REQUEST_SIZE
from sizes import FULL

CAN_FORK = not FULL and sys.platform == "linux"
_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER, see prctl(2)


def fork(
    words: Sequence[str],
    *,
    environment: Mapping[str, str],
    folder: str,
    size: tuple[int, int] | None = None,
    streams: Sequence[int] = (),
) -> tuple[int, list[int]]:
    """Run `python WORDS`; return its process id, and the file descriptor of its terminal if any.

    `streams` are its three streams; without, it has a terminal of `size` rows and columns.
    """
    request = {
        "words": list(words),
        "environment": dict(environment),
        "folder": folder,
        "size": size,
    }
    prctl = ctypes.CDLL(None).prctl
    prctl(_SUBREAPER, 1, 0, 0, 0)
    try:
        requests, log = _server()
        socket.send_fds(requests, [json.dumps(request).encode()], streams)
        answer, terminals, _flags, _address = socket.recv_fds(requests, REQUEST_SIZE, 1)
        requests.recv(REQUEST_SIZE)  # from now on it is a child of this process
    finally:
        prctl(_SUBREAPER, 0, 0, 0, 0)
    if not answer:
        raise AssertionError(os.read(log, REQUEST_SIZE).decode())
    return int(answer), terminals


@cache
def _server() -> tuple[socket.socket, int]:
    """Start the one of this process; return the socket to ask it, and the end of its terminal."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    terminal, stdio = pty.openpty()
    path = os.pathsep.join((str(Path(__file__).parent), str(Path(learnlead.__file__).parents[1])))
    process = subprocess.Popen(
        [sys.executable, "-m", "program_server", str(its.fileno())],
        stdin=stdio,
        stdout=stdio,
        stderr=stdio,
        pass_fds=[its.fileno()],
        env={**os.environ, "PYTHONPATH": path},
    )
    os.close(stdio)
    its.close()

    def end() -> None:
        ours.close()
        process.wait()
        os.close(terminal)

    atexit.register(end)
    return ours, terminal


PIPE_HOLDS = 65_536
"""Bytes that can be written before anybody reads."""


def run_forked(
    words: Sequence[str], *, environment: Mapping[str, str], folder: str, stdin: bytes
) -> tuple[int, bytes, bytes]:
    """Run `python WORDS` to its end; return its code, and what it wrote on stdout and stderr."""
    assert len(stdin) <= PIPE_HOLDS
    reading, pen = os.pipe()
    os.write(pen, stdin)
    os.close(pen)
    stdout, its_stdout = os.pipe()
    stderr, its_stderr = os.pipe()
    streams = (reading, its_stdout, its_stderr)
    program, _ = fork(words, environment=environment, folder=folder, streams=streams)
    for stream in streams:
        os.close(stream)
    written = _read_all(stdout, stderr)
    _, status = os.waitpid(program, 0)
    return os.waitstatus_to_exitcode(status), written[stdout], written[stderr]


def _read_all(*streams: int) -> dict[int, bytes]:
    written = dict.fromkeys(streams, b"")
    with selectors.DefaultSelector() as open_streams:
        for stream in streams:
            open_streams.register(stream, selectors.EVENT_READ)
        while open_streams.get_map():
            for key, _ in open_streams.select():
                chunk = os.read(key.fd, PIPE_HOLDS)
                written[key.fd] += chunk
                if not chunk:
                    open_streams.unregister(key.fd)
                    os.close(key.fd)
    return written
