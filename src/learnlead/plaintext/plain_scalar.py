"""Which texts are plain scalars of YAML beyond doubt, as regular expressions."""

from __future__ import annotations

ODD = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
"""A regular expression's class: control characters, what YAML 1.1 ends lines at or refuses."""

# Atomic, not possessive: until 3.11.4 Python loses a possessive group inside a capturing one.
PLAIN = rf"\w(?>(?:[^:#{ODD}]++|:(?=[^ {ODD}])|(?<! )#)*)"
"""What is a plain scalar beyond doubt; blanks at its end do not count."""
