"""What leaves and what comes back: the leader's side and the coach's."""

from __future__ import annotations

from dataclasses import replace

from faults.child import Job
from faults.common import BUNDLE
from faults.operations import Operation
from faults.world import World

EXPORT = ("export", "--want", "canary-second-want", *BUNDLE)
AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
KEPT = ("canary-second-want",)


def _export(name: str, output: str, *more: str) -> Operation:
    job = Job((*EXPORT, "--output", output, *more))
    again = (replace(job, words=(*EXPORT, "--output", f"second-{output}", *more)),)
    return Operation(
        name, "export --output", job, keeps=KEPT, together=(f"ws/{output}",), again=again
    )


SHEET = Job(("coach", "reply", "first.zip", "--answers-form", "--output", "sheet.md"))
REVIEWED = Job(("coach", "review", "first.zip"))
REPLY = ("coach", "reply", "first.zip")
FORGET = ("coach", "forget", "Anna", "--yes")


def _fill(world: World) -> None:
    sheet = world.workspace / "sheet.md"
    head, tail = sheet.read_text(encoding="utf-8").split("<!-- question -->", 1)
    text = f"{head}<!-- question -->\n\nWhat would canary-question be?\n{tail}"
    sheet.write_text(text, encoding="utf-8")
    (world.home / "to-write").write_text(text, encoding="utf-8")


IMPORT = Job(("coach", "import", "reply.md", "--yes"))
PAGE = Job(("reflect", "--answers", "-"), "insight: another page\n")
FILLED = (SHEET, Job(function=_fill))
REPLIED = (*FILLED, Job((*REPLY, "--answers", "sheet.md", "--output", "reply.md")))

OPERATIONS = (
    _export("export", "anna.zip"),
    _export("export of a folder", "anna"),
    _export("export for a key", "anna.zip.age", "--encrypt-to", AGE),
    Operation(
        "journal forget",
        "journal forget",
        Job(("journal", "forget", "Kerstin", "--yes")),
        gone=("Kerstin",),
    ),
    Operation(
        "journal forget --output",
        "journal forget --output",
        Job(("journal", "forget", "Kerstin", "--yes", "--output", "out/told.txt")),
    ),
    Operation(
        "coach import",
        "coach import",
        IMPORT,
        before=REPLIED,
        keeps=("canary-question",),
        again=(IMPORT, PAGE),
    ),
    Operation(
        "coach import --output",
        "coach import --output",
        Job((*IMPORT.words, "--output", "out/reply.txt")),
        before=REPLIED,
        keeps=("canary-question",),
        again=(Job((*IMPORT.words, "--output", "out/reply.txt")), PAGE),
    ),
    Operation("coach review", "coach review", REVIEWED),
    Operation(
        "coach review --output",
        "coach review --output",
        Job(("coach", "review", "first.zip", "--output", "out/review.html")),
    ),
    Operation(
        "coach reply",
        "coach reply --output",
        Job((*REPLY, "--answers", "sheet.md", "--output", "reply.md")),
        before=FILLED,
        keeps=("canary-question",),
        again=(Job((*REPLY, "--answers", "sheet.md", "--output", "reply-2.md")),),
    ),
    Operation(
        "coach reply in an editor",
        "coach reply",
        Job(REPLY, terminal=True),
        before=FILLED,
        keeps=("canary-question",),
        again=(Job(REPLY, terminal=True), PAGE),
        again_codes=(0, 2),
    ),
    Operation(
        "schemas --output", "schemas --output", Job(("schemas", "--output", "out/schemas.txt"))
    ),
    Operation("coach --output", "coach --output", Job(("coach", "--output", "out/desk.txt"))),
    Operation(
        "coach client --output",
        "coach client --output",
        Job(("coach", "client", "Anna", "--output", "out/anna.html")),
        before=(REVIEWED,),
    ),
    Operation(
        "coach note",
        "coach note",
        Job(("coach", "note", "Anna", "canary-session")),
        before=(REVIEWED,),
        keeps=("canary-session",),
    ),
    Operation(
        "coach session",
        "coach session",
        Job(("coach", "session", "Anna", "2026-12-11", "--calendar", "out/next.ics")),
        before=(REVIEWED,),
        again=(Job(("coach", "session", "Anna", "2026-12-12", "--calendar", "out/later.ics")),),
    ),
    Operation(
        "coach forget",
        "coach forget",
        Job(FORGET),
        before=(REVIEWED,),
        again_codes=(0, 1),
    ),
    Operation(
        "coach forget --output",
        "coach forget --output",
        Job((*FORGET, "--output", "out/forgotten.txt")),
        before=(REVIEWED,),
        again=(
            Job((*FORGET, "--output", "out/forgotten.txt")),
            Job(("journal", "list", "--output", "out/list.txt")),
        ),
        again_codes=(0, 1),
    ),
)
