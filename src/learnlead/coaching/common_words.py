"""Common words that are no names: English ones that begin sentences, German nouns of work."""

from __future__ import annotations

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
