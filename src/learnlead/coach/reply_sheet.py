"""The sheet that a coach fills in for a reply: a heading a line, with its text as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from learnlead.coach.bundle import Content, Manifest, Passage, SentPlan
from learnlead.coach.references import commentable, reference_in_words
from learnlead.coach.reply import Comment
from learnlead.coach.reply_file import (
    SECTIONS,
    heading_on,
    most_letters,
    section_value,
    sections,
)
from learnlead.errors import Problem
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.plan_words import plan_in_words
from learnlead.text.cells import fit
from learnlead.text.clean import clean_text, harmless, refused_character
from learnlead.text.problem_text import quoted

LINES_AT_MOST = 20
"""Passages and plans on a sheet: with what stands above them two pages of paper."""

_HINT_AT_MOST = 240
"""Cells of a passage on a sheet."""

_HINT = re.compile(r"^<!-- \? .*-->$", re.MULTILINE)
_LOST = re.compile(r"^#{1,3} [^\n]*<!--|^## (?:On the |A question for |What we agreed|The next )")
"""A heading of the sheet with a damaged marker; other headings belong to the coach's text."""


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """What a sheet says; `fields` are those of a reply beside its comments."""

    comments: tuple[Comment, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was written on it."""
        return not self.comments and not self.fields


def reply_sheet(
    manifest: Manifest, content: Content, words: Words = ENGLISH, *, whole: bool = False
) -> str:
    """The page to fill in; `read_reply_sheet` reads it.

    Args:
        manifest: of the bundle.
        content: what may be commented on.
        words: of the coach's language.
        whole: whether all passages and plans are listed; else the newest, on two pages of paper.
    """
    return "\n".join(_lines(manifest, content, words, whole=whole)) + "\n"


def read_reply_sheet(
    text: str, content: Content, words: Words = ENGLISH
) -> tuple[FilledSheet | None, list[Problem]]:
    """The filled-in sheet, or None and the problems; no text is dropped silently."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    bare = _HINT.sub("", text)
    known = {line.id for line in commentable(content)}
    problems = [
        Problem(f"this line holds {refused}", "delete that character", line=number)
        for number, line in enumerate(bare.split("\n"), 1)
        if (refused := refused_character(line))
    ]
    if problems:
        return None, problems
    marked, outside = sections(bare, _lost(words))
    if typed := clean_text("\n".join(outside)):
        first = next(line for line in outside if line.strip())
        remedy = "move it below one of the headings, and leave their <!-- … --> as they are"
        message = f"{quoted(typed)} stands below no heading that leads to a passage"
        problems.append(Problem(message, remedy, line=bare.split("\n").index(first) + 1))
    comments: dict[str, str] = {}
    once: dict[str, str] = {}
    for name, lines in marked:
        typed = clean_text("\n".join(lines))
        if typed is None:
            continue
        most = most_letters(name)
        if len(typed) > most:
            message = f"longer than {most} characters: what stands below {name}"
            problems.append(Problem(message, "make it shorter"))
        elif name == "next" and not _is_day(typed):
            message = f"{quoted(typed)} is no day of the next conversation"
            problems.append(Problem(message, "write it as 2026-12-11, or leave it out"))
        elif name in SECTIONS:
            once[name] = f"{once[name]}\n{typed}" if name in once else typed
        elif name not in known:
            message = f"there is no passage or plan {quoted(name)} in this bundle"
            problems.append(Problem(message, "ratings take no comments; `coach review` lists them"))
        else:
            comments[name] = f"{comments[name]}\n\n{typed}" if name in comments else typed
    if problems:
        return None, problems
    made = tuple(Comment(on=reference, text=text) for reference, text in comments.items())
    fields = {SECTIONS[name]: section_value(name, text) for name, text in once.items()}
    return FilledSheet(made, fields), []


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words.strip())
    except ValueError:
        return False
    return True


def _lost(words: Words) -> re.Pattern[str]:
    """The same for the sheet of a language: how its headings begin, without their markers."""
    heads = [words("import.question"), words("sheet.we-agreed"), words("import.next")]
    heads += [
        heading_on(words.template(f"reference-of.{part}").partition("{")[0], words)
        for part in words.keys_below("reference-of")
    ]
    begins = "|".join(re.escape(head.strip()) for head in heads)
    return re.compile(rf"{_LOST.pattern}|^## (?:{begins})")


def _lines(manifest: Manifest, content: Content, words: Words, *, whole: bool) -> Iterator[str]:
    name = manifest.leader.name or words("sheet.leader")
    yield _hint(words("sheet.head", name=name, day=manifest.made_on))
    yield from map(_hint, words.lines("sheet.how"))
    if content.want:
        yield _hint(words("sheet.wants", name=name, want=content.want))
    yield from ("", f"## {words('import.whole')} <!-- remark -->", "", "")
    yield from (f"## {words('sheet.agreed')} <!-- agreed -->", "", "")
    yield from (f"## {words('sheet.next')} <!-- next -->", "", "")
    yield from (f"## {words('import.question')} <!-- question -->", "", "")
    lines = [*commentable(content)]
    older = len(lines) - LINES_AT_MOST
    for line in lines if whole else lines[:LINES_AT_MOST]:
        on = heading_on(reference_in_words(line.id, words), words)
        yield f"## {on} <!-- comment {line.id} -->"
        yield _hint(fit(_line_in_words(line, words), _HINT_AT_MOST))
        yield from ("", "")
    if older > 0 and not whole:
        yield _hint(words("sheet.older", n=older))


def _line_in_words(line: SentPlan | Passage, words: Words) -> str:
    if isinstance(line, SentPlan):
        plan = plan_in_words(line.cue, line.action, words)
        outcome = f" ({words(f'bundle.outcome.{line.outcome}')})" if line.outcome else ""
        return plan + outcome
    return f"{line.about}: {line.text}" if line.about else line.text


def _hint(words: str) -> str:
    """The words as an HTML comment on one line, which cannot end early."""
    line = " ".join(harmless(words, breaks=False).split())
    return f"<!-- ? {re.sub('--+', '–', line)} -->"
