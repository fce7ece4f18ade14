"""`learnlead remind`: a nudge if a sitting is due, silence if not."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from cli.kit import CORE, MONTHLY, PLAN, as_json, held
from learnlead.adapters.disk.files.lock import Lock
from learnlead.adapters.disk.state import state_folder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.reminders.due import Nudge
from machine import NO_DAEMON, bare_machine
from remind_year import Start, starts
from running import SOURCE, Ran, run

pytestmark = pytest.mark.core

SILENCE = Ran(0, "", "")
FRIDAY, SATURDAY = "2026-11-20", "2026-11-21"


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> Ran:
    monkeypatch.setenv("LEARNLEAD_TODAY", day)
    return run("remind")


def state_of(workspace: Path) -> Path:
    return state_folder(Workspace(workspace), os.environ, Path.home())


class TestTheNudge:
    def test_is_a_day_a_line_and_the_command(self, workspace: Path) -> None:
        ran = run("remind")
        assert (ran.code, ran.stderr) == (0, "")
        title, text, command = ran.stdout.splitlines()
        assert title == "Friday sitting"
        assert f"  - {text}" in (SOURCE.parent / "prompts" / f"{CORE}.yaml").read_text("utf-8")
        assert command == "  learnlead reflect"

    def test_comes_once_a_day_and_twice_a_week(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert on("2026-11-19", monkeypatch) == SILENCE
        first = on(FRIDAY, monkeypatch)
        assert first.stdout
        assert on(FRIDAY, monkeypatch) == SILENCE
        second = on(SATURDAY, monkeypatch)
        assert second.stdout
        assert second.stdout != first.stdout
        assert on("2026-11-22", monkeypatch) == SILENCE
        assert on("2026-11-27", monkeypatch).stdout

    @pytest.mark.parametrize(
        "settings", ["away: 2026-11-16..2026-11-22\n", f"away: {FRIDAY}\n", "day: saturday\n"]
    )
    def test_stays_away_from_who_is_away_or_has_time_left(
        self, workspace: Path, settings: str
    ) -> None:
        (workspace / "learnlead.yaml").write_text(settings, encoding="utf-8")
        assert run("remind") == SILENCE
        assert as_json("remind")["nudge"] is False

    def test_is_not_given_for_what_was_held(self, workspace: Path) -> None:
        held("insight: x\n")
        assert run("remind") == SILENCE

    def test_holds_nothing_that_was_typed_unless_it_is_to_be_shown(self, workspace: Path) -> None:
        held(f"date: 2026-11-13\nfocus: {{behaviour: own-answers, notice: secret}}\n{PLAN}")
        ran = run("remind", "--test")
        assert "stuck" not in ran.stdout
        assert "secret" not in ran.stdout
        assert "plan" not in as_json("remind", "--test")
        shown = run("remind", "--test", "--show").stdout
        assert "Your plan: If a report brings me a stuck problem, then I will ask three" in shown
        plan = as_json("remind", "--test", "--show")["plan"]
        assert plan == {
            "cue": "a report brings me a stuck problem",
            "action": "ask three questions",
        }

    def test_welcomes_who_comes_back(self, workspace: Path) -> None:
        held("date: 2026-10-30\ninsight: x\n")
        answer = as_json("remind")
        assert answer["after_pause"] is True
        prompts = (SOURCE.parent / "prompts" / f"{CORE}.yaml").read_text("utf-8")
        assert f"  - {answer['text']}\n" in prompts.partition("reminder-after-pause:")[2]

    def test_names_the_day_and_the_commands_of_several_rubrics(self, workspace: Path) -> None:
        (workspace / "rubrics" / "conversations.yaml").write_text(MONTHLY, encoding="utf-8")
        (workspace / "learnlead.yaml").write_text(
            f"rubric: [conversations, {CORE}]\nday: mon\n", encoding="utf-8"
        )
        assert run("remind").stdout.splitlines()[2:] == [f"  learnlead reflect --rubric {CORE}"]
        assert run("remind").stdout == ""
        title, text, *commands = run("remind", "--test").stdout.splitlines()
        assert title == "Monday sitting"
        assert text == "A few minutes to look back, whenever it suits you."
        assert commands == ["  learnlead reflect", f"  learnlead reflect --rubric {CORE}"]

    def test_takes_the_wording_of_an_own_bank_even_beside_a_broken_key(
        self, workspace: Path
    ) -> None:
        bank = workspace / "prompts" / f"{CORE}.yaml"
        bank.write_text(
            f"learnlead-prompts: 1\nrubric: {CORE}\nreminder: [Tea and a page?]\n", encoding="utf-8"
        )
        assert "Tea and a page?" in run("remind", "--test").stdout
        bank.write_text("nothing\n", encoding="utf-8")
        assert run("remind", "--test").stdout.startswith("Friday sitting\n")

    def test_given_as_a_test_does_not_count(self, workspace: Path) -> None:
        assert run("remind", "--test").stdout
        assert run("remind").stdout
        assert run("remind", "--test").stdout

    def test_needs_a_workspace(self, tmp_path: Path) -> None:
        ran = run("remind")
        assert (ran.code, ran.stdout) == (2, "")
        assert "learnlead init" in ran.stderr


class TestTheYear:
    """The year of tests/remind_year.txt, start by start through the whole program."""

    def test_every_start_says_what_the_table_says(
        self, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings: dict[str, list[str]] = {"rubric": [CORE], "away": [], "day": ["friday"]}
        (workspace / "rubrics" / "one-to-ones.yaml").write_text(
            MONTHLY.replace("id: conversations", "id: one-to-ones"), encoding="utf-8"
        )
        for start in starts():
            state = tmp_path / start.machine
            for event in start.before:
                match event:
                    case ("held", rubric, day):
                        (workspace / "journals" / f"{day}-{rubric}.md").touch()
                    case ("away", days):
                        settings["away"].append(days)
                    case ("uses", rubric):
                        settings["rubric"].append(rubric)
                    case ("day", day):
                        settings["day"] = [day]
                    case ("state", "lost"):
                        shutil.rmtree(state)
                    case _:
                        raise AssertionError(event)
            yaml = "".join(f"{key}: {said(words)}\n" for key, words in settings.items())
            (workspace / "learnlead.yaml").write_text(yaml, encoding="utf-8")
            monkeypatch.setenv("XDG_STATE_HOME", str(state))
            monkeypatch.setenv("LEARNLEAD_TODAY", start.today.isoformat())
            assert self.given(start) == start.nudge, start

    @staticmethod
    def given(start: Start) -> Nudge | None:
        if start.nudge is None:
            assert run("remind") == SILENCE, start
            return None
        answer = as_json("remind")
        assert answer["title"].lower() in ("friday sitting", "thursday sitting")
        return Nudge(tuple(answer["rubrics"]), answer["nth"], answer["after_pause"])


def said(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"[{', '.join(words)}]"


class TestOnlyOne:
    def test_of_several_starts_at_once_one_speaks(self, workspace: Path) -> None:
        command = [sys.executable, "-m", "learnlead", "remind"]
        env = os.environ | {"PYTHONPATH": str(SOURCE)}
        begun = [
            subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        heard = [process.communicate(timeout=60) for process in begun]
        assert [process.returncode for process in begun] == [0] * 4
        assert sorted(len(out.splitlines()) for out, _ in heard) == [0, 0, 0, 3]
        assert {err for _, err in heard} == {b""}

    def test_while_another_start_is_at_it_there_is_silence(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        state = state_of(workspace)
        state.mkdir(parents=True)
        monkeypatch.setattr("learnlead.adapters.disk.files.lock.PATIENCE", 0.0)
        with Lock(state, "nudges.lock"):
            assert run("remind") == SILENCE

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"\xff",
            b"[]",
            b"null",
            b"[" * 100_000,
            b'{"given": 3}',
            b'{"given": {"a": 1}}',
        ],
    )
    def test_a_broken_memory_is_none_and_is_replaced(self, workspace: Path, content: bytes) -> None:
        state = state_of(workspace)
        state.mkdir(parents=True)
        (state / "nudges.json").write_bytes(content)
        assert run("remind").stdout
        assert run("remind") == SILENCE
        assert (state / "nudges.json").stat().st_mode & 0o777 == 0o600

    def test_a_memory_that_cannot_be_kept_is_told_and_stops_no_nudge(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "file").touch()
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
        ran = run("remind")
        assert (ran.code, len(ran.stdout.splitlines())) == (0, 3)
        assert "warning: cannot remember that this nudge was given: not a directory" in ran.stderr
        assert len(ran.stderr.splitlines()) == 1


@contextmanager
def listening() -> Iterator[tuple[str, list[bytes]]]:
    """A place on this machine that takes messages: its URL for Apprise, and what was sent."""
    taken: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    with ExitStack() as closing:
        server = closing.enter_context(HTTPServer(("127.0.0.1", 0), Handler))
        thread = Thread(target=server.serve_forever)
        thread.start()
        closing.callback(thread.join)
        closing.callback(server.shutdown)
        yield f"json://127.0.0.1:{server.server_port}", taken


CLOSED = "json://somebody:secret@127.0.0.1:9"
"""A port that nothing listens at."""


class TestElsewhere:
    @pytest.fixture(autouse=True)
    def no_proxy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    def test_only_the_title_is_sent(self, workspace: Path) -> None:
        held(f"date: 2026-11-13\n{PLAN}")
        with listening() as (url, taken):
            ran = run("remind", "--show", "--notify", url)
        assert (ran.code, ran.stderr) == (0, "")
        assert "stuck problem" in ran.stdout
        [message] = [json.loads(raw) for raw in taken]
        assert message["message"] == "Friday sitting"
        assert "stuck" not in str(message)

    def test_in_silence_nothing_is_sent(self, workspace: Path) -> None:
        held("insight: x\n")
        with listening() as (url, taken):
            assert run("remind", "--notify", url) == SILENCE
        assert taken == []

    def test_a_channel_that_fails_is_told_and_the_others_are_tried(self, workspace: Path) -> None:
        with listening() as (url, taken):
            ran = run("remind", "--notify", CLOSED, "--notify", url, "--json")
        assert ran.code == 3
        assert len(taken) == 1
        assert "channel 1 (JSON) did not take the nudge" in ran.stderr
        assert "secret" not in ran.stderr
        assert json.loads(ran.stdout)["channels"] == [
            {"name": "channel 1 (JSON)", "taken": False},
            {"name": "channel 2 (JSON)", "taken": True},
        ]
        assert run("remind") == SILENCE, "it reached somebody"

    def test_a_nudge_that_no_channel_took_may_be_given_again(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert run("remind", "--notify", CLOSED).code == 3
        with listening() as (url, taken):
            assert run("remind", "--notify", url).code == 0
            assert run("remind", "--notify", url) == SILENCE
            assert len(taken) == 1
            monkeypatch.setenv("LEARNLEAD_TODAY", SATURDAY)
            assert run("remind", "--notify", CLOSED).code == 3
            assert run("remind", "--notify", CLOSED).code == 3
            assert run("remind", "--notify", url) == SILENCE, "no more than two tries a day"

    @pytest.mark.parametrize("url", ["nobody", "carrier-pigeon://user:secret@home", ""])
    def test_what_is_no_channel_is_said_at_once_due_or_not(self, workspace: Path, url: str) -> None:
        held("insight: x\n")
        ran = run("remind", "--notify", url)
        assert (ran.code, ran.stdout) == (2, "")
        assert "is not a URL that Apprise understands" in ran.stderr
        assert "secret" not in ran.stderr

    def test_a_message_on_the_desktop_says_the_nudge_and_nothing_that_was_typed(
        self, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        held(f"date: 2026-11-13\n{PLAN}")
        machine = bare_machine(tmp_path / "bin", monkeypatch)
        machine.with_desktop()
        ran = run("remind", "--show", "--desktop")
        assert "stuck problem" in ran.stdout
        *_, title, text, command = machine.shown
        assert [title, text] == ran.stdout.splitlines()[:2]
        assert command == "learnlead reflect"
        assert run("remind", "--desktop") == SILENCE

    def test_a_desktop_that_is_not_there_yet_is_tried_hour_after_hour(
        self, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        machine = bare_machine(tmp_path / "bin", monkeypatch)
        machine.with_desktop(NO_DAEMON)
        for _ in range(3):
            ran = run("remind", "--desktop")
            assert ran.code == 3
            assert "the desktop did not take the message" in ran.stderr
        machine.with_desktop()
        assert run("remind", "--desktop").code == 0
        assert machine.shown
        assert run("remind", "--desktop") == SILENCE

    def test_without_apprise_one_line_says_how_to_get_it(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "apprise", None)
        ran = run("remind", "--notify", CLOSED)
        assert (ran.code, ran.stdout) == (2, "")
        assert ran.stderr.count("\n") == 1
        assert "-m pip install apprise" in ran.stderr
        assert run("remind").stdout, "nothing else needs it"

    def test_apprise_is_only_imported_when_it_is_used(self, workspace: Path) -> None:
        program = (
            "import sys; from learnlead.cli.app import app\n"
            "try: app(['remind'])\n"
            "except SystemExit: print('apprise' in sys.modules, file=sys.stderr)"
        )
        env = os.environ | {"PYTHONPATH": str(SOURCE)}
        done = subprocess.run(
            [sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True
        )
        assert done.stderr == "False\n"
