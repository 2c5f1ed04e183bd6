import Normalization

/// Whether people may be called so, by the hash of the name in lower case: those who sign in papers, and those who stand in them.
func mayBeGivenName(_ hash: UInt64) -> Bool {
  isGivenName(hash) || NameLexicon.givenNames[WordHash(value: hash)] != nil
}

extension NameLexicon {
  /// Given names of many countries, in lower case, of which many are places, firms and words as well: "Milton Keynes", "Karol Bagh".
  static let givenNames = WordMap(
    """
    aakash aanya abbie abby abdel abdelaziz abdelfattah abdelmadjid abderrahmane abdulaziz abdulhamit abdulla abdulrahman
    abdurrahman abebe abel abelardo abha abhinav abhishek abiy abla abubakar abílio achal achille achmad achraf adalberto
    adarsh adela adelaida adelaide adelchi adele adelina adelino ademar adeola adetokunbo adinda adnan adolfo adolphe adriaan
    adrianna adriano adriel adrià adélaïde adérito afet afia afif afonso agaton agbani agda aggie agnese agneth agostina
    agostinho agostino ahed ahok aicha aija aiko aileen aimé aimée ainara ainhoa ainoa airlangga aisling aitana ajeng ajit
    akif akihiko akihito akosua akshata akshay aku akua akufo alaa alasdair alastair albertina albino aldair aldina aldona
    aldous alec aleida aleksandr aleksandrina aleksei aleksi aleksy alev alexa alexandrina alexei alexey alexia alf alfhild
    alfie alfio alfons alfonse alfonsina alfreda algot alhaji alicja alida aligi aliko alioune alisha alistair alka almudena
    almut alois aloisia alojz alonso aloísio alparslan alphonse altan alva alvar alvaro alwi alwin alyona alyssa alípio amadeo
    amadeu amadeusz amadou amaia amandine amara amarachi amaranta amarinder amartya amaury amaya ambra ambrogio ambroise
    ambroży amedeo amelie amer amien aminu amirhossein amjad amos amrit amruta amund amândio amélie américo anabel anabela
    anacleto ananias anastasia anastazja anatole anatoli anatoly anaëlle anca andoni andrei andreina andrey andriy andrzej
    andréa andżelika ane angelica angiola aniela anies anisa anisha anișoara anjana annabel annabelle annabeth annachiara
    annamaria annbritt annegret anneke annelie annelies annick annisa annunziata anouar anouk ansel anselma anselmo ante
    antero antonia antonietta antonin antonius antton antxon antía antón antónia anup anupam anupama anushka anwesha anémone
    anđela anže aparna apolinário apolline apolonia apoloniusz araceli arancha aranka arantxa arash archana archie ardi
    arduino areej arend aretha ari ariadna arie arief ariel arif arifin arild arindam aris aristide aristides arjen arkadia
    arkady arlene arleta armand armelle armindo arnaldo arnau arndt arnfinn arnold arnoud arnulf arpita arron arsenio arseniy
    arsène artem arto arttu artur arturo artyom arvid arvo arya arzu asad asaduddin asbjörn asep asger asghar ashraf ashwin
    ashwini asier asif asiye asko aslak asma assem assunta astri asuka asuman asım ata atakan atef athol atif atiku atishi
    atsushi attilio atul aubin aubrey aud aude audrey audun august augusta auguste augustin augusto augustus augustyn aukje
    aulia aung aurel aurelia aurelio aureliu aurore aurélia aurélio ava avigdor avinash avril awa axelle ayako ayanda ayelet
    ayla aynur ayo ayodeji aysel aysun ayten ayu azadeh azam azim azmi azra azucena babita bader badr bahadır bahar baharuddin
    bahman bahram bakary baki balakrishna baldassarre baltasar baltazar bamba banu barack barbaros barend barna barnaby
    barnabás barnabé barney barry barthélemy bartolomeo bartolomé bartłomiej basil basile basilio bassem bastien basuki başak
    bea beatrix bedri behçet bekir belgin belinda belma belmiro benazir bence benedek benedict benedykt beniamin benito
    benjamín benny bente berat beren berend berfin beril berit berkay bernabé bernadet bernadeta bernadete bernadett
    bernadette bernardino bernat bernice bert berta bertha berthold bertie bertil beste bethan bethany betsy bettino betül
    beverley beverly bezalel bhagwant bhaskar bheki bhumika bhupendra bhupesh biagio bianca biel bienvenido bilawal biljana
    bima bimal binali binyamin bipin birger birol birsen bixente bjarte björk bjørg bjørnar blake blanche blandine blaž bobbie
    bodil boediono boglárka bogna bogumił bogumiła bogusław bogusława bohdan bohdana bohumír bola bolesław bonaventura bongani
    bonifacy bonnie borghild borja borwin borys botond boubacar boudewijn boutros bořivoj bożydar braden brady brage brais
    branimir branislav branislava brecht bree brianna brice bridie brigitte brit britt brock brody bronislav bronisław
    bronisława bronwyn brooke bruna brunella brygida brynjar brígida bukayo buket bukola burcu burhan burkard busisiwe
    buthaina byron bárbara bärbel bård bénédicte bérangère bérénice börje børge bülent bünyamin büşra błażej břetislav caetano
    cafer cahit cahyo caleb calogero calvin camelia camila camillo camilo canan candace candice candida caner capitolina carey
    carina carlinhos carlton carly carme carmel carmela carmelina carmelo carmine carole carolyn casey casimiro cassandra
    cassie catalina cate catello cathrine cayetana cayetano cecil cecilio cecylia cedric cees celal celeste celestino celia
    celil celina celso cemil cenk ceren cesare cesira cesáreo cevat cevdet ceyda ceyhun cezar cezary chafik chairul chantal
    charlene charline charly charmaine charo cheikh chema chet chetan chiamaka chibuike chicco chidera chieko chihiro chijioke
    chika chimamanda chinua chirag chisom christer christiaan christoffer chuck chukwuemeka cidália cihat cinzia ciprian ciro
    cissé clarence claretta clarice clarissa claudette claudine claudinei claudiu cleber clelia clemente clementine cleusa
    clifford clint clotilde clovis clyde cléo codrin codruț cody coen coenraad cokky colby colette colleen conan conchita
    conny conrad constantin constanze constança cora corentin corey corina corinna corinne cornel cornelius corrado corrie
    cory cosima cosimo cosmas cosme cosmin cosmo costantino costanza courtney crescenzo crina cristoforo cristovão cristóbal
    cumhur custódio cyprian cyprien cyrille cyrus cyryl czesław czesława cármen cássia cátia cândida cândido cédric céleste
    célestin célia călin cătălin cătălina daan dacian dadang daga dagfinn dagny daichi daisy dakota dalila dalma dalmau dalton
    damian damián damon dani danila danilo danique danièle daniëlle dankwart danuta danylo daouda daphne daphné daria darmawan
    darryl darya daryl davina davut dawid deanna debabrata debora decio deddy dedi dedy deidre deirdre delfina delia delilah
    della delores demba demetrio demi deng denny denys denzel deolinda derya desideria desiree desirée desmond devendra dexter
    dezső dhani dharmendra dhruv diallo diamante didi didier diederick diederik diethelm dietmar dietrich dieuwertje digvijaya
    dilan dilara dilek dilip dillon dilma dimas dimitri dinah dini dinis dipika ditte djalma djibril djoko dmitri dmitriy
    dmitry dmytro dobroslav dobrosława dodi doina dolors domenica domingo domonkos domènec donata donatella donato donnie
    donny dora doreen dorian dorien dorin dorina dorothea dorothee dorothy dorothée dorottya dorte dorthe doru dougie douwe
    dragica dragoljub drahomíra dražen dries droupadi duane dubravka dumisani dumitru dursun duygu duška dwayne dwight dwyane
    dyonizy dávid ebba eberhard ebube ebuka ecaterina ecem edda edelmira edeltraud ederson edgardo edhy edilson edina edip
    edita edite edith ediz edmilson edmond edmondo edmund edmundo edna ednaldo edson eduard edurne edvard edvin edwin edwina
    edy edyta eef eelco eelke eemeli eetu effie efraín efua egbert egemen egidio egil egon ehrhard ehsan ehud eigil eija eiji
    eike eila eileen eilif eino ejnar eka ekaterina eknath ekow ekrem eladio elda eldar eldbjørg elechi elemér eleonora
    elettra elfriede elgin eli eliana eliane elide eligio eligiusz elikem elina elio eliot elisabet elisabete eliseo eliza
    elizaveta elle elli ellinor elliot elliott elmar elmer elof eloisa eloise eloy elsbeth elske elton elvan elvira elvis
    elyes elçin elías ema emad emanuel emanuela embla emel emery emese emiel emilia emilian emiliano emin emir emmanuelle
    emmett emídio emőke encarna encarnación endang enea eneko engin enid enikő ennio enno enoch enriqueta enver enza enzo
    ercole ercüment erdal ergün erhan erhard erich erick eriko erja erkan erkin erkka erlangga erlend erling ermanno ermelinda
    ermes ermete erna ernest ernesta ernestine ernie ernő erol eros errol ersin ertan ertuğrul ervin eryk esam esat esin eskil
    esko esma esmaeil esme esmeralda esmé esteban estela ester estevão estéban eszter etelka etelvina ethel etienne ettore
    euclide eufemia eugene eugenia eugenie eugeniusz eugène eugénia eugénie eugénio eulalia eunice eurico eusebio eustace
    evandro evaristo evelien evelina everett evert evgeni evgeny evrim evy evžen evženie ewald ewan ewelina ewout expedito
    eyvind eyüp ezequiel ezio ezra fabiana fabienne fabiola fabián fabrizia fabíola fadel fadi fadime fadli fahad fahrettin
    fahri faik fajar falk fanni fanny fares farhan fariba farida farooq faruk fatemeh fausta faustin faustino fausto fauzi
    fawzi fayez febri febrian fedde federigo fedir fehmi feike felicia feliciano felicja feliks felipa felisa felisberta
    felismina femi fenna fenne ferda ferdinand ferdinando ferdous ferdy ferdynand fergus feride feridun ferit fermín fern
    fernand fernão ferruccio ferruh fethi fethullah feyza fiammetta fidel fiete figen fikret filiberto filiz finja fiorella
    fiorello fiorenza firli firman firmin firmino fitria flaminia flaminio flavia flaviano flavie flemming fleur florbela
    florentina florentino floris floyd flávia flávio flóra folake folasade folke foppe forrest fosco fouad fran francine
    francisca franciszek franciszka francky franco franjo franka frankie franklin frans fransje františek frauke freddie
    freddy frederica frederick frederico freek freya frida fride fridolin friedemann friedhelm frits frode froilán fruzsina
    fryderyk frédérique fuad fuat fulvia fulvio fulya fumiaki fumihiko fumiko fumio funda funke furio fyodor fátima félicien
    félicité félix gabi gabino gabriella gabrielle gaetana gaetano gaia gail gajendra galeazzo galip galo gamal gamze ganesh
    ganjar garrett gaspar gaspard gaspare gastão gatot gautam gaute gauthier gautier gazi gaëlle gaëtan gebhard geert geerte
    geertje geertruida geetanjali geir gellért gema gemma genevieve geneviève gennady gennaro genoveva genowefa genésio
    georges georgine georgy geraldine geraldo gerardo gerben gerda gerlinde germaine germana germano gernot gero gerry gert
    gertie gertjan gertrud gertruda gertrude gerwin gerónimo gesa gesine getúlio ghassan gheorghe ghislain ghislaine ghulam
    giacinto giada giambattista giampaolo giampiero gian giancarlo gianfranco giangiacomo gianmarco gianmaria gianna gianpaolo
    gianpiero gibran gideon gigi gilbert gilberte gilberto gilda giles gillis gilmar ginny gino ginés gioacchino giobbe gioele
    giordano giosuè giovanna girish girolamo gisbert gisella gisèle gita gitta gitte giuditta giuliana giulietta giuseppina
    giustino gjermund gladys glenda glenys glynis godelieve goffredo golshifteh gonca gontran gonçalo gordie gorka gorm goro
    gottfried gotthard govind graciela graciete gracjan graziano graziella grażyna greetje greger gregorio greta gretchen
    grete grethe grigory griselda grit gro gry guangcheng gudbrand gudmund guendalina guglielmo guilherme guiomar gulab
    gumersindo gundula gunn gunnel guntram guntur gunvor guo guoqiang guri gurpreet guruh gus gustaf gustave gustaw gustl guus
    guénolé gwede gwen gwenaël gwenaëlle gwendolyn gwenola gwyneth gyöngyi győző gáspár géraldine géza gönül göran gösta göte
    götz gözde gülay gülcan güler gülsüm gülten gülçin gülşah günay gürkan gürsel habiba habibe hacer hachem hacı hadrian
    hafiz hage haibo haidar haile haitham hajime hajnalka hakainde hakim hakkı halfdan halide halime halina halit hallgeir
    hallvard haluk halvard halvor hamad hamdi hamed hamish hamit handan hanga hani hank hanka hanne hanneke hannele hannelore
    hannu hansjörg hardeep hardik haris haritz harm harmen harold haroun harpreet harri harriette harsha harshita hartwig
    harun harvey hary hashim hassane hasse hasto hatice hattie hayao hayati hayri hazal hazel hazem hector hedda hedvig hedwig
    hedy hege heidemarie heidrun heimo hein heine heitor helder heleen helene heli helmar helmer heloísa helvi helén hema
    hendri hendrika hendro henk hennadiy henner hennie henny henrietta henriette henryk henryka herculano herma herman
    hermínia hermínio hernando hernán herta heru hesham hester hicham hidayat hideaki hidehiko hideki hideo hideyuki hieronim
    hikaru hikmet hilal hilario hilary hilding hilkka hillary hillevi hilma hilmar hilmi hilário himanshu himanta hippolyte
    hirofumi hirokazu hiroki hiromi hiroyuki hisashi hisham hjalmar hollie honorata horace horacio horia hortense hortensia
    hortênsia horácio hosam hosni hosseini houari houda howie hubertus hulda hulusi humberto humphrey hunor husam husni huub
    hynek håvar hélder hélia hélio héloïse hüsamettin hüsnü hıdır iacopo iago iancu iara ibai iben ibolya ichiro idham idi
    idoia idris idriss idrus idun idália ifeanyi iga ignacy ignaz ignazio ihor ihsan iida iiro ika ike ikechukwu iker ikram
    ilana ilario ilayda ilda ildefonso ildikó ileana ilham ilhan ilie ilinca ilkay ilker ilkka ilknur illés ilmari ilse ilya
    ilyas imad imanol imelda imke imma imola ina inari inbar inci indira indri ingeborg ingegerd ingela ingelin ingemar inger
    ingmar ingolf ingrida ingunn ingvar inigo inka inma inmaculada inna innocenzo inácio iolanda ionel ionela iosif ippolito
    iqbal iqra ira iratxe irem irena irfan iria irinel iris irja irma irmgard irmina irmtraud irvin irving irwan iryna irène
    irén isa isadora isaiah isak isaltino isamu isatou isaura ishak ishan isidoro isidro isilda isma ismaeel ismael ismet
    isobel isolde isotta israel issam isto itamar itsuki itumeleng itziar iulia iuliana ivano ivar iver ivete ivica ivona
    ivone ivor iwa iwan iwo iwona izabel izabella izaskun izydor izzy iñaki iñigo jaakko jaana jaber jabu jabulani jacco jaci
    jacinda jacinta jacinto jacoba jacobus jaden jadranka jaenal jafar jagan jagdeep jagdish jagna jaione jairam jairo jakaya
    jalal jaled jamila jandira janelle janete janette janhvi janine janko janne janneke jannie jans jantien janusz jared
    jarkko jarl jarle jarmila jarmo jarno jaromir jaromír jarrod jarvis jasmin jasmina jasna jasprit javi javon jawad
    jawaharlal jayant jayden jayne jeanett jeanette jeanne jeannie jeannine jedediah jella jelle jelmer jeltje jemima jenneke
    jenő jeppe jeremiah jermaine jerome jerónimo jessie jessika jethro jetske jetta jiabao jiang jianguo jianhua jibril jikke
    jinping jitendra jitka jiřina joakim joana joao joaquina jocelyn jocelyne jochem jockel jodi jody joep johanne johanneke
    jojo joke jokin jokowi jolanda jolande jolanta jolene jolien jonah jonasz jonatan jonatas joni jonneke jonny joonas joop
    jorrit jorun jorunn jos joseba josefa josefin josefina josefine josette josiane josie josien joss josselin jostein josu
    josué joséphine jouko joumana jouni joël joëlle juanjo juanma jucelino judd jude judite judyta juhani juho jule juliana
    julianna julienne julieta julita julius juliusz julián june junjie junko juraj jure jurgen jurriaan jurrien juscelino
    jussara justina justyna jusuf juuso juvenal jyoti jyotiraditya jyrki jytte jácint józefa jöran jördis jørgen jørn júlia
    júlio jürg kaarina kacper kadek kadriye kaesang kagiso kaies kaija kailash kais kaitlyn kaja kajetan kalervo kalevi kalina
    kalle kamala kamau kamel kamila kamlesh kamran kangana kanhaiya kanika kanye karima karla karlheinz karlijn karly karol
    karolína karthik kartik kasey kashish kasra kasım kat katell katelyn kateryna katharine kathi kathie kathlyn katinka katri
    katrien katrina kauko kayhan kayla kazimiera kazimierz kazimír kazuhiko kazuhiro kazuki kazuko kazuya kazım keanu kedar
    keeley kehinde kei keigo keiichi keijo keira keisuke kelechi kelemen kelsey kelvin kemalettin kemi kenan kendall kendra
    kenichi kenjiro kenny kent kenta kenzaburo keorapetse kepa keqiang keri kerri keshav ketut kgalema khadija khadijah
    khaleda khalifa khama khawaja khofifah khumbulani kicki kike kimiko kimmo kinga kira kirill kirk kirsi kirsti kirti
    kishore kitty kjartan kjersti klaartje klaas klara klas klaske klaudia klaudiusz klemens kliment knud knut koenraad koffi
    kohei koichi kojo kolbein kolbjørn koldo komal komang konni konstancja konstanty koos korbinian kordula kornel kornelia
    kornél kosma kosuke kouji krijn krister kristi kristie kristine kristofer kristóf kriti krystian krystyn ksawery ksenia
    kubilay kuldeep kulwinder kumari kunigunde kurtis kvido květa květoslav kwabena kwadwo kwaku kwesi kye kylie kyllikki
    kyoko kyrylo käthe kåre kévin kürşat lachlan ladislao lajosné lale laleh lamberto lambertus lamia lander lando laolu
    larisa lassi latif latifa laurențiu lauri laurinda laurindo lauro lavinia lawson laxmi lazzaro laëtitia leander leandra
    leanne leen leena leendert leffe leire leman lene leni lennaert lennox leocadia leokadia leonard leonarda leonel leonid
    leonida leonilde leontien leopold leopoldina leopoldo leoš lerato leroy lesego lester lesław letizia levent levente lexi
    leyli lia liana liane libuše licínio lidia liesbeth liesel lieselot lieselotte liesje lieve lieven liisa lilian liliana
    liliane lilianna lilla lillemor lilli lillian lilly lilou lindani lindiwe line linnéa lino linus lionel lisandro lisanne
    lisbet lisbeth liselott liselotte lisette listyo liu liudmila liv livia livio liviu lizzie ljiljana ljubica llorenç lluís
    lodewijk lodovico loes loic lois lokesh longino lonnie lorenz loreto loretta loris lorna lotfi louane louella louisa
    lourenço lovisa lowell lowie loïck luana lubna lubomír lubor lubov luc lucette luchino lucian luciana lucien lucienne
    lucilla lucille lucinda lucio lucjan lucrezia lucyna lucília ludmila ludmiła ludo ludovica ludovico ludvig ludwik ludwika
    luděk luella luhut luigina luise luisella luiza lukman lulu luminița lumír lungile luo lutfi luuc luuk luzia lydia lydie
    lykke lyle lynda lyndon lynette lynne lysiane lyubov lyudmila lázaro léna léon léonard léonie léopold lídia lígia lütfi
    lütfü lăcrămioara maaike maarit mabel machteld macit mackenzie madalena maddalena madelief madhav madhavi madhu madhuri
    maeve mafalda magali magalí magdolna mahdi mahendra mahesh mahfud mahir mahmood mahmut mahnaz mahsa mahsun maialen maija
    maimoona maimouna maisie maitane maite majken makary makiko maksim maksut maksym maksymilian malala malek malena malene
    malin mallikarjun mallory malusi malwina mamata mamoru mamphela manabu manal mandeep mandla mandy maneka manfredi
    mangosuthu manlio manmeet manmohan manohar mansi mansour marceau marcela marcelina marcelino marcell marcella marcelle
    marcellino marcia marcial marcjanna marcy marga margareta margareth margarethe margarito margerita margherita margit
    margot margreet margret margrete margrethe margriet margrit marguerite marharyta mariagrazia mariah mariama marian
    mariangela mariangeles mariann marianna maribel maricarmen maricica mariella marielle marietta mariette marijan marije
    marijn marilena marinela marinella mariola mariolina marisa marisol marissa maristella maritza mariuccia marián mariëlle
    marjan marjo marjolaine marjorie marjut markwart marlena marlies marlis marloes marlon marlène marnie marsha mart martien
    martine martino martti martxel martyna martí maruf marvin marwan maryla maryline maryse marzanna marzena marzia marzio
    marília masaaki masahiro masaki masako masao masaru masato masaya masayoshi masayuki masih masoud masoumeh matevž mathabo
    mathijs matilda matouš matthijs matti mattias matías matěj maud maude mauno mauri maurice mauricette mauricio maurycy
    maurício mavis maxence maximiano maximino maxine mayawati mayumi mazhar maëlle maëlys maïté mbali mbongeni mduduzi
    mechthild meenakshi meera mees megawati meghan megumi mehbooba mehdi mehran mehreen mehtap meiling meindert meinhard
    meinrad melahat melania melchor melda melike melinda melis melisa melitta melker melle meltem melvin melvyn meral merche
    mercè mercédesz meredith merel merete merijn merja merve mervi meryem meryl mesut mete metehan metka meutia mevlüt micaela
    micah michalina michelangelo michiel michio michèle mieczysław mieczysława mieko miguela miho miia miika mika mikaela
    mikel mikhail mikhailo miki miklósné mikołaj milada milana mildred milena millicent millie milly milo milton milva milán
    mimmo mine minerva minnie minttu mircea mirco mireille mirela mirella miri miriam mirian mirja mirka mirko miron mirosław
    mirosława mirtes mitali mitchell mithali mithat mitică mitsuko mitt miyuki mizuki miłosz mladen mmusi moa moataz moazzam
    moeldoko mogens mohamadou mohandas mohit moira moisés mojtaba mollie moncef monia moniek monir monty mordecai morena
    morgana morris mortimer moshe motoko mounir mourad mpho mrinal muammer mugur muhadjir muhaimin muhammadu muhammed muhammet
    muharrem muhittin muhoozi muhsin mujahid mukadder mukaddes mukhtar mukul mulugeta mulyadi mulyono mungo munir muqtada
    murali murilo murray murtaza musa musalia mushtaq muzaffer mwai mykhailo mykola myles myra myriam myrtle márcia márcio
    mário márta mátyás märta mélina mélissa müge müjde müjgan mümtaz münevver mürsel müslüm nabeel nabih nacho naci naciye
    nadezhda nadieh nadiem nadir nadiya nadja naděžda nafisa naftali nagehan nagore nahia nahid naim najib najla nalan nalin
    namrata namık nan nanda nandini nanette nangolo nanik nanna nao narayan narcis narcisse narendra naresh narges nargis
    naruhito nasaruddin nasir nasrin nassim natalino nataliya natalya natasza nate nathaniel natsuki natsumi natália natércia
    naveen navin navjot navneet nawaf nawal nawaz nayib nazan nazanin nazaret nazario nazir nazmi nazzareno nazım ncuti ndeye
    ndidi nebahat necati necdet necip necla necmettin ned nedim neelam neeltje neeraj neetu neja nekane nel nelleke nello
    nelly nepomuk nerea neri nerina nermin neslihan nesrin nessa nestor nettie netumbo neuza nevenka neville nevin nevzat
    neymar nezahat nezih neşe nia niamh nicanor niccolò nichola nicla nico nicodemo nicolaas nicolae nicolai nicoleta nicoline
    nicolò nicușor nihat nii niilo niina nikita nikki nikodem nikolai nikolaj nikolay nikoleta nilay nilde nilgün nilton
    nilüfer nimet nining nino ninon nirav nirmala niti nitish nivaldo niyazi nizar njål nkosana nkosazana nnamdi noa nobuhle
    nobuko nobuo nobuyuki noelle noemi noemí nompumelelo nomvula nonhlanhla noora noortje norberto noriko norio norma noura
    nouri novel novita noé noémi noémia noëlle nthabiseng ntombi nugroho nunung nunzia nunzio nupur nuran nurcan nurdan
    nurettin nurgül nuri nuria nursel nurten nurul nyasha nyoman nándor nélida néstor nóra octavian octavio oda oddbjørn
    oddmund oddny oddvar odete odette odilon odin odinga ofelia ofir ofori oisin okechukwu oksana oktawia oktawian oktay
    oladipo olalla olamide olaug olavo olaya olcay oleg oleh oleksandr oleksandra oleksii oleksiy olena olesya olgierd olimpia
    olina olinda olindo olivér oliwia oliwier olle olli ollie olufemi olumide olusegun oluwaseun olímpia olímpio omero omid
    omkar ondrej onni onno onorato onufry onyeka ophelia oprah orazio orest oreste oriane orianne orietta oriol orlando
    ornella orsola orson orçun osamu osborne oskari osmo ostap osvald osvaldo oswald oswin otakar otis otmar otso ottavia
    ottaviano ottavio ottilie ottone ottó otylia otávio oumar oumou ove ovidio ovidiu owain oya paavo pablito paco pacôme
    paddy padma padmini palle palmira palmiro pamella pantaleone panyaza paquita paride parul parvati pascalle pascoal patrik
    patrizio patrycja patryk patrícia patsy patti patty patxi paulette pauli pauliina paulina pavlo pavlína peder peggy
    pelagia pelin pellegrino pentti pepa pepe pepijn peppino percy perihan pernilla perrine perry pervaiz pervez pervin petre
    petrișor petro petronella petruța petteri peyton philibert philine philippa philippine phillipa phillis phumzile phyllis
    pien piera pierangelo piercarlo pierferdinando pierfrancesco pierino pierluigi piero pierpaolo pierrick piet pietra
    pinarayi pino pippa pippo pirjo pirkko pirmin pitso pius piyush placido pleun plácido policarpo polikarp polina pompeo
    poonam portia poul prabhakar prabhu prabowo pragya prahlad prajwal pramono prasetyo prashanth pratap pratibha preben preet
    primitivo pritam prithvi priti priyanshu prosper przemek przemysław puan pulkit puri purnima purnomo purwanto pushkar
    pushpa putra putu päivi pınar přemysl qais qasem qodari quim quincy quinn quinten quintino quique quitterie quitéria
    quratulain rabia rached rachid rachmat radan radka radmila radomir radomír radovan rafa rafaela rafał rafik rafiq raghav
    raghuram ragna ragnhild ragnvald rahayu rahim rahime rahmat rahmi raif raija raila raili raimo raimon raimondo raimund
    raimundo rainald raisa rajab rajdeep rajeev rajendra rajkumar rajmund rajnath rajni rakel rakhi raluca ramiro ramzan ramzi
    ranbir randall randi randolph rani ranieri ranjan ranjana ranjit ranveer raphael raphaëlle rareș rashid rashida rashmi
    rasim rasoul ratan ratna rauno raven ravindra ravish rayan raymonde razan raşit reagan rebeca rebecka rebeka recai reece
    reem refik refilwe reggie reginald regína regő rei reijo reiko reinaldo reinder reine reiner reinhild reinhold reino
    reinout reint rembrandt remigio remigiusz remko remo remus remzi rena renan rene renee renske renuka renzo renáta renée
    reuven revanth reyansh rezan reşat rhiannon rhoda rhonda ria riad rianne ricardina richie richárd ridha ridwan rie rieke
    rieneke rients rigmor rigoberto riina rikard rikke riley rinaldo rini rino rinus rishab rishabh risma ritva riyad riyanto
    rizal rizieq roald robbert rocco roch rocio roderich rodica rodolphe rodrick roelien roelof rogelio rogéria rohini roisin
    roksana rolande rolando roly romane romeo romeu romina romolo romuald romualdo romy román ronaldo ronan ronda ronja ronnie
    ronny roosevelt roque rosalba rosalia rosalie rosalina rosalind rosalyn rosalía rosamund rosan rosana rosanna rosanne
    rosaria rosaura roseanne roseli roseline roselyne rosemarie rosemary rosendo roser roshan roshni rosi rosina rosita
    rosmarie rosmarin rostislav rostyslav rosália rotimi rowan rowena roxanne roya rozalia rozálie ruben ruby ruchi ruchika
    rudi rudolph rudy rufus ruggero ruggiero ruhollah ruhut rukiye rukmini runa runar rupert rupprecht ruslan ryo ryohei
    ryoichi ryota ryszard ryszarda ryuichi ryunosuke réjean rémy róbert rómulo rózsa róża rúben rüstem rüşdü rıdvan rıfat rıza
    růžena saad saadia saara sabah sabahattin sabeen sabina sabino sabri sabrina sabriye sacha sachiko saddam sadhvi sadie
    sadio sadiq sadık saeb saeed safa saffet safiye sagar sahil sahra saif saija saila sait sajid sajjad sakari sakine sakshi
    saleem saleh salete salif salih salim salla salome salomea salomão salomé samanta samar sameer samet samia samira sammy
    samora samu samuele samuli sanaa sanae sancha sancho sanda sandhya sandiaga sandro sangeeta sani sania saniye sanjana
    santeri santi santina sarojini saskia satish satrio satya satyajit satyendra saul saverio savino savion saúl saša scarlett
    scilla sebahattin sebastiaan sebastián sebastião sebestyén seda sedat seema segun seija seiji seiko sekou selahattin
    selami seldal selen selena selene selim selma selvaggia selwyn selçuk semih semiha semra semyon seniha senja seppl
    serafina serafino serafín serap sergei sergey sergiej sergiu sergiusz serhat serhii serhiy serpil sertaç servet seth
    settimio setya seun sevda severin severino severo sevil sevilay sevinç seweryn seweryna seyfettin seyfi seyi seyit sezai
    sezen sezer sezgin seçil shabana shafiq shahbaz shaheen shahid shahnaz shailesh shaima shane shania sharad sharmila shashi
    shauna shawn shayne shehbaz shelby sheldon sherman sherri sherry shigeki shigeo shigeru shilpa shimon shinichi shinjiro
    shinya shinzo shireen shirin shirley shivraj shizuka shizuko sho shoaib shobha shohei shoichi shota shraddha shrikant
    shruti shubman shun shunichi shunsuke shweta sibylle siddaramaiah siddhartha sidonie siebe siebren sieglinde siegmar
    siegmund siem sienna sietse sifiso sigbjørn sigbritt sigfrid sigit sigmar sigmund signhild sigvart silas silvana silvano
    silverio silvester silvestre silvestro silviana silvio silviu simonetta simran simão simón sindisiwe sinead sinem sinikka
    sinéad siobhan siobhán sipho sira sirajuddin sirio siro sirpa sissel siv sivert sizwe sjur slavko slavoj slobodan smriti
    snorre soeharto soekarno sofiya sofus sohail soheil soile solange solfrid solly solomon solvei solvår sonali sonam sondra
    soner songül sonny sonsoles sorina sosuke souad soumya soňa spartaco spencer sridhar srđan stacy staffan stanislas
    stanisława stein steinar sten stepan stian stina stipe styrbjörn suat sudha sudhanshu sugeng sugiarto suha suhail suharso
    sukarno sukhbir sukma sulaiman sule suleiman sumitra sunanda sundar sune suparman supriyanto surangel surendra suryakant
    suryo sushma sushmita susi susilo susumu sutrisno suvi suzan suzie svante svatopluk svea svein svend sverker svitlana
    syafruddin syahrul sybil sybille sybrand syed sylvana sylvester sylvette sylviane sylwester sylwestra synne synnøve
    szabina szczepan szilvia szilárd szonja sára ségolène sékou séraphine sílvia sílvio sónia sölve sören süheyla süleyman
    sümeyye sünje süreyya sławoj sławomira tabea tabitha tabo tacjana tadashi tadej tadeo tadeu tafadzwa tage taha tahir
    tahira tahsin taichi taina taiwo takahiro takako takanori takao takayuki takehiko takeo takuma takumi takuya talal talat
    tallulah tamaki tamar tamilisai tamim tamires tammy tamsin tancredi taneli taner tanguy tanju tanmay tanner tanveer taqi
    taras tarcísio tarja tarjei taro taru tarık tasha taslima tatsuya tatum tatyana taufik tauno tawanda tawfik tayeb tayfun
    tayfur tayyab tayyip tazio taís taťána tea tebogo tecla teddy teemu teija tejas tejashwi tejasvi tekin tekla telesforo
    tellef telma temba temitope tendayi teo teodor teodora teodoro teoman terence terese teresina tero terrence terri teréz
    tessa tetiana tetsuo tetsuro tetyana teunis tevfik tezcan teófilo thaddeus thandeka thandiwe thapelo thato thelma theodor
    theodora theodore therese theresia thijmen thilo thor thora thorbjörn thorvald thulani théo théodore théophile thérèse
    tiberio tiberiu tiemoue tihamér tihana tiia tijs tilda tilly tilman tilmann timea timofey timur tinashe tineke tiphaine
    tirso titia titus tiziana tiziano tjahjo tjeerd tjitske tobi tobia tobiasz toivo tokunbo tola tolgahan tomasa tomaž
    tomislava tomisława tommi tomohiro tomoyuki tomé tonino tonje tonny tonya tončka toon tope tord torfinn torgeir torgny
    torgrim tori toribio torild torill torleif tormod torolf torquato toru torunn torvald tosca toshihiko toshihiro toshiko
    toshio toshiro toshiyuki tove toyin tracie traian traudl traute trees trent tricia trijntje trisha trpimir trude trudy
    truls truman truus trygve tsegaye tsepo tshepo tsutomu tsuyoshi tudor tufan tuija tullia tullio tulsi tuncay tuomo turan
    turhan turid tuti tuukka tuğçe twan txema txomin tygo tymen tymon tymoteusz tyra tyrone tyson tzipi tácio tímea tülay
    tülin tünde türkan ubaldo ubirajara udayan uddhav uhuru ujjwal ulaş ulderico ulises ulisse ulisses ulrik ulrika ulrikke
    ulysses umar umaru umberta umesh unai unathi undine urbain urho urko uroš ursel urszula urtzi urvashi usama uschi usha
    usman utkarsh uxue uzma uzodinma uğurcan vadim vadym vahap vahit val valdemar valdir valentine valentyna valentín valeria
    valeriano valerio valeriy valery valeska valère valéria valéry vanda vandana vanja vanna vasile vasilica vasily vasundhara
    vasyl vaughan vaughn veaceslav vebjørn vedat veena veera vehbi veit veli veljko venancio venanzio vendel veniamin venkaiah
    venkat venkatesh venâncio verdiana veríssimo veslemøy veysel vezio viacheslav vibeke vicenta vicenç victorine victorino
    vidya viera vigdis viggo viivi vijaya vikrant viktoria vilhelm viliam vilma vilém vinayak vince vino vinzenz violaine
    viorel viorica virat virender virgil virgilio virginio virgílio virgínia virág vishnu vishwanath vitale vitali vitaliy
    vitaly vito vitorino vittore vitus vivaldo vivi vivian viviana vivien vivienne vladan vladimiro vladimíra vladislav vlado
    vladyslav vlastimil vlastislav vlăduț vojtech volkhard volkmar volodymyr vratislav vsevolod vuk vuokko vural vusi
    vyacheslav václava vânia väinö véronique vít vítězslav wacław wacława wade wael wagner wahyu wajih walburga waleed walenty
    walentyna waleria walerian wallace wally walt waltraud wanderley wang wangari waseem wasim wawan wawrzyniec weiwei wenbo
    wenceslao wendelien wendelin wendell wenjie wenzel weronika wesley whitney wibowo widodo widya wiebe wieland wiesław
    wiesława wijnand wiktor wiktoria wilbur wilco wilfred wilfredo wilfrid wilfried willa willem willemijn willie willis wilma
    wiltrud wimke wincenty winfried winifred winnie winona winston wiola wioletta wiranto wirgiliusz witold wobke wole wolfram
    woody wout wubbo wulan wytze władysław władysława włodzimierz xabi xabier xander xaver xi xiaobo xiaohong xiaoming
    xiaoping xie ximena xosé xoán xénia yaa yago yahia yahya yair yaiza yakubu yakup yalçın yana yannik yaqub yaroslav
    yashasvi yashwant yasir yasmine yasonna yasuhiro yasuko yasuo yasushi yasuyuki yavuzhan yayoi yaël yaşar yegor yelena
    yeliz yemi yenny yentl yerai yevgeni yevgenia yevgeniy yevhen yevheniia yeşim yifan yiming yitzhak yiğit ylva yngvar yngve
    yoann yoav yoeri yogendra yogi yohann yoichi yoji yolanda yolande yon yonca yoon yoram yoshiaki yoshihide yoshihiko
    yoshihiro yoshiko yoshinori yoshio yoshitaka yosuke youenn younes younis youp youssouf yoweri yrjö yuda yudi yui yukiko
    yukio yulia yuliana yulianto yuliia yuna yurdagül yuriko yuriy yusril yusuke yuta yutaka yuto yuvraj yuya yvan yvette yvo
    yvon yücel yüksel yıldıray zac zacarías zachariasz zacharie zack zadie zaheer zahid zahide zaida zainal zainuddin zaira
    zakaria zakes zaki zalán zanda zandile zayed zbyszek zdenko zdeňka zdzisław zdzisława zeferino zeinab zekeriya zeki zelda
    zeliha zelinda zemin zena zenani zeno zenobia zenon zerrin zeynel zhang zhanna zhao zheng zhengfei zhiqiang zhiyuan zhou
    zhu ziemowit zigor zineb zinédine ziyad zişan zlata zlatan zlatica zlatko zodwa zoey zofia zohra zohreh zora zoraida zoé
    zoë zsigmond zsombor zsuzsa zsuzsanna zubin zuhal zulfiqar zulkifli zulmira zuzanna zuzka zygfryd zygmunt zyta zélia
    zübeyde zühal zümrüt álex ângela ângelo åge åke åse åshild çağatay çağla çağrı çetin çiğdem éder édith édouard éliane
    éliott éloïse émeline éric étienne évariste évelyne íris íñigo ödön ömür örjan örs östen özcan özden özer özgün özkan
    ørjan øystein ümmü ünal čestmír đorđe łucja łucjan şaban şafak şebnem şefik şehmus şenay şener şenol şerif şerife şermin
    şevket şevval şirin şükran şükrü šimon żaneta żelisław žarko živko ștefania азат аида айгуль айдар айрат алевтина алишер
    альберт альбина альфия анвар ангелина анфиса аркадий арсений ашот богдана бронислав вениамин виолетта виссарион влад
    владлен всеволод гавриил генрих герман гульнара гурам давид дамир даниил данила евдокия жанна захар зинаида зоя ибрагим
    игнат инесса иннокентий иосиф ираклий ирма искандер казимир камиль клавдия клара клим кристина леонтий лера лилия лина лия
    магомед макар марат марк мераб мирон мстислав муса наиль нана нелли нестор никанор олжас орест отар платон прохор равиль
    раиса ральф рамзан рафаэль регина ренат ринат рината роберт родион ростислав рубен рустам рустем сабина савва савелий
    самвел серафим серафима таир таисия тамерлан тигран тихон ульяна фаина фарид фатима феликс филипп хабиб шамиль эдуард
    элеонора элина элла эльвира эльдар эмиль эмма эрик эрнест юлиан юлиана юнус яков якуб
    """)
}
