"""The alternate screen of a sitting: drawn anew for each question, restored at the end."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from collections.abc import Callable, Coroutine, Mapping
from contextlib import ExitStack
from functools import partial
from typing import Any

from prompt_toolkit.application import Application, get_app_session
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output

from learnlead.adapters.system import HANG_UP
from learnlead.adapters.terminal.fitting import without_last_break
from learnlead.adapters.terminal.key_filter import ANY_OTHER, KeyFilter, KeyRules
from learnlead.adapters.terminal.look import STYLE, WITHOUT_COLOUR
from learnlead.adapters.terminal.slow_line import SlowLine
from learnlead.adapters.terminal.stopping import (
    interruptible_wait,
    leave_dead_terminal,
    received_signal,
    stopped_by,
)
from learnlead.i18n.words import ENGLISH, Words

_HOLD, _SHOW = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronized output: between the two a terminal that knows them shows no half-drawn screen.

Others ignore them. See https://gist.github.com/christianparpart/d8a62cc1ab659194337d73e399004036.
"""


class ScreenApplication(Application[Any]):
    """What fails while a key is handled or the screen is drawn ends `run`, as other failures do.

    prompt_toolkit itself prints the traceback, words and all, and waits for Enter.
    """

    def _handle_exception(self, _loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception") or RuntimeError()
        if self.is_running and not self.is_done:
            self.exit(exception=error)


class Screen:
    """The alternate screen for the length of a sitting.

    Attributes:
        words: the program's own sentences.
        slow_line: keys that came in pieces, also from one screen to the next.
        remark: what is to be said on the next drawing about the keys just pressed, mostly empty.
    """

    def __init__(self, *, colour: bool, words: Words = ENGLISH) -> None:
        self.words = words
        self.output: Output = get_app_session().output
        self.style = STYLE if colour else WITHOUT_COLOUR
        self.depth = None if colour else ColorDepth.DEPTH_1_BIT
        self.remark = ""
        self.slow_line = SlowLine()
        self._open = False
        self._undo = ExitStack()

    @property
    def columns(self) -> int:
        """The width of the screen in cells; a little is kept free at the right."""
        return max(self.output.get_size().columns - 1, 20)

    @property
    def rows(self) -> int:
        """The height of the screen in lines; one is kept free, or the screen would scroll."""
        return max(self.output.get_size().rows - 1, 4)

    def clear(self) -> None:
        """An empty alternate screen with the cursor at its top left."""
        if not self._open:
            # Between two questions, too: keys pressed ahead are neither shown nor changed.
            self._undo.enter_context(get_app_session().input.raw_mode())
            self.output.enter_alternate_screen()
            self._open = True
        self.hold()
        self.output.erase_screen()
        self.output.cursor_goto(0, 0)

    def hold(self) -> None:
        """The terminal goes on showing what it shows, until `show`."""
        if isinstance(self.output, Vt100_Output):
            self.output.write_raw(_HOLD)

    def show(self) -> None:
        """The terminal shows what was written."""
        if isinstance(self.output, Vt100_Output):
            self.output.write_raw(_SHOW)
            self.output.flush()

    def close(self) -> None:
        """Back to the screen that was there before."""
        if self._open:
            self.output.quit_alternate_screen()
            self.show()
            self.output.flush()
            self._undo.close()
            self._open = False

    def ask_key(
        self,
        draw: Callable[[], StyleAndTextTuples],
        keys: Mapping[str, Callable[[], Any]],
        key_rules: KeyRules,
        *,
        inline: bool = False,
    ) -> Any:
        """Draw, and wait for one of the keys.

        Args:
            draw: the screen as it is now.
            keys: by the name that prompt_toolkit gives it, what a key does: it returns what
                `ask_key` returns, or None to draw again.
            key_rules: how the screen takes keys that may not be meant for it.
            inline: on the screen that was there before, which it leaves without a trace.

        Raises:
            KeyboardInterrupt: Ctrl-C.
        """
        key_filter = KeyFilter(key_rules, keys, get_app_session().input)

        def press(name: str, event: KeyPressEvent) -> None:
            if name == "escape" and not self.slow_line.is_escape(event):
                return
            if name == ANY_OTHER[0] and self.slow_line.rest_of_key(event) is not None:
                return
            result = key_filter.press(name, event)
            self.remark = self.words("no-words") if key_filter.took_words else ""
            if result is not None:
                event.app.exit(result=result)

        bindings = KeyBindings()
        for name in (*ANY_OTHER, *key_filter.keys):
            bindings.add(name, eager=name == "escape")(partial(press, name))
        control = FormattedTextControl(
            lambda: without_last_break(draw()), focusable=True, show_cursor=False
        )
        window = Window(control, wrap_lines=True)
        self.remark = ""
        while True:
            key_filter.begin()
            result = self.run(window, bindings, inline=inline)
            if key_filter.was_answer():
                return result
            self.remark = self.words("no-words") if key_filter.took_words else ""

    def run(
        self,
        container: AnyContainer,
        bindings: KeyBindings,
        *,
        inline: bool,
        background: Callable[[], Coroutine[Any, Any, None]] | None = None,
    ) -> Any:
        """Show this on the whole screen until a key ends it, whatever size the window takes.

        Args:
            container: what is shown.
            bindings: the keys.
            inline: on the screen that was there before, which it leaves without a trace.
            background: what runs for as long as it is shown.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            Stopped: the terminal is gone, or a signal came; keys pressed before it were handled.
        """

        @bindings.add("c-c", eager=True)
        @bindings.add("<sigint>")
        def _interrupt(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt())

        size = self.output.get_size()

        def begin_frame(app: Application[Any]) -> None:
            nonlocal size
            self.hold()
            before, size = size, self.output.get_size()
            if size != before and not inline:
                app.renderer.clear()

        if inline:
            self.close()
        else:
            self.clear()
        application = ScreenApplication(
            Layout(container),
            key_bindings=bindings,
            style=self.style,
            color_depth=self.depth,
            output=self.output,
            before_render=begin_frame,
            after_render=lambda _: self.show(),
            include_default_pygments_style=False,
            erase_when_done=inline,
        )
        application.ttimeoutlen = 0.05
        application.timeoutlen = 0.05

        def begin() -> None:
            if background is not None:
                application.create_background_task(background())
            _end_by_signal(application)

        try:
            with interruptible_wait(partial(_end_by_signal, application)):
                return application.run(pre_run=begin)
        except (EOFError, OSError):
            leave_dead_terminal()
            raise stopped_by(HANG_UP) from None


def _end_by_signal(application: Application[Any]) -> None:
    """End the screen, if a signal has come, once the keys pressed before it were handled."""
    number, loop, context = received_signal(), application.loop, application.context
    if number is None or loop is None or context is None:
        return

    def end() -> None:
        keys = application.key_processor
        while not application.is_done and (pressed := application.input.read_keys()):
            keys.feed_multiple(pressed)
            keys.process_keys()
        if not application.is_done:
            application.exit(exception=stopped_by(number))

    loop.call_soon_threadsafe(end, context=context.copy())
