"""Nothing of learnlead opens a connection, but for the one that `remind --notify` names.

`rubric add URL` has git open one.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import learnlead

SOURCE = Path(learnlead.__file__).parent
NETWORK = {
    *("aiohttp", "apprise", "ftplib", "http", "httpx", "imaplib", "paramiko", "poplib", "requests"),
    *("smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib3", "xmlrpc"),
}
WITH_A_REASON = {"adapters/schedulers/channels.py": {"apprise"}}
"""Where one of them is imported: apprise sends the fixed words of a reminder."""

IMPORT = re.compile(r"^\s*(?:import|from) (\w+)", re.MULTILINE)

COMMANDS = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"a connection: {event} {arguments}")

sys.addaudithook(refuse)
from running import run

answers = sys.argv[1]
assert run("init", ".").code == 0
assert run("reflect", "--answers", answers).code == 0
for line in (
    "note one line",
    "trends", "trends --json", "read", "search waiting", "due", "plan", "focus", "rubric list",
    "journal check",
    "export --output out.zip --include insights --yes --names stay", "shared", "doctor",
    "ask --help", "coach review out.zip",
):
    assert run(*line.split()).code in (0, 1), line
print("no connection")
"""


def imported(file: Path) -> set[str]:
    """The top names of what a file imports, inside functions too."""
    return set(IMPORT.findall(file.read_text(encoding="utf-8")))


def test_no_module_imports_what_could_open_a_connection() -> None:
    importing = {
        file.relative_to(SOURCE).as_posix(): names
        for file in SOURCE.rglob("*.py")
        if (names := imported(file) & NETWORK)
    }
    assert importing == WITH_A_REASON


def test_no_command_opens_a_connection(tmp_path: Path) -> None:
    """Python itself tells of each one, whoever opens it (PEP 578)."""
    answers = tmp_path / "answers.yaml"
    answers.write_text("learnlead: 1\nratings: {own-answers: 4}\ninsight: Waiting helps.\n")
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS, answers],
        cwd=tmp_path,
        env={
            "HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": f"{SOURCE.parent}:{Path(__file__).parents[1]}",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("no connection\n", "")
