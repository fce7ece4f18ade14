"""Elements of a drawing that stands inside a page: every text and attribute is escaped.

Drawings have no width of their own. They lie along a page in percent and up it in pixels, so that
letters and dots keep their size on a phone, on a desk and on paper. What things look like stands
in the page's style sheet, by class: a page that refuses styles of elements can still hold them.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from learnlead.text.clean import harmless


def element(name: str, /, *children: str, **attributes: str | float | None) -> Markup:
    """An element with its children in order; plain text among them is escaped.

    Args:
        name: of the element.
        children: `Markup` as it is, other text made harmless and escaped.
        attributes: numbers with two decimals at most; None leaves one out. In names `_` stands
            for `-`, and a `_` at the end is left out, as in `class_`.
    """
    attribute_text = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value))
        for key, value in attributes.items()
        if value is not None
    )
    inside = Markup("").join(map(text, children))
    return Markup("<{0}{1}>{2}</{0}>").format(name, attribute_text, inside)


def text(value: str) -> Markup:
    """The text for a page: control characters and marks that reorder it as `�`, then escaped."""
    return value if isinstance(value, Markup) else escape(harmless(value))


def drawing(
    *shapes: Markup, height: float, title: str, description: str, about: str, class_: str
) -> Markup:
    """A drawing with a name and a description for whoever does not see it.

    Args:
        shapes: what is drawn, from back to front.
        height: in pixels; the width is that of its place.
        title: what it shows, in a few words.
        description: what can be seen in it.
        about: an id that nothing else on the page has.
        class_: of the style sheet.
    """
    return element(
        "svg",
        element("title", title, id=f"{about}-title"),
        element("desc", description, id=f"{about}-desc"),
        *shapes,
        role="img",
        aria_labelledby=f"{about}-title",
        aria_describedby=f"{about}-desc",
        width="100%",
        height=height,
        class_=class_,
    )


def percent(part: float) -> str:
    """A place along the drawing, from 0 to 1, as the attribute says it."""
    return f"{100 * part:.2f}".rstrip("0").rstrip(".") + "%"


def _value(value: str | float) -> Markup:
    if isinstance(value, str):
        return text(value)
    return Markup(f"{value:.2f}".rstrip("0").rstrip("."))  # noqa: S704 - digits
