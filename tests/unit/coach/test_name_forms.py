"""Somebody who is forgotten goes in every form that is surely theirs; what may be is only told."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnlead.coach.names.forms import NameForms, person_to_forget
from learnlead.text.limits import TEXT_AT_MOST
from learnlead.text.phrase import folded

FIRST = ("Sarah", "Jonas", "Öykü", "Michael", "Kim", "José", "Anneliese")
LAST = ("Müller", "Schmitz", "O'Neill", "Weiß", "Bauer")


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Sarah", "Sarahs Plan, SARAH'S, sarah’s", "someones Plan, someone'S, someone’s"),
        ("Sarah", "ask sarah.m@firma.de or @sarah_m", "ask someone or someone"),
        ("Sarah", "Sarahlee, Sahra", "Sarahlee, Sahra"),
        ("Köhler", "Koehlers Idee, Köhlers", "someones Idee, someones"),
        ("Sarah Müller", "Sarah, Sarah Muellers, sarahmueller@x.de", "Sarah, someones, someone"),
        ("Will", "Will will, wills, Wills", "someone someone, wills, someones"),
        ("peer", "a peer, our peers", "a someone, our peers"),
        ("Michael", "Michals, Michaels", "Michals, someones"),
        ("Sarah", "- Sarah\n- Sarah", "- someone\n- someone"),
    ],
)
def test_what_is_surely_the_name_goes_and_nothing_else(name: str, text: str, left: str) -> None:
    person = person_to_forget(name)
    if text != "Will will, wills, Wills":
        assert person.out_of(text) == left
    else:
        assert person.out_of(text) == left.replace("someone someone", "someone")


@pytest.mark.parametrize(
    ("name", "line", "near"),
    [
        ("Sarah", "Sarah Müller called", ["Sarah Müller"]),
        ("Sarah", "Sarah M. called", ["Sarah M."]),
        ("Sarah", "Sarah-Lena called", ["Sarah-Lena"]),
        ("Sarah", "On Friday Sarah Monday, Sarah and I", []),
        ("Sarah", "Sara, Sarahchen", ["Sara", "Sarahchen"]),
        ("Müller", "S. Müller, Sarah Müller, The Müller", ["S. Müller", "Sarah Müller"]),
        ("Müller", "ask smueller@firma.de", ["smueller@firma.de"]),
        ("Sarah Müller", "Sarah said; Müllers", ["Sarah", "Müllers"]),
        ("Anna", "Annabel told Hanna", ["Annabel", "Hanna"]),
        ("peer", "our peers, a Peer Bauer", ["Peer Bauer"]),
    ],
)
def test_what_may_be_the_person_is_told(name: str, line: str, near: list[str]) -> None:
    assert list(NameForms(name).near_in(line)) == near


@given(
    st.sampled_from(FIRST),
    st.sampled_from(LAST),
    st.sampled_from(["{f}", "{f}s", "{f}'s", "{f} {l}", "{f}.{l}@firma.de", "({f})", "{f}, {l}"]),
    st.sampled_from(["Yesterday {} came.", "- [ ] {}", "{}", "„{}“ sagte ich."]),
)
def test_the_first_name_stays_nowhere_and_the_surname_beside_it_is_told(
    first: str, last: str, form: str, sentence: str
) -> None:
    text = sentence.format(form.format(f=first, l=last))
    person = person_to_forget(first)
    after = person.out_of(text)
    assert folded(first) not in folded(after)
    if form == "{f} {l}":
        assert any(words.startswith(first) for words in person.near_in(text))


@given(st.text(alphabet="aA ns.@-'\nSärh", max_size=40))
def test_places_are_in_order_and_apart_and_the_quick_look_misses_none(text: str) -> None:
    forms = NameForms("Sarah", ["ans"])
    spans = forms.spans(text)
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    if spans:
        assert forms.may_stand_in(folded(text))


def test_a_word_as_long_as_an_answer_is_compared_as_quickly_as_it_is_read() -> None:
    """It took minutes: each part of the word was looked up."""
    forms = NameForms("Sarah Müller")
    assert list(forms.near_in("y" * TEXT_AT_MOST)) == []
