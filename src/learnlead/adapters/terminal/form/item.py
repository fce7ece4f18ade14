"""What the fields of a form have in common, and how each is laid out below what is asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from prompt_toolkit.formatted_text import StyleAndTextTuples

from learnlead.adapters.terminal.fitting import EMPTY_LINE, ONE, SOME, Block
from learnlead.adapters.terminal.look import own_words
from learnlead.adapters.terminal.screen_text import Keys, paragraph
from learnlead.app.prompter import QuestionView, Typed
from learnlead.i18n.words import Words
from learnlead.sitting.question import AnswerValue

CURSOR = "[SetCursorPosition]"
"""The style of a fragment where the cursor stands."""


@dataclass(slots=True)
class Drawn:
    """Rows of a form.

    Attributes:
        rows: a line each.
        place: the row to keep in sight, if the field has the cursor.
    """

    rows: list[StyleAndTextTuples] = field(default_factory=list)
    place: int = 0

    def add(self, parts: StyleAndTextTuples) -> None:
        """Rows of one style: each part is a line."""
        self.rows += [[part] for part in parts]


def lines_of(parts: StyleAndTextTuples) -> list[StyleAndTextTuples]:
    """The parts, line by line."""
    lines: list[StyleAndTextTuples] = [[]]
    for part in parts:
        lines[-1].append(part)
        if part[1].endswith("\n"):
            lines.append([])
    return [line for line in lines if line]


class Item:
    """One field with the cursor's way through it.

    Attributes:
        id: of its question, or of the one that has the cursor.
        alone: whether it is the only field on the screen, with what is asked above it as a title.
        takes_words: whether letters typed here are an answer.
        takes: the keys that mean something here, beside those that every field has.
    """

    takes_words = False

    def __init__(self, view: QuestionView, words: Words, *, alone: bool = False) -> None:
        self.view = view
        self.question = view.question
        self.words = words
        self.alone = alone
        self.passed = False

    @property
    def id(self) -> str:
        """See `Item`."""
        return self.question.id

    @property
    def takes(self) -> Collection[str]:
        """See `Item`."""
        return ()

    @property
    def letters(self) -> Collection[str]:
        """The keys that mean something here or once another one was pressed: they are no words."""
        return [key for key in self.takes if len(key) == 1]

    @property
    def answers_at_once(self) -> bool:
        """Whether one key here leaves the screen; else the last field waits for Enter."""
        return False

    def press(self, key: str) -> bool:
        """Take a key of `takes`; whether the cursor goes on."""
        raise NotImplementedError

    def enter(self) -> bool:
        """Enter: confirm what stands here; whether the cursor goes on."""
        self.passed = True
        return True

    def tab(self) -> bool:
        """Tab: on with what stands here, or with nothing; whether the cursor goes on."""
        return True

    def move(self, step: int) -> bool:
        """Up or down; whether the cursor stays in this field."""
        del step
        return False

    def sideways(self, step: int) -> bool:
        """Left or right; whether that is anywhere within the field."""
        del step
        return False

    def back(self) -> bool:
        """Esc; whether there was a step back within this field."""
        return False

    def begin_at(self, question_id: str) -> None:
        """The cursor comes to that question of the field's, where it has several."""
        del question_id

    def come(self, step: int) -> None:
        """The cursor comes from above (1) or from below (-1)."""

    @property
    def wants(self) -> str:
        """What is said where Enter leads nowhere; empty where that is plain."""
        return ""

    @property
    def trouble(self) -> str:
        """What hinders the answer from being taken; empty for nothing."""
        return ""

    def answers(self) -> Typed:
        """What is answered by now; what nobody has confirmed is as it was before."""
        return {self.id: self.answer}

    def begun(self) -> Typed:
        """As `answers`, with words as they are typed."""
        return self.answers()

    @property
    def answer(self) -> AnswerValue:
        """See `Item`."""
        raise NotImplementedError

    @property
    def before(self) -> AnswerValue:
        """The answer from before this screen was shown."""
        view = self.view
        return view.unfinished if view.unfinished is not None else view.answer

    def hints(self) -> Keys:
        """Its own keys and what they do."""
        return ()

    def about(self) -> str:
        """A sentence about what has the cursor, below the field; mostly empty."""
        return ""

    def help(self, width: int) -> list[StyleAndTextTuples]:
        """What `?` shows besides the keys, row by row."""
        return [[part] for part in paragraph(self.question.help, width) if self.question.help]

    def label_cells(self, width: int) -> int:
        """How many cells a label takes that can stand beside the field; 0 for none."""
        del width
        return 0

    def draw(self, width: int, indent: int, *, here: bool) -> Drawn:
        """The field; `indent` is the column of the words that are typed."""
        raise NotImplementedError

    def said_before(self, width: int) -> Drawn:
        """The sentences and the leader's own words above a field that has others beside it."""
        drawn = Drawn()
        if self.alone:
            return drawn
        for sentence in self.question.preface:
            drawn.add(paragraph(sentence, width))
        if self.question.quote:
            drawn.add(own_words(self.question.quote, width))
        return drawn

    def asked(self, width: int, *, here: bool) -> StyleAndTextTuples:
        """What is asked, above a field that has others beside it."""
        if self.alone or not self.question.ask:
            return []
        return paragraph(self.question.ask, width, "class:ask" if here else "")

    def above(self, width: int) -> list[Block]:
        """What stands above the field that is alone on its screen, and gives way to it."""
        blocks = [Block((paragraph(text, width), []), SOME) for text in self.question.preface]
        if self.question.quote:
            blocks.append(Block((own_words(self.question.quote, width), []), ONE))
        if self.question.ask:
            blocks += [EMPTY_LINE] if blocks else []
            blocks.append(Block((paragraph(self.question.ask, width, "class:ask"),)))
        return [*blocks, EMPTY_LINE]
