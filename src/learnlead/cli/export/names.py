"""Names in an export: the leader's list of them, and what is asked before a bundle is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from learnlead.app.export.names import BriefNaming, NamedBrief
from learnlead.app.search import phrases_of
from learnlead.cli.context import AppContext
from learnlead.coach.names.candidates import Candidate
from learnlead.coach.names.names_file import (
    LONGEST_NAME,
    NAMES_FILE,
    NEW_FILE_LINES,
    NameDecisions,
    new_lines,
    read_names,
    spellings_in,
)
from learnlead.errors import Interrupted, LearnleadError, Problem
from learnlead.text.problem_text import quoted

if TYPE_CHECKING:
    from learnlead.adapters.terminal.ticking_rows import Ticking

Group = tuple[str, ...]


def read_name_list(app: AppContext) -> NameDecisions:
    """The decisions in `records/names.md`.

    Raises:
        LearnleadError: a line cannot be understood; the name in it must not be exported.
    """
    file = app.workspace.relative(app.workspace.records / NAMES_FILE)
    decided, problems = read_names(app.name_list.lines(), file)
    if problems:
        raise LearnleadError(*problems)
    return decided


def hidden_groups(hide: Iterable[str]) -> list[Group]:
    """The people that `--hide` names, each as the tuple of its spellings.

    Raises:
        LearnleadError: a spelling cannot be a name (exit 2).
    """
    groups: list[Group] = []
    for typed in hide:
        try:
            groups.append(spellings_in(typed))
        except ValueError as error:
            remedy = "type the name as it stands on the pages; NAME=NAME is one person"
            raise LearnleadError(Problem(f"--hide {quoted(typed)}: {error}", remedy)) from None
    return groups


class People:
    """The names in one export, and the leader's decisions on them.

    Args:
        app: has the list of names.
        naming: makes the brief anew after each decision.
        hide: further people to hide.
        remembers: whether decisions are added to the list of names.
    """

    def __init__(
        self, app: AppContext, naming: BriefNaming, hide: Sequence[Group], *, remembers: bool
    ) -> None:
        self._app, self._naming, self._remembers = app, naming, remembers
        self._words = app.words_of("export")
        self._ticking: Ticking | None = None
        self._decided = read_name_list(app)
        self._decide(hide, ())
        self.named: NamedBrief = naming.named(self._decided)
        self._tell_unused(hide)

    def open_in(self, ids: Collection[str]) -> list[Candidate]:
        """The possible names in these lines that are not decided."""
        return self.named.open_in(ids, self._decided)

    def tick(self) -> frozenset[str] | None:
        """Let the leader tick lines, and hide names meanwhile; the ids, or None to go back.

        Raises:
            Interrupted: Ctrl-C, or the end of the input.
        """
        from learnlead.adapters.terminal.ticking import tick
        from learnlead.adapters.terminal.ticking_rows import Ticking

        app, offer, again = self._app, self.named.offer, self._ticking is not None
        recalls = [rubric.recall for rubric in self._naming.rubrics]
        since = max((recall.since for recall in recalls if recall.since), default=None)
        ticking = self._ticking or Ticking(
            set(offer.ticked()), recalls[0].whom, since, words=self._words
        )
        self._ticking = ticking
        while True:
            asked = tick(offer.lines, ticking, plain=app.plain, colour=app.colour, again=again)
            again = True
            if asked.what in ("done", "back"):
                return frozenset(ticking.ticked) if asked.what == "done" else None
            if asked.what == "word":
                ticking.word = self._ask_word()
                continue
            self._hide(asked.typed)
            ticking.ticked = set(self.named.offer.carried_over(ticking.ticked, offer))
            offer = self.named.offer

    @property
    def wanted(self) -> str:
        """What the leader wants from the conversation, as typed."""
        return self._naming.wish or ""

    def wish(self, want: str | None) -> None:
        """From now on the leader wants this from the conversation."""
        self._naming = replace(self._naming, wish=want)
        self.named = self._naming.named(self._decided)

    def ask(self, ids: frozenset[str]) -> frozenset[str] | None:
        """Let the leader decide the open names in these lines; the new ids, or None to go back.

        Raises:
            Interrupted: Ctrl-C, or the end of the input; none of these decisions is saved.
        """
        from learnlead.adapters.terminal.deciding_names import decide_names

        words_shown: set[str] = set()
        while candidates := [
            candidate for candidate in self.open_in(ids) if candidate.words not in words_shown
        ]:
            plain, colour = self._app.plain, self._app.colour
            hidden = decide_names(candidates, self._words, plain=plain, colour=colour)
            if hidden is None:
                return None
            words_shown |= {candidate.words for candidate in candidates}
            staying = [candidate.words for candidate in candidates if candidate.words not in hidden]
            ids = self._change([(words,) for words in hidden], staying, ids)
        return ids

    def _hide(self, typed: str) -> None:
        typed = typed.strip() or self._ask_name().strip()
        if not typed:  # Enter alone: nobody is to be hidden after all
            return
        try:
            groups = hidden_groups([typed])
        except LearnleadError as error:
            self._app.warn(error.problems)
            return
        self._change(groups, (), frozenset())
        words = self._words
        self._app.say(*(words("export.hidden", names=" = ".join(group)) for group in groups))
        self._tell_unused(groups)

    def _ask_word(self) -> str:
        """The word that lines are to hold; empty for all lines."""
        word = self._ask_line(self._words("export.ask-word")).strip()
        try:
            phrases_of([word] if word else ())
        except LearnleadError as error:
            self._app.warn(error.problems)
            return ""
        return word

    def _ask_line(self, ask: str) -> str:
        from learnlead.adapters.terminal.one_line import ask_line

        try:
            return ask_line(ask, plain=self._app.plain)
        except Interrupted:
            raise Interrupted("nothing has left") from None

    def _ask_name(self) -> str:
        return self._ask_line(self._words("export.ask-name"))

    def _change(
        self, hide: Iterable[Group], stay: Iterable[str], ids: frozenset[str]
    ) -> frozenset[str]:
        before, staying = self.named.offer, list(stay)
        self._decide(hide, staying)
        self.named = self._naming.named(self._decided)
        for words in staying:
            if self.named.names.out_of(words)[1]:
                self._app.say(self._words("export.replaced-too", words=quoted(words)))
        return self.named.offer.carried_over(ids, before)

    def _decide(self, hide: Iterable[Group], stay: Iterable[str]) -> None:
        hidden = [group for group in hide if not self._decided.hides(group)]
        staying = list(stay)
        lines = [line for line in new_lines(hidden, staying) if len(line) < LONGEST_NAME]
        if lines and self._remembers:
            record = self._app.name_list
            record.add("\n".join(lines if any(record.lines()) else [*NEW_FILE_LINES, *lines]))
        self._decided = NameDecisions(
            (*self._decided.hidden, *hidden), (*self._decided.staying, *staying)
        )

    def _tell_unused(self, groups: Sequence[Group]) -> None:
        for words in self._naming.unused_words(groups):
            self._app.say(self._words("export.nowhere", words=quoted(words)))
