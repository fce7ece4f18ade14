"""Reports, problems and help in the language that is set, and English for programs."""

from __future__ import annotations

import json
from pathlib import Path
from string import Formatter

import pytest

from cli.coached import exported, sat_last_week, sheet_of, written
from cli.kit import PLAN, answered, held
from learnlead.i18n.words import ENGLISH, words_in
from running import run

pytestmark = pytest.mark.usefixtures("german")


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run("init", tmp_path / "own").code == 0
    with (tmp_path / "own" / "learnlead.yaml").open("a", encoding="utf-8") as file:
        file.write("language: de\n")
    monkeypatch.setenv("LEARNLEAD_WORKSPACE", str(tmp_path / "own"))
    return tmp_path / "own"


def said(*args: str) -> str:
    ran = run(*args)
    assert (ran.code, ran.stderr) == (0, "")
    return ran.stdout


def test_plans_and_the_focus() -> None:
    answered(f"focus: {{behaviour: own-answers, notice: sie fragen}}\n{PLAN}")
    plans = said("plan")
    assert plans.startswith("1  Wenn a report brings me")
    assert plans.endswith(": offen, für den 27. November 2026\n")
    assert said("plan", "done").startswith("umgesetzt: Wenn ")
    assert said("plan") == "Kein Plan ist offen.\n"
    assert ", seit 20. November 2026\n" in said("focus")
    assert "Was andere bemerken würden: sie fragen" in said("focus")


def test_a_year_and_a_search() -> None:
    answered("insight: Ich warte länger.\n")
    year = said("read", "2026")
    assert year.startswith("2026 in deinen eigenen Worten\n")
    assert " Fr 20   Erkenntnis\n" in year
    html = said("read", "2026", "--format", "html")
    assert '<html lang="de">' in html
    assert "Freitag, 20. November" in html
    assert said("search", "warte").endswith("1 Antwort auf 1 Seite\n")


def test_a_check_counts() -> None:
    assert said("journal", "check") == "0 Seiten, 0 Fehler\n"
    assert said("journal", "list").startswith("Noch keine Seite.")


def test_wrong_settings_are_told_in_their_language(german: Path) -> None:
    (german / "learnlead.yaml").write_text("language: 'de-AT' # yes\nday: someday\n", "utf-8")
    ran = run("due")
    assert ran.code == 2
    assert "learnlead.yaml:2: day muss eines von monday, tuesday" in ran.stderr
    assert run("--help").stdout.startswith("Aufruf: ")


def test_upkeep(tmp_path: Path) -> None:
    assert "Heute" not in said("doctor")
    assert said("doctor").rstrip().endswith("Alles in Ordnung.")
    assert "1 Datei, geschrieben und zur Probe gelesen." in said("backup", str(tmp_path / "b.zip"))
    ran = run("journal", "forget", "Anna", "--dry-run")
    assert ran.stdout.startswith("In keiner Antwort")
    assert ran.stderr.startswith("Nichts wurde geändert.\n")


def test_authors(german: Path) -> None:
    ran = run("rubric", "new", "meins", "--from-template")
    assert ran.stdout.startswith("Geschrieben: rubrics/")
    assert "Als Nächstes: " in ran.stderr
    own = german / "rubrics" / "meins.yaml"
    text = own.read_text("utf-8")
    (german / "neu.yaml").write_text(text.replace("weekly", "monthly", 1), "utf-8")
    diff = " ".join(said("rubric", "diff", "meins", str(german / "neu.yaml")).split())
    assert diff.startswith("meins, Version 1 → meins, Version 1 bleibt jede ")
    assert "Version 2 ist nötig (in NEU steht noch 1): der Rhythmus ist monthly, nicht" in diff
    assert "verbunden nein: Die Einschätzungen beider Versionen bleiben getrennt." in diff


def english_in(text: str) -> list[str]:
    """The pieces of English sentences, of three words or more, that stand in a German text."""
    words, on_a_line = words_in("de"), " ".join(text.split())
    pieces = {
        " ".join(piece.split())
        for key in ENGLISH
        if ENGLISH.template(key) != words.template(key)
        for piece, *_ in Formatter().parse(ENGLISH.template(key))
    }
    return sorted(p for p in pieces if len(p.split()) > 2 and p in on_a_line)


def test_a_coach(german: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert said("coach").startswith("Noch keine Klienten.")
    sat_last_week()
    bundle = exported("anna.zip", "--until", "2026-12-24")
    ran = run("coach", "review", bundle, "--questions")
    assert ran.code == 0
    assert "\n  Anna, gemacht am 20. November 2026: Für Kim, bis 24. Dezember 2026," in ran.stdout
    assert "\n    Anlass: der Wunsch „Listen to me.“\n" in ran.stdout
    assert ran.stderr.startswith("Was du gelesen hast und wann, ")
    sheet = written(sheet_of(bundle), question="Was hilft?", agreed="Wenn es klingelt, dann gehen")
    Path("sheet.md").write_text(sheet, "utf-8")
    assert "## Was wir vereinbart haben, je eine Zeile <!-- agreed -->\n" in sheet
    assert "## Zum Moment vom Freitag, 13. November 2026 <!-- comment " in sheet
    assert english_in(sheet.replace("Listen to me.", "")) == []
    replied = run("coach", "reply", bundle, "--answers", "sheet.md", "--output", "r.md")
    assert replied.stderr.startswith("Geschrieben in r.md.\nDie Führungskraft liest ")
    filed = run("coach", "import", "r.md", "--yes")
    assert filed.stdout.startswith("Eine Antwort von Kim, 20. November 2026\n")
    assert filed.stderr.startswith("Deine Seite: ")
    page = (german / "journals" / "2026-11-20-coach-reply.md").read_text("utf-8")
    assert "\n# Eine Antwort von Kim, Freitag, 20. November 2026\n" in page
    assert "\n## Eine Frage für den nächsten Rückblick <!-- question -->\n" in page
    assert run("coach", "session", "Anna", "2026-12-01").code == 0
    left = said("shared")
    assert left.startswith("20. November 2026, für Kim, bis 24. Dezember 2026: anna.zip (")
    assert "\n  Wunsch: Listen to me.\n" in left
    assert "\nRückblicke bisher: 1\nArbeitsbereich: " in said()
    desk, client = said("coach"), said("coach", "client", "Anna")
    assert "  Nächstes Gespräch: 1. Dezember 2026, in 11 Tagen.\n" in desk
    assert "\nLernend führen. 1 Bündel, 20. November 2026.\n" in client
    gone = run("coach", "forget", "Anna", "--yes")
    assert gone.stdout.startswith("Anna, vom 20. November 2026, ")
    for each in (ran, replied, filed, gone):
        assert english_in(each.stdout + each.stderr) == []
    assert english_in(desk + client) == []


GERMAN_WEEK = """\
date: 2026-11-13
focus: {behaviour: own-answers, notice: Mehr Ruhe}
moments:
  - {relationship: formal-authority, with: Jorinde, what: Jorinde fragte Otto., other_side: Stille}
insight: Warten hilft.
ratings: {own-answers: 2, accessible: no-opportunity}
plan: {behaviour: own-answers, cue: es klingelt, action: zehn Sekunden warten}
"""
ALL = ("--for", "Kim", "--include", "moments,insights,plans,ratings,pages,notice")


def test_an_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    held(GERMAN_WEEK)
    held("date: 2026-11-20\nlook_back: {outcome: done}\n")
    offered = said("export", "--dry-run", *ALL, "--want", "Zeit")
    assert "\nDer Schwerpunkt\n" in offered
    assert "2026-11-13: Wenn es klingelt, dann: zehn Sekunden warten: umgesetzt\n" in offered
    assert " kam nicht vor" in offered
    assert "statt „Jorinde“ steht „" in offered
    undecided = said("export", "--names", "list", *ALL)
    ran = run("export", "--output", "b", *ALL, "--want", "Zeit", "--yes", "--names", "stay")
    assert ran.code == 0
    assert "Zeilen geschrieben. Für Kim.\n" in ran.stderr
    report = (tmp_path / "b" / "report.md").read_text("utf-8")
    lines = (tmp_path / "b" / "annexes" / "lines.csv").read_text("utf-8")
    assert "Bisher 1 Einschätzung." in report
    assert ",Wenn es klingelt, dann: zehn Sekunden warten (done)" in lines.replace('"', "")
    for text in (offered, undecided, ran.stdout + ran.stderr, report, lines):
        assert english_in(text) == []


def test_what_left_in_another_language_is_known_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    held(GERMAN_WEEK)
    for_kim = ("export", "--for", "Kim", "--include", "plans,ratings")
    ran = run(*for_kim, "--output", "b.zip", "--yes", "--names", "stay", "--lang", "en")
    assert ran.code == 0, ran.stderr
    lines = json.loads(said(*for_kim, "--dry-run", "--json"))["lines"]
    (plan,) = (line for line in lines if line["kind"] == "plans")
    assert (
        plan["text"]
        == "Wenn es klingelt, dann: zehn Sekunden warten: offen, für den 20. November 2026"
    )
    assert plan["had"] == "2026-11-20"


@pytest.mark.parametrize("heading", ["Zum Moment vom Freitag", "Was wir vereinbart haben"])
def test_a_heading_that_lost_its_mark_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heading: str
) -> None:
    monkeypatch.chdir(tmp_path)
    sat_last_week()
    bundle = exported()
    sheet = written(sheet_of(bundle), question="Was hilft?")
    lines = [
        line.partition(" <!--")[0] if line.startswith(f"## {heading}") else line
        for line in sheet.split("\n")
    ]
    assert lines != sheet.split("\n")
    Path("sheet.md").write_text("\n".join(lines), "utf-8")
    ran = run("coach", "reply", bundle, "--answers", "sheet.md", "--output", "r.md")
    assert ran.code == 2
    assert heading in ran.stderr


def test_where_a_language_has_no_sentences_for_bundles_all_of_one_is_english(
    german: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    held("date: 2026-11-13\nfocus: {behaviour: own-answers, notice: x}\n" + PLAN)
    held("date: 2026-11-20\nlook_back: {outcome: done}\n")
    (german / "learnlead.yaml").write_text("language: es\n", "utf-8")
    offered = said("export", "--dry-run", "--include", "ratings")
    assert "Espacio para sus respuestas, since 13 November 2026." in offered
    assert "2026-11-13: If a report brings me a stuck problem, then I will ask three " in offered
    assert "de noviembre" not in offered.partition("\nWhole pages")[0]


def test_what_a_program_reads_of_a_bundle_is_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sat_last_week()
    ran = run("coach", "review", exported(), "--questions", "--json")
    reasons = [each["reason"] for each in json.loads(ran.stdout)["questions"]]
    assert "What the leader wants: Listen to me." in reasons


def test_what_an_author_is_warned_of(german: Path) -> None:
    run("rubric", "new", "meins", "--from-template")
    own = german / "rubrics" / "meins.yaml"
    text = own.read_text("utf-8").replace("I waited for", "I always did a deep dive and waited for")
    own.write_text(text, "utf-8")
    warned = run("rubric", "check").stdout
    assert "'i' von time-to-think sagt 'always', und das lässt der Skala keinen Raum" in warned
    assert "'i' von time-to-think sagt 'deep dive', ein Bild statt der Sache (sag" in warned
    assert "'i' von time-to-think enthält wohl zwei Handlungen: mit 'and waited' beginnt" in warned


def test_an_option_goes_before_the_setting() -> None:
    assert said("plan", "--lang", "en") == "No plan is open.\n"


def test_a_problem_is_told_and_programs_read_it_in_english(german: Path) -> None:
    ran = run("search", "x", "--from", "neulich")
    assert (ran.code, ran.stdout) == (2, "")
    assert "learnlead: 'neulich' ist kein Datum (" in ran.stderr
    (german / "journals" / "2026-11-20-learning-leader.md").write_text("---\n", "utf-8")
    (problem,) = json.loads(run("journal", "check", "--json").stdout)["problems"]
    assert "front matter" in problem["message"]


def test_what_comes_after_speaks_english_again() -> None:
    from learnlead.errors import Problem

    run("search", "x", "--from", "neulich")
    assert str(Problem("'neulich' is no date")) == "'neulich' is no date"
