"""learnlead coach review: checks bundles, prints their terms, then one leader at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from learnlead.cli.answer_form import choose_form
from learnlead.cli.context import AppContext
from learnlead.cli.options import AsJson, Identity, OfFormat, Output
from learnlead.cli.output import json_line, report_chunks, write_chunks
from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.i18n.words import ENGLISH, Words

if TYPE_CHECKING:
    from datetime import date

    from learnlead.coach.bundle import OfRubric
    from learnlead.coach.manifest import ReceivedBundle
    from learnlead.coach.review import Review
    from learnlead.rubric.prompts import PromptBank


def review(
    ctx: typer.Context,
    bundles: Annotated[
        list[str], typer.Argument(metavar="BUNDLE", help="Files or folders from leaders.")
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
    form: OfFormat = None,
    identity: Identity = None,
    pdf: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Print everything to this PDF, by a browser."),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Check bundles, say on which terms they were given, and show one leader at a time."""
    from learnlead.adapters.disk.bundles.printing import refuse_pdf, write_pdf

    app: AppContext = ctx.obj
    if pdf is not None:
        refuse_pdf(pdf)
    chosen = choose_form(form, as_json=as_json, output=output)
    when = _since(since, app)
    received, wrong = _received(bundles, identity)
    words = ENGLISH if chosen == "json" and pdf is None else app.words
    run = _ReviewRun(app, received, when, identity, listed=listed, questions=questions, words=words)
    if pdf is not None:
        write_pdf("".join(run.chunks("html", pdf)), pdf, app.coach_notes.folder)
        app.say(app.words("desk.written", file=pdf))
        run.note_file(pdf)
    elif chosen == "json":
        write_chunks((json_line(item, output) for item in run.data()), output)
    else:
        write_chunks(run.chunks(chosen, output), output)
    run.note_file(output)
    sys.stdout.flush()
    app.warn(wrong)
    if wrong or run.any_over:
        raise typer.Exit(1)


def _since(text: str | None, app: AppContext) -> date | str | None:
    from learnlead.app.review import LAST
    from learnlead.page.periods import read_days

    if text is None or text.strip().lower() == LAST:
        return text and LAST
    return read_days(text, app.today).first


def _received(
    bundles: list[str], identity: str | None
) -> tuple[list[ReceivedBundle], list[Problem]]:
    """The bundles that can be read, sorted, and the problems of the others.

    Raises:
        LearnleadError: no bundle can be read.
    """
    from learnlead.adapters.disk.bundles.reading import receive
    from learnlead.app.review import sorted_bundles

    received: list[ReceivedBundle] = []
    failed: list[LearnleadError] = []
    for bundle in dict.fromkeys(bundles):
        try:
            received.append(receive(bundle, identity))
        except LearnleadError as error:
            failed.append(error)
    problems = [problem for error in failed for problem in error.problems]
    if not received:
        kind = (
            MachineFailed if any(isinstance(e, MachineFailed) for e in failed) else LearnleadError
        )
        raise kind(*problems)
    return sorted_bundles(received), problems


class _ReviewRun:
    """One run over the bundles, with one bundle in memory at a time."""

    def __init__(
        self,
        app: AppContext,
        received: list[ReceivedBundle],
        since: date | str | None,
        identity: str | None,
        *,
        listed: bool,
        questions: bool,
        words: Words,
    ) -> None:
        from learnlead.adapters.disk.bundles.reading import contents_of
        from learnlead.app.review import Reviewer
        from learnlead.coach.review import has_expired

        self.app = app
        self.received = received
        self.listed = listed
        self.notes = app.coach_notes
        self.any_over = any(has_expired(bundle.manifest, app.today) for bundle in received)
        self.reviewing = Reviewer(
            lambda bundle: contents_of(bundle, identity),
            self.notes,
            app.today,
            since=since,
            bank=self._bank if questions else None,
            words=words,
        )

    def data(self) -> Iterator[dict[str, object]]:
        """A JSON object for each rubric of each bundle."""
        from learnlead.reports.review import review_json

        return (review_json(review, listed=self.listed) for review in self._reviews())

    def chunks(self, form: str, output: str | None) -> Iterator[str]:
        """The terms, then each leader; at a terminal, each after Enter."""
        from learnlead.reports.review import review_report

        manifests = [bundle.manifest for bundle in self.received]
        chunks = report_chunks(
            self.app,
            lambda extent: review_report(
                manifests,
                self._reviews(),
                self.app.today,
                extent,
                listed=self.listed,
                words=self.app.words,
            ),
            form,
            output,
        )
        in_person = form == "text" and output is None and not self.listed
        waits = in_person and sys.stdin.isatty() and sys.stdout.isatty()
        for number, chunk in enumerate(chunks):
            sys.stdout.flush()
            if waits and number > 1 and not self._continues():
                return
            yield chunk

    def note_file(self, output: str | None) -> None:
        """Note that a file has words of these bundles, so that `coach forget` knows it."""
        from learnlead.cli.commands.coach.client import note_file

        leaders = dict.fromkeys(bundle.manifest.leader.id for bundle in self.received)
        note_file(self.app, output, [*leaders], [b.manifest.id for b in self.received])

    def _continues(self) -> bool:
        from learnlead.adapters.terminal.one_line import ask_line

        typed = ask_line(self.app.words("desk.enter"), plain=self.app.plain)
        return typed.strip().lower() not in ("q", "quit")

    def _reviews(self) -> Iterator[Review]:
        """The reviews in order; each is noted when the next one is requested."""
        for bundle in self.received:
            for review in self.reviewing.reviews(bundle):
                yield review
                if not self.listed:
                    self._note(bundle, review)

    def _note(self, received: ReceivedBundle, review: Review) -> None:
        """Note the review; a failure is only warned of."""
        new = not self.notes.folder.exists()
        try:
            self.reviewing.note(received, review, str(Path(received.path).absolute()))
        except LearnleadError as error:
            self.app.warn(error.problems)
            return
        if new and review.content is not None:
            self.app.say(self.app.words("desk.reviewed", folder=self.notes.folder))

    def _bank(self, rubric: OfRubric) -> PromptBank | None:
        """The prompt bank of the rubric, if this machine has it; a coach needs no workspace."""
        self.app.expect_workspace()
        with suppress(LearnleadError):
            chosen, _ = self.app.rubrics.rubric(rubric.id)
            return self.app.rubrics.bank(chosen)[0] if chosen else None
        return None
