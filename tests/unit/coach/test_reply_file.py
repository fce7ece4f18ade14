"""A reply as a file: whatever a coach writes comes back, and nothing in it comes to life."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.coach.reply import Comment, Reply
from learnlead.coach.reply_file import (
    SECTIONS,
    FiledReply,
    quotation,
    read_reply,
    unquoted,
    write_reply,
)
from learnlead.page.page import parse
from learnlead.text.clean import clean_line, clean_text, refused_character
from sizes import examples

MARKS = st.sampled_from(
    [
        *(
            "# ",
            "## x <!-- question -->",
            "---",
            "```",
            "~~~",
            "> ",
            "\\",
            "`",
            "<script>",
            "![a](b)",
        ),
        *(
            "[[x]]",
            "%% private %%",
            "$x$",
            "<!-- comment a/b -->",
            "- [ ] If **a**, **b**",
            "\n",
            " ",
        ),
    ]
)
TEXTS = (
    st.lists(MARKS | st.text(max_size=8), min_size=1, max_size=12)
    .map(lambda parts: "".join(c for part in parts for c in part if not refused_character(c)))
    .map(clean_text)
    .filter(bool)
)
LINES = TEXTS.map(lambda text: clean_line(text or "")).filter(bool)
REFERENCES = st.from_regex(r"\A2026-11-1[0-9]-[a-z]{1,8}(/[a-z]{1,8}-[1-9])?\Z")


def reply(**more: object) -> Reply:
    given = {"date": date(2026, 11, 20), "rubric": "learning-leader", "leader": "a" * 32}
    return Reply.model_validate(given | {"bundle": "b" * 32, "bundle_sha256": "c" * 64} | more)


REPLIES = st.builds(
    lambda sender, comments, question, remark, agreed, next_session: reply(
        sender=sender,
        comments=comments,
        question=question,
        remark=remark,
        agreed=agreed,
        next_session=next_session,
    ),
    st.none() | LINES.map(lambda line: (line or "")[:100].strip()).filter(bool),
    st.lists(st.builds(lambda on, text: Comment(on=on, text=text), REFERENCES, TEXTS), max_size=4),
    st.none() | LINES,
    st.none() | TEXTS,
    st.lists(LINES.map(lambda line: f"A {line}"), max_size=3),
    st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
)


@given(TEXTS)
def test_a_quotation_gives_the_words_back(text: str) -> None:
    assert clean_text(unquoted(quotation(text).split("\n"))) == clean_text(text)


@given(REPLIES)
@settings(max_examples=examples(100))
def test_what_was_written_comes_back(made: Reply) -> None:
    found, problems = read_reply(write_reply(made), "reply.md")
    assert (found, problems) == (FiledReply(made), [])
    filed = FiledReply(made, after="2026-11-13-learning-leader", original=made.fingerprint)
    assert read_reply(write_reply(made, filed=filed), "page.md") == (filed, [])


@given(REPLIES)
@settings(max_examples=examples(100))
def test_no_word_of_it_is_a_mark_of_the_page(made: Reply) -> None:
    body = write_reply(made).split("\n---\n", 1)[1]
    headings = [line for line in body.split("\n") if line.startswith("#")]
    once = (made.question, made.remark, made.agreed, made.next_session)
    assert len(headings) == 1 + len(made.comments) + sum(map(bool, once))
    for line in body.split("\n"):
        assert not line or line.startswith(("#", ">"))
    for acting in ("<", "[", "`", "$", "%"):
        at = -1
        while (at := body.find(acting, at + 1)) >= 0:
            ours = body.startswith(("<!-- comment ", *(f"<!-- {x} -->" for x in SECTIONS)), at)
            backslashes = len(body[:at]) - len(body[:at].rstrip("\\"))
            assert ours or backslashes % 2, body[max(at - 10, 0) : at + 10]


@given(REPLIES)
@settings(max_examples=examples(50))
def test_a_page_of_it_is_no_sitting(made: Reply) -> None:
    assert parse(write_reply(made), "2026-11-20-coach-reply.md") == (None, [])


@given(st.text(max_size=400))
@settings(max_examples=examples(100))
def test_no_file_makes_the_reader_fail(text: str) -> None:
    front = "---\nlearnlead: 1\nkind: coach-reply\ndate: 2026-11-20\nrubric: x\n"
    for whole in (text, f"{front}{text}\n---\n{text}"):
        found, problems = read_reply(whole, "reply.md")
        assert (found is None) == bool(problems)
        assert all(str(problem).isprintable() for problem in problems)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * 300_000, "too long for a reply"),
        ("Dear Anna", "no coach's reply"),
        (write_reply(reply()).replace("coach-reply", "reflection"), "page of a journal"),
        (write_reply(reply()).replace("reply/1", "reply/2"), "no coach's reply"),
        (write_reply(reply()) + "\x1b[2J", "control character (U+001B)"),
        (
            write_reply(reply()).replace("bundle-sha256", "bundle-hash"),
            "'bundle-sha256' is missing",
        ),
        (write_reply(reply()) + f"## Q <!-- question -->\n> {'x' * 501}\n", "longer than 500"),
        (write_reply(reply()) + f"## C <!-- comment a/b -->\n> {'x' * 10_001}\n", "longer than"),
    ],
)
def test_what_is_no_reply_is_refused_in_one_line(text: str, said: str) -> None:
    found, (problem,) = read_reply(text, "reply.md")
    assert found is None
    assert said in str(problem)
    assert str(problem).isprintable()


def test_a_line_added_by_hand_belongs_to_its_section_and_a_heading_ends_it() -> None:
    made = reply(question="What then?")
    text = write_reply(made) + "and now?\n\n## My own notes\n\nnot part of it\n"
    found, _ = read_reply(text, "reply.md")
    assert found is not None
    assert found.reply.question == "What then? and now?"


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    made = reply(question="What then?")
    text = "\ufeff" + write_reply(made).replace("\n", "\r\n")
    assert read_reply(text, "reply.md") == (FiledReply(made), [])
