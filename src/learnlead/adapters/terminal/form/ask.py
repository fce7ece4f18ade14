"""Asks one screen of a sitting."""

from __future__ import annotations

from typing import Final

from prompt_toolkit.layout import Window

from learnlead.adapters.terminal.editor import Editors
from learnlead.adapters.terminal.form.control import FormControl
from learnlead.adapters.terminal.form.drawing import FormDrawing
from learnlead.adapters.terminal.form.form import Form
from learnlead.adapters.terminal.form.keys import FormKeys
from learnlead.adapters.terminal.screen import Screen
from learnlead.app.prompter import NotForHere, Reply, ScreenView

_EDIT: Final = "edit"
"""What ends the screen where an editor is wanted."""


def ask_screen(screen: Screen, view: ScreenView, editors: Editors) -> Reply:
    """Ask until the screen is left; see `Prompter.ask`.

    Raises:
        KeyboardInterrupt: Ctrl-C; what was typed is kept.
        Stopped: an end from outside; what was typed is kept.
    """
    form = Form(screen, view, editors)
    while True:
        left = _show(form)
        if isinstance(left, str):
            form.edit()
            continue
        if isinstance(left, NotForHere):
            form.autosave.save(left.answers)
            return left
        if not form.takes_later_words():
            return left


def _show(form: Form) -> Reply | str:
    """Until it is left: with a reply, or for the editor."""
    drawing = FormDrawing(form)
    keys = FormKeys(form, drawing, _EDIT)
    control = FormControl(drawing.parts, form.buffer)
    bindings = keys.bindings(control)
    try:
        left: Reply | str = form.screen.run(
            Window(control), bindings, inline=False, background=keys.follow
        )
    except BaseException:
        form.autosave.save(form.begun())
        raise
    form.autosave.settle()  # what comes next is written after it
    keys.settle()
    return left
