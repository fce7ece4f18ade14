"""`learnlead.yaml` from outside: every key does what it says; unknown ones are one warning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.kit import CORE, MONTHLY, answered, as_json, held, read
from learnlead.sitting.kinds import KINDS
from running import run

COMMANDS = [("due",), ("trends",), ("journal", "list"), ("plan", "list"), ("rubric", "list"), ()]


@pytest.fixture
def settings(workspace: Path) -> Path:
    """The file of settings."""
    return workspace / "learnlead.yaml"


@pytest.mark.parametrize("content", ["", "# nothing\n", "\ufeff# nothing\r\n", "---\n", "{}\n"])
def test_it_may_be_empty(settings: Path, content: str) -> None:
    settings.write_text(content, encoding="utf-8")
    for command in COMMANDS:
        ran = run(*command)
        assert (ran.code, ran.stderr) == (0, "")


def test_what_init_writes_is_the_defaults_with_every_key_as_an_example(settings: Path) -> None:
    text = settings.read_text("utf-8")
    assert run("trends").stderr == ""
    taken_in = text.replace("# journal:", "journal:").replace("# away:\n#   -", "away:\n  -")
    for key in ("rubric", "depth", "language", "day", "prompts", "people", "share", "support"):
        assert f"\n# {key}: " in text
        taken_in = taken_in.replace(f"\n# {key}: ", f"\n{key}: ")
    settings.write_text(taken_in, encoding="utf-8")
    for command in COMMANDS:
        assert run(*command).stderr == ""


def test_what_init_writes_names_every_kind_that_may_be_shared(settings: Path) -> None:
    comment = settings.read_text("utf-8").partition("# What may leave")[2].partition("# share")[0]
    kinds = re.findall(r"[a-z-]+", comment.replace("#", "").partition("all may:")[2])
    assert kinds == list(KINDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_unknown_key_is_one_warning_and_kept(settings: Path, command: tuple[str, ...]) -> None:
    settings.write_text("dya: monday\n", encoding="utf-8")
    ran = run(*command)
    assert ran.code == 0
    assert ran.stderr == (
        "learnlead: learnlead.yaml:1: warning: the key 'dya' means nothing to this version "
        "(did you mean day?)\n"
    )
    assert settings.read_text("utf-8") == "dya: monday\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("day: someday\n", ":1: day must be one of monday, tuesday"),
        ("depth: deep\n", ":1: depth must be one of quick, standard, full"),
        ("rubric: []\n", ":1: rubric must be a list; here it is empty"),
        ("rubric: No Id\n", ":1: "),
        ("share: [focus, plan]\n", ":1: entry 2 of share must be one of focus, findings, plans"),
        ("share: plan\n", "did you mean plans?"),
        ("prompts: often\n", ":1: prompts must be one of rotate, steady"),
        ("away: [next week]\n", ":1: "),
        ("away: [2026-11-20..2026-11-01]\n", "2026-11-01 comes before 2026-11-20"),
        ("day: monday\nday: friday\n", ":2: the key 'day' stands twice"),
        ("journal: {a: b}\n", ":1: journal must be a text"),
        ("a: &x 1\nb: *x\n", ":1: '&x' stands for a mark to copy from"),
        ("day: [\n", ": this cannot be read as YAML"),
        ("day: \x1b\n", ":1: this line holds a control character"),
    ],
)
def test_wrong_settings_stop_every_command_with_their_line(
    settings: Path, content: str, message: str
) -> None:
    settings.write_text(content, encoding="utf-8")
    for command in ("due",), (), ("reflect", "--answers", "-"):
        ran = run(*command, stdin="insight: x\n")
        assert (ran.code, ran.stdout) == (2, "")
        assert ran.stderr.startswith("learnlead: learnlead.yaml:")
        assert message in ran.stderr
        assert ran.stderr.replace("\n", "").isprintable()


class TestJournal:
    def test_is_another_folder(self, workspace: Path, settings: Path) -> None:
        settings.write_text("journal: pages/mine\n", encoding="utf-8")
        assert held("insight: x\n") == Path(f"pages/mine/2026-11-20-{CORE}.md")
        assert run("due").code == 1

    def test_may_be_the_workspace_itself(self, settings: Path) -> None:
        settings.write_text("journal: .\n", encoding="utf-8")
        assert held("insight: x\n") == Path(f"2026-11-20-{CORE}.md")
        assert run("journal", "check").code == 0

    def test_outside_is_shown_whole(self, tmp_path: Path, settings: Path) -> None:
        settings.write_text(f"journal: {tmp_path}/elsewhere\n", encoding="utf-8")
        assert held("insight: x\n") == tmp_path / "elsewhere" / f"2026-11-20-{CORE}.md"

    def test_in_the_home_folder(self, settings: Path) -> None:
        settings.write_text("journal: ~/pages\n", encoding="utf-8")
        assert held("insight: x\n") == Path.home() / "pages" / f"2026-11-20-{CORE}.md"


def test_rubric_is_one_or_a_list_of_which_the_first_is_meant(
    workspace: Path, settings: Path
) -> None:
    (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
    for content in ("rubric: conversations\n", f"rubric: [conversations, {CORE}]\n"):
        settings.write_text(content, encoding="utf-8")
        assert as_json("trends")["rubric"] == "conversations"
        assert as_json("focus", "show", code=1)["rubric"] == "conversations"
        assert read(held("ratings: {asking: 3}\n")).reflection.rubric == "conversations"


def test_prompts_take_turns_unless_they_are_to_be_steady(settings: Path) -> None:
    def wordings() -> set[str]:
        keys = set()
        for _ in range(3):
            form = run("reflect", "--answers-form").stdout
            (line,) = [line for line in form.splitlines() if line.startswith("insight:")]
            keys.add(line)
            assert answered("insight: x\n").code == 0
        return keys

    assert len(wordings()) == 3
    settings.write_text("prompts: steady\n", encoding="utf-8")
    assert len(wordings()) == 1


def test_away_may_be_one_range_or_a_list(settings: Path) -> None:
    for content in ("away: 2026-11-16..2026-11-22\n", "away:\n- 2026-11-16 .. 2026-11-22\n"):
        settings.write_text(content, encoding="utf-8")
        assert run("due").code == 1
