"""Every way to go wrong that the gallery of docs/errors.md shows, and how it comes about."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cli.coached import exported, replied, sat_last_week, sheet_of
from cli.kit import CORE, PLAN, answered, by_hand
from cli.programs import WITHOUT_RIGHTS, WITHOUT_ROOM
from running import run
from unit.adapters.disk.hostile_zips import HOSTILE, files, zipped

AGE_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
"""The example of age's own manual page."""

SHARES = "share: [focus, plans]\n"

TODAYS = f"journals/2026-11-20-{CORE}.md"


def nothing() -> None:
    """The workspace is as `learnlead init` makes it."""


@dataclass(frozen=True)
class Case:
    """One command that goes wrong.

    Attributes:
        command: as it is typed, without `learnlead`.
        files: written in the workspace before, and shown.
        arrange: brings about what no file can show.
        program: what runs the command where this process cannot.
        behind: what is typed behind the command, such as a redirection.
        words: said before, where the command alone does not tell.
    """

    command: str
    files: dict[str, str] = field(default_factory=dict)
    arrange: Callable[[], object] = nothing
    program: tuple[str, ...] = ()
    behind: str = ""
    words: str = ""


@dataclass(frozen=True)
class Chapter:
    """Cases of one kind, with a few words before them."""

    title: str
    words: str
    cases: tuple[Case, ...]


def without_a_workspace() -> None:
    Path("learnlead.yaml").unlink()


def last_week() -> None:
    answered(f"date: 2026-11-13\n{PLAN}")


def two_plans() -> None:
    last_week()
    answered(PLAN)


def one_page() -> None:
    answered("insight: x\n")


def a_name() -> None:
    answered("insight: I saw Krause.\n")


def locked() -> None:
    Path("journals").chmod(0o500)


def coached() -> None:
    sat_last_week()
    exported()


def evil_bundle() -> None:
    Path("evil.zip").write_bytes(HOSTILE["a way out"][0])


def changed_bundle() -> None:
    Path("anna.zip").write_bytes(HOSTILE["other terms"][0])


def encrypted_bundle() -> None:
    Path("anna.zip.age").write_bytes(b"age-encryption.org/v1\n")


def lent_bundle() -> None:
    terms = {"for": "Kim", "until": "2026-10-31", "not_for": []}
    Path("lent.zip").write_bytes(zipped(files(terms=terms)))


def sheet_without_place() -> None:
    coached()
    sheet = sheet_of(Path("anna.zip"))
    Path("sheet.md").write_text(f"Thank you.\n{sheet}", encoding="utf-8")


def reply_to_somebody() -> None:
    coached()
    reply = replied(Path("anna.zip"), question="What then?")
    text = reply.read_text(encoding="utf-8")
    leader = next(line for line in text.splitlines() if line.startswith("leader:"))
    reply.write_text(text.replace(leader, f"leader: {'b' * 32}"), encoding="utf-8")


def broken_pages() -> None:
    one_page()
    by_hand("2026-11-13", {"own-answers": 9, "follower-needs": "none made"})
    by_hand("2026-11-12", {"own-answer": 3})
    by_hand("2027-11-12", {"own-answers": 3})
    by_hand("2026-11-11", {"own-answers": 3}, rubric="unheard-of")
    Path(f"journals/2026-11-19-{CORE}.md").write_bytes(Path(TODAYS).read_bytes())
    Path("journals/2026-11-10.md").write_text("# No front matter\n")
    Path("journals/2026-11-09.md").write_text("---\nlearnlead: 1\n")
    Path("journals/2026-11-08.md").write_bytes(b"---\nlearnlead: 1\n\xff")
    Path("journals/2026-11-07.md").write_text("---\nlearnlead: 1\ndate: 2026-11-07\n---\n")
    Path("journals/2026-11-06.md").mkdir()
    os.mkfifo("journals/2026-11-05.md")
    Path("journals/2026-11-04.md").symlink_to("nowhere")
    Path("journals/2026-11-03.md").write_text("---\na: &x b\nc: *x\n---\n")
    Path("journals/2026-11-02\x1b[31m.md").write_text("")
    Path("journals/2026-11-01 (Ann's conflicted copy).md").write_text("")


ANSWERS = """\
learnlead: 1
rubrik: learning-leader
date: 2026-11-21
minutes: eleven
ratings:
  own-answers: 6
  open-door: 3
  open-doors: 4
  open-doors: 3
  follower-needs: none-made
relationships: [formal]
moments:
  - {relationship: other, who: report A}
look_back: {outcome: done}
plan: kep
"""

RUBRIC = """\
learnlead-rubric: 1
id: conversations
version: one
titel: Conversations
rhythm: monthly
scale: {kind: frequency, labels: [never, always]}
behaviours:
  - {id: asking, name: Asking, i: I asked}
  - {id: asking, name: Asking again, i: I asked}
  - {id: plan, name: Plan, i: I planned}
  - {id: far, name: Far, i: I went, relationship: boss}
"""

BANK = """\
learnlead-prompts: 1
rubric: learning-leader
insights: [What did you find?]
evidence: {own-answer: [What happened?]}
"""

CHAPTERS = (
    Chapter(
        "No workspace",
        "Only `learnlead due` works without one: it says that a sitting is due. `learnlead "
        "reflect` makes one in `~/learnlead`, after saying so.",
        (
            Case("trends", arrange=without_a_workspace),
            Case("trends --workspace nowhere"),
            Case("trends --workspace journals"),
            Case("trends --workspace learnlead.yaml"),
        ),
    ),
    Chapter(
        "No terminal",
        "Nothing is ever asked where nobody can answer.",
        (
            Case("reflect"),
            Case("journal forget Anna"),
            Case("remind on --calendar"),
            Case("rubric new"),
            Case("note lst"),
            Case("note drop Kim", {"inbox.md": "- Kim asked why\n"}),
        ),
    ),
    Chapter(
        "Wrong answers",
        "Everything that is wrong is said at once, and nothing is written.",
        (
            Case("reflect --answers answers.yaml", {"answers.yaml": ANSWERS}),
            Case(
                "reflect --answers answers.yaml",
                {"answers.yaml": "rubric: learning-lead\ninsight: x\n"},
            ),
            Case("reflect --answers answers.yaml", {"answers.yaml": "minutes: 11\n"}),
            Case("reflect --answers answers.yaml", {"answers.yaml": "insight: {\n"}),
            Case("reflect --answers answers.yaml", {"answers.yaml": "plan: keep\n"}),
            Case(
                "reflect --answers answers.yaml --date yesterday --depth quick",
                {"answers.yaml": "date: 2026-11-20\ndepth: full\ninsight: x\n"},
            ),
            Case(
                "reflect --answers answers.yaml --date tomorow",
                {"answers.yaml": "insight: x\n"},
            ),
            Case("reflect --answers answer.yaml", {"answers.yaml": "insight: x\n"}),
            Case("reflect --answers journals"),
        ),
    ),
    Chapter(
        "Broken pages",
        "A broken page breaks nothing: every other page is read, and `list` and `trends` end well. "
        "`journal check` says all there is to say. Control characters of a file are shown as `�`.",
        (
            Case("journal check", arrange=broken_pages),
            Case("journal list", arrange=broken_pages, words="Over the same journal:"),
        ),
    ),
    Chapter(
        "Wrong rubrics and wordings",
        "A rubric is checked as a compiler checks code. That your own goes before a shipped one is "
        "a warning.",
        (
            Case(
                "rubric check",
                {"rubrics/conversations.yaml": RUBRIC, f"prompts/{CORE}.yaml": BANK},
            ),
            Case("trends --rubric conversations", {"rubrics/conversations.yaml": "id: x\n"}),
            Case("trends --rubric learning-leeder"),
            Case("reflect --answers-form --lang fr"),
            Case("rubric show learning-culture --lang es"),
            Case("focus set acessible"),
        ),
    ),
    Chapter(
        "Wrong settings",
        "Whatever cannot be understood stops every command; keys that this version does not know "
        "are a warning, and stay.",
        (
            Case("due", {"learnlead.yaml": "day: someday\nday: friday\naway: [next week]\n"}),
            Case("due", {"learnlead.yaml": "dya: monday\n"}),
        ),
    ),
    Chapter(
        "What is not there",
        "A question whose answer is no: exit code 1. A command that cannot know what is meant: 2.",
        (
            Case("read 2026-11-19"),
            Case("focus show"),
            Case("plan done"),
            Case("plan done", arrange=two_plans, words="With two plans open:"),
            Case("note drop 3", {"inbox.md": "- Kim asked why\n"}),
            Case("note edit"),
            Case("trends --from Friday"),
            Case("search wisdom"),
            Case("search wisdom --relationship peers"),
            Case("journal edit", arrange=last_week),
            Case("reflect --editor"),
            Case("read 1999"),
            Case("read --output page.pdf"),
        ),
    ),
    Chapter(
        "Trends and weeks off",
        "Options that contradict each other, names that could mean several things, periods that "
        "overlap.",
        (
            Case("trends --why own-anwers"),
            Case("trends --why own"),
            Case(
                "rubric show learning",
                {"learnlead.yaml": "rubric: [learning-leader, learning-culture]\n"},
            ),
            Case("trends --why focus"),
            Case("trends --why overall --by month"),
            Case("trends --why overall --format csv"),
            Case("trends --json --format csv"),
            Case("trends --format pdf"),
            Case("trends --output journals"),
            Case("trends --compare 2026-Q2 2026-05"),
            Case("trends --compare 2026-Q2 summer"),
            Case("trends --compare 2026-W20..2026-W10 2026-Q3"),
            Case("away 2027-01-03 2026-12-21"),
            Case("away 2026-12-21 2028-01-03"),
            Case("away Christmas"),
        ),
    ),
    Chapter(
        "Reminders",
        "Whatever is wrong is told at once, not on Friday at four.",
        (
            Case("remind --notify everybody"),
            Case("remind --notify carrier-pigeon://me:password@home"),
            Case("remind --show status"),
            Case("remind on --day frday"),
            Case("remind on --at 25:00"),
            Case("remind on --using at --desktop"),
            Case(
                "remind on --using systemd --desktop",
                program=("/usr/bin/env", "PATH=", sys.executable, "-m", "learnlead"),
                words="On a machine without one:",
            ),
        ),
    ),
    Chapter(
        "A coach",
        "What comes from somebody else is refused as a whole, or shown as a whole.",
        (
            Case("coach review nowhere.zip"),
            Case("coach review journals"),
            Case("coach review notes.txt", {"notes.txt": "Dear coach\n"}),
            Case("coach review evil.zip", arrange=evil_bundle, words="A zip that reaches out:"),
            Case("coach review anna.zip", arrange=changed_bundle, words="A bundle with new terms:"),
            Case("coach review anna.zip.age", arrange=encrypted_bundle),
            Case("coach reply lent.zip --answers sheet.md", arrange=lent_bundle),
            Case("coach reply anna.zip", arrange=coached),
            Case("coach reply anna.zip --answers sheet.md", arrange=sheet_without_place),
            Case("coach forget Anna --yes"),
            Case("coach forget"),
            Case("coach import reply.md --yes", {"reply.md": "Dear Anna\n"}),
            Case("coach import reply.md --yes", arrange=reply_to_somebody),
            Case("coach import anna.zip", arrange=coached),
        ),
    ),
    Chapter(
        "The machine",
        "A full disk, a folder without rights: exit code 3. What was on the disk before is whole.",
        (
            Case("trends", behind="> /dev/full"),
            Case("trends --output /dev/full"),
            Case("trends --output no/where.txt"),
            Case(
                "reflect --answers answers.yaml",
                {"answers.yaml": "insight: x\n"},
                program=WITHOUT_ROOM,
                words="Where the system allows no file of that size:",
            ),
            Case(
                "reflect --answers answers.yaml",
                {"answers.yaml": "insight: x\n"},
                arrange=locked,
                program=WITHOUT_RIGHTS,
                words="Where nobody may write in `journals/`:",
            ),
            Case("init learnlead.yaml/inside"),
        ),
    ),
    Chapter(
        "Giving a coach a bundle",
        "Nothing leaves until every option is understood and the ledger says what it is.",
        (
            Case("export --output coach.zip"),
            Case("export --yes"),
            Case("export --output coach.zip --yes", words="Without a sitting:"),
            Case("export --output coach.zip --yes", {"coach.zip": "mine\n"}),
            Case("export --output no/coach.zip --yes"),
            Case("export --output coach.zip --yes --include moment"),
            Case("export --output coach.zip --yes --include moments", {"learnlead.yaml": SHARES}),
            Case("export --output coach.zip --yes --relationship equal-influece"),
            Case("export --output coach.zip --yes --include moment", {"learnlead.yaml": SHARES}),
            Case("export --output coach.zip --yes --until 2026-11-01"),
            Case("export --output coach.zip --yes --until someday"),
            Case("export --output coach.zip --yes --to Maria --for Paul"),
            Case("export --output coach.zip --yes --to Maria --to Paul"),
            Case("export --output coach.zip --yes --encrypt-to maria"),
            Case(f"export --output coach --yes --encrypt-to {AGE_KEY}"),
            Case(f"export --output coach.zip --yes --encrypt-to {AGE_KEY}"),
            Case("export --output coach.zip.age --yes"),
            Case("export --output coach.zip/ --yes"),
            Case("export --output coach.zip --yes --hide …"),
            Case("export --output coach.zip --yes --include insights", arrange=a_name),
            Case("export --names list", {"records/names.md": "- hid: Kim\n"}),
            Case("shared", {"records/shared.jsonl": "not an entry\n"}),
            Case("shared", {"records/shared.jsonl": '{"entry":"0f3c'}),
        ),
    ),
)


def arranged(case: Case) -> None:
    """A workspace in the home folder, which becomes the current folder, in the case's state."""
    root = Path.home() / "learnlead"
    assert run("init", root).code == 0
    os.chdir(root)
    for name, content in case.files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(content, encoding="utf-8")
    case.arrange()
