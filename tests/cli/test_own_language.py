"""A language of the workspace's own: one folder, used and listed like those that are shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import run

FILES = {
    "page.yaml": "page.insight: Kompreno\n",
    "days.yaml": "long-date: '{weekday} la {day}-an de {month} {year}'\n",
    "plan.yaml": "plan.if: 'Se '\n",
    "plan-words.yaml": "cue-begins: [se, kiam ajn]\n",
    "form.yaml": "form.depth: rapida\n",
}
ANSWERS = """\
learnlead: 1
date: 2026-11-20
insight: Wait longer.
evidence: {own-answers: I asked.}
plan: {behaviour: own-answers, cue: Kiam ajn he calls, action: I will ask}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That of the language `eo`, in a workspace."""
    assert run("init", tmp_path / "own").code == 0
    monkeypatch.setenv("LEARNLEAD_WORKSPACE", str(tmp_path / "own"))
    folder = tmp_path / "own" / "languages" / "eo"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def page_of(folder: Path) -> str:
    (page,) = (folder.parents[1] / "journals").glob("*.md")
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("by", ["option", "setting", "locale"])
def test_a_sitting_is_held_in_it(folder: Path, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    args = ("--lang", "eo") if by == "option" else ()
    if by == "setting":
        with (folder.parents[1] / "learnlead.yaml").open("a", encoding="utf-8") as file:
            file.write("language: eo\n")
    if by == "locale":
        monkeypatch.setenv("LANG", "eo_XX.UTF-8")
    ran = run("reflect", "--answers", "-", *args, stdin=ANSWERS)
    assert ran.code == 0, ran.stderr
    page = page_of(folder)
    assert "## Kompreno <!-- insight -->" in page
    assert "Friday la 20-an de November 2026" in page  # weekday and month are not translated
    assert "Se **he calls**, then I will **ask**" in page


@pytest.mark.usefixtures("folder")
def test_the_form_is_in_it() -> None:
    ran = run("reflect", "--answers-form", "--lang", "eo")
    assert ran.code == 0
    assert "rapida" in ran.stdout
    assert "rapida" not in run("reflect", "--answers-form").stdout


@pytest.mark.usefixtures("folder")
def test_it_is_listed_with_the_others() -> None:
    ran = run("reflect", "--answers-form", "--lang", "fr")
    assert ran.code == 2
    assert "there are: en, de, es, eo " in ran.stderr


def test_a_rubric_in_that_language_is_asked_in_it(folder: Path) -> None:
    rubrics = folder.parents[1] / "rubrics"
    text = (Path(__file__).parents[2] / "rubrics" / "learning-leader.yaml").read_text("utf-8")
    for old, new in (("\nlanguage: en\n", "\nlanguage: eo\n"), ("Learning leader", "Gvidanto")):
        assert old in text
        text = text.replace(old, new)
    rubrics.mkdir(exist_ok=True)
    (rubrics / "learning-leader.eo.yaml").write_text(text, encoding="utf-8")
    assert run("rubric", "show").stdout.startswith("Learning leader")
    assert run("rubric", "show", "--lang", "eo").stdout.startswith("Gvidanto")


@pytest.mark.parametrize(
    ("name", "text", "where", "what"),
    [
        ("page.yaml", "page.plan: Plano\npage.insihgt: K\n", "page.yaml:2", "did you mean"),
        ("page.yaml", "page.plan: [Plano]\n", "page.yaml:1", "must be a text"),
        ("page.yaml", "\npage.plan: 'Plano {m}'\n", "page.yaml:2", "{m}"),
        ("page.yaml", "page.plan: 'Plano {'\n", "page.yaml:1", "brace"),
        ("page.yaml", "page.plan: 'Plano\n", "page.yaml:1", "never closed"),
        ("page.yaml", "- Plano\n", "page.yaml:1", "no list of keys"),
        ("plan-words.yaml", "cue-begins: se\n", "plan-words.yaml:1", "must be a list"),
        ("pages.yaml", "page.plan: Plano\n", "pages.yaml", "no language has a file"),
    ],
)
def test_what_is_wrong_in_a_file_is_one_line(
    folder: Path, name: str, text: str, where: str, what: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    for args in (("reflect", "--answers", "-"), ("reflect", "--answers-form", "--lang", "eo")):
        ran = run(*args, stdin=ANSWERS)
        assert ran.code == 2
        (line,) = ran.stderr.splitlines()
        assert line.startswith(f"learnlead: languages/eo/{where}: ")
        assert what in line
    assert not list((folder.parents[1] / "journals").glob("*.md"))
    assert f"languages/eo/{where}: " in run("doctor").stdout


def test_a_folder_that_is_no_language_is_named(folder: Path) -> None:
    (folder.parent / "Esperanto").mkdir()
    ran = run("reflect", "--answers-form", "--lang", "eo")
    assert (ran.code, ran.stderr.count("\n")) == (2, 1)
    assert "languages/Esperanto: no language is called so" in ran.stderr


def test_what_lies_beside_the_files_is_left_alone(folder: Path) -> None:
    (folder / "README.md").write_text("{", encoding="utf-8")
    (folder.parent / "notes.txt").write_text("{", encoding="utf-8")
    (folder.parent / ".git").mkdir()
    assert run("reflect", "--answers-form", "--lang", "eo").code == 0
