"""Shows a nudge as a message on this machine's desktop, by the command of each system.

Nothing leaves the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

from learnlead.adapters import system
from learnlead.adapters.disk.files.failures import reason
from learnlead.errors import Problem
from learnlead.text.clean import harmless

BUS: Final = "DBUS_SESSION_BUS_ADDRESS"

RUNTIME = "/run/user/%d"
"""The folder of a user's session, by the user's number (systemd-logind)."""

_PATIENCE: Final = 60
"""Seconds for a program that should take a moment."""

_PATH: Final = "/usr/bin:/bin"
"""Where cron looks for programs."""


class Desktop:
    """The desktop of this user, reached with the variables of this environment."""

    name: Final = "desktop"

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Find the session; a job is started without the variables that name it.

        Args:
            environment: as a program has it, or the little that a scheduler gives to a job.
        """
        folder = Path(RUNTIME % system.user_number())
        bus = folder / "bus"
        session = {} if environment.get(BUS) or not bus.is_socket() else _session(folder, bus)
        self._environment = {"PATH": _PATH, **environment, **session}

    def obstacle(self) -> str | None:
        """Why no message can be shown here; None if one probably can."""
        program = message_program(sys.platform)
        if shutil.which(program, path=self._environment["PATH"]) is None:
            packaged = ", which is in the package libnotify" if program == "notify-send" else ""
            return f"this machine lacks `{program}`{packaged}"
        if program == "notify-send" and not self._environment.get(BUS):
            return "there is no desktop here that a job could reach"
        return None

    def show(self, title: str, text: str) -> Problem | None:
        """Show the message; the problem if the desktop did not take it."""
        words = message_command(sys.platform, title, text)
        try:
            done = subprocess.run(  # noqa: S603 - words of our own, and no shell
                words,
                stdin=subprocess.DEVNULL,
                env=self._environment,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return _not_taken(f"`{words[0]}` took longer than {_PATIENCE} seconds")
        except OSError as error:
            return _not_taken(f"`{words[0]}`: {reason(error)}")
        if done.returncode == 0:
            return None
        answer = " ".join(done.stderr.decode("utf-8", "replace").split())
        return _not_taken(harmless(answer, breaks=False) or f"`{words[0]}` says nothing about why")


def _session(folder: Path, bus: Path) -> dict[str, str]:
    return {BUS: f"unix:path={bus}", "XDG_RUNTIME_DIR": str(folder)}


def _not_taken(why: str) -> Problem:
    message = f"the desktop did not take the message: {why.rstrip('.')}"
    remedy = "`learnlead remind on --calendar` makes a calendar file instead"
    return Problem(message, remedy)


_OSASCRIPT: Final = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)

_TOAST: Final = r"""
$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
$xml = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$texts = $xml.GetElementsByTagName('text')
[void]$texts.Item(0).AppendChild($xml.CreateTextNode({title}))
[void]$texts.Item(1).AppendChild($xml.CreateTextNode({text}))
$sender = '{{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}}\WindowsPowerShell\v1.0\powershell.exe'
$manager::CreateToastNotifier($sender).Show([Windows.UI.Notifications.ToastNotification]::new($xml))
"""  # noqa: E501 - a type of the Windows runtime is named in one piece
"""For Windows PowerShell 5, whose own name it sends under: only known programs may show a toast."""


def message_program(platform: str) -> str:
    """The program that shows messages on this platform (`sys.platform`)."""
    return {"darwin": "osascript", "win32": "powershell"}.get(platform, "notify-send")


def message_command(platform: str, title: str, text: str) -> tuple[str, ...]:
    """The words of the command that shows the message; no shell reads them."""
    program = message_program(platform)
    if platform == "darwin":
        lines = (word for line in _OSASCRIPT for word in ("-e", line))
        return (program, *lines, title, text)
    if platform == "win32":
        script = _TOAST.format(title=_in_powershell(title), text=_in_powershell(text))
        return (program, "-NoProfile", "-NonInteractive", "-Command", script)
    # The text may hold markup (Desktop Notifications Specification 1.2), so that it is escaped.
    body = escape(text, quote=False).replace("\\", "\\\\")  # notify-send undoes backslashes
    options = ("--app-name=learnlead", "--icon=appointment-soon")
    return (program, *options, "--", title, body)


def _in_powershell(text: str) -> str:
    """The text as a literal; PowerShell takes any of four quotes for the end of one."""
    for quote in "'‘’‚‛":
        text = text.replace(quote, quote * 2)
    return f"'{text}'"
