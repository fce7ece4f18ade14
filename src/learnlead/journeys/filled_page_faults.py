"""Whatever somebody wrote on the page of a sitting that cannot become an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from learnlead.errors import LearnleadError, Problem
from learnlead.journal.days import not_later
from learnlead.journal.page import Page
from learnlead.journal.reading import Reading
from learnlead.plaintext.words import quoted
from learnlead.reflection.circumstances import Circumstances

MINUTES_AT_MOST = 1440
"""No sitting is longer than a day."""

_GROUPS = ("looking-back", "ratings", "questions", "plan")
_REMEDIES = {
    "foreign": "put a backslash before the heading, and it is part of the text above",
    "plan": "take the # away before the plan, or fill in the line that is there for a new one",
}
_BELOW = "move it below a heading that asks for it"


def no_answers(page: Page, reading: Reading, around: Circumstances) -> Iterator[Problem]:
    """What is another sitting's, what belongs to an earlier page, what nobody asks for."""
    yield from _front(reading, around)
    yield from _of_earlier_plans(page, reading, around)
    if page.plan_line is not None and page.plan_line.box != " ":
        line = reading.body.line_of(reading.body.plan_at)
        yield Problem("a plan made here is still open", "write - [ ] before it", line=line)
    yield from _unasked(reading)


def look_back_line(reading: Reading, stem: str) -> int:
    """The line of the look-back on the plan of that page, counted from 1."""
    body = reading.body
    for number, review in enumerate(body.reviews):
        if review.plan == stem:
            return body.line_of(body.places["note", number])
    return 1


def _front(reading: Reading, around: Circumstances) -> Iterator[Problem]:
    header, rubric = reading.header, around.rubric

    def wrong(key: str, message: str, remedy: str) -> Problem:
        return Problem(message, remedy, line=reading.front.line_of(key))

    if header.rubric != rubric.id:
        remedy = f"write rubric: {rubric.id}; `--rubric` begins a page of another one"
        yield wrong("rubric", f"this page asks the questions of {rubric.id}", remedy)
    elif header.rubric_version not in (None, rubric.version):
        message = f"{rubric.id} has become version {rubric.version} since this page was begun"
        remedy = f"look through its answers again, then write rubric-version: {rubric.version}"
        yield wrong("rubric-version", message, remedy)
    try:
        not_later(header.date, around.today)
    except LearnleadError as error:
        yield from (wrong("date", p.message, p.remedy) for p in error.problems)
    if (header.minutes or 0) > MINUTES_AT_MOST:
        yield wrong("minutes", "these are more minutes than a day has", "write fewer, or none")
    if header.focus_notice and not (header.focus or around.current_focus):
        yield wrong("focus-notice", "there is no focus to notice", "write its id behind focus:")
    for key, value in header.extra.items():
        if value is not None and (key, value) != ("tags", ["learnlead"]):
            remedy = "take the line out; you can add it to the page once that is saved"
            yield wrong(key, f"no answer is called {quoted(key)}", remedy)
    notice = re.search(r"^focus-notice:.*[ \t]#", reading.front.source, re.MULTILINE)
    if notice is not None and "#" not in (header.focus_notice or ""):
        remedy = "put the whole text between quotation marks"
        yield wrong("focus-notice", "what stands behind # is lost", remedy)


def _of_earlier_plans(page: Page, reading: Reading, around: Circumstances) -> Iterator[Problem]:
    plans = {plan.stem: (plan.cue, plan.action) for plan in around.plans}
    for review in page.reflection.looking_back:
        words = (review.cue, review.action)
        if words != plans.get(review.plan, words):
            message = "here stand other words than those of the earlier plan"
            remedy = "leave them; below Plan you can adjust it or make a new one"
            yield Problem(message, remedy, line=look_back_line(reading, review.plan))


def _unasked(reading: Reading) -> Iterator[Problem]:
    for (kind, at), whole in reading.body.as_they_stand():
        text = whole.strip()
        if not text or kind not in ("foreign", *_GROUPS):
            continue
        if kind == "foreign" and text.startswith("# ") and "\n" not in text:
            continue  # the title
        message = f"no question asks for this: {quoted(text.partition(chr(10))[0])}"
        if at:
            remedy = _REMEDIES.get(kind, _BELOW)
            yield Problem(message, remedy, line=reading.body.line_of(int(at)))
        else:  # above the first heading
            front = reading.front.source.count("\n") + 3
            blank = len(whole) - len(whole.lstrip())
            line = front + whole.count("\n", 0, blank)
            yield Problem(message, _BELOW, line=line)
