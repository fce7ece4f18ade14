"""An end from outside: the window is closed, the line is cut, the machine goes down.

Such a signal ends the wait for a person, not the program: what was typed is kept first. Between
two waits it is only remembered, so that it never comes amid the keeping itself.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from types import FrameType
from typing import Final

from learnlead.adapters.system import HANG_UP, termios
from learnlead.errors import Stopped

_SIGNALS: Final = {HANG_UP, signal.SIGTERM}


class _State:
    """The signal that came, and what ends the wait that is under way."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self.end_wait: Callable[[], None] | None = None


_state = _State()


@contextmanager
def stop_on_signals() -> Iterator[None]:
    """Let a closed window and a shutdown end the next wait for a person, as `Stopped`.

    What ignores such a signal, as after `nohup`, ignores it here, too.
    """
    before = {}
    if current_thread() is main_thread():
        _state.signal = None
        for number in _SIGNALS:
            if signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, _on_signal)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    _state.signal = number
    leave_dead_terminal()
    if _state.end_wait is not None:
        _state.end_wait()


def received_signal() -> int | None:
    """The signal that has come, if any."""
    return _state.signal


@contextmanager
def interruptible_wait(end: Callable[[], None]) -> Iterator[None]:
    """A wait for a person; `end` is called as soon as such a signal comes, or has come."""
    before, _state.end_wait = _state.end_wait, end
    try:
        if _state.signal is not None:
            end()
        yield
    finally:
        _state.end_wait = before


def raise_stopped() -> None:
    """End a wait at once.

    Raises:
        Stopped: a signal has come.
    """
    if _state.signal is not None:
        raise stopped_by(_state.signal)


def stopped_by(number: int) -> Stopped:
    """The end of the program by that signal, with the exit code that shells give it."""
    return Stopped(exit_code=128 + number)


def leave_dead_terminal() -> None:
    """Where the terminal is gone, write to nowhere from now on: nothing may fail of that."""
    for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        if stream is None or stream.closed:
            continue
        with suppress(OSError, ValueError):
            number = stream.fileno()
            if _is_dead(number):
                nowhere = os.open(os.devnull, os.O_RDWR)
                os.dup2(nowhere, number)
                os.close(nowhere)


def _is_dead(number: int) -> bool:
    if termios is None:
        return False
    import errno

    try:
        termios.tcgetattr(number)
    except termios.error as error:
        return bool(error.args) and error.args[0] == errno.EIO
    return False
