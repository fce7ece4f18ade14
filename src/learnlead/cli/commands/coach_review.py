"""learnlead coach review: bundles checked, their terms told, then one leader at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.commands.coach import Identity, coach_notes
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Output
from learnlead.cli.output import chosen_form, json_line, report_bits, write_chunks
from learnlead.errors import LearnleadError, MachineFailed, Problem

if TYPE_CHECKING:
    from datetime import date

    from learnlead.coach.bundle import OfRubric
    from learnlead.coach.manifest import ReceivedBundle
    from learnlead.coach.review import Review
    from learnlead.rubric.prompts import PromptBank


def review(
    ctx: typer.Context,
    bundles: Annotated[
        list[str], typer.Argument(metavar="BUNDLE...", help="Files or folders from leaders.")
    ],
    since: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="Only what is new: `last` (your last review) or a date."),
    ] = None,
    listed: Annotated[
        bool, typer.Option("--all", help="Only a list of all leaders and what they want.")
    ] = False,
    questions: Annotated[
        bool, typer.Option("--questions", help="Offer questions, each with its reason.")
    ] = False,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="Such as html; else as the FILE's name ends."
        ),
    ] = None,
    identity: Identity = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Check bundles, say on which terms they were given, and show one leader at a time."""
    app: AppContext = ctx.obj
    chosen = chosen_form(form, as_json=as_json, output=output)
    when = _since(since, app)
    received, wrong = _received(bundles, identity)
    sitting = _Sitting(app, received, when, identity, listed=listed, questions=questions)
    if chosen == "json":
        write_chunks((json_line(one, output) for one in sitting.data()), output)
    else:
        write_chunks(sitting.told(chosen, output), output)
    sys.stdout.flush()
    app.warn(wrong)
    if wrong or sitting.any_over:
        raise typer.Exit(1)


def _since(given: str | None, app: AppContext) -> date | str | None:
    from learnlead.app.review import LAST
    from learnlead.page.dates import read_days

    if given is None or given.strip().lower() == LAST:
        return given and LAST
    return read_days(given, app.today).first


def _received(
    bundles: list[str], identity: str | None
) -> tuple[list[ReceivedBundle], list[Problem]]:
    """What could be checked, in order, and why the others are not shown.

    Raises:
        LearnleadError: it is none of them.
    """
    from learnlead.adapters.disk.bundles.reading import receive
    from learnlead.app.review import sorted_bundles

    found: list[ReceivedBundle] = []
    failed: list[LearnleadError] = []
    for bundle in dict.fromkeys(bundles):
        try:
            found.append(receive(bundle, identity))
        except LearnleadError as error:
            failed.append(error)
    problems = [problem for error in failed for problem in error.problems]
    if not found:
        kind = (
            MachineFailed if any(isinstance(e, MachineFailed) for e in failed) else LearnleadError
        )
        raise kind(*problems)
    return sorted_bundles(found), problems


class _Sitting:
    """One run: what was received, and how it is shown, one bundle in hand at a time."""

    def __init__(
        self,
        app: AppContext,
        received: list[ReceivedBundle],
        since: date | str | None,
        identity: str | None,
        *,
        listed: bool,
        questions: bool,
    ) -> None:
        from learnlead.adapters.disk.bundles.reading import content_of
        from learnlead.app.review import Reviewer
        from learnlead.coach.review import has_expired

        self.app = app
        self.received = received
        self.listed = listed
        self.notes = coach_notes(app)
        self.any_over = any(has_expired(one.manifest, app.today) for one in received)
        self.reviewing = Reviewer(
            lambda one: content_of(one, identity),
            self.notes,
            app.today,
            since=since,
            bank=self._bank if questions else None,
        )

    def data(self) -> Iterator[dict[str, object]]:
        """An object a bundle."""
        from learnlead.reports.review import review_json

        return (review_json(one, listed=self.listed) for one in self._reviews())

    def told(self, form: str, output: str | None) -> Iterator[str]:
        """The terms, then one leader after the other; in person, each when it is asked for."""
        from learnlead.reports.review import review_report

        manifests = [one.manifest for one in self.received]
        chunks = report_bits(
            self.app,
            lambda extent: review_report(
                manifests, self._reviews(), self.app.today, extent, listed=self.listed
            ),
            form,
            output,
        )
        in_person = form == "text" and output is None and not self.listed
        waits = in_person and sys.stdin.isatty() and sys.stdout.isatty()
        for number, bit in enumerate(chunks):
            sys.stdout.flush()
            if waits and number > 1 and not self._goes_on():
                return
            yield bit

    def _goes_on(self) -> bool:
        from learnlead.adapters.terminal.one_line import ask_line

        typed = ask_line("Enter shows the next leader, q ends.", plain=self.app.plain)
        return typed.strip().lower() not in ("q", "quit")

    def _reviews(self) -> Iterator[Review]:
        """One after the other; what was shown is noted when the next is asked for."""
        for one in self.received:
            made = self.reviewing.review(one)
            yield made
            if not self.listed:
                self._note(one, made)

    def _note(self, received: ReceivedBundle, made: Review) -> None:
        """A machine that keeps no notes shows bundles all the same."""
        new = not self.notes.folder.exists()
        try:
            self.reviewing.note(received, made, str(Path(received.path).absolute()))
        except LearnleadError as error:
            self.app.warn(error.problems)
            return
        if new and made.content is not None:
            self.app.say(
                f"What you reviewed, and when, is noted in {self.notes.folder}, without a word of "
                "theirs. `learnlead coach forget` deletes it, and the bundles."
            )

    def _bank(self, rubric: OfRubric) -> PromptBank | None:
        """The wording of the rubric, if this machine has it; a coach needs no workspace."""
        self.app.expect_workspace()
        with suppress(LearnleadError):
            found, _ = self.app.rubrics.rubric(rubric.id)
            return self.app.rubrics.bank(found)[0] if found else None
        return None
