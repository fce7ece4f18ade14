"""A workspace with real files in which sittings are held, cut off, and meddled with meanwhile.

Every word that is typed is a token of its own (`w12q`), so that it can be looked for on the disk.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from learnlead.adapters.disk.new_workspace import make_workspace
from learnlead.app.coach_questions import last_sitting_with_time
from learnlead.app.keep import mark_plan
from learnlead.app.plans import all_plans
from learnlead.app.yardsticks import AskedQuestion
from learnlead.cli.context import AppContext
from learnlead.coach.reply import Reply
from learnlead.coach.reply_file import FiledReply, write_reply
from learnlead.page.plans import BOX_OF
from learnlead.page.writer import render
from learnlead.rubric.model import Rubric
from learnlead.sitting.context import FocusChoice
from learnlead.sitting.mark import Outcome
from learnlead.sitting.model import Plan, Reflection

TOKEN = re.compile(r"w\d+q")
FIRST_DAY = date(2026, 11, 20)
RUBRIC = "small"


def rubric_text(version: int, without: tuple[str, ...] = ()) -> str:
    """The rubric's file, as YAML is also JSON; `without` are ids that this version has no more."""

    def there(*parts: dict[str, Any]) -> list[dict[str, Any]]:
        return [part for part in parts if part["id"] not in without]

    return json.dumps(
        {
            "learnlead-rubric": 1,
            "id": RUBRIC,
            "version": version,
            "title": "Small",
            "scale": {
                "kind": "frequency",
                "labels": ["never", "rarely", "half the time", "mostly", "every time"],
            },
            "relationships": there(
                {"id": "own", "name": "Own", "sentence": "I helped someone learn"},
                {"id": "peer", "name": "Peer", "sentence": "A peer and I learned"},
            ),
            "behaviours": there(
                {"id": "asking", "name": "Asking", "i": "asked", "opportunity": "made"},
                {"id": "waiting", "name": "Waiting", "i": "waited", "opportunity": "made"},
                {
                    "id": "own-own",
                    "name": "Owning",
                    "i": "owned",
                    "relationship": "all" if "own" in without else "own",
                },
            ),
            "questions": there(
                {"id": "why", "ask": "Why was that?", "kind": "long"},
                {"id": "which", "ask": "Which one?", "kind": "choice", "options": ["one", "two"]},
                {"id": "what", "ask": "What was there?", "kind": "list"},
            ),
        }
    )


class World:
    """One workspace; `tokens` are given out in order."""

    def __init__(self, root: Path, chance: Random) -> None:
        self.root = root
        self.chance = chance
        self.today = FIRST_DAY
        self._given_out = 0
        self._version = 1
        make_workspace(root)
        settings = root / "learnlead.yaml"
        settings.write_text(f"rubric: {RUBRIC}\npeople: [report A]\n", encoding="utf-8")
        (root / "rubrics").mkdir(exist_ok=True)
        self._write_rubric()
        for weeks in range(chance.choice((0, 1, 1, 2, 3)), 0, -1):
            self.add_page(self.today - timedelta(weeks=weeks))
        if chance.random() < 0.3:
            self.ask_someone()
        if chance.random() < 0.2:
            self.coach_asks()
        if chance.random() < 0.3:
            self.add_note()

    def token(self) -> str:
        """A word that nobody has typed before."""
        self._given_out += 1
        return f"w{self._given_out}q"

    def app(self) -> AppContext:
        """What a run of the program finds now."""
        os.environ["LEARNLEAD_TODAY"] = self.today.isoformat()
        app = AppContext(workspace=str(self.root), plain=True)
        app.quiet = True
        return app

    # What is on the disk

    def pages(self) -> list[Path]:
        """The pages, by name."""
        return sorted((self.root / "journals").glob("*.md"))

    def texts(self) -> dict[str, str]:
        """The pages as they stand, by name."""
        return {page.name: page.read_text("utf-8") for page in self.pages()}

    def beside(self) -> Path:
        """The record of what was on no page."""
        return self.root / "records" / "not-on-a-page.md"

    def drafts(self) -> list[Path]:
        """Drafts, and those that were set aside."""
        return sorted(self.app().state.glob("draft-*.json*"))

    def on_disk(self) -> set[str]:
        """Every token that can be found where a person would be told to look."""
        files = [*self.pages(), *self.drafts(), self.beside()]
        texts = (file.read_text("utf-8", "replace") for file in files if file.exists())
        return {token for text in texts for token in TOKEN.findall(text)}

    # What happens meanwhile

    def meddle(self) -> str:
        """Something outside of the sitting happens; its name."""
        ways = (
            self.close_by_command,
            self.tick_a_box,
            self.remove_a_page,
            self.rename_a_page,
            self.set_the_focus,
            self.change_the_rubric,
            self.forget_who_was_asked,
            self.ask_someone,
            self.coach_asks,
            self.withdraw_what_a_coach_asks,
            self.add_note,
            self.drop_the_notes,
            self.hold_another,
            self.let_the_clock_run_wild,
        )
        way = self.chance.choice(ways)
        way()
        return way.__name__

    def close_by_command(self) -> None:
        """As `plan done` and `plan drop` do."""
        app = self.app()
        plans = [plan for plan in all_plans(app.page_store)[0] if plan.open]
        if plans:
            outcome: Outcome = self.chance.choice(("done", "dropped"))
            mark_plan(app.page_store, plans[0].id, BOX_OF[outcome])

    def tick_a_box(self) -> None:
        for page in reversed(self.pages()):
            text = page.read_text("utf-8")
            if "\n- [ ] " in text:
                sign = self.chance.choice("x/->-")
                page.write_text(text.replace("\n- [ ] ", f"\n- [{sign}] "), encoding="utf-8")
                return

    def _earlier_page(self) -> Path | None:
        """A page that holds no word of the walk."""
        pages = [page for page in self.pages() if not TOKEN.search(page.read_text("utf-8"))]
        return self.chance.choice(pages) if pages else None

    def remove_a_page(self) -> None:
        if page := self._earlier_page():
            page.unlink()

    def rename_a_page(self) -> None:
        if page := self._earlier_page():
            page.rename(page.with_name(f"{page.name[:10]} my day{self.chance.randrange(99)}.md"))

    def set_the_focus(self) -> None:
        focus = FocusChoice(self.chance.choice(("asking", "waiting")), None)
        self.app().focus_waiting.save(RUBRIC, focus)

    def change_the_rubric(self) -> None:
        self._version += 1
        ids = ("own", "peer", "asking", "waiting", "own-own", "why", "which", "what")
        self._write_rubric(*self.chance.sample(ids, self.chance.randrange(3)))

    def _write_rubric(self, *without: str) -> None:
        text = rubric_text(self._version, without)
        (self.root / "rubrics" / f"{RUBRIC}.yaml").write_text(text, encoding="utf-8")

    def forget_who_was_asked(self) -> None:
        (self.root / "records" / "asked.md").unlink(missing_ok=True)

    def ask_someone(self) -> None:
        self.app().asked_questions.add(AskedQuestion(self.today, "asking", "When?").line)

    def coach_asks(self) -> None:
        """A reply with a question is taken in, as `coach import` does."""
        after = last_sitting_with_time(self.app().page_store, RUBRIC, self.today)
        reply = Reply(
            date=self.today,
            rubric=RUBRIC,
            leader="0" * 32,
            bundle="1" * 32,
            bundle_sha256="0" * 64,
            sender="A coach",
            question=self.chance.choice(("What next?", "And what else?")),
        )
        page = self.root / "journals" / f"{self.today}-coach-reply.md"
        page.write_text(write_reply(reply, filed=FiledReply(reply, after=after)), encoding="utf-8")

    def withdraw_what_a_coach_asks(self) -> None:
        for page in (self.root / "journals").glob("*-coach-reply.md"):
            page.unlink()

    def add_note(self) -> None:
        inbox = self.root / "inbox.md"
        before = inbox.read_text("utf-8") if inbox.exists() else ""
        inbox.write_text(f"{before}- [ ] {self.today} a note\n", encoding="utf-8")

    def drop_the_notes(self) -> None:
        (self.root / "inbox.md").unlink(missing_ok=True)

    def hold_another(self) -> None:
        """A page of the same rubric that comes between, as `--answers` makes one."""
        self.add_page(self.today - timedelta(days=self.chance.randrange(3)))

    def let_the_clock_run_wild(self) -> None:
        for file in self.drafts():
            text = file.read_text("utf-8")
            wild = self.chance.choice(("1e9", "-5", "Infinity", "NaN", "172800"))
            file.write_text(re.sub(r'"seconds": [-\w.]+', f'"seconds": {wild}', text))

    def tear_the_draft(self) -> None:
        """The disk lost its end."""
        for file in self.drafts():
            raw = file.read_bytes()
            file.write_bytes(raw[: self.chance.randrange(len(raw) + 1)])

    def days_pass(self) -> None:
        """Hours, days or weeks."""
        self.today += timedelta(days=self.chance.choice((1, 1, 3, 8, 20)))

    def add_page(self, day: date) -> None:
        """A page somebody else's words are on: no tokens."""
        chance = self.chance
        plan = Plan(behaviour="asking", cue="it rings", action="wait", due=day + timedelta(weeks=1))
        reflection = Reflection(
            date=day,
            rubric=RUBRIC,
            rubric_version=1,
            focus=chance.choice((None, "asking", "waiting")),
            insight="as before",
            plan=chance.choice((None, plan, plan)),
        )
        self.app().page_store.create(day, RUBRIC, render(reflection, self._rubric()))

    def _rubric(self) -> Rubric:
        rubric, _ = self.app().rubrics.rubric(RUBRIC)
        assert rubric is not None
        return rubric
