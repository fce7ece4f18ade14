"""What is too long is said where it was typed or stands, the same at every door, and not lost."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from cli.coached import exported
from cli.kit import CORE, answered, held, read, refused
from learnlead.adapters.disk.rubrics.folders import RubricFiles
from learnlead.app.keep import save_page
from learnlead.errors import LearnleadError
from learnlead.sitting.model import Moment, Reflection
from learnlead.text.limits import FILE_AT_MOST, LINE_AT_MOST, TEXT_AT_MOST
from running import run
from twins import MemoryShelf

pytestmark = pytest.mark.usefixtures("workspace")

LINE = "a" * LINE_AT_MOST
TEXT = "".join(Random(1).choices("bcdefg", k=TEXT_AT_MOST))  # noqa: S311 - a zip must not shrink it
PAGE = Path(f"journals/2026-11-13-{CORE}.md")
FRONT = f"---\nlearnlead: 1\ndate: 2026-11-13\nrubric: {CORE}\n---\n"
LONG_PAGES = {
    "a text": (f"## Insight <!-- insight -->\n\n{TEXT}b\n", 6, "a text of more than 1,000,000"),
    "a cue": (
        f"## Plan <!-- plan -->\n\n- [ ] If **{LINE}a**, then **ask** <!-- plan own-answers -->\n",
        8,
        "a cue or an action of more than 10,000",
    ),
    "with whom": (
        f"## It was so <!-- moment other -->\n\n**With:** {LINE}a\n\nWe spoke.\n",
        8,
        "a 'With' of more than 10,000",
    ),
    "a look-back": (
        f"## Looking back <!-- looking-back -->\n\n**Plan:** <!-- plan 2026-11-06 -->\n\n{TEXT}b\n",
        8,
        "a text of more than 1,000,000",
    ),
}


@pytest.mark.parametrize(
    "answers",
    [
        "plan:\n  behaviour: own-answers\n  cue: {line}a\n  action: ask\n",
        "plan:\n  behaviour: own-answers\n  action: ask\n  cue: {line}a\n",
        "focus:\n  behaviour: own-answers\n  notice: {line}a\n",
        "moments:\n- relationship: other\n  with: {line}a\n",
    ],
)
def test_a_file_of_answers_is_refused_at_the_line(answers: str) -> None:
    lines = answers.split("\n")
    number = next(n for n, line in enumerate(lines, 1) if "{line}" in line)
    (problem,) = refused(answers.format(line=LINE))
    assert f":{number}: " in problem
    assert "the text has 10,001 letters, and 10,000 are the most" in problem
    assert len(problem) < 200


def test_a_note_is_refused_from_each_source() -> None:
    for args, stdin in ((["note", f"{LINE}a"], ""), (["note", "-"], f"fine\n{LINE}a\n")):
        ran = run(*args, stdin=stdin)
        assert (ran.code, ran.stdout) == (2, "")
        assert "10,001 letters, and 10,000 are the most (shorten it)" in ran.stderr
        assert not Path("inbox.md").exists()
    assert run("note", "-", stdin=LINE).code == 0


@pytest.mark.parametrize("what", LONG_PAGES)
def test_a_page_has_its_line_told_and_stops_nothing(what: str) -> None:
    body, line, message = LONG_PAGES[what]
    PAGE.write_text(f"{FRONT}\n## The opposite <!-- opposite -->\n\nx\n\n" + body, "utf-8")
    line += 5
    for command in (
        ["journal", "check"],
        ["trends"],
        ["journal", "list"],
        ["read", "2026"],
        ["reflect"],
    ):
        ran = run(*command)
        assert ran.code in (0, 1, 2), (command, ran)
    checked = run("journal", "check")
    assert checked.code == 1
    assert f"{PAGE}:{line}: {message}" in checked.stdout
    assert len(checked.stdout) < 500
    bundle = exported()
    assert bundle.exists()


def test_what_is_just_short_enough_goes_all_the_way() -> None:
    words = f"plan: {{behaviour: own-answers, cue: {LINE}, action: {LINE}}}\n"
    held(f"date: 2026-10-30\n{words}")
    for day in ("2026-11-06", "2026-11-13"):
        held(f"date: {day}\nlook_back: {{outcome: not-done}}\n{words}")
    page = held("look_back: {outcome: not-done}\ninsight: x\n")
    text = page.read_text("utf-8")
    page.write_text(text.replace("\nx\n", f"\n{TEXT}\n"), "utf-8")
    assert read(page).reflection.insight == TEXT
    assert run("journal", "check").code == 0
    ran = run("coach", "review", exported())
    assert ran.code == 0, ran.stderr[:300]


@pytest.mark.slow
def test_a_text_that_grows_by_the_names_in_it_is_told_with_its_page() -> None:
    moments = "moments: [{relationship: other, with: Bo, what: x}]\n"
    page = held(f"date: 2026-11-13\n{moments}")
    page.write_text(
        page.read_text("utf-8").replace("\nx\n", "\n" + "Bo was. " * 120_000 + "\n"), "utf-8"
    )
    ran = run("export", "--output", "coach.zip", "--yes")
    assert ran.code == 2
    assert "with other names in it has" in ran.stderr
    assert not Path("coach.zip").exists()


def test_a_page_is_never_too_large_to_be_read_again() -> None:
    rubric, _ = RubricFiles(None).rubric(CORE)
    assert rubric is not None
    page_store = MemoryShelf()
    moment = Moment(relationship="other", what="🙂" * TEXT_AT_MOST)
    large = Reflection.model_validate(
        {"date": "2026-11-20", "rubric": CORE, "moments": [moment] * 5}
    )
    with pytest.raises(LearnleadError, match=f"larger than {FILE_AT_MOST // 1_000_000} MB"):
        save_page(large, rubric, page_store)
    assert page_store.pages == {}


def test_a_focus_is_set_with_a_line() -> None:
    ran = run("focus", "set", "own-answers", "--notice", f"{LINE}a")
    assert (ran.code, ran.stdout) == (2, "")
    assert "--notice: the text has 10,001 letters" in ran.stderr
    assert answered("insight: x\n").code == 0
