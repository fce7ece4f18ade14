"""The journal folder: what is a page, and pages read, made and changed without a loss."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import learnlead
from learnlead.adapters.disk.journal_folder import PageFolder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.app.ports import PageStore
from learnlead.errors import LearnleadError
from learnlead.page.naming import PageName
from twins import MemoryShelf

FRIDAY = date(2026, 11, 20)
CORE = "learning-leader"
PAGE = "2026-11-20-learning-leader.md"
FRONT = "---\nlearnlead: 1\ndate: 2026-11-20\nrubric: learning-leader\n---\n"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    folder = tmp_path / "journals"
    folder.mkdir()
    return folder


@pytest.fixture
def page_store(tmp_path: Path) -> PageFolder:
    return PageFolder(Workspace(tmp_path))


@pytest.fixture(params=["folder", "memory"])
def any_shelf(request: pytest.FixtureRequest, tmp_path: Path) -> PageStore:
    return PageFolder(Workspace(tmp_path)) if request.param == "folder" else MemoryShelf()


class TestEveryShelf:
    def test_an_empty_journal_lists_nothing(self, any_shelf: PageStore) -> None:
        assert any_shelf.listing().names == ()
        assert any_shelf.page_names() == []

    def test_a_page_reads_back_as_it_was_written(self, any_shelf: PageStore) -> None:
        text = "\ufeff---\r\nlearnlead: 1\r\n---\r\nÄ – 学\x00 \x85\u2028 no last line break"
        name = any_shelf.create(FRIDAY, CORE, text)
        assert name == PAGE
        assert any_shelf.read(name) == text
        assert any_shelf.shown(name) == f"journals/{PAGE}"

    def test_a_second_sitting_of_a_day_is_a_second_page(self, any_shelf: PageStore) -> None:
        names = [any_shelf.create(FRIDAY, CORE, f"sitting {n}") for n in range(11)]
        names.append(any_shelf.create(date(2026, 11, 13), CORE, "earlier"))
        assert names[1] == "2026-11-20-learning-leader.2.md"
        assert [any_shelf.read(n) for n in names[:11]] == [f"sitting {n}" for n in range(11)]
        assert any_shelf.listing().names == (names[-1], *names[:-1])
        assert any_shelf.page_names() == [
            PageName(date(2026, 11, 13), CORE),
            *(PageName(FRIDAY, CORE, nth) for nth in range(1, 12)),
        ]

    def test_an_update_needs_the_text_that_was_read(self, any_shelf: PageStore) -> None:
        name = any_shelf.create(FRIDAY, CORE, "\ufeffone\r\n")
        any_shelf.update(name, "\ufeffone\r\n", "\ufefftwo\r\n")
        with pytest.raises(LearnleadError, match="changed") as refused:
            any_shelf.update(name, "\ufeffone\r\n", "three")
        assert refused.value.problems[0].file == f"journals/{PAGE}"
        assert any_shelf.read(name) == "\ufefftwo\r\n"

    def test_a_change_is_made_of_the_newest_text(self, any_shelf: PageStore) -> None:
        name = any_shelf.create(date(2026, 11, 20), CORE, "\ufeffone\r\n")
        seen: list[str] = []

        def edit(text: str) -> str:
            if not seen:
                any_shelf.update(name, text, "\ufefftwo\r\n")
            seen.append(text)
            return f"{text}more"

        if isinstance(any_shelf, PageFolder):
            any_shelf.change(name, edit)
            assert any_shelf.read(name) == "\ufefftwo\r\nmore"
            assert seen == ["\ufeffone\r\n", "\ufefftwo\r\n"]
        any_shelf.change(name, lambda _: "three")
        assert any_shelf.read(name) == "three"

    def test_a_page_that_is_not_there_is_told(self, any_shelf: PageStore) -> None:
        with pytest.raises(LearnleadError, match="no such"):
            any_shelf.read(PAGE)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (PAGE, ""),
        ("2026-11-20.md", "no front matter"),
        ("2026-11-20 my week.md", ""),
        ("my week.md", FRONT),
        ("week.txt", "\ufeff" + FRONT.replace("\n", "\r\n")),
        ("late.md", "---\n" + "x: y\n" * 10_000 + "learnlead: 1\n---\n"),
    ],
)
def test_what_is_a_page(page_store: PageFolder, journal: Path, name: str, text: str) -> None:
    (journal / name).write_bytes(text.encode())
    assert page_store.listing().names == (name,)
    assert page_store.listing().foreign == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("README.md", "# About\n"),
        ("2026-11-20.txt", "text"),
        ("2026-13-40-learning-leader.md", "no such date"),
        ("notes.md", "---\ntitle: mine\n---\nlearnlead: 1\n"),
        ("bytes", "---\n\udcff\udcfe"),
    ],
)
def test_what_is_left_alone_and_counted(
    page_store: PageFolder, journal: Path, name: str, text: str
) -> None:
    (journal / name).write_bytes(text.encode(errors="surrogateescape"))
    assert page_store.listing().names == ()
    assert page_store.listing().foreign == 1
    assert page_store.listing().problems == ()


def test_folders_below_and_our_own_temporary_files_are_not_counted(
    page_store: PageFolder, journal: Path
) -> None:
    (journal / "examples").mkdir()
    (journal / "examples" / PAGE).write_text(FRONT)
    (journal / ".learnlead-0a.tmp").write_text(FRONT)
    (journal / ".learnlead.lock").write_text("")
    assert page_store.listing().names == ()
    assert page_store.listing().foreign == 0


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_link_to_nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (a_folder, "folder"),
        (a_pipe, "pipe"),
        (a_link_to_nowhere, "link"),
        (a_link_to_itself, "link"),
        (a_link_to_a_device, "device"),
    ],
)
def test_what_only_has_a_pages_name_is_a_problem_and_never_opened(
    page_store: PageFolder, journal: Path, make: Callable[[Path], None], word: str
) -> None:
    make(journal / PAGE)
    listing = page_store.listing()
    assert listing.names == ()
    assert listing.foreign == 0
    [problem] = listing.problems
    assert word in problem.message
    assert problem.file == f"journals/{PAGE}"
    assert problem.remedy
    assert page_store.page_names() == []
    with pytest.raises(LearnleadError):
        page_store.read(PAGE)
    assert page_store.create(FRIDAY, CORE, "text") == "2026-11-20-learning-leader.2.md"


def a_link_round_in_a_circle(path: Path) -> None:
    path.symlink_to(path.with_name("round.md"))
    path.with_name("round.md").symlink_to(path)


def a_link_through_a_file(path: Path) -> None:
    path.with_name("file").write_text("")
    path.symlink_to("file/nothing")


def a_link_to_a_name_too_long(path: Path) -> None:
    path.symlink_to("x" * 300)


@pytest.mark.parametrize("name", ["My Friday.md", "round and round.md", "2026-11-20.md"])
@pytest.mark.parametrize(
    "make",
    [
        *(a_link_to_nowhere, a_link_to_itself, a_link_round_in_a_circle),
        *(a_link_through_a_file, a_link_to_a_name_too_long),
    ],
)
def test_a_bad_link_is_a_problem_of_its_own_and_hides_no_page(
    page_store: PageFolder, journal: Path, make: Callable[[Path], None], name: str
) -> None:
    (journal / PAGE).write_text(FRONT)
    make(journal / name)
    listing = page_store.listing()
    assert listing.names == (PAGE,)
    assert page_store.page_names() == [PageName(FRIDAY, CORE)]
    problem = next(one for one in listing.problems if one.file == f"journals/{name}")
    assert problem.remedy
    assert {one.file for one in listing.problems} <= {f"journals/{name}", "journals/round.md"}


@pytest.mark.parametrize("name", ["photo.jpg", ".#2026-11-20-learning-leader.md"])
def test_bad_links_that_are_no_pages_are_left_alone(
    page_store: PageFolder, journal: Path, name: str
) -> None:
    (journal / PAGE).write_text(FRONT)
    (journal / name).symlink_to(name)
    assert page_store.listing().names == (PAGE,)
    assert page_store.listing().problems == ()


COPIES = (
    "2026-11-20-learning-leader (Ann's conflicted copy 2026-11-20).md",
    "2026-11-20-learning-leader (conflicted copy 2026-11-20 143015).md",
    "2026-11-20-learning-leader (ANN-PC (HR)'s conflicted copy 2026-11-20) (1).md",
    "2026-11-20-learning-leader (In Konflikt stehende Kopie von ANN-PC 2026-11-20).md",
    "2026-11-20-learning-leader (Case Conflict).md",
    "2026-11-20-learning-leader (SFConflict ann@example.org 2026-11-20-14-30-15).md",
    "2026-11-20-learning-leader.sync-conflict-20261120-143015-ABCDEF7.md",
    "2026-11-20-learning-leader.sync-conflict-20261120-143015.md",
    "2026-11-20-learning-leader.2.sync-conflict-20261120-143015-ABCDEF7.md",
    "2026-11-20-learning-leader_conflict-20261120-143015.md",
    "My Friday (Ann's conflicted copy 2026-11-20).md",
    "2026-11-20 Friday.sync-conflict-20261121-090000-ABCDEF7.md",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_a_sync_program_made_is_told_and_is_no_page(
    page_store: PageFolder, journal: Path, name: str
) -> None:
    (journal / PAGE).write_text(FRONT)
    (journal / name).write_text(FRONT)
    for listing in page_store.listing(), MemoryShelf({PAGE: FRONT, name: FRONT}).listing():
        assert (listing.names, listing.beside, listing.foreign) == ((PAGE,), (name,), 0)
        [problem] = listing.problems
        assert (problem.file, problem.severity) == (f"journals/{name}", "warning")
        assert "conflict" not in problem.remedy.lower()
        assert "delete this copy" in problem.remedy
    assert page_store.page_names() == [PageName(FRIDAY, CORE)]


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-20-learning-leader 2.md",
        "2026-11-20-learning-leader (1).md",
        "2026-11-20 a conflict in the team.md",
        "2026-11-20 (a conflict).md",
        "2026-11-20-team-conflict.md",
        "2026-11-20 sync.md",
    ],
)
def test_what_may_be_somebodys_own_page_is_one(
    page_store: PageFolder, journal: Path, name: str
) -> None:
    (journal / name).write_text(FRONT)
    assert page_store.listing().names == (name,)
    assert page_store.listing().problems == ()


def test_copies_of_what_is_no_page_are_left_alone(page_store: PageFolder, journal: Path) -> None:
    (journal / "shopping (Ann's conflicted copy 2026-11-20).md").write_text("milk")
    assert (page_store.listing().foreign, page_store.listing().problems) == (1, ())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2026-11-20-caf\udce9.md", "UTF-8"),
        ("my week\udcff.md", "UTF-8"),
        ("2026-11-20 <draft>.md", "no page's name can hold"),
        ("2026-11-20 two\nlines.md", "no page's name can hold"),
        (f"2026-11-20 {'x' * 200}.md", "longer than 200 letters"),
    ],
)
def test_a_page_whose_name_no_other_page_can_hold_is_told(
    page_store: PageFolder, journal: Path, name: str, said: str
) -> None:
    (journal / name).write_text(FRONT)
    listing = page_store.listing()
    assert (listing.names, listing.beside) == ((), (name,))
    [problem] = listing.problems
    assert said in problem.message
    assert (problem.file, problem.severity) == (f"journals/{name}", "error")


def test_a_link_to_a_page_is_a_page(page_store: PageFolder, journal: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_text(FRONT)
    (journal / PAGE).symlink_to(tmp_path / "elsewhere.md")
    assert page_store.listing().names == (PAGE,)
    assert page_store.page_names() == [PageName(FRIDAY, CORE)]
    page_store.update(PAGE, FRONT, FRONT + "more")
    assert (tmp_path / "elsewhere.md").read_text() == FRONT + "more"


def test_text_in_another_encoding_is_told_with_its_line(
    page_store: PageFolder, journal: Path
) -> None:
    (journal / PAGE).write_bytes(b"---\nlearnlead: 1\n---\nGr\xfc\xdfe\n")
    with pytest.raises(LearnleadError, match="UTF-8") as told:
        page_store.read(PAGE)
    [problem] = told.value.problems
    assert (problem.where, told.value.exit_code) == (f"journals/{PAGE}:4", 2)
    assert problem.remedy


def test_a_huge_file_is_not_read_into_memory(page_store: PageFolder, journal: Path) -> None:
    with (journal / PAGE).open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(LearnleadError, match="larger than"):
        page_store.read(PAGE)


@pytest.mark.parametrize("name", ["../secret.md", "/etc/passwd", "a\0b"])
def test_a_name_never_leads_out_of_the_journal(page_store: PageFolder, name: str) -> None:
    with pytest.raises(LearnleadError, match="no page's name"):
        page_store.read(name)


def test_a_journal_that_is_a_file_is_told(page_store: PageFolder, tmp_path: Path) -> None:
    (tmp_path / "journals").write_text("mine")
    with pytest.raises(LearnleadError, match="journals: cannot list the journal") as told:
        page_store.listing()
    assert told.value.exit_code == 3
    with pytest.raises(LearnleadError, match="journals: cannot save the page"):
        page_store.create(FRIDAY, CORE, "text")
    assert (tmp_path / "journals").read_text() == "mine"


def test_a_journal_at_the_workspaces_root_shows_bare_names(tmp_path: Path) -> None:
    page_store = PageFolder(Workspace(tmp_path, "."))
    assert page_store.shown(page_store.create(FRIDAY, CORE, "text")) == PAGE


def test_many_runs_that_save_at_once_lose_no_page(tmp_path: Path, page_store: PageFolder) -> None:
    program = (
        "import sys; from pathlib import Path; from datetime import date\n"
        f"sys.path.insert(0, {str(Path(learnlead.__file__).parents[1])!r})\n"
        "from learnlead.adapters.disk.journal_folder import PageFolder\n"
        "from learnlead.adapters.disk.workspace import Workspace\n"
        f"shelf = PageFolder(Workspace(Path({str(tmp_path)!r})))\n"
        "for n in range(10):\n"
        f"    shelf.create(date(2026, 11, 20), {CORE!r}, f'run {{sys.argv[1]}} page {{n}}')\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", program, str(n)]) for n in range(3)]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    texts = {page_store.read(name) for name in page_store.listing().names}
    assert texts == {f"run {run} page {n}" for run in range(3) for n in range(10)}
    assert len(list((tmp_path / "journals").iterdir())) == 30
