"""The world before an operation: a leader of some weeks, a coach, and files of others.

Whatever is somebody's own holds a word that begins with `canary-`, each one another.
"""

from __future__ import annotations

from faults.child import Job, run
from faults.world import World

CORE = "learning-leader"

TWO_WEEKS_AGO = """\
moments:
  - {relationship: formal-authority, with: Kerstin, what: I answered canary-old-moment first.}
focus: {behaviour: own-answers, notice: canary-old-notice}
insight: canary-old-insight holds.
ratings: {own-answers: 2, accessible: 4}
"""
LAST_WEEK = """\
look_back: []
moments:
  - {relationship: formal-authority, with: Kerstin, what: Kerstin waited canary-last-moment.}
insight: canary-last-insight holds.
ratings: {own-answers: 4, accessible: 4}
evidence: {own-answers: She drew it herself canary-last-evidence.}
plan: {behaviour: own-answers, cue: canary-last-cue comes, action: canary-last-action}
"""
SETTINGS = """
# canary-settings is mine
people: [report A, canary-person]
away:
  - 2025-12-21..2026-01-03
"""
CRONTAB = "".join(f"{n} 1 * * * backup canary-cron-{n}\n" for n in range(50))
BUNDLE = ("--for", "Kim", "--as", "Anna", "--include", "moments,insights,plans", "--yes")


class WrongWithoutFault(Exception):  # noqa: N818 - says what is the case
    """A step failed although nothing was done to it."""


def _own_files(world: World) -> None:
    with (world.workspace / "learnlead.yaml").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    (world.home / "crontab").write_text(CRONTAB, encoding="utf-8")
    (world.workspace / "mine.txt").write_text("canary-mine\n", encoding="utf-8")
    (world.workspace / "journals" / "draft of a speech.txt").write_text("canary-speech\n")
    (world.workspace / "out").mkdir()
    (world.workspace / "out" / "theirs.txt").write_text("canary-theirs\n", encoding="utf-8")


def _earlier(day: str, *words: str, stdin: str = "") -> Job:
    return Job(words, stdin, environment={"LEARNLEAD_TODAY": day})


STEPS = (
    Job(("init", ".")),
    Job(function=_own_files),
    _earlier("2026-11-06", "reflect", "--answers", "-", stdin=TWO_WEEKS_AGO),
    _earlier("2026-11-13", "reflect", "--answers", "-", stdin=LAST_WEEK),
    _earlier("2026-11-14", "ask"),
    _earlier("2026-11-15", "export", "--output", "first.zip", "--want", "canary-want", *BUNDLE),
    _earlier("2026-11-16", "note", "-", stdin="canary-note one\ncanary-note-two\n"),
)


def make(world: World, steps: tuple[Job, ...], name: str) -> None:
    """Take the steps, each of which must go well, and remember the world by that name."""
    for number, job in enumerate(steps, start=1):
        ran = run(world, job, seed=1000 + number)
        if ran.code not in (0, 130):  # a sitting may be cut off on purpose
            raise WrongWithoutFault(f"{name}: {job.words}: {ran.code}\n{ran.stdout}{ran.stderr}")
    world.save(name)
