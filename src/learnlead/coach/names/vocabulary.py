"""Words of a `With:` that name nobody, and words that are names and ordinary words alike.

English and German together: people write in either, whatever the language of their rubric.
"""

from __future__ import annotations

_FUNCTION_WORDS = """
a about all also an and another any as at both but by each every few for from group her here his i
in into it its just many me mine most my myself new no none nobody nor not of off on one ones only
onto or other others our ours out over own per several she he some somebody someone than that the
their them they this those three to together too two unnamed unknown us various via we who whole
whom with within without you your first second third last old former current acting deputy
aber alle als am an auch auf aus bei beide beim da das dem den der des die diese dieser drei ein
eine einem einen einer eines er es etwa für im in ich ihr ihre jemand kein keine man mehrere mein
meine meinem meinen meiner mit nach neu neue neuer niemand oder ohne sie sein seine über um und uns
unser unsere vom von vor wir zu zum zur zwei anderer andere anderen erste erster zweite zweiter
"""

_ROLE_WORDS = """
report reports direct directs peer peers colleague colleagues coworker coworkers boss bosses
manager managers manageress supervisor supervisors lead leads leader leaders leadership head heads
chief chiefs director directors president vp svp evp ceo cto cfo coo cio cpo hr executive executives
exec team teams squad squads group groups crew crews shift shifts department departments division
unit units board boards committee customer customers client clients supplier suppliers vendor
vendors partner partners stakeholder stakeholders user users student students teacher teachers
trainer trainee trainees apprentice apprentices intern interns graduate graduates junior senior
principal staff employee employees worker workers mentor mentee coach coachee sponsor cohort
colleague's engineer engineers developer developers designer designers analyst analysts architect
architects tester testers consultant consultants assistant assistants secretary administrator
officer officers specialist specialists expert experts owner owners product project programme
program process quality sales marketing finance accounting controlling legal procurement purchasing
logistics operations production support service services research development it engineering
design field office site plant works line night person people
member members everybody everyone anyone family friend neighbour neighbor
kollege kollegin kollegen kolleginnen chef chefin leiter leiterin leitung teamleiter teamleiterin
mitarbeiter mitarbeiterin mitarbeitende mitarbeitender abteilung gruppe kunde kundin kunden
kundinnen vorstand geschäftsführer geschäftsführerin geschäftsführung vorgesetzte vorgesetzter
azubi auszubildende auszubildender praktikant praktikantin betriebsrat lieferant lieferantin
partnerin projektleiter projektleiterin fachbereich vertrieb einkauf entwicklung
"""

_NAMES_AND_WORDS = """
billy browning fielding hastings harding manning reading stirling
able abbey amber angel april art ash august autumn bank barber basil bay bear beck berry bill
bishop blank bliss bloom blossom blue bond booker boss bowman brand brook brooks brown buck burns
butcher butler cannon carpenter carter case cash chance chase chip christian church clay cliff
cloud coin cole colt cook cooper cliff crane crisp cross crystal daisy dale dawn day dean dear dell
dick dixie dot drew duke dusty earl early eagle east faith farmer fern field fielding finch fish
fisher flint flood flora florence ford forest forrest fox frank french frost gale garland gay gene
ginger glen glory gold good grace grant gray green grey guy hale hand hardy harmony harper harry
hart haven hawk hazel heath heather heaven henna herb hill holly hope horn house hunt hunter iris
ivory ivy jade jasmine jay jean jewel joy judge july june justice kay king kit knight lake lance
lane lark laurel law lee liberty light lily little long lord love luck lynn major mark marsh marshal
martin mason may mead melody mercy merit miles mill miller moon moor moss myrtle nelly nick noble
north olive opal page paige palmer parker pat patience paris parks patty pearl peg penny pepper
perry pierce piper poppy porter potter power precious price prince prudence queen rain randy ray
reed reef reeves rich river rob robin rock rocky roman rose rosemary ross rowan royal ruby rue rush
rusty ruth sage sally sandy savage sawyer scarlet sharp shepherd short silver singer skip sky smart
smith snow spencer spring star stark steel stephen sterling stew stone storm strong sue summer
sunny swan sweet tailor tanner taylor temple terry thorn thorne tiger tony trinity true turner
valley victor vine viola violet wade walker wall ward warren waters way weaver webb weeks west
wheeler white wild will willow winner winter wise wolf wood woods worth wren wright yard young
bach bauer bäcker baum berg blume braun busch engel ernst fels feld fischer fleischer förster
frei freund fröhlich fuchs graf groß gross hahn haas hirsch hoch hof hoffmann holz jäger jung
kaiser kern klein klug koch könig kopf krause kraus krieger krug kurz lang lange licht linde lustig
maurer meister metzger morgen müller neumann nacht palm pfeifer pfeiffer richter ritter roth rot
sänger sauer schäfer scharf schlosser schmied schmidt schneider schön schreiber schröder schuster
schütz schwarz sommer sonne stark stein stern stolz süß tag tanne vogel voigt wagner wald walter
weber weiß weiss wein winkler winter wolf wunder zimmer zimmermann
"""

_FIRST_NAMES = """
amber april barbie basil bill billy blake brook carter chase christian chuck cliff dale daisy dawn
dean dick drew duke earl florence ford frank gene glen guy harry hazel heather holly iris ivy jade
jasmine jay jean josh julie kay king lance laurel lee lily lynn mark marshal martin mason may miles
myrtle nelly nick norman olive opal paige pat patty peg penny pearl poppy ray reed rob robin rocky
roman rose rosemary ross ruby rusty ruth sally sandy skip spencer stephen sterling sue terry tony
troy victor viola violet wade warren will willow ernst frieder wolf
"""

_PERSON_BEFORE = """
met asked told thanked phoned emailed mailed texted messaged interrupted coached praised with
traf fragte bat rief sagte mit
"""

_PERSON_AFTER = """
said says asked told thinks thought wants wanted agreed replied answered
sagt sagte fragt fragte meint meinte will wollte denkt dachte
"""

_NO_NAME_BEFORE = """
a an the this these those my your his her its our their some any every each another which what many
much more few several i we you they he she it will would can could should must may might do does did
not never always please also
"""

_NO_NAME_AFTER = """
a an the this these those my your his her its our their some any every each all it them us me
"""

_TITLES = """
herr herrn frau fräulein hr fr dr doktor prof professor professorin dipl ing med mr mrs ms miss mx
sir madam dame
"""

_MONTHS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
januar jänner februar märz mai juni juli oktober dezember mrz okt dez
"""

_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs
donnerstags freitags samstags sonntags montagmorgen montagabend dienstagmorgen dienstagabend
mittwochmorgen mittwochabend donnerstagmorgen donnerstagabend freitagmorgen freitagabend
montagnachmittag dienstagnachmittag mittwochnachmittag donnerstagnachmittag freitagnachmittag
wochenende feierabend
christmas easter xmas weihnachten ostern pfingsten silvester neujahr
"""

_DIMINUTIVES = """
chen chens lein leins le li lis i is y ys ie ies ey eys el erl
"""

_INFLECTIONS = """
n en ns ens es e er sche schen scher sches schem sch isch ische ischen ian esque like ish
"""

_DETERMINERS = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen
seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres
euer eure euren eurem eurer eures dieser diese dieses diesen diesem jener jene jenes jeder jede
jedes jeden jedem mancher manche manches welcher welche welches alle allen aller viele vielen
wenige wenigen einige einigen mehrere mehreren im am zum zur beim vom ins ans aufs fürs zwei drei
vier fünf sechs sieben acht neun zehn elf zwölf beide beiden erste ersten zweite zweiten dritte
dritten letzte letzten nächste nächsten neue neuen neuer neues ganze ganzen gute guten
"""

_NOUN_ENDINGS = """
ung ungen heit heiten keit keiten schaft schaften tion tionen tät täten ismus nis nisse nissen
tum ment mente enz anz ing ings chef chefin gespräch gespräche gesprächen termin termine plan pläne
sitzung besprechung arbeit zeit woche wochen tag tage jahr jahre stunde stunden frage fragen
bericht berichte projekt projekte gruppe leitung runde raum tisch liste seite ziel ziele
"""

_WORD_ENDINGS = """
ed ing ly ness ment ful less able er ers es s
"""

_ABBREVIATIONS = """
ai am api bi bu cc ceo cfo cio coo cpo cto cv de diy eg en eu faq fyi gmbh hq hr ii iii it iv kg km
kpi kw ma max min mm ms mw no nr ok okr org pa pc pdf pm po pr qa qm rd sap sla sms so tv ui uk um
un us usa usb ux vp vpn wc wg
"""

FUNCTION_AND_ROLE_WORDS = frozenset((*_FUNCTION_WORDS.split(), *_ROLE_WORDS.split()))
"""In small letters: they say what somebody does or is, never who."""

NAMES_AND_WORDS = frozenset(_NAMES_AND_WORDS.split()) - FUNCTION_AND_ROLE_WORDS
"""In small letters: names only where they are written with a capital letter."""

FIRST_NAMES_AND_WORDS = frozenset(_FIRST_NAMES.split())
"""In small letters: first names that are ordinary words as well."""

PERSON_BEFORE = frozenset(_PERSON_BEFORE.split())
"""In small letters: behind these words a first name is meant as one, if no article stands there."""

PERSON_AFTER = frozenset(_PERSON_AFTER.split())
"""In small letters: what a person does, so that the first name before these is meant as one."""

NO_NAME_BEFORE = frozenset(_NO_NAME_BEFORE.split())
"""In small letters: English words before a noun or a verb, and seldom before a name."""

NO_NAME_AFTER = frozenset(_NO_NAME_AFTER.split())
"""In small letters: English words behind a verb, and seldom behind a name."""

TITLES = frozenset(_TITLES.split())
"""In small letters: what stands before a name, and goes with it."""

ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""In small letters: what is seldom the initials of anybody, even where it could be."""

MONTHS = frozenset(_MONTHS.split())
"""In small letters, in both languages, abbreviations among them."""

DAYS = MONTHS | frozenset(_WEEKDAYS.split())
"""In small letters: months, days of the week and holidays, which are written like names."""

DIMINUTIVES = tuple(_DIMINUTIVES.split())
"""Endings of short forms and pet names, in English and German."""

INFLECTIONS = tuple(_INFLECTIONS.split())
"""Endings that a name can have in a sentence, beside an s."""

DETERMINERS = frozenset(_DETERMINERS.split())
"""German words in small letters that stand before a noun, and seldom before a name."""

NOUN_ENDINGS = tuple(_NOUN_ENDINGS.split())
"""Endings of German nouns that hardly any name has."""

WORD_ENDINGS = tuple(_WORD_ENDINGS.split())
"""Endings of English words, behind a word that is known."""
