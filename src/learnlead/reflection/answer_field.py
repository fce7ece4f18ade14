"""What is declared of each field of a reflection that holds its writer's words."""

from __future__ import annotations

from dataclasses import dataclass

from learnlead.reflection.kinds import Kind
from learnlead.reflection.question import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerField:
    """Stands in the model's `Annotated`, beside the type; `reflection/fields.py` reads it there.

    Attributes:
        kind: what search and its JSON call it. A text with a heading of its own has it as its
            marker, and as the key of its sentences: `page.KIND`, `about.KIND`, `ask.KIND`.
        asks: the head of the id of its question; empty where another question asks for it as well.
        step: of that question.
        always_asked: whether every sitting that is not quick asks it, beside the insight; else
            the script says when.
        label: of a line inside a moment, the word between `**` that it stands behind.
        leaves: the kind of line that it may leave as; None if it never leaves.
        about: what that line is called, where its kind does not say it.
        themed: whether words that come back in it are a theme.
        in_year: whether it stands among a year's own words.
        about_focus: whether it is about the behaviour in focus.
        name: the model's attribute, filled in where the table is read.
    """

    kind: str
    asks: str = ""
    step: Step = Step.SO_WHAT
    always_asked: bool = False
    label: str = ""
    leaves: Kind | None = None
    about: str = ""
    themed: bool = True
    in_year: bool = True
    about_focus: bool = False
    name: str = ""
