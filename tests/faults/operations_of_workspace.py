"""The workspace itself, its rubrics and reminders, and answers that are written to a file."""

from __future__ import annotations

from faults.child import Job
from faults.operations import Operation
from faults.world import World
from learnlead import shipped

NEW = Job(("rubric", "new", "own", "--from-template"))
ADD = Job(("rubric", "add", "../packed.yaml", "--yes"))
ADD_ANOTHER = Job(("rubric", "add", "../another.yaml", "--yes"))
CRON = ("remind", "on", "--yes", "--using", "cron")
WRITES_STATE = Job(("focus", "set", "accessible"))
SYSTEMD = ("remind", "on", "--yes", "--using", "systemd")
CALENDAR = ("remind", "on", "--yes", "--calendar")


def _by_hand(world: World) -> None:
    page = world.workspace / "journals" / "2026-11-13-learning-leader.md"
    text = page.read_text(encoding="utf-8").replace("canary-last-moment", "canary-mended")
    (world.home / "to-write").write_text(text, encoding="utf-8")


def _packed(world: World) -> None:
    rubric = shipped.folder("rubrics") / "learning-culture.yaml"
    for name in ("packed", "another"):
        text = rubric.read_text(encoding="utf-8").replace("id: learning-culture", f"id: {name}")
        (world.root / f"{name}.yaml").write_text(text, encoding="utf-8")


def _old_backup(world: World) -> None:
    disk = world.root / "disk"
    disk.mkdir()
    (disk / "learnlead-2026-01-02.zip").write_bytes(b"an older one")
    (disk / "learnlead-2026-02-02.zip").write_bytes(b"a later one, no longer whole")


def _answer(command: str, *words: str, code: int = 0, before: tuple[Job, ...] = ()) -> Operation:
    job = Job((*words, "--output", "out/answer"))
    name = f"{command} --output"
    return Operation(
        name, name, job, code=code, again_codes=(code,), before=before, answer="ws/out/answer"
    )


OPERATIONS = (
    Operation(
        "init",
        "init",
        Job(("init", "../second")),
        again=(
            Job(("init", "../second")),
            Job(("away", "2026-12-21", "--workspace", "../second")),
        ),
    ),
    Operation(
        "first note of all",
        "note",
        Job(("note", "-"), "canary-first\n", folder="home"),
        keeps=("canary-first",),
    ),
    Operation(
        "away",
        "away",
        Job(("away", "2026-12-21", "2026-12-31")),
        again=(Job(("away", "2026-12-21", "2026-12-31")), Job(("note", "-"), "another\n")),
    ),
    Operation(
        "journal edit",
        "journal edit",
        Job(("journal", "edit", "2026-11-13"), terminal=True),
        before=(Job(function=_by_hand),),
        keeps=("canary-mended",),
    ),
    Operation(
        "rubric new",
        "rubric new",
        NEW,
        together=("ws/rubrics/own.yaml", "ws/prompts/own.yaml"),
        alone=("ws/rubrics/own.yaml",),
        again=(NEW, Job(("rubric", "new", "second", "--from-template"))),
        again_codes=(0, 2),
    ),
    Operation(
        "rubric add", "rubric add", ADD, before=(Job(function=_packed),), again=(ADD, ADD_ANOTHER)
    ),
    Operation(
        "backup", "backup", Job(("backup", "../all.zip")), again=(Job(("backup", "../2.zip")),)
    ),
    Operation(
        "backup, and the old one goes",
        "backup",
        Job(("backup", "--to", "../disk", "--keep", "1")),
        before=(Job(function=_old_backup),),
    ),
    Operation(
        "restore",
        "restore",
        Job(("restore", "../all.zip", "../second")),
        before=(Job(("backup", "../all.zip")),),
    ),
    Operation("cron", "remind on", Job(CRON), again=(Job(CRON), WRITES_STATE)),
    Operation(
        "cron, another day",
        "remind on",
        Job((*CRON, "--day", "wed")),
        before=(Job(CRON),),
        again=(Job((*CRON, "--day", "wed")), WRITES_STATE),
    ),
    Operation(
        "no cron any more",
        "remind off",
        Job(("remind", "off")),
        before=(Job(CRON),),
        again=(Job(("remind", "off")), WRITES_STATE),
    ),
    Operation("systemd", "remind on", Job(SYSTEMD), codes=(2,)),
    Operation(
        "no systemd any more",
        "remind off",
        Job(("remind", "off")),
        before=(Job(SYSTEMD),),
    ),
    Operation("calendar", "remind on", Job(CALENDAR)),
    Operation(
        "no calendar any more",
        "remind off",
        Job(("remind", "off")),
        before=(Job(CALENDAR),),
    ),
    Operation(
        "remind on --output",
        "remind on --output",
        Job((*CALENDAR, "--output", "../friday.ics")),
    ),
    Operation("nudge", "remind", Job(("remind",))),
    _answer("", "--json"),
    _answer("trends", "trends", "--json"),
    _answer("away", "away"),
    _answer("ask", "ask"),
    _answer("shared", "shared"),
    _answer("due", "due"),
    _answer("remind", "remind"),
    _answer("doctor", "doctor", code=1),
    _answer("note list", "note", "list"),
    _answer("journal list", "journal", "list"),
    Operation(
        "read --output",
        "read --output",
        Job(("read", "--output", "out/page.txt")),
        again=(Job(("journal", "list", "--output", "out/list.txt")),),
    ),
    Operation(
        "read --open",
        "read",
        Job(("read", "--open", "--plain"), "\n", terminal=True, environment={"BROWSER": "browser"}),
    ),
    _answer("search", "search", "canary"),
    _answer("journal check", "journal", "check"),
    _answer("completion", "completion", "bash"),
    _answer("plan", "plan"),
    _answer("focus", "focus"),
    _answer("rubric", "rubric"),
    _answer("plan list", "plan", "list"),
    _answer("focus show", "focus", "show"),
    _answer("rubric list", "rubric", "list"),
    _answer("rubric show", "rubric", "show"),
    _answer("rubric check", "rubric", "check"),
    _answer("rubric schema", "rubric", "schema"),
    _answer("rubric pack", "rubric", "pack", "learning-leader"),
    _answer("rubric diff", "rubric", "diff", "learning-leader", "learning-culture"),
    _answer("remind status", "remind", "status"),
)
