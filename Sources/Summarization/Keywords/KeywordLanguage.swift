/// What a word may be, as far as keyphrases and names need it.
struct KeywordTraits: OptionSet, Sendable {
  var rawValue: UInt8

  /// A function word.
  static let stopWord = KeywordTraits(rawValue: 1)
  /// Says little in any article: months, days, "year", "said".
  static let common = KeywordTraits(rawValue: 2)
  /// A title or an office that stands before names of people.
  static let title = KeywordTraits(rawValue: 4)
  /// A verb of speech, which stands beside names of people.
  static let speech = KeywordTraits(rawValue: 8)
  /// An article or a possessive, which stands before nouns.
  static let article = KeywordTraits(rawValue: 16)
  /// A noun that stands before names of places, firms and works: "brand", "village".
  static let thing = KeywordTraits(rawValue: 32)
}

/// What is known of a language's words, as far as keyphrases and names need it.
struct KeywordLanguage: Sendable {
  private var traits = WordMap<KeywordTraits>()
  /// "And" and its like.
  let conjunctions = Self.set("and & und et y e i en och og")
  /// Whether words end with "-ing" and "-ed".
  let isEnglish: Bool
  /// Whether every noun has a capital, so that a capital proves nothing.
  let capitalizesNouns: Bool
  /// Whether nouns are written together, so that a title may end a longer word.
  let joinsNouns: Bool
  /// Whether articles and pronouns are joined to words by an apostrophe.
  let elides: Bool
  /// Those of them that are longer than two letters.
  let elided = Self.set("dell nell all sull dall coll quest quell jusqu lorsqu puisqu quoiqu presqu")

  /// The language with this primary subtag; `nil` where too little is known.
  static func of(_ language: String) -> KeywordLanguage? { languages[language] }

  private init(
    _ language: String, common: String, titles: String, speech: String, articles: String, things: String = "",
    capitalizesNouns: Bool = false,
    joinsNouns: Bool = false, elides: Bool = false
  ) {
    self.capitalizesNouns = capitalizesNouns
    self.joinsNouns = joinsNouns
    isEnglish = language == "en"
    self.elides = elides
    StopWords.of(language).each { add(.stopWord, to: $0) }
    for (words, trait) in [
      (common, KeywordTraits.common), (titles, .title), (speech, .speech), (articles, .article),
      (things, .thing),
    ] {
      WordHash.each(of: words) { add(trait, to: $0) }
    }
  }

  private mutating func add(_ trait: KeywordTraits, to word: WordHash) {
    traits.set(word, to: traits(of: word).union(trait))
  }

  /// What a word may be.
  func traits(of word: WordHash) -> KeywordTraits { traits[word] ?? [] }

  /// Whether a word ends with one that has a trait: "Bundestrainer", "Secretary-Treasurer".
  func has(_ trait: KeywordTraits, ending text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count > Self.minimumNoun + 1, word.count < 64 else { return false }
    for start in word.lowerBound + 2...word.upperBound - Self.minimumNoun {
      guard text[start - 1] == 0x2D || joinsNouns && text[start] & 0xC0 != 0x80 else { continue }
      if traits(of: WordHash(text, start..<word.upperBound)).contains(trait) { return true }
    }
    return false
  }
  private static let minimumNoun = 4

  /// The words of a list.
  static func set(_ words: String) -> WordMap<Bool> {
    var map = WordMap<Bool>()
    WordHash.each(of: words) { map.set($0, to: true) }
    return map
  }

  private static let languages: [String: KeywordLanguage] = [
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
        besides inside outside despite unlike amid beyond toward towards follow contractors contractor recently meanwhile however initially
        already almost ok bst gmt est regarding remember whoever
        """,
      titles: """
        mr mrs ms miss dr prof sir dame lord lady president minister prime chancellor senator sen rep representative congressman
        congresswoman governor gov mayor secretary chairman chairwoman chair ceo director coach manager captain capt professor judge
        justice attorney general gen sgt sergeant lieutenant lt colonel col major officer detective inspector chief spokesman
        spokeswoman spokesperson actor actress singer king queen prince princess pope bishop archbishop cardinal reverend rev
        pastor imam rabbi ambassador vice executive physician supervisor deputy former editor founder commissioner superintendent analyst economist striker officers detectives senators businessman businesswoman marshal treasurer assistant
        midfielder defender goalkeeper author director-general congressional candidate leader mp councillor sheriff premier
        """,
      speech: """
        said says told added tweeted wrote argued claimed insisted explained announced admitted warned suggested noted replied
        tells recalled testified
        """,
      articles: "the a an his her their its our my",
      things: """
        company firm brand label magazine newspaper retailer band ship yacht film movie novel album song book play opera hotel restaurant
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
        minister-präsident landrat landrätin pfarrer anwalts sekretär sekretärin leiter leiterin spieler spielerin
        """,
      speech:
        "sagte sagt erklärte erklärt meinte betonte kritisierte forderte fordert berichtet berichtete teilte warnte schrieb",
      articles: """
        der die das den dem des ein eine einen einem einer eines sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer zum zur
        beim vom im am
        """,
      things: """
        konzern konzerns firma marke label hersteller unternehmen verlag zeitung magazin sender band gruppe verein klub partei schiff
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
        députée secrétaire directeur directrice professeur docteur dr juge procureur procureure général générale pape roi reine prince
        princesse acteur actrice chanteur chanteuse réalisateur réalisatrice écrivain entraîneur porte-parole patron chef candidat
        candidate avocat avocate
        """,
      speech: "déclaré affirmé expliqué ajouté estime affirme explique souligne assure",
      articles: "le la les un une son sa ses leur du des au aux",
      elides: true),
    "es": KeywordLanguage(
      "es",
      common: """
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves
        viernes sábado domingo año años mes meses semana semanas día días hora horas tiempo vez veces ayer hoy mañana tarde noche dos
        tres cuatro cinco seis siete ocho nueve diez primer primera primero segundo última último últimos últimas millones euros
        ciento personas gente hombre hombres mujer mujeres dijo dice explicó afirmó aseguró añadió hacer hace hecho puede pueden debe
        todo todos toda todas otro otra otros otras mismo misma así bien gran grande grandes nuevo nueva nuevos nuevas parte fin caso
        lugar además tras cada solo sólo aunque mientras ahora entonces después antes nunca siempre va tiene tienen según
        """,
      titles: """
        señor señora presidente presidenta ministro ministra alcalde alcaldesa senador senadora diputado diputada secretario
        secretaria director directora profesor profesora doctor doctora juez jueza fiscal general papa rey reina príncipe princesa
        actor actriz cantante escritor escritora entrenador portavoz canciller gobernador gobernadora líder candidato candidata don
        doña abogado abogada expresidente
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
        altri altre stesso stessa così bene grande grandi nuovo nuova nuovi nuove parte fine caso luogo ancora sempre mai già poi solo
        ecco quindi però infatti mentre dove
        """,
      titles: """
        signor signora presidente presidentessa ministro ministra premier sindaco sindaca senatore senatrice deputato deputata
        segretario segretaria direttore direttrice professore professoressa dottor dottore dottoressa giudice procuratore generale
        papa re regina principe principessa attore attrice cantante scrittore scrittrice allenatore portavoce cancelliere leader
        candidato candidata avvocato onorevole
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
        """,
      speech: "zegt zei aldus verklaarde stelt",
      articles: "het de een zijn haar hun", joinsNouns: true),
    "pt": KeywordLanguage(
      "pt",
      common: """
        janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda-feira terça-feira
        quarta-feira quinta-feira sexta-feira sábado domingo ano anos mês meses semana semanas dia dias hora horas tempo vez vezes
        ontem hoje amanhã dois duas três quatro cinco seis sete oito nove dez primeiro primeira segundo segunda último última milhões
        euros reais pessoas gente homem homens mulher mulheres disse diz afirmou explicou fazer feito pode podem deve todo todos toda
        todas outro outra outros outras mesmo mesma assim bem grande grandes novo nova novos novas parte fim caso lugar ainda sempre
        nunca depois antes apenas segundo cerca
        """,
      titles: """
        senhor senhora presidente ministro ministra primeiro-ministro primeira-ministra prefeito prefeita governador governadora
        senador senadora deputado deputada secretário secretária diretor diretora professor professora juiz juíza papa rei rainha
        príncipe princesa ator atriz cantor cantora escritor escritora treinador porta-voz líder candidato candidata advogado
        advogada ex-presidente general
        """,
      speech: "disse afirmou explicou declarou acrescentou",
      articles: "o os a as um uma seu sua do da dos das no na ao"),
    "sv": KeywordLanguage(
      "sv",
      common: """
        januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag
        lördag söndag år året månad månader vecka veckor dag dagar timmar tid gång gånger igår idag två tre fyra fem sex sju åtta nio
        tio första andra sista miljoner miljarder kronor procent personer människor man kvinna män kvinnor säger sade sa göra gjort
        kommer många mer nya stora bra del slut fall plats enligt bara
        """,
      titles: """
        president statsminister minister utrikesminister finansminister partiledare borgmästare direktör vd professor domare tränare
        talesperson kung drottning prins prinsessa påve skådespelare sångare författare generalsekreterare ordförande riksdagsledamot
        """,
      speech: "säger sade sa skriver berättar",
      articles: "en ett den det de sin sitt hans hennes", joinsNouns: true),
  ]
}
