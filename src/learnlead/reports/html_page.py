"""A page for a browser: one file, no script, nothing loaded from anywhere, everything escaped.

The frame, its style sheet and its macros know nothing of what stands in a page: a template of its
own (`templates/trends.html`) extends the frame and fills it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from learnlead.reports.svg import text

if TYPE_CHECKING:
    from jinja2 import Environment

_COMMENTS = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_INDENTS = re.compile(r"\n\s+")
_PIECES = 200
"""So many bits of a page, mostly a line each, are handed on together."""


def rendered(template: str, **values: object) -> str:
    """The template of that name, filled.

    Every text among the values, however deep, is made harmless and escaped where it is shown;
    only `Markup` goes in as it is. A template can thus not forget to.
    """
    return _environment().get_template(template).render(values)


def streamed(template: str, **values: object) -> Iterator[str]:
    """As `rendered`, bit by bit, for a page too long to be held at once."""
    made = _environment().get_template(template).stream(values)
    made.enable_buffering(_PIECES)
    return iter(made)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("learnlead.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: text(value) if isinstance(value, str) else value,
    )
    style = _style(made)
    made.globals |= {"style": Markup(style), "style_hash": _hash(style)}  # noqa: S704 - our own file
    return made


def _style(made: Environment) -> str:
    """The style sheet without its comments and indents."""
    source, _, _ = made.loader.get_source(made, "page.css") if made.loader else ("", None, None)
    return _INDENTS.sub("\n", _COMMENTS.sub("", source))


def _hash(style: str) -> str:
    """What the page's content security policy allows as a style: this sheet and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
