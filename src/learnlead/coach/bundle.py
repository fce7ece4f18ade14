"""Models of a bundle, the export for a coach; docs/bundle.md describes the format.

A bundle may come from an untrusted sender: every text and list has a maximum length. Unknown keys
are ignored, since later versions may add some.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from learnlead.coach.ids import Reference, Token
from learnlead.rubric.model import Depth
from learnlead.sitting.kinds import Kind
from learnlead.sitting.mark import Outcome
from learnlead.sitting.model import CheckedMark
from learnlead.text.limits import LINE_AT_MOST, TEXT_AT_MOST
from learnlead.text.typed import Day as Date
from learnlead.text.typed import Id

MANIFEST_FILE = "manifest.json"
SIGNATURE_FILE = "manifest.json.sig"
REPORT = "report"
"""In several formats, each with its suffix."""

DATA_FILE = "annexes/data.json"
LINES_FILE = "annexes/lines.csv"
RATINGS_FILE = "annexes/ratings.csv"
PAGES_FOLDER = "annexes/pages/"

FILES_AT_MOST = 5000
"""Files in a bundle: a page a week for almost a century."""

FileName = Annotated[
    str, Field(pattern=r"^(?:annexes/(?:pages/)?)?[A-Za-z0-9][A-Za-z0-9._-]{0,199}$")
]
"""The relative path of a file in the bundle; it cannot name a file outside of it."""

Text = Annotated[str, Field(max_length=TEXT_AT_MOST)]
Line = Annotated[str, Field(max_length=LINE_AT_MOST)]
Sentence = Annotated[str, Field(max_length=3 * LINE_AT_MOST)]
"""Long enough for two lines, such as a cue and an action, in one sentence."""


class BundlePart(BaseModel):
    """Base of all models of a bundle: frozen, unknown keys ignored."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        populate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class OfRubric(BundlePart):
    """What was asked: a rubric in one of its versions.

    `sha256` is that of all it asks, so that two rubrics of one name can be told apart; None in
    bundles made before it was kept.
    """

    id: Id
    version: int
    title: Line
    sha256: Sha256 | None = None


class Leader(BundlePart):
    """Whose bundle it is.

    Attributes:
        id: random, the same in all bundles of one workspace for one recipient, and in no others.
        name: as the leader wants to be called here; None where nothing was said.
    """

    id: Token
    name: Line | None = None


class Period(BundlePart):
    """The first and the last date of which pages were read; None where there is no page."""

    first: Annotated[Date | None, Field(alias="from")] = None
    last: Annotated[Date | None, Field(alias="to")] = None


class Terms(BundlePart):
    """What the leader and the recipient agreed on.

    Attributes:
        recipient: for whom; None where nobody was named.
        until: the last day on which it may be read; then it is to be deleted.
        not_for: who must not see it, in plain words: `sponsor`, `cohort`.
    """

    recipient: Annotated[Line | None, Field(alias="for")] = None
    until: Date | None = None
    not_for: Annotated[tuple[Line, ...], Field(max_length=20)] = ()


class LeftOut(BundlePart):
    """How many lines of a kind could have left and did not."""

    kind: Kind
    lines: Annotated[int, Field(ge=0)]


class Hashed(BundlePart):
    """One file of the bundle: its length, and its SHA-256 in hexadecimal."""

    size: Annotated[int, Field(ge=0, alias="bytes")]
    sha256: Sha256


class Manifest(BundlePart):
    """`manifest.json`.

    Attributes:
        id: made from all that the bundle says, so that the same content has the same id.
        since: the day of the bundle before this one for the same recipient, if there was one.
        included: the kinds of which at least one line is there.
        files: every file but the manifest itself.
    """

    schema_name: Annotated[Literal["learnlead/bundle/1"], Field(alias="schema")] = (
        "learnlead/bundle/1"
    )
    id: Token
    leader: Leader
    made_on: Date
    since: Date | None = None
    program: Line
    rubric: OfRubric
    period: Period
    relationship: Id | None = None
    terms: Terms
    included: Annotated[tuple[Kind, ...], Field(max_length=50)] = ()
    left_out: Annotated[tuple[LeftOut, ...], Field(max_length=50)] = ()
    files: Annotated[Mapping[FileName, Hashed], Field(max_length=FILES_AT_MOST)]


class SentFocus(BundlePart):
    """The focus, what may be said of its trend, and what others would notice, if that was ticked.

    `name` is the behaviour's.
    """

    id: Reference = "focus"
    behaviour: Id
    name: Line
    since: Date
    statement: Sentence
    notice: Line | None = None


class SentFinding(BundlePart):
    """A statement of the summariser; its kinds are those of docs/findings.md, and `bet`.

    Attributes:
        subject: as in docs/findings.md; empty where it is words of the leader's.
        strength: whether it says what goes well.
    """

    id: Reference
    kind: Annotated[str, Field(pattern=r"^[a-z-]{1,40}$")]
    subject: Annotated[str, Field(max_length=200)] = ""
    strength: bool
    text: Sentence


class SentPlan(BundlePart):
    """An if–then plan, and what became of it; `outcome` None while nothing is known.

    Attributes:
        behaviour: what it was for; None where the rubric has no such behaviour.
        date: of the page on which it was made.
        settled_on: the date of the page that says what came of it; None where that is unknown.
        kept: whether it carries an earlier plan on.
        carried_on: whether a later plan carries it on; then without an outcome it is not open.
    """

    id: Reference
    date: Date
    behaviour: Id | None = None
    cue: Line
    action: Line
    due: Date | None = None
    outcome: Outcome | None = None
    kept: bool = False
    carried_on: bool = False
    settled_on: Date | None = None


class Passage(BundlePart):
    """A text of the leader's: names replaced, private parts gone.

    Attributes:
        about: in words, what it answers: a relationship's sentence, a behaviour's name, a question.
    """

    id: Reference
    kind: Kind
    part: Id = "what"
    date: Date
    behaviour: Id | None = None
    relationship: Id | None = None
    question: Id | None = None
    about: Sentence = ""
    text: Text


class SentRating(BundlePart):
    """One mark; `relationship` is filled where a full sitting gave one in each."""

    page: Reference
    date: Date
    depth: Depth
    behaviour: Id
    relationship: Id | None = None
    mark: CheckedMark


class Named(BundlePart):
    """What a behaviour or a relationship is called, where a line speaks of it by its id.

    Attributes:
        when: of a behaviour, the occasion that it is about; None where it names none.
        i: of a behaviour, what the leader is asked for; None for a relationship.
        reversed: whether a high rating says little of what is wanted.
    """

    id: Id
    name: Line
    when: Line | None = None
    i: Line | None = None
    reversed: bool = False


class SentScale(BundlePart):
    """What the ratings 1 to 5 mean."""

    kind: Annotated[str, Field(pattern=r"^[a-z-]{1,40}$")]
    labels: Annotated[tuple[Line, ...], Field(max_length=5)]


class Content(BundlePart):
    """`annexes/data.json`: all that the report says, for programs.

    `want` is what the leader wants from the next conversation.
    """

    schema_name: Annotated[Literal["learnlead/bundle-data/1"], Field(alias="schema")] = (
        "learnlead/bundle-data/1"
    )
    sittings: Annotated[int, Field(ge=0)] = 0
    want: Text | None = None
    focus: SentFocus | None = None
    findings: Annotated[tuple[SentFinding, ...], Field(max_length=1000)] = ()
    plans: Annotated[tuple[SentPlan, ...], Field(max_length=FILES_AT_MOST)] = ()
    passages: Annotated[tuple[Passage, ...], Field(max_length=100_000)] = ()
    ratings: Annotated[tuple[SentRating, ...], Field(max_length=1_000_000)] = ()
    names: Annotated[tuple[Named, ...], Field(max_length=1000)] = ()
    scale: SentScale | None = None

    @property
    def behaviours(self) -> frozenset[str]:
        """The ids of the behaviours that its lines are about."""
        ids = {rating.behaviour for rating in self.ratings}
        ids |= {plan.behaviour or "" for plan in self.plans}
        ids |= {passage.behaviour or "" for passage in self.passages}
        ids |= {finding.subject for finding in self.findings}
        ids |= {self.focus.behaviour} if self.focus else set()
        return frozenset(behaviour for behaviour in ids if behaviour)


def schema_of(model: type[BundlePart], title: str) -> dict[str, object]:
    """The JSON Schema of a file of a bundle, as it is shipped in learnlead/reports/schemas."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": model.model_fields["schema_name"].default,
        **model.model_json_schema(by_alias=True, mode="serialization"),
        "title": title,
    }
    described.pop("description")
    return described
