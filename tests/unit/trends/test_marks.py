from __future__ import annotations

from collections.abc import Mapping

import pytest

from learnlead.sitting.mark import Mark
from learnlead.trends.dated import Absence, combined_mark


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (4, 4),
        ("no-opportunity", "no-opportunity"),
        ("none-made", "none-made"),
        (None, None),
        ({}, None),
        ({"own": 5, "peer": 2}, 3.5),
        ({"own": 5, "peer": "no-opportunity"}, 5),
        ({"own": "no-opportunity", "peer": "no-opportunity"}, "no-opportunity"),
        ({"own": "no-opportunity", "peer": "none-made"}, "none-made"),
    ],
)
def test_marks_by_relationship_become_one(
    mark: Mark | Mapping[str, Mark] | None, expected: float | Absence | None
) -> None:
    assert combined_mark(mark) == expected
