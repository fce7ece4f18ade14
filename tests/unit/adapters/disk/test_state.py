"""What may be lost: where it is kept, drafts, and a focus that waits."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.adapters.disk.drafts import DraftFolder, FocusFolder
from learnlead.adapters.disk.state import home_folder, state_folder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.app.ports import Draft, Drafts, FocusWaiting
from learnlead.errors import LearnleadError
from learnlead.sitting.context import FocusChoice
from twins import MemoryDrafts, MemoryFocus

CORE = "learning-leader"
BEGUN = datetime(2026, 11, 20, 16, 2, 3, tzinfo=UTC)
DRAFT = Draft(CORE, 1, BEGUN, {"answers": {"insight": "Ä – \ud800 学"}, "unfinished": None})


class TestWhere:
    def test_the_variable_goes_before_the_platforms_place(self, tmp_path: Path) -> None:
        here = Workspace(tmp_path)
        chosen = state_folder(here, {"XDG_STATE_HOME": "/state"}, tmp_path / "home")
        assert chosen.parent == Path("/state/learnlead")
        usual = state_folder(here, {}, tmp_path / "home")
        assert usual.is_relative_to(tmp_path / "home")
        assert usual.name == chosen.name
        assert state_folder(here, {"XDG_STATE_HOME": "relative"}, tmp_path / "home") == usual

    def test_each_workspace_has_its_own_by_whatever_way_it_is_reached(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
        (tmp_path / "link").symlink_to("one")
        one, two, link = (
            state_folder(Workspace(tmp_path / name), {}, tmp_path)
            for name in ("one", "two", "link")
        )
        assert one == link
        assert one != two

    def test_without_a_home_it_says_what_would_help(self, tmp_path: Path) -> None:
        with pytest.raises(LearnleadError, match="XDG_STATE_HOME"):
            state_folder(Workspace(tmp_path), {}, None)

    def test_home_is_the_variable_else_what_the_system_knows(self) -> None:
        assert home_folder({"HOME": "/home/kim"}) == Path("/home/kim")
        assert home_folder({}) == home_folder({"HOME": ""}) == home_folder({"HOME": "relative"})


@pytest.fixture(params=["folder", "memory"])
def drafts(request: pytest.FixtureRequest, tmp_path: Path) -> Drafts:
    return DraftFolder(tmp_path / "state") if request.param == "folder" else MemoryDrafts()


class TestEveryDrafts:
    def test_a_draft_comes_back_as_it_was_saved(self, drafts: Drafts) -> None:
        assert drafts.load(CORE) == (None, [])
        drafts.save(DRAFT)
        assert drafts.load(CORE) == (DRAFT, [])
        assert drafts.load("quarter") == (None, [])

    def test_the_newest_takes_the_place_of_the_older(self, drafts: Drafts) -> None:
        drafts.save(DRAFT)
        newer = Draft(CORE, 2, BEGUN, {})
        drafts.save(newer)
        assert drafts.load(CORE) == (newer, [])

    def test_a_discarded_draft_is_gone_and_the_others_stay(self, drafts: Drafts) -> None:
        other = Draft("quarter", 1, BEGUN, {})
        drafts.save(DRAFT)
        drafts.save(other)
        drafts.discard(CORE)
        drafts.discard(CORE)
        assert drafts.load(CORE) == (None, [])
        assert drafts.load("quarter") == (other, [])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), json_values, max_size=4))
def test_whatever_a_sitting_keeps_comes_back(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    folder = DraftFolder(tmp_path_factory.getbasetemp() / "any-draft")
    folder.save(Draft(CORE, 1, BEGUN, data))
    found, _ = folder.load(CORE)
    assert found is not None
    assert found.data == data


def test_a_draft_is_its_owners_alone(tmp_path: Path) -> None:
    DraftFolder(tmp_path / "a" / "b").save(DRAFT)
    [file] = (tmp_path / "a" / "b").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


WHOLE: dict[str, object] = {
    "learnlead-draft": 1,
    "rubric": CORE,
    "rubric-version": 1,
    "begun": "2026-11-20T16:00:00+00:00",
    "data": {},
}
BREAKING: list[tuple[str, object]] = [
    ("learnlead-draft", 2),
    ("rubric", "quarter"),
    ("rubric-version", "one"),
    ("begun", "yesterday"),
    ("begun", None),
    ("data", []),
    ("data", "text"),
]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        *(json.dumps(WHOLE | {key: value}).encode() for key, value in BREAKING),
    ],
)
def test_a_broken_draft_is_set_aside_and_told_never_deleted(tmp_path: Path, content: bytes) -> None:
    drafts = DraftFolder(tmp_path)
    drafts.save(DRAFT)
    [file] = tmp_path.iterdir()
    for number in (1, 2):
        file.write_bytes(content)
        found, [problem] = drafts.load(CORE)
        assert found is None
        assert problem.file == f"{file}.broken-{number}"
        assert Path(problem.file).read_bytes() == content
        assert problem.remedy
    assert drafts.load(CORE) == (None, [])


def test_a_state_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(LearnleadError, match="cannot keep the draft: not a directory") as told:
        DraftFolder(tmp_path / "file").save(DRAFT)
    assert told.value.exit_code == 3


@pytest.fixture(params=["folder", "memory"])
def waiting(request: pytest.FixtureRequest, tmp_path: Path) -> FocusWaiting:
    return FocusFolder(tmp_path / "state") if request.param == "folder" else MemoryFocus()


class TestEveryPendingFocus:
    def test_a_focus_waits_until_it_is_cleared(self, waiting: FocusWaiting) -> None:
        assert waiting.load(CORE) == (None, [])
        waiting.save(CORE, FocusChoice("own-answers", "people finish their own sentences"))
        waiting.save(CORE, FocusChoice("joint-learning"))
        waiting.save("quarter", FocusChoice("depth"))
        assert waiting.load(CORE) == (FocusChoice("joint-learning", None), [])
        waiting.clear(CORE)
        waiting.clear(CORE)
        assert waiting.load(CORE) == (None, [])
        assert waiting.load("quarter") == (FocusChoice("depth"), [])


@pytest.mark.parametrize("content", ["{}", '{"behaviour": 1, "notice": null}', "own-answers"])
def test_a_broken_pending_focus_is_set_aside_and_told(tmp_path: Path, content: str) -> None:
    waiting = FocusFolder(tmp_path)
    waiting.save(CORE, FocusChoice("own-answers"))
    [file] = tmp_path.iterdir()
    file.write_text(content)
    found, [problem] = waiting.load(CORE)
    assert found is None
    assert "pending focus" in problem.message
