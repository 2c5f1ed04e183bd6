import Normalization
import Testing

@testable import Summarization

/// What an article is about, and whom it names.
@Suite struct KeywordTests {
  private let harbour = [
    "Jane Miller, the mayor of Port Ellis, said on Monday that the container terminal would cost twice as much.",
    "The container terminal has divided the town. Ms Miller told reporters in London that the European Union would pay.",
    "Dock workers marched against the container terminal, and the Dock Workers' Union called a strike. "
      + "Miller's deputy, Tom O'Neill, 45, refused to speak. President Ana de la Cruz of Chile sent a message.",
  ]

  @Test func `the phrase that comes again and again leads, and names come in their fullest form`() {
    let phrases = keywords("Mayor defends the container terminal", harbour).keyphrases
    #expect(phrases.first == "container terminal")
    #expect(phrases.contains("Jane Miller"))
    #expect(!phrases.contains("Miller") && !phrases.contains("terminal"))
    #expect(phrases.count <= Keywords.maximumKeyphrases)
  }

  @Test func `people, organisations and places are told apart`() {
    let mentions = keywords("Mayor defends the container terminal", harbour).mentions
    #expect(mentions.contains(Mention(kind: .person, name: "Jane Miller")))
    #expect(mentions.contains(Mention(kind: .person, name: "Tom O'Neill")))
    #expect(mentions.contains(Mention(kind: .person, name: "Ana de la Cruz")))
    #expect(mentions.contains(Mention(kind: .place, name: "London")))
    #expect(mentions.contains(Mention(kind: .place, name: "Chile")))
    #expect(mentions.contains(Mention(kind: .organization, name: "European Union")))
    #expect(!mentions.contains { $0.name == "Monday" || $0.name == "Miller" || $0.name == "Port Ellis" })
  }

  @Test func `what may be two things is said to be neither`() {
    let text = [
      "Victoria Station was closed. Police in Springfield searched Jordan Street and the Grant Hotel all night.",
      "People's Liberation Army units stayed away, and Devon and Cornwall Police did the same in the north.",
      "Paris Hilton said she was in town. Paris was seen later. A friend of Paris called.",
    ]
    let mentions = keywords(nil, text).mentions
    #expect(!mentions.contains { $0.kind == .person && $0.name != "Paris Hilton" })
    #expect(!mentions.contains { ["Liberation Army", "Cornwall Police", "Paris"].contains($0.name) })
  }

  @Test func `an organisation is known by its ending, its beginning or its initials`() {
    let mentions = keywords(
      nil,
      [
        "He studied at the University of Kent and works for Harbour Holdings in Spain.",
        "The World Fish Forum (WFF) met the Ministry of Health.",
      ]
    ).mentions
    for name in ["University of Kent", "Harbour Holdings", "World Fish Forum", "Ministry of Health"] {
      #expect(mentions.contains(Mention(kind: .organization, name: name)), "\(name)")
    }
  }

  @Test(arguments: [
    (
      "en", "Culture Minister Matt Harbin spoke. Norland and Arizona Gov. Doug Ketter listened.",
      "Matt Harbin, Doug Ketter"
    ),
    (
      "en", "Deputy U.S. Marshal Jamie Berrow spoke. The Calcutta-based Anita Sorrel agreed.",
      "Jamie Berrow, Anita Sorrel"
    ),
    (
      "en", "We met Simon Bairn KC and the Stan Wexler-led group of Secretary-Treasurer Fred Zell.",
      "Simon Bairn, Fred Zell"
    ),
    (
      "en", "Frank Lampert stayed. Lampert told them so. He saw Zorah Khalid. Mr Khalid left.",
      "Frank Lampert, Zorah Khalid"
    ),
    (
      "en", "They met Barbara Castle. Castle said no. Castle left. Rebecca Long came. Long said why.",
      "Barbara Castle, Rebecca Long"
    ),
    ("en", "Leo Burt was there. Leo Frederick Burt, 45, had come by train.", "Leo Frederick Burt"),
    (
      "de", "Die Bundesbeauftragte Hendrik Strohm kam. Sein Sohn Álvaro Vargas blieb.",
      "Hendrik Strohm, Álvaro Vargas"
    ),
    ("de", "Sebastian Hendel lief. Sebastian Hendels Karriere begann spät.", "Sebastian Hendel"),
    (
      "en",
      "U.S. Rep. Zilhan Omarr spoke. Omarr left. Pope John Paul II came. They saw Rev. Al Sharpe, 45.",
      "Zilhan Omarr, John Paul II, Al Sharpe"
    ),
    ("nb", "Statsminister Kari Holm snakket. Holm sier at Ole Berg kom.", "Kari Holm, Ole Berg"),
    ("da", "Borgmester Anna Holm kom.", "Anna Holm"),
    ("id", "Gubernur Budi Harsono datang ke Stadion Agus Salim. Timnas Indonesia kalah.", "Budi Harsono"),
    ("tr", "Vali Mehmet Akarsu'nun evinde Ahmet Korur'la konuştu.", "Mehmet Akarsu, Ahmet Korur"),
    (
      "pl", "Prezydent Polski Piotr Zawada spotkał się z sędzią. Powiedziała to Anna Dolna.",
      "Piotr Zawada, Anna Dolna"
    ),
    (
      "ru", "Президент Норландии Сергей Громов встретил гостей. Сказала Анна Долина.",
      "Сергей Громов, Анна Долина"
    ),
    (
      "en",
      "Passenger Liv Torgren woke. Commander Jesper Holm told ‘Butcher’ Oleksandr Syrov. Syrov laughed.",
      "Liv Torgren, Jesper Holm, Oleksandr Syrov"
    ),
    ("es", "Un cabezazo de Unkar Larrel valió. Larrel, de 19 años, debutaba.", "Unkar Larrel"),
    ("es", "El técnico Orritz Múgar cambió. Dijo Múgar que sí.", "Orritz Múgar"),
    (
      "it", "È morta Ottavia Brandol, la prima donna. Brandol cantava. Lo dice la figlia Giulia.",
      "Ottavia Brandol"
    ),
    ("de", "Die Hydrologin Miriam Tolkmer kam. Kate Moss' Erfolg blieb.", "Miriam Tolkmer, Kate Moss"),
    ("nl", "Doelman Matej Kovar baalde. Aanvoerder Jan van Dijk lachte.", "Matej Kovar, Jan van Dijk"),
    (
      "vi", "Ông Nguyễn Quang Thạnh gặp bà Lê Thị Hoài ở 38 Lê Lợi. Ngoại trưởng Nga Sergei Lavrin đến.",
      "Nguyễn Quang Thạnh, Lê Thị Hoài, Sergei Lavrin"
    ),
  ])
  func `a person's name begins behind titles and nouns, and its surname speaks for it`(
    language: String, text: String, people: String
  ) {
    let mentions = keywords(nil, [text], language).mentions.filter { $0.kind == .person }
    #expect(mentions.map(\.name).joined(separator: ", ") == people)
  }

  @Test(arguments: [
    (
      "en",
      "We saw the Mona Lisa. The Houston Rockets lost. The Rockets fell. Rockets won. They saw the Royal Albert Hall."
    ),
    ("en", "Besides Baughn nobody came. Baughn said so. Baughn told them. Following Baughn is hard."),
    (
      "en",
      "She is director of Leisure and Culture Dundee. It flew a Douglas MD-888."
    ),
    ("de", "Der Berliner Senat schwieg. Der Senat sagte nichts. Marjorie Taylor Grell kam."),
    (
      "en",
      """
      The Padma Shri was given on Monday. During Ganesh Chaturthi the road through Adarsh Nagar was closed, and the Tejas Express stopped \
      at Karol Bagh. Firms in Milton Keynes such as Clifford Chance said so. Harvey Nichols in Hazel Grove stayed open.
      """
    ),
    (
      "en",
      "They shot the Director of Public Safety Eva-Marie Perlin. The brand Paul Perrin sold. Al Jazeera said so."
    ),
    ("de", "Im Stadtviertel Anna Gotlau brannte es. Der Modekonzern Paul Perrin schwieg."),
    ("fr", "La Ville de Paris a dit non."),
    (
      "en",
      "Eli Lilly fell and Freddie Mac rose. We saw Midgen RPQ. RPQ said so. RPQ told us. RPQ left. RPQ grew."
    ),
    ("vi", "Công ty Minh Pháp và Bộ Công an họp trên đường Nguyễn Trãi. Tổng thống không đến."),
  ])
  func `a thing or half a name is no person`(language: String, text: String) {
    #expect(keywords(nil, [text], language).mentions.filter { $0.kind == .person } == [])
  }

  @Test func `the name of an organisation is whole or left out`() {
    let text = [
      "The London School of Economics and the International Committee of the Red Cross met the Norland Prison Service.",
      "The Prison Service agreed. The Department of Culture, Media and Sport did not. The Transport and General Workers' Union "
        + "was away. Famous Ruskin College closed. We like Ruskin College. She left the Oval Office.",
    ]
    #expect(
      keywords(nil, text).mentions.filter { $0.kind == .organization }.map(\.name) == [
        "London School of Economics", "International Committee of the Red Cross", "Norland Prison Service",
        "Ruskin College",
      ])
    let german = keywords(nil, ["Die Norländische Zentralbank (NZB) tagte. Der Wind blies."], "de")
      .mentions
    #expect(german == [Mention(kind: .organization, name: "Norländische Zentralbank")])
  }

  @Test func `a dateline names a place and no agency`() {
    let found = keywords(nil, ["NEW YORK (CNN) -- Ann Hall said that the pier sank. Ann Hall saw it."])
    #expect(
      found.mentions == [Mention(kind: .place, name: "New York"), Mention(kind: .person, name: "Ann Hall")])
    #expect(!found.keyphrases.contains("CNN") && !found.keyphrases.contains("NEW YORK"))
  }

  @Test func `a keyphrase is no part of a sentence, no nation and no elided article`() {
    let english = keywords(
      nil,
      [
        "He was filmed throwing a kitten at the swimming pool. He was filmed throwing it twice. Researchers sequenced it.",
        "The researchers sequenced the Chinese kitten. Chinese officials closed a swimming pool. The U.S. asked the U.S. Senate.",
      ]
    ).keyphrases
    #expect(english.contains("swimming pool"))
    #expect(
      !english.contains {
        $0.contains("filmed") || $0.contains("sequenced") || $0 == "Chinese" || $0 == "U.S"
      })
    let italian = keywords(
      nil, ["Un filo d'olio d'oliva, il filo dell'olio. Olio e filo d'olio, e la pasta."], "it"
    ).keyphrases
    #expect(!italian.contains { $0.contains("'") })
  }

  @Test func `a German noun is no name for its capital`() {
    let found = keywords(
      "Streit um das Containerterminal",
      [
        "Bundeskanzler Olaf Scholz hat am Montag das Containerterminal verteidigt. Das Geld fehle, sagte der Sprecher.",
        "Das Containerterminal kostet doppelt so viel. Die Hafenarbeiter streiken gegen das Containerterminal in Österreich.",
        "Auch Ursula von der Leyen sah das Terminal. Die Deutsche Bank zahlt.",
      ], "de")
    #expect(found.keyphrases.contains("Containerterminal"))
    #expect(
      found.mentions.filter { $0.kind == .person }.map(\.name) == ["Olaf Scholz", "Ursula von der Leyen"])
    #expect(found.mentions.contains(Mention(kind: .organization, name: "Deutsche Bank")))
    #expect(!found.mentions.contains { $0.name == "Geld" || $0.name == "Sprecher" })
  }

  @Test func `a German place is known alone, by the noun before it, or by how it ends behind a preposition`()
  {
    let mentions = keywords(
      "Streit in Russland",
      [
        "Im Landkreis Görlitz und auf der Halbinsel Kola wurde gestreikt. Aus Waldhausen kam niemand, in Geldnot war auch keiner.",
        "Deutschlands Häfen sind voll, sagte der Bundesgerichtshof. Die Lage in Innenstadt und Bahnhof: gut.",
        "Moskau und die Bundeswehr schwiegen. Der Eigenheimbau in Holzhausen ruht.",
      ], "de"
    ).mentions
    #expect(
      mentions.filter { $0.kind == .place }.map(\.name)
        == ["Russland", "Görlitz", "Kola", "Waldhausen", "Deutschland", "Moskau", "Holzhausen"])
    #expect(
      mentions.filter { $0.kind != .place } == [
        Mention(kind: .organization, name: "Bundesgerichtshof"),
        Mention(kind: .organization, name: "Bundeswehr"),
      ])
  }

  @Test(arguments: [
    (
      "cs",
      "Vláda Petra Vysloužila podala demisi. „Je konec,“ řekl premiér Petr Vysloužil v Praze. S Petrem Vysloužilem odchází "
        + "ministryně Jana Vysloužilová Krátká.",
      "Petr Vysloužil, Jana Vysloužilová Krátká"
    ),
    (
      "pl",
      "Rząd Andrzeja Kowalika upada. Premier Andrzej Kowalik powiedział, że odchodzi. Z Andrzejem Kowalikiem odejdą inni.",
      "Andrzej Kowalik"
    ),
    (
      "uk",
      "Про це повідомив міністр Андрій Коваленко. Рішення Андрія Коваленка підтримали. З Андрієм Коваленком погодились усі.",
      "Андрій Коваленко"
    ),
    (
      "el", "Ο πρωθυπουργός Νίκος Παπαδάκης δήλωσε ότι φεύγει. Η απόφαση του Νίκου Παπαδάκη ήταν ξαφνική.",
      "Νίκος Παπαδάκης"
    ),
    (
      "bg", "Премиерът Иван Петров каза, че си тръгва. Решението на Иван Петров беше внезапно.", "Иван Петров"
    ),
    (
      "fi", "Pääministeri Matti Korhonen sanoo lähtevänsä. Matti Korhosen päätös yllätti puolueen.",
      "Matti Korhonen"
    ),
  ])
  func `a name that takes endings is one name, in its basic form`(
    language: String, text: String, people: String
  ) {
    let mentions = keywords(nil, [text], language).mentions
    #expect(mentions.filter { $0.kind == .person }.map(\.name).joined(separator: ", ") == people)
  }

  @Test(arguments: [
    (
      "ar", "أعلنت وزارة الصحة خطة جديدة. وقالت وزارة الصحة إن المستشفيات ستفتح. وتدعم وزارة الصحة البلديات.",
      "وزارة الصحة"
    ),
    (
      "he",
      "משרד הבריאות הודיע על תוכנית. לפי משרד הבריאות בתי החולים ייפתחו. ראש העיר תמך במשרד וגם משרד הבריאות.",
      "משרד הבריאות"
    ),
    ("hi", "स्वास्थ्य मंत्रालय ने योजना बनाई। स्वास्थ्य मंत्रालय के अनुसार अस्पताल खुलेंगे। स्वास्थ्य मंत्रालय ने मदद मांगी।", "स्वास्थ्य मंत्रालय"),
    (
      "fa",
      "وزارت بهداشت طرحی داد. وزارت بهداشت گفت که بیمارستان باز می‌شود. شهرداری از وزارت بهداشت پشتیبانی کرد.",
      "وزارت بهداشت"
    ),
  ])
  func `where letters have no capitals a phrase is known by coming again`(
    language: String, text: String, phrase: String
  ) {
    let found = keywords(nil, [text], language)
    #expect(found.keyphrases.first == phrase && found.mentions.map(\.name) == [phrase], "\(found)")
  }

  @Test func `a Vietnamese phrase is more than a syllable, and a Japanese one is a compound`() {
    let vi = keywords(
      "Giá cà phê tăng",
      [
        "Giá cà phê ở Đà Nẵng tăng. Người trồng cà phê vui.",
        "Ông Trần Văn Đạo nói cà phê đắt. Công ty bán cà phê.",
      ], "vi")
    #expect(vi.keyphrases.contains("cà phê") && vi.keyphrases.contains("Trần Văn Đạo"))
    #expect(vi.keyphrases.allSatisfy { $0.contains(" ") } && !vi.keyphrases.contains("Công ty"))
    #expect(vi.mentions.contains(Mention(kind: .place, name: "Đà Nẵng")))
    let ja = keywords("港湾会議が桟橋を再建", ["港湾会議は月曜日、古い桟橋を再建すると決めた。コンテナターミナルも建てる。"], "ja")
    #expect(Set(ja.keyphrases) == ["港湾会議", "コンテナターミナル"] && ja.mentions.isEmpty)
  }

  @Test func `a Chinese word is what comes again in changing company`() {
    let found = keywords(
      "港口码头延期开放",
      [
        "集装箱码头将在春天开放，港口管理局周一宣布。老码头工人对集装箱码头表示不满。",
        "港口管理局局长说，新集装箱码头已经建成。市长批评港口管理局，工人我们见到了。",
      ], "zh-Hans")
    #expect(found.keyphrases.prefix(2) == ["集装箱码头", "港口管理局"] && !found.keyphrases.contains("码头"))
  }

  @Test func `nothing is said of a language that is not known, and nothing of nothing`() {
    #expect(keywords("Headline", harbour, nil) == Keywords())
    #expect(keywords("ข่าว", ["นายกเทศมนตรีพูดถึงท่าเรือ"], "th") == Keywords())
    #expect(keywords(nil, []) == Keywords())
    #expect(keywords("", ["."]) == Keywords())
    #expect(keywords("É 漢 𠀀", ["É. 漢𠀀 — “”’s ' ’ - & U.S. A.B. St. O’", "’s", "l’"], "fr").mentions.isEmpty)
  }

  @Test func `a keyphrase and a name stand in the text as they are printed`() {
    let found = keywords("Mayor defends the container terminal", harbour)
    let text = harbour.joined(separator: "\n")
    for phrase in found.keyphrases + found.mentions.map(\.name) {
      #expect(text.contains(phrase), "\(phrase)")
    }
    #expect(keywords("Mayor defends the container terminal", harbour) == found)
  }

  @Test func `initials stand beside the name that they are of neither as a phrase nor as a name`() {
    let found = keywords(
      "WADA bans the rowers",
      [
        "The World Anti-Doping Agency banned four rowers. WADA told the European Union so, and the EU told the rowers.",
        "The rowers asked WADA and the EU why the World Anti-Doping Agency had not asked the European Union.",
      ])
    #expect(found.mentions.map(\.name) == ["World Anti-Doping Agency", "European Union"])
    #expect(!found.keyphrases.contains("EU"))
    #expect(found.keyphrases.contains("WADA") != found.keyphrases.contains("World Anti-Doping Agency"))
  }

  @Test func `a word that says little ends the name of a paper, and contractions end none`() {
    let mentions = keywords(
      nil, ["Jane Miller told the Harbour Times that she left. If I were Jane I'd stay, said Tom O'Neill."]
    ).mentions
    #expect(mentions.contains(Mention(kind: .organization, name: "Harbour Times")))
    #expect(!mentions.contains { $0.name.contains("I'd") })
  }

  @Test func `a person's name beside another one, and elsewhere alone, is a person's`() {
    let mentions = keywords(
      nil,
      [
        "Jane Miller and Zorvan Quell rowed to Norland. The boat was old. Quell was ill, and Quell slept.",
        "The old Brask Tolm was lost. Tolm is old.",
      ]
    ).mentions
    #expect(mentions.contains(Mention(kind: .person, name: "Zorvan Quell")))
    #expect(!mentions.contains { $0.name == "Brask Tolm" })
  }

  @Test func `keyphrases overlap nowhere, and a plural is the same word`() {
    let phrases = keywords(
      nil,
      [
        "latest harbour camera prices rose. The latest harbour camera prices fell. A mast cell grew, and mast cells died.",
        "Each mast cell and all mast cells need the latest harbour camera prices of the year.",
      ]
    ).keyphrases
    #expect(phrases.filter { $0.contains("harbour") }.count == 1)
    #expect(phrases.filter { $0.hasPrefix("mast") }.count == 1)
  }
}
