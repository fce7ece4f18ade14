from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np
import pymannkendall
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from scipy.stats import false_discovery_control, norm, theilslopes

from learnlead.errors import Problem
from learnlead.page.facts import Sitting
from learnlead.reports.json import to_json, trends_json
from learnlead.trends.summarise import summarise
from made_journals import answered, saying
from made_sittings import BEGUN, plan, review, sitting, small_rubric, weekly
from sizes import examples

pytestmark = pytest.mark.core

Answer = Mapping[str, Any]

TODAY = BEGUN + timedelta(weeks=200)
BEHAVIOURS = ("asking", "listening", "own-own", "daring")


def answer(sittings: list[Sitting], **more: Any) -> Answer:
    rubric = more.pop("rubric", small_rubric(*BEHAVIOURS))
    found = trends_json(summarise(sittings, rubric, **{"today": TODAY, **more}))
    said: Answer = json.loads(to_json(found))
    return said


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(
        (files("learnlead.reports") / "schemas" / "trends-2.json").read_text("utf-8")
    )
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def all_series(said: Answer) -> Iterator[Answer]:
    yield said["composite"]
    yield from said["behaviours"]
    if said["focus"] is not None:
        yield said["focus"]


@st.composite
def journals(draw: st.DrawFn) -> list[Sitting]:
    """Irregular dates, now and then two sittings on one; ratings of 1 to 5 with gaps."""
    day, found = BEGUN, []
    declared = draw(st.integers(0, 30))
    for number in range(draw(st.integers(0, 40))):
        day += timedelta(days=draw(st.sampled_from([7, 7, 7, 7, 6, 8, 14, 31, 1, 0])))
        marks = {one: draw(st.sampled_from([1, 2, 3, 3, 4, 4, 5, None])) for one in BEHAVIOURS}
        ratings = {one: mark for one, mark in marks.items() if mark is not None}
        found.append(
            sitting(
                day,
                ratings,
                stem=f"{day}-small.{number:02}",
                focus="asking" if number >= declared else "daring",
            )
        )
    return found


@given(journals())
def test_slopes_and_tests_equal_scipy_and_pymannkendall(sittings: list[Sitting]) -> None:
    for series in all_series(answer(sittings)):
        weeks, values = weeks_and_values(series)
        assert series["n"] == len(values)
        if len(values) < 2:
            assert series["slope_per_week"] is series["mann_kendall"]["p"] is series["phi"] is None
            continue
        slope = theilslopes(values, weeks)
        assert series["slope_per_week"] == pytest.approx(slope.slope, abs=1e-9)
        assert series["slope_low"] == pytest.approx(slope.low_slope, abs=1e-9)
        assert series["slope_high"] == pytest.approx(slope.high_slope, abs=1e-9)
        test = pymannkendall.original_test(values)
        for key in ("s", "var_s", "z", "p"):
            assert series["mann_kendall"][key] == pytest.approx(getattr(test, key), abs=1e-9)
        assert series["median"] == pytest.approx(float(np.median(values)), abs=1e-9)


@given(journals())
def test_autocorrelation_and_families_equal_the_text_book(sittings: list[Sitting]) -> None:
    """Written a second time with numpy; the looks' own figures have their tests beside them."""
    said = answer(sittings)
    dates = sorted({one.date for one in sittings})
    if len(dates) < 2:
        return
    gap = float(np.median(np.diff([day.toordinal() for day in dates]))) / 7
    phi = pooled_phi(said["behaviours"], gap)
    phi = 0.5 if phi is None else phi
    own = pooled_phi([said["composite"]], gap)
    phi_c = max(phi, phi if own is None else own)
    for series in all_series(said):
        if series["n"] < 2:
            continue
        used = phi_c if series is said["composite"] else (phi + phi_c) / 2
        assert series["phi"] == pytest.approx(used, abs=1e-9)
        if series["z"] is not None:
            assert series["p_corrected"] == pytest.approx(2 * norm.sf(abs(series["z"])), abs=1e-9)
    judged = [one for one in said["behaviours"] if one["p_adjusted"] is not None]
    if judged:
        expected = list(false_discovery_control([one["p_corrected"] for one in judged]))
        assert [one["p_adjusted"] for one in judged] == pytest.approx(expected, abs=1e-9)
    alone = said["composite"]
    assert alone["p_adjusted"] in (None, alone["p_corrected"])
    assert [look["sittings"] for look in said["looks"]] == [
        k for k in (13, 26, 39) if k <= len(dates)
    ]


def weeks_and_values(series: Answer) -> tuple[list[float], list[float]]:
    days = [date.fromisoformat(one["date"]).toordinal() for one in series["values"]]
    return [(day - days[0]) / 7 for day in days], [one["value"] for one in series["values"]]


def lag_one(weeks: list[float], values: list[float], gap: float) -> float | None:
    if len(values) < 5:
        return None
    residuals = np.array(values) - np.polyval(np.polyfit(weeks, values, 1), weeks)
    near = [i for i, (a, b) in enumerate(pairwise(weeks)) if 0.55 <= (b - a) / gap <= 1.45]
    square = float(np.mean(residuals**2))
    if len(near) < 3 or square < 1e-12:
        return None
    r = float(np.mean([residuals[i] * residuals[i + 1] for i in near])) / square
    return max(-1.0, min(r, 1.0))


def pooled_phi(series: list[Answer], gap: float) -> float | None:
    found = [(lag_one(*weeks_and_values(one), gap), one["n"]) for one in series]
    told = [(r, n) for r, n in found if r is not None]
    if not told:
        return None
    r, n = np.mean(told, axis=0)
    return float(np.clip((r + 2 / n) / (1 - 4 / n), 0, 0.9))


@given(journals())
def test_the_composite_is_the_mean_deviation_from_the_usual(sittings: list[Sitting]) -> None:
    said = answer(sittings)
    means = {
        b["id"]: np.mean([v["value"] for v in b["values"]]) for b in said["behaviours"] if b["n"]
    }
    expected: dict[str, list[float]] = {}
    for one in sittings:
        beyond = [mark - means[key] for key, mark in one.ratings.items()]
        if len(beyond) >= 2:
            value = float(np.mean(beyond) + np.mean(list(means.values())))
            expected.setdefault(one.date.isoformat(), []).append(value)
    values = {one["date"]: one["value"] for one in said["composite"]["values"]}
    assert values == pytest.approx(
        {day: float(np.mean(v)) for day, v in expected.items()}, abs=1e-8
    )


@settings(max_examples=examples(25))
@given(journals())
def test_every_answer_keeps_the_contract(sittings: list[Sitting]) -> None:
    validator().validate(answer(sittings))


def test_a_whole_answer_keeps_the_contract() -> None:
    said = answer(
        [
            sitting(0, {"asking": {"own": 5, "peer": 2}}, depth="full", live=("own", "peer")),
            sitting(1, {"asking": "none-made"}, plan=plan(3), evidence=frozenset({"asking"})),
            sitting(2, {"asking": 4}, focus="asking", reviews=review("2026-01-09-small", "done")),
            sitting(3, rubric_version=9),
            sitting(300, focus="asking", focus_notice="they finish their sentences"),
        ],
        problems=[Problem("cannot be read", "mend it", file="journals/x.md", line=2)],
    )
    validator().validate(said)
    assert said["schema"] == "learnlead/trends/2"
    assert said["window"] == {"values": 4, "from": "2026-01-02", "to": "2031-10-03"}
    assert said["weeks"]["held"] == 5
    assert said["apart"] == [
        {"rubric_version": 9, "n": 1, "from": "2026-01-23", "to": "2026-01-23"}
    ]
    assert said["focus"]["notice"] == "they finish their sentences"
    assert said["relationships"][0]["values"] == [{"date": "2026-01-02", "value": 5}]
    assert [one["line"] for one in said["problems"]] == [2, None]
    assert said["themes"] == {"rising": [], "falling": [], "steady": []}
    assert said["findings"] == []


def test_signals_themes_and_findings_keep_the_contract() -> None:
    pages = [sitting(w, {"asking": 1 if w == 30 else 3, "listening": 3}) for w in range(40)]
    texts = answered("opposite", {page.stem: "No news. The pump failed." for page in pages})
    said = answer(pages, texts=saying(texts))
    validator().validate(said)
    (signal,) = said["composite"]["signals"]
    assert signal["date"] == "2026-07-31"
    assert signal["value"] < signal["limit"]
    failed = said["themes"]["steady"][0]
    assert (failed["term"], failed["entries"], failed["recent"]) == ("failed", 40, 13)
    assert failed["quotes"][0] == {
        "date": "2026-10-02",
        "text": "The pump failed.",
        "page": "2026-10-02-small",
        "answer": "opposite",
    }
    unusual = next(one for one in said["findings"] if one["kind"] == "unusual-week")
    assert unusual["pages"] == ["2026-07-31-small"]
    assert "31 July 2026" in unusual["text"]


def test_the_schema_refuses_what_the_contract_does_not_have() -> None:
    said = dict(answer(weekly([3] * 12)))
    for key in said:
        assert list(validator().iter_errors({k: v for k, v in said.items() if k != key})), key
    assert list(
        validator().iter_errors({**said, "composite": {**said["composite"], "verdict": "up"}})
    )
    assert not list(validator().iter_errors({**said, "a-later-key": 1}))


def test_an_empty_journal_is_null_where_there_is_no_figure() -> None:
    said = answer([])
    validator().validate(said)
    assert (said["from"], said["to"], said["focus"]) == (None, None, None)
    assert said["window"] == {"values": 0, "from": None, "to": None}
    assert [one["id"] for one in said["behaviours"]] == list(BEHAVIOURS)
    composite = said["composite"]
    lists = {"n": 0, "values": [], "signals": [], "depths": {"quick": 0, "standard": 0, "full": 0}}
    assert composite == {
        **dict.fromkeys(composite),
        **lists,
        "mann_kendall": {"s": None, "var_s": None, "z": None, "p": None},
        "verdict": "values-only",
    }
    assert (said["looks"], said["bets"], said["differences"]) == ([], [], [])


def test_equal_ratings_have_every_figure() -> None:
    series = answer(weekly([4] * 14))["behaviours"][0]
    assert series["slope_per_week"] == series["slope_low"] == series["slope_high"] == 0
    assert series["mann_kendall"] == {"s": 0, "var_s": 0, "z": 0, "p": 1}
    assert (series["var_s_corrected"], series["p_corrected"], series["p_adjusted"]) == (0, 1, 1)
    assert series["phi"] == 0.5
    assert series["verdict"] == "no-trend-detected"


def test_only_the_composite_has_a_corrected_interval() -> None:
    said = answer(weekly([1, 3, 2, 4, 3, 5, 4] * 3, focus="asking"), rubric=small_rubric("asking"))
    composite, behaviour = said["composite"], said["behaviours"][0]
    assert composite["slope_low_corrected"] <= composite["slope_low"]
    assert composite["slope_high"] <= composite["slope_high_corrected"]
    for series in (behaviour, said["focus"]):
        assert series["slope_low_corrected"] is series["slope_high_corrected"] is None


def test_plans_are_counted_by_what_became_of_them() -> None:
    stems = [f"{BEGUN + timedelta(weeks=w)}-small" for w in range(4)]
    said = answer(
        [
            sitting(0, plan=plan(1)),
            sitting(1, plan=plan(2, kept=stems[0]), reviews=review(stems[0], "not-done")),
            sitting(2, plan=plan(3, box="-")),
            sitting(3, plan=plan(4), reviews=review(stems[1], "cue-never-came")),
            sitting(4, plan=plan()),
        ],
        today=BEGUN + timedelta(weeks=5),
    )["plans"]
    items = said.pop("items")
    assert said == {
        "made": 4,
        "kept": 1,
        "done": 0,
        "partly": 0,
        "not_done": 1,
        "cue_never_came": 1,
        "dropped": 1,
        "open": 2,
        "overdue": 1,
    }
    assert items[0] == {
        "id": stems[0],
        "behaviour": "asking",
        "cue": "someone is stuck",
        "action": "ask first",
        "due": "2026-01-09",
        "outcome": "not-done",
        "open": False,
        "page": f"journals/{stems[0]}.md",
    }
    assert [one["outcome"] for one in items[3:]] == [None, None]


def test_json_is_readable_in_any_language_and_never_nan() -> None:
    assert to_json({"notice": "sie führen Sätze zu Ende 学"}) == (
        '{"notice": "sie führen Sätze zu Ende 学"}\n'
    )
    assert to_json({"notice": "\x9b31m\x7f"}) == '{"notice": "\\u009b31m\\u007f"}\n'
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json({"value": math.nan})
