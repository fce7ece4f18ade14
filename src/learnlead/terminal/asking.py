"""The rich door: one screen a question, one key a rating."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
from learnlead.terminal.choosing import choose_one, choose_several
from learnlead.terminal.editor import edit, editor_command
from learnlead.terminal.rating import rate
from learnlead.terminal.reading import read_page
from learnlead.terminal.stage import Stage
from learnlead.terminal.typing_in import type_in
from learnlead.terminal.wrapping import wrap


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

    def choose(self, ask: str, choices: Sequence[Choice], preset: str) -> str:
        """See `Asks.choose`."""
        import questionary

        self.close()
        try:
            answer: str = questionary.select(
                ask,
                choices=[
                    questionary.Choice(c.label, c.value, shortcut_key=str(n))
                    for n, c in enumerate(choices, start=1)
                ],
                default=preset,
                qmark="",
                instruction=" ",
                use_shortcuts=True,
                style=self.stage.style,
                erase_when_done=True,
            ).unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None
        return answer

    def tell(self, *sentences: str) -> None:
        """See `Asks.tell`."""
        self.close()
        for sentence in sentences:
            for line in wrap(harmless(sentence), self.stage.columns):
                print(line)

    def close(self) -> None:
        """See `Asks.close`."""
        self.stage.close()

    def _words(self, scene: Scene) -> Reply:
        question = scene.question
        given = scene.given if scene.given is not None else question.preset
        text = scene.unfinished or (given if isinstance(given, str) else "")
        several = question.kind is Kind.TEXT
        trouble = ""
        while True:
            self._head(question.standing, [*question.preface, *([trouble] if trouble else [])])
            ask = "\n ".join(wrap(question.ask, self.stage.columns - 2))
            typed, command = type_in(
                self.stage, ask, text=text, several_lines=several, keep=scene.keep
            )
            trouble = ""
            match command:
                case "/b":
                    return WentBack()
                case "/s":
                    return Skipped()
                case "/x":
                    return NotForHere()
                case "/e":
                    text, trouble = self._edit(typed)
                case "/?":
                    text, trouble = typed, "One word is a full answer. Enter on nothing skips."
                case _:
                    try:
                        cleaned = clean_text(typed) if several else clean_line(typed)
                    except ValueError as error:
                        text, trouble = typed, f"{error}: please take it out."
                        continue
                    return Skipped() if cleaned is None else Answered(cleaned)

    def _edit(self, text: str) -> tuple[str, str]:
        command = editor_command()
        if command is None:
            return text, "No editor is set: VISUAL or EDITOR would name one."
        edited = edit(text, command)
        if edited is None:
            return text, f"{command[0]} could not be run."
        return edited.rstrip("\n"), ""

    def _moment(self, scene: Scene) -> Reply:
        head: Any = scene.given if isinstance(scene.given, dict) else {}
        reply = choose_one(self.stage, scene, given=head.get("relationship"))
        if not isinstance(reply, Answered):
            return reply
        question = scene.question
        offered = [f"For example: {', '.join(scene.people)}."] if scene.people else []
        self._head(question.standing, [question.label(str(reply.given)), *offered])
        typed, command = type_in(
            self.stage,
            "With whom? A role is enough, and only you see it. Enter alone leaves it out.",
            text=head.get("with", ""),
            several_lines=False,
            keep=lambda _: None,
        )
        if command == "/b":
            return self._moment(scene)
        if command == "/x":
            return NotForHere()
        relationship = str(reply.given)
        with_whom = clean_line(typed) if not command else None
        if with_whom is None:
            return Answered({"relationship": relationship})
        return Answered({"relationship": relationship, "with": with_whom})

    def _head(self, standing: str, sentences: Sequence[str]) -> None:
        from prompt_toolkit import print_formatted_text

        self.stage.clear()
        width = self.stage.columns
        lines: list[tuple[str, str]] = [("class:standing", f" {standing}\n\n")]
        for sentence in sentences:
            lines += [("class:preface", f" {line}\n") for line in wrap(harmless(sentence), width)]
        if sentences:
            lines.append(("", "\n"))
        print_formatted_text(
            _formatted(lines),
            end="",
            style=self.stage.style,
            output=self.stage.output,
            color_depth=self.stage.depth,
        )


def _formatted(lines: Sequence[tuple[str, str]]) -> Any:
    from prompt_toolkit.formatted_text import FormattedText

    return FormattedText(lines)
