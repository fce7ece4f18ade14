"""Has the program imported once, and forks one for each request.

Run as `python -m program_server FD`. FD is a socket that keeps messages apart: each request is a
JSON object, with the three streams as file descriptors, or without for a program in a terminal of
its own. The answer is the process id, with the terminal's file descriptor if there is one, and a
second message once that process is a child of who asked.

The server's own terminal is there so that Python's streams are those of a terminal; in a program
forked in a terminal they are the same objects, on the program's terminal.
"""

from __future__ import annotations

import atexit
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
import threading
import time
from collections.abc import Sequence
from typing import Any

REQUEST_SIZE = 1 << 20


def serve(requests: socket.socket) -> dict[str, Any] | None:
    """Answer until the socket is closed; return the request in a forked program, else None."""
    import_all()
    gc.freeze()  # what is imported is not looked through, and so not copied, in each program
    while True:
        request, streams, _flags, _address = socket.recv_fds(requests, REQUEST_SIZE, 3)
        if not request:
            return None
        between = os.fork()
        if between:
            for stream in streams:
                os.close(stream)
            os.waitpid(between, 0)
            requests.send(b"handed over")
            continue
        program, terminal = (os.fork(), None) if streams else pty.fork()
        if not program:
            requests.close()
            _use(streams)
            decoded: dict[str, Any] = json.loads(request)
            return decoded
        # With the end of this process the program becomes the child of the one that asked for it.
        socket.send_fds(requests, [str(program).encode()], [] if terminal is None else [terminal])
        os._exit(0)


def become(request: dict[str, Any]) -> None:
    """Run the program as if a shell had just started it."""
    if request["size"] is not None:
        termios.tcsetwinsize(0, request["size"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    os.chdir(request["folder"])
    match request["words"]:
        case ["-m", module, *arguments]:
            sys.argv = [module, *arguments]
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        case ["-c", code, *arguments]:
            sys.argv = ["-c", *arguments]
            exec(code, {"__name__": "__main__"})  # noqa: S102 - as Python does with it
        case [script, *arguments]:
            sys.argv = [script, *arguments]
            runpy.run_path(script, run_name="__main__")


def _use(streams: Sequence[int]) -> None:
    """Make them the program's, which writes to them at the end or when they are full."""
    if not streams:
        return
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    for place, name in enumerate(("stdin", "stdout", "stderr")):
        made = open(  # noqa: SIM115 - stays open to the end
            place,
            "w" if place else "r",
            encoding="utf-8",
            errors="backslashreplace" if name == "stderr" else "surrogateescape",
            closefd=False,
        )
        if name == "stderr":
            made.reconfigure(line_buffering=True)
        setattr(sys, name, made)
        setattr(sys, f"__{name}__", made)


def _end(ended: SystemExit) -> None:
    """End like Python, but for taking each module apart, which copies most of the memory."""
    if not isinstance(ended.code, int) or threading.active_count() > 1:
        raise ended
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # closed: Python has a code of its own for it
        raise ended from None
    os._exit(ended.code)


_IMPORTED_LATE = (
    *("jinja2", "prompt_toolkit.shortcuts", "pydantic", "rich.console", "typer.rich_utils"),
    *("yaml", "zipfile"),
)


def import_all() -> None:
    """Import whatever a run may need, and read the sentences of each language."""
    import learnlead

    for module in pkgutil.walk_packages(learnlead.__path__, "learnlead."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in _IMPORTED_LATE:
        importlib.import_module(name)
    from learnlead.i18n.languages import shipped, shipped_areas, shipped_languages

    for language in shipped_languages():
        for area in shipped_areas():
            shipped(language, area)


if __name__ == "__main__":
    asked = serve(socket.socket(fileno=int(sys.argv[1])))
    if asked is not None:
        try:
            become(asked)
        except SystemExit as ended:
            _end(ended)
