"""The answer of `learnlead trends`, however it was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from learnlead.cli.answering import answer, put
from learnlead.cli.page_problems import tell_page_problems
from learnlead.cli.trends_form import chosen_form
from learnlead.cli.trends_told import Told, told_by, told_comparison, told_trends, told_why
from learnlead.cli.wiring import Desk
from learnlead.errors import LearnleadError, Problem
from learnlead.journal.days import read_range

if TYPE_CHECKING:
    from learnlead.reports.text_by import By


class Asked(NamedTuple):
    """The options of the command, as its help says; without any, the whole of the first rubric."""

    rubrics: Sequence[str] = ()
    first: str | None = None
    last: str | None = None
    everything: bool = False
    by: By | None = None
    why: str | None = None
    compare: tuple[str, str] | None = None
    form: str | None = None
    as_json: bool = False
    output: str | None = None


def answer_trends(desk: Desk, asked: Asked) -> None:
    """Tell what is wrong on stderr, then give the answer; nothing of it where something fails.

    Raises:
        LearnleadError: options contradict each other, or name what is not there.
    """
    first, last, by, why, compare = asked.first, asked.last, asked.by, asked.why, asked.compare
    _one_of({"--all": asked.everything, "--by": by, "--why": why, "--compare": compare})
    _one_of({"--compare": compare, "--from" if first else "--to": first or last})
    output = asked.output
    form = chosen_form(asked.form, as_json=asked.as_json, output=output, view=why or compare or by)
    rubrics = [desk.rubric(one) for one in dict.fromkeys(asked.rubrics)] or [desk.rubric()]
    period = read_range(first, last, desk.today)
    plain = desk.plain or form == "plain"
    told: Sequence[Told]
    if compare is not None:
        told = [told_comparison(desk, one, compare, plain=plain) for one in rubrics]
    elif why is not None:
        told = [told_why(desk, one, period, why, plain=plain) for one in rubrics]
    elif by is not None:
        told = [told_by(desk, one, period, by, plain=plain) for one in rubrics]
    else:
        everything = asked.everything
        told = [told_trends(desk, r, period, everything=everything, plain=plain) for r in rubrics]
    tell_page_problems(
        desk, list(dict.fromkeys(problem for one in told for problem in one.problems))
    )
    if form not in ("text", "plain", "json"):
        from learnlead.reports.formats.registry import format_named
        from learnlead.terminal.showing import width

        found = [one.trends for one in told if one.trends is not None]
        put(format_named(form).render(found, width=width(), plain=plain), output)
        return
    coloured = desk.colour and not plain and output in (None, "-")

    def text() -> str:
        from learnlead.terminal.showing import shown

        return "\n\n".join(shown(one.lines(), colour=coloured) for one in told)

    def data() -> Mapping[str, object] | Sequence[Mapping[str, object]]:
        return [one.data() for one in told]

    answer(text, data, as_json=form == "json", output=output, coloured=coloured)


def _one_of(options: Mapping[str, object]) -> None:
    """Refuse options that contradict each other."""
    given = [name for name, value in options.items() if value]
    if len(given) > 1:
        raise LearnleadError(
            Problem(f"{given[0]} and {given[1]} do not go together", f"leave out {given[1]}")
        )
