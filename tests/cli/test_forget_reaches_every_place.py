"""Forgetting changes or names every place in which a person may stand, and says so."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.kit import CORE, as_json, held, snapshot
from learnlead.adapters.disk.files.temporaries import TemporaryFile
from learnlead.adapters.disk.state import coach_folder, state_folder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.coach.bundle import Terms
from learnlead.coach.ledger import Export, ExportedLine, entry_line
from running import Ran, run, run_program
from sizes import examples

NAME = "Jürgen Köhler"
PAGE = "---\nlearnlead: 1\ndate: 2025-11-20\nrubric: learning-leader\n---\n"
SAYS = (NAME, NAME.upper(), f"He drew it.\n{NAME} said so.", 'a "quote" of JUERGEN KOEHLER')

Text = Callable[[str], bytes]


def plain(says: str) -> bytes:
    return f"{says}\n".encode()


def page(says: str) -> bytes:
    return f"{PAGE}\n## Insight <!-- insight -->\n\n{says}\n".encode()


def in_json(says: str) -> bytes:
    return json.dumps({"data": {"answers": {"insight": says}}}).encode()


def draft(rubric: str) -> Text:
    def text(says: str) -> bytes:
        content = {
            "learnlead-draft": 1,
            "rubric": rubric,
            "rubric-version": 1,
            "begun": "2026-11-20T16:00:00+00:00",
            "data": {"answers": {"insight": says}, "typing": ["plan-obstacle", says]},
        }
        return json.dumps(content).encode()

    return text


def cut_off(says: str) -> bytes:
    return draft(CORE)(says)[:-9]


def focus(says: str) -> bytes:
    return json.dumps({"behaviour": "own-answers", "notice": " ".join(says.split())}).encode()


def ledger(says: str) -> bytes:
    entry = Export(
        entry="1" * 32,
        bundle="2" * 32,
        leader="3" * 32,
        on=date(2026, 11, 20),
        terms=Terms(recipient="Kim"),
        file="for-kim.zip",
        names={"0123": "person A"},
        lines=(ExportedLine(id="want", kind="want", text=says),),
    )
    return f"{entry_line(entry)}\n".encode()


def binary(says: str) -> bytes:
    return b"\0\1" + says.encode() + b"\0"


def latin(says: str) -> bytes:
    return says.encode("latin-1")


IN_WORKSPACE: dict[str, Text] = {
    "inbox.md": plain,
    "inbox.md~": plain,
    ".inbox.md.swp": binary,
    "learnlead.yaml": lambda says: f"people: [{json.dumps(' '.join(says.split()))}]\n".encode(),
    "loose.txt": plain,
    "table.ods": binary,
    "attic/old.md": page,
    "journals/2025-11-20-learning-leader.md": page,
    "journals/2025-11-21.md": plain,
    "journals/2025-11-20-learning-leader.md~": page,
    "journals/#2025-11-20-learning-leader.md#": page,
    "journals/2025-11-20-learning-leader.md.bak": page,
    "journals/.2025-11-20-learning-leader.md.swp": binary,
    "journals/2025-11-20-learning-leader (conflicted copy 2026-01-01).md": page,
    "journals/2025-11-20-learning-leader.sync-conflict-20260101-101010-ABCDEFG.md": page,
    "journals/loose.md": plain,
    "journals/loose": plain,
    "journals/loose.org": plain,
    "journals/loose.json": in_json,
    "journals/latin.md": latin,
    "journals/2024/2024-11-20-learning-leader.md": page,
    "journals/2024/deep/er/note.txt": plain,
    "journals/photo.jpg": binary,
    "journals/.learnlead-0123456789abcdef.tmp": page,
    "journals/2024/.learnlead-0123456789abcdef.tmp": page,
    "journals/Jürgen Köhler.pdf": binary,
    "journals/.git/COMMIT_EDITMSG": plain,
    "records/asked.md": plain,
    "records/yardsticks.md": plain,
    "records/names.md": lambda says: f"- hide: {' '.join(says.split())} = Jürgen\n".encode(),
    "records/shared.jsonl": ledger,
    "records/older/asked.md~": plain,
    "records/.learnlead-0123456789abcdef.tmp": ledger,
    "rubrics/mine.yaml": plain,
    "rubrics/.learnlead-0123456789abcdef.tmp": plain,
    "prompts/mine.yaml": plain,
    ".learnlead-0123456789abcdef.tmp": plain,
}
IN_STATE: dict[str, Text] = {
    f"draft-{CORE}.json": draft(CORE),
    "draft-gone.json": draft("gone"),
    "draft-damaged.json": cut_off,
    f"draft-{CORE}.json.broken-1": cut_off,
    "draft-gone.json.broken-2": in_json,
    f"focus-{CORE}.json": focus,
    "focus-gone.json": focus,
    "focus-gone.json.broken-1": in_json,
    f"editor-{CORE}/reflection.md": page,
    f"editor-{CORE}/reflection.md~": page,
    f"editor-{CORE}/.reflection.md.swp": binary,
    f"editor-{CORE}/.learnlead-0123456789abcdef.tmp": page,
    "editor-gone/reflection.md": page,
    f"text-{CORE}/insight.md": plain,
    ".learnlead-0123456789abcdef.tmp": draft(CORE),
}
IN_COACH: dict[str, Text] = {
    f"leader-{'a' * 32}.json": in_json,
    "reply-0123.md": plain,
    ".learnlead-0123456789abcdef.tmp": plain,
}


def folders(workspace: Path) -> dict[Path, dict[str, Text]]:
    home = Path(os.environ["HOME"])
    return {
        workspace: IN_WORKSPACE,
        state_folder(Workspace(workspace), os.environ, home): IN_STATE,
        coach_folder(os.environ, home): IN_COACH,
    }


def still_there(path: Path) -> bool:
    """Whether the name can be read in the file, through the escapes of JSON, or in its own name."""
    text = path.read_bytes().decode("latin-1" if path.name == "latin.md" else "utf-8", "replace")
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    words = f"{path.name} {text}".casefold().replace("ö", "oe").replace("ü", "ue")
    return "juergen koehler" in words


def unnamed(folder: Path, workspace: Path, ran: Ran) -> list[str]:
    """The files that still hold the name, and that the list or the end does not name."""
    sentences = (
        ran.stdout + ran.stderr.partition("Changed ")[0],
        ran.stderr.partition("to be looked at by yourself: ")[2],
    )
    places = []
    for path in (path for path in sorted(folder.rglob("*")) if path.is_file()):
        above = [parent for parent in (path, *path.parents) if parent.is_relative_to(folder)][:-1]
        shown = [
            str(parent.relative_to(workspace) if folder == workspace else parent)
            for parent in above
        ]
        if still_there(path) and not all(
            any(name in sentence for name in shown) for sentence in sentences
        ):
            places.append(str(path))
    return places


PLACES = [
    (folder, name)
    for folder, files in enumerate((IN_WORKSPACE, IN_STATE, IN_COACH))
    for name in files
]
CANNOT = re.compile(
    r".*\.(swp|jpg|pdf|ods|org|yaml)|.*latin\.md|attic/.*|loose\.txt|.*/loose|.*/\.git/.*"
    r"|leader-.*|reply-.*|.*/2025-11-21\.md"
)
"""What is named, not changed: no text, a format of others, a page that cannot be read."""


def fill(workspace: Path, chosen: list[tuple[int, str]], says: str) -> None:
    for number, (folder, files) in enumerate(folders(workspace).items()):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        for name in (name for name in files if (number, name) in chosen):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(files[name](says))
    (workspace / "learnlead.yaml").touch()


def forget(workspace: Path) -> list[str]:
    """Forget the person; the files that still hold the name, each of which is named."""
    ran = run("--workspace", workspace, "journal", "forget", NAME, "--yes")
    assert ran.code == 0, ran.stderr
    paths_found: list[str] = []
    for folder in folders(workspace):
        assert unnamed(folder, workspace, ran) == []
        assert not list(folder.rglob(".learnlead-*"))
        paths = (path for path in folder.rglob("*") if path.is_file() and still_there(path))
        paths_found += (str(path.relative_to(folder)) for path in paths)
    return paths_found


@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PLACES), min_size=1, unique=True), st.sampled_from(SAYS))
def test_any_place_is_changed_or_named(
    workspace: Path, chosen: list[tuple[int, str]], says: str
) -> None:
    fill(workspace, chosen, says)
    assert [name for name in forget(workspace) if not CANNOT.fullmatch(name)] == []


@pytest.mark.parametrize("says", SAYS)
def test_every_place_at_once_is_changed_or_named(workspace: Path, says: str) -> None:
    fill(workspace, PLACES, says)
    assert [name for name in forget(workspace) if not CANNOT.fullmatch(name)] == []


def test_a_bundle_that_left_is_named_with_its_path(workspace: Path) -> None:
    fill(workspace, [(0, "records/shared.jsonl")], NAME)
    ran = run("journal", "forget", NAME, "--dry-run")
    assert (
        "for-kim.zip: left on 2026-11-20 for Kim: delete it, and ask whoever has it" in ran.stdout
    )
    assert "for-kim.zip" in ran.stderr.partition("looked at by yourself: ")[2]
    (workspace / ".learnlead-0a.tmp").write_text(NAME, encoding="utf-8")
    assert as_json("journal", "forget", NAME, "--dry-run")["removed"] == [".learnlead-0a.tmp"]
    assert (workspace / ".learnlead-0a.tmp").exists(), "a dry run"


def test_a_ledger_that_was_cut_off_is_mended_and_that_is_told(workspace: Path) -> None:
    fill(workspace, [(0, "records/shared.jsonl")], "nobody")
    with (workspace / "records" / "shared.jsonl").open("ab") as ledger_file:
        ledger_file.write(ledger(NAME)[:200])
    ran = run("journal", "forget", NAME, "--yes")
    assert "records/shared.jsonl:2: warning: the last line of the ledger was cut off" in ran.stderr
    assert "looked at by yourself" not in ran.stderr
    assert not still_there(workspace / "records" / "shared.jsonl")


def test_a_temporary_of_a_run_that_is_at_it_is_named_and_left_to_it(workspace: Path) -> None:
    with TemporaryFile(workspace / "journals") as held_by_another:
        held_by_another.path.write_text(NAME, encoding="utf-8")
        ran = run("journal", "forget", NAME, "--yes")
        assert held_by_another.path.exists()
        name = f"journals/{held_by_another.path.name}"
        assert f"{name}: another learnlead is writing this just now" in ran.stdout
        assert name in ran.stderr


KILLED = """
import os, signal, sys
from pathlib import Path
from learnlead.__main__ import main
left = [int(sys.argv.pop(1))]

def count(*_):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)

def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & 3
    if writes or event in ("os.rename", "os.remove", "os.link", "fcntl.flock"):
        count()

def counted(call):
    return lambda *arguments: (count(), call(*arguments))[1]

os.fsync = counted(os.fsync)
from learnlead.adapters.disk.files import safe_update
safe_update.exchange = counted(safe_update.exchange)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
main()
"""


STRIDE = 6
"""Every point would take two minutes; `tests/faults` goes through them all."""


@pytest.mark.parametrize(
    "command",
    [
        ("note", f"{NAME} said so."),
        ("journal", "forget", NAME, "--yes", "--as", "a peer"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_wherever_a_run_was_killed_its_words_are_found(
    workspace: Path, command: tuple[str, ...]
) -> None:
    held(f"date: 2026-11-13\ninsight: {NAME} did.\n")
    run("note", f"{NAME} asked.")
    before = snapshot(workspace)
    for points in range(0, 1000, STRIDE):
        for name in snapshot(workspace).keys() - before.keys():
            (workspace / name).unlink()
        for name, content in before.items():
            (workspace / name).write_bytes(content)
        killed = run_program(*command, program=(sys.executable, "-c", KILLED, str(points)))
        assert forget(workspace) == []
        if killed.code != -signal.SIGKILL:
            break
    assert points > 5
    assert killed.code == 0, killed.stderr
