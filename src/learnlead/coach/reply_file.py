"""A reply as a Markdown file with front matter: written, and read from untrusted text.

Its page in the leader's journal is the same file with two more keys, read by the same function.
Comments and the question are quotations, in which Markdown that could act is escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import ValidationError

from learnlead.coach.references import reference_in_words
from learnlead.coach.reply import COMMENT_AT_MOST, QUESTION_AT_MOST, SCHEMA, Comment, Reply
from learnlead.errors import Problem
from learnlead.i18n.words import ENGLISH, Words
from learnlead.page.front_matter import FrontMatter, read_front_matter
from learnlead.page.naming import COACH_REPLY
from learnlead.text.clean import clean_line, clean_text, refused_character
from learnlead.text.flat_yaml import Value, write_scalar

_ACTING = re.compile(r"[\\`<\[$%]")
_ESCAPED = re.compile(r"\\([\\`<\[$%])")


def quotation(text: str) -> str:
    """The text as a Markdown quotation, `>` before each line, active characters escaped."""
    lines = _ACTING.sub(r"\\\g<0>", text).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def unquoted(lines: list[str]) -> str:
    """The text of a quotation; lines without a `>` belong to it too."""
    bare = (re.sub(r"^ {0,3}> ?", "", line, count=1) for line in lines)
    return _ESCAPED.sub(r"\1", "\n".join(bare))


LARGEST_REPLY = 262_144
"""Maximum length of a reply, in characters."""

_NO_REPLY = "this is no coach's reply"

_HEADING = re.compile(
    r"^#{1,3} [^\n]*<!-- (?:(?:comment ([a-z0-9][a-z0-9./-]{0,199}))|"
    r"(question|remark|agreed|next)) -->[ \t]*$"
)
_ANY_HEADING = re.compile(r"^#{1,3} ")
_KEYS = {
    "date": "date",
    "rubric": "rubric",
    "leader": "leader",
    "bundle": "bundle",
    "bundle_sha256": "bundle-sha256",
    "sender": "from",
}


@dataclass(frozen=True, slots=True)
class FiledReply:
    """A reply in a journal.

    Attributes:
        after: the stem of the newest sitting that could not ask its question any more, when it
            came in; None if there was none, or if the page was put there by hand.
        original: the fingerprint of the reply that came in; None in the reply itself.
    """

    reply: Reply
    after: str | None = None
    original: str | None = None


def write_reply(reply: Reply, words: Words = ENGLISH, *, filed: FiledReply | None = None) -> str:
    """The file's text; with `filed`, that of its page in a journal."""
    front = {
        "kind": COACH_REPLY,
        "schema": SCHEMA,
        "date": reply.date.isoformat(),
        "rubric": reply.rubric,
        "leader": reply.leader,
        "bundle": reply.bundle,
        "bundle-sha256": reply.bundle_sha256,
        "from": reply.sender,
        "reply": filed.original if filed else None,
        "after": filed.after if filed else None,
    }
    lines = ["---", "learnlead: 1"]
    for key, value in front.items():
        if value is not None:
            lines.append(f"{key}: {value if key in ('date', 'schema') else write_scalar(value)}")
    coach = _heading_text(reply.sender or words("import.your-coach"))
    title = words("import.title", coach=coach, day=words.long_date(reply.date))
    lines += ["tags: [learnlead]", "---", "", f"# {title}"]
    if reply.remark:
        lines += ["", f"## {words('import.whole')} <!-- remark -->", "", quotation(reply.remark)]
    if reply.agreed:
        lines += ["", f"## {words('sheet.we-agreed')} <!-- agreed -->"]
        lines += ["", quotation("\n".join(reply.agreed))]
    if reply.next_session:
        lines += ["", f"## {words('import.next')} <!-- next -->"]
        lines += ["", quotation(reply.next_session.isoformat())]
    for comment in reply.comments:
        on = heading_on(reference_in_words(comment.on, words), words)
        lines += ["", f"## {on} <!-- comment {comment.on} -->"]
        lines += ["", quotation(comment.text)]
    if reply.question:
        lines += ["", f"## {words('import.question')} <!-- question -->"]
        lines += ["", quotation(reply.question)]
    return "\n".join([*lines, ""])


def heading_on(what: str, words: Words) -> str:
    """`On the moment of Friday 13 November 2026`: the heading of a comment."""
    heading = words("import.on", what=what)
    return heading[:1].upper() + heading[1:]


def read_reply(text: str, file: str) -> tuple[FiledReply | None, list[Problem]]:
    """The reply in the text, or None and the problems."""
    if len(text) > LARGEST_REPLY:
        message = f"this is too long for a reply: more than {LARGEST_REPLY // 1024} kB"
        return None, [Problem(message, "ask for a shorter one", file)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if refused := refused_character(line):
            message = f"this line holds {refused}"
            return None, [Problem(message, "delete that character, or ask anew", file, number)]
    front, problems = read_front_matter(text, file)
    if front is None and text.startswith("---"):
        return None, problems
    values = front.values if front else {}
    if front is None or values.get("kind") != COACH_REPLY or values.get("schema", SCHEMA) != SCHEMA:
        remedy = "`learnlead coach reply` writes one"
        is_page = "learnlead" in values and values.get("kind") != COACH_REPLY
        message = "this is a page of a journal, not a reply" if is_page else _NO_REPLY
        return None, [Problem(message, remedy, file, 1)]
    return _parse_reply(front, text[front.body :], file)


def sections(
    body: str, ends: re.Pattern[str] = _ANY_HEADING
) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """The lines below each marked heading, by its mark or a reference; and the lines outside.

    `ends` matches other lines that end a section.
    """
    marked: list[tuple[str, list[str]]] = []
    outside: list[str] = []
    current = outside
    for line in body.split("\n"):
        heading = _HEADING.match(line)
        if heading:
            current = []
            marked.append((heading[1] or heading[2], current))
        else:
            current = outside if ends.match(line) else current
            current.append(line)
    return marked, outside


SECTIONS = {
    "question": "question",
    "remark": "remark",
    "agreed": "agreed",
    "next": "next_session",
}
"""By the mark of a heading the field of a reply."""


def most_letters(name: str) -> int:
    """Letters that may stand below the heading of that mark or reference."""
    return QUESTION_AT_MOST if name == "question" else COMMENT_AT_MOST


def section_value(name: str, words: str) -> object:
    """What the words below a heading say, as the field of a reply takes it."""
    if name == "agreed":
        return [line for part in words.split("\n") if (line := clean_line(part.lstrip("-* ")))]
    return words if name == "remark" else clean_line(words)


def _parse_reply(
    front: FrontMatter, body: str, file: str
) -> tuple[FiledReply | None, list[Problem]]:
    comments: list[Comment] = []
    said_once: dict[str, object] = {}
    for name, lines in sections(body)[0]:
        words = clean_text(unquoted(lines))
        if words is None:
            continue
        most = most_letters(name)
        if len(words) > most:
            message = f"longer than {most} characters: what stands below {name}"
            return None, [Problem(message, "ask for a shorter one", file)]
        if name in SECTIONS:
            said_once[SECTIONS[name]] = section_value(name, words)
        else:
            comments.append(Comment(on=name, text=words))
    header = {field: _scalar(front.values.get(key)) for field, key in _KEYS.items()}
    try:
        reply = Reply.model_validate({**header, "comments": comments, **said_once})
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        key = _KEYS.get(field, field)
        message = f"{key!r} is missing, or not what a reply has there"
        remedy = "ask for the reply anew; `learnlead coach reply` writes it"
        return None, [Problem(message, remedy, file, front.line_of(key))]
    after, original = (_scalar(front.values.get(key)) for key in ("after", "reply"))
    return FiledReply(reply, after, original), []


def _scalar(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def _heading_text(name: str) -> str:
    """A name for a heading, with active characters escaped."""
    return quotation(" ".join(name.split())).removeprefix("> ").replace("#", "")
