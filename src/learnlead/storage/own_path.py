"""What starts this program from where its user stands."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

from learnlead.own_name import USUAL


def typed_name(called: str, search: str | None, cwd: Path | None, home: Path | None) -> str:
    """`learnlead` where that starts this program, else the path that does.

    Args:
        called: the first argument of the program: the path of its script.
        search: the folders that a shell looks through, as in `PATH`.
        cwd: the current folder; None if it is gone.
        home: the user's own folder; None if there is none.
    """
    script = Path(called)
    if script.name != USUAL or not script.is_file():
        return USUAL  # python -m learnlead, or a test
    on_path = shutil.which(USUAL, path=search or os.defpath)
    if on_path is not None and os.path.samefile(on_path, script):  # noqa: PTH121 - one of the two is a str
        return USUAL
    script = Path(os.path.abspath(script))  # noqa: PTH100 - a link stays what was typed
    checkout = script.parents[2]
    if cwd is not None and checkout == cwd:
        return shlex.quote(str(script.relative_to(cwd)))
    if home is not None and script.is_relative_to(home):
        return "~/" + shlex.quote(str(script.relative_to(home)))
    return shlex.quote(str(script))
