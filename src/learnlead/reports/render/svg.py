"""SVG elements inside an HTML page; every text and attribute is escaped.

Horizontal positions are in percent and vertical ones in pixels, so that letters and dots keep their
size at every width. Styles are classes of the page's style sheet, since the content security policy
forbids inline styles.
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
    """The escaped text, with control and bidirectional characters as `�`; `Markup` unchanged."""
    return value if isinstance(value, Markup) else escape(harmless(value))


def drawing(
    *shapes: Markup, height: float, title: str, description: str, about: str, class_: str
) -> Markup:
    """An SVG drawing with a title and a description for screen readers.

    Args:
        shapes: elements, from back to front.
        height: in pixels; the width is that of its container.
        title: a few words.
        description: the visible content in sentences.
        about: a unique id on the page.
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
    """A horizontal position from 0 to 1, as a percentage."""
    return f"{100 * part:.2f}".rstrip("0").rstrip(".") + "%"


def _value(value: str | float) -> Markup:
    if isinstance(value, str):
        return text(value)
    return Markup(f"{value:.2f}".rstrip("0").rstrip("."))  # noqa: S704 - digits
