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
abend abends ablauf absicht abstand abteilung agenda aktion allerdings alltag alternative anfang
anfangs angebot angst anlass anruf ansatz anschließend anteil antwort antworten anzahl arbeit
arbeiten art aspekt atem atmosphäre audit aufgabe aufgaben aufmerksamkeit aufwand auge augen
augenblick ausdruck ausnahme austausch auto außerdem bauch bedarf bedenken bedingung begeisterung
beginn begriff beispiel beispiele beitrag bereich bericht bescheid besuch betrieb bewegung beziehung
bild bilder blick brief büro chance chancen code computer damals danach dank dann daraufhin daten
datum dauer deadline deshalb detail details dialog dienst ding dinge diskussion dokument druck ebene
ecke effekt ehrlich eigenschaft eigentlich eindruck einfluss einladung einsatz einsicht ende endlich
energie entscheidung entwurf erfahrung erfolg ergebnis ergebnisse erinnerung erst essen etwas
exceldatei experiment fach fakten fall familie fazit feedback fehler ferien fertig feuer flipchart
flur folge folgen folie folien form formular fortschritt frage fragen freiheit freude frist früher
fuß fähigkeit fälle führung füße gedanke gedanken geduld gefühl gegenteil geld gelegenheit genau
gesicht gespräch gespräche gestern gewicht gewinn glas glück grenze grenzen grund gruppe gründe gut
haltung hand haus heft herz hilfe hinweis hoffnung hälfte hände idee ideen impuls information
informationen inhalt initiative interesse jahr jahre job kaffee kalender kantine kapitel karte kaum
kern kind kinder klarheit kollegen konflikt kontakt konto kontrolle konzept kopf kosten kraft kritik
kultur kunden kurs küche lage laptop leben lehre leider leistung leiter lernen leute leuten licht
liste lob luft lust lösung lösungen macht mail mails mal maschine material maß meeting meetings mehr
meinung mensch menschen methode minute minuten mist mitarbeiter mittag mitte mittel modell moment
montag morgen motto mund muster mut mühe nachfrage nachmittag nachricht nachrichten nacht name namen
nase natürlich nerven niemand niveau note notiz notizen nutzen nähe offenbar ohr ohren option ordner
ordnung ort panne papier partner pause pausen person personen plan planung platz pläne plötzlich
position post praxis preis prinzip problem probleme produkt projekt projekte protokoll prozent
prozess prozesse prüfung punkt punkte qualität quartal quelle rahmen rand rat raum reaktion rechner
recht rede regel regeln reihe reise reserve respekt rest richtung risiko rolle rollen ruhe runde
rücken rückmeldung sache sachen satz schade schicht schluss schmerz schritt schritte schuld schule
schwerpunkt seite seiten sekunde sekunden selbst service sicht sinn situation sitzung software spaß
spiel sprache spur stand start status stelle stellen stille stimme stimmung stoff strategie stress
struktur stuhl stunde stunden stück system sätze tabelle tafel tag tage team teams teil teile
telefon tempo termin termine test text thema themen tisch ton training trick trotzdem tür uhr umfang
umgang umsatz unsicherheit unterlage unterlagen unternehmen unterschied unterstützung urlaub ursache
urteil verantwortung vergleich verhalten vermutlich verständnis versuch vertrag vertrauen
viertelstunde volle vorbereitung vorgehen vorschlag vorschläge vorteil vortrag wahl wahrscheinlich
wand wartung wasser weg wege weise welt werk werkzeug wert wetter wichtig widerspruch wille wirkung
wissen witz woche wochen workshop wort worte wunsch wut wörter zahl zahlen zeichen zeile zeit zeiten
zettel ziel ziele zimmer zufall zug zuhören zukunft zuletzt zunächst zusage zusammenhang zustand
zweck zweifel ärger übung
"""

COMMON_WORDS = frozenset((*_ENGLISH.split(), *_GERMAN.split()))
"""In small letters."""
