"""What is marked with an x on the page: the relationships of the week, and the focus.

A saved page says them in its front matter; nobody should have to fill that in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from learnlead.app.editor_page.remarks import one_line
from learnlead.errors import Problem
from learnlead.page.markers import unescape_text
from learnlead.sitting.context import SittingContext
from learnlead.sitting.model import Reflection
from learnlead.text.limits import line_within, remedy_for
from learnlead.text.problem_text import quoted

LIVE: Final = "live"
FOCUS: Final = "focus"
NOTICE: Final = "focus-notice"

_ASKED: Final = re.compile(r"^#{1,3} .*<!-- asked ([a-z-]+) -->[ \t]*$")
_HEADING: Final = re.compile(r"^#{1,3} ")
_BOX: Final = re.compile(r"^[ \t]*[-*][ \t]*\[([^\]]*)\][ \t]*(.*)$")


def as_heading(level: str, text: str, marker: str) -> str:
    """A question as a heading, with the marker that carries its meaning."""
    return f"{level} {re.sub('<!--|--+>?', '–', one_line(text))} <!-- {marker} -->"


def box(text: str, *, marked: bool = False) -> str:
    """A line to mark with an x."""
    return f"- [{'x' if marked else ' '}] {one_line(text)}"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was marked; None where nothing was.

    Attributes:
        relationships: those that were live; empty for none of them.
        focus: the id of the behaviour.
        notice: what others would notice of it.
        lines: the line of each question, counted from 1.
    """

    relationships: tuple[str, ...] | None = None
    focus: str | None = None
    notice: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    def over(self, reflection: Reflection) -> Reflection:
        """The reflection of the rest of the page, with this in it."""
        marked = {
            "relationships": self.relationships,
            "focus": self.focus,
            "focus_notice": self.notice,
        }
        changes = {key: value for key, value in marked.items() if value is not None}
        return reflection.model_copy(update=changes)


def take_choices(text: str, context: SittingContext) -> tuple[str, Chosen, list[Problem]]:
    """The text with the same lines, those of these questions blank; what was marked; what is wrong.

    What is no box of a question and holds words is a problem at its line.
    """
    lines = text.split("\n")
    sections = list(_sections(lines))
    problems: list[Problem] = []
    marked: dict[str, list[tuple[int, str]]] = {LIVE: [], FOCUS: []}
    notice = None
    for name, start, end in sections:
        body = lines[start:end]
        if name == NOTICE:
            try:
                notice = line_within(unescape_text("\n".join(body)))
            except ValueError as error:
                problems.append(Problem(str(error), remedy_for(error), line=start))
        else:
            offered = _offered(name, context)
            marked[name] += _marks(body, start, offered, problems)
        lines[start - 1 : end] = [""] * (end - start + 1)
    problems += _contradictions(marked)
    live = [meant for _, meant in marked[LIVE]]
    ids = [relationship.id for relationship in context.rubric.relationships]
    chosen = Chosen(
        tuple(i for i in ids if i in live) if live else None,
        marked[FOCUS][0][1] if marked[FOCUS] else None,
        notice,
        {name: start for name, start, _ in sections if name == NOTICE or marked[name]},
    )
    return "\n".join(lines), chosen, problems


def _sections(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Each of these questions: its name, the line of its heading and its last line, from 1."""
    for at, line in enumerate(lines):
        asked = _ASKED.match(line)
        if asked is not None and asked[1] in (LIVE, FOCUS, NOTICE):
            ends = (n for n in range(at + 1, len(lines)) if _HEADING.match(lines[n]))
            yield asked[1], at + 1, next(ends, len(lines))


def _offered(name: str, context: SittingContext) -> dict[str, list[str]]:
    """What the boxes with these words mean, in their order; an empty text is none of them."""
    rubric = context.rubric
    offered: dict[str, list[str]] = {}
    for item in rubric.behaviours if name == FOCUS else rubric.relationships:
        offered.setdefault(one_line(item.sentence), []).append(item.id)
    if name == LIVE:
        offered.setdefault(one_line(context.words("editor.none-of-these")), []).append("")
    return offered


def _marks(
    body: Sequence[str], start: int, offered: Mapping[str, list[str]], problems: list[Problem]
) -> Iterator[tuple[int, str]]:
    """The line and the meaning of each box that is marked."""
    for number, line in enumerate(body, start + 1):
        match = _BOX.match(line)
        meant = offered.get(one_line(match[2])) if match else None
        if match is not None and meant:
            each = meant.pop(0)
            if match[1].strip():
                yield number, each
        elif line.strip():
            message = f"no box has these words: {quoted(line.strip())}"
            remedy = "mark a box that is there, or write this below a heading that asks for it"
            problems.append(Problem(message, remedy, line=number))


def _contradictions(marked: Mapping[str, Sequence[tuple[int, str]]]) -> Iterator[Problem]:
    live, focus = marked[LIVE], marked[FOCUS]
    if len(focus) > 1:
        message = "more than one behaviour is marked as the focus"
        yield Problem(message, "leave the x at one of them", line=focus[1][0])
    nothing = [number for number, meant in live if not meant]
    if nothing and len(live) > 1:
        yield Problem(
            "none of these is marked beside others", "take one of the marks away", line=nothing[0]
        )
