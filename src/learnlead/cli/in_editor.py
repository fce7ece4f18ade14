"""A sitting as one page in the writer's own editor, from the empty page to the facts at its end."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import typer

from learnlead.cli.around import circumstances
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.week import period_of
from learnlead.journeys.filled_page import FilledPage, answers_of_page, meant, wrong_on_page
from learnlead.journeys.page_to_fill import NOT_HERE, sitting_page
from learnlead.journeys.remarks import with_problems, without_problems
from learnlead.journeys.scripted import hold_answers, named_plans
from learnlead.plaintext.clean import harmless
from learnlead.reflection.circumstances import Circumstances, OpenPlan
from learnlead.reflection.wording import FALLBACK, NOT_FOR_HERE
from learnlead.rubric.model import Rubric
from learnlead.storage.failures import reason
from learnlead.terminal.editor import editor_command, run_editor

_WAITED = Problem(
    "this page has waited: take this line out to keep the page as it stands, or empty the page"
    " to throw it away"
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A page as it stands: its answers as far as they can be read, and what is wrong."""

    around: Circumstances
    page: FilledPage | None
    plans: Mapping[str, OpenPlan]
    problems: Sequence[Problem]


class InEditor:
    """One sitting in an editor."""

    def __init__(self, desk: Desk, rubric: Rubric) -> None:
        command = editor_command()
        if command is None:
            remedy = "set one of them, for example `export EDITOR=nano`"
            raise LearnleadError(Problem("neither VISUAL nor EDITOR names an editor", remedy))
        self.desk = desk
        self.rubric = rubric
        self.command = command
        self.paper = desk.open_page(rubric.id)
        self._known: dict[tuple[date, str | None], Circumstances] = {}

    def hold(self, day: date | None, depth: str | None) -> None:
        """Let the page be written, keep it, and tell the facts.

        Raises:
            LearnleadError: no page came of it; what was written waits for the next time.
            MachineFailed: the page could not be saved; so it does then.
        """
        with self.paper.alone():
            self._hold(day or self.desk.today, depth)

    def _hold(self, day: date, depth: str | None) -> None:
        started = time.monotonic()
        text, remarks = self._waiting(day, depth) or (self._empty(day, depth), [])
        self._announce(waits=bool(remarks))
        while True:
            shown = with_problems(text, remarks)
            written = self._edited(shown, text if remarks else "")
            typed = without_problems(written)
            if not typed.strip():
                return self._leave("The page was emptied, so nothing is kept.")
            if any(line.strip() == NOT_HERE for line in typed.split("\n")):
                return self._not_for_here(meant(typed)[0] or day)
            wrong = remarks not in ([], [_WAITED])
            if _same(written, shown) or (wrong and _same(typed, text)):
                return self._unchanged(text, remarks)
            text = typed
            read = self._read(text, day, depth)
            if read.page is not None and not read.problems:
                break
            remarks = list(read.problems)
            count = "1 problem" if len(remarks) == 1 else f"{len(remarks)} problems"
            self.desk.say(f"{count}: each stands above its line. The editor opens again.")
        if not read.page.answers.holds_any:
            return self._leave("Nothing was answered, so there is no page to keep.")
        return self._keep(read, read.page, max(1, round((time.monotonic() - started) / 60)))
