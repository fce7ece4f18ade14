from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from learnlead.reports.render.svg import drawing, element, percent
from learnlead.text.clean import harmless

XML_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"))


@given(XML_TEXT, XML_TEXT)
def test_words_are_the_same_after_reading_and_never_an_element(text: str, name: str) -> None:
    made = ET.fromstring(element("text", text, title=name))  # noqa: S314 - made here
    assert len(made) == 0
    assert (made.text or "") == harmless(text)
    blanks = str.maketrans("\t\n", "  ")  # as XML reads them in an attribute
    assert made.get("title") == harmless(name).translate(blanks)


def test_attributes_of_the_drawing_language() -> None:
    made = element("circle", class_="dot", stroke_width=1.5, cx=percent(1 / 3), r=2.0, y=None)
    assert made == '<circle class="dot" stroke-width="1.5" cx="33.33%" r="2"></circle>'


def test_elements_go_into_elements_as_they_are() -> None:
    assert element("g", element("b"), "<b>") == "<g><b></b>&lt;b&gt;</g>"
    assert isinstance(element("g"), Markup)


def test_a_drawing_has_a_name_and_a_description() -> None:
    made = drawing(element("g"), height=20, title="A", description="B", about="x", class_="c")
    assert made == (
        '<svg role="img" aria-labelledby="x-title" aria-describedby="x-desc" width="100%" '
        'height="20" class="c"><title id="x-title">A</title><desc id="x-desc">B</desc><g></g></svg>'
    )
