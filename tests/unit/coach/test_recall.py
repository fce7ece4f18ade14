"""What a recipient has is known again, whatever has changed since, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from learnlead.coach.bundle import Content, SentPlan, Terms
from learnlead.coach.ledger import Export, ExportedLine
from learnlead.coach.recall import Recall
from learnlead.coach.selection import Offer, OfferedLine
from learnlead.sitting.mark import Outcome

DAY, TODAY = date(2026, 10, 23), date(2026, 11, 20)
PAGE, LATER = "2026-10-02-learning-leader", "2026-11-06-learning-leader"

MOMENT = OfferedLine(f"{PAGE}/moment-1", "moments", "She asked", ticked=False)
INSIGHT = OfferedLine(f"{LATER}/insight", "insights", "Wait", ticked=False)
FINDING = OfferedLine(
    "finding-1", "findings", "5 of 6 plans done", ticked=True, stable_id="plans-done//0"
)
HAD_MOMENT = ExportedLine(id=MOMENT.id, kind="moments", text=MOMENT.text)


def export(*lines: ExportedLine, until: date | None = None, **more: object) -> Export:
    token = "0" * 32
    known: dict[str, object] = {"pages": (PAGE,), **more}
    return Export(
        entry=token,
        bundle=token,
        leader=token,
        on=DAY,
        terms=Terms(recipient="Kim", until=until),
        file="a.zip",
        lines=lines,
        **known,
    )


def recalled(
    *exports: Export, offer: Offer | None = None, starts: bool = True, hidden: str = "·"
) -> dict[str, OfferedLine]:
    offer = offer or Offer((FINDING, MOMENT, INSIGHT), Content())
    recall = Recall(TODAY, "Kim", exports, starts=starts)
    lines = recall.applied_to(offer, lambda text: text.replace(hidden, "someone 1")).lines
    return {line.id: line for line in lines}


def test_what_left_is_had_what_did_not_is_passed_over_and_what_came_since_is_new() -> None:
    lines = recalled(export(HAD_MOMENT))
    assert lines[MOMENT.id].had == DAY
    assert lines[INSIGHT.id].is_new
    other = recalled(export())
    assert (other[MOMENT.id].had, other[MOMENT.id].passed_over) == (None, True)
    assert not other[MOMENT.id].is_new
    assert lines[FINDING.id].is_new, "no bundle told it"


def test_what_left_in_another_language_is_had_too() -> None:
    german = replace(
        FINDING,
        text="5 von 6 Plänen umgesetzt",
        says=lambda words: {"en": FINDING.text}.get(words.language, "…"),
    )
    sent = ExportedLine(id="finding-9", kind="findings", text=FINDING.text)
    offer = Offer((german,), Content())
    assert recalled(export(sent), offer=offer)[FINDING.id].had == DAY
    other = sent.model_copy(update={"text": "4 of 6 plans done"})
    assert recalled(export(other), offer=offer)[FINDING.id].is_new


def test_without_an_earlier_bundle_nothing_changes() -> None:
    assert recalled()[FINDING.id] is FINDING


def test_a_name_hidden_since_does_not_make_a_line_new() -> None:
    with_name = Offer((OfferedLine(MOMENT.id, "moments", "someone 1 asked"),), Content())
    sent = ExportedLine(id=MOMENT.id, kind="moments", text="Krause asked")
    assert recalled(export(sent), offer=with_name, hidden="Krause")[MOMENT.id].had == DAY
    changed = ExportedLine(id=MOMENT.id, kind="moments", text="Krause asked twice")
    assert recalled(export(changed), offer=with_name, hidden="Krause")[MOMENT.id].had is None


def test_what_was_lent_until_a_day_gone_by_is_not_had_any_more() -> None:
    assert recalled(export(HAD_MOMENT, until=date(2026, 11, 19)))[MOMENT.id].had is None
    assert recalled(export(HAD_MOMENT, until=TODAY))[MOMENT.id].had == DAY


def test_a_finding_with_other_figures_is_new_and_with_the_same_it_is_had() -> None:
    same = ExportedLine(id="finding-7", kind="findings", text=FINDING.text)
    assert recalled(export(same))[FINDING.id].had == DAY
    other = ExportedLine(id=FINDING.id, kind="findings", text="4 of 5 plans done")
    assert recalled(export(other))[FINDING.id].is_new


def test_who_has_a_page_has_what_stands_on_it() -> None:
    page = OfferedLine(f"{PAGE}/page", "pages", "# A page", holds=frozenset({MOMENT.id, PAGE}))
    plan = OfferedLine(PAGE, "plans", "If A, then B: done")
    sent = ExportedLine(id=page.id, kind="pages", text=page.text)
    lines = recalled(export(sent), offer=Offer((plan, MOMENT, page), Content()))
    assert lines[MOMENT.id].had == DAY
    assert lines[PAGE].had is None, "what became of a plan stands on no page"


@pytest.mark.parametrize(("settled", "is_new"), [((), True), ((PAGE,), False)])
def test_a_plan_is_new_again_once_it_has_an_outcome(settled: tuple[str, ...], is_new: bool) -> None:
    outcome: Outcome = "done"
    plan = SentPlan(id=PAGE, date=DAY, cue="A", action="B", outcome=outcome)
    line = OfferedLine(PAGE, "plans", "If A, then B: done", ticked=True)
    offer = Offer((line,), Content(plans=(plan,)))
    assert recalled(export(settled=settled), offer=offer)[PAGE].is_new is is_new


@pytest.mark.parametrize(
    ("chosen", "ticked"), [("all", True), ("some", False), ("none", False), (None, False)]
)
def test_what_was_chosen_last_time_is_a_start(chosen: str | None, ticked: bool) -> None:
    earlier = export(chosen={"insights": chosen} if chosen else {})
    assert recalled(earlier)[INSIGHT.id].ticked is ticked
    assert not recalled(earlier, starts=False)[INSIGHT.id].ticked, "only where it is asked about"
    unwanted = recalled(export(chosen={"findings": "none"}))
    assert not unwanted[FINDING.id].ticked, "what was left out all over is not ticked by a rule"


def test_a_choice_is_told_by_kind_of_what_is_new() -> None:
    offer = Offer((FINDING, MOMENT, INSIGHT), Content())
    assert offer.choice({FINDING.id}) == {"findings": "all", "moments": "none", "insights": "none"}
