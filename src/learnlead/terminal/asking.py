"""The rich door: one screen a question, one key a rating."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from learnlead.plaintext.clean import clean_line, clean_text, harmless
from learnlead.reflection.question import Choice, Kind
from learnlead.terminal import screen_text
from learnlead.terminal.choosing import choose_one, choose_several
from learnlead.terminal.editor import edit, editor_command
from learnlead.terminal.offering import by_command, offer_lines, taken_up
from learnlead.terminal.rating import rate
from learnlead.terminal.reading import look_at, read_page
from learnlead.terminal.stage import Stage
from learnlead.terminal.typing_in import RESIZED, type_in
from learnlead.terminal.wrapping import wrap

_KEYS_ELSEWHERE = ("b", "s", "x", "?")
"""Keys of every other screen: alone in a text they are hardly an answer."""


def _taken(text: str, command: str, *, several_lines: bool) -> tuple[str | None, str]:
    """The text as it is kept, or what hinders that."""
    if not command and text.strip() in _KEYS_ELSEWHERE:
        key = text.strip()
        return None, f"For the key, type /{key}. As an answer it needs one word more."
    try:
        return clean_text(text) if several_lines else clean_line(text), ""
    except ValueError as error:
        return None, f"Not taken: {error}. Please take it out."


class RichDoor:
    """Asks on the alternate screen of a real terminal (see `Asks`)."""

    def __init__(self, *, colour: bool) -> None:
        self.stage = Stage(colour=colour)

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

    def read(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> Verdict:
        """See `Asks.read`."""
        try:
            return read_page(self.stage, title, entries, labels)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Asks.look`."""
        try:
            look_at(self.stage, title, entries, labels)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def choose(self, ask: str, choices: Sequence[Choice], preset: str) -> str:
        """See `Asks.choose`."""
        import questionary

        self.close()
        try:
            answer: str = questionary.select(
                "\n ".join(wrap(harmless(ask), self.stage.columns - 1)),
                choices=[
                    questionary.Choice(c.label, c.value, shortcut_key=str(n))
                    for n, c in enumerate(choices, start=1)
                ],
                default=preset,
                qmark="",
                instruction="\n",
                pointer="›",
                use_shortcuts=True,
                style=self.stage.style,
                color_depth=self.stage.depth,
                erase_when_done=True,
            ).unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None
        return answer

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
        return self._typed(
            question.standing,
            [*question.preface, *offer_lines(question.offers, self.stage.columns - 1)],
            question.ask,
            text=scene.unfinished or (given if isinstance(given, str) else ""),
            several_lines=question.kind is Kind.TEXT,
            keep=scene.keep,
            offers=question.offers,
        )

    def _typed(
        self,
        standing: str,
        sentences: Sequence[str],
        ask: str,
        *,
        text: str,
        several_lines: bool,
        keep: Callable[[str], None],
        offers: Sequence[Choice] = (),
    ) -> Reply:
        before, trouble, offered = text, "", by_command(offers)
        while True:
            self._head(standing, [*sentences, *([trouble] if trouble else [])])
            text, command = type_in(
                self.stage, ask, text=text, several_lines=several_lines, keep=keep, more=offered
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
                    trouble = "One word is a full answer. Enter on nothing skips."
                    continue
                case _ if command == RESIZED:
                    continue
            cleaned, trouble = _taken(text, command, several_lines=several_lines)
            if trouble:
                text = text.rstrip("\n")
                continue
            if command == "/b":
                return WentBack(cleaned if text != before else None)
            return Skipped() if cleaned is None else Answered(cleaned)

    def _edit(self, text: str) -> tuple[str, str]:
        command = editor_command()
        if command is None:
            return text, "No editor is set: VISUAL or EDITOR would name one."
        self.close()  # an editor has the screen to itself, and leaves it its own way
        edited = edit(text, command)
        if edited is None:
            return text, f"{command[0]} could not be run."
        return edited.rstrip("\n"), ""

    def _moment(self, scene: Scene) -> Reply:
        question = scene.question
        given = scene.given if isinstance(scene.given, dict) else {}
        relationship, with_whom = given.get("relationship"), given.get("with", "")
        offered = [f"For example: {', '.join(scene.people)}."] if scene.people else []
        while True:
            reply = choose_one(self.stage, scene, given=relationship)
            if not isinstance(reply, Answered):
                return reply
            relationship = str(reply.given)
            told = self._typed(
                question.standing,
                [question.label(relationship), *offered],
                "With whom? A role is enough, and only you see it. Enter alone leaves it out.",
                text=with_whom,
                several_lines=False,
                keep=lambda _: None,
            )
            match told:
                case WentBack():
                    with_whom = str(told.given or with_whom)
                case Answered():
                    return Answered({"relationship": relationship, "with": str(told.given)})
                case Skipped():
                    return Answered({"relationship": relationship})
                case NotForHere():
                    return NotForHere()

    def _head(self, standing: str, sentences: Sequence[str]) -> None:
        from prompt_toolkit import print_formatted_text
        from prompt_toolkit.formatted_text import FormattedText

        self.stage.clear()
        width = self.stage.columns
        parts = screen_text.standing(standing, width)
        for sentence in sentences:
            parts += screen_text.paragraph(sentence, width, "class:preface")
        if sentences:
            parts.append(("", "\n"))
        print_formatted_text(
            FormattedText(parts),
            end="",
            style=self.stage.style,
            output=self.stage.output,
            color_depth=self.stage.depth,
        )
