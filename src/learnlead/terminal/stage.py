"""The screen of the rich door: drawn anew for each question, left as it was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from prompt_toolkit.application import Application, get_app_session
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

STYLE = Style.from_dict(
    {
        "standing": "ansicyan",
        "ask": "bold",
        "question": "bold",
        "preface": "",
        "key": "bold ansicyan",
        "quiet": "ansibrightblack",
        "here": "bold",
        "mark": "ansigreen",
        "trouble": "ansiyellow",
        "bottom-toolbar": "noreverse ansibrightblack",
        "bottom-toolbar.text": "noreverse ansibrightblack",
    }
)
WITHOUT_COLOUR = Style.from_dict(
    {
        "ask": "bold",
        "question": "bold",
        "key": "bold",
        "here": "bold",
        "bottom-toolbar": "noreverse",
        "bottom-toolbar.text": "noreverse",
    }
)


class Stage:
    """The alternate screen for the length of a sitting."""

    def __init__(self, *, colour: bool) -> None:
        self.output: Output = get_app_session().output
        self.style = STYLE if colour else WITHOUT_COLOUR
        self.depth = None if colour else ColorDepth.DEPTH_1_BIT
        self._open = False
        self._undo = ExitStack()

    @property
    def columns(self) -> int:
        """The width of the screen in cells; a little is kept free at the right."""
        return max(self.output.get_size().columns - 1, 20)

    @property
    def rows(self) -> int:
        """The height of the screen in lines."""
        return max(self.output.get_size().rows, 8)

    def clear(self) -> None:
        """An empty alternate screen with the cursor at its top left."""
        if not self._open:
            # Between two questions, too: keys pressed ahead are neither shown nor changed.
            self._undo.enter_context(get_app_session().input.raw_mode())
            self.output.enter_alternate_screen()
            self._open = True
        self.output.erase_screen()
        self.output.cursor_goto(0, 0)
        self.output.flush()

    def close(self) -> None:
        """Back to the screen that was there before."""
        if self._open:
            self.output.quit_alternate_screen()
            self.output.flush()
            self._undo.close()
            self._open = False

    def key(
        self,
        draw: Callable[[], StyleAndTextTuples],
        keys: Mapping[str, Callable[[], Any]],
    ) -> Any:
        """Draw, and wait for one of the keys.

        A key's function returns what `key` returns, or None to draw again. Keys are named as
        prompt_toolkit names them. Ctrl-C raises KeyboardInterrupt.
        """
        bindings = KeyBindings()
        for name, act in keys.items():
            bindings.add(name, eager=True)(_press(act))
            if len(name) == 1 and name.isalpha():  # the caps lock key is on
                bindings.add(name.upper(), eager=True)(_press(act))

        @bindings.add("c-c", eager=True)
        @bindings.add("<sigint>")
        def _interrupt(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt())

        size = self.output.get_size()

        def start_over_in_another_size(app: Application[Any]) -> None:
            nonlocal size
            before, size = size, self.output.get_size()
            if size != before:
                app.renderer.clear()

        self.clear()
        control = FormattedTextControl(draw, focusable=True, show_cursor=False)
        application: Application[Any] = Application(
            Layout(Window(control, wrap_lines=True)),
            key_bindings=bindings,
            style=self.style,
            color_depth=self.depth,
            output=self.output,
            before_render=start_over_in_another_size,
            include_default_pygments_style=False,
        )
        application.ttimeoutlen = 0.05
        application.timeoutlen = 0.1
        return application.run()


def _press(act: Callable[[], Any]) -> Callable[[KeyPressEvent], None]:
    def pressed(event: KeyPressEvent) -> None:
        result = act()
        if result is not None:
            event.app.exit(result=result)

    return pressed
