"""Finds what is shipped (rubrics, prompts, the invented year) in the wheel or the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

Kind = Literal["rubrics", "prompts", "examples"]

_IN_CHECKOUT = {"rubrics": "rubrics", "prompts": "prompts", "examples": "journals/examples"}


DEMO: Final = Path(__file__).with_name("demo.json")
"""The recorded sitting that `learnlead demo` replays."""


def folder(kind: Kind) -> Path:
    """The folder of shipped files of that kind.

    An installed wheel holds them beside this module; an editable install or a checkout
    holds them at its top level.
    """
    beside = Path(__file__).parent / kind
    return beside if beside.is_dir() else Path(__file__).parents[3] / _IN_CHECKOUT[kind]


def is_checkout(root: Path) -> bool:
    """Whether that folder is the checkout of the program itself."""
    return root.resolve() == folder("rubrics").parent.resolve()
