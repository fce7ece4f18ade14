"""Has the program imported once, and forks one in a terminal of its own for each request.

Run as `python -m terminal.program_server FD`. FD is a socket that keeps messages apart: each
request is a JSON object; the answer is the process id, with the terminal's file descriptor, and
a second message once that process is a child of who asked.

The server's own terminal is there so that Python's streams are those of a terminal; in a forked
program they are the same objects, on the program's terminal.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import pty
import runpy
import signal
import socket
import sys
import termios
import time
from typing import Any

REQUEST_SIZE = 1 << 20


def serve(requests: socket.socket) -> dict[str, Any] | None:
    """Answer until the socket is closed; return the request in a forked program, else None."""
    _import_all()
    gc.freeze()  # what is imported is not looked through, and so not copied, in each program
    while request := requests.recv(REQUEST_SIZE):
        between = os.fork()
        if between:
            os.waitpid(between, 0)
            requests.send(b"handed over")
            continue
        program, terminal = pty.fork()
        if not program:
            requests.close()
            decoded: dict[str, Any] = json.loads(request)
            return decoded
        # With the end of this process the program becomes the child of the one that asked for it.
        socket.send_fds(requests, [str(program).encode()], [terminal])
        os._exit(0)
    return None


def become(request: dict[str, Any]) -> None:
    """Run the program as if the terminal's shell had just started it."""
    termios.tcsetwinsize(0, request["size"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    os.chdir(request["folder"])
    sys.argv = ["learnlead", *request["arguments"]]
    runpy.run_module("learnlead", run_name="__main__", alter_sys=True)


def _import_all() -> None:
    import learnlead

    for module in pkgutil.walk_packages(learnlead.__path__, "learnlead."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in ("prompt_toolkit.shortcuts", "rich.console", "typer.rich_utils", "zipfile"):
        importlib.import_module(name)


if __name__ == "__main__":
    asked = serve(socket.socket(fileno=int(sys.argv[1])))
    if asked is not None:
        become(asked)
