"""Every lasting change of a file goes through one module, which alone knows how to make it safe."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import learnlead

SOURCE = Path(learnlead.__file__).parent

CHANGES = {
    *("fchmod", "fdopen", "ftruncate", "hardlink_to", "link", "makedirs", "mkdir", "mkdtemp"),
    *("mkstemp", "pwrite", "removedirs", "renames", "rmdir", "rmtree", "symlink", "symlink_to"),
    *("touch", "truncate", "unlink", "write_bytes", "write_text", "NamedTemporaryFile"),
    *("TemporaryDirectory",),
}
"""Functions that change files, whatever module or path they are called on."""

OF_OS = frozenset({"open", "remove", "rename", "replace", "write"})
OF_PATHS = frozenset({"rename"})

MAY = {
    "adapters/disk/files/safe_write.py": "the one",
    "adapters/disk/files/safe_update.py": "the one, of a text that people change as well",
    "adapters/disk/files/temporaries.py": "makes and cleans what it writes into",
    "adapters/disk/files/exchange.py": "only looks",
    "adapters/disk/files/sync.py": "only forces",
    "adapters/disk/files/lock.py": "a lock is no text, and may be lost",
    "adapters/disk/files/pid_lock.py": "a lock is no text, and may be lost",
    "adapters/disk/files/reading.py": "only reads",
    "adapters/disk/bundles/reading.py": "only reads",
    "adapters/disk/files/answer_file.py": "a pipe or a device is no file",
    "adapters/disk/bundles/signing.py": "writes to a pipe",
    "adapters/disk/bundles/reviewed.py": "takes away folders that are empty",
    "adapters/disk/rubrics/sources.py": "git's copy of somebody's rubrics, none of one's own words",
    "adapters/system.py": "opens folders, and sets the mode that it is told",
    "cli/help/words.py": "the help on the screen",
    "adapters/terminal/stopping.py": "opens the null device",
    "cli/exits.py": "opens the null device; says its line on stderr",
}


def changes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            if called.id in CHANGES or (called.id == "open" and writes(node.args[1:2])):
                yield f"{called.id}, line {node.lineno}"
        elif isinstance(called, ast.Attribute):
            of_os = isinstance(called.value, ast.Name) and called.value.id == "os"
            if (
                called.attr in CHANGES | OF_PATHS
                or (of_os and called.attr in OF_OS)
                or (called.attr == "open" and not of_os and writes(node.args[:1]))
                or (called.attr == "replace" and len(node.args) == 1 and not node.keywords)
            ):
                yield f"{called.attr}, line {node.lineno}"


def writes(mode: list[ast.expr]) -> bool:
    return any(
        isinstance(one, ast.Constant) and bool(set(str(one.value)) & set("wax+")) for one in mode
    )


def test_no_other_module_changes_files() -> None:
    found = {
        str(path.relative_to(SOURCE)): list(changes(path)) for path in sorted(SOURCE.rglob("*.py"))
    }
    assert {name: calls for name, calls in found.items() if calls and name not in MAY} == {}
