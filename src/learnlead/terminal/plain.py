"""The plain door: words in, words out, nothing redrawn, no colour, no control sequence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from shutil import get_terminal_size

from learnlead.errors import Interrupted
from learnlead.journeys.asks import (
    Answered,
    Entry,
    Mend,
    NotForHere,
    Reply,
    Save,
    Scene,
    Skipped,
    Verdict,
    WentBack,
)
from learnlead.plaintext.clean import clean_line, clean_text, harmless, refused_character
from learnlead.reflection.model import NO_OPPORTUNITY, NONE_MADE
from learnlead.reflection.question import Choice, Given, Kind, Question
from learnlead.reports.cells import wrap
from learnlead.terminal.editor import edit, editor_command
from learnlead.terminal.marks import answer_text, mark_text
from learnlead.terminal.offering import by_command

_WIDEST = 72
_WORDS: dict[str, type[WentBack | Skipped | NotForHere]] = {
    "back": WentBack,
    "skip": Skipped,
    "x": NotForHere,
    "/x": NotForHere,
}
_COMMANDS = (*_WORDS, "help", "?", "quit", "edit", "/e")
_HINT = "Words that always work: back, skip, help, quit, and x (this isn't for here)."


class PlainDoor:
    """Asks line by line (see `Asks`)."""

    def __init__(self) -> None:
        self._hinted = False
        self._width = min(get_terminal_size((_WIDEST + 1, 24)).columns - 1, _WIDEST)
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="surrogateescape")  # no UTF-8: refused, not a crash

    def ask(self, scene: Scene) -> Reply:
        """See `Asks.ask`."""
        self._head(scene)
        if scene.question.kind in (Kind.LINE, Kind.TEXT):
            return self._words(scene)
        while True:
            line = self._line()
            if not line and (kept := _kept(scene)) is not None:
                return Answered(kept)
            if (reply := self._common(line, scene)) is not None:
                return reply
            if line in ("help", "?"):
                continue
            try:
                given = self._given(scene, line)
            except ValueError as error:
                self._say(f"Not taken: {error}. Please type it again.")
                continue
            if given is not None:
                return Answered(given)
            self._say("That is none of the answers. " + _how(scene))

    def read(
        self, title: str, entries: Sequence[Entry], labels: Sequence[str], said: Sequence[str] = ()
    ) -> Verdict:
        """See `Asks.read`."""
        self._say(*(["", *map(harmless, said)] if said else []))
        self._page(f"Read and save: {title}", entries, labels)
        while True:
            self._say("", "Type save (or Enter alone), a number to mend, or back.")
            line = self._line()
            if line in ("save", ""):
                return Save()
            if line.isdecimal() and 1 <= int(line) <= len(entries):
                return Mend(entries[int(line) - 1].question.id)
            if line == "back":
                return WentBack()
            if line in ("x", "/x"):
                return NotForHere()
            if line == "quit":
                raise Interrupted

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Asks.look`."""
        self._page(f"So far: {title}", entries, labels)

    def choose(
        self,
        ask: str,
        choices: Sequence[Choice],
        preset: str,
        *,
        at_once: bool = False,  # noqa: ARG002 - a line is never one key
    ) -> str:
        """See `Asks.choose`."""
        self._say("", harmless(ask))
        for number, choice in enumerate(choices, start=1):
            enter = " (or Enter alone)" if choice.value == preset else ""
            self._say(f"  {number}. {choice.label}{enter}")
        while True:
            line = self._line()
            if not line:
                return preset
            if line == "quit":
                raise Interrupted
            if line.isdecimal() and 1 <= int(line) <= len(choices):
                return choices[int(line) - 1].value
            self._say(f"Type a number from 1 to {len(choices)}.")

    def tell(self, *sentences: str) -> None:
        """See `Asks.tell`."""
        for sentence in sentences:
            self._say(harmless(sentence))

    def close(self) -> None:
        """See `Asks.close`; there is nothing to undo."""

    def _page(self, head: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        self._say("", head, "")
        for number, entry in enumerate(entries, start=1):
            skipped = entry.given is None
            answer = "(skipped)" if skipped else answer_text(entry.question, entry.given, labels)
            self._say(f"{number}. {entry.question.about}: {answer}")

    def _head(self, scene: Scene) -> None:
        question = scene.question
        self._say("", f"{question.standing}")
        for sentence in (*question.preface, question.ask):
            self._say(harmless(sentence))
        for number, choice in enumerate(question.choices, start=1):
            self._say(f"  {number}. {choice.label}")
        if question.kind is Kind.RATING:
            self._say(*(f"  {n}. {label}" for n, label in enumerate(scene.labels, start=1)))
            self._say("  n. no opportunity")
        if question.kind in (Kind.SEVERAL, Kind.MOMENT):
            self._say(_how(scene))
        if scene.people and question.kind is Kind.MOMENT:
            self._say(f"For example, with: {', '.join(scene.people)}.")
        if question.offers:
            self._say("Notes; note 1 takes up the first:")
            self._say(*(f"  {n}. {offer.label}" for n, offer in enumerate(question.offers, 1)))
        if not self._hinted:
            self._hinted = True
            self._say(_HINT)
        if question.id in scene.skipped:
            self._say("Skipped so far.")
        kept = scene.unfinished or _kept(scene)
        if kept is not None and kept != "":
            shown = answer_text(question, kept, scene.labels)
            says = "You had begun; go on from there" if scene.unfinished else "Enter alone keeps"
            self._say(f"{says}: {shown}")

    def _common(self, line: str, scene: Scene) -> Reply | None:
        if line == "quit":
            raise Interrupted
        if line in ("help", "?"):
            self._say(_HINT, _how(scene))
            for number, anchor in sorted(_anchors(scene.question).items()):
                self._say(f"  {mark_text(number, scene.labels)}: {anchor}")
            self._say(*(f"  {own}" for _, own in scene.question.yardsticks), *_so_far(scene))
            return None
        return _WORDS[line]() if line in _WORDS else None

    def _given(self, scene: Scene, line: str) -> Given:
        question = scene.question
        if question.kind is Kind.RATING:
            return self._mark(question, line)
        number, _, rest = line.partition(" ")
        values = [c.value for c in question.choices]
        if question.kind is Kind.SEVERAL:
            return _several(values, line)
        if not number.isdecimal() or not 1 <= int(number) <= len(values):
            return None
        value = values[int(number) - 1]
        if question.kind is Kind.CHOICE:
            return value if not rest else None
        with_whom = clean_line(rest)
        return {"relationship": value} | ({"with": with_whom} if with_whom else {})

    def _mark(self, question: Question, line: str) -> Given:
        if line in ("1", "2", "3", "4", "5"):
            return int(line)
        if line != "n":
            return None
        if question.behaviour is None or question.behaviour.opportunity == "met":
            return NO_OPPORTUNITY
        made = [Choice(NO_OPPORTUNITY, "none arose"), Choice(NONE_MADE, "I made none")]
        return self.choose("No opportunity arose, or you made none?", made, NO_OPPORTUNITY)

    def _words(self, scene: Scene) -> Reply:
        several = scene.question.kind is Kind.TEXT
        kept = str(_kept(scene) or "")
        begun = scene.unfinished.rstrip("\n")
        lines = begun.split("\n") if begun else []
        fresh = True
        offered = by_command(scene.question.offers)
        if several:
            self._say("(An empty line ends the answer; edit opens your editor.)")
        while True:
            line = self._line()
            if line == "/x" or (fresh and line in _COMMANDS):
                if (reply := self._command(line, scene, "\n".join(lines) or kept)) is not None:
                    return reply
                continue
            if refused := refused_character(line):
                self._say(f"Not taken: that line holds {refused}. Please type it again.")
                continue
            fresh = False
            if (note := offered.get(line.replace("note ", "/"))) is not None:
                self._say(f"Taken up: {note}")
                line = note
            lines += [line] if line else []
            if line and several:
                scene.keep("\n".join(lines))
                continue
            return _taken("\n".join(lines) or kept, scene)

    def _command(self, line: str, scene: Scene, text: str) -> Reply | None:
        if line not in ("edit", "/e"):
            return self._common(line, scene)
        command = editor_command()
        while command is not None and (edited := edit(text, command)) is not None:
            try:
                return _taken(edited, scene)
            except ValueError as error:
                self._say(f"Not taken: {error}. Enter opens the editor again.")
                self._line()
                text = edited
        self._say("There is no editor that runs: VISUAL or EDITOR would name one.")
        return None

    def _line(self) -> str:
        print("> ", end="", flush=True)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            raise Interrupted from None
        if not line:
            raise Interrupted
        return line.rstrip("\r\n").rstrip()

    def _say(self, *sentences: str) -> None:
        for sentence in sentences:
            text = sentence.lstrip(" ")
            indent = " " * (len(sentence) - len(text))
            for line in wrap(harmless(text), self._width, indent, whole_words=True):
                print(line)


def _taken(text: str, scene: Scene) -> Reply:
    cleaned = clean_text(text) if scene.question.kind is Kind.TEXT else clean_line(text)
    return Skipped() if cleaned is None else Answered(cleaned)


def _kept(scene: Scene) -> Given:
    return scene.given if scene.given is not None else scene.question.preset


def _anchors(question: Question) -> dict[int, str]:
    return dict(question.behaviour.anchors) if question.behaviour else {}


def _so_far(scene: Scene) -> list[str]:
    """How many ratings there are of each kind; what is to come includes the one asked now."""
    if not scene.ratings:
        return []
    skipped = sum(question.id in scene.skipped for question, _ in scene.ratings)
    rated = sum(given is not None for _, given in scene.ratings)
    to_come = len(scene.ratings) - rated - skipped
    return [f"So far: {rated} rated, {skipped} skipped, {to_come} to come."]


def _several(values: Sequence[str], line: str) -> Given:
    words = line.replace(",", " ").split()
    if words in (["none"], ["0"]):
        return []
    if not words or not all(w.isdecimal() and 1 <= int(w) <= len(values) for w in words):
        return None
    return [v for n, v in enumerate(values, start=1) if str(n) in {str(int(w)) for w in words}]


def _how(scene: Scene) -> str:
    match scene.question.kind:
        case Kind.RATING:
            return "Type a number from 1 to 5, or n for no opportunity."
        case Kind.SEVERAL:
            return "Type the numbers that fit, such as 1 3, or none."
        case Kind.MOMENT:
            return "Type a number, and with whom if you like, such as: 1 report A."
        case Kind.CHOICE:
            return f"Type a number from 1 to {len(scene.question.choices)}."
        case Kind.LINE:
            return "Type your answer on one line."
        case Kind.TEXT:
            return "Type your answer; an empty line ends it, and edit opens your editor."
