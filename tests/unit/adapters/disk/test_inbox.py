"""The inbox on disk: private, whole, and nobody's line is lost."""

from __future__ import annotations

import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from learnlead.adapters.disk.records import InboxFile
from learnlead.adapters.disk.state import ShownOnce
from learnlead.adapters.disk.workspace import Workspace
from learnlead.app.ports import Inbox
from learnlead.errors import LearnleadError, MachineFailed
from running import SOURCE
from twins import MemoryInbox


@pytest.fixture(params=["file", "memory"])
def inbox(request: pytest.FixtureRequest, tmp_path: Path) -> Inbox:
    return InboxFile(Workspace(tmp_path)) if request.param == "file" else MemoryInbox()


class TestEveryInbox:
    def test_is_empty_at_first_and_gives_back_what_was_put_in(self, inbox: Inbox) -> None:
        assert inbox.read() == ""
        inbox.change(lambda text: f"{text}\ufeffone\r\n")
        inbox.change(lambda text: f"{text}two")
        assert inbox.read() == "\ufeffone\r\ntwo"


class TestTheFile:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "inbox.md"

    @pytest.fixture
    def on_disk(self, tmp_path: Path) -> InboxFile:
        return InboxFile(Workspace(tmp_path))

    def test_is_made_with_the_first_note_for_its_owner_alone(
        self, on_disk: InboxFile, path: Path
    ) -> None:
        on_disk.change(lambda text: text)
        assert not path.exists()
        on_disk.change(lambda _: "one\n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_keeps_its_permissions_and_stays_a_link(
        self, on_disk: InboxFile, path: Path, tmp_path: Path
    ) -> None:
        real = tmp_path / "elsewhere.md"
        real.write_text("one\n", encoding="utf-8")
        real.chmod(0o640)
        path.symlink_to(real)
        on_disk.change(lambda text: f"{text}two\n")
        assert path.is_symlink()
        assert real.read_text(encoding="utf-8") == "one\ntwo\n"
        assert stat.S_IMODE(real.stat().st_mode) == 0o640

    @pytest.mark.parametrize("first", [True, False], ids=["no inbox yet", "an inbox"])
    def test_a_line_that_came_between_reading_and_writing_stays(
        self, on_disk: InboxFile, path: Path, first: bool
    ) -> None:
        if not first:
            path.write_text("one\n", encoding="utf-8")
        others = ["theirs\n"]

        def edit(text: str) -> str:
            if others:
                path.write_text(text + others.pop(), encoding="utf-8")
            return f"{text}ours\n"

        on_disk.change(edit)
        assert path.read_text(encoding="utf-8").endswith("theirs\nours\n")

    def test_notes_of_several_runs_at_once_are_all_kept(self, tmp_path: Path, path: Path) -> None:
        program = (
            f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n"
            "from pathlib import Path\n"
            "from learnlead.adapters.disk.records import InboxFile\n"
            "from learnlead.adapters.disk.workspace import Workspace\n"
            "inbox = InboxFile(Workspace(Path(sys.argv[1])))\n"
            "for n in range(15): inbox.change(lambda text: f'{text}{sys.argv[2]}{n}\\n')\n"
        )
        runs = [
            subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name]) for name in "abc"
        ]
        assert [run.wait(60) for run in runs] == [0, 0, 0]
        found = path.read_text(encoding="utf-8").splitlines()
        assert sorted(found) == sorted(f"{name}{n}" for name in "abc" for n in range(15))
        assert [one.name for one in tmp_path.iterdir()] == ["inbox.md"]

    def test_a_full_disk_leaves_it_as_it_was(self, on_disk: InboxFile, path: Path) -> None:
        path.write_text("one\n", encoding="utf-8")
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            with pytest.raises(MachineFailed, match=r"inbox\.md: cannot write to the inbox"):
                on_disk.change(lambda text: text + "x" * 5000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert path.read_text(encoding="utf-8") == "one\n"
        assert [one.name for one in path.parent.iterdir()] == ["inbox.md"]

    def test_what_is_no_text_is_said_with_its_line_and_left_alone(
        self, on_disk: InboxFile, path: Path
    ) -> None:
        path.write_bytes(b"one\n\xff\n")
        with pytest.raises(LearnleadError, match=r"inbox\.md:2: this is not UTF-8 text"):
            on_disk.change(lambda text: f"{text}two\n")
        assert path.read_bytes() == b"one\n\xff\n"

    def test_never_becomes_too_large_to_be_read(self, on_disk: InboxFile, path: Path) -> None:
        path.write_text("one\n", encoding="utf-8")
        with pytest.raises(LearnleadError, match="would become larger than 16 MB"):
            on_disk.change(lambda text: text + "x" * 16_000_000)
        assert path.read_text(encoding="utf-8") == "one\n"


class TestSaidOnce:
    def test_is_the_first_time_once(self, tmp_path: Path) -> None:
        assert ShownOnce(tmp_path / "state").first_time("one")
        again = ShownOnce(tmp_path / "state")
        assert not again.first_time("one")
        assert again.first_time("two")

    def test_without_a_place_to_mark_it_is_always_the_first(self, tmp_path: Path) -> None:
        (tmp_path / "state").write_text("a file", encoding="utf-8")
        said = ShownOnce(tmp_path / "state")
        assert said.first_time("one")
        assert said.first_time("one")
