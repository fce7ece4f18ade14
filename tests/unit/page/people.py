"""People by one name, for tests of forgetting; the program puts several names together."""

from __future__ import annotations

from learnlead.page.person import Person, person_of, refused_names
from learnlead.text.phrase import Name


def person_called(name: str, instead: str = "someone", *, match_case: bool = False) -> Person:
    """The person with that name.

    Raises:
        LearnleadError: the name has no word, or `instead` cannot replace it.
    """
    with refused_names():
        return person_of(Name(name, match_case=match_case), instead, name)
