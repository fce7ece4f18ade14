"""Common first names, in English and German and of neighbours: a word of them is hardly a word.

They tell apart what stands at the beginning of a sentence, and in German, where every noun has a
capital letter. Names that are ordinary words as well stand in `vocabulary`.
"""

from __future__ import annotations

from learnlead.text.phrase import folded

_GIVEN_NAMES = """
aaron abdul abdullah abigail achim ada adam adrian adriana agnes agnieszka ahmad ahmed aileen aisha
albert albrecht aleksandra alessandro alex alexander alexandra alexei alexis alfred ali alice alicia
alina alisa alistair allison alma amanda amelia amina amira amit amy ana anastasia andre andrea
andreas andreea andrew andrey andrzej angela angelika angelina anika anita anja anke ann anna
annabelle anne anneliese annette annika anthony anton antonia antonio antony arjun armin arne arno
arthur artur asta astrid august aurelia ava axel ayse ayşe barbara barry bastian beate beatrice
beatrix ben benedikt benjamin benno bernadette bernard bernd bernhard bert bettina bianca birgit
bjorn björn bob bodo boris brenda brian bridget brigitte britta bruce bruno burak burkhard caitlin
cameron carina carl carla carlos carmen carol carola carolin carolina caroline carsten catherine
cecilia celine cem charles charlie charlotte chen chiara chloe chris christa christel christiane
christina christine christoph christopher claire clara claudia claus clemens colin conrad cornelia
craig cristina cynthia dagmar damian dan daniel daniela danielle danny dario darius dave david
deborah denise dennis derek detlef diana diane dieter dietmar dietrich dimitri dirk dominic dominik
donald dora doris dorothea douglas duncan dustin ebru eckhard edgar edith eduard edward eileen
elaine eleanor elena eleni elif elisa elisabeth elise elizabeth elke ella ellen elli ellie elsa emil
emilia emilie emily emine emma emre enrico erdem eric erich erik erika erin erkan ernest erwin esra
esther ethan eugen eva evelyn ewa fabian fabio fatima fatma felicitas felix ferdinand fernando fiona
florian frances francesca francesco francis franz franziska fred frederic frederick frederik
frederike frida frieda friederike friedrich fritz gabi gabriel gabriela gabriele gareth gary georg
george gerald gerd gerda gerhard gertrud gina giovanni gisela giulia gordon graham greg gregor greta
gudrun guido guillaume gunnar gunter gustav gökhan günter günther hakan hamid hanna hannah hannes
hans harald hartmut hasan hassan heidi heike heiko heiner heinrich heinz helen helena helene helga
helmut hendrik henning henrik henrike henry herbert hermann hilde hildegard holger horst hubert hugo
hüseyin ian ibrahim ida igor ilka ilona ilse imran ina ines inga inge ingeborg ingo ingrid irena
irene irina irmgard isaac isabel isabell isabella isabelle ismail ivan ivana jack jacob jacqueline
jakob james jamie jan jana jane janet janina janine jannik jannis jasmin jason jeff jeffrey jenna
jennifer jenny jens jeremy jerome jessica jill jim jo joachim joan joanna joanne jochen joe joel
johann johanna johannes john jolanda jon jonas jonathan jordan jorg jorge jose josef josefine joseph
josephine joshua jost juan judith jule julia julian juliane julie julien julius jurgen jutta jörg
jürgen kai karen karim karin karina karl karla karlheinz karolina karsten kate katharina katherine
kathleen kathrin kathy kati katie katja katrin kay keith kelly kemal ken kenneth kerstin kevin
khalid kilian kim kira kirsten klaus konrad konstantin kristian kristin kristina krzysztof kurt lara
larissa lars laura lauren laurence lea leah lena leo leon leonard leonie levin lewis li liam lilly
lina linda linus lionel lisa liz lorena lorenz lothar lotta lotte louis louisa louise luca lucas
lucia lucy ludwig luis luisa luise luka lukas lutz lydia maddie madeleine magda magdalena mahmoud
maik maike maja malte mandy manfred manuel manuela mara marc marcel marcin marco marcus maren
margaret margarete margit margot maria marian mariana marianne marie marija marika marina mario
marion marius mark marko markus marlene marta martha martin martina mary maryam mathias mathilda
matt matteo matthew matthias maureen maurice max maximilian megan mehdi mehmet meike melanie melissa
merle merve mia michael michaela michal michele michelle miguel mike mikhail mila milan minh miriam
mirjam mirko mohamed mohammad mohammed mona monica monika moritz muhammad mustafa myriam nadia
nadine nadja nancy naomi natalia natalie natascha nathalie nathan neil nele nicholas nick nico
nicola nicolas nicole nigel niklas nikola nikolai nikolas nils nina noah noemi nora norbert nuria
olaf ole oleg olga oliver olivia omar oscar oskar osman ottilie otto ozan pablo pamela paola pascal
patricia patricio patrick patrik paul paula pauline pavel pedro per peter petra phil philip philipp
phillip pia pierre piotr priya rachel rafael ragnar rahel raimund rainer ralf ralph ramona raphael
raphaela rashid raul rebecca regina regine reiner reinhard reinhold renate rene rené ricarda ricardo
richard rita robert roberta roberto roger roland rolf roman ronald ronja ronny rosa rosalie
rosemarie rudolf rupert russell rüdiger sabina sabine sabrina said salma sam samantha samir samira
samuel sandra sanjay sara sarah sascha scott sean sebastian selim selina selma serena sergej sergio
severin shannon sharon sheila siegfried sigrid silas silja silke silvia simon simona simone sina
sofia sofie sonia sonja sophia sophie stefan stefanie steffen stella stephan stephanie steve steven
stuart susan susanna susanne suse suzanne svea sven svenja svetlana sylvia tabea tamara tanja tara
tarik tatjana teresa tessa thea theo theodor theresa therese thomas thorsten tibor till tilman tim
timo timothy tina tobias todd tom tomas tomasz toni torben torsten tracy traute tristan ulf uli ulla
ulrich ulrike umut ursula uschi ute uwe vanessa vera verena veronica veronika vicky victoria viktor
viktoria vincent vivian vivien vladimir volker waltraud wanda wendy werner wiebke wilhelm william
wiltrud wolfgang wolfram xaver xenia yannick yara yasemin yasmin yusuf yvonne zara zeynep zoe zoë
"""

GIVEN_NAMES = frozenset(map(folded, _GIVEN_NAMES.split()))
"""As `folded` has them."""
