"""Ordinary words: those with a capital letter that is none of a name's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from learnlead.coach.names.aliases import is_capital
from learnlead.coach.names.given_names import GIVEN_NAMES
from learnlead.coach.names.texts import Written
from learnlead.coach.names.vocabulary import (
    ABBREVIATIONS,
    DAYS,
    DETERMINERS,
    FUNCTION_AND_ROLE_WORDS,
    NAMES_AND_WORDS,
    NOUN_ENDINGS,
    TITLES,
    WORD_ENDINGS,
)
from learnlead.text.phrase import folded
from learnlead.trends.terms import ENGLISH_WORDS, STOP_WORDS

_ENGLISH = """
absolutely accept actual add afterwards agree air allow although anyway apart apparently apprentice
argue arrive ate bad barely besides best bit blame board book both break breakfast build built buy
calm care careful catch caught certainly change chat chose clear clever client close coffee cold
complain cost count counted cut decide decision deeply difficult dinner door drank draw drew drive
drove early easy eat eighteen eighty either eleven email enjoy entirely everyday exactly excellent
explain fact fail fair fall fast fewer fifteen fifty fight finally fine finish fire fix fly forget
forgot forty forward four fourteen frankly free fresh friendly fully funny general great grew guess
guilty happy hard hardly hated heard held hello help hi hid hit hold home honest hope hot huge
hundred hurry idea important impossible instead interesting invite job join joke kind lack last
laugh lead learn leave left lesson letter lift listen longest lost loud love lovely luck lucky lunch
mad main managed manager maximum maybe meanwhile meet meeting member mention met mind minus miss
mistake model moment money mood mother move music name nearly neither nervous news next nice night
nine nineteen ninety nobody none noon note notes nothing notice odd offer oh okay old open opposite
ordinary otherwise paid paper past pause pay perfect perhaps plain plan play please plenty point
poor possible practice present pretty progress promise proper proud pull pure push question
questions quick quickly quiet rain ran rang rare read ready reason reply report restore result ring
room rough round rude run sad safe sat scared sent serious set seventeen seventy shall share short
shortest show shown shut sick side silence silent simple simply since sit sixteen sixty sleep slow
small smile sold somehow sorry sort sounds speak spent spoke stand start stay step stood stop story
straight strange stress strong stuck stupid suddenly summer sure surely swear switch talk task
taught teach team ten terrible thank thanks thirteen thirty thought thousand threw time tiny tired
today total touch tough training trouble true trust truth turn twelve twenty twice typical ugly
unless usual video voice wait walk warm watch weak wear weather weird welcome whatever whereas
winter wish won wonder word words work worry worse worst write wrong wrote yeah young zero
"""

_GERMAN = """
abend abends abgabe ablauf absicht abstand abteilung agenda aktion allerdings alltag alternative
anfang anfangs angebot angst anlass anrede anruf ansatz anschließend anteil antwort antworten anzahl
april arbeit arbeiten arbeitsplatz arbeitstag art arten arzt aspekt atem atmosphäre audit aufgabe
aufgaben aufmerksamkeit aufwand auge augen augenblick augenhöhe ausdruck auslöser ausnahme ausrede
ausreden austausch auswertung auswertungen auto außerdem azubi bauch bedarf bedenken bedingung
befehle begeisterung beginn begriff beispiel beispiele beispielen beitrag beobachten beratung
bereich bericht bescheid besprechung besprechungen besuch betrieb betriebsrat betroffene bewegung
beziehung bild bilder bildschirm blick brief büro chance chancen chaos chef chefin coach coachs code
computer damals danach dank dann daraufhin datei daten datum dauer deadline denken deshalb detail
details deutsch dezember dialog dienst dienstag ding dinge diskriminierung diskussion dokument
donnerstag druck ebene ecke editor editors effekt ehrlich eigenschaft eigentlich eile eindruck
einfluss einladung einsatz einschätzung einschätzungen einsicht ende endlich energie entscheidung
entwurf ereignis erfahrung erfolg ergebnis ergebnisse ergebnissen erinnerung erst erstes essen etwas
exceldatei experiment fach fachliches fakten fall familie fassung fassungen fazit februar feedback
fehler feierabend ferien fertig feuer final flipchart flur folge folgen folie folien form formular
formulierung fortschritt frage fragen fragenschatz freiheit freitag freude frist früher fuß
fähigkeit fälle führung führungskraft füße gedanke gedanken geduld gefahr gefühl gegenteil geld
gelegenheit gelernten genau gesicht gespräch gespräche gestern gesundheit gewicht gewinn gewohnheit
glas glück grenze grenzen grund gruppe gründe gut halle haltung hand handlung haus heft herz hilfe
hindernis hinweis hoffnung hälfte hälften hände höchste idee ideen impuls information informationen
inhalt initiative interesse jahr jahre job journal juli juni kaffee kalender kantine kapitel karte
kaum kern kind kinder klarheit kleinigkeit kleinigkeiten kollege kollegen kollegin konflikt kontakt
konto kontrolle konzept kopf kopfschmerzen kosten kraft kritik kultur kunde kunden kurs körper küche
lachen lage laptop lauf leben lehre leider leistung leiter lernbeziehungen lernen lerngespräch
lesart leute leuten licht liefertermin liste lob luft lust lärm lösung lösungen macht mai mail mails
mal maschine material maß meeting meetings mehr meinung mensch menschen methode minute minuten mist
mitarbeiter mitarbeiterin mitarbeiters mittag mittagspause mitte mittel mittwoch modell moment
momente monat monaten montag morgen motto mund muster mut märz mühe nachfrage nachfragen nachmittag
nachricht nachrichten nacht name namen nase natürlich nerven neues niemand niveau note notiz notizen
november null nummer nutzen nächstes nähe offenbar ohr ohren oktober ombudsperson option optionen
ordner ordnung original ort panne papier partner pause pausen periode person personalabteilung
personen persönliches plan planung platz pläne plötzlich polizei position post praxis preis prinzip
problem probleme produkt projekt projekte protokoll prozent prozess prozesse prüfung pumpe pumpen
punkt punkte qualität quartal quelle rahmen rand rat raum reaktion rechner recht rede reden regel
regeln reihe reihenfolge reise reserve respekt rest richtung risiko rolle rollen ruhe runde
rückblick rücken rückfrage rückfragen rückmeldung sache sachen samstag satz schade schicht
schichtleitung schluss schmerz schritt schritte schuld schule schweigen schwerpunkt seele seite
seiten sekunde sekunden selbst selbstgespräch september service sicherung sicherungsdateien sicht
sinn situation sitzung sitzungen software sonntag sorge sorgen spaß spiel sprache spur stand start
status stelle stellen stille stimme stimmung stoff strategie stress struktur stuhl stunde stunden
stück system sätze tabelle tafel tag tage tagen tagesordnung taste tatsache team teams teil teile
telefon telefonberatung tempo termin termine test text thema themen tisch ton training trick
trotzdem tür uhr umfang umgang umsatz unangenehmem unsicherheit unterlage unterlagen unternehmen
unterschied unterstützung urlaub ursache urteil verantwortung vergleich verhalten verhaltensweisen
vermutlich vermutung version verständnis versuch vertipper vertrag vertrauen veränderung vierteljahr
viertelstunde volle vorbereitung vorgehen vorlage vorschlag vorschläge vorteil vortrag wahl
wahrscheinlich wand wartung wasser weg wege weise welt werk werkzeug wert wetter wichtig widerspruch
wille wirkung wissen wissenslücke witz woche wochen workshop wort worte worten wunsch wut wörter
zahl zahlen zeichen zeile zeilen zeit zeiten zettel ziel ziele zimmer zufall zug zuhause zuhören
zukunft zuletzt zunächst zuordnung zusage zusammenfassung zusammenhang zuschauen zustand zweck
zweifel zweifeln ändern ärger ärztin überschrift überschriften übung
"""

COMMON_WORDS = frozenset((*_ENGLISH.split(), *_GERMAN.split()))
"""In small letters."""


_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = re.compile(
    r"(?:\A|[.!?…:;][\"'”’»)*_]*\s+|\n\s*[-*+>]\s+|\n\s*\n|[\"“„«‘‚(])[\s\"'“”„‚‘«»(*_#>-]*\Z"
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]\Z")
_TITLE_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(TITLES))})\.?\s\Z", re.IGNORECASE)
_INITIAL_BEFORE = re.compile(r"(?<![\w.])[^\W\d_]\.\s?\Z")
_LOOK_BACK = 40

NO_NAMES = frozenset(
    map(folded, (STOP_WORDS | FUNCTION_AND_ROLE_WORDS | DAYS | ABBREVIATIONS | TITLES))
)
"""Words of both languages that are about nobody, as `folded` has them."""

COMMON = frozenset(map(folded, COMMON_WORDS)) - GIVEN_NAMES
"""Words that begin sentences and are no names, as `folded` has them."""

_KNOWN = COMMON | ENGLISH_WORDS
WORDS_OR_NAMES = frozenset(map(folded, NAMES_AND_WORDS - DAYS))
"""Words that are names with a capital letter, as `folded` has them."""

_NOUN_ENDS = tuple(map(folded, NOUN_ENDINGS))


class PlainWords:
    """Which words of a journal are ordinary ones, by how they are written elsewhere in it.

    Args:
        texts: of the journal.
    """

    def __init__(self, texts: Iterable[Written]) -> None:
        self._small: set[str] = set()
        self._capital_inside: set[str] = set()
        self._german: Counter[str] = Counter()
        self._determined: Counter[str] = Counter()
        for written in dict.fromkeys(texts):
            for match in _WORD.finditer(written.text):
                self._learn(written, match)

    def _learn(self, written: Written, match: re.Match[str]) -> None:
        small = folded(match[0])
        if not is_capital(match[0]):
            self._small.add(small)
        elif is_german(written):
            self._german[small] += 1
            before = _WORD_BEFORE.search(written.text, max(0, match.start() - 20), match.start())
            if before is not None and before[1].casefold() in DETERMINERS:
                self._determined[small] += 1
        elif not begins(written, written.text, match.start()):
            self._capital_inside.add(small)

    def is_ordinary(self, written: Written, text: str, at: int, word: str) -> bool:
        """Whether a word with a capital letter that begins there hardly is a name.

        Args:
            written: the text.
            text: the same without the names that were replaced.
            at: where the word begins.
            word: without an ending.
        """
        small = folded(word)
        before = text[max(0, at - _LOOK_BACK) : at]
        if _TITLE_BEFORE.search(before) and small not in TITLES:
            return small in FUNCTION_AND_ROLE_WORDS
        if len(small) < 2:  # people are called by letters so that nobody knows them
            return True
        first = begins(written, text, at)
        if small not in NO_NAMES and _INITIAL_BEFORE.search(before):
            return first and (small in self._small or small in COMMON)
        return self._is_word(written, small, first=first)

    def _is_word(self, written: Written, small: str, *, first: bool) -> bool:
        if small in NO_NAMES:
            return first or small not in WORDS_OR_NAMES
        if first and small in self._small:
            return True
        if small in GIVEN_NAMES:
            return False
        if is_german(written):
            return self._is_noun(small)
        may_be_one = not first or small in self._capital_inside or small in WORDS_OR_NAMES
        return not may_be_one and (small in COMMON or self._is_of_a_word(small))

    def _is_of_a_word(self, small: str) -> bool:
        """`Missed`, `Handing`: with the ending of an English word, and the word is known."""
        for ending in WORD_ENDINGS:
            stem = small.removesuffix(ending)
            if stem == small or len(stem) < 2:
                continue
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            forms = {stem, f"{stem}e", doubled, f"{stem[:-1]}y"}
            if any(form in self._small or form in _KNOWN for form in forms):
                return True
        return False

    def _is_noun(self, small: str) -> bool:
        if small in COMMON or small.endswith(_NOUN_ENDS):
            return True
        return 2 * self._determined[small] >= max(self._german[small], 1)


def begins(written: Written, text: str, at: int) -> bool:
    """Whether a sentence begins there."""
    if not _BEGINS.search(text, max(0, at - _LOOK_BACK), at):
        return False
    return not (written.inside and not text[:at].strip())


def is_german(written: Written) -> bool:
    """Whether the text is German, of whatever country."""
    return written.language.partition("-")[0] == "de"
