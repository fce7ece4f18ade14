"""Any reflection, whatever was typed: strategies for the page's laws, and one small rubric."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from learnlead.rubric.model import Rubric
from learnlead.sitting.fields import MOMENT_FIELDS, OWN_TEXTS
from learnlead.sitting.mark import MOST_OCCASIONS, NO_OPPORTUNITY, NONE_MADE, OUTCOMES, Count
from learnlead.sitting.model import Reflection

BEHAVIOURS = ("follower-needs", "own-answers", "open-doors", "joint-learning")
RELATIONSHIPS = ("formal-authority", "equal-influence")
QUESTIONS = ("keep-one", "why")

MARKS = (
    *("#", "##", "###", "####", "# ", "## ", "### Rating <!-- own-answers -->", "#tag"),
    *("```", "````", "~~~", "```python", "---", "===", "***", "<", "<!--", "-->", "<br>"),
    *(
        "**",
        "**Rating:** 5 of 5",
        "**Count:** 2 of 3",
        "**Plan:** <!-- plan x -->",
        "**Outcome:** done",
        "**With:** me",
    ),
    *("- [", "- [ ] If **a**, then I will **b** <!-- plan own-answers -->", "- [x]", "- a", "* a"),
    *("> ", ">", "%%", "%% private %%", "%% end %%", "%%private%%", "\\", "\\\\", "\\#", "\\*"),
    *("## Insight <!-- insight -->", "## Ratings <!-- ratings -->", "<!-- plan -->", "a", "1."),
    *(
        "📅 2026-11-27",
        "✅ 2026-11-27",
        "·",
        "…",
        "🙂",
        "👩‍👩‍👧",
        "שלום",
        "\u202e",
        "\u2028",
        "\u2029",
    ),
    *(
        "\ufeff",
        "\ufffe",
        "\xa0",
        "\u200b",
        "\t",
        "  ",
        ": ",
        " #",
        "'",
        '"',
        "|",
        "[x]",
        "{}",
        "&",
    ),
    *("learnlead: 1", "no", "12:30", "null", "~", "&a", "*a", "!t", "@", "`", "%", "-", "?", "é"),
)
"""What a page, YAML or Markdown could take for its own."""

_CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"))
_FRAGMENTS = st.one_of(st.sampled_from(MARKS), st.text(_CHARACTERS, max_size=6))


def lines() -> st.SearchStrategy[str]:
    """One line, often of the page's own marks."""
    return st.lists(_FRAGMENTS, min_size=1, max_size=5).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Several lines, with what people's editors leave between them."""
    breaks = st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\r", "\n\t", "\n   ", " \n"))
    return st.lists(st.one_of(lines(), breaks), min_size=1, max_size=9).map("".join)


def _sometimes(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def _ids(*known: str) -> st.SearchStrategy[str]:
    strange = st.from_regex(r"x[a-z0-9-]{0,9}", fullmatch=True)
    return st.one_of(st.sampled_from(known), strange)


_BEHAVIOURS = _ids(*BEHAVIOURS)
_RELATIONSHIPS = _ids(*RELATIONSHIPS, "other", "no")
_STEMS = st.one_of(
    st.sampled_from(
        ("2026-11-13-learning-leader", "2026-11-13-r.2", "2026-11-13 My Friday", "…--")
    ),
    st.from_regex(r"[\w.·🙂-]{1,12}( [\w-]{1,4})?", fullmatch=True),
)
_DATES = st.dates()
_MARK = st.sampled_from((1, 2, 3, 4, 5, NO_OPPORTUNITY, NONE_MADE))
_MAYBE_TEXT = _sometimes(texts())

_MOMENTS = st.fixed_dictionaries(
    {"relationship": _RELATIONSHIPS},
    optional={field.name: lines() if field.label else _MAYBE_TEXT for field in MOMENT_FIELDS},
)
_REVIEWS = st.fixed_dictionaries(
    {"plan": _STEMS},
    optional={
        "cue": lines(),
        "action": lines(),
        "outcome": st.sampled_from(OUTCOMES),
        "note": _MAYBE_TEXT,
    },
)
_WORDS = lines().filter(lambda line: bool(line.strip()))
_PLANS = st.fixed_dictionaries(
    {"behaviour": _BEHAVIOURS, "cue": _WORDS, "action": _WORDS},
    optional={"due": _DATES, "kept": _STEMS},
)


def reflections() -> st.SearchStrategy[Reflection]:
    """Any valid reflection."""
    return st.fixed_dictionaries(
        {"date": _DATES, "rubric": _ids("learning-leader", "no", "null")},
        optional={
            "rubric_version": st.integers(1, 10**6),
            "depth": st.sampled_from(("quick", "standard", "full")),
            "focus": _BEHAVIOURS,
            "focus_notice": lines(),
            "relationships": st.lists(_RELATIONSHIPS, max_size=3),
            "minutes": st.integers(0, 10**6),
            "written": _DATES,
            "looking_back": st.lists(_REVIEWS, max_size=3),
            "moments": st.lists(_MOMENTS, max_size=3),
            "ratings": st.dictionaries(
                _BEHAVIOURS,
                st.one_of(_MARK, st.dictionaries(_RELATIONSHIPS, _MARK, max_size=3)),
                max_size=4,
            ),
            "count": st.dictionaries(
                _BEHAVIOURS,
                st.integers(0, MOST_OCCASIONS).flatmap(
                    lambda of: st.integers(0, of).map(lambda did: Count(did, of))
                ),
                max_size=2,
            ),
            "evidence": st.dictionaries(_BEHAVIOURS, texts(), max_size=3),
            **{field.name: texts() for field in OWN_TEXTS},
            "plan": _PLANS,
            "answers": st.dictionaries(
                _ids(*QUESTIONS), st.one_of(texts(), st.lists(lines(), max_size=3)), max_size=2
            ),
        },
    ).map(Reflection.model_validate)


def small_rubric(**changes: Any) -> Rubric:
    """Two relationships, four behaviours, two questions; worded as if to break a page."""
    behaviours = [
        {
            "id": behaviour,
            "name": f"Name of {behaviour} <!-- ratings -->",
            "i": "I did",
            "opportunity": "made" if behaviour in ("own-answers", "open-doors") else "met",
        }
        for behaviour in BEHAVIOURS
    ]
    return Rubric.model_validate(
        {
            "learnlead-rubric": 1,
            "id": "learning-leader",
            "version": 1,
            "title": "# Learning <!-- plan --> leader **",
            "scale": {
                "kind": "frequency",
                "labels": ["never", "rarely · <!-- x -->", "half", "\\<!-- own-answers -->", "**"],
            },
            "relationships": [
                {
                    "id": relationship,
                    "name": relationship,
                    "sentence": f"{relationship} helped <!-- moment other -->",
                }
                for relationship in RELATIONSHIPS
            ],
            "behaviours": behaviours,
            "questions": [
                {"id": question, "ask": f"{question}? <!-- insight -->"} for question in QUESTIONS
            ],
        }
        | changes
    )
