"""What differs between operating systems is asked in one module, so that it can be mended there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import learnlead
from faults.windows import MODULES, NOT_THERE

SOURCE = Path(learnlead.__file__).parent
NAMES = frozenset({*NOT_THERE, "fchmod", "fork", "kill", "posix_spawn"})
"""Names of `os` that Windows lacks, or where they do harm."""

LOOKED_FOR = {"adapters/disk/bundles/printing.py": "geteuid, behind a hasattr"}


def asked(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Attribute):
            continue
        if isinstance(node, ast.Import):
            names = [name.name for name in node.names if name.name in {*MODULES, "msvcrt"}]
        elif isinstance(node, ast.ImportFrom) and node.module in {*MODULES, "msvcrt"}:
            names = [node.module]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names = [node.attr] if node.value.id == "os" and node.attr in NAMES else []
            if node.value.id == "signal" and node.attr in ("SIGHUP", "SIGKILL", "SIGURG"):
                names = [node.attr]
        yield from (f"{name}, line {node.lineno}" for name in names)


def test_only_one_module_asks_for_what_a_system_may_lack() -> None:
    found = {
        name: told
        for path in SOURCE.rglob("*.py")
        if (name := path.relative_to(SOURCE).as_posix()) != "adapters/system.py"
        and name not in LOOKED_FOR
        and (told := list(asked(path)))
    }
    assert found == {}


def test_the_one_module_is_seen_to_ask() -> None:
    assert list(asked(SOURCE / "adapters" / "system.py"))
