"""After a power cut there is what was promised: each text, and each name, was forced to the disk.

A disk that keeps only what was forced stands in for the power cut: it watches the calls by which
the program changes files.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from learnlead.adapters.disk.drafts import DraftFolder
from learnlead.adapters.disk.files import exchange, safe_update, safe_write
from learnlead.adapters.disk.records import LedgerFile
from learnlead.adapters.disk.workspace import Workspace
from learnlead.coach.ledger import Withdrawal

FULL = 51


class Disk:
    """What would be there after a power cut: texts by inode, and the names of folders."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._texts: dict[int, bytes] = {}
        self._names: dict[int, dict[str, int]] = {}
        self._real = os.fsync
        monkeypatch.setattr(os, "fsync", self._fsync)

    def _fsync(self, opened: int) -> None:
        self._real(opened)
        inode = os.fstat(opened).st_ino
        if os.path.isdir(f"/proc/self/fd/{opened}"):  # noqa: PTH112
            with os.scandir(opened) as entries:
                self._names[inode] = {entry.name: entry.inode() for entry in entries}
        else:
            size = os.fstat(opened).st_size
            path = os.readlink(f"/proc/self/fd/{opened}")  # noqa: PTH115
            self._texts[inode] = Path(path).read_bytes()[:size]

    def after_a_power_cut(self, folder: Path) -> dict[str, bytes | None]:
        """The files there, by their paths; None for a text that was never forced."""
        found: dict[str, bytes | None] = {}
        for name, inode in self._names.get(folder.stat().st_ino, {}).items():
            if (folder / name).is_dir():
                below = self.after_a_power_cut(folder / name)
                found |= {f"{name}/{path}": text for path, text in below.items()}
            else:
                found[name] = self._texts.get(inode)
        return found


@pytest.fixture(params=["exchange", "rename"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Disk:
    if not Path("/proc/self/fd").exists():
        pytest.skip("this system has no /proc")
    if request.param == "rename":
        monkeypatch.setattr(exchange, "_renaming", lambda: None)
    return Disk(monkeypatch)


def test_a_page_that_was_made_or_changed_is_there(disk: Disk, tmp_path: Path) -> None:
    safe_write.create(tmp_path / "page.md", b"one")
    assert disk.after_a_power_cut(tmp_path)["page.md"] == b"one"
    safe_update.update(tmp_path / "page.md", b"one", b"two")
    assert disk.after_a_power_cut(tmp_path)["page.md"] == b"two"
    safe_write.put(tmp_path / "page.md", b"three")
    assert disk.after_a_power_cut(tmp_path)["page.md"] == b"three"


def test_a_folder_that_was_made_is_there_with_all_its_files(disk: Disk, tmp_path: Path) -> None:
    files = {"manifest.json": b"{}", "annexes/pages/one.md": b"one"}
    safe_write.create_folder(tmp_path / "bundle", files.items())
    found = disk.after_a_power_cut(tmp_path)
    assert {f"bundle/{name}": text for name, text in files.items()}.items() <= found.items()


def test_folders_are_there_all_the_way_up(disk: Disk, tmp_path: Path) -> None:
    safe_write.make_folder(tmp_path / "a" / "b")
    safe_write.create(tmp_path / "a" / "b" / "page.md", b"one")
    assert disk.after_a_power_cut(tmp_path)["a/b/page.md"] == b"one"


def test_what_was_removed_does_not_come_back(disk: Disk, tmp_path: Path) -> None:
    safe_write.create(tmp_path / "draft.json", b"words")
    (tmp_path / ".learnlead-0a.tmp").write_bytes(b"words")
    safe_write.create(tmp_path / "other.json", b"words")
    DraftFolder(tmp_path).discard("core")
    assert disk.after_a_power_cut(tmp_path).keys() == {"draft.json", "other.json"}
    safe_write.remove(tmp_path / "draft.json")
    assert disk.after_a_power_cut(tmp_path).keys() == {"other.json"}


def test_what_was_set_aside_is_there_under_its_new_name(disk: Disk, tmp_path: Path) -> None:
    safe_write.create(tmp_path / "draft.json", b"words")
    safe_write.set_aside(tmp_path / "draft.json")
    assert disk.after_a_power_cut(tmp_path) == {"draft.json.broken-1": b"words"}


def test_a_new_ledger_is_there(disk: Disk, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for number in (1, 2):
        LedgerFile(workspace).add(Withdrawal(withdrawn="0" * 32))
        whole = (workspace.records / "shared.jsonl").read_bytes()
        assert whole.count(b"\n") == number
        assert disk.after_a_power_cut(tmp_path)["records/shared.jsonl"] == whole


@pytest.mark.parametrize(("known", "forced"), [(True, ["full"]), (False, ["full", "fsync"])])
def test_on_a_mac_the_drives_own_cache_is_emptied_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, known: bool, forced: list[str]
) -> None:
    calls: list[str] = []
    real: Callable[..., int] = fcntl.fcntl

    def call(opened: int, command: int, argument: int = 0) -> int:
        if command != FULL:
            return real(opened, command, argument)
        calls.append("full")
        if not known:
            raise OSError(25, "a file system that does not know it")
        return 0

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", FULL, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", call)
    monkeypatch.setattr(os, "fsync", lambda _opened: calls.append("fsync"))
    safe_write.put(tmp_path / "page.md", b"text")
    assert calls == forced * 2  # the file, and its folder
