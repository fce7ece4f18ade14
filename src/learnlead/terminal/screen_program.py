"""A screen of prompt_toolkit that prints no traceback over itself."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from typing import Any

from prompt_toolkit.application import Application


class ScreenProgram(Application[Any]):
    """What fails while a key is heard or the screen is drawn ends `run`, as any other failure does.

    prompt_toolkit itself prints the traceback, words and all, and waits for Enter.
    """

    def _handle_exception(self, _loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception") or RuntimeError()
        if self.is_running and not self.is_done:
            self.exit(exception=error)
