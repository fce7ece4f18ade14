"""The fork server, as the tests talk to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from running import SOURCE

TESTS = Path(__file__).parents[1]


class Server:
    """A process of its own; a context, in which it lives."""

    def __enter__(self) -> Self:
        path = os.pathsep.join((str(TESTS), str(SOURCE)))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "faults.fork_server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def walk(
        self,
        operation: str,
        *,
        kinds: Sequence[str] = (),
        most: int | None = None,
        sabotage: str | None = None,
    ) -> Any:
        """What `walking.walk` finds."""
        return self._ask(
            {"operation": operation, "kinds": kinds, "most": most, "sabotage": sabotage}
        )

    def calls_of(self, words: Sequence[str]) -> list[str]:
        """The calls by which that command changes files."""
        found: list[str] = self._ask({"words": list(words)})
        return found

    def said_by(self, words: Sequence[str], *, sabotage: str | None = None) -> list[Any]:
        """The exit code of that command, and what it says on both streams."""
        said: list[Any] = self._ask({"words": list(words), "says": True, "sabotage": sabotage})
        return said

    def _ask(self, asked: dict[str, Any]) -> Any:
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        assert answer, "the fork server has ended; its words stand above"
        return json.loads(answer)
