"""`learnlead search`: the answers that hold all the words, or exit 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, TODAYS, as_json, held
from running import run

MOMENT = """\
relationships: [formal-authority]
moments:
  - {relationship: formal-authority, with: report A, what: "René brought the café numbers."}
evidence: {own-answers: "He drew it. %s And the numbers came out."}
"""


@pytest.fixture(autouse=True)
def _journal(workspace: Path) -> None:
    held("date: 2026-11-06\ninsight: Old numbers.\n")
    held(MOMENT % ("word " * 60))


def test_says_where_it_stands_in_everyday_words() -> None:
    ran = run("search", "NUMBERS", "rene")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "20 November 2026\n"
        f"journals/{TODAYS}.md\n"
        "  moment, I helped someone who reports to me learn:\n"
        "    René brought the café numbers.\n"
        "\n"
        "1 answer on 1 page\n"
    )


def test_newest_first_and_a_long_answer_only_around_the_words() -> None:
    out = run("search", "numbers").stdout
    assert out.index("20 November 2026") < out.index("6 November 2026")
    assert "  evidence, Room for their own answers:\n    … word" in out
    assert out.count("word") == 14
    assert "He drew it" not in out
    assert out.endswith("3 answers on 2 pages\n")


@pytest.mark.parametrize("word", ["num", "n", "caf", "cafe num"])
def test_the_beginning_of_a_word_finds_it(word: str) -> None:
    assert run("search", word).code == 0
    assert run("search", "numberst").code == run("search", "ca numbers").code == 1


@pytest.mark.parametrize("word", ["Oeztuerk", "Öztürk", "ozturk", "oezt", "özt"])
def test_an_umlaut_is_found_in_either_spelling(word: str) -> None:
    held("date: 2026-11-12\ninsight: Öztürk waited.\n")
    assert run("search", word).code == 0


def test_words_in_a_row_are_a_phrase() -> None:
    assert run("search", "cafe numbers").code == 0
    assert run("search", "numbers cafe").code == 1
    assert run("search", "numbers", "cafe").code == 0


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (("--from", "2026-W47"), [TODAYS]),
        (("--to", "2026-W45"), [f"2026-11-06-{CORE}"]),
        (("--from", "3w", "--to", "yesterday"), [f"2026-11-06-{CORE}"]),
        (("--relationship", "formal-authority"), [TODAYS]),
        (("--relationship", "Formal", "--rubric", "Learning lead"), [TODAYS]),
        (("--behaviour", "own-answers"), [TODAYS]),
        (("--rubric", CORE), [TODAYS, TODAYS, f"2026-11-06-{CORE}"]),
    ],
)
def test_options_narrow_it_down(options: tuple[str, ...], files: list[str]) -> None:
    answer = as_json("search", "numbers", *options)
    assert sorted({hit["page"] for hit in answer["answers"]}) == sorted(set(files))


def test_as_json_the_answer_is_whole() -> None:
    (hit,) = as_json("search", "café")["answers"]
    assert hit == {
        "page": TODAYS,
        "file": f"journals/{TODAYS}.md",
        "date": "2026-11-20",
        "rubric": CORE,
        "kind": "moment",
        "name": "moment, I helped someone who reports to me learn",
        "relationship": "formal-authority",
        "behaviour": None,
        "question": None,
        "text": "René brought the café numbers.",
    }


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (("umbers",), "fewer of them"),
        (("numbers", "elephant"), "fewer words"),
    ],
)
def test_nothing_found_is_exit_1_and_says_what_to_try(command: tuple[str, ...], hint: str) -> None:
    ran = run("search", *command)
    assert (ran.code, ran.stdout) == (1, "")
    assert ran.stderr.startswith("learnlead: no answer holds that (")
    assert hint in ran.stderr
    assert as_json("search", *command, code=1)["answers"] == []


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (("--behaviour", "own-anwers"), "no behaviour 'own-anwers' (did you mean own-answers?)"),
        (("--relationship", "peers"), "no relationship 'peers' (there are other, formal-authority"),
        (("--rubric", "elephant"), "no rubric 'elephant' (there are "),
    ],
)
def test_an_id_that_no_rubric_has_is_wrong_use(option: tuple[str, str], message: str) -> None:
    for more in ((), ("--json",)):
        ran = run("search", "numbers", *option, *more)
        assert (ran.code, ran.stdout) == (2, "")
        assert f"learnlead: there is {message}" in ran.stderr


@pytest.mark.parametrize("words", ["…", "", "**"])
def test_what_is_no_word_is_wrong_use(words: str) -> None:
    ran = run("search", "numbers", words)
    assert (ran.code, ran.stdout) == (2, "")
    assert "holds no word to look for" in ran.stderr


def test_a_page_that_cannot_be_read_is_told_and_the_rest_is_searched() -> None:
    Path("journals/2026-11-12.md").write_text("numbers, and no front matter\n", encoding="utf-8")
    ran = run("search", "numbers")
    assert ran.code == 0
    assert "3 answers on 2 pages" in ran.stdout
    assert ran.stderr.startswith("learnlead: journals/2026-11-12.md:1: ")


def test_a_rubric_that_is_gone_leaves_its_ids(workspace: Path) -> None:
    rubric = workspace / "rubrics" / "conversations.yaml"
    rubric.write_text(MONTHLY, encoding="utf-8")
    held("rubric: conversations\nanswers: {keep-one: the elephant}\n")
    assert "question, Which would you keep?:" in run("search", "elephant").stdout
    rubric.unlink()
    assert "question, Keep one:" in run("search", "elephant").stdout


def test_no_control_character_of_a_page_reaches_the_terminal() -> None:
    page = Path(f"journals/{TODAYS}.md")
    page.write_text(page.read_text("utf-8") + "## Mine\n\nelephant \x1b[31m\n", encoding="utf-8")
    ran = run("search", "elephant")
    assert "elephant �[31m" in ran.stdout
    assert "\x1b" not in ran.stdout + ran.stderr
