/// Words that tell organisations and places from people.
enum NameLexicon {
  /// Words that end names of organisations.
  static let organizationEndings = WordMap(
    """
    inc corp corporation ltd llc plc gmbh ag se kg co company group holdings holding bank university college school institute
    institution ministry department agency authority commission committee council association federation union party congress
    parliament senate assembly court police airlines airways motors records studios pictures entertainment foundation fund trust
    society club fc afc cf united city-council hospital church museum orchestra army navy force guard service services office bureau
    administration board league times post news press herald tribune journal telegraph guardian observer magazine network
    television radio broadcasting partners resources capital securities technologies systems software pharmaceuticals energy petroleum
    bundesamt ministerium universität hochschule verein verband partei gewerkschaft polizei bundesbank gericht zeitung stiftung
    rundschau kommission institut klinikum
    """)
  /// Words that begin names of organisations: "University of ...", "Ministère de ...".
  static let organizationHeads = WordMap(
    """
    university ministry bank department institute college house court council church academy office bureau board association
    federation society museum union université ministère banque institut cour conseil université assemblée universidad ministerio
    banco instituto tribunal consejo asociación universidade ministério università ministero banca istituto universiteit ministerie
    """)
  /// Those of either that more words follow: "Institute of Allergy", "Centers for Disease Control", "Bundesamt für Statistik".
  static let continuedOrganizations = WordMap(
    """
    department ministry institute institutes college academy office bureau board association federation society school committee
    council journal centers centre center commission agency service confederation alliance union bundesamt institut ministerium
    verband verein kommission stiftung
    """)
  /// Small words that go on behind them.
  static let continuations = WordMap("of for the für")
  /// Organisations that are known by a name of their own.
  static let organizations = WordMap(
    phrases:
      """
      un,eu,nato,who,fbi,cia,nsa,nasa,bbc,cnn,nbc,abc,cbs,itv,opec,imf,wto,uefa,fifa,nfl,nba,nhl,mlb,ioc,unesco,unicef,unhcr,nhs,
      afp,dpa,apa,reuters,bloomberg,google,facebook,twitter,microsoft,netflix,boeing,airbus,volkswagen,bmw,daimler,siemens,samsung,
      huawei,youtube,instagram,whatsapp,tiktok,uber,airbnb,spotify,ikea,lufthansa,gazprom,goldman sachs,deutsche bank,commerzbank,
      united nations,european union,european commission,european parliament,european central bank,white house,supreme court,kremlin,
      pentagon,islamic state,al qaeda,hamas,hezbollah,taliban,red cross,amnesty international,human rights watch,greenpeace,
      world bank,federal reserve,labour party,conservative party,republican party,democratic party,scotland yard,real madrid,
      manchester united,manchester city,liverpool fc,bayern munich,fc bayern,fc barcelona,ac milan,inter mailand,
      cdu,csu,spd,fdp,afd,övp,spö,fpö,svp,bundestag,bundesrat,bundeswehr,bundesregierung,deutsche bahn,europäische union,
      vereinte nationen,vereinten nationen,europäischen union,europäische kommission,union européenne,nations unies,onu,ue,otan,
      unión europea,naciones unidas,comisión europea,consejo europeo,unione europea,nazioni unite,união europeia,pp,psoe,
      ukip,snp,dup,gop,apple inc,associated press,fox news,new york times,washington post,the guardian,wall street journal,
      boko haram,al-shabaab,al shabaab,isis,isil,farc,muslim brotherhood,spacex,tesla,toyota,nissan,hyundai,nokia,sony,ibm,pfizer,
      astrazeneca,novartis,hsbc,barclays,jpmorgan,citigroup,lehman brothers,bank of america,exxonmobil,walmart,tesco,ryanair,easyjet,
      walt disney,wikileaks,interpol,europol,gchq,ntsb,dea,epa,irs,tsa,aclu,naacp,nra,ncaa,ufc,
      arsenal,tottenham,tottenham hotspur,everton,aston villa,west ham,crystal palace,newcastle united,juventus,atletico madrid,
      paris saint-germain,
      europäische zentralbank,europäischen zentralbank,ezb,bundesbank,banque centrale européenne,banco central europeo,
      oecd,osce,iaea,asean,g7,g20,fda,cdc,nih,faa,fcc,nypd,lapd,mi5,mi6,hmrc,ofsted,ofcom,espn,hbo,mtv,npr,pbs,msnbc,fia,pga,wta,atp,
      bundesgerichtshof,bundesverfassungsgericht,bundesverwaltungsgericht,bundesarbeitsgericht,bundessozialgericht,bundesfinanzhof,
      bundeskriminalamt,bundesnetzagentur,bundeskartellamt,bundesanwaltschaft,generalbundesanwalt,bundespolizei,
      bundesnachrichtendienst,europaparlament,eu-parlament,eu-kommission,uno,kreml,robert-koch-institut,deutsche post,deutsche telekom,
      adac,dgb,dfb,dfl,ig metall,ard,zdf,wdr,ndr,mdr,swr,rbb,orf,srf,bnd,bka,lka,borussia dortmund,rb leipzig,werder bremen,vfb stuttgart,
      eintracht frankfurt,bayer leverkusen,union berlin,hamburger sv,fc bayern münchen,mercedes-benz,volkswagen,rheinmetall,
      thyssenkrupp,basf,sap,
      élysée,matignon,assemblée nationale,conseil constitutionnel,cour de cassation,sncf,ratp,edf,insee,cgt,cfdt,medef,lfi,
      guardia civil,policía nacional,tribunal supremo,tribunal constitucional,audiencia nacional,sumar,podemos,
      polícia federal,supremo tribunal federal,stf,ibge,petrobras,carabinieri,guardia di finanza,
      госдума,кремль,единая россия,газпром,роскосмос,мвд,фсб,оон,ес,нато,sejm,tsmc,
      tbmm,akp,chp,mhp,tff,afad,kpk,polri,tni,dpr,bps
      """)
  /// What ends as organisations do and is none.
  static let notOrganizations = WordMap(
    phrases:
      """
      oval office,champions league,europa league,premier league,super league,world series,head office,box office,post office,home office hours,
      prime time,first service,food bank,food banks
      """)
  /// Words that begin names of places and buildings, and stand before no person.
  static let placeOpenings = WordMap(
    """
    st saint san santa new old royal great grand black white red blue green super supreme high national international world
    federal north south east west northern southern eastern western central mount lake hotel the via piazza calle plaza place
    rue avenue iphone android windows
    """)
  /// Given names that are names of places and common words as well.
  static let doubtfulGivenNames = WordMap(
    """
    paris london austin sydney victoria virginia georgia florence charlotte chelsea savannah dallas houston madison jordan israel
    may june april august grant faith grace will mark bill rob bob hope joy rose lily holly summer dawn art max guy frank chase
    hunter royal prince king marine nelson serena jack pat sandy rich charity christian angel mercedes lincoln jackson kent brooklyn
    milton clifford harvey paddy hazel beverly val ria elgin dakota carlton clyde kelvin harold lowell wolfram whitney otis ava basil
    harm gaia valentine wagner padma ganesh adarsh tejas pratap karol vishnu puri prithvi ramzan indira nanda arya xi iris daisy fern
    raven sherman carmel vino line mine mart novel toon trees tea rembrandt minerva portia hilary katrina irma sabah reine putra ayu
    """)
  /// Words with a capital that no name of a person has.
  static let noPerson = WordMap(
    """
    the street road avenue square park hill house station airport bridge river lake sea ocean island islands mountain mount valley
    bay beach north south east west northern southern eastern western central county city town village state states province
    district region republic kingdom empire day week month year war award awards prize cup championship championships olympics games
    festival show tour album series season film movie act bill law treaty agreement deal project program programme plan center
    centre building tower hotel stadium arena palace castle cathedral world international national federal royal american british
    english french german italian spanish russian chinese japanese european african asian indian australian canadian democrat
    democrats republican republicans democratic conservative labour liberal green greens christmas easter ramadan god internet
    covid coronavirus iphone android windows premier league champions grand prix open masters super bowl new old high great saint
    st supreme white black red blue google facebook twitter bundesliga weltmeisterschaft straße platz
    gymnasium schule grundschule realschule preis haus krankenhaus klinik theater oper festspiele weg allee brücke bahnhof flughafen
    stadion cup lycée collège école hôpital rue avenue place colegio instituto calle plaza avenida via piazza scuola ospedale
    minister ministers president mr mrs trench villa rovers wanderers hotspur athletic albion forest irish welsh scottish
    iraqi iranian israeli turkish ukrainian polish dutch swedish brexit tory tories blairite oil gas mining foods live parkinson's alzheimer's
    nagar vihar bagh puja chaturthi shri samaj sabha express missile temple bazaar grove tunnel labs elevators observatory marketplace
    mills works pajak pemerintah pelabuhan kabupaten kecamatan kelurahan provinsi kantor dinas badan lembaga yayasan partai telescope biennial plantation football mercenaries engines brewery
    """)
  /// Names of things and firms that begin with a given name.
  static let notPeople = WordMap(
    phrases:
      """
      mona lisa,hugo boss,louis vuitton,charlie hebdo,jim crow,calvin klein,christian dior,giorgio armani,ralph lauren,tommy hilfiger,
      jack daniel,jack daniels,johnnie walker,santa claus,santa clara,harry winston,marie claire,vanity fair,elle decor,la scala,
      tiffany,tim hortons,johnson johnson,ernst young,philip morris,morgan stanley,charles schwab,merrill lynch,stanley cup,
      davis cup,ryder cup,jimmy choo,paul smith,laura ashley,ben jerry,john deere,boba fett,mary celeste,queen mary,anna karenina,
      eli lilly,freddie mac,fannie mae,sallie mae,oscar mayer,
      clifford chance,paddy power,harvey nichols,dorothy perkins,ria novosti,milton keynes,beverly hills,val thorens,elgin marbles,
      al jazeera,al arabiya,al qaeda,al shabaab,al nusra,al ahly,al hilal,al nassr
      """)
  /// Days and months, which are no surnames.
  static let calendar = WordMap(
    """
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november
    december jan feb aug sept oct nov dec today tonight
    """)
  /// What is from a country or a faith, which alone says little of what an article is about.
  static let demonyms = WordMap(
    """
    american americans british briton britons english french german germans italian italians spanish russian russians chinese japanese
    european europeans african africans asian indian indians australian australians canadian canadians irish welsh scottish iraqi
    iranian israeli israelis palestinian palestinians turkish ukrainian ukrainians polish dutch swedish norwegian danish greek
    korean mexican brazilian egyptian syrian afghan pakistani saudi yemeni libyan kenyan nigerian vietnamese thai swiss austrian
    belgian hungarian romanian bulgarian serbian croatian portuguese shiite sunni western deutsche deutschen français française
    española español italiano italiana brasileiro português svenska svenske
    """)
  /// Small words inside of names.
  static let particles = WordMap(
    "of de la le van von der den di da du del della dos das do al el bin ibn ter ten zu y")

  /// Whether the part of a word behind its hyphen makes it an adjective: "-based", "-led", "-born".
  static func isParticiple(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 2, text[range.lowerBound] &- 0x61 < 26 else { return false }
    let end = text.extracting(range.upperBound - 2..<range.upperBound)
    return end[0] == UInt8(ascii: "e") && end[1] == UInt8(ascii: "d")
      || participles[WordHash(text, range)] != nil
  }
  private static let participles = WordMap("born style era controlled run owned")

  /// Whether a German word ends as adjectives of places do: "Berliner", "Europäische".
  static func isAdjective(_ word: Span<UInt8>) -> Bool {
    let count = word.count
    guard count > 4 else { return false }
    if word[count - 2] == UInt8(ascii: "e"), word[count - 1] == UInt8(ascii: "r") { return true }
    var end = count
    if [UInt8(ascii: "r"), UInt8(ascii: "n"), UInt8(ascii: "s")].contains(word[end - 1]) { end -= 1 }
    return word[end - 1] == UInt8(ascii: "e") && word[end - 2] == UInt8(ascii: "h")
      && word[end - 3] == UInt8(ascii: "c")
      || word[end - 1] == UInt8(ascii: "e") && word[end - 2] == UInt8(ascii: "h")
  }

  /// Whether a German word may be a noun that says what somebody is, rather than a given name: "Verkäuferin", "Polizist", but
  /// not "Marjorie".
  static func isNoun(_ word: Span<UInt8>) -> Bool {
    guard word.count > 4 else { return false }
    return switch word[word.count - 1] {
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): false
    case UInt8(ascii: "e"): word[word.count - 2] != UInt8(ascii: "i")
    default: true
    }
  }

  /// Whether it is "of" or what stands for it elsewhere.
  static func isOf(_ word: WordHash) -> Bool { word == of }
  private static let of = WordHash("of")
  private static let the = WordHash("the")
  private static let al = WordHash("al")

  /// Whether it is "Al", which is a given name as well as a small word.
  static func isAl(_ word: WordHash) -> Bool { word == al }

  /// Whether a word goes on behind an organisation's name without another one before it.
  static func isContinuation(_ word: WordHash) -> Bool { word != the && continuations[word] != nil }
}

extension WordHash {
  /// The hash of words one after the other.
  init(phrase words: some Sequence<UInt64>) {
    self.init()
    for word in words { add(word: word) }
  }

  /// Adds the hash of a word to that of a phrase.
  mutating func add(word: UInt64) {
    add(UInt32(truncatingIfNeeded: word))
    add(UInt32(truncatingIfNeeded: word >> 32))
  }
}
