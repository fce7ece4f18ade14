"""Which language a sitting is in: an option, the workspace's settings, the locale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from learnlead.cli.language import locale_language
from learnlead.i18n.languages import language_that_serves
from running import run

GERMAN, ENGLISH = "Lernend führen", "Learning leader"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run("init", tmp_path / "own").code == 0
    monkeypatch.setenv("LEARNLEAD_WORKSPACE", str(tmp_path / "own"))
    return tmp_path / "own"


def setting(workspace: Path, language: str) -> None:
    with (workspace / "learnlead.yaml").open("a", encoding="utf-8") as file:
        file.write(f"language: {language}\n")


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    "args",
    [
        ("--lang", "de", "rubric", "show"),
        ("rubric", "show", "--lang", "de"),
        ("rubric", "--lang=de", "show"),
        ("rubric", "show", "--lang", "de-CH"),
        ("rubric", "show", "--lang", "DE"),
    ],
)
def test_the_option_stands_anywhere(args: tuple[str, ...]) -> None:
    ran = run(*args)
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout.startswith(GERMAN)


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("environment", "title"),
    [
        ({"LANG": "de_DE.UTF-8"}, GERMAN),
        ({"LANG": "C.UTF-8", "LC_MESSAGES": "de_AT"}, GERMAN),
        ({"LANG": "de_DE", "LC_ALL": "en_GB.UTF-8"}, ENGLISH),
        ({"LANG": "de_DE", "LC_ALL": "C"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, ENGLISH),
        ({"LANG": ""}, ENGLISH),
    ],
)
def test_the_locale_is_asked_last_and_says_nothing(
    environment: dict[str, str], title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = run("rubric", "show")
    assert (ran.code, ran.stderr) == (0, "")
    assert ran.stdout.startswith(title)


def test_settings_beat_the_locale_and_the_option_beats_both(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    setting(workspace, "de")
    assert run("rubric", "show").stdout.startswith(GERMAN)
    assert run("rubric", "show", "--lang", "en").stdout.startswith(ENGLISH)


def test_a_workspace_made_in_a_language_goes_on_in_it(tmp_path: Path) -> None:
    root = tmp_path / "neu"
    made = run("init", root, "--lang", "de")
    assert made.code == 0
    assert "\nlanguage: de\n" in (root / "learnlead.yaml").read_text(encoding="utf-8")
    assert run("rubric", "show", "--workspace", root).stdout.startswith(GERMAN)
    run("init", root, "--lang", "en")
    assert run("rubric", "show", "--workspace", root).stdout.startswith(GERMAN), "settings stay"


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("command", ["doctor", "plan list", "note", "read", "init", "trends"])
def test_every_command_refuses_an_unknown_language(command: str) -> None:
    ran = run(*command.split(), "--lang", "xx")
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "in the language 'xx'; there are: en, de, es" in ran.stderr


def test_so_does_the_one_that_makes_a_workspace(tmp_path: Path) -> None:
    ran = run("init", str(tmp_path / "new"), "--lang", "xx")
    assert ran.code == 2
    assert "in the language 'xx'; there are: en, de, es" in ran.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("workspace")
def test_an_unknown_language_is_refused_and_those_there_are_named() -> None:
    ran = run("rubric", "show", "--lang", "xx")
    assert (ran.code, ran.stdout) == (2, "")
    assert "no rubric is there in the language 'xx'; there are: en, de" in ran.stderr
    ran = run("rubric", "show", "learning-culture", "--lang", "es")
    assert ran.code == 2
    assert "learning-culture is not there in the language 'es'; there are: en, de" in ran.stderr


def test_an_unknown_language_of_the_settings_is_one_notice(workspace: Path) -> None:
    setting(workspace, "fr")
    ran = run("rubric", "show")
    assert ran.code == 0
    assert ran.stdout.startswith(ENGLISH)
    assert ran.stderr.count("learnlead.yaml: warning: ") == 1
    assert "'fr'; there are: en, de" in ran.stderr


def test_an_own_translation_joins_the_shipped_ones(workspace: Path) -> None:
    own = workspace / "rubrics"
    own.mkdir(exist_ok=True)
    scale = "scale: {kind: agreement, labels: [a, b, c, d, e]}\n"
    mine = "learnlead-rubric: 1\nid: mine\nversion: 1\ntitle: Mine\n"
    questions = "questions:\n  - {id: keep, ask: What stays?}\n"
    (own / "mine.yaml").write_text(mine + scale + questions, encoding="utf-8")
    french = "learnlead-rubric: 1\nid: mine\nversion: 1\ntitle: Le mien\nlanguage: fr\n"
    question = "questions:\n  - {id: keep, ask: Que reste-t-il ?}\n"
    (own / "mine.fr.yaml").write_text(french + scale + question, encoding="utf-8")
    assert run("rubric", "show", "mine", "--lang", "fr").stdout.startswith("Le mien")
    assert "Le mien" in run("reflect", "--rubric", "mine", "--answers-form", "--lang=fr").stdout


def test_a_year_in_two_languages_is_one_series(workspace: Path) -> None:
    for number, lang in enumerate(("en", "de") * 4):
        script = f"learnlead: 1\ndate: 2026-{number + 3:02}-06\nratings: {{own-answers: 4}}\n"
        assert run("reflect", "--answers", "-", "--lang", lang, stdin=script).code == 0
    pages = sorted((workspace / "journals").glob("*.md"))
    in_both = [json.loads(run("trends", "--json", "--lang", lang).stdout) for lang in ("en", "de")]
    for rubric in in_both:
        series = next(b for b in rubric["behaviours"] if b["id"] == "own-answers")
        assert (rubric["sittings"], series["n"], rubric["problems"]) == (8, 8, [])
        for key in ("behaviours", "relationships"):
            for item in rubric[key]:
                item.pop("name")
        rubric.pop("findings")
    assert in_both[0] == in_both[1]
    assert "Einschätzungen" in pages[1].read_text("utf-8")


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("de_DE.UTF-8", "de-DE"),
        ("de", "de"),
        ("de_DE@euro", "de-DE"),
        ("C", None),
        ("POSIX", None),
        ("C.UTF-8", None),
        ("", None),
        ("../de", None),
        ("deutsch", None),
    ],
)
def test_what_a_locale_says(value: str, language: str | None) -> None:
    assert locale_language({"LANG": value}) == language


@pytest.mark.parametrize(
    ("tag", "got"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("de_AT", "de"),
        ("pt-br", "pt-BR"),
        ("pt", None),
    ],
)
def test_which_of_the_languages_is_meant(tag: str, got: str | None) -> None:
    assert language_that_serves(tag, ["en", "de", "pt-BR"]) == got
