"""A person forgotten: gone from every answer, and every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from any_reflection import lines, reflections, small_rubric
from learnlead.page.forget import forget_in_record, forget_on_page
from learnlead.page.page import Page, answers_on, parse
from learnlead.page.writer import render
from learnlead.sitting.model import Reflection
from learnlead.text.phrase import Phrase
from sizes import examples
from unit.page.people import person_called

RUBRIC = small_rubric()
SOMEONE = "someone"
NAMES = (
    *("Anna", "René Müller", "R*d", "#1 boss", "peer in finance", "田中", "Will", "O'Brien"),
    *("plan", "a", "x", "R.", "<Bo>", "a\\b", "5", "27", "Friday", "done", "If", "With", "%%x"),
)
PAGE = """\
---
learnlead: 1
date: 2026-11-20
rubric: learning-leader
focus: own-answers
focus-notice: Will notices
tags: [will]
---

# Learning leader, Friday 20 November 2026

## Looking back <!-- looking-back -->

**Plan:** If **Will knocks**, then I will **wait for WILL** <!-- plan 2026-11-13-will -->

**Outcome:** done

Will's door. I will not say more.

## Talk with Will <!-- moment formal-authority -->

**With:** Will

%% private %%
will
%% end %%

## About Will <!-- will -->

- [ ] call Will

## Ratings <!-- ratings -->

### Will's answers <!-- own-answers -->

**Rating:** 4 of 5 · Will

_Will_ drew it.

## Plan <!-- plan -->

- [ ] If **Will knocks**, then I will **wait** \
<!-- plan own-answers kept 2026-11-13-will --> 📅 2026-11-27
"""
REVIEW = "**Plan:** If **{0} knocks**, then I will **wait for {1}** <!-- plan 2026-11-13-will -->"
TASK = (
    "- [ ] If **{0} knocks**, then I will **wait** "
    "<!-- plan own-answers kept 2026-11-13-will --> 📅 2026-11-27"
)


def forgotten(text: str, name: str, *, match_case: bool = False) -> str:
    done = forget_on_page(text, person_called(name, match_case=match_case))
    assert done is not None
    return done.text


def read(text: str) -> Page:
    page, _ = parse(text, "page.md")
    assert page is not None
    return page


@st.composite
def reflections_of(draw: st.DrawFn, name: str) -> Reflection:
    """Any reflection, with the name in many of its texts."""

    def with_name(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            ids = ("ratings", "count")
            return {k: v if k in ids else with_name(v, str(k)) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [with_name(item, key) for item in value]
        if not isinstance(value, str) or key in IDS or draw(st.booleans()):
            return value
        at = draw(st.integers(0, len(value)))
        between = draw(st.sampled_from((" ", "\n", "")))
        written = draw(st.sampled_from((name, name.upper(), name.replace(" ", "\n", 1))))
        return value[:at] + between + written + between + value[at:]

    data = draw(reflections()).model_dump(mode="json", by_alias=True, exclude_none=True)
    return Reflection.model_validate(with_name(data))


IDS = frozenset(
    {"date", "rubric", "depth", "focus", "relationships", "written", "plan"}
    | {"relationship", "outcome", "behaviour", "due", "kept"}
)


def without(value: Any, phrase: Phrase, key: str = "") -> Any:
    """What was said, each text alone without the name."""
    if isinstance(value, dict):
        return {k: v if k == "ratings" else without(v, phrase, str(k)) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [without(item, phrase, key) for item in value]
    if not isinstance(value, str) or key in IDS:
        return value
    private = re.compile(r"^%% (?:private|end) %%$", re.MULTILINE)
    kept = [match.span() for match in private.finditer(value)]
    for start, end in reversed(phrase.spans(value)):
        if not any(start < b and a < end for a, b in kept):
            value = value[:start] + SOMEONE + value[end:]
    return value


@st.composite
def named(draw: st.DrawFn) -> tuple[str, Reflection]:
    name = draw(st.sampled_from(NAMES))
    return name, draw(reflections_of(name))


@settings(max_examples=examples(60))
@given(named(), st.sampled_from(("\n", "\r\n")), st.sampled_from(("", "\ufeff")))
def test_every_answer_says_the_same_without_the_name(
    named: tuple[str, Reflection], line_end: str, bom: str
) -> None:
    name, answers = named
    phrase = Phrase(name)
    text = bom + render(answers, RUBRIC).replace("\n", line_end)
    after = read(forgotten(text, name)).reflection
    expected = without(answers.model_dump(by_alias=True), phrase)
    assert after == Reflection.model_validate(expected)
    for answer in answers_on(read(forgotten(text, name))):
        if answer.kind != "own":
            private = re.sub(r"^%% (private|end) %%$", "", answer.text, flags=re.MULTILINE)
            assert not phrase.spans(private)


def pieces(changed: str, was: str) -> bool:
    """Whether the text is the other one with nothing but the name replaced."""
    kept = (re.escape(piece) for piece in changed.split(SOMEONE))
    return re.fullmatch(".+?".join(kept), was, re.DOTALL) is not None


def scalar(line: str) -> str:
    """The line; of the front matter its text, which may need other quotes than it did."""
    if not line.startswith("focus-notice:"):
        return line
    notice: str = yaml.safe_load(line)["focus-notice"]
    return notice


@settings(max_examples=examples(40))
@given(named(), st.sampled_from(("\n", "\r\n")), st.sampled_from(("", "\ufeff")))
def test_every_other_byte_is_the_same(
    named: tuple[str, Reflection], line_end: str, bom: str
) -> None:
    name, answers = named
    text = bom + render(answers, RUBRIC).replace("\n", line_end)
    done = forget_on_page(text, person_called(name))
    assert done is not None
    before = text.split("\n")
    after = done.text.split("\n")
    at = 0
    for change in done.changes:
        lines_before = change.before.count("\n") + 1
        untouched = change.line - 1 - at
        assert after[:untouched] == before[at : change.line - 1]
        after = after[untouched:]
        at = change.line - 1 + lines_before
        was = "\n".join(before[change.line - 1 : at]).removesuffix("\r")
        assert was.replace("\r\n", "\n") == change.before
        now = "\n".join(after[: change.after.count("\n") + 1]).removesuffix("\r")
        assert now.replace("\r\n", "\n") == change.after
        after = after[change.after.count("\n") + 1 :]
        assert pieces(scalar(change.after), scalar(change.before))
    assert after == before[at:]


@st.composite
def edited_pages(draw: st.DrawFn) -> str:
    """A page that hands have been in, with names in strange places."""
    page = render(draw(reflections_of("Anna")), RUBRIC).split("\n")
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(page) - 1))
        match draw(st.sampled_from(("type", "name", "drop", "twice", "move"))):
            case "type":
                page.insert(at, draw(lines()))
            case "name":
                page[at] += " Anna"
            case "drop":
                del page[at : at + 1]
            case "twice":
                page.insert(at, page[at])
            case _:
                page.insert(draw(st.integers(0, len(page) - 1)), page.pop(at))
        page = page or [""]
    return "\n".join(page)


def facts(page: Page) -> Iterator[Any]:
    """All that is no text."""
    reflection = page.reflection
    yield reflection.model_dump(include={"date", "rubric", "focus", "relationships", "ratings"})
    yield [(review.plan, review.outcome) for review in reflection.looking_back]
    yield [moment.relationship for moment in reflection.moments]
    yield (reflection.evidence.keys(), reflection.answers.keys(), len(page.foreign))
    if page.plan_line:
        line = page.plan_line
        yield (line.behaviour, line.due, line.kept, line.box)


@settings(max_examples=examples(60))
@given(edited_pages())
def test_however_a_page_was_edited_only_words_change(text: str) -> None:
    page, problems = parse(text, "page.md")
    done = forget_on_page(text, person_called("Anna"))
    if page is None:
        return
    assert done is not None
    again, now = parse(done.text, "page.md")
    assert again is not None
    assert [problem.line for problem in now] == [problem.line for problem in problems]
    assert list(facts(again)) == list(facts(page))
    for answer in answers_on(again):
        assert answer.kind == "own" or not Phrase("Anna").spans(answer.text)
    numbers = {line for line, _ in done.left}
    for number, line in enumerate(done.text.split("\n"), start=1):
        if Phrase("Anna").spans(line):
            assert number in numbers


class TestOnAPage:
    @pytest.fixture
    def after(self) -> str:
        return forgotten(PAGE, "will")

    @pytest.mark.parametrize(
        "line",
        [
            REVIEW.format(SOMEONE, SOMEONE),
            "focus-notice: someone notices",
            "someone's door. I someone not say more.",
            "**With:** someone",
            "%% private %%\nsomeone\n%% end %%",
            "_someone_ drew it.",
            "## About someone <!-- will -->",
            "- [ ] call someone",
            TASK.format(SOMEONE),
        ],
    )
    def test_words_change_and_what_the_program_reads_does_not(self, after: str, line: str) -> None:
        assert f"\n{line}\n" in after

    def test_what_is_no_answer_stays_and_is_told(self, after: str) -> None:
        done = forget_on_page(PAGE, person_called("will"))
        assert done is not None
        assert [line for _, line in done.left] == [
            "tags: [will]",
            REVIEW.format("Will", "WILL"),
            "## Talk with Will <!-- moment formal-authority -->",
            "## About Will <!-- will -->",
            "### Will's answers <!-- own-answers -->",
            "**Rating:** 4 of 5 · Will",
            TASK.format("Will"),
        ]

    def test_the_verb_stays_where_case_matters(self) -> None:
        assert "\nsomeone's door. I will not say more.\n" in forgotten(
            PAGE, "Will", match_case=True
        )

    def test_a_name_over_two_lines_becomes_one_mention(self) -> None:
        page = PAGE.replace("_Will_ drew it.", "I saw Anna\nMaria today.")
        assert "\nI saw someone today.\n" in forgotten(page, "Anna Maria")

    @pytest.mark.parametrize(
        ("name", "typed", "stands", "after"),
        [
            ("#1 boss", "#1 boss came", "\\#1 boss came", "someone came"),
            ("R*d", "**R*d** came", "\\**R*d** came", "\\**someone** came"),
            ("<Bo>", "saw\n<Bo> and\n\\<Bo>", "saw\n\\<Bo> and\n\\\\<Bo>", "saw\n{} and\n\\{}"),
        ],
    )
    def test_a_backslash_of_the_page_goes_with_the_name_that_needed_it(
        self, name: str, typed: str, stands: str, after: str
    ) -> None:
        page = render(Reflection(date="2026-11-20", rubric="r", insight=typed), RUBRIC)
        assert f"\n{stands}\n" in page
        assert f"\n{after.replace('{}', SOMEONE)}\n" in forgotten(page, name)

    @pytest.mark.parametrize("field", ["with", "what"])
    def test_in_one_line_and_in_a_text_a_name_is_found_as_it_was_typed(self, field: str) -> None:
        moment = {"relationship": "other", field: "met R*d<ohn>"}
        answers = {"date": "2026-11-20", "rubric": "r", "moments": [moment]}
        page = render(Reflection.model_validate(answers), RUBRIC)
        assert "met someone>\n" in forgotten(page, "R*d<ohn")

    def test_what_looks_like_a_mark_inside_a_text_is_text(self) -> None:
        text = "**Rating:** Will\n\n```\n## Will <!-- insight -->\n**Outcome:** Will\n```"
        page = PAGE.replace("Will's door. I will not say more.", text)
        assert f"\n{text.replace('Will', SOMEONE)}\n" in forgotten(page, "Will")

    def test_without_front_matter_nobody_knows_what_the_lines_are(self) -> None:
        assert forget_on_page("Will\n", person_called("Will")) is None


def test_a_record_keeps_its_boxes_dates_and_ids() -> None:
    inbox = "\ufeff- [x] 2026-11-17 X asked\r\n- [ ] call x\r\nx\r\n"
    done = forget_in_record(inbox, person_called("x"))
    assert done.text == (
        "\ufeff- [x] 2026-11-17 someone asked\r\n- [ ] call someone\r\nsomeone\r\n"
    )
    assert [change.line for change in done.changes] == [1, 2, 3]


@pytest.mark.parametrize("head", ["- 2026-11-17 own-answers: ", "- 2026-11-17 own-answers 4: "])
def test_a_record_keeps_what_it_is_about(head: str) -> None:
    done = forget_in_record(f"{head}What did own do?\n", person_called("own"))
    assert done.text == f"{head}What did someone do?\n"
