"""Ids of bundles and of their lines, and how names of people are compared.

Apart from the models of a bundle, which load slowly.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Token = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
"""Sixteen bytes in hexadecimal."""

Reference = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9./-]{0,199}$")]
"""The id of a line of a bundle: `2026-11-20-learning-leader/moment-1`."""


def name_folded(name: str | None) -> str:
    """The name in small letters with single blanks, for comparing; empty for None."""
    return " ".join((name or "").casefold().split())
