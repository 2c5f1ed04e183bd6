/// Whether people are called so, by the hash of the name in lower case: FNV-1a, scalar by scalar.
package func isGivenName(_ hash: UInt64) -> Bool { givenNames.contains(hash) }

/// Given names of people who sign in papers, in lower case: a line that starts with one is rather a name than a label.
///
/// Frequent names of many countries; nothing depends on a name's being here, it only speaks for one.
let givenNames = WordSet(
  words: """
    aaron abigail adam adrian aidan alan albert alex alexandra alexis alice alison allison amanda amber amelia amy andrea
    andrew andy angela angus ann anna anne annie anthony april arthur ashley austin barbara becky ben benjamin bernard beth
    betty bill billy bob brad bradley brandon brenda brendan brett brian bridget bruce bryan caitlin callum cameron carl
    carol caroline carrie catherine cathy charles charlie charlotte chelsea cheryl chloe chris christian christina
    christine christopher cindy claire clare cliff clive colin connor craig curtis cynthia dale damien dan daniel danielle
    danny darren dave david dawn dean debbie deborah declan denise dennis derek diana diane dominic don donald donna doug
    douglas duncan dylan eamon ed eddie edward elaine eleanor elizabeth ella ellen ellie emily emma eric erica erin ethan
    eva evan eve evelyn faith felicity finn fiona frances francis frank fraser fred gabriel gareth garry gary gavin geoff
    geoffrey george georgia georgina gerald gillian gina glen glenn gordon grace graeme graham grant greg gregory guy hannah
    harriet harry hayley heather helen henry holly howard hugh hugo ian imogen irene isaac isabel isabella ivan jack jackie
    jackson jacob jacqueline jade jake james jamie jan jane janet janice jasmine jason jay jean jeff jeffrey jen jenna
    jennifer jenny jeremy jerry jess jesse jessica jill jim jimmy joan joanna joanne jodie joe joel john johnny jon
    jonathan jordan joseph josephine josh joshua joy joyce judith judy julia julian julie juliet justin karen karl kate
    katherine kathleen kathryn kathy katie katy kay keith kelly ken kenneth kerry kevin kieran kim kirsten kirsty kristen
    kristin kyle lance larry laura lauren laurence lawrence leah lee leo leon leslie lewis liam lily linda lindsay lindsey
    lisa liz liza lloyd logan louis louise lucas lucy luke lynn maddie madeleine madison maggie malcolm marc marcus margaret
    maria marie marilyn marion mark martha martin marty mary mason matt matthew maureen max megan mel melanie melissa
    michael michelle mick mike miles miranda molly monica morgan nancy naomi natalie natasha nathan neil niall nicholas nick
    nicola nicole nigel nina noah noel nora norman oliver olivia oscar owen paige pamela pat patricia patrick paul paula
    penny peter phil philip phillip phoebe polly rachael rachel ralph randy ray raymond rebecca rhys richard rick ricky rob
    robbie robert robin rodney roger ron ronald rory rosa rose rosie ross roy russell ruth ryan sally sam samantha samuel
    sandra sara sarah scott sean seamus sebastian shannon sharon shaun sheila shelley sian simon sophia sophie stacey stan
    stanley stella stephanie stephen steve steven stewart stuart sue susan susannah suzanne sydney sylvia tamara tania tanya
    tara taylor ted teresa terry thea theo theresa thomas tiffany tim timothy tina toby todd tom tommy toni tony tracey tracy
    travis trevor troy tyler una valerie vanessa vera veronica vicky victor victoria vincent virginia walter warren wayne
    wendy will william yvonne zach zachary zoe
    achim agnes aleksander alexander alfred alina andreas anders andré anette angelika anja anke annette annika anton antje
    ariane armin arne arno astrid axel barbara bas bastian beate benedikt bernd bernhard bernt bettina birgit björn bjørn
    bodo boris britta burkhard carla carmen carola carolin carsten christa christiane christin christof christoph claas
    claudia claus clemens cornelia dagmar daniela denis detlef dieter dirk dominik doris eckart edgar ekkehard elena elias
    elisabeth elke elsa emil erik erika ernst eugen fabian felicitas felix florian franz franziska frederik friederike
    friedrich fritz gabriele georg gerd gerhard gerrit gisela gregor gudrun guido günter günther gustav hanna hannes hanno
    hans harald hartmut heike heiko heiner heinrich heinz helena helga helge helmut henning henrik herbert hermann hilde
    holger horst hubert inga inge ingo ingrid ines irina isabelle jakob janina jannik jennifer jens joachim jochen johann
    johanna johannes jonas jörg jörn josef judith jürgen jutta kai karin karina karolin karsten kaspar katharina kathrin
    katja katrin kerstin kilian kirsten klaus konrad konstantin kristina kurt lars laurin lea lena lennart leonie lina
    lothar lotte ludwig luisa lukas lutz magdalena maike malte manfred manuel manuela mareike margarete marianne mario
    marius marko markus marlene marta martina mathias mathis matthias maximilian meike melina michaela mirjam mona monika
    moritz nadia nadine nele niels niklas nikolaus nils norbert olaf ole oskar otto pascal pauline petra philipp pia rainer
    ralf ramona regina reinhard renate rené richard robert roland rolf rudolf rüdiger sabine sandra sascha siegfried
    sigrid silke silvia simone sina sonja stefan stefanie steffen stephan susann susanne sven svenja swantje tanja tatjana
    thomas thorsten till tilo timo tobias torben torsten ulf uli ulrich ulrike urs ursula uta ute uwe valentin verena
    viktor viola volker werner wilhelm wiebke wolf wolfgang yvonne aart annemarie arjan bart bram dirk eline erwin femke
    floor gerard gijs hendrik ineke inge jaap jasper jeroen jesper joost joris kees koen laurens lieke maarten maartje
    marijke marieke marjolein marleen martijn menno mieke niek nienke pieter pim reinier remco rens rik roel rutger ruud
    sander sanne sjoerd stijn teun thijs tim tom wouter wim yorick aage agneta aino aki anna-lena anneli antti åsa asbjørn
    bengt birgitte bjarne bo brita camilla charlotta dag einar eirik elin erkki espen eva eero emelie fredrik freja
    gunnar gunilla håkan håvard heidi heikki helle hilde håkon ida ingvild jari jenni johan jonna jorma juha jukka kaisa
    kari karianne karoline kasper katarina katrine kjell kjetil kristian kristoffer lasse laila leif linn linnea lise lotta
    mads magnus mai maja maria marit marja markku marte mathilde mats mette mikael mikko mikkel minna morten niklas nina
    ola olav olof øyvind outi pär pekka pelle pernille per pertti petri petter pontus ragnar rasmus reidar riikka roger
    rune sami sanna sari seppo signe sigurd silje siri sigrun solveig stig stine sture sofia sofie susanna sverre søren
    tapio terje thea timo tiina tone tor tore torbjørn torstein trine trond tuomas tuula tuva ulla unni vegard veikko vidar
    vilde ville
    adèle adriana adrián agathe agnès agustín aitor alain alba alberto aldo alejandra alejandro alessandra alessandro alessio
    alex alexandre alfonso alfredo alicia aline álvaro amparo ana anaïs andrés andré andreia ángel angela angelo anne-sophie
    annalisa antoine antonella antonio antónio antoni armando arnaud aurélie aurélien beatriz beatrice begoña benedetta
    benoît bernardo bertrand blanca bruno caio camille carla carles carlo carlos carlota carlotta carmen carolina catarina
    caterina cécile cecilia céline césar charlène chiara christelle christophe clara claude claudio clément clémence concha
    coralie cristian cristiano cristina cyril damien daniela daniele dario davide delphine denis diego dino domenico
    dominique duarte edoardo eduardo élodie elena elisa elisabetta élise emanuele émilie emilio emmanuel enrico enrique
    enric ernesto estelle esther eugenio eva fabien fábio fabio fabrice fabrizio federica federico felipe felix ferran
    fernanda fernando filipa filipe filippo flavio florence florent francesca francesco francisco franck françois
    françoise frédéric gabriela gabriele gaël geoffroy gérard germán giacomo gianluca gianni gilles giorgia giorgio giovanni
    giulia giuliano giulio giuseppe gloria gonzalo grégoire grégory guillaume guillermo gustavo héctor hélène henri henrique
    hervé ignacio igor ilaria inês inés irene isabel iván jacopo jacques jaime javier jaume jean-baptiste jean-françois
    jean-louis jean-luc jean-marc jean-michel jean-paul jean-philippe jean-pierre jérémy jérôme jesús joão joaquín joaquim
    joan jordi jorge josé josep juan juana judit jules julien julie juliette julio justine karim laetitia laure laurent
    leandro léa leonardo leonor leticia lola loïc lorena lorenzo luca lúcia lucía lucas lucia luciano lucie ludovic luis
    luís luisa luigi luiz maël manon manuel manuela mara marc marcel marcelo marcello marco marcos margarida margaux
    maria-josé mariana mariano marina mario mariona marta martín massimiliano massimo mateo mathieu mathilde matilde matteo
    mattia maurizio mauro maxime mélanie mercedes michel michela michele mickaël miguel miquel míriam mónica monique montse
    morgane muriel nadège nando natalia nathalie nicolas nicolás nicoletta noelia noémie nuno núria odile oihane olga
    olivier óscar pablo paloma paola paolo paolo pascale pasquale patrice patricia patrizia pau paula paulo pauline pedro
    pere philippe pierre pietro pilar quentin rafael raffaella raffaele ramón ramon raphaël raquel raúl régis renata renaud
    renato rémi riccardo ricardo rita roberta roberto rocío rodolfo rodrigo rogério romain roman rosario rosella rubén rui
    salvatore salvador samuel sandrine santiago sébastien serena serge sergi sergio sérgio séverine silvia simona simone
    sofía solène sonia soraya stefania stefano stéphane stéphanie susana sylvain sylvie tânia tatiana telmo teresa thibault
    thiago thierry thomas tiago tomás tommaso tristan ugo umberto valentina valérie vanessa vasco verónica vicente vicent
    vincenzo virginie vítor vittorio viviane walter xavier xavi yann yannick yves alexandru alin andreea bogdan catalin
    cristian daniela dragoș elena florin gabriela george ioana ion ionuț iulian loredana mădălina marius mihai mihaela
    oana radu răzvan roxana simona sorin ștefan valentin vlad
    adéla agata agnieszka aleksandar aleksandra aleš alena aneta anita anna antonín arkadiusz barbora bartosz beata bohumil
    bojan bogdan božena dalibor dariusz dagmar david denisa dejan domagoj dominika dorota dragan dušan elżbieta eliška
    ewa filip goran grzegorz hana helena igor ilona ireneusz iva ivana iveta ivo izabela jacek jadwiga jakub jana janez
    jarosław jaroslav jelena jerzy jindřich jiří joanna josip jozef józef kamil karel karolina katarzyna kateřina klára
    krešimir krystyna krzysztof ladislav lenka leszek libor luboš lucie lukáš łukasz maciej magda magdalena małgorzata
    marcin marek mariusz markéta marija marijana martin mateusz matej michaela michal michał milan mile miloš mirjana
    miroslav miroslava monika natalia nataša neven nenad nikola oldřich ondřej ota paweł pavel pavla petar petr petra piotr
    radek radoslav radosław radim robert roman sanja šárka sławomir slavomir snežana stanislav stanisław štěpán
    svetlana sylwia szymon tadeusz tereza tihomir tomasz tomáš tomislav václav vera vesna veronika viktor vladimir
    vladimír vlasta vojtěch waldemar wanda wojciech zbigniew zdeněk zdenka željko zoltán zoran zuzana žiga ádám ágnes
    andrás anikó attila balázs bálint béla csaba dániel dóra endre erzsébet éva ferenc gábor gergely györgy gyula imre
    istván jános józsef judit katalin krisztina lajos lászló márk márton máté mihály miklós orsolya pál péter réka sándor
    szabolcs tamás tibor viktória vilmos zsolt zsófia andris jānis kārlis līga mārtiņš pēteris toms darius jonas
    jurgita mantas mindaugas rasa rūta tomas vytautas ahmet ali arda ayhan ayşe aylin barış berk burak can cem cemal cihan
    deniz ebru ece elif emine emrah emre ercan erdem eren esra fatih fatma ferhat fırat furkan gizem gökhan gül hakan halil
    hande hasan haydar hülya hüseyin ibrahim ismail kaan kadir kemal kerem leyla mehmet melih mert metin murat mustafa
    nazlı nihal nuray okan oğuz onur orhan osman ömer özge özgür özlem ramazan recep sehernur selin sema serdar serkan sevgi
    sibel sinan şule tolga tuba tuğba turgut ufuk uğur ümit volkan yasemin yasin yavuz yunus yusuf zehra zeynep zülfikar
    aggelos alexandros alexis dimitra dimitris eleni giannis giorgos ioannis katerina konstantinos kostas maria nikos
    panagiotis sofia stavros thanasis vangelis vasilis yannis
    abbas abdul abdullah adel ahmad ahmed aisha akram amal amin amina amir amr anas anwar ayman aziz bashar bilal dalia
    dina eman faisal farah farid farzana fatima ghada habib hadi hala hamid hamza hanan hassan hatem heba hossein hussein
    huda ibrahim imran ismail jamal jamil javad karim khaled khalid layla leila lina maha mahmoud malik mariam maryam
    mohamed mohammad mohammed mona mostafa muhammad nada nadia naser nasser noor nour omar osama qasim rami rana rania
    rasha reza sahar said salah salma salman samir sara sayed shadi sherif tamer tarek tariq walid yasmin yasser youssef
    yusuf zahra zainab ziad aarti aditi aditya ajay akash akhil alok aman amit amrita anand anil anita anjali ankit
    anubhav anurag arjun arun arvind asha ashish ashok bharat bhavna chandan deepa deepak devika dinesh divya gaurav geeta
    gopal harish hemant ishita jaya kapil karan kavita kiran krishna kunal lakshmi lalit manish manoj meena megha mohan
    mukesh neha nikhil nisha nitin pankaj pooja prabhat prachi pradeep prakash pramod pranav prasad prashant pratik praveen
    preeti priya priyanka rahul raj rajat rajesh rajiv rakesh ram ramesh ravi rekha rishi ritu rohan rohit sachin sandeep
    sanjay sanjeev santosh saurabh shalini shankar shashank shikha shivani shreya shubham siddharth smita sneha sonal srinivas
    subhash sudhir sujata sumit sunil sunita suresh surya sushil swati tanvi uday uma vaibhav varun vijay vikas vikram
    vinay vineet vinod vishal vivek yash abiodun adebayo aminata ayodele babajide chidi chinedu chioma emeka fatou
    funmi ibrahima ifeoma kofi kwame mamadou moussa ngozi nomsa obinna ousmane samuel sibusiso siphiwe tendai thabo
    thandi themba tunde uche zanele akiko akira ayumi chen daisuke haruka hiroko hiroshi hye-jin jae-won ji-hoon ji-woo
    jun junichi kaori kazuo keiko kenji koji makoto mariko masashi mei michiko ming naoko naoki satoshi seung shinji soo
    takashi takeshi tetsuya tomoko wei xiao xin yan yang yi ying yoko yoshi yuki yuko yumi yuri agus andi bambang budi dewi
    dian eko fitri hendra indra joko made nur putri rina rizki siti sri tri wayan yanti jose juan maricel ramon rommel
    anh dung duc hai hoa hung huong lan linh long mai minh nam nga ngoc phuong quang son thanh thao thu tuan van lê nguyễn
    trần phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý
    александр александра алексей алёна алина алла анастасия анатолий андрей анна антон арина артем артём борис вадим
    валентин валентина валерий валерия варвара василий вера вероника виктор виктория виталий владимир владислав вячеслав
    галина геннадий георгий глеб григорий дарья денис диана дмитрий евгений евгения егор екатерина елена елизавета иван
    игорь илья инна ирина карина кирилл константин ксения лариса леонид лидия любовь людмила максим маргарита марина мария
    михаил надежда наталия наталья никита николай нина оксана олег олеся ольга павел петр пётр полина роман руслан светлана
    семен семён сергей софия станислав степан тамара татьяна тимофей тимур федор фёдор юлия юрий яна ярослав андрій анатолій
    богдан василь віктор вікторія віталій володимир галина геннадій дмитро євген євгенія ігор ілля ірина катерина кирило
    костянтин лілія любов микола михайло назар наталія олександр олександра олексій олена остап павло петро сергій софія
    тарас тетяна юлія юрій яна борислав велислава веселин георги димитър десислава елена емил живко ивайло красимир мариана
    мария николай петя пламен радослав росен стефан стоян теодора тодор христо цветан ана бојан бранко весна владан горан
    дарко дејан драган душан звонко зоран иван јелена јована марко милан миленко милица милош мирјана ненад никола петар
    саша слободан снежана срђан стеван стојан тања αλέξανδρος αλέξης ανδρέας άννα βασίλης γιάννης γιώργος δημήτρης ελένη
    αγγελική αθανάσιος αικατερίνη αλεξάνδρα αναστασία αναστάσιος αντώνης αντώνιος αργύρης αριστείδης βαγγέλης βαρβάρα βασιλική
    βασίλειος γεωργία γεώργιος γιάννα γρηγόρης δέσποινα δήμητρα διονύσης εύα ευαγγελία ευάγγελος ευγενία ευτυχία ζωή ηρώ θεόδωρος
    θοδωρής θωμάς ιωάννης κωνσταντίνα κωνσταντίνος λάμπρος λεωνίδας λουκάς μαργαρίτα μαρίνα μάριος μαριάννα μιχαήλ μυρτώ νικόλαος
    νικολέτα ντίνα ξένια όλγα παναγιώτα παντελής πάνος παύλος πέτρος ράνια σπύρος στέλιος στέλλα στέφανος σωτήρης τάσος τατιάνα
    τίνα φανή φώτης φωτεινή χριστίνα χριστόφορος ηλίας θανάσης ιωάννα κατερίνα κώστας μαρία μιχάλης νίκος παναγιώτης σοφία σταύρος χρήστος
    محمد أحمد احمد محمود علي حسن حسين عمر عثمان خالد يوسف إبراهيم ابراهيم عبدالله عبدالرحمن عبدالعزيز مصطفى سعيد سامي سمير كريم طارق
    وليد ياسر ماجد فهد سلطان ناصر جمال رامي زياد نبيل هشام فاطمة عائشة مريم زينب سارة نور ليلى سلمى هند رنا دينا منى أمل إيمان هبة
    مهدی رضا امیر حسین علیرضا محمدرضا سعید حمید مجید زهرا مریم فاطمه نرگس لیلا سمیه آرش بهرام پرویز شهناز شہناز عمران عرفان
    احمد بلال ثنا عائشہ حامد راشد طاہر زاہد
    राकेश राजेश सुनील अनिल अमित अजय विजय संजय मनोज मुकेश दिनेश सुरेश महेश रमेश राहुल रोहित रवि विकास विवेक प्रवीण पंकज दीपक आलोक अरुण
    अरविंद अशोक प्रदीप संदीप नीरज मनीष नितिन सचिन प्रिया पूजा नेहा कविता सुनीता अनीता मीना रेखा सीमा ज्योति श्वेता स्वाति अंजलि शिल्पा
    कमल किशोर गौरव हिमांशु अभिषेक आशीष आनंद अंकित अंकुर दीपिका निशा प्रियंका ममता रितु शालिनी सरिता सोनिया शिवानी विनोद योगेश
    אבי אביגיל אברהם אדם אודי אוהד אורי אורית אורלי אורן איילת איציק איתי איתמר אלון אליעזר אמיר אסף אריאל בועז ברק גדי גיא גיל
    גילי גלית דוד דוד דן דנה דני דפנה דקל הדס הילה זהבה חיים חנן טל טלי יאיר יגאל יהודה יהונתן יוסי יונתן יורם יעל יעקב ירון לאה ליאור
    לירון מאיה מאיר מורן מיכאל מיכל מירב משה נדב נועה נועם ניר נעמה סיגל עדי עומר עידו עמית ענבל ענת עפר צבי קרן רוני רונית רוני רותם
    רותי רן שגיא שי שירה שלומי שלמה שני שרון תומר תמר
    মোহাম্মদ মো আবদুল আব্দুল শফিক রফিক কামাল জামাল হাসান হোসেন ফাতেমা নাসরিন শাহীন তানভীর সুমন রাজীব অনিক প্রদীপ সুজন
    முருகன் குமார் ராஜா செந்தில் கார்த்திக் சரவணன் லட்சுமி பிரியா రమేష్ సురేష్ రాజు శ్రీనివాస్ లక్ష్మి ప్రసాద్
    สมชาย สมศรี สมศักดิ์ วิชัย ประเสริฐ สุดารัตน์ กมลวรรณ ณัฐพล ธนพล อรุณ
    isidro fermín nuria iñaki esteban hernán macarena mauricio milagros miriam nieves norberto octavio patricio ramiro
    silvina soledad valeria víctor ximena yolanda janaína juliana letícia luciana marcela natália rafaela vinícius camila
    débora eduarda flávia giovanna guilherme isabela júlia larissa luana mateus matheus murilo otávio thaís anderson cíntia
    cláudia cristiane edson fabiana jefferson josiane márcia patrícia tainá wagner wellington gonçalo joana sílvia
    františek ruxandra raluca anca dana bence zsuzsa eszter melike rizky yohana अनुराधा flavia ginevra ludovica arianna
    greta noemi gaia alessia niccolò apolline maëlle corentin gwenaëlle gwenaël océane inès chloé capucine bastien erwan
    maïté jelle merle henrike sönke corinne marisol гульнара эдуард мирослава ярина анастасія марія іван
    rhona hester keely tamsin shruti catriona morag eilidh mhairi ailsa isla iona aoife ciara niamh orla roisin siobhan cathal conor eoghan fergus gethin gwen rhiannon nia bethan angharad carys kamal kasia
    alasdair alastair alistair hamish euan ewan iain ruaridh lachlan moira huw eleri ieuan siân aled owain dafydd
    bronwen emyr gwyn gwenda delyth nerys ffion lowri sinead saoirse oisin cillian eoin gemma kayleigh leanne jocelyn
    arabella tabitha rosalind brody krystal kaitlyn kaitlin brianna shawna latoya keisha tamika darnell deshawn kelsey
    mackenzie stacy gwendolyn esperanza yesenia seraina reto ueli jürg vreni ursina corsin gion hannelore hauke gesa
    birte iria xoel brais uxía iker ainhoa nerea leire maialen unai bérengère aurore maxence thibaut romane kjersti
    torgeir ragnhild ananya meera fatuma wanjiru kamau odhiambo achieng adaeze abena sipho lerato burcu yalçın oksana
    taras bohdan yulia svitlana
    """)
