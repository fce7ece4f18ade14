"""The whole page, to read before it is saved; a number goes back to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import KEPT_LINE, ONE, Block, Fitted, fitted
from learnlead.adapters.terminal.key_filter import KeyRules
from learnlead.adapters.terminal.look import BAR
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import (
    answer_text,
    heading_line,
    kept_beside,
    keys_below,
    numbers_to,
    paragraph,
    remark,
)
from learnlead.app.prompter import Entry, Mend, NotForHere, Save, Verdict, WentBack
from learnlead.sitting.question import Kind
from learnlead.text.cells import cells, fit, wrap


def read_page(
    screen: Screen,
    title: str,
    entries: Sequence[Entry],
    labels: Sequence[str],
    notices: Sequence[str],
    *,
    changed: str | None = None,
) -> Verdict:
    """Show every answer with its number; a number and Enter goes to mend that one.

    Enter alone reads on as long as there are lines that were not in sight yet, and then saves.
    """
    return _PageScreen(screen, title, entries, labels, notices, changed=changed).run()


def look_at(screen: Screen, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
    """Show every answer with its number; Enter leads back."""
    _ReadOnlyPage(screen, title, entries, labels).run()


_DIGITS = 4
"""As many as a number can have that is typed here: more than any page has answers."""


class _PageScreen:
    def __init__(
        self,
        screen: Screen,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        notices: Sequence[str] = (),
        *,
        changed: str | None = None,
    ) -> None:
        self.screen = screen
        self.words = screen.words
        self.title = title
        self.entries = entries
        self.labels = labels
        self.notices = notices
        self.changed = changed
        self.typed = self.taken_back = ""
        self.top = 0
        self.room = 1
        self.unread = 0  # the first line that was not in sight yet
        self.length = 0
        self.width = 0

    def run(self) -> Verdict:
        keys: dict[str, Callable[[], Any]] = {d: partial(self.digit, d) for d in "0123456789"}
        keys |= {"up": partial(self.scroll, -1), "down": partial(self.scroll, 1)}
        keys |= {"pageup": partial(self.turn, -1)} | dict.fromkeys(
            ("pagedown", " "), partial(self.turn, 1)
        )
        keys |= {"enter": self.enter, "backspace": self.rub_out, "x": self.stop}
        keys |= dict.fromkeys(("escape", "s-tab"), self.back)
        verdict: Verdict = self.screen.ask_key(self.draw, keys, KeyRules(from_now=True))
        return verdict

    def back(self) -> Verdict | None:
        """First out of a number that was begun."""
        if not self.typed:
            return WentBack({})
        self.typed, self.taken_back = "", self.words("number-gone", n=self.typed)
        return None

    def stop(self) -> Verdict | None:
        return NotForHere({})

    def digit(self, character: str) -> None:
        self.taken_back = ""
        self.typed = (self.typed + character).lstrip("0")[:_DIGITS]

    def rub_out(self) -> None:
        self.typed = self.typed[:-1]

    def scroll(self, step: int) -> None:
        self.top += step

    def turn(self, direction: int) -> None:
        self.top += direction * max(self.room - 1, 1)

    @property
    def all_read(self) -> bool:
        """Whether every line was in sight, in a window as wide as it is now."""
        return self.unread >= self.length

    def read_on(self) -> None:
        """To the first line that was not in sight yet, below the last one that was."""
        self.top = max(self.unread - min(self.room - 1, 1), 0)

    @property
    def unknown(self) -> bool:
        """Whether a number was typed that nothing on the page has."""
        return bool(self.typed) and int(self.typed) > len(self.entries)

    def enter(self) -> Verdict | None:
        if self.unknown:
            self.typed = ""
            return None  # a slip on the way to mending must not save
        if self.typed:
            return Mend(self.entries[int(self.typed) - 1].leads_to)
        if self.all_read:
            return Save()
        self.read_on()
        return None

    def draw(self) -> StyleAndTextTuples:
        width = self.screen.columns
        title = self.words("read-and-save", title=self.title)
        layout = self.between(title, self.below(width, saves=True))
        unread = self.unread_after(layout)
        if unread < self.length:  # what is in sight with these other words below is what counts
            layout = self.between(title, self.below(width, saves=False))
            unread = min(self.unread_after(layout), self.length - 1)
        self.unread = unread
        return layout.parts

    def unread_after(self, layout: Fitted) -> int:
        """The first line that was not in sight once this screen is."""
        first, last = self.top + layout.first, self.top + layout.last
        return max(self.unread, last) if first <= self.unread else self.unread

    def below(self, width: int, *, saves: bool) -> list[Block]:
        """What is asked below the answers, and the keys; `saves`: whether Enter does."""
        words, enter = self.words, self.words("key.enter")
        ask, keys = words("keep-it"), [(enter, words("does.save" if saves else "does.read-on"))]
        if not all(entry.saved for entry in self.entries):  # they stand last, perhaps out of sight
            ask = words("keep-it-without")
        if self.unknown:
            ask = words("no-number", n=self.typed)
            keys = [(enter, words("does.choose-again"))]
        elif self.typed:
            ask = words("mend-number", n=self.typed)
            keys = [(enter, words("does.mend-number", n=self.typed))]
        keys.append((numbers_to(len(self.entries)), words("does.mend")))
        keys.append(("Esc", words("does.back")))
        few = [*keys]
        keys.append(("x", words("does.not-for-here")))
        return [Block((paragraph(ask, width, "class:ask"),)), keys_below(keys, few, width)]

    def between(self, title: str, below: Sequence[Block]) -> Fitted:
        """The part of the answers that is in sight, between what stands above and below it."""
        width = self.screen.columns
        above = [heading_line(title, width), KEPT_LINE]
        page = [*self.sentences(width)]
        page += page_lines(self.entries, self.labels, width)
        if width != self.width:  # other lines; who had read all of them has read these
            self.unread = len(page) if self.width and self.all_read else 0
            self.width, self.length = width, len(page)
            if self.changed is not None:  # whoever changed it has read what stands above it
                self.top = self.unread = max(self.line_of(self.changed, page) - 1, 0)
                self.changed = None

        def layout(rows: Sequence[StyleAndTextTuples], more: int) -> Fitted:
            line = f" {self.words.counted(more, 'more-lines')}\n" if more > 0 else "\n"
            foot = [
                Block(([("class:quiet", line)], []), ONE),
                *remark(self.screen.remark or self.taken_back, width),
            ]
            return fitted(above, rows, [*foot, *below], lines=self.screen.rows, place=0)

        self.room = max(layout(page, 1).last, 1)
        self.top = max(0, min(self.top, len(page) - self.room))
        rows = page[self.top : self.top + self.room]
        return layout(rows, len(page) - self.top - self.room)

    def line_of(self, question_id: str, page: Sequence[StyleAndTextTuples]) -> int:
        """The line where the answer of that question begins; the first if it has none."""
        leads = [entry.leads_to for entry in self.entries]
        if question_id not in leads:
            return 0
        key = _key(leads.index(question_id) + 1)
        return next(line for line, parts in enumerate(page) if parts[0] == key)

    def sentences(self, width: int) -> list[StyleAndTextTuples]:
        """What is said above the answers, a line each."""
        lines = [
            part for sentence in self.notices for part in paragraph(sentence, width, "class:here")
        ]
        return [[part] for part in [*lines, *([("", "\n")] if lines else [])]]


class _ReadOnlyPage(_PageScreen):
    def digit(self, character: str) -> None:
        """There is nothing to mend here."""

    def stop(self) -> None:
        """No sitting has begun yet."""

    def enter(self) -> Verdict:
        return Save()

    def draw(self) -> StyleAndTextTuples:
        words, width = self.words, self.screen.columns
        keys = [(words("key.enter"), words("does.back"))]
        keys.append((words("key.scroll"), words("does.scroll")))
        foot = [keys_below(keys, keys, width)]
        return self.between(words("so-far", title=self.title), foot).parts


def page_lines(
    entries: Sequence[Entry], labels: Sequence[str], width: int
) -> list[StyleAndTextTuples]:
    """Every answer as lines: its number, what was asked in a few words, the answer.

    Short answers stand beside their heading, longer texts whole below it.
    """
    rows: list[StyleAndTextTuples] = []
    under = ""
    longest = max((cells(entry.question.about) for entry in entries), default=0)
    names = max(min(width - 30, longest + 1, 44), 0)
    for number, entry in enumerate(entries, start=1):
        question = entry.question
        step = question.step.label(question.words)
        heading = step if entry.saved else question.words("left-out")
        if heading != under:
            under = heading
            rows += [[("", "\n")]] if rows else []
            rows.append([("class:heading", f" {heading}\n")])
            if not entry.saved:
                note = kept_beside(entries, question.words)
                rows += [[part] for part in (paragraph(note, width) if note else [])]
        about = question.about
        if question.column:
            about = f"{about}: {question.column}"
        answer = answer_text(question, entry.answer, labels)
        key, style, bar = _key(number), "", ""
        if entry.answer is None:
            style = "class:quiet"
        elif question.kind in (Kind.LINE, Kind.TEXT):
            style, bar = "class:own", BAR
        beside = "\n" not in answer and cells(answer) <= width - names - 8 - len(bar)
        if beside and cells(about) <= names:
            rows.append([key, ("", fit(about, names)), (style, f"  {bar}{answer}\n")])
        else:
            first, *more = wrap(about, width - 6)
            rows.append([key, ("", f"{first}\n")])
            rows += [[("", f"{' ' * 6}{line}\n")] for line in more]
            rows += [
                [(style, f"{line}\n")] for line in wrap(answer, width, f"{' ' * 6}{bar or ' '}")
            ]
    return rows


def _key(number: int) -> tuple[str, str]:
    """The beginning of an answer's first row."""
    return ("class:key", f" {number:>3}  ")
