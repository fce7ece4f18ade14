"""A draft that something has damaged is gone on with or set aside, and never a failure.

The sitting is held by its own story, with a person who agrees to whatever is offered.
"""

from __future__ import annotations

import copy
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.kit import CORE, PLAN, held
from learnlead.adapters.disk.drafts import DraftFolder
from learnlead.adapters.disk.state import state_folder
from learnlead.adapters.disk.workspace import Workspace
from learnlead.app.draft import read_draft
from learnlead.app.prompter import Answered, CardLine, Reply, Save, ScreenView, Verdict
from learnlead.cli.context import AppContext
from learnlead.cli.start_sitting import SittingOptions
from learnlead.cli.typed_sitting import TypedSitting
from learnlead.sitting.question import Choice
from running import run
from sizes import FULL, examples, thinned
from terminal.made_answers import FIRST, KEPT

RATED = ("rating:own-answers", "rating:open-doors")  # one place is as good as another
WHOLE: dict[str, Any] = {
    "learnlead-draft": 1,
    "rubric": CORE,
    "rubric-version": 1,
    "begun": "2026-11-20T16:02:03+00:00",
    "data": {
        "day": "2026-11-20",
        "depth": "standard",
        "answers": {
            key: answer
            for key, answer in {**FIRST.typed, **KEPT.typed}.items()
            if not key.startswith("rating:") or key in RATED
        },
        "typing": {"at": "action", "begun": {"cue": "it rings", "action": "ask three"}},
        "seconds": 200,
        "relationship": "formal-authority",
        "about": {"plan": "2026-11-13-learning-leader", "older": [], "focus": None},
    },
}
DEEP: Any = "x"
for _ in range(400):
    DEEP = [DEEP]
STRANGE: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**300,
    1.5,
    float("nan"),
    float("inf"),
    "",
    "x",
    "\ud800",
    "a\x00b",
    "9999-12-31",
    "0001-01-01",
    "9999-12-31T23:59:59+00:00",
    "y" * 1_000_001,
    [],
    [[]],
    ["x", "y"],
    [None, 1],
    {},
    {"x": 1},
    {"relationship": "nobody"},
    DEEP,
)


class Agreeable:
    """A person who answers what was answered before, skips the rest, and saves."""

    def ask(self, view: ScreenView) -> Reply:
        return Answered(
            {field.question.id: field.unfinished or field.answer for field in view.fields}
        )

    def read(self, *_: object) -> Verdict:
        return Save()

    def card(self, _lines: Sequence[CardLine], keys: Sequence[Choice]) -> str:
        return keys[0].value

    def look(self, *_: object) -> None:
        raise AssertionError("nobody looks")

    def choose(
        self, _ask: str, _choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        return preset

    def tell(self, *_: str) -> None: ...

    def close(self) -> None: ...


def draft_path() -> Path:
    state = state_folder(Workspace(Path.cwd()), os.environ, Path.home())
    return state / f"draft-{CORE}.json"


def gone_on_with(path: Path, written: bytes) -> str:
    """What became of those bytes as a draft: `read` or `set aside`; the journal is as before."""
    pages = {page: page.read_bytes() for page in Path("journals").iterdir()}
    path.write_bytes(written)
    aside = path.with_name(f"{path.name}.broken-1")
    aside.unlink(missing_ok=True)
    app = AppContext(plain=True)
    sitting = TypedSitting(app, app.rubric())
    sitting.prompter = Agreeable()
    assert sitting.hold(SittingOptions())
    path.unlink(missing_ok=True)
    for page in Path("journals").iterdir():
        page.unlink()
    for page, text in pages.items():
        page.write_bytes(text)
    if not aside.exists():
        return "read"
    assert aside.read_bytes() == written
    return "set aside"


def is_understood(path: Path, written: bytes) -> bool:
    """Whether it is a draft; the file is gone after that."""
    path.write_bytes(written)
    draft, problems = DraftFolder(path.parent).load(CORE)
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    if draft is None:
        assert len(problems) == 1
        return False
    try:
        return read_draft(draft) is not None
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def places(node: Any, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    """Every place in the draft."""
    yield path
    inner = node.items() if isinstance(node, dict) else ()
    for key, value in inner:
        yield from places(value, *path, key)


def changed(path: Sequence[str | int], value: Any, *, gone: bool = False) -> bytes:
    draft = copy.deepcopy(WHOLE)
    if not path:
        return json.dumps(value).encode()
    node: Any = draft
    for step in path[:-1]:
        node = node[step]
    if gone:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return json.dumps(draft).encode()


@pytest.fixture
def path(workspace: Path) -> Path:
    """Where a draft lies, in a workspace with one page and an open plan."""
    held(f"date: 2026-11-13\n{PLAN}")
    path = draft_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_a_whole_draft_is_gone_on_with(path: Path) -> None:
    assert gone_on_with(path, json.dumps(WHOLE).encode()) == "read"


PLACES = list(places(WHOLE))


@pytest.mark.parametrize(
    "place", thinned([(place,) for place in PLACES], 3), ids=lambda place: ".".join(map(str, place))
)
def test_each_place_may_hold_anything_or_be_gone(
    path: Path, place: tuple[str | int, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """In `make test` each place holds a fifth of the strange values, others than the next."""
    set_aside = 0
    values = STRANGE if FULL else STRANGE[PLACES.index(place) % 5 :: 5]
    drafts = [changed(place, value) for value in values]
    for written in (*drafts, *([changed(place, None, gone=True)] if place else [])):
        if is_understood(path, written):
            assert gone_on_with(path, written) == "read"
        elif not set_aside:
            assert gone_on_with(path, written) == "set aside"
            set_aside += 1
    stderr = capsys.readouterr().err
    assert stderr.count("cannot be understood, so it was set aside") == set_aside, "told once"


def test_of_each_length_it_is_set_aside(path: Path) -> None:
    written = json.dumps(WHOLE).encode()
    drafts = DraftFolder(path.parent)
    for length in range(len(written)):
        path.write_bytes(written[:length])
        draft, (problem,) = drafts.load(CORE)
        assert (draft, problem.file) == (None, f"{path}.broken-1")
        path.with_name(f"{path.name}.broken-1").rename(path)
    for length in (0, 1, 40, len(written) // 2, len(written) - 1):
        assert gone_on_with(path, written[:length]) == "set aside"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text() | st.sampled_from([*FIRST.typed, *KEPT.typed]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=examples(100),
)
@given(data=st.data())
def test_any_changes_at_once(path: Path, data: st.DataObject) -> None:
    draft = copy.deepcopy(WHOLE)
    for place in data.draw(st.lists(st.sampled_from([*places(WHOLE)][1:]), max_size=4)):
        node: Any = draft
        for step in place[:-1]:
            node = node.get(step) if isinstance(node, dict) else None
        if isinstance(node, dict):
            node[place[-1]] = data.draw(JSON)
    gone_on_with(path, json.dumps(draft).encode())


@pytest.mark.parametrize(
    ("place", "value"),
    thinned(
        product([(), ("begun",), ("data",), ("data", "answers"), ("data", "typing")], STRANGE[::3]),
        6,
    ),
    ids=lambda part: repr(part)[:20],
)
def test_no_other_command_fails_over_it(path: Path, place: tuple[str, ...], value: Any) -> None:
    for command in ([], ["doctor"], ["journal", "forget", "report A", "--yes"]):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(changed(place, value))
        ran = run(*command)
        assert ran.code in (0, 1, 2), (command, ran)
        assert "nobody foresaw" not in ran.stderr


@pytest.mark.parametrize("name", [f"focus-{CORE}.json", "nudges.json"])
@pytest.mark.parametrize("value", thinned(STRANGE[::3], 3), ids=lambda value: repr(value)[:20])
def test_the_other_files_there_may_hold_anything(workspace: Path, name: str, value: Any) -> None:
    state = draft_path().parent
    content = {"learnlead-nudges": 1, "given": {CORE: ["2026-11-13"]}, "given-back": None}
    focus = {"behaviour": "own-answers", "notice": "they finish their sentences"}
    shaped = focus if name.startswith("focus") else content
    for key in (None, *shaped):
        whole = value if key is None else {**shaped, key: value}
        if key == "given" and name == "nudges.json":
            whole = {**shaped, "given": {CORE: value}}
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir(parents=True)
        (state / name).write_text(json.dumps(whole))
        for command in (["remind"], ["focus", "show"], [], ["reflect", "--answers", "-"]):
            ran = run(*command, stdin="insight: x\n")
            assert ran.code in (0, 1, 2), (command, whole, ran)
            assert "nobody foresaw" not in ran.stderr
