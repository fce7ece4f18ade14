"""Words by which names are told from other words, of all languages together.

People write in several languages, whatever the language of their rubric. Each language has its
lists in `names.yaml`, `given-names.yaml` and `common-words.yaml`.
"""

from __future__ import annotations

import re
from functools import cached_property

from learnlead.i18n.languages import (
    area_of,
    language_that_serves,
    remembered,
    stop_words,
    words_of,
    words_of_all,
)
from learnlead.text.phrase import any_of, folded


class Vocabulary:
    """The lists; all in small letters, and `folded` where that is said."""

    @cached_property
    def function_and_role_words(self) -> frozenset[str]:
        """Words that say what somebody does or is, never who."""
        return _words("function-words") | _words("role-words")

    @cached_property
    def names_and_words(self) -> frozenset[str]:
        """Names only where they are written with a capital letter."""
        return _words("names-and-words") - self.function_and_role_words

    @cached_property
    def first_names_and_words(self) -> frozenset[str]:
        """First names that are ordinary words as well."""
        return _words("first-names-and-words")

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Common first names, folded."""
        return frozenset(map(folded, words_of_all("given-names", "given-names")))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """Common first names that are no words, folded."""
        return self.given_names - self.words_or_names - self.no_names

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words that begin sentences and are no names, folded."""
        return (
            frozenset(map(folded, words_of_all("common-words", "common-words"))) - self.given_names
        )

    @cached_property
    def no_names(self) -> frozenset[str]:
        """Words that are about nobody, folded."""
        every = stop_words() | self.function_and_role_words | self.days
        return frozenset(map(folded, every | self.abbreviations | self.titles))

    @cached_property
    def words_or_names(self) -> frozenset[str]:
        """Words that are names with a capital letter, folded."""
        return frozenset(map(folded, self.names_and_words - self.days))

    @cached_property
    def words_like_names(self) -> frozenset[str]:
        """Words that are first names without their marks above and below."""
        return _words("no-names")

    @cached_property
    def person_before(self) -> frozenset[str]:
        """Behind these a first name is meant as one, if no article stands there."""
        return _words("person-before")

    @cached_property
    def person_after(self) -> frozenset[str]:
        """What a person does, so that the first name before these is meant as one."""
        return _words("person-after")

    @cached_property
    def determiners(self) -> frozenset[str]:
        """Words that stand before a noun, and seldom before a name."""
        return _words("determiners")

    @cached_property
    def no_name_before(self) -> frozenset[str]:
        """Words before a noun or a verb, and seldom before a name."""
        return _words("no-name-before") | self.determiners

    @cached_property
    def no_name_after(self) -> frozenset[str]:
        """Words behind a verb, and seldom behind a name."""
        return _words("no-name-after")

    @cached_property
    def after_a_person(self) -> frozenset[str]:
        """Words behind somebody to whom one spoke."""
        return _words("after-a-person")

    @cached_property
    def titles(self) -> frozenset[str]:
        """What stands before a name, and goes with it."""
        return _words("titles")

    @cached_property
    def clear_titles(self) -> frozenset[str]:
        """Titles that nobody can mean otherwise when they are written small."""
        return _words("clear-titles")

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """What is seldom the initials of anybody, even where it could be."""
        return _words("abbreviations")

    @cached_property
    def dotted_abbreviations(self) -> frozenset[str]:
        """Letters with dots that are no initials."""
        return _words("dotted-abbreviations")

    @cached_property
    def months(self) -> frozenset[str]:
        """Months, abbreviations among them."""
        return _words("months")

    @cached_property
    def days(self) -> frozenset[str]:
        """Months, days of the week and holidays, which are written like names."""
        return self.months | _words("weekdays") | _words("holidays")

    @cached_property
    def diminutives(self) -> tuple[str, ...]:
        """Endings of short forms and pet names."""
        return tuple(sorted(_words("diminutives")))

    @cached_property
    def small_diminutives(self) -> tuple[str, ...]:
        """Those that are clear in small letters, too."""
        return tuple(sorted(_words("small-diminutives")))

    @cached_property
    def inflections(self) -> tuple[str, ...]:
        """Endings that a name can have in a sentence, beside an s."""
        return tuple(sorted(_words("inflections")))

    @cached_property
    def noun_endings(self) -> tuple[str, ...]:
        """Endings of nouns that hardly any name has."""
        return tuple(sorted(_words("noun-endings")))

    @cached_property
    def folded_noun_endings(self) -> tuple[str, ...]:
        """The same, folded."""
        return tuple(map(folded, self.noun_endings))

    @cached_property
    def small_noun_endings(self) -> tuple[str, ...]:
        """Endings of nouns in small letters."""
        return tuple(sorted(_words("small-noun-endings")))

    @cached_property
    def verb_endings(self) -> tuple[str, ...]:
        """Endings of verbs."""
        return tuple(sorted(_words("verb-endings")))

    @cached_property
    def word_endings(self) -> tuple[str, ...]:
        """Endings of words whose stem is a word."""
        return tuple(sorted(_words("word-endings")))

    @cached_property
    def month(self) -> str:
        """The regular expression of a month."""
        return rf"(?:{any_of(self.months)})\.?(?!\w)"

    @cached_property
    def titles_before(self) -> re.Pattern[str]:
        """Titles at the end of a text."""
        titles = any_of(self.titles)
        return re.compile(
            rf"(?<!\w)(?:(?:{titles}|h\.\s?c)\.?[ \t\u00a0]+(?:\n)?)+\Z", re.IGNORECASE
        )

    @cached_property
    def title_before(self) -> re.Pattern[str]:
        """One title at the end of a text."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.titles)})\.?\s\Z", re.IGNORECASE)

    @cached_property
    def wife_before(self) -> re.Pattern[str]:
        """A title that means a wife, at the end of a text."""
        mine, wife = any_of(_words("possessives")), any_of(_words("titles-and-words"))
        return re.compile(rf"(?<!\w)(?:{mine})\s+(?:{wife})\s+\Z", re.IGNORECASE)

    @cached_property
    def small_title_before(self) -> re.Pattern[str]:
        """A title in small letters at the end of a text; `meine frau` is none."""
        no_title = "".join(rf"(?<!{ending} )" for ending in _words("endings-before-the-word"))
        either = any_of(_words("titles-and-words"))
        titles = any_of(_words("small-titles"))
        return re.compile(rf"(?<!\w)(?:{titles}|{no_title}(?:{either}))\s\Z", re.IGNORECASE)

    @cached_property
    def role_before(self) -> re.Pattern[str]:
        """A role behind which a name stands, at the end of a text."""
        roles = any_of(_words("roles-before-a-name"))
        return re.compile(rf"(?<!\w)(?:{roles})\s\Z", re.IGNORECASE)

    @cached_property
    def speaks_to(self) -> re.Pattern[str]:
        """`talked to` at the end of a text."""
        verbs, to = any_of(_words("verbs-of-speaking")), any_of(_words("speaking-to"))
        return re.compile(rf"(?<!\w)(?:{verbs})\w*\s(?:{to})\s\Z", re.IGNORECASE)

    @cached_property
    def between_people(self) -> re.Pattern[str]:
        """What stands between two people: a comma, `and`."""
        return re.compile(rf"\s*(?:[,;/&+|]|\b(?:{any_of(_words('and-or'))})\b)\s*", re.IGNORECASE)

    @cached_property
    def date(self) -> re.Pattern[str]:
        """A date, in figures or with the name of a month."""
        ordinal, of = any_of(_words("ordinals")), any_of(_words("before-the-month"))
        year = r"(?:,?\s+\d{4}(?!\w))"
        return re.compile(
            rf"""(?<![\w.]) (?:
             \d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?
            |\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{2,4}})?
            |\d{{1,2}}/\d{{1,2}}/\d{{2,4}}
            |\d{{1,2}}(?:{ordinal}|\.)?\s+(?:(?:{of})\s+)?{self.month}{year}?
            |{self.month}\s+\d{{1,2}}(?:{ordinal})?(?!\w){year}?
            |{self.month}{year}
            |\d{{1,2}}(?:{ordinal})
            ) (?!\w)""",
            re.VERBOSE | re.IGNORECASE,
        )


@remembered
def vocabulary() -> Vocabulary:
    """The lists of the languages that there are."""
    return Vocabulary()


def _words(key: str) -> frozenset[str]:
    return words_of_all("names", key)


@remembered
def has_capital_nouns(language: str) -> bool:
    """Whether every noun of the language has a capital letter, as in German."""
    return _of(language, "capital-nouns") == "yes"


@remembered
def article_before(language: str) -> re.Pattern[str] | None:
    """An article at the end of a text; None where the language keeps it before a role."""
    articles = {*words_of(language, "names", "articles"), *contractions(language)}
    if not articles:
        return None
    return re.compile(rf"(?<!\w)({any_of(articles)})[ \u00a0]\Z", re.IGNORECASE)


def contractions(language: str) -> dict[str, str]:
    """By article and preposition in one word, the preposition."""
    prepositions = _of(language, "contractions")
    return (
        {word: str(preposition) for word, preposition in prepositions.items()}
        if isinstance(prepositions, dict)
        else {}
    )


def _of(language: str, key: str) -> object:
    return area_of(language_that_serves(language) or language, "names").get(key)
