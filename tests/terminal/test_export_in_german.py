"""An export in German, as a person sees it: no English sentence on any of its screens."""

from __future__ import annotations

from pathlib import Path

from cli.kit import held
from terminal.terminal import Terminal

PAGE = """\
date: 2026-11-13
focus: {behaviour: own-answers}
moments:
  - {relationship: formal-authority, what: Die Runde mit Otto am 3. Mai., other_side: Stille}
insight: Warten hilft.
"""


def test_every_screen_of_an_export_is_german(workspace: Path) -> None:
    with (workspace / "learnlead.yaml").open("a", encoding="utf-8") as settings:
        settings.write("language: de\n")
    held(PAGE)
    with Terminal("export", "--output", "b.zip", "--for", "Kim", rows=40) as terminal:
        terminal.wait_for("Was wünschst du dir von diesem Gespräch?", "Ein Export")
        terminal.press("Zeit", "enter")
        terminal.wait_for("Welche Zeilen gehen hinaus? 1 von ", "› [x] Der Schwerpunkt (1 von 1)")
        assert "Schon angekreuzt: der Schwerpunkt, Befunde und Pläne, " in terminal.words
        keys = "Leertaste an oder ab · v ganz lesen / suchen · h Namen ersetzen · Enter weiter"
        assert f"{keys} · Esc zurück · ? Hilfe Strg-C abbrechen" in terminal.words
        terminal.press("?").wait_for("Nur was ein x hat, geht hinaus.").press("?")
        terminal.press("down", "down", " ").wait_for("[x] Momente und die andere Seite (2 von 2)")
        terminal.press("enter").wait_for("Was davon darf hinaus? 0 von ", "ein Name?, 1 Stelle")
        terminal.press("h").wait_for("[ersetzt] ").press("r", "enter")
        terminal.wait_for("Zeilen für Kim in b.zip schreiben? [j/N]")
        assert "Freier Text kann trotzdem verraten, wer gemeint ist" in terminal.words
        terminal.press("r", "enter").wait_for("Zeilen, wie sie hinausgehen.").press("enter")
        terminal.wait_for("schreiben? [j/N]").press("j", "enter")
        assert terminal.finish() == 0
        assert "Zeilen geschrieben. Für Kim." in terminal.left_behind
