"""The ledger on disk: an entry that was cut off hides no other, and is told once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from learnlead.adapters.disk.records import LedgerFile
from learnlead.adapters.disk.workspace import Workspace
from learnlead.coach.bundle import Terms
from learnlead.coach.ledger import Export, ExportedLine, entry_line
from sizes import thinned


def export(number: int) -> Export:
    return Export(
        entry=f"{number:032x}",
        bundle=f"{number:032x}",
        leader="a" * 32,
        on=date(2026, 11, 20),
        terms=Terms(recipient="Kim"),
        file="für Kim.zip",
        lines=(ExportedLine(id="want", kind="want", text="Zähl die Fragen."),),
    )


LINE = f"{entry_line(export(2))}\n".encode()


@pytest.mark.parametrize("kept", thinned(range(1, len(LINE), 7), 6))
@pytest.mark.parametrize("first", ["read", "add"])
def test_a_last_line_that_was_cut_off_is_taken_away_and_told_once(
    tmp_path: Path, kept: int, first: str
) -> None:
    workspace = Workspace(tmp_path)
    ledger = LedgerFile(workspace)
    ledger.add(export(1))
    file = workspace.records / "shared.jsonl"
    with file.open("ab") as torn:
        torn.write(LINE[:kept])
    if first == "read":
        read = ledger.read()
        assert [one.entry for one in read.exports] == [export(1).entry]
        [problem] = read.problems
        assert (problem.file, problem.line) == ("records/shared.jsonl", 2)
        assert (problem.severity, "cut off" in problem.message) == ("warning", True)
    ledger.add(export(3))
    assert [one.entry for one in ledger.read().exports] == [export(1).entry, export(3).entry]
    assert ledger.read().problems == ()
    assert file.read_bytes().count(b"\n") == 2


@pytest.mark.parametrize(
    ("last", "exports", "problems"),
    [(LINE.rstrip(), 2, 0), (b"a remark of mine", 1, 1), (b"\0\0\0", 1, 1)],
)
def test_a_last_line_without_its_end_that_is_whole_or_a_hand_s_stays(
    tmp_path: Path, last: bytes, exports: int, problems: int
) -> None:
    workspace = Workspace(tmp_path)
    ledger = LedgerFile(workspace)
    ledger.add(export(1))
    file = workspace.records / "shared.jsonl"
    with file.open("ab") as open_file:
        open_file.write(last)
    read = ledger.read()
    assert (len(read.exports), len(read.problems)) == (exports, problems)
    assert file.read_bytes().endswith(b"\n")
    assert (last in file.read_bytes()) is not last.startswith(b"\0")
    ledger.add(export(3))
    assert len(ledger.read().exports) == exports + 1
