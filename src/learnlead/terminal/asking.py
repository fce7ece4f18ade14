"""The rich door: one screen a question, one key a rating."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from learnlead.catalogue.words import ENGLISH, Words
from learnlead.errors import Interrupted
from learnlead.journeys.asks import (
    Answered,
    Entry,
    NotForHere,
    Reply,
    Scene,
    Skipped,
    Verdict,
    WentBack,
)
from learnlead.plaintext.clean import harmless
from learnlead.plaintext.limits import TooLong, line_within, text_within
from learnlead.reflection.question import Choice, Kind
from learnlead.reports.cells import wrap
from learnlead.terminal.choosing import choose_one, choose_several
from learnlead.terminal.deciding import decide
from learnlead.terminal.editor import edit, editor_command
from learnlead.terminal.fitting import EMPTY_LINE, SOME, Block
from learnlead.terminal.offering import by_command, offer_lines, taken_up
from learnlead.terminal.rating import rate
from learnlead.terminal.reading import look_at, read_page
from learnlead.terminal.screen_text import head, paragraph
from learnlead.terminal.stage import Stage
from learnlead.terminal.typing_in import type_in

_KEYS_ELSEWHERE = ("b", "s", "x", "?")
"""Keys of every other screen: alone in a text they are hardly an answer."""


def _taken(text: str, command: str, words: Words, *, several_lines: bool) -> tuple[str | None, str]:
    """The text as it is kept, or what hinders that."""
    if not command and text.strip() in _KEYS_ELSEWHERE:
        key = text.strip()
        return None, words("key-as-text", key=key)
    try:
        return text_within(text) if several_lines else line_within(text), ""
    except TooLong as error:
        return None, words("too-long", letters=error.letters, most=error.most)
    except ValueError as error:
        return None, words("not-taken", error=error)


class RichDoor:
    """Asks on the alternate screen of a real terminal (see `Asks`)."""

    def __init__(self, *, colour: bool, words: Words = ENGLISH) -> None:
        self.stage = Stage(colour=colour, words=words)
        self._half_told: dict[str, tuple[str | None, str]] = {}
        self.words = words

    def ask(self, scene: Scene) -> Reply:
        """See `Asks.ask`."""
        try:
            match scene.question.kind:
                case Kind.RATING:
                    return rate(self.stage, scene)
                case Kind.CHOICE:
                    return choose_one(self.stage, scene)
                case Kind.SEVERAL:
                    return choose_several(self.stage, scene)
                case Kind.MOMENT:
                    return self._moment(scene)
                case Kind.LINE | Kind.TEXT:
                    return self._words(scene)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def read(
        self, title: str, entries: Sequence[Entry], labels: Sequence[str], said: Sequence[str] = ()
    ) -> Verdict:
        """See `Asks.read`."""
        try:
            return read_page(self.stage, title, entries, labels, said)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Asks.look`."""
        try:
            look_at(self.stage, title, entries, labels)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """See `Asks.choose`."""
        try:
            return decide(self.stage, ask, choices, preset, at_once=at_once)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def tell(self, *sentences: str) -> None:
        """See `Asks.tell`."""
        self.close()
        for sentence in sentences:
            for line in wrap(harmless(sentence), self.stage.columns, whole_words=True):
                print(line)

    def close(self) -> None:
        """See `Asks.close`."""
        self.stage.close()

    def _words(self, scene: Scene) -> Reply:
        question = scene.question
        given = scene.given if scene.given is not None else question.preset

        def above(width: int) -> list[Block]:
            notes = offer_lines(question.offers, width - 1, self.words)
            parts = [part for line in notes for part in paragraph(line, width)]
            return [
                *head(question, width),
                *([Block((parts, []), SOME), EMPTY_LINE] if parts else []),
            ]

        return self._typed(
            above,
            text=scene.unfinished or (given if isinstance(given, str) else ""),
            several_lines=question.kind is Kind.TEXT,
            keep=scene.keep,
            offers=question.offers,
        )

    def _typed(
        self,
        above: Callable[[int], list[Block]],
        *,
        text: str,
        several_lines: bool,
        keep: Callable[[str], None],
        offers: Sequence[Choice] = (),
    ) -> Reply:
        before, trouble, offered = text, "", by_command(offers)

        def with_trouble(width: int) -> list[Block]:
            said = paragraph(trouble, width, "class:trouble") if trouble else []
            return [*above(width), *([Block((said,)), EMPTY_LINE] if said else [])]

        while True:
            text, command = type_in(
                self.stage,
                with_trouble,
                text=text,
                several_lines=several_lines,
                keep=keep,
                more=offered,
            )
            if command in offered:
                text = taken_up(text, offered[command])
                keep(text)
                continue
            match command:
                case "/s":
                    return Skipped()
                case "/x":
                    return NotForHere(text)
                case "/e":
                    text, trouble = self._edit(text)
                    continue
                case "/?":
                    trouble = self.words("help.words")
                    continue
            cleaned, trouble = _taken(text, command, self.words, several_lines=several_lines)
            if trouble:
                text = text.rstrip("\n")
                continue
            if command == "/b":
                return WentBack(cleaned if text != before else None)
            return Skipped() if cleaned is None else Answered(cleaned)

    def _edit(self, text: str) -> tuple[str, str]:
        command = editor_command()
        if command is None:
            return text, self.words("no-editor")
        self.close()  # an editor has the screen to itself, and leaves it its own way
        edited = edit(text, command)
        if edited is None:
            return text, self.words("editor-failed", editor=command[0])
        return edited.rstrip("\n"), ""

    def _moment(self, scene: Scene) -> Reply:
        question = scene.question
        given = scene.given if isinstance(scene.given, dict) else {}
        answered = given.get("relationship"), given.get("with", "")
        relationship, with_whom = self._half_told.pop(question.id, answered)
        while True:
            reply = choose_one(self.stage, scene, given=relationship)
            if not isinstance(reply, Answered):
                return reply
            relationship = str(reply.given)
            whom = replace(
                question,
                preface=(question.label(relationship), *self._offered(scene.people)),
                ask=self.words("with-whom"),
            )
            told = self._typed(
                partial(head, whom), text=with_whom, several_lines=False, keep=lambda _: None
            )
            match told:
                case WentBack():
                    with_whom = str(told.given or with_whom)
                case Answered():
                    return Answered({"relationship": relationship, "with": str(told.given)})
                case Skipped():
                    return Answered({"relationship": relationship})
                case NotForHere():
                    self._half_told = {question.id: (relationship, told.text)}
                    return NotForHere()

    def _offered(self, people: Sequence[str]) -> tuple[str, ...]:
        return (self.words("with-whom.examples", people=", ".join(people)),) if people else ()
