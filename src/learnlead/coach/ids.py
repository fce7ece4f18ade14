"""How bundles and their lines are called; apart from a bundle's models, which take long to load."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Token = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
"""Sixteen bytes in hexadecimal."""

Reference = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9./-]{0,199}$")]
"""Which line of a bundle is meant: `2026-11-20-learning-leader/moment-1`."""
