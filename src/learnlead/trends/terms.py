"""Terms of a text: its words and pairs of words that could be a theme."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise

_ENGLISH = """
a about above across actually after afternoon again against ago all almost along already also
although always am among an and another any anybody anyone anything april are aren't around as ask
asked asking asks at august away back be became because become been before began begin behind being
below best better between both bring brought but by call called came can can't cannot come comes
coming could couldn't day days december did didn't different do does doesn't doing don't done down
during each eight either else end ended enough especially etc even evening ever every everybody
everyone everything everywhere far february felt few find finding finds first five for found four
friday fridays from full further gave get gets getting give given gives giving go goes going gone
good got great had hadn't half happen happened hardly has hasn't have haven't having he he'd he'll
he's her here here's hers herself him himself his hour hours how however i i'd i'll i'm i've if in
indeed instead into is isn't it it'd it'll it's its itself january july june just keep keeps kept
knew know known last later least left less let let's like likely little ll long look looked looking
lot made mainly make makes making many march may maybe me mean meant might mine minute minutes
monday mondays month months more morning most mostly much must my myself near need needed never new
next nine no nobody none nor not nothing november now october of off often ok okay on once one ones
only onto or other others our ours ourselves out over own part perhaps put quite rather re really
right said same saturday saw say saying says second see seem seemed seems seen self september seven
several shall she she'd she'll she's should shouldn't since six so some somebody someone something
sometimes somewhere soon still such sunday take taken takes taking tell ten than that that's the
their theirs them themselves then there there's therefore these they they'd they'll they're they've
thing things think third this those though thought three through thursday thursdays thus till to
today together told tomorrow tonight too took toward towards tried try tuesday tuesdays turned
twice two under until up upon us use used using usually ve very want wanted wants was wasn't way we
we'd we'll we're we've wednesday wednesdays week weekly weeks well went were weren't what what's
when whenever where wherever whether which while who who'd who's whole whom whose why will with
within without won't would wouldn't year years yes yesterday yet you you'd you'll you're you've
your yours yourself http https www
"""

_GERMAN = """
ab aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes
anders auch auf aus außer außerdem bald bei beide beiden beim bereits besser bin bis bisher bist
bloß brauche brauchen braucht da dabei dadurch dafür dagegen daher damit danach daneben dann daran
darauf daraus darf darin darum darunter darüber das dass davon davor dazu dein deine deinem deinen
deiner dem den denen denn dennoch der deren derselbe des deshalb dessen dezember dich die dienstag
dies diese dieselbe diesem diesen dieser dieses dir doch donnerstag dort drei du durch dürfen eben
ein eine einem einen einer eines einfach einige einigen einiges einmal er erst erste ersten es etwa
etwas euch euer eure fast februar fest frage fragen fragte freitag für ganz ganze ganzen gar
gefragt gegen gehabt gehen geht gekommen gemacht genau genug gerade gern gesagt gestern gewesen
gibt ging gleich gut gute guten hab habe haben hast hat hatte hatten her heute hier hin hinter
hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins irgend ist ja
jahr jahre januar je jede jedem jeden jeder jedes jedoch jemand jene jenem jenen jener jenes jetzt
juli juni kam kamen kann kaum kein keine keinem keinen keiner keines kommen kommt konnte konnten
können könnte könnten lang lange lassen ließ machen macht machte mag mai mal man manche manchem
manchen mancher manches mehr mein meine meinem meinen meiner meines meist mich mir mit mittwoch
monat monate montag morgen muss musste mussten märz müssen nach nachdem nein nicht nichts nie
niemand noch nun nur nächste nächsten ob oben oder oft ohne oktober paar sagen sagt sagte samstag
schon sehr sei seid sein seine seinem seinen seiner seines seit selbst sich sie sind so sobald
sogar solche solchem solchen solcher soll sollen sollte sollten somit sondern sonntag sonst soviel
sowie später statt stunde stunden tag tage tagen tun um und uns unser unsere unserem unseren
unserer unter viel viele vielen vielleicht vom von vor vorher wann war waren warum was wegen weil
weit weiter welche welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werde
werden wessen wie wieder will wir wird wirklich wissen wo wobei woche wochen wohl wollen wollte
wollten worden wurde wurden wäre wären würde würden zu zuerst zum zur zurück zwar zwei zwischen
über
"""

ENGLISH_WORDS = frozenset(_ENGLISH.split())
GERMAN_WORDS = frozenset(_GERMAN.split())

STOP_WORDS = ENGLISH_WORDS | GERMAN_WORDS
"""In small letters, with a straight apostrophe."""


LONGEST_QUOTE = 160
"""Letters that a quote has at most, the marks of what was cut among them."""

_WORD_OR_OTHER = re.compile(r"([^\W\d_]+(?:['-][^\W\d_]+)*)|.")
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
_SENTENCES = (  # each end of one begins with a blank: most letters fail fast
    r"\s(?:(?:(?<=[.!?…]\s)|(?<=[.!?…][\"'”’)»]\s))\s*|(?<=\n)(?:\s*\n|(?=\s*[-*•>] )))"
)
_OWNS = "'s"
_CUT = "…"


def terms_in(text: str) -> set[str]:
    """The terms of a text, in small letters.

    A term is a word of two letters or more that is about something, or two such words with
    nothing but a blank between them. Figures and `STOP_WORDS` are no terms.
    """
    (terms,) = terms_of([text])
    return terms


def terms_of(texts: Iterable[str], least: int = 1) -> list[set[str]]:
    """The terms of each text, without words that stand in fewer than `least` of the texts.

    Pairs with such a word are left out as well: they stand in fewer texts still. All texts at once,
    for the same words come back text after text, and each is looked at once.
    """
    known: dict[str, str] = {}  # one object for all equal tokens: quicker to come back to
    token_lists = [[*map(known.setdefault, tokens, tokens)] for tokens in map(_tokens, texts)]
    odd = {token: _words(token) for token in known if not token.isalpha()}
    term_sets = [
        tokens.difference(odd).union(*map(odd.__getitem__, tokens & odd.keys()))
        for tokens in map(set, token_lists)
    ]
    often = {word for word, n in Counter(chain(*term_sets)).items() if n >= least and len(word) > 1}
    often -= STOP_WORDS
    plain = {word: word for word in often if word not in odd}
    begins = plain | {token: words[0] for token, words in odd.items() if words[0] in often}
    ends = plain | {token: words[-1] for token, words in odd.items() if words[-1] in often}
    for terms, tokens in zip(term_sets, token_lists, strict=True):
        terms.intersection_update(often)
        terms.update(
            {
                f"{ends[left]} {begins[right]}"
                for left, right in pairwise(tokens)
                if left in ends and right in begins
            }
        )
    return term_sets


def quote_of(text: str, term: str) -> str | None:
    """The first sentence with the term, on one line, a long one cut around it; None without one."""
    first, _, second = term.partition(" ")
    if first not in _small(text):  # most answers of a sitting: far quicker than to take them apart
        return None
    for sentence in _sentences(text):
        if first in _small(sentence) and _holds(sentence, first, second):
            return _cut(" ".join(sentence.split()), term)
    return None


def _holds(sentence: str, first: str, second: str) -> bool:
    """Whether a word, or a pair if there is a second one, is among `terms_in(sentence)`."""
    words = [_words(token) for token in _tokens(sentence)]
    if not second:
        return any(first in parts for parts in words)
    return any(left[-1] == first and right[0] == second for left, right in pairwise(words))


@lru_cache(maxsize=1024)  # theme after theme stands in the same answers
def _sentences(text: str) -> list[str]:
    return re.split(_SENTENCES, text)  # not compiled before it is needed: that takes a while


def _tokens(text: str) -> list[str]:
    """Words and what is none. Only words of two neighbours may make a pair."""
    text = _BLANK_LINE.sub(" . ", _small(text))
    for mark in ".,;:!?":  # most that stands beside a word: hardly a token then is more than a word
        text = text.replace(mark, f" {mark} ")
    for blank in "\n\t\u00a0":  # no others, as `str.split` would: those part a pair
        text = text.replace(blank, " ")
    return list(filter(None, text.split(" ")))


def _words(token: str) -> tuple[str, ...]:
    """The words of a token in order, "" for any other character."""
    if token.isalpha():  # nearly all: a word and nothing else
        return (token,)
    return tuple(word.removesuffix(_OWNS) for word in _WORD_OR_OTHER.findall(token))


def _cut(sentence: str, term: str) -> str:
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    at = max(_small(sentence).find(term), 0)
    start = max(0, min(at - LONGEST_QUOTE // 3, len(sentence) - LONGEST_QUOTE))
    part = sentence[start : start + LONGEST_QUOTE]
    if start:
        part = _CUT + part[1:].partition(" ")[2]
    if start + LONGEST_QUOTE < len(sentence):
        part = part[:-1].rpartition(" ")[0] + _CUT
    return part


def _small(text: str) -> str:
    return text.lower().replace("’", "'")
