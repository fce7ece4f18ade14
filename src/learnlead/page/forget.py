"""Removing a person from a page: the name is replaced, and every other byte is unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import Formatter

from learnlead.i18n.languages import languages, remembered
from learnlead.i18n.words import Words, words_in
from learnlead.page.body import Body
from learnlead.page.edit import (
    Change,
    Edit,
    apply_edits,
    edits_in_file,
    line_changes,
    line_starts,
    shifted,
)
from learnlead.page.front_matter import FrontMatter, prepare, read_front_matter
from learnlead.page.lines import parse_line
from learnlead.page.markers import escapes_in_line, escapes_in_text
from learnlead.page.person import NameMatcher, Person
from learnlead.page.private import END, PRIVATE
from learnlead.page.walk import read_body
from learnlead.sitting.fields import FOCUS_NOTICE
from learnlead.text.flat_yaml import write_scalar
from learnlead.text.phrase import Span

_BEHIND_ALL_WORDS = r"(?!.*\*\*)"


@remembered
def _own_words() -> dict[str, re.Pattern[str]]:
    """By kind of run, the words and signs that the program writes itself, in any language."""
    every = [words_in(language) for language in languages()]
    openings = "|".join(re.escape(words("plan.if").strip()) for words in every)
    begin = rf"(?: (?:{openings}) (?=\*\*|…))?"
    then = "|".join(rf"{re.escape(words('plan.then'))}(?=\*\*)" for words in every)
    dates = "|".join(map(_date_pattern, every))
    return {
        "text": re.compile(rf"^(?:{re.escape(PRIVATE)}|{re.escape(END)})[ \t]*$", re.MULTILINE),
        "heading": re.compile(rf", (?:{dates})\s*$"),
        "task": re.compile(
            rf"^ *- \[.?\]{begin}|{then}|[📅✅]\ufe0f?[ \t]*[0-9-]+{_BEHIND_ALL_WORDS}"
        ),
        "Plan": re.compile(rf"^\*\*Plan:\*\*{begin}|{then}"),
        "line": re.compile(r"^\*\*[A-Z][a-z]+:\*\*"),
        "record": re.compile(
            r"^- [0-9]{4}-[0-9]{2}-[0-9]{2} [a-z][a-z0-9-]*(?: [0-9])?: |^[ \t]*[-*+] \[.?\] ",
            re.MULTILINE,
        ),
    }


def _date_pattern(words: Words) -> str:
    """The long date of a language, with any words for day and month."""
    gaps = {"weekday": r"[^\W\d_]+", "day": "[0-9]+", "month": r"[^\W\d_]+", "year": "[0-9]{4}"}
    parts = Formatter().parse(words.template("long-date"))
    return "".join(re.escape(text) + gaps.get(gap or "", "") for text, gap, _, _ in parts)


_NOTICE = re.compile(rf"^{FOCUS_NOTICE.kind}:[ \t]*(\S.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
"""The value of the focus notice in the front matter, on one line or several."""

_MARKS = {
    "heading": re.compile(r"<!--[^<>]*-->\s*$"),
    "task": re.compile(rf"<!--[ \t]*plan[ \t][^<>]*-->{_BEHIND_ALL_WORDS}"),
    "Plan": re.compile(r"<!--[^<>]*-->\s*$"),
    "marks": re.compile(r".+"),
}
"""By kind of run, what the program reads as markers and not as words."""


@dataclass(frozen=True, slots=True)
class ForgetResult:
    """A text without the person.

    Attributes:
        text: the whole file.
        changes: its changed lines, from top to bottom.
        left: number and text of each line that still names the person: in the front matter, in
            headings that the format knows, in ids.
    """

    text: str
    changes: tuple[Change, ...]
    left: tuple[tuple[int, str], ...]


def forget_on_page(text: str, person: Person) -> ForgetResult | None:
    """A page without the person in its answers and foreign sections.

    Args:
        text: the file's text, with its BOM and CRLF if it has them.
        person: whose names are replaced, and by which words.

    Returns:
        None if the front matter cannot be read, since the lines then have no known meaning.
    """
    prepared, _ = prepare(text, "")
    front, _ = read_front_matter(prepared, "")
    if front is None:
        return None
    body = read_body(prepared, front.body, None)
    notice = _notice(prepared, front, person)
    return _Redactor(text, prepared, person, notice).redact(_runs(body, front.body))


def _notice(prepared: str, front: FrontMatter, person: Person) -> Iterator[Edit]:
    """The edit of the focus notice, the one answer in the front matter, if it names the person."""
    value = front.values.get(FOCUS_NOTICE.kind)
    place = _NOTICE.search(prepared, 0, front.body)
    if isinstance(value, str) and place is not None:
        edits = [(*span, person.instead) for span in person.phrase.spans(value)]
        if edits:
            yield *place.span(1), write_scalar(apply_edits(value, edits))


def forget_in_record(text: str, person: Person) -> ForgetResult:
    """A plain text file without the person, such as the inbox."""
    prepared, _ = prepare(text, "")
    return _Redactor(text, prepared, person).redact([(0, len(prepared), "record")])


def _runs(body: Body, start: int) -> Iterator[tuple[int, int, str]]:
    """The runs of the body, (start, end, kind): uninterrupted texts, and single other lines."""
    at = start
    for place, line in enumerate(body.lines):
        end = at + len(line)
        if place in body.taken:
            yield start, at - 1, "text"
            yield at, end, _kind(body, place)
            start = end
        at = end + 1
    yield start, at - 1, "text"


def _kind(body: Body, place: int) -> str:
    kind = parse_line(body.lines[place]).kind
    if ("foreign", place) in body.places:
        return "heading"
    return kind if kind in ("task", "Plan", "line") else "marks"


class _Redactor:
    """Collects the edits of one file, run by run."""

    def __init__(
        self, text: str, prepared: str, person: Person, edits: Iterable[Edit] = ()
    ) -> None:
        self._text = text
        self._prepared = prepared  # the same lines, without BOM and CR
        self._person = person
        self._edits = [*edits]
        self._ignored: list[Span] = []  # names inside the program's own words

    def redact(self, runs: Iterable[tuple[int, int, str]]) -> ForgetResult:
        for start, end, kind in runs:
            self._redact_run(start, end, kind)
        return ForgetResult(
            apply_edits(self._text, edits_in_file(self._text, self._edits)),
            tuple(line_changes(self._prepared, self._edits)),
            tuple(self._left()),
        )

    def _redact_run(self, start: int, end: int, kind: str) -> None:
        run = self._prepared[start:end]
        spans = list(_places(run, kind, self._person.phrase))
        if not spans:
            return
        pattern = _own_words().get(kind)
        frame = [match.span() for match in pattern.finditer(run)] if pattern else []
        marks = [match.span() for match in _MARKS[kind].finditer(run)] if kind in _MARKS else []
        edits: list[Edit] = []
        for span in spans:
            if _touches(span, frame):
                self._ignored.append((span[0] + start, span[1] + start))
            elif not _touches(span, marks):
                edits.append((*span, self._person.instead))
        if kind == "text":
            edits = sorted([*edits, *_needless_escapes(run, edits)])
        self._edits += shifted(edits, start)

    def _left(self) -> Iterator[tuple[int, str]]:
        known = [*((start, end) for start, end, _ in self._edits), *self._ignored]
        lines = self._prepared.split("\n")
        for number, start in enumerate(line_starts(self._prepared), start=1):
            line = lines[number - 1]
            spans = ((s + start, e + start) for s, e in self._person.phrase.spans(line))
            if not all(_touches(span, known) for span in spans):
                yield number, line


def _places(run: str, kind: str, phrase: NameMatcher) -> Iterator[Span]:
    """The places of the names in the unescaped run, as positions in the run itself."""
    escapes = set(escapes_in_text(run) if kind == "text" else escapes_in_line(run))
    if kind in ("heading", "record") or not escapes:
        yield from phrase.spans(run)
        return
    where = [at for at in range(len(run)) if at not in escapes]
    for start, end in phrase.spans("".join(run[at] for at in where)):
        first = where[start]
        yield first - (first - 1 in escapes), where[end - 1] + 1


def _needless_escapes(run: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits that remove backslashes whose escaped mark the other edits remove."""
    for escape in escapes_in_text(run):
        start = run.rfind("\n", 0, escape) + 1
        end = (run + "\n").index("\n", escape)
        here = [edit for edit in edits if start <= edit[0] < end]
        inside = any(edit[0] <= escape < edit[1] for edit in edits)
        if here and not inside:
            end = max(end, here[-1][1])
            if not escapes_in_text(apply_edits(run[start:end], shifted(here, -start))):
                yield escape, escape + 1, ""


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)
