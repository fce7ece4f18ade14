"""Words that are about nothing: they stand in every text, in English or in German.

Both languages at once: people write in either, whatever the language of their rubric.
"""

from __future__ import annotations

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
