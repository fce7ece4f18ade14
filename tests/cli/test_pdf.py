"""A report as a PDF by whatever browser is installed; without one a clear line."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cli.coached import exported, sat_last_week
from running import run

BROWSER = """\
#!/bin/sh
for word in "$@"; do
  case "$word" in
    --print-to-pdf=*) pdf=${word#--print-to-pdf=} ;;
    file://*) page=${word#file://} ;;
  esac
done
[ "$REFUSES" ] && exit 0
{ echo "%PDF-1.4"; cat "$page"; } >"$pdf"
"""


@pytest.fixture
def browser(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called as a browser, which copies the page."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "chromium"
    program.write_text(BROWSER)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return program


def test_the_report_of_a_bundle_and_a_review_are_printed(workspace: Path, browser: Path) -> None:
    sat_last_week()
    bundle = exported("anna.zip", "--pdf", "anna.pdf")
    text = Path("anna.pdf").read_text(encoding="utf-8")
    assert text.startswith("%PDF-")
    assert "What I want from this conversation" in text
    assert stat.S_IMODE(Path("anna.pdf").stat().st_mode) == 0o600
    ran = run("coach", "review", bundle, "--pdf", "review.pdf")
    assert (ran.code, ran.stdout) == (0, ""), ran.stderr
    assert "in their words" in Path("review.pdf").read_text(encoding="utf-8")
    left = [path for path in Path.home().rglob("*") if path.name in ("page.html", "page.pdf")]
    assert left == [], "no page stays where it was printed"


def test_without_a_browser_or_over_a_file_nothing_is_written(
    workspace: Path, browser: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sat_last_week()
    Path("mine.pdf").write_text("mine")
    always = ("--yes", "--names", "stay", "--want", "Listen.")
    ran = run("export", "--output", "anna.zip", "--pdf", "mine.pdf", *always)
    assert (ran.code, "is there already" in ran.stderr) == (2, True)
    monkeypatch.setenv("PATH", "/nowhere")
    ran = run("export", "--output", "anna.zip", "--pdf", "anna.pdf", *always)
    assert ran.code == 2
    assert "no browser that prints is installed" in ran.stderr
    assert "--output FILE.html" in ran.stderr
    assert not Path("anna.zip").exists()
    assert Path("mine.pdf").read_text() == "mine"


def test_a_browser_that_prints_nothing_is_told(
    workspace: Path, browser: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sat_last_week()
    bundle = exported()
    monkeypatch.setenv("REFUSES", "1")
    ran = run("coach", "review", bundle, "--pdf", "review.pdf")
    assert (ran.code, ran.stdout) == (3, "")
    assert "review.pdf: the browser made no PDF of the page" in ran.stderr
