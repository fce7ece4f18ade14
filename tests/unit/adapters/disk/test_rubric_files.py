"""Rubrics: the workspace's own go first, and every fault is told where it stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from learnlead import shipped
from learnlead.adapters.disk.rubrics.checks import check_all, check_file
from learnlead.adapters.disk.rubrics.folders import RubricFiles
from learnlead.adapters.disk.workspace import Workspace
from learnlead.app.ports import RubricSource
from learnlead.errors import LearnleadError, Problem
from learnlead.rubric.model import Rubric
from learnlead.rubric.prompts import PromptBank
from twins import MemoryRubrics

CORE = "learning-leader"
SHIPPED = RubricFiles(None).ids()
MINE = """\
learnlead-rubric: 1
id: mine
version: 1
title: My own
rhythm: monthly
scale: {kind: frequency, labels: [never, rarely, sometimes, mostly, always]}
behaviours:
  - {id: pause, name: Pause, when: When somebody stopped, i: I waited.}
"""
MY_BANK = """\
learnlead-prompts: 1
rubric: mine
opening: [Hello.]
evidence: {pause: [When did you wait?, Who went on?, What came of it?]}
"""


@pytest.fixture
def source(tmp_path: Path) -> RubricFiles:
    for folder in ("rubrics", "prompts"):
        (tmp_path / folder).mkdir()
    return RubricFiles(Workspace(tmp_path))


def write(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


def sound(source: RubricSource, rubric_id: str) -> Rubric:
    rubric, problems = source.rubric(rubric_id)
    assert problems == []
    assert rubric is not None
    return rubric


def problems_of(source: RubricFiles) -> list[Problem]:
    return [problem for checked in check_all(source) for problem in checked.problems]


class TestEverySource:
    @pytest.fixture(params=["folder", "memory"])
    def any_source(
        self, request: pytest.FixtureRequest, tmp_path: Path, source: RubricFiles
    ) -> RubricSource:
        write(tmp_path, "rubrics/mine.yaml", MINE)
        write(tmp_path, "prompts/mine.yaml", MY_BANK)
        if request.param == "folder":
            return source
        bank, _ = source.bank(sound(source, "mine"))
        assert bank is not None
        return MemoryRubrics(sound(source, "mine"), sound(source, CORE), banks={"mine": bank})

    def test_it_lists_and_reads_what_it_has(self, any_source: RubricSource) -> None:
        assert {CORE, "mine"} <= set(any_source.ids()) <= {*SHIPPED, "mine"}
        mine = sound(any_source, "mine")
        assert mine.title == "My own"
        bank, problems = any_source.bank(mine)
        assert problems == []
        assert bank is not None
        assert bank.opening == ("Hello.",)

    def test_a_rubric_without_wording_has_no_bank(self, any_source: RubricSource) -> None:
        other = sound(any_source, "mine").model_copy(update={"id": "other"})
        assert any_source.bank(other) == (None, [])

    def test_an_unknown_id_is_told_with_the_known_ones(self, any_source: RubricSource) -> None:
        with pytest.raises(LearnleadError, match=r"no rubric.*learning-leader.*mine") as told:
            any_source.rubric("mined")
        assert told.value.exit_code == 2
        assert any_source.rhythm("mined") == (None, list(told.value.problems))
        assert any_source.rhythm("mine") == ("monthly", [])


def test_what_is_shipped_is_sound_without_any_workspace() -> None:
    source = RubricFiles(None)
    assert CORE in source.ids()
    bank, problems = source.bank(sound(source, CORE))
    assert isinstance(bank, PromptBank)
    assert problems == []
    checked = check_all(source)
    assert len(checked) >= 2 * len(source.ids())
    assert [problem for one in checked for problem in one.problems] == []


@pytest.mark.parametrize("near", ["learning-leder", "Learning-Leader"])
def test_a_slip_of_the_pen_is_told_what_was_meant(source: RubricFiles, near: str) -> None:
    with pytest.raises(LearnleadError, match="did you mean learning-leader"):
        source.rubric(near)


@pytest.mark.parametrize("hostile", ["../../etc/passwd", "", "a/b", "x" * 5000, "\0"])
def test_an_id_never_leads_out_of_the_folders(source: RubricFiles, hostile: str) -> None:
    with pytest.raises(LearnleadError, match="there is no rubric"):
        source.rubric(hostile)


class TestTheWorkspacesOwn:
    def test_a_rubric_goes_before_the_shipped_one(
        self, tmp_path: Path, source: RubricFiles
    ) -> None:
        write(tmp_path, f"rubrics/{CORE}.yaml", MINE.replace("id: mine", f"id: {CORE}"))
        assert sound(source, CORE).title == "My own"
        assert source.ids() == SHIPPED
        bank, problems = source.bank(sound(source, CORE))
        assert problems == []
        assert bank is not None
        assert bank.opening
        told = problems_of(source)
        assert {p.severity for p in told} == {"warning"}
        [warning] = [p for p in told if "before" in p.message]
        assert warning.file == f"rubrics/{CORE}.yaml"
        assert "shipped" in warning.message

    def test_a_bank_replaces_only_the_keys_that_it_gives(
        self, tmp_path: Path, source: RubricFiles
    ) -> None:
        rubric = sound(source, CORE)
        theirs, _ = RubricFiles(None).bank(rubric)
        write(
            tmp_path,
            f"prompts/{CORE}.yaml",
            f"learnlead-prompts: 1\nrubric: {CORE}\nclosing: [See you.]\n",
        )
        bank, problems = source.bank(rubric)
        assert problems == []
        assert theirs is not None
        assert bank == theirs.model_copy(update={"closing": ("See you.",)})

    def test_a_broken_bank_is_told_and_the_shipped_one_serves(
        self, tmp_path: Path, source: RubricFiles
    ) -> None:
        rubric = sound(source, CORE)
        write(
            tmp_path,
            f"prompts/{CORE}.yaml",
            f"learnlead-prompts: 1\nrubric: {CORE}\nevidence:\n  own-answer: [What?]\n",
        )
        bank, problems = source.bank(rubric)
        assert bank == RubricFiles(None).bank(rubric)[0]
        assert [p.where for p in problems] == [f"prompts/{CORE}.yaml:4"]

    def test_a_folder_that_is_the_shipped_one_overrides_nothing(self, tmp_path: Path) -> None:
        for kind in ("rubrics", "prompts"):
            (tmp_path / kind).symlink_to(shipped.folder(kind))
        source = RubricFiles(Workspace(tmp_path))
        assert check_all(source) == check_all(RubricFiles(None))

    def test_another_language_lies_beside(self, tmp_path: Path) -> None:
        (tmp_path / "rubrics").mkdir()
        write(tmp_path, "rubrics/mine.yaml", MINE)
        write(
            tmp_path,
            "rubrics/mine.de.yaml",
            MINE.replace("title: My own", "title: Meins\nlanguage: de"),
        )
        workspace = Workspace(tmp_path)
        assert sound(RubricFiles(workspace), "mine").title == "My own"
        assert sound(RubricFiles(workspace, "de"), "mine").title == "Meins"
        assert sound(RubricFiles(workspace, "fr"), "mine").title == "My own"
        assert RubricFiles(workspace).ids() == sorted([*SHIPPED, "mine"])


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("rubrics/other.yaml", MINE, 2),
        ("rubrics/mine.de.yaml", MINE, None),
        ("prompts/other.yaml", "# mine\n" + MY_BANK, 3),
    ],
)
def test_a_name_that_disagrees_with_the_content_is_told(
    tmp_path: Path, source: RubricFiles, name: str, text: str, line: int | None
) -> None:
    write(tmp_path, "rubrics/mine.yaml", MINE)
    write(tmp_path, name, text)
    [problem] = [p for p in problems_of(source) if p.file == name]
    assert "name" in problem.message
    assert (problem.severity, problem.line) == ("error", line)


def test_a_broken_rubric_is_told_and_never_replaced_by_the_shipped_one(
    tmp_path: Path, source: RubricFiles
) -> None:
    write(tmp_path, f"rubrics/{CORE}.yaml", MINE.replace("id: mine", f"id: {CORE}\nwhat: x"))
    rubric, problems = source.rubric(CORE)
    assert rubric is None
    assert [p.where for p in problems] == [f"rubrics/{CORE}.yaml:3"]


def test_checking_goes_on_past_what_cannot_be_read(tmp_path: Path, source: RubricFiles) -> None:
    os.mkfifo(tmp_path / "rubrics" / "a-pipe.yaml")
    (tmp_path / "rubrics" / "gone.yaml").symlink_to("nowhere")
    (tmp_path / "prompts" / "latin.yaml").write_bytes(b"# \xe4")
    write(tmp_path, "prompts/orphan.yaml", MY_BANK.replace("mine", "orphan"))
    write(tmp_path, "rubrics/mine.yaml", MINE)
    assert len(check_all(source)) == 5 + len(check_all(RubricFiles(None)))
    assert [p.where for p in problems_of(source)] == [
        "rubrics/a-pipe.yaml",
        "rubrics/gone.yaml",
        "prompts/latin.yaml:1",
        "prompts/orphan.yaml:2",
    ]


def test_a_file_anywhere_is_checked_under_the_name_it_was_given(
    tmp_path: Path, source: RubricFiles
) -> None:
    path = write(tmp_path, "Draft 1.yaml", MINE)
    assert check_file(source, path, "./Draft 1.yaml").problems == ()
    path = write(tmp_path, "bank.txt", MY_BANK.replace("mine", CORE))
    [problem] = [p for p in check_file(source, path, "b").problems if p.severity == "error"]
    assert "pause" in problem.message
    assert problem.where == "b:4"


@pytest.mark.parametrize(
    ("line", "rhythm"),
    [
        ("rhythm: monthly\n", "monthly"),
        ("rhythm:   quarterly  # four times a year\r\n", "quarterly"),
        ('"rhythm": "weekly"\n', "weekly"),
        ("", "weekly"),
        ("rhythm: daily\n", None),
        ("rhythm: weekly\nrhythm: monthly\n", None),
    ],
)
def test_the_rhythm_is_that_of_the_whole_rubric(
    tmp_path: Path, source: RubricFiles, line: str, rhythm: str | None
) -> None:
    path = tmp_path / "rubrics" / "mine.yaml"
    path.write_bytes(MINE.replace("rhythm: monthly\n", line).encode())
    rubric, problems = source.rubric("mine")
    assert (None if rubric is None else rubric.rhythm) == rhythm
    assert source.rhythm("mine") == (rhythm, problems)
