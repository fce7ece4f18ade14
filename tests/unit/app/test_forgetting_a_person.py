"""A person forgotten between pages: in drafts and other files, and when something is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from learnlead.adapters.disk.open_page import OpenPage
from learnlead.app.forget.drafts import add_drafts, add_open_pages
from learnlead.app.forget.person import Occurrences, apply_rewrites, find_person
from learnlead.app.forget.shown import forgotten_lines
from learnlead.app.ports import Draft
from learnlead.errors import LearnleadError, MachineFailed, Problem
from learnlead.i18n.words import ENGLISH
from learnlead.sitting.context import FocusChoice
from twins import MemoryDrafts, MemoryFocus, MemoryShelf
from unit.page.people import person_called

CORE = "learning-leader"
FRONT = "---\nlearnlead: 1\ndate: 2026-11-20\nrubric: learning-leader\n---\n"
DRAFT = Draft(
    CORE,
    1,
    datetime(2026, 11, 20, 16, tzinfo=UTC),
    {
        "day": "2026-11-20",
        "depth": "standard",
        "answers": {
            "look-back": "done",
            "focus": "peer-talk",
            "live": ["peer"],
            "moment": {"relationship": "peer", "with": "the peer"},
            "moment-what": "A Peer asked.",
            "rating:peer": "no-opportunity",
            "rating:asking": 4,
            "question:several": "peer\nboss",
            "insight": None,
        },
        "typing": ["other-side", "peer said"],
        "seconds": 60,
    },
)


PEER = person_called("peer")


class OtherTexts:
    """Files of lines without a disk; satisfies the port `OtherFiles`."""

    def __init__(self, **other_files: str) -> None:
        self.other_files = other_files

    def names(self) -> list[str]:
        return list(self.other_files)

    def fixed(self) -> list[str]:
        return []

    def closed(self) -> list[tuple[str, str]]:
        return []

    def strays(self) -> list[str]:
        return []

    def clean(self) -> None:
        return None

    def read(self, name: str) -> str:
        return self.other_files[name]

    def update(self, name: str, before: str, after: str) -> None:
        assert self.other_files[name] == before
        self.other_files[name] = after


class TestWhatWaits:
    def test_answers_in_words_change_and_answers_by_id_do_not(self) -> None:
        drafts, focus = MemoryDrafts(), MemoryFocus()
        drafts.save(DRAFT)
        focus.save(CORE, FocusChoice("peer-talk", "a peer notices"))
        occurrences = Occurrences()
        add_drafts(occurrences, PEER, [CORE, "another"], drafts, focus)
        assert drafts.drafts[CORE] == DRAFT
        assert apply_rewrites(occurrences.rewrites) == 5
        after = drafts.drafts[CORE]
        assert after.data["answers"] == {
            **DRAFT.data["answers"],
            "moment": {"relationship": "peer", "with": "the someone"},
            "moment-what": "A someone asked.",
            "question:several": "someone\nboss",
        }
        assert after.data["typing"] == ["other-side", "someone said"]
        assert after.data["day"] == DRAFT.data["day"]
        assert focus.waiting[CORE] == FocusChoice("peer-talk", "a someone notices")

    def test_a_sitting_that_went_on_meanwhile_is_left_as_it_is(self) -> None:
        drafts = MemoryDrafts()
        drafts.save(DRAFT)
        occurrences = Occurrences()
        add_drafts(occurrences, PEER, [CORE], drafts, MemoryFocus())
        gone_on = Draft(CORE, 1, DRAFT.begun, {**DRAFT.data, "seconds": 90})
        drafts.save(gone_on)
        with pytest.raises(LearnleadError, match="gone on meanwhile"):
            apply_rewrites(occurrences.rewrites)
        assert drafts.drafts[CORE] == gone_on

    def test_a_page_begun_in_an_editor_forgets_as_well(self, tmp_path: Path) -> None:
        page = OpenPage(tmp_path, CORE)
        with page.alone():
            page.put(f"{FRONT}## Insight <!-- insight -->\n\npeer\n")
        occurrences = Occurrences()
        add_open_pages(
            occurrences, PEER, [(CORE, page), ("another", OpenPage(tmp_path, "another"))]
        )
        assert [edit.line for edit in occurrences.edits] == [8]
        assert apply_rewrites(occurrences.rewrites) == 1
        assert page.read() == f"{FRONT}## Insight <!-- insight -->\n\nsomeone\n"

    def test_a_page_that_an_editor_has_open_now_is_left_to_it(self, tmp_path: Path) -> None:
        page = OpenPage(tmp_path, CORE)
        with page.alone():
            page.put("peer\n")
        occurrences = Occurrences()
        add_open_pages(occurrences, PEER, [(CORE, page)])
        page.put("peer and more\n")
        with pytest.raises(LearnleadError, match="gone on meanwhile"):
            apply_rewrites(occurrences.rewrites)
        assert page.read() == "peer and more\n"

    def test_a_draft_that_nobody_understands_changes_nothing(self) -> None:
        drafts = MemoryDrafts()
        drafts.save(Draft(CORE, 1, DRAFT.begun, {"answers": "peer", "typing": None}))
        occurrences = Occurrences()
        add_drafts(occurrences, PEER, [CORE], drafts, MemoryFocus())
        assert occurrences.rewrites == []


class TestPagesAndPapers:
    def test_nothing_changes_before_it_is_carried_out(self) -> None:
        page_store = MemoryShelf({"2026-11-20-r.md": f"{FRONT}peer\n"})
        other_files = OtherTexts(**{"inbox.md": "- [ ] peer\n", "records/asked.md": "nobody\n"})
        occurrences = find_person(PEER, page_store, other_files)
        assert [(e.file, e.line, e.before, e.after) for e in occurrences.edits] == [
            ("journals/2026-11-20-r.md", 6, "peer", "someone"),
            ("inbox.md", 1, "- [ ] peer", "- [ ] someone"),
        ]
        assert page_store.pages == {"2026-11-20-r.md": f"{FRONT}peer\n"}
        assert apply_rewrites(occurrences.rewrites) == 2
        assert page_store.pages == {"2026-11-20-r.md": f"{FRONT}someone\n"}
        assert other_files.other_files["inbox.md"] == "- [ ] someone\n"

    def test_what_one_page_refuses_stops_no_other(self) -> None:
        page_store = MemoryShelf({f"2026-11-{n}-r.md": f"{FRONT}peer\n" for n in (18, 19, 20)})
        occurrences = find_person(PEER, page_store, OtherTexts())
        page_store.pages["2026-11-19-r.md"] += "more\n"
        with pytest.raises(LearnleadError) as refused:
            apply_rewrites(occurrences.rewrites)
        assert [p.message for p in refused.value.problems] == [
            "this page was changed",
            "2 of 3 places were changed",
        ]
        assert refused.value.exit_code == 2
        assert [text.removeprefix(FRONT) for text in page_store.pages.values()] == [
            "someone\n",
            "peer\nmore\n",
            "someone\n",
        ]

    def test_when_the_machine_fails_that_is_said(self) -> None:
        class Full(MemoryShelf):
            def update(self, name: str, before: str, after: str) -> None:
                raise MachineFailed(Problem("no space", file=name))

        occurrences = find_person(PEER, Full({"2026-11-20-r.md": f"{FRONT}peer\n"}), OtherTexts())
        with pytest.raises(MachineFailed, match="no space"):
            apply_rewrites(occurrences.rewrites)

    def test_a_page_that_nobody_can_read_is_told(self) -> None:
        page_store = MemoryShelf({"2026-11-20-r.md": "peer\n", "2026-11-21-r.md": "nobody\n"})
        occurrences = find_person(PEER, page_store, OtherTexts())
        assert [p.file for p in occurrences.problems] == ["journals/2026-11-20-r.md"]

    def test_what_is_left_is_told_once_with_each_place(self) -> None:
        pages = {f"2026-11-{n} peer.md": f"{FRONT[:-4]}tags: [peer]\n---\n" for n in (19, 20)}
        lines = list(forgotten_lines(find_person(PEER, MemoryShelf(pages), OtherTexts()), ENGLISH))
        assert lines == [
            "No answer, note or record holds that name.",
            "Left as they are, since they are no answers: see for yourself.",
            "  journals/2026-11-19 peer.md: the name of the file",
            "    and journals/2026-11-20 peer.md",
            "  journals/2026-11-19 peer.md:5: tags: [peer]",
            "    and journals/2026-11-20 peer.md:5",
        ]
