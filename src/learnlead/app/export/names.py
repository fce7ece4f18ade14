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


@dataclass(frozen=True, slots=True)
class NamedBrief:
    """A brief in which people have the names that a recipient knows them by.

    Attributes:
        wish: what the leader wants from the conversation, as it would leave.
        journal: every text of every page as it was written: it tells which words are names.
        pages: what each page of the journal is called in a bundle.
    """

    brief: Brief
    names: Names
    wish: RedactedText | None = None
    journal: tuple[RedactedText, ...] = ()
    pages: tuple[str, ...] = ()

    @property
    def want(self) -> str | None:
        """What the leader wants from the conversation, as it would leave."""
        return self.wish.text if self.wish else None

    def open_in(self, ids: Collection[str], decided: NameDecisions) -> list[Candidate]:
        """What is not decided yet of what stands in these lines, the most frequent first."""
        lines = self.brief.offer.chosen(ids)
        leaving = [*([self.wish] if self.wish else []), *_texts_in(line.written for line in lines)]
        offered = _texts_in(line.written for line in self.brief.offer.lines)
        return candidates_in(leaving, [*leaving, *offered], self.names, decided.keys, self.journal)


def _texts_in(lines: Iterable[tuple[RedactedText, ...]]) -> Iterator[RedactedText]:
    return (written for line in lines for written in line)


@dataclass(frozen=True, slots=True)
class BriefNaming:
    """What is needed to make a brief again whenever a name more is hidden.

    Attributes:
        labels: of roles; they are no names.
        recall: what the recipient has by now.
        known: what people were called for the recipient before.
        salt: of the keys under which that is kept.
        wish: what the leader wants from the conversation, without private parts.
    """

    source: JournalSource
    request: ExportRequest
    labels: Sequence[str]
    known: dict[str, str]
    salt: str
    recall: Recall
    wish: str | None = None

    def named(self, decided: NameDecisions) -> NamedBrief:
        """The brief with everything replaced that was decided to be."""
        names = Names(
            self.source.mentions,
            labels=self.labels,
            known=self.known,
            salt=self.salt,
            one_person=decided.hidden,
        )
        made = brief(clean_journal(self.source, names), self.request)
        offer = self.recall.applied_to(made.offer, lambda text: names.out_of(text)[0])
        if self.request.phrases:
            offer = offer.with_phrases(self.request.phrases)
        return NamedBrief(
            replace(made, offer=offer),
            names,
            self._wish(names),
            self._journal(),
            tuple(self.source.bundle_names[name] for name in self.source.pages),
        )

    def _journal(self) -> tuple[RedactedText, ...]:
        pages = (page.reflection for page in self.source.pages.values())
        language = self.request.rubric.language
        return tuple(
            RedactedText(text, language=language_of(text, language))
            for reflection in pages
            for text in texts_of(reflection)
        )

    def _wish(self, names: Names) -> RedactedText | None:
        if not self.wish:
            return None
        language = language_of(self.wish, self.request.rubric.language)
        text, hits = names.out_of(self.wish, language=language)
        return RedactedText(text, hits, language)

    def unused_words(self, groups: Iterable[Sequence[str]]) -> list[str]:
        """Of the words that are hidden those that stand in no text, each once."""
        reflections = [page.reflection for page in self.source.pages.values()]
        texts = [text for reflection in reflections for text in texts_of(reflection)]
        texts += [self.wish] if self.wish else []
        texts += [mention.words for mention in self.source.mentions]
        hidden = dict.fromkeys(words for group in groups for words in group)
        alone = {words: Names([Mention(words, by_hand=True)]) for words in hidden}
        return [w for w, names in alone.items() if not any(names.out_of(t)[1] for t in texts)]
