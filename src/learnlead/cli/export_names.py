"""Names in an export: the leader's list of them, and what is asked before anything leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from learnlead.adapters.disk.workspace import SETTINGS_FILE
from learnlead.app.export.names import BriefNaming, NamedBrief
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
from learnlead.sitting.kinds import KINDS, Kind
from learnlead.text.problem_text import quoted

Group = tuple[str, ...]


def read_list(app: AppContext) -> NameDecisions:
    """What `records/names.md` says.

    Raises:
        LearnleadError: a line cannot be understood; who was to be hidden by it must not leave.
    """
    file = app.workspace.relative(app.workspace.records / NAMES_FILE)
    decided, problems = read_names(app.names.lines(), file)
    if problems:
        raise LearnleadError(*problems)
    return decided


def groups_in(hide: Iterable[str]) -> list[Group]:
    """The people whom `--hide` names, each in all spellings that were typed.

    Raises:
        LearnleadError: one cannot be a name (exit 2).
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
    """Who is called what in one export, and what the leader decided.

    Args:
        app: whose list of names it is.
        naming: makes the brief anew whenever that changes.
        hide: people who are to be hidden, too.
        remembers: whether that is written down.
    """

    def __init__(
        self, app: AppContext, naming: BriefNaming, hide: Sequence[Group], *, remembers: bool
    ) -> None:
        self._desk, self._naming, self._remembers = app, naming, remembers
        self._decided = read_list(app)
        self._decide(hide, ())
        self.named: NamedBrief = naming.named(self._decided)
        self._tell_nowhere(hide)

    def open_in(self, ids: Collection[str]) -> list[Candidate]:
        """What is not decided yet of what stands in these lines."""
        return self.named.open_in(ids, self._decided)

    def tick(self) -> frozenset[str]:
        """The lines that the leader ticks; names may be hidden meanwhile.

        Raises:
            Interrupted: Ctrl-C, or the end of the input.
        """
        from learnlead.adapters.terminal.ticking import tick

        offer, before, place = self.named.brief.offer, None, 0
        while True:
            lines, app = offer.lines, self._desk
            ticked = tick(lines, plain=app.plain, colour=app.colour, ticked=before, place=place)
            if ticked.hide is None:
                return ticked.ids
            self._hide_typed(ticked.hide)
            place = ticked.place
            before = self.named.brief.offer.carried_over(ticked.ids, offer)
            offer = self.named.brief.offer

    def ask(self, ids: frozenset[str]) -> frozenset[str]:
        """Let the leader decide what is open in these lines; the lines, as they are called then.

        Raises:
            Interrupted: Ctrl-C, or the end of the input; nothing of the list is kept.
        """
        from learnlead.adapters.terminal.deciding_names import decide_names

        asked: set[str] = set()
        while candidates := [one for one in self.open_in(ids) if one.words not in asked]:
            plain, colour = self._desk.plain, self._desk.colour
            hidden = decide_names(candidates, plain=plain, colour=colour)
            asked |= {one.words for one in candidates}
            staying = [one.words for one in candidates if one.words not in hidden]
            ids = self._change([(words,) for words in hidden], staying, ids)
        return ids

    def _hide_typed(self, typed: str) -> None:
        typed = typed.strip() or self._asked_for_a_name().strip()
        if not typed:  # Enter alone: nobody is to be hidden after all
            return
        try:
            groups = groups_in([typed])
        except LearnleadError as error:
            self._desk.warn(error.problems)
            return
        self._change(groups, (), frozenset())
        self._desk.say(*(f"Hidden: {' = '.join(group)}." for group in groups))
        self._tell_nowhere(groups)

    def _asked_for_a_name(self) -> str:
        from learnlead.adapters.terminal.one_line import ask_line

        try:
            return ask_line(
                "Hide which name? (Kati=Katrin makes them one person)", plain=self._desk.plain
            )
        except Interrupted:
            raise Interrupted("nothing has left") from None

    def _change(
        self, hide: Iterable[Group], stay: Iterable[str], ids: frozenset[str]
    ) -> frozenset[str]:
        before, staying = self.named.brief.offer, list(stay)
        self._decide(hide, staying)
        self.named = self._naming.named(self._decided)
        for words in staying:
            if self.named.names.out_of(words)[1]:
                self._desk.say(f"{quoted(words)} is replaced, too: it is a form of a name you hid.")
        return self.named.brief.offer.carried_over(ids, before)

    def _decide(self, hide: Iterable[Group], stay: Iterable[str]) -> None:
        hidden = [group for group in hide if not self._decided.hides(group)]
        staying = list(stay)
        lines = [line for line in new_lines(hidden, staying) if len(line) < LONGEST_NAME]
        if lines and self._remembers:
            record = self._desk.names
            record.add("\n".join(lines if any(record.lines()) else [*NEW_FILE_LINES, *lines]))
        self._decided = NameDecisions(
            (*self._decided.hidden, *hidden), (*self._decided.staying, *staying)
        )

    def _tell_nowhere(self, groups: Sequence[Group]) -> None:
        for words in self._naming.unused_words(groups):
            self._desk.say(f"{quoted(words)} was found nowhere; it is hidden where it ever stands.")


def kinds_shared(app: AppContext) -> frozenset[Kind]:
    """The kinds of lines that may leave, as `share` in the settings says."""
    share = app.settings.share
    return frozenset(KINDS if share is None else share)


def share_sentence(app: AppContext) -> Iterator[str]:
    """What is offered where the settings keep something back."""
    kept_back = [kind for kind in KINDS if kind not in kinds_shared(app)]
    if kept_back:
        yield f"Not offered, as `share` in {SETTINGS_FILE} says: {', '.join(kept_back)}."


def refuse_kept_back(app: AppContext, kinds: Collection[Kind]) -> None:
    """Refuse kinds that `--include` names and that may not leave.

    Raises:
        LearnleadError: there are some; it tells the line of the settings (exit 2).
    """
    if not kinds:
        return
    from learnlead.adapters.disk.settings import line_of

    named = ", ".join(kind for kind in KINDS if kind in kinds)
    raise LearnleadError(
        Problem(
            f"--include {named}: `share` does not let this leave",
            "add it to `share`, or leave it out of --include",
            file=SETTINGS_FILE,
            line=line_of(app.workspace, "share"),
        )
    )
