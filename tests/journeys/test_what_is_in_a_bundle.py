"""What a bundle says of itself is what is in it: nothing left out is inside, nothing missing told.

Every text of the made journals has a word of its own, which begins with its kind.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from learnlead.app.export.brief import brief
from learnlead.app.export.journal import clean_journal, read_source
from learnlead.app.export.packing import Bundle, pack
from learnlead.app.export.request import ExportRequest
from learnlead.coach.bundle import MANIFEST_FILE, Leader, Manifest, Terms
from learnlead.coach.names.pseudonyms import Names
from learnlead.coach.selection import ONLY_BY_NAME, Offer, OfferedLine
from learnlead.page.writer import render
from learnlead.rubric.model import Rubric
from learnlead.sitting.kinds import KINDS, Kind
from learnlead.sitting.model import Reflection
from sizes import examples
from twins import MemoryRubrics, MemoryShelf

RUBRIC = Rubric.model_validate(
    {
        "learnlead-rubric": 1,
        "id": "small",
        "version": 1,
        "title": "Small",
        "scale": {"kind": "frequency", "labels": ["never", "rarely", "half", "mostly", "always"]},
        "relationships": [
            {"id": "formal-authority", "name": "Formal", "sentence": "I helped someone learn"},
            {"id": "equal-influence", "name": "Equal", "sentence": "a peer and I learned"},
        ],
        "behaviours": [
            {"id": "asking", "name": "Asking", "i": "I asked", "opportunity": "made"},
            {"id": "waiting", "name": "Waiting", "i": "I waited", "opportunity": "met"},
        ],
        "questions": [{"id": "keep-one", "ask": "Which would you keep?"}],
    }
)

FIRST = date(2026, 1, 2)
LEADER = Leader(id="0" * 32)
WORD = re.compile(
    r"\b(?:plans|moments|evidence|insights|obstacles|looked|heard|answers|notice|opposite)q\d+z"
)
PLAN_NOT_DONE = {"plan": "new", "outcome": "not-done"}
"""Week after week, so that a finding quotes it."""

KIND_OF: dict[str, Kind] = {"looked": "look-backs"}


def journals() -> st.SearchStrategy[dict[str, str]]:
    """Pages of one rubric, a week apart, by their names."""
    week = st.fixed_dictionaries(
        {
            "focus": st.sampled_from((None, "asking", "waiting")),
            "plan": st.sampled_from(("new", None, "kept")),
            "outcome": st.sampled_from(("not-done", "done", "partly", None)),
            "moments": st.lists(st.sampled_from(("what", "other_side", "both")), max_size=2),
            "said": st.sets(
                st.sampled_from(
                    ("notice", "note", "heard", "evidence", "insight", "obstacle", "opposite")
                )
            ),
            "ratings": st.booleans(),
            "answers": st.booleans(),
        }
    )
    return st.one_of(
        st.lists(week, min_size=1, max_size=5),
        st.lists(week.map(lambda plan_week: plan_week | PLAN_NOT_DONE), min_size=5, max_size=6),
    ).map(written)


def written(weeks: list[dict[str, Any]]) -> dict[str, str]:
    numbers = count(1)

    def words(kind: str) -> str:
        return f"{kind}q{next(numbers)}z here"

    pages: dict[str, str] = {}
    last_plan: dict[str, Any] | None = None
    last_stem = ""
    for number, week in enumerate(weeks):
        day, texts = FIRST + timedelta(weeks=number), week["said"]
        stem = f"{day}-small"
        answers: dict[str, Any] = {"date": day, "rubric": "small", "focus": week["focus"]}
        if week["focus"] and "notice" in texts:
            answers["focus_notice"] = words("notice")
        if last_plan and (week["outcome"] or "note" in texts):
            note = words("looked") if "note" in texts else None
            old = {"cue": last_plan["cue"], "action": last_plan["action"]}
            review = {"plan": last_stem, **old, "outcome": week["outcome"], "note": note}
            answers["looking_back"] = [review]
        answers["moments"] = [
            {
                "relationship": "formal-authority",
                "what": words("moments") if parts != "other_side" else None,
                "other_side": words("moments") if parts != "what" else None,
            }
            for parts in week["moments"]
        ]
        answers["ratings"] = {"asking": 3} if week["ratings"] else {}
        answers["evidence"] = {"asking": words("evidence")} if "evidence" in texts else {}
        answers["answers"] = {"keep-one": words("answers")} if week["answers"] else {}
        for field, kind in (("insight", "insights"), ("obstacle", "obstacles")):
            answers[field] = words(kind) if field in texts else None
        for field in ("heard", "opposite"):
            answers[field] = words(field) if field in texts else None
        if week["plan"]:
            plan = {"behaviour": "asking", "cue": words("plans"), "action": words("plans")}
            if week["plan"] == "kept" and last_plan:
                plan = {**last_plan, "kept": last_stem}
            answers["plan"] = last_plan = plan
            last_stem = stem
        pages[f"{stem}.md"] = render(Reflection.model_validate(answers), RUBRIC)
    return pages


def offer_and_bundle(
    pages: dict[str, str],
    data: st.DataObject,
    *,
    include: Collection[Kind],
    may_leave: Collection[Kind] = KINDS,
) -> tuple[Offer, Bundle]:
    """What is offered of a journal, and the bundle of some of it."""
    source = read_source(MemoryShelf(pages), RUBRIC, MemoryRubrics(RUBRIC))
    assert source.problems == []
    wanted = ExportRequest(
        rubric=RUBRIC,
        today=FIRST + timedelta(weeks=6),
        include=frozenset(include),
        may_leave=frozenset(may_leave),
    )
    made = brief(clean_journal(source, Names([], salt="salt")), wanted)
    ids = [line.id for line in made.offer.lines]
    chosen = data.draw(
        st.one_of(st.just(set(ids)), st.sets(st.sampled_from(ids)) if ids else st.just(set()))
    )
    return made.offer, pack([made], chosen, want=None, leader=LEADER, terms=Terms())


def everything_in(bundle: Bundle) -> str:
    return "\n".join(content.decode() for content in bundle.files.values())


def is_inside(line: OfferedLine, bundle: Bundle) -> bool:
    """Whether any file of the bundle has what the line says."""
    content = json.loads(bundle.files["annexes/data.json"])
    page = line.id.rpartition("/")[0]
    copies = [raw.decode() for name, raw in bundle.files.items() if name.endswith(".md")]
    copy = bundle.files.get(f"annexes/pages/{page}.md", b"").decode()
    match line.kind:
        case "pages":
            return bool(copy)
        case "ratings":
            table = bundle.files.get("annexes/ratings.csv", b"").decode()
            return f",{page}," in table or "**Rating:**" in copy
        case "focus":
            behaviour = "asking" if line.text.startswith("Asking") else "waiting"
            in_copy = any(f"\nfocus: {behaviour}\n" in text for text in copies)
            return content["focus"] is not None or in_copy
        case "findings" | "themes" | "bets":
            return any(finding["text"] == line.text for finding in content["findings"])
    words = set(WORD.findall(line.text))
    here = {word for word in words if word in everything_in(bundle)}
    assert here in (set(), words), "a line is in a bundle as a whole"
    assert words
    return bool(here)


@settings(max_examples=examples(300))
@given(journals(), st.sampled_from([(), ("opposite",)]), st.data())
def test_what_is_said_to_be_left_out_is_nowhere_and_all_that_is_nowhere_is_said(
    pages: dict[str, str], include: tuple[Kind, ...], data: st.DataObject
) -> None:
    offer, bundle = offer_and_bundle(pages, data, include=include)
    inside = {line.id for line in offer.lines if is_inside(line, bundle)}
    staying = Counter(line.kind for line in offer.lines if line.id not in inside)
    manifest = Manifest.model_validate_json(bundle.files[MANIFEST_FILE])
    left_out = {kind.kind: kind.lines for kind in manifest.left_out}
    assert left_out == staying
    assert set(manifest.included) == {line.kind for line in offer.lines if line.id in inside}
    report = bundle.files["report.md"].decode()
    assert ("I left out:" in report) == bool(staying)


@settings(max_examples=examples(300))
@given(journals(), st.sets(st.sampled_from(KINDS)), st.data())
def test_no_word_leaves_of_a_kind_that_may_not(
    pages: dict[str, str], may_leave: set[Kind], data: st.DataObject
) -> None:
    include = data.draw(st.sets(st.sampled_from(sorted(may_leave)))) if may_leave else set()
    offer, bundle = offer_and_bundle(pages, data, include=include, may_leave=may_leave)
    offered = may_leave - (ONLY_BY_NAME - include)
    assert {line.kind for line in offer.lines} <= offered
    contents = everything_in(bundle)
    assert set(kinds_of_words(contents)) <= offered
    assert set(kinds_of_words("\n".join(line.text for line in offer.lines))) <= offered
    if "ratings" not in may_leave:
        assert "**Rating:**" not in contents
        assert "annexes/ratings.csv" not in bundle.files
    if "focus" not in may_leave:
        assert "\nfocus" not in contents
    if "pages" not in may_leave:
        assert not [name for name in bundle.files if name.startswith("annexes/pages/")]


def kinds_of_words(text: str) -> Iterator[Kind]:
    for word in WORD.findall(text):
        name = word.partition("q")[0]
        yield KIND_OF.get(name, name)


def thirteen_weeks(obstacle: str, **also: Any) -> dict[str, str]:
    """Rated pages, so many that findings are told; the newest three have that obstacle."""
    pages = {}
    for number in range(13):
        day = FIRST + timedelta(weeks=number)
        answers = {"date": day, "rubric": "small", "ratings": {"asking": 3}}
        newest = {"obstacle": obstacle, **also} if number > 9 else {}
        reflection = Reflection.model_validate(answers | newest)
        pages[f"{day}-small.md"] = render(reflection, RUBRIC)
    return pages


def findings_sent(pages: dict[str, str]) -> tuple[list[Any], str]:
    """The findings in a bundle of everything that is offered, and all that stands in it."""
    source = read_source(MemoryShelf(pages), RUBRIC, MemoryRubrics(RUBRIC))
    wanted = ExportRequest(RUBRIC, FIRST + timedelta(weeks=13), include=frozenset(KINDS))
    made = brief(clean_journal(source, Names(source.mentions, salt="salt")), wanted)
    ids = [line.id for line in made.offer.lines]
    bundle = pack([made], ids, want=None, leader=LEADER, terms=Terms())
    return json.loads(bundle.files["annexes/data.json"])["findings"], everything_in(bundle)


def test_a_finding_in_words_of_the_leaders_has_them_in_its_sentence_alone() -> None:
    findings, _ = findings_sent(thirteen_weeks("the night shift"))
    (stuck,) = (finding for finding in findings if finding["kind"] == "stuck-obstacle")
    assert stuck["subject"] == ""
    assert "night shift" in stuck["text"]


def test_no_finding_is_made_of_a_name_or_of_what_stands_for_it() -> None:
    moment = {"relationship": "equal-influence", "with": "Anna", "what": "We met."}
    findings, contents = findings_sent(thirteen_weeks("Anna!", moments=[moment]))
    assert not {"stuck-obstacle", "theme"} & {finding["kind"] for finding in findings}
    assert "Anna" not in contents


def test_whoever_is_named_on_a_page_of_another_rubric_has_another_name_here_too() -> None:
    pages = thirteen_weeks("Anna, and the night shift")
    moment = {"relationship": "other", "with": "Anna", "what": "We met."}
    answers = {"date": FIRST, "rubric": "other-rubric", "moments": [moment]}
    pages[f"{FIRST}-other-rubric.md"] = render(Reflection.model_validate(answers), RUBRIC)
    _, contents = findings_sent(pages)
    assert "night shift" in contents
    assert "Anna" not in contents


EVERYTHING_SAID = {"notice", "note", "heard", "evidence", "insight", "obstacle", "opposite"}
A_YEAR = [
    {
        "focus": "asking",
        "plan": "new",
        "outcome": ("done", "partly", "not-done")[number % 3],
        "moments": ["both", "both"],
        "said": EVERYTHING_SAID,
        "ratings": True,
        "answers": True,
    }
    for number in range(52)
]
BESIDES: dict[str, set[str]] = {
    **{kind: set() for kind in ("focus", "bets", "ratings", "themes")},
    "findings": {"plans"},
    "pages": {str(kind) for kind in KINDS if kind != "opposite"},
}
"""Whose words a line may hold, where these are not those of its own kind alone."""


def kind_of(word: str) -> str:
    said = word.partition("q")[0]
    return KIND_OF.get(said, said)


def test_of_a_year_with_a_word_in_every_field_each_kind_tells_its_own_words_alone() -> None:
    pages = written(A_YEAR)
    written_words = set(WORD.findall("\n".join(pages.values())))
    assert len(written_words) > 52 * 12
    source = read_source(MemoryShelf(pages), RUBRIC, MemoryRubrics(RUBRIC))
    for named in (frozenset[Kind](), frozenset[Kind]({"opposite"})):
        asked = ExportRequest(rubric=RUBRIC, today=FIRST + timedelta(weeks=53), include=named)
        made = brief(clean_journal(source, Names([], salt="salt")), asked)
        alone: list[set[Kind]] = [set(named)] if named else [{kind} for kind in KINDS]
        for chosen in (*alone, {*KINDS}):
            ids = {line.id for line in made.offer.lines if line.kind in chosen}
            bundles = [pack([made], ids, want=None, leader=LEADER, terms=Terms()) for _ in range(2)]
            assert bundles[0].files == bundles[1].files
            left = set(WORD.findall(everything_in(bundles[0])))
            allowed = set().union(*(BESIDES.get(kind, {kind}) for kind in chosen)) | named
            assert {*map(kind_of, left)} <= allowed - ({"opposite"} - named), chosen
            told_once = {"notice"}  # that of the newest page
            own = {word for word in written_words if kind_of(word) in chosen - told_once}
            unnamed = {word for word in own if kind_of(word) == "opposite" and not named}
            assert own - left == unnamed, chosen
