"""The options of `learnlead export`, read and checked before anything is asked."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from learnlead.adapters.disk.workspace import SETTINGS_FILE
from learnlead.app.export.request import ExportRequest
from learnlead.app.search import phrases_of
from learnlead.cli.context import AppContext
from learnlead.cli.export.rubrics import choose_rubrics
from learnlead.coach.bundle import Leader, Terms
from learnlead.coach.ledger import Export
from learnlead.coach.selection import ONLY_BY_NAME, parse_kinds
from learnlead.errors import LearnleadError, Problem
from learnlead.page.periods import read_days, read_range
from learnlead.rubric.model import OTHER, Rubric
from learnlead.rubric.named import named_relationship
from learnlead.sitting.kinds import KINDS, Kind
from learnlead.text.clean import clean_line

_LONGEST = 200
"""Letters of a name or another one-line option at most."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options of an export.

    Attributes:
        output: the file or folder of the bundle; None if the lines are only shown.
        requests: which lines are offered, and which are ticked beforehand; a rubric each.
        before: earlier exports for the same recipient.
        keys: of age recipients; none if nothing is encrypted.
        bom: whether CSV files begin with a byte order mark, for Excel.
    """

    output: str | None
    requests: tuple[ExportRequest, ...]
    terms: Terms
    leader: Leader
    before: Sequence[Export]
    keys: tuple[str, ...]
    bom: bool

    @property
    def request(self) -> ExportRequest:
        """Of the first rubric; the day, the kinds and the words are the same in all."""
        return self.requests[0]


def read_options(
    app: AppContext,
    *,
    output: str | None,
    include: Sequence[str],
    recipient: str | None,
    until: str | None,
    not_for: Sequence[str],
    called: str | None,
    rubrics: Sequence[str],
    asks_rubrics: bool,
    first: str | None,
    to: Sequence[str],
    relationship: str | None,
    encrypt_to: Sequence[str],
    only: Sequence[str],
    word: str | None,
    bom: bool,
    writes: bool,
) -> ExportOptions:
    """Read and check the options; warns of problems in the ledger.

    `asks_rubrics` is whether to ask which rubrics, where none is named and several have pages.

    Raises:
        LearnleadError: an option is wrong, or contradicts another.
    """
    from learnlead.adapters.disk.bundles.writing import recipients_named

    last, to_name = _last_and_name(to)
    if recipient and to_name and recipient != to_name:
        raise LearnleadError(Problem(f"--for {recipient} and --to {to_name} disagree", "say one"))
    begin, end = read_range(first, last, app.today)
    may_leave = allowed_kinds(app)
    named = [kind for kind in KINDS if kind in may_leave]
    included, wanted = parse_kinds(include, named), parse_kinds(only, named)
    refuse_withheld(app, "--include", included - may_leave)
    refuse_withheld(app, "--only", wanted - may_leave)
    keys = recipients_named(encrypt_to)
    if writes:
        _check_place(output, encrypts=bool(keys))
    ledger = app.ledger.read()
    app.warn(ledger.problems)
    whom = _one_line("--for", recipient or to_name)
    before = ledger.for_recipient(whom)
    named_rubrics = rubrics or choose_rubrics(app, before, asks=asks_rubrics)
    chosen = _rubrics(app, named_rubrics, relationship)
    requests = tuple(
        ExportRequest(
            rubric=rubric,
            today=app.today,
            away=app.settings.away,
            first=begin,
            last=end,
            relationship=None
            if relationship is None
            else named_relationship(rubric, relationship, also=[OTHER]),
            include=included | (wanted & ONLY_BY_NAME),
            only=wanted and wanted | included,
            may_leave=may_leave,
            phrases=phrases_of([word]) if word else (),
            among_several=len(chosen) > 1,
            words=app.words_of("bundle"),
        )
        for rubric in chosen
    )
    who_not = _names("--not-for", not_for)
    if whom and before and not not_for:
        who_not = before[-1].terms.not_for
    terms = Terms(recipient=whom, until=_until(app, until), not_for=who_not)
    leader = Leader(
        id=before[-1].leader if before else secrets.token_hex(16),
        name=_one_line("--as", called) or (before[-1].leader_name if before else None),
    )
    return ExportOptions(output if writes else None, requests, terms, leader, before, keys, bom)


def allowed_kinds(app: AppContext) -> frozenset[Kind]:
    """The kinds of lines that may be exported, by `share` in the settings."""
    share = app.settings.share
    return frozenset(KINDS if share is None else share)


def withheld_lines(app: AppContext) -> Iterator[str]:
    """One sentence on the kinds that the settings withhold, if there are any."""
    withheld = [kind for kind in KINDS if kind not in allowed_kinds(app)]
    if withheld:
        words = app.words_of("export")
        yield words("export.withheld", file=SETTINGS_FILE, kinds=", ".join(withheld))


def refuse_withheld(app: AppContext, option: str, kinds: Collection[Kind]) -> None:
    """Refuse withheld kinds that an option names.

    Raises:
        LearnleadError: there are some; it names the line of the settings (exit 2).
    """
    if not kinds:
        return
    from learnlead.adapters.disk.settings import line_of

    names = ", ".join(kind for kind in KINDS if kind in kinds)
    raise LearnleadError(
        Problem(
            f"{option} {names}: `share` does not let this leave",
            f"add it to `share`, or leave it out of {option}",
            file=SETTINGS_FILE,
            line=line_of(app.workspace, "share"),
        )
    )


def _last_and_name(to: Sequence[str]) -> tuple[str | None, str | None]:
    """The last day and the recipient's name: `--to` is a name unless it can be a day."""
    days = [value for value in to if value[:1].isdigit() or _is_day(value)]
    names = [value for value in to if value not in days]
    for values in (days, names):
        if len(set(values)) > 1:
            raise LearnleadError(Problem(f"--to {values[0]} and --to {values[1]}", "say one"))
    return (days[0] if days else None), (names[0] if names else None)


def _is_day(text: str) -> bool:
    try:
        read_days(text, date(2000, 1, 1))
    except LearnleadError:
        return False
    return True


def _one_line(option: str, text: str | None) -> str | None:
    try:
        line = clean_line(text or "")
    except ValueError as error:
        raise LearnleadError(Problem(f"{option}: {error}", "take it out")) from None
    if line and len(line) > _LONGEST:
        raise LearnleadError(Problem(f"{option} is longer than {_LONGEST} letters", "say less"))
    return line.strip() or None if line else None


def _rubrics(app: AppContext, named: Sequence[str], relationship: str | None) -> list[Rubric]:
    """The rubrics that are named, each once; the first of the settings where none is.

    Raises:
        LearnleadError: one is unknown, or one relationship is asked for in several (exit 2).
    """
    words = [word.strip() for text in named for word in text.split(",") if word.strip()]
    read = [app.rubric_named(word) for word in words] or [app.rubric_named(None)]
    rubrics = {rubric.id: rubric for rubric in read}
    if relationship is not None and len(rubrics) > 1:
        message = f"--relationship {relationship} is of one rubric, and these are several"
        raise LearnleadError(Problem(message, "name one with --rubric"))
    return [*rubrics.values()]


def _names(option: str, lists: Sequence[str]) -> tuple[str, ...]:
    """The names in lists with commas, each once."""
    lines = (_one_line(option, word) for names in lists for word in names.split(","))
    return tuple(dict.fromkeys(line for line in lines if line is not None))


def _until(app: AppContext, text: str | None) -> date | None:
    if text is None:
        return None
    today = app.today
    day = read_days(text, today, lambda period: period.last >= today).last
    if day < today:
        raise LearnleadError(Problem(f"--until {day} is over", "name a day that is to come"))
    return day


def _check_place(output: str | None, *, encrypts: bool) -> None:
    from learnlead.adapters.disk.bundles.writing import form_of, place_for

    if not output or output == "-":
        remedy = "--output coach.zip, or a new folder; --dry-run only shows the lines"
        raise LearnleadError(Problem("a bundle needs a file or folder to go to", remedy))
    form_of(output, encrypts=encrypts)
    place_for(output)
