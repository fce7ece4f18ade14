"""Which rubrics an export is about, where none is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from learnlead.cli.context import AppContext
from learnlead.coach.ledger import Export
from learnlead.errors import Interrupted
from learnlead.page.naming import COACH_REPLY, PageName
from learnlead.sitting.question import Choice, Kind, Question, Step


def choose_rubrics(app: AppContext, before: Sequence[Export], *, asks: bool) -> list[str]:
    """The rubric that has pages; where several have, those that the leader chooses.

    Args:
        app: asks, and has the journal.
        before: earlier exports for the same recipient; empty where nobody is named.
        asks: whether there is somebody to ask; else it is the first rubric of the settings.

    Raises:
        Interrupted: Ctrl-C, or the end of the input.
    """
    names = app.page_store.page_names()
    counts = Counter(name.rubric for name in names)
    with_pages = [rubric for rubric in app.rubrics_in_use(names) if counts[rubric]]
    with_pages = [rubric for rubric in with_pages if rubric in app.rubrics.ids()]
    if len(with_pages) < 2 or not asks:
        return with_pages[:1]
    return _ask(app, with_pages, _new_pages(names, before))


def _new_pages(names: Sequence[PageName], before: Sequence[Export]) -> Mapping[str, int]:
    """By rubric, how many pages no earlier export could have used."""
    used = {page for export in before for page in export.pages}
    new: Counter[str] = Counter()
    days: Counter[str] = Counter()
    for name in names:
        plain = f"{name.day}-{name.rubric}"
        days[plain] += 1
        called = plain if days[plain] == 1 else f"{plain}.{days[plain]}"
        new[name.rubric] += called not in used and name.rubric != COACH_REPLY
    return new


def _ask(app: AppContext, rubrics: Sequence[str], new: Mapping[str, int]) -> list[str]:
    from learnlead.cli.one_question import ask_screen

    words = app.words_of("export")
    pages = {
        rubric: words.counted(new[rubric], "export.pages") if new[rubric] else words("export.none")
        for rubric in rubrics
    }
    choices = tuple(
        Choice(rubric, words("export.rubric", title=app.rubric(rubric).title, pages=pages[rubric]))
        for rubric in rubrics
    )
    question = Question(
        "rubrics",
        Step.NOW_WHAT,
        Kind.SEVERAL,
        words("export.rubrics-about"),
        words("export.rubrics"),
        choices,
        preset=[rubric for rubric in rubrics if new[rubric]] or [rubrics[0]],
        help=words("export.rubrics-help"),
        words=words,
    )
    try:
        typed = ask_screen(
            app, question, heading=words("export.heading"), is_first=True, words=words
        )
    except Interrupted:
        raise Interrupted(words("export.nothing-left")) from None
    chosen = (typed or {}).get("rubrics")
    marked = chosen if isinstance(chosen, list) else []
    return [rubric for rubric in rubrics if rubric in marked] or [rubrics[0]]
