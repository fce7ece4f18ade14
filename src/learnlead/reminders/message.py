"""A message on the desktop, as the command that shows it on each system."""

from __future__ import annotations

from html import escape
from typing import Final

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
