"""A keyboard and a screen inside the test's process: keys come once a screen is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from select import select
from typing import TypeVar

from prompt_toolkit.application import create_app_session
from prompt_toolkit.application.current import get_app_or_none
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput


class Keyboard(DummyOutput):
    """Somebody who looks at the screen before the next keys are pressed.

    What waits is pressed in one go, one string for each time that a screen has been drawn and
    all keys before were read.
    """

    def __init__(self, pipe: PipeInput, columns: int, rows: int) -> None:
        self._pipe = pipe
        self._size = Size(rows, columns)
        self._waiting: deque[str] = deque()
        self._heels = ""
        self.drawn: list[str] = []

    def press(self, *keys: str, at_the_heels: str = "") -> None:
        """Press these, each once the screen has been drawn after the one before.

        `at_the_heels` comes as soon as a screen is left, before there is another.
        """
        self._waiting.extend(keys)
        self._heels = at_the_heels

    def at_once(self, keys: str) -> None:
        """Press these now, whatever is on the screen."""
        self._pipe.send_text(keys)

    @property
    def left_over(self) -> list[str]:
        """What nobody has asked for."""
        return list(self._waiting)

    def get_size(self) -> Size:
        return self._size

    def write(self, data: str) -> None:
        self.drawn.append(data)

    def flush(self) -> None:
        app = get_app_or_none()
        if app is None:
            return
        if app.is_done:
            heels, self._heels = self._heels, ""
            self._pipe.send_text(heels)
        elif self._waiting and not select([self._pipe.fileno()], [], [], 0)[0]:
            self._pipe.send_text(self._waiting.popleft())


K = TypeVar("K", bound=Keyboard)


@contextmanager
def keyboard(kind: type[K], columns: int = 80, rows: int = 24) -> Iterator[K]:
    """A keyboard of that kind for the length of a test."""
    with create_pipe_input() as pipe:
        output = kind(pipe, columns, rows)
        with create_app_session(input=pipe, output=output):
            yield output
