"""The table of fields is the only list of them: what it gains is in every place at once.

A copy of the program gets two more fields, a text with a heading of its own and a line inside a
moment, by changing its model and its sentences alone. Then both are asked for, written, read back,
searched, told in the year and given away.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import learnlead

pytestmark = pytest.mark.xdist_group("a-field-more")  # in one process, which makes it once

SOURCE = Path(learnlead.__file__).parent
FIELDS = {
    "    obstacle: Annotated[\n": """\
    thanks: Annotated[
        MaybeText,
        AnswerField(kind="thanks", question_head="thanks", always_asked=True, leaves="insights"),
    ] = None
""",
    "    what: Annotated[\n": """\
    where: Annotated[
        MaybeLine,
        AnswerField(
            kind="where", label="Where", question_head="where", step=Step.WHAT, leaves="moments"
        ),
    ] = None
""",
}
SENTENCES = {"page": "", "questions": ""}
for kind, ask in (("thanks", "Whom would you thank?"), ("where", "Where was it?")):
    SENTENCES["page"] += f"page.{kind}: {kind.capitalize()}\n"
    SENTENCES["questions"] += f"about.{kind}: {kind.capitalize()}\nask.{kind}: {ask}\n"
ANSWERS = """\
learnlead: 1
insight: Wait longer.
evidence: {own-answers: I asked.}
thanks: |
  To the team,
  **for** the question.
moments:
  - relationship: formal-authority
    where: in the *second* corridor
    what: We talked.
"""


class Copy:
    """A program with two fields more, and a workspace of its own."""

    def __init__(self, folder: Path) -> None:
        self.source, self.folder = folder / "src", folder / "workspace"
        shutil.copytree(SOURCE, self.source / "learnlead", ignore=shutil.ignore_patterns("*.pyc"))
        self._insert("sitting/model.py", FIELDS)
        for language in ("en", "de"):
            for name, lines in SENTENCES.items():
                with (self.source / f"learnlead/i18n/{language}/{name}.yaml").open("a") as file:
                    file.write(lines)
        shutil.copytree(SOURCE.parents[1] / "rubrics", folder / "rubrics")
        shutil.copytree(SOURCE.parents[1] / "prompts", folder / "prompts")
        self.folder.mkdir()
        self.run("init", ".")

    def _insert(self, file: str, before: dict[str, str]) -> None:
        path = self.source / "learnlead" / file
        text = path.read_text(encoding="utf-8")
        for line, new in before.items():
            assert text.count(line) == 1
            text = text.replace(line, new + line)
        path.write_text(text, encoding="utf-8")

    def run(self, *args: str, given: str = "") -> str:
        home = {"HOME": str(self.folder), "XDG_STATE_HOME": "", "XDG_CACHE_HOME": ""}
        done = subprocess.run(
            [sys.executable, "-m", "learnlead", *args],
            env={**os.environ, **home, "PYTHONPATH": str(self.source)},
            cwd=self.folder,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copy = Copy(tmp_path_factory.mktemp("a-field-more"))
    copy.run("reflect", "--answers", "-", given=ANSWERS)
    return copy


def test_it_is_in_the_form(copy: Copy) -> None:
    form = copy.run("reflect", "--answers-form")
    assert "thanks:" in form
    assert "#    where:" in form


def test_it_stands_on_the_page_and_is_read_back(copy: Copy) -> None:
    (page,) = (copy.folder / "journals").glob("*.md")
    text = page.read_text(encoding="utf-8")
    assert "## Thanks <!-- thanks -->\n\nTo the team,\n\\**for** the question.\n" in text
    assert "**Where:** in the \\*second\\* corridor\n" in text
    shown = json.loads(copy.run("read", "2026", "--json"))["sittings"][0]
    assert shown["thanks"] == "To the team,\n**for** the question."
    assert shown["moments"][0]["where"] == "in the *second* corridor"


@pytest.mark.parametrize("word", ["team", "corridor"])
def test_it_is_found_and_told(copy: Copy, word: str) -> None:
    assert word in copy.run("search", word)
    assert word in copy.run("read", "2026")


def test_it_leaves_where_it_is_ticked(copy: Copy) -> None:
    copy.run("export", "--output", "none.d", "--include", "evidence", "--names", "stay", "--yes")
    kinds = ("--include", "moments,insights")
    copy.run("export", "--output", "all.d", *kinds, "--names", "stay", "--yes")
    left = {
        name: "".join(p.read_text(encoding="utf-8") for p in (copy.folder / name).glob("report.md"))
        for name in ("none.d", "all.d")
    }
    for word in ("team", "corridor"):
        assert word not in left["none.d"]
        assert word in left["all.d"]
