"""Replaces names in a brief, as the leader decided, and lists the undecided words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from learnlead.app.export.brief import Brief, brief
from learnlead.app.export.journal import JournalSource, clean_journal
from learnlead.app.export.request import ExportRequest
from learnlead.coach.names.candidates import Candidate, candidates_in
from learnlead.coach.names.names_file import NameDecisions
from learnlead.coach.names.pseudonyms import Mention, Names
from learnlead.coach.names.texts import RedactedText, language_of
from learnlead.coach.public_page import texts_of
from learnlead.coach.recall import Recall
from learnlead.coach.selection import OfferedLine, OfferedLines


@dataclass(frozen=True, slots=True)
class NamedBrief:
    """Briefs in which people have the names that a recipient knows them by.

    Attributes:
        briefs: a rubric each.
        wish: what the leader wants from the conversation, as it would leave.
        journal: every text of every page as it was written: it tells which words are names.
        pages: what each page of the journal is called in a bundle.
    """

    briefs: tuple[Brief, ...]
    names: Names
    wish: RedactedText | None = None
    journal: tuple[RedactedText, ...] = ()
    pages: tuple[str, ...] = ()

    @property
    def offer(self) -> OfferedLines:
        """The lines of all rubrics."""
        return OfferedLines(tuple(line for brief in self.briefs for line in brief.offer.lines))

    @property
    def want(self) -> str | None:
        """What the leader wants from the conversation, as it would leave."""
        return self.wish.text if self.wish else None

    def open_in(self, ids: Collection[str], decided: NameDecisions) -> list[Candidate]:
        """What is not decided yet of what stands in these lines, the most frequent first."""
        offer = self.offer
        leaving = [*([self.wish] if self.wish else []), *_texts_in(offer.chosen(ids))]
        offered = _texts_in(offer.lines)
        return candidates_in(leaving, [*leaving, *offered], self.names, decided.keys, self.journal)


def _texts_in(lines: Iterable[OfferedLine]) -> Iterator[RedactedText]:
    return (written for line in lines for written in line.written)


@dataclass(frozen=True, slots=True)
class RubricToName:
    """The pages of one rubric, what is to be exported of them, and what the recipient has."""

    source: JournalSource
    request: ExportRequest
    recall: Recall


@dataclass(frozen=True, slots=True)
class BriefNaming:
    """What is needed to make the briefs again whenever a name more is hidden.

    Attributes:
        rubrics: at least one; each source has the people of the whole journal.
        labels: of roles; they are no names.
        known: what people were called for the recipient before.
        salt: of the keys under which that is kept.
        wish: what the leader wants from the conversation, without private parts.
    """

    rubrics: tuple[RubricToName, ...]
    labels: Sequence[str]
    known: dict[str, str]
    salt: str
    wish: str | None = None

    def named(self, decided: NameDecisions) -> NamedBrief:
        """The briefs with everything replaced that was decided to be."""
        names = Names(
            self.rubrics[0].source.mentions,
            labels=self.labels,
            known=self.known,
            salt=self.salt,
            one_person=decided.hidden,
        )
        return NamedBrief(
            tuple(_brief_of(rubric, names) for rubric in self.rubrics),
            names,
            self._wish(names),
            tuple(self._journal()),
            tuple(r.source.bundle_names[name] for r in self.rubrics for name in r.source.pages),
        )

    def _journal(self) -> Iterator[RedactedText]:
        for rubric in self.rubrics:
            language = rubric.request.rubric.language
            for page in rubric.source.pages.values():
                for text in texts_of(page.reflection):
                    yield RedactedText(text, language=language_of(text, language))

    def _wish(self, names: Names) -> RedactedText | None:
        if not self.wish:
            return None
        language = language_of(self.wish, self.rubrics[0].request.rubric.language)
        text, hits = names.out_of(self.wish, language=language)
        return RedactedText(text, hits, language)

    def unused_words(self, groups: Iterable[Sequence[str]]) -> list[str]:
        """Of the words that are hidden those that stand in no text, each once."""
        texts = [written.text for written in self._journal()]
        texts += [self.wish] if self.wish else []
        texts += [mention.words for mention in self.rubrics[0].source.mentions]
        hidden = dict.fromkeys(words for group in groups for words in group)
        alone = {words: Names([Mention(words, by_hand=True)]) for words in hidden}
        return [w for w, names in alone.items() if not any(names.out_of(t)[1] for t in texts)]


def _brief_of(rubric: RubricToName, names: Names) -> Brief:
    made = brief(clean_journal(rubric.source, names), rubric.request)
    offer = rubric.recall.applied_to(made.offer, lambda text: names.out_of(text)[0])
    if rubric.request.phrases:
        offer = offer.with_phrases(rubric.request.phrases)
    return replace(made, offer=offer)
