/// Common words, titles, verbs of speech, articles and nouns before names, by language.
extension KeywordLanguage {
  static let languages: [String: KeywordLanguage] = {
    let norwegian = KeywordLanguage(
      "nb",
      common: """
        januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag torsdag fredag
        lørdag
        søndag år året måned måneder uke uker dag dager timer tid gang ganger går dag to tre fire fem seks sju åtte ni ti første
        andre
        siste millioner milliarder kroner prosent personer mennesker folk mann kvinne menn kvinner sier sa gjøre gjort kommer kom
        mange mer mye nye ny store stor god del slutt tilfelle sted ifølge bare får fikk må går gikk tidligere også sitt sin
        sine før etter helt likevel godt klar
        """,
      titles: """
        president statsminister minister statsråd ordfører direktør leder partileder professor dommer advokat trener sjef redaktør
        politimester lensmann biskop prest konge kong dronning prins prinsesse pave skuespiller skuespilleren sanger sangeren
        artist forfatter forfatteren forsker generalsekretær stortingsrepresentant talsperson talsmann kaptein general manager
        analytiker keeper spiss aktor lege sønn datter far mor bror søster journalist økonom historiker landslagssjef
        """,
      speech: "sier sa forteller skriver mener forklarer uttaler svarer",
      articles: "en et ei den det de sin sitt sine hans hennes", joinsNouns: true)
    let others: [String: KeywordLanguage] = [
      "nb": norwegian, "no": norwegian, "nn": norwegian,
      "da": KeywordLanguage(
        "da",
        common: """
          januar februar marts april maj juni juli august september oktober november december mandag tirsdag onsdag torsdag
          fredag lørdag
          søndag år året måned måneder uge uger dag dage timer tid gang gange går to tre fire fem seks syv otte ni ti første anden
          sidste millioner milliarder kroner procent personer mennesker folk mand kvinde mænd kvinder siger sagde gøre gjort kommer
          kom mange mere meget nye ny store stor god del slut tilfælde sted ifølge kun får fik må går gik tidligere også
          """,
        titles: """
          præsident statsminister minister borgmester direktør formand leder partileder professor dommer advokat træner chef
          redaktør
          politiinspektør biskop præst konge kong dronning prins prinsesse pave skuespiller skuespilleren sanger sangeren forfatter
          forfatteren forsker generalsekretær folketingsmedlem ordfører talsmand kaptajn general analytiker målmand angriber
          anklager læge søn datter far mor bror søster
          journalist økonom historiker landstræner
          """,
        speech: "siger sagde fortæller skriver mener forklarer udtaler svarer",
        articles: "en et den det de sin sit sine hans hendes", joinsNouns: true),
      "id": KeywordLanguage(
        "id",
        common: """
          januari februari maret april mei juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu
          minggu tahun bulan hari pekan jam pukul menit wib wita wit waktu orang warga pria wanita perempuan laki-laki anak satu dua
          tiga empat lima enam tujuh delapan sembilan sepuluh pertama kedua ketiga juta miliar triliun ribu rupiah rp persen kata
          ujar ungkap mengatakan menurut sementara namun selain saat ketika setelah sebelum hingga sampai banyak lebih baru besar
          pihak hal cara tempat bagian kasus sejumlah seorang salah tersebut yakni yaitu merupakan menjadi melakukan dilakukan
          diketahui lalu kemudian foto jika setiap sepanjang dilansir usai ataupun maha esa republik timnas scroll continue with
          content to lihat juga simak video baca halaman kini sebagai serta
          """,
        titles: """
          presiden wakil menteri gubernur bupati jenderal kapolri kapolres kapolsek kapolda kombes akbp akp kompol iptu ipda
          aiptu bripka
          brigjen irjen komjen letjen mayjen kolonel mayor kapten ketua sekretaris direktur kepala hakim jaksa pengacara dokter dr
          prof profesor haji hj ustaz kiai kh aktor aktris artis penyanyi pelatih ibu bapak pak bu mantan juru bicara pengamat
          """,
        speech:
          "kata ujar ungkap tutur ucap tegas imbuh jelas mengatakan menyatakan menjelaskan menambahkan menyebut mengungkapkan",
        articles: "",
        things: """
          jalan jl gedung stadion bandara masjid sekolah desa kelurahan kecamatan kabupaten kota provinsi pulau gunung sungai
          kampung
          dusun rsud rs universitas pt cv film lagu novel polres polda polsek kodim
          """),
      "tr": KeywordLanguage(
        "tr",
        common: """
          ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe cuma cumartesi
          pazar yıl yılı yılında yıllık ay gün günü saat sıralarında zaman kişi kişinin insan kadın erkek adam çocuk bir iki üç dört
          beş altı yedi sekiz dokuz on ilk ikinci son milyon milyar bin lira yüzde dedi söyledi belirtti göre olarak olan olduğu
          olduğunu oldu büyük yeni aynı diğer önce sonra kadar tarafından edildi etti yapılan yaptı alındı verildi bulunan haber
          fotoğraf foto bugün dün yarın çok her ancak ayrıca
          """,
        titles: """
          cumhurbaşkanı yardımcısı başbakan bakan bakanı başkan başkanı vali valisi kaymakam kaymakamı müdür müdürü sekreter sekreteri
          profesör prof
          doç dr doktor avukat av hakim savcı general komutan komutanı albay yarbay binbaşı yüzbaşı üsteğmen teğmen astsubay çavuş
          direktör direktörü antrenör oyuncu oyuncusu şarkıcı yazar gazeteci milletvekili sözcü sözcüsü lider lideri muhtar muhtarı
          müftü müftüsü şehit
          """,
        speech: "dedi söyledi belirtti açıkladı konuştu kaydetti vurguladı anlattı", articles: "",
        things: "mahallesi caddesi sokak köyü ilçesi hastanesi üniversitesi lisesi", joinsEndings: true),
      "pl": KeywordLanguage(
        "pl",
        common: """
          stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia poniedziałek wtorek
          środa
          środę czwartek piątek sobota sobotę niedziela niedzielę rok roku lata lat miesiąc miesięcy tydzień tygodni dzień dnia dni
          godzina godzin czas czasu raz razy dziś dzisiaj wczoraj jutro dwa dwie trzy cztery pięć sześć siedem osiem dziewięć
          dziesięć pierwszy pierwsza drugi druga ostatni ostatnia tys mln mld zł złotych milionów miliardów procent osób osoby ludzi
          mężczyzna kobieta powiedział powiedziała robić może można będzie jest wiele więcej nowy nowa nowe duży część koniec
          przypadku miejsce według tylko także również jednak został została były była mają ma
          """,
        titles: """
          prezydent premier minister ministra wicepremier wiceminister prezes dyrektor poseł posłanka senator sędzia prokurator
          profesor
          prof dr generał gen pułkownik płk trener burmistrz wójt wojewoda marszałek rzecznik rzeczniczka aktor aktorka piosenkarz
          piosenkarka pisarz pisarka reżyser ksiądz ks biskup papież król królowa książę pan pani adwokat mecenas komendant szef
          szefowa lider przewodniczący przewodnicząca dziennikarz dziennikarka kapitan selekcjoner
          """,
        speech: """
          powiedział powiedziała dodał dodała stwierdził stwierdziła podkreślił podkreśliła zaznaczył zaznaczyła poinformował
          poinformowała mówi mówił mówiła ocenił oceniła wyjaśnił wyjaśniła
          """,
        articles: "", putsCountriesBehindTitles: true, inflectsNames: true),
      "ru": KeywordLanguage(
        "ru",
        common: """
          января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда среду четверг
          пятница пятницу суббота субботу воскресенье год года году лет годы месяц месяца месяцев неделя неделю день дня дней час
          часа часов время времени раз сегодня вчера завтра два две три четыре пять шесть семь восемь девять десять первый первая
          второй последний последние тысяч млн млрд рублей миллионов миллиардов процентов человек людей люди мужчина женщина
          сказал сказала заявил заявила может можно будет есть был была было были много более новый новая новые большой часть
          конец случае место словам также однако ранее стал стала является фото всего самого самой сих пор какую какие какой который
          """,
        titles: """
          президент премьер премьер-министр вице-премьер министр губернатор мэр депутат сенатор глава директор гендиректор генерал
          полковник майор капитан профессор академик доктор судья прокурор адвокат тренер актёр актер актриса певец певица писатель
          режиссёр режиссер патриарх митрополит папа король королева принц секретарь пресс-секретарь представитель художник канцлер
          лидер спикер журналист эксперт аналитик бизнесмен
          """,
        speech: """
          сказал сказала заявил заявила сообщил сообщила отметил отметила добавил добавила подчеркнул подчеркнула рассказал
          рассказала пояснил пояснила считает написал написала
          """,
        articles: "", putsCountriesBehindTitles: true, inflectsNames: true),
    ]
    return [others, first, ofEastAsia, ofEasternEurope].reduce(into: [:]) { all, some in
      all.merge(some) { $1 }
    }
  }()

  private static let first: [String: KeywordLanguage] = [
    "en": KeywordLanguage(
      "en",
      common: """
        january february march april may june july august september october november december jan feb aug sept oct nov dec
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening night
        year years month months week weeks day days hour hours minute minutes time times ago last next first second third new old
        one two three four five six seven eight nine ten hundred thousand million billion percent per cent many much
        say saying told tell tells added adding according called call asked ask like just get got going go went come came make
        made making take took taken give given know known think thought want wanted see seen look looking back way things thing
        people man men woman women part end number lot another every each both few good great big long high later earlier early late
        may might even however including include includes report reported reports reporting statement spokesman spokeswoman
        around while across between among against within without through well off never always often including based
        need needs use used using find found become became left right put set keep show shows shown start started begin began
        include really actually something someone everyone everything anything nothing place point fact case kind whether since
        i'm i've it's don't that's we're can't didn't doesn't he's she's there's they're won't wasn't isn't couldn't wouldn't
        you're let's i'll we've image photo picture video copyright read click share story comment comments news
        its their them him our my your these those such other others own yet though although still also
        besides inside outside despite unlike amid beyond toward towards follow contractors contractor recently meanwhile
        however initially heard cause seemingly alongside i'd he'd she'd we'd they'd you'd
        already almost ok bst gmt est regarding remember whoever
        """,
      titles: """
        mr mrs ms miss dr prof sir dame lord lady president minister prime chancellor senator sen rep representative congressman
        congresswoman governor gov mayor secretary chairman chairwoman chair ceo director coach manager captain capt professor judge
        justice attorney general gen sgt sergeant lieutenant lt colonel col major officer detective inspector chief spokesman
        spokeswoman spokesperson actor actress singer king queen prince princess pope bishop archbishop cardinal reverend rev
        pastor imam rabbi ambassador vice executive physician supervisor deputy former editor founder commissioner
        superintendent analyst economist striker officers detectives senators businessman businesswoman marshal treasurer
        assistant
        midfielder defender goalkeeper author director-general congressional candidate leader mp councillor sheriff premier
        passenger
        commander constable prosecutor barrister solicitor lawyer researcher scientist historian novelist poet playwright comedian
        musician guitarist drummer rapper presenter broadcaster journalist reporter correspondent activist campaigner surgeon
        psychologist
        biologist physicist chemist archaeologist winger playmaker skipper jockey boxer golfer swimmer sprinter cyclist quarterback
        maj cpl pvt pfc adm producer designer pilot
        neighbour neighbor widow father mother brother sister daughter husband wife teammate
        """,
      speech: """
        said says told added tweeted wrote argued claimed insisted explained announced admitted warned suggested noted replied
        tells recalled testified
        """,
      articles: "the a an his her their its our my",
      things: """
        company firm brand label magazine newspaper retailer band ship yacht film movie novel album song book play opera hotel
        restaurant
        chain store shop museum prison hospital school village town city island district street suburb mountain bank club
        """),
    "de": KeywordLanguage(
      "de",
      common: """
        januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag
        freitag samstag sonnabend sonntag jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minuten
        uhr zeit ende anfang mal euro prozent million millionen milliarden menschen mensch mann frau männer frauen teil fall weg
        seite fragen frage grund bereich rund etwa mehr viele vielen viel neue neuen neuer ersten erste zweite letzten drei vier
        fünf zwei sagt sagte sagen heißt laut gibt geht kommt macht machen steht stehen sieht einfach bereits weitere anderen andere
        heute gestern morgen leute ding dinge beispiel zahl angaben blick lassen liegt bleibt bisher immer wieder gut besser großen
        große könnten könnte müssen sollen sollte würde würden dabei dafür damit davon dazu deshalb doch eben eigentlich ganz gerade
        gleich hätte konnte können mal ohnehin schon selbst solche sogar statt trotz warum weiter wenig zudem zumindest außerdem
        allerdings derzeit ihnen drittel hälfte foto bild mitte abend nachmittag vormittag nacht anzeige artikel
        """,
      titles: """
        herr frau präsident präsidentin us-präsident kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin
        außenminister außenministerin innenminister innenministerin finanzminister finanzministerin verteidigungsminister
        bundespräsident ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
        landeshauptmann professor prof dr trainer trainerin sprecher sprecherin chef chefin vorsitzende vorsitzender parteichef
        parteichefin generalsekretär generalsekretärin papst könig königin prinz prinzessin schauspieler schauspielerin sänger
        sängerin autor autorin regisseur regisseurin richter richterin staatsanwalt anwalt anwältin direktor direktorin
        geschäftsführer geschäftsführerin premierminister premierministerin kardinal bischof abgeordnete abgeordneter senator
        gouverneur general experte expertin forscher forscherin bundeskanzlers präsidenten beauftragte beauftragter beauftragten
        preisträger preisträgerin kollege kollegen kollegin sohn tochter bruder schwester vater mutter ehemann ehefrau witwe
        analyst analystin unternehmer unternehmerin gründer gründerin vorstand torhüter stürmer verteidiger mittelfeldspieler
        weltmeister weltmeisterin olympiasieger kandidat kandidatin moderator moderatorin journalist journalistin ministers
        minister-präsident landrat landrätin pfarrer anwalts sekretär sekretärin leiter leiterin spieler spielerin loge login
        logen löge forscherin historiker historikerin ökonom ökonomin analysten
        ärztin arzt bundestrainer kapitän angreifer keeper kommissar kommissarin sprechers beamter nachbar
        nachbarin klägerin kläger
        """,
      speech:
        "sagte sagt erklärte erklärt meinte betonte kritisierte forderte fordert berichtet berichtete teilte warnte schrieb",
      articles: """
        der die das den dem des ein eine einen einem einer eines sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer zum zur
        beim vom im am
        """,
      things: """
        konzern konzerns firma marke label hersteller unternehmen verlag zeitung magazin sender band gruppe verein klub partei
        schiff
        hotel restaurant museum gefängnis krankenhaus schule dorf stadt insel viertel stadtteil ortsteil bezirk straße platz berg
        film roman album buch oper bank gemeinde ort kreis region
        """,
      capitalizesNouns: true, joinsNouns: true),
    "fr": KeywordLanguage(
      "fr",
      common: """
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi
        samedi dimanche an ans année années mois semaine semaines jour jours heure heures temps fois hier aujourd'hui demain matin
        soir deux trois quatre cinq six sept huit neuf dix premier première deuxième dernier dernière derniers dernières million
        millions milliards euros pourcent personnes gens homme hommes femme femmes dit disait affirmé déclaré expliqué ajouté fait
        faire peut peuvent doit doivent tout tous toute toutes autre autres même mêmes encore alors ainsi bien grand grande grands
        nouveau nouvelle nouveaux nouvelles partie fin cas lieu part être cela ceux celle celui où déjà toujours jamais trop peu
        beaucoup notamment également pendant depuis lors selon face fut seront sera serait était vient va aller
        """,
      titles: """
        m mme monsieur madame président présidente ministre premier première chancelier chancelière maire sénateur sénatrice député
        députée secrétaire directeur directrice professeur docteur dr juge procureur procureure général générale pape roi reine
        prince
        princesse acteur actrice chanteur chanteuse réalisateur réalisatrice écrivain entraîneur porte-parole patron chef candidat
        candidate avocat avocate me maître fille fils mari épouse père mère frère sœur attaquant défenseur gardien sélectionneur
        analyste économiste historien historienne chercheur chercheuse journaliste militant militante humoriste romancier
        romancière notaire
        médecin adjoint adjointe conseiller conseillère préfet préfète colonel commandant capitaine étudiant étudiante retraité
        retraitée
        """,
      speech: "déclaré affirmé expliqué ajouté estime affirme explique souligne assure",
      articles: "le la les un une son sa ses leur du des au aux",
      elides: true),
    "es": KeywordLanguage(
      "es",
      common: """
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves
        viernes sábado domingo año años mes meses semana semanas día días hora horas tiempo vez veces ayer hoy mañana tarde
        noche dos
        tres cuatro cinco seis siete ocho nueve diez primer primera primero segundo última último últimos últimas millones euros
        ciento personas gente hombre hombres mujer mujeres dijo dice explicó afirmó aseguró añadió hacer hace hecho puede pueden
        debe
        todo todos toda todas otro otra otros otras mismo misma así bien gran grande grandes nuevo nueva nuevos nuevas parte fin
        caso
        lugar además tras cada solo sólo aunque mientras ahora entonces después antes nunca siempre va tiene tienen según
        """,
      titles: """
        señor señora presidente presidenta ministro ministra alcalde alcaldesa senador senadora diputado diputada secretario
        secretaria director directora profesor profesora doctor doctora juez jueza fiscal general papa rey reina príncipe princesa
        actor actriz cantante escritor escritora entrenador portavoz canciller gobernador gobernadora líder candidato candidata don
        doña abogado abogada expresidente técnico delantero portero guardameta capitán seleccionador centrocampista defensa analista
        historiador historiadora investigador investigadora periodista hijo hija padre madre hermano hermana marido esposa viuda
        concejal
        concejala consejero consejera economista médico médica comisario coronel piloto canterano
        """,
      speech: "dijo afirmó explicó aseguró señaló declaró añadió indicó manifestó",
      articles: "el los las la un una su sus del al"),
    "it": KeywordLanguage(
      "it",
      common: """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì mercoledì
        giovedì venerdì sabato domenica anno anni mese mesi settimana settimane giorno giorni ora ore tempo volta volte ieri oggi
        domani due tre quattro cinque sei sette otto nove dieci primo prima secondo seconda ultimo ultima milioni miliardi euro
        persone gente uomo uomini donna donne detto dice spiegato fare fatto può possono deve tutto tutti tutta tutte altro altra
        altri altre stesso stessa così bene grande grandi nuovo nuova nuovi nuove parte fine caso luogo ancora sempre mai già
        poi solo
        ecco quindi però infatti mentre dove
        """,
      titles: """
        signor signora presidente presidentessa ministro ministra premier sindaco sindaca senatore senatrice deputato deputata
        segretario segretaria direttore direttrice professore professoressa dottor dottore dottoressa giudice procuratore generale
        papa re regina principe principessa attore attrice cantante scrittore scrittrice allenatore portavoce cancelliere leader
        candidato candidata avvocato onorevole figlia figlio marito moglie padre madre fratello sorella attaccante difensore
        portiere
        centrocampista tecnico capitano analista ricercatore ricercatrice giornalista campione campionessa
        pilota economista
        medico assessore assessora pm pubblico ministero commissario colonnello
        """,
      speech: "detto dichiarato spiegato aggiunto afferma spiega racconta",
      articles: "il lo la gli le i un una del della dello nel nella al alla sua suo", elides: true),
    "nl": KeywordLanguage(
      "nl",
      common: """
        januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag jaar jaren maand maanden week weken dag dagen uur tijd keer gisteren vandaag morgen twee drie vier
        vijf zes zeven acht negen tien eerste tweede laatste miljoen miljard euro procent mensen man vrouw mannen vrouwen zegt zei
        gaat maken gemaakt doen gedaan komt veel meer andere nieuwe grote goed deel einde geval plaats alleen
        """,
      titles: """
        meneer mevrouw president minister premier minister-president burgemeester staatssecretaris wethouder directeur professor
        rechter trainer coach woordvoerder koning koningin prins prinses paus acteur actrice zanger zangeres schrijver schrijfster
        kamerlid fractievoorzitter voorzitter partijleider generaal doelman spits verdediger middenvelder aanvoerder invaller
        analist hoogleraar onderzoeker onderzoekster zoon dochter vader
        moeder broer zus keeper wielrenner journalist journaliste historicus econoom advocaat officier hoofdredacteur
        bestuurder
        """,
      speech: "zegt zei aldus verklaarde stelt",
      articles: "het de een zijn haar hun", joinsNouns: true),
    "pt": KeywordLanguage(
      "pt",
      common: """
        janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda-feira terça-feira
        quarta-feira quinta-feira sexta-feira sábado domingo ano anos mês meses semana semanas dia dias hora horas tempo vez vezes
        ontem hoje amanhã dois duas três quatro cinco seis sete oito nove dez primeiro primeira segundo segunda último última
        milhões
        euros reais pessoas gente homem homens mulher mulheres disse diz afirmou explicou fazer feito pode podem deve todo todos
        toda
        todas outro outra outros outras mesmo mesma assim bem grande grandes novo nova novos novas parte fim caso lugar ainda sempre
        nunca depois antes apenas segundo cerca
        """,
      titles: """
        senhor senhora presidente ministro ministra primeiro-ministro primeira-ministra prefeito prefeita governador governadora
        senador senadora deputado deputada secretário secretária diretor diretora professor professora juiz juíza papa rei rainha
        príncipe princesa ator atriz cantor cantora escritor escritora treinador porta-voz líder candidato candidata advogado
        advogada ex-presidente general analista filho filha pai mãe irmão irmã marido esposa técnico avançado guarda-redes médio
        jornalista historiador historiadora investigador investigadora pesquisador pesquisadora economista médico médica piloto
        selecionador
        vereador vereadora delegado delegada administradora administrador
        """,
      speech: "disse afirmou explicou declarou acrescentou",
      articles: "o os a as um uma seu sua do da dos das no na ao"),
    "sv": KeywordLanguage(
      "sv",
      common: """
        januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag
        lördag söndag år året månad månader vecka veckor dag dagar timmar tid gång gånger igår idag två tre fyra fem sex sju
        åtta nio
        tio första andra sista miljoner miljarder kronor procent personer människor man kvinna män kvinnor säger sade sa göra gjort
        kommer många mer nya stora bra del slut fall plats enligt bara
        """,
      titles: """
        president statsminister minister utrikesminister finansminister partiledare borgmästare direktör vd professor domare tränare
        talesperson kung drottning prins prinsessa påve skådespelare sångare författare generalsekreterare ordförande
        riksdagsledamot analytiker forskare förbundskapten målvakt anfallare mittfältare försvarare åklagare advokat läkare chef
        son dotter pappa mamma bror
        syster journalist ekonom historiker polisen
        """,
      speech: "säger sade sa skriver berättar",
      articles: "en ett den det de sin sitt hans hennes", joinsNouns: true),
  ]
}
