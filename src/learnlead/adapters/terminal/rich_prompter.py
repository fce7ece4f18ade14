"""Asks on screens: one a question, one key a rating."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from learnlead.adapters.terminal.autosave import Autosave
from learnlead.adapters.terminal.editor import Editors, OpenFile
from learnlead.adapters.terminal.fitting import EMPTY_LINE, SOME, Block
from learnlead.adapters.terminal.menu import choose_one, choose_several, decide
from learnlead.adapters.terminal.rating import rate
from learnlead.adapters.terminal.reading import look_at, read_page
from learnlead.adapters.terminal.screen import Screen
from learnlead.adapters.terminal.screen_text import head, paragraph
from learnlead.adapters.terminal.typed_commands import (
    accepted_text,
    by_command,
    offer_lines,
    with_note,
)
from learnlead.adapters.terminal.typing_in import type_in
from learnlead.app.prompter import (
    Answered,
    Entry,
    NotForHere,
    QuestionView,
    Reply,
    Skipped,
    Verdict,
    WentBack,
)
from learnlead.errors import Interrupted
from learnlead.i18n.words import ENGLISH, Words
from learnlead.sitting.question import Choice, Kind
from learnlead.text.cells import wrap
from learnlead.text.clean import harmless


class RichPrompter:
    """Asks on the alternate screen of a real terminal (see `Prompter`)."""

    def __init__(
        self,
        *,
        colour: bool,
        words: Words = ENGLISH,
        file_for: Callable[[str], OpenFile] | None = None,
    ) -> None:
        self.screen = Screen(colour=colour, words=words)
        self.words = words
        self._editors = Editors(file_for)

    def ask(self, view: QuestionView) -> Reply:
        """See `Prompter.ask`."""
        try:
            match view.question.kind:
                case Kind.RATING:
                    return rate(self.screen, view)
                case Kind.CHOICE:
                    return choose_one(self.screen, view)
                case Kind.SEVERAL:
                    return choose_several(self.screen, view)
                case Kind.MOMENT:
                    return self._moment(view)
                case Kind.LINE | Kind.TEXT:
                    return self._words(view)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def read(
        self,
        title: str,
        entries: Sequence[Entry],
        labels: Sequence[str],
        above: Sequence[str] = (),
    ) -> Verdict:
        """See `Prompter.read`."""
        try:
            return read_page(self.screen, title, entries, labels, above)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def look(self, title: str, entries: Sequence[Entry], labels: Sequence[str]) -> None:
        """See `Prompter.look`."""
        try:
            look_at(self.screen, title, entries, labels)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def choose(
        self, ask: str, choices: Sequence[Choice], preset: str, *, at_once: bool = False
    ) -> str:
        """See `Prompter.choose`."""
        try:
            return decide(self.screen, ask, choices, preset, at_once=at_once)
        except (KeyboardInterrupt, EOFError):
            raise Interrupted from None

    def tell(self, *sentences: str) -> None:
        """See `Prompter.tell`."""
        self.close()
        for sentence in sentences:
            for line in wrap(harmless(sentence), self.screen.columns, whole_words=True):
                print(line)

    def close(self) -> None:
        """See `Prompter.close`."""
        self.screen.close()

    def _words(self, view: QuestionView) -> Reply:
        question = view.question
        answer = view.answer if view.answer is not None else question.preset
        answered = answer if isinstance(answer, str) else ""
        begun = view.unfinished if isinstance(view.unfinished, str) else ""

        def above(width: int) -> list[Block]:
            notes = offer_lines(question.offers, width - 1, self.words)
            parts = [part for line in notes for part in paragraph(line, width)]
            return [
                *head(question, width),
                *([Block((parts, []), SOME), EMPTY_LINE] if parts else []),
            ]

        return self._typed(
            above,
            answered=answered,
            begun=begun,
            preset=answered if view.answer is None else "",
            several_lines=question.kind is Kind.TEXT,
            question_id=question.id,
            keep=view.keep,
            offers=question.offers,
        )

    def _typed(
        self,
        above: Callable[[int], list[Block]],
        *,
        answered: str,
        begun: str,
        preset: str = "",
        several_lines: bool,
        question_id: str,
        keep: Callable[[str], bool],
        offers: Sequence[Choice] = (),
    ) -> Reply:
        text, trouble, offered = begun or answered, "", by_command(offers)
        autosave, confirmed = Autosave(text, keep), {*text.split("\n")}

        def with_trouble(width: int) -> list[Block]:
            lines = paragraph(trouble, width, "class:trouble") if trouble else []
            return [*above(width), *([Block((lines,)), EMPTY_LINE] if lines else [])]

        while True:
            text, command = type_in(
                self.screen,
                with_trouble,
                text=text,
                several_lines=several_lines,
                autosave=autosave,
                more=offered,
            )
            if (more := self._more(text, command, offered, question_id, keep)) is not None:
                text, trouble = more
                continue
            match command:
                case "/s" if not text.strip() or text == preset:
                    return Skipped()  # else the writer's words stay: whoever wants none empties it
                case "/x":
                    autosave.save(text)
                    return NotForHere(text)
                case "/e":
                    text, trouble = self._edit(text, question_id, keep)
                    autosave.save(text)
                    continue
                case "/?":
                    trouble = self.words("help.words")
                    continue
            cleaned, trouble = accepted_text(
                text, command, self.words, confirmed, several_lines=several_lines
            )
            if trouble:
                text = text.rstrip("\n")
                continue
            if command == "/b":
                return WentBack(cleaned if text != answered else None)
            return Skipped() if cleaned is None else Answered(cleaned)

    def _edit(self, text: str, question_id: str, keep: Callable[[str], bool]) -> tuple[str, str]:
        keep(text)  # whatever the editor saves from here on is newer
        self.close()  # an editor has the screen to itself, and leaves it its own way
        text, trouble = self._editors.edit(question_id, text)
        if keep(text):
            self._editors.taken(question_id)
        return text, self.words(trouble.key, **trouble.values) if trouble else ""

    def _more(
        self,
        text: str,
        command: str,
        offered: Mapping[str, str],
        question_id: str,
        keep: Callable[[str], bool],
    ) -> tuple[str, str] | None:
        """The text with a note that it takes up, or with what an editor saved beside the sitting.

        Then what is said about it; None if nothing was added.
        """
        if command in offered:
            text = with_note(text, offered[command])
            keep(text)
            return text, ""
        leaves = command in ("", "/s", "/b")
        late = self._editors.later(question_id, text) if leaves else None
        if late is None:
            return None
        if keep(late):
            self._editors.taken(question_id)
        return late, self.words("editor-later")

    def _moment(self, view: QuestionView) -> Reply:
        question = view.question
        answer = view.answer if isinstance(view.answer, dict) else {}
        begun = view.unfinished if isinstance(view.unfinished, dict) else answer
        relationship, with_whom = begun.get("relationship"), begun.get("with", "")
        while True:
            reply = choose_one(self.screen, view, answer=relationship)
            if isinstance(reply, Skipped) and with_whom:
                return Answered(
                    _moment_of(str(relationship), with_whom)
                )  # words stay, as in a text
            if isinstance(reply, WentBack) and begun != answer:
                return WentBack(_moment_of(str(relationship), with_whom))
            if not isinstance(reply, Answered):
                return reply
            relationship = str(reply.answer)

            def keep(text: str, relationship: str = relationship) -> bool:
                return view.keep({"relationship": relationship, "with": text})

            keep(with_whom)
            whom = replace(
                question,
                preface=(question.label(relationship), *self._offered(view.people)),
                ask=self.words("with-whom"),
            )
            whom_reply = self._typed(
                partial(head, whom),
                answered=with_whom,
                begun="",
                several_lines=False,
                question_id=question.id,
                keep=keep,
            )
            match whom_reply:
                case WentBack():
                    with_whom = str(whom_reply.answer or with_whom)
                    keep(with_whom)
                    begun = _moment_of(relationship, with_whom)
                case Answered():
                    return Answered(_moment_of(relationship, str(whom_reply.answer)))
                case Skipped():
                    return Answered(_moment_of(relationship, ""))
                case NotForHere():
                    return NotForHere(_moment_of(relationship, str(whom_reply.answer or "")))

    def _offered(self, people: Sequence[str]) -> tuple[str, ...]:
        return (self.words("with-whom.examples", people=", ".join(people)),) if people else ()


def _moment_of(relationship: str, with_whom: str) -> dict[str, str]:
    """The answer to the question of a moment."""
    return {"relationship": relationship} | ({"with": with_whom} if with_whom else {})
