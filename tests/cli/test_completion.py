"""What Tab offers: the values themselves, never an error, never anybody's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.coached import LAST_WEEK, exported, sat_last_week
from cli.kit import CORE, held
from learnlead.cli.completion.answer import typed_words
from learnlead.cli.completion.scripts import LINE_VARIABLE, SCRIPTS, SHELL_VARIABLE
from running import run

SHIPPED = "leadership-buy-in learning-benefits learning-culture learning-leader"


class Tab:
    """Tab behind a line, in a shell."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, line: str, shell: str = "fish") -> list[str]:
        with self._monkeypatch.context() as patch:
            patch.setenv(SHELL_VARIABLE, shell)
            patch.setenv(LINE_VARIABLE, line)
            ran = run()
        assert (ran.code, ran.stderr) == (0, "")
        return ran.stdout.splitlines()

    def words(self, line: str) -> str:
        return " ".join(word.split("\t")[0] for word in self(line))


@pytest.fixture
def tab(monkeypatch: pytest.MonkeyPatch) -> Tab:
    return Tab(monkeypatch)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("learnlead re", "reflect read remind restore"),
        ("learnlead note ", "list edit drop did missed"),
        ("learnlead help plan ", "list done drop"),
        ("learnlead reflect --depth ", "quick standard full"),
        ("learnlead trends --why o", "overall open-doors own-expertise own-answers"),
        ("learnlead trends --rubric learning-culture --why tr", "trust"),
        ("learnlead search silence --relationship eq", "equal-influence"),
        ("learnlead focus set own-a", "own-answers"),
        ("learnlead read --format ", "html markdown plain text"),
        ("learnlead trends --format j", "json"),
        ("learnlead --lang ", "en de es"),
        ("learnlead remind on --day t", "tuesday thursday"),
        ("learnlead remind on --using c", "cron calendar"),
        ("learnlead export --include mo", "moments"),
        ("learnlead schemas trends-", "trends-2"),
        ("learnlead rubric schema ", "rubric prompts"),
        ("learnlead completion ", "bash zsh fish powershell"),
        ("learnlead rubric diff learning-l", CORE),
        ("learnlead read ", "2026-11-13 2026"),
        ("learnlead journal edit 2026-11-1", "2026-11-13"),
        ("learnlead plan done ", "1"),
        ("learnlead note drop ", "1"),
        ("learnlead export --for K", "Kim"),
        ("learnlead backup ", ""),
        ("learnlead reflect --answers ", ""),
        ("learnlead due --q", "--quiet"),
    ],
)
def test_a_value_is_offered_where_it_can_stand(
    workspace: Path, tab: Tab, line: str, offered: str
) -> None:
    sat_last_week()
    exported()
    run("note", "Nobody may see these words")
    assert tab.words(line) == offered


def test_none_of_the_words_of_a_journal_is_offered(workspace: Path, tab: Tab) -> None:
    sat_last_week()
    run("note", "Nobody may see these words")
    for line in ("plan done ", "note drop ", "read ", "journal edit ", "search "):
        for offered in tab(f"learnlead {line}"):
            word, _, meaning = offered.partition("\t")
            assert word in ("1", "2026-11-13", "2026")
            assert meaning in ("", f"2026-11-13-{CORE}")


def test_a_day_with_several_pages_is_offered_by_their_names(workspace: Path, tab: Tab) -> None:
    held(LAST_WEEK.split("plan:")[0])
    held("date: 2026-11-13\nrubric: learning-culture\ninsight: A talk.\n")
    assert tab.words("learnlead journal edit ") == f"2026-11-13-{CORE} 2026-11-13-learning-culture"


def test_a_coach_is_offered_clients(workspace: Path, tab: Tab) -> None:
    sat_last_week()
    run("coach", "review", exported(called="Anna Berg"))
    for command in ("client", "note", "session", "forget"):
        assert tab(f"learnlead coach {command} A") == ["Anna Berg"]


def test_meanings_are_in_the_language_that_is_spoken(workspace: Path, tab: Tab) -> None:
    (plan,) = tab("learnlead --lang de pl")
    assert plan == "plan\tDeine Wenn-dann-Pläne; ohne Befehl die offenen."
    assert "--all\tAuch die abgeschlossenen." in tab("learnlead --lang de plan list --a")


@pytest.mark.parametrize(
    ("shell", "line", "offered"),
    [
        ("bash", "learnlead\nexport\n--for\nMa", ["Maria\\ O\\'Neil"]),
        ("bash", "learnlead\nexport\n--for\n'Ma", ["Maria O'Neil"]),
        ("bash", "learnlead\nexport\n--for\n=\nMa", ["Maria\\ O\\'Neil"]),
        ("fish", "learnlead export --for=Ma", ["--for=Maria O'Neil"]),
        ("zsh", "learnlead export --for 'Maria ", ["Maria O'Neil"]),
        ("powershell", "learnlead export --for Ma", ["'Maria O''Neil'"]),
    ],
)
def test_a_name_with_a_blank_arrives_as_one_word(
    workspace: Path, tab: Tab, shell: str, line: str, offered: list[str]
) -> None:
    sat_last_week()
    exported("one.zip", "--for", "Maria O'Neil")
    assert tab(line, shell) == offered


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("learnlead ", ([], "")),
        ("learnlead plan", ([], "plan")),
        ("learnlead plan ", (["plan"], "")),
        ("learnlead read 'last w", (["read"], "last w")),
        ("learnlead read last\\ w", (["read"], "last w")),
    ],
)
def test_the_word_at_the_cursor_is_the_last_even_if_it_is_empty(
    line: str, words: tuple[list[str], str]
) -> None:
    assert typed_words(line) == words


def test_without_a_workspace_what_is_shipped_is_offered(tab: Tab) -> None:
    assert tab.words("learnlead rubric show l").startswith(SHIPPED)
    assert tab("learnlead plan done ") == []


def test_nothing_is_said_of_what_is_broken(workspace: Path, tab: Tab) -> None:
    sat_last_week()
    (page,) = Path("journals").glob("2026-11-13*.md")
    page.write_text("---\nlearnlead: [\n")
    assert tab.words("learnlead read ") == "2026-11-13 2026"
    Path("learnlead.yaml").write_text("journal: [\n")
    for line in ("read ", "rubric show ", "plan done ", "--lang "):
        assert tab(f"learnlead {line}") == []
    assert tab.words("learnlead re") == "reflect read remind restore"
    for line in ("--workspace nowhere read ", "nothing ", "plan nothing ", "--lang"):
        tab(f"learnlead {line}")


def test_the_script_is_printed_or_written(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for shell, script in SCRIPTS.items():
        assert run("completion", shell).stdout == script
        assert SHELL_VARIABLE in script
        assert LINE_VARIABLE in script
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert run("completion").stdout == SCRIPTS["fish"]
    assert run("completion", "pwsh").stdout == SCRIPTS["powershell"]
    run("completion", "zsh", "-o", "_learnlead")
    assert Path("_learnlead").read_text() == SCRIPTS["zsh"]


@pytest.mark.parametrize(
    ("shell", "problem"),
    [("", "which shell is not said"), ("/bin/tcsh", "there is no completion for 'tcsh'")],
)
def test_another_shell_is_told(shell: str, problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", shell)
    ran = run("completion")
    assert ran.code == 2
    assert ran.stderr == f"learnlead: {problem} (there are: bash, zsh, fish, powershell)\n"


def test_powershell_gets_a_script_that_leaves_the_keys_and_the_policy_alone() -> None:
    script = SCRIPTS["powershell"]
    assert "Register-ArgumentCompleter -Native -CommandName learnlead" in script
    assert "PSReadLine" not in script
    assert "ExecutionPolicy" not in script
    for opening, closing in ("{}", "()", "[]"):
        assert script.count(opening) == script.count(closing)
