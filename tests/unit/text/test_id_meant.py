from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.errors import LearnleadError
from learnlead.rubric.named import id_meant

NAMES = {
    "own-answers": ["Conditions for own answers", "Raum für eigene Antworten"],
    "own-expertise": ["Checking what I know"],
    "open": ["Easy to approach"],
    "open-doors": ["Open doors for peers"],
    "asking": ["Own"],
}

WORDS = st.text(
    st.characters(categories=["L", "N", "P", "Zs"]) | st.sampled_from("äöüßÄÖÜé -"), max_size=12
)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
RUBRICS = st.dictionaries(IDS, st.lists(WORDS, max_size=2), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("own-answers", "own-answers"),
        ("own-a", "own-answers"),
        ("OWN A", "own-answers"),
        ("Conditions for own answers", "own-answers"),
        ("  conditions FOR  own ", "own-answers"),
        ("Raum für", "own-answers"),
        ("raum fuer", "own-answers"),
        ("RAUM FUR", "own-answers"),
        ("raum fu\u0308r", "own-answers"),
        ("open", "open"),
        ("open-", "open"),
        ("open d", "open-doors"),
        ("own", "asking"),
        ("answers", None),
        ("own-answersx", None),
        ("", None),
        ("  – ", None),
    ],
)
def test_an_id_a_name_or_how_either_begins(typed: str, meant: str | None) -> None:
    assert id_meant(typed, NAMES, "behaviour") == meant


def test_more_than_one_is_one_line_with_the_candidates() -> None:
    with pytest.raises(LearnleadError) as caught:
        id_meant("o", NAMES, "behaviour")
    assert str(caught.value) == (
        "several behaviours begin with 'o': own-answers, own-expertise, open, open-doors, asking "
        "(type more of the one you mean)"
    )
    assert caught.value.exit_code == 2


@given(RUBRICS)
def test_an_id_as_it_is_means_itself(names: dict[str, list[str]]) -> None:
    for id_ in names:
        assert id_meant(id_, names, "behaviour") == id_


@given(IDS, st.lists(WORDS, max_size=2), st.data())
def test_every_beginning_of_the_only_one_means_it(
    id_: str, of_id: list[str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([id_, *of_id]))
    typed = text[: data.draw(st.integers(0, len(text)))]
    spelled = data.draw(
        st.sampled_from([typed, typed.upper(), unicodedata.normalize("NFD", typed)])
    )
    meant = id_meant(spelled, {id_: of_id}, "behaviour")
    assert meant == (id_ if any(c.isalnum() for c in typed) else None)


@given(RUBRICS, WORDS)
def test_what_is_typed_never_means_what_is_not_there(
    names: dict[str, list[str]], typed: str
) -> None:
    with suppress(LearnleadError):
        assert id_meant(typed, names, "behaviour") in {*names, None}


@given(RUBRICS, WORDS)
def test_the_order_of_a_rubric_changes_nothing(names: dict[str, list[str]], typed: str) -> None:
    def meant(order: dict[str, list[str]]) -> object:
        try:
            return id_meant(typed, order, "behaviour")
        except LearnleadError:
            return "several"

    assert meant(names) == meant(dict(reversed(names.items())))


@given(RUBRICS, WORDS)
def test_letters_with_two_dots_may_be_two_letters(names: dict[str, list[str]], typed: str) -> None:
    """`ö` or `oe`: what the spelling with two dots means, the other means, too."""
    two = typed.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    names = {
        f"{id_}-{number}": [*of_id, typed] for number, (id_, of_id) in enumerate(names.items())
    }
    only = dict(list(names.items())[:1])
    assert id_meant(two, only, "behaviour") == id_meant(typed, only, "behaviour")
