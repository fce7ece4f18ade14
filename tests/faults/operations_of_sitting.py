"""Sittings: from a file, typed, in an editor; and what is noted for them."""

from __future__ import annotations

from faults.child import Job
from faults.operations import Operation
from faults.person import sitting
from faults.world import World
from learnlead.sitting.question import AnswerValue

ANSWERS = """\
look_back: {outcome: done, note: canary-review}
moments:
  - {relationship: formal-authority, with: report A, what: canary-note one}
insight: canary-insight
ratings: {own-answers: 3}
plan: {behaviour: own-answers, cue: canary-cue comes, action: canary-action}
"""
ANSWERED = ("canary-review", "canary-insight", "canary-cue", "canary-action")

TYPED: dict[str, AnswerValue] = {
    "look-back": "done",
    "live": ["formal-authority"],
    "moment-with": "report A",
    "moment-what": "canary-typed-moment\nI waited.",
    "other-side": "canary-typed-side",
    "rating:own-answers": 4,
    "evidence:own-answers": "canary-typed-evidence He drew it himself.",
    "insight": "canary-typed-insight",
    "plan": "new",
    "obstacle": "canary-typed-obstacle",
    "cue": "canary-typed-cue",
    "action": "canary-typed-action",
}
SAVED = ("canary-typed-moment", "canary-typed-side", "canary-typed-insight", "canary-typed-cue")
BEGUN = {key: TYPED[key] for key in ("look-back", "live", "moment-with", "moment-what")}
LEFT = ("other-side", "Ctrl-C")
CUT_OFF_LATE = Job(function=sitting(TYPED, leaves=("insight", "Ctrl-C")))
CUT_OFF = Job(function=sitting(BEGUN, leaves=LEFT))
GO_ON = {"anew": "on", "yes": "yes"}
ANEW = {"anew": "anew", "yes": "yes"}
FORGOTTEN = {"nothing": "nothing", "anew": "on"}
DRAFTED = {"nothing": "draft", "anew": "on"}

NEXT = Job(("reflect", "--answers", "-"), "insight: another page\n")
NOTED = Job(("note", "canary-noted", "this"))
X = Job(function=sitting(BEGUN, leaves=("other-side", "x"), ways=FORGOTTEN))
X_LATER = Job(function=sitting(TYPED, leaves=("insight", "x"), ways=FORGOTTEN))
X_DRAFTED = Job(function=sitting(BEGUN, leaves=("other-side", "x"), ways=DRAFTED))
PAGE = """\
---
learnlead: 1
rubric: learning-leader
date: 2026-11-20
---
# A page

## Insight <!-- insight -->

canary-page
"""
IN_EDITOR = Job(("reflect", "--editor"), terminal=True)
FAILING = Job(("reflect", "--editor"), terminal=True, environment={"EDITOR": "failing-editor"})


def _to_write(text: str) -> Job:
    def put(world: World) -> None:
        (world.home / "to-write").write_text(text, encoding="utf-8")

    return Job(function=put)


def _with_editor(
    editor: str, *, leaves: tuple[str, str] | None = None, ways: dict[str, str] = GO_ON
) -> Job:
    """A sitting with its evidence from that editor; where none opens, the same is typed."""
    evidence = "evidence:own-answers"
    words = "canary-quiet" if editor == "quiet-editor" else "canary-from-editor"
    held = sitting({**TYPED, evidence: words}, ways=ways, leaves=leaves, edits=evidence)
    return Job(function=held, environment={"EDITOR": editor})


def _typed(name: str, job: Job, **more: object) -> Operation:
    return Operation(f"sitting {name}", "reflect", job, **more)  # type: ignore[arg-type]  # passed on


OPERATIONS = (
    Operation(
        "answers",
        "reflect",
        Job(("reflect", "--answers", "-"), ANSWERS),
        keeps=ANSWERED,
        again=(Job(("reflect", "--answers", "-"), "insight: canary-insight\n"), NOTED),
    ),
    Operation(
        "answers, a focus waits",
        "reflect",
        Job(("reflect", "--answers", "-"), "insight: canary-insight\n"),
        before=(Job(("focus", "set", "accessible", "--notice", "canary-notice")),),
        keeps=("canary-insight", "canary-notice"),
    ),
    _typed("saved", Job(function=sitting(TYPED, ways=GO_ON)), keeps=SAVED),
    _typed("cut off", CUT_OFF, keeps=("canary-typed-moment",), code=130, again_codes=(0, 130)),
    _typed(
        "gone on with",
        Job(function=sitting(TYPED, ways=GO_ON)),
        before=(CUT_OFF_LATE,),
        keeps=SAVED,
        gone=("canary-begun",),  # the answer takes its place
    ),
    _typed(
        "begun anew",
        Job(function=sitting({"insight": "canary-anew"}, ways=ANEW)),
        before=(CUT_OFF,),
        keeps=("canary-anew",),
        gone=("canary-typed-moment", "canary-begun"),
    ),
    _typed(
        "not for here",
        X,
        gone=("canary-typed-moment", "canary-begun"),
        again=(X, NOTED),
    ),
    _typed(
        "not for here, gone on with",
        X_LATER,
        before=(CUT_OFF_LATE,),
        gone=("canary-typed-moment", "canary-typed-side", "canary-typed-evidence", "canary-begun"),
        again=(X_LATER, NOTED),
    ),
    _typed(
        "not for here, kept as a draft",
        X_DRAFTED,
        keeps=("canary-typed-moment",),
        again=(X_DRAFTED, NOTED),
    ),
    _typed(
        "with an answer in an editor",
        _with_editor("adding-editor"),
        keeps=(*SAVED, "canary-from-editor"),
    ),
    _typed(
        "with an answer in an editor that is killed",
        _with_editor("killed-editor"),
        keeps=(*SAVED, "canary-from-editor"),
    ),
    _typed(
        "cut off after an answer in an editor",
        _with_editor("adding-editor", leaves=("insight", "Ctrl-C")),
        keeps=("canary-typed-moment", "canary-from-editor"),
        code=130,
        again_codes=(0, 130),
    ),
    _typed(
        "not for here after an answer in an editor",
        _with_editor("quiet-editor", leaves=("insight", "x"), ways=FORGOTTEN),
        gone=("canary-typed-moment", "canary-typed-side", "canary-quiet", "canary-begun"),
    ),
    Operation(
        "editor",
        "reflect",
        IN_EDITOR,
        before=(_to_write(PAGE),),
        keeps=("canary-page",),
        codes=(2,),
    ),
    Operation(
        "editor that fails",
        "reflect",
        FAILING,
        before=(_to_write(PAGE),),
        keeps=("canary-page",),
        code=2,
        again=(IN_EDITOR,),
    ),
    Operation(
        "editor, not for here",
        "reflect",
        IN_EDITOR,
        before=(_to_write("/x\n"),),
        codes=(2,),
        again=(IN_EDITOR, NOTED),
    ),
    Operation("note", "note", NOTED, keeps=("canary-noted this",)),
    Operation("note did", "note did", Job(("note", "did")), again=(Job(("note", "missed")),)),
    Operation("note missed", "note missed", Job(("note", "missed"))),
    Operation(
        "notes from stdin",
        "note",
        Job(("note", "-"), "canary-noted\ncanary-noted-two\n"),
        keeps=("canary-noted", "canary-noted-two"),
    ),
    Operation(
        "note edit",
        "note edit",
        Job(("note", "edit"), terminal=True),
        before=(_to_write("- 2026-11-16 canary-note one\n- 2026-11-16 canary-note-two mended\n"),),
    ),
    Operation(
        "note drop",
        "note drop",
        Job(("note", "drop", "1", "--yes")),
        gone=("canary-note one",),
        again=(Job(("note", "list")), NOTED),
    ),
    Operation("plan done", "plan done", Job(("plan", "done")), again=(NEXT,)),
    Operation("plan drop", "plan drop", Job(("plan", "drop")), again=(NEXT,)),
    Operation(
        "focus set",
        "focus set",
        Job(("focus", "set", "accessible", "--notice", "canary-notice")),
        keeps=("canary-notice",),
    ),
    Operation(
        "focus set, again",
        "focus set",
        Job(("focus", "set", "own-answers")),
        before=(Job(("focus", "set", "accessible", "--notice", "canary-notice")),),
        gone=("canary-notice",),
    ),
    Operation("ask", "ask", Job(("ask",))),
)
