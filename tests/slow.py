"""Which tests `make test` leaves to `make test-all`: each takes long for what a quicker one shows.

Tests that are slow for a reason of their own are marked where they stand, or `thinned` (sizes.py).
"""

from __future__ import annotations

_IN_A_TERMINAL = "tests/terminal/"

_QUICK_IN_A_TERMINAL = (
    "test_going_back.py",
    "test_home.py",
    "test_plain.py",
    "test_screens.py",
    "test_typing_ahead.py",
    "test_walk_of_a_week.py",
    "test_whole_sitting.py",
    "test_coach_round_trip.py",
    "test_cut_off.py::test_ctrl_c",
    "test_last_words.py::test_ctrl_c",
)
"""A sitting from the first key to the card, its screens, keys and end halfway, and a bundle."""

_SLOW = (
    "tests/packaging/test_a_field_more.py",
    "tests/packaging/test_archives.py",
    "tests/packaging/test_checkout_workspace.py::test_doctor",
    "tests/packaging/test_checkout_workspace.py::test_init",
    "tests/packaging/test_checkout_workspace.py::test_no_command",
    "tests/packaging/test_checkout_workspace.py::test_without_git",
    "tests/faults/test_faults.py::test_where_something_was_left_once_nothing_is",
    "tests/faults/test_the_harness_finds.py",
    "tests/journeys/test_what_is_read_is_saved.py::test_and_it_shows",
    "tests/cli/test_damaged_drafts.py::test_no_other_command_fails_over_it",
    "tests/cli/test_doctor.py::TestWhatIsBroken",
    "tests/cli/test_doctor.py::TestWhoElseMayRead",
    "tests/cli/test_error_gallery.py",
    "tests/cli/test_json_keeps_its_schemas.py",
    "tests/cli/test_last_resort.py",
    "tests/cli/test_what_lies_in_the_journal.py::test_every_command_goes_on",
    "tests/cli/test_when_the_machine_fails.py",
    "tests/cli/test_worlds_it_runs_in.py",
    "tests/unit/adapters/disk/test_pid_lock.py",
    "tests/unit/adapters/disk/test_rubric_files.py::test_checking_goes_on",
    "tests/unit/app/test_filled_page.py",
    "tests/unit/i18n/test_problems_in_german.py::test_every_sentence_has_a_german_one",
    "tests/unit/rubric/test_hostile_rubrics.py::test_huge",
    "tests/unit/sitting/test_every_wording.py",
    "tests/unit/test_no_network.py",
)

PARTS = (*_SLOW, *(_IN_A_TERMINAL + name for name in _QUICK_IN_A_TERMINAL))
"""The beginnings of ids that are named here; a test holds that each is that of a test."""


def is_slow(node_id: str) -> bool:
    """Whether `make test` leaves out the test with pytest's id `node_id`."""
    if node_id.startswith(_IN_A_TERMINAL):
        name = node_id.removeprefix(_IN_A_TERMINAL)
        return not name.startswith(_QUICK_IN_A_TERMINAL)
    return node_id.startswith(_SLOW)
