"""The tables beside the report: every text of a bundle, and every mark, one a row."""

from __future__ import annotations

from learnlead.coaching.bundle import Content
from learnlead.reports.trends_csv import csv_table

LINE_HEADS = ("id", "kind", "date", "behaviour", "relationship", "text")
RATING_HEADS = ("date", "page", "depth", "behaviour", "relationship", "mark", "value")


def lines_csv(content: Content) -> str:
    """What the leader wants, the focus, findings, plans and passages."""
    rows: list[tuple[str | None, ...]] = []
    if content.want:
        rows.append(("want", "want", None, None, None, content.want))
    if focus := content.focus:
        since = focus.since.isoformat()
        rows.append((focus.id, "focus", since, focus.behaviour, None, focus.statement))
        if focus.notice:
            rows.append(("notice", "notice", since, focus.behaviour, None, focus.notice))
    rows += [(one.id, one.kind, None, None, None, one.text) for one in content.findings]
    for plan in content.plans:
        waiting = "carried on" if plan.carried_on else "open"
        words = f"If {plan.cue}, then I will {plan.action} ({plan.outcome or waiting})"
        rows.append((plan.id, "plans", plan.date.isoformat(), plan.behaviour, None, words))
    for one in content.passages:
        day = one.date.isoformat()
        rows.append((one.id, one.kind, day, one.behaviour, one.relationship, one.text))
    return csv_table(LINE_HEADS, rows, breaks=True)


def ratings_csv(content: Content) -> str:
    """The marks; `value` is the number, empty for an absence."""
    rows = (
        (
            one.date.isoformat(),
            one.page,
            one.depth,
            one.behaviour,
            one.relationship,
            str(one.mark),
            str(one.mark) if isinstance(one.mark, int) else None,
        )
        for one in content.ratings
    )
    return csv_table(RATING_HEADS, rows, breaks=True)
