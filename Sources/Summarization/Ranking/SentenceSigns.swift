/// What shows how a sentence belongs to the text around it.
struct SentenceSigns: OptionSet, Sendable {
  var rawValue: UInt16

  /// It goes on with the sentence before: "For example …", "Eleven of those …", "…, she said."
  static let goesOn = SentenceSigns(rawValue: 1)
  /// It begins by what was before the news: "Until now nobody knew …".
  static let tellsWhatWas = SentenceSigns(rawValue: 2)
  /// It speaks of the text that it stands in: "In this article we …".
  static let pointsAtItself = SentenceSigns(rawValue: 4)
  /// It answers by yes or no, behind its speaker's name or not.
  static let answers = SentenceSigns(rawValue: 8)

  /// It asks, itself or by what it quotes last.
  static let asks = SentenceSigns(rawValue: 16)
  /// It is so short that in the midst of a text it mostly goes on with what stands before it.
  static let isBrief = SentenceSigns(rawValue: 32)
  /// It is no longer than a bare answer.
  static let isShort = SentenceSigns(rawValue: 64)
  /// A space parts its full stop from its last word, as behind the title of another story.
  static let isStoppedApart = SentenceSigns(rawValue: 128)
  /// It begins with a definite article: "The new terminal …".
  static let opensWithArticle = SentenceSigns(rawValue: 256)

  /// Whether it is no more than an answer: a few words, or yes or no.
  var isAnswer: Bool { !isDisjoint(with: [.isShort, .answers]) }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Looks at the first and the last words of a sentence.
  init(of words: SentenceWords, _ vocabulary: borrowing Vocabulary) {
    rawValue = 0
    let count = words.ids.count
    var before: Role = []
    for place in 0..<min(5, count) {
      let word = vocabulary.hash(of: words.ids[place])
      guard let role = Self.roles[word] else {
        before = []
        continue
      }
      if place == 0, role.contains(.opensPhrase) { readPhrase(of: words, vocabulary) }
      if place < 3, role.contains(.answer) { insert(.answers) }
      if place > 0, role.contains(.whole), before.contains(.partitive) { insert(.goesOn) }
      if place > 0, role.contains(.signpost) {
        var pair = WordHash()
        pair.add(word: vocabulary.hash(of: words.ids[place - 1]).value)
        pair.add(word: word.value)
        if Self.signposts[pair] != nil { insert(.pointsAtItself) }
      }
      before = role
    }
    // "…, she said on Monday."
    for place in max(2, count - 4)..<max(2, count)
    where Self.has(.speech, vocabulary.hash(of: words.ids[place])) {
      if Self.has(.speaker, vocabulary.hash(of: words.ids[place - 1]))
        || place + 1 < count && Self.has(.speaker, vocabulary.hash(of: words.ids[place + 1]))
      {
        insert(.goesOn)
      }
    }
  }

  private static func has(_ role: Role, _ word: WordHash) -> Bool { roles[word]?.contains(role) ?? false }

  /// Whether the first one, two or three words are a phrase.
  private mutating func readPhrase(of words: SentenceWords, _ vocabulary: borrowing Vocabulary) {
    var phrase = WordHash()
    for place in 0..<min(3, words.ids.count) {
      phrase.add(word: vocabulary.hash(of: words.ids[place]).value)
      if let goesOn = Self.phrases[phrase] {
        insert(goesOn ? .goesOn : .tellsWhatWas)
        return
      }
    }
  }

  /// What a word may be among these signs.
  private struct Role: OptionSet {
    var rawValue: UInt8
    static let opensPhrase = Role(rawValue: 1)
    static let answer = Role(rawValue: 2)
    static let partitive = Role(rawValue: 4)
    static let whole = Role(rawValue: 8)
    static let speech = Role(rawValue: 16)
    static let speaker = Role(rawValue: 32)
    static let signpost = Role(rawValue: 64)
  }

  private static let roles: WordMap<Role> = {
    var roles = WordMap<Role>()
    func add(_ words: String, _ role: Role) {
      WordHash.each(of: words) { roles.set($0, to: (roles[$0] ?? []).union(role)) }
    }
    for phrase in (furtherConnectives + formerly).split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      add(String(phrase.prefix { $0 != " " }), .opensPhrase)
    }
    add("yes no ja nein nee nej oui non sì sim não tak nie да нет evet hayır ya tidak sí", .answer)
    add("of von entre d'entre di van av af de", .partitive)
    add("those these them ihnen denen eux elles ellos ellas loro hen dem deles delas", .whole)
    add("he she er sie hij zij ze han hon hun il elle t", .speaker)
    add(
      """
      said says added told explained insisted sagte sagt erklärte meinte betonte zegt zei zegt vertelt säger sade sa berättar siger sagde sier
      forteller raconte explique estime ajoute assure affirme confie
      """, .speech)
    add(
      "article blog coverage artikel artículo artigo articolo ini kali viết yazıda haberimizde artykule статье",
      .signpost)
    return roles
  }()

  /// True for what ties a sentence to the one before it less plainly than ``LeaningWords``, false for what was before.
  private static let phrases: WordMap<Bool> = {
    var map = WordMap(phrases: furtherConnectives)
    WordMap(phrases: formerly).each { map.set($0, to: false) }
    return map
  }()

  private static let furtherConnectives =
    """
    sehingga,demikianlah,bahkan,apalagi,pasalnya,akibatnya,lantas,lalu,selanjutnya,bijvoorbeeld,
    not just,not only,indeed,in fact,infatti,tatsächlich,de hecho,de fato,
    for example,for instance,by contrast,in contrast,at that time,that said,as such,even so,
    in turn,in other words,after that,since then,by then,until then,in that case,in doing so,the latter,one of them,both of them,
    zum beispiel,im gegenzug,aus diesem grund,in diesem fall,bis dahin,seit damals,zum vergleich,im anschluss,darüber hinaus,
    par exemple,en outre,de plus,en effet,par ailleurs,dans ce cas,en revanche,par conséquent,du coup,à l'époque,
    por ejemplo,por otra parte,en cambio,en ese momento,por lo tanto,sin embargo,por eso,por su parte,a su vez,en consecuencia,
    en esta ocasión,per esempio,ad esempio,per questo,in questo caso,nel frattempo,por exemplo,no entanto,por isso,além disso,na altura,
    nesse caso,om die reden,in dat geval,sinds dien,till exempel,i stället,oleh karena,karena itu,oleh sebab,sebab itu,selain itu,
    di sisi lain,sementara itu,dengan demikian,akan tetapi,meski begitu,meski demikian,dalam hal ini,bu nedenle,bu yüzden,öte yandan,bunun üzerine,
    tuy nhiên,vì vậy,vì thế,do đó,do vậy,ngoài ra,bên cạnh,sau đó,theo đó,trong đó,đồng thời,mặt khác,bởi vậy,trước đó,
    в частности,кроме того,по его,по ее словам,по её словам,при этом,тем не менее,таким образом,к тому же,
    na przykład,z kolei,mimo to,poza tym,jego zdaniem,jej zdaniem
    """

  private static let formerly =
    """
    until now,in the past,in previous,in recent years,previous,previously,earlier this,earlier research,last year,in earlier,bisher,bislang,zuvor,früher,tot nu toe,eerder,jusqu'à présent,jusqu'ici,auparavant,
    hasta ahora,anteriormente,finora,in passato,até agora,hittills,tidigare,hidtil,tidligere,hittil,dotychczas,wcześniej,ранее,раньше,
    sebelumnya,daha önce,trước đó
    """

  private static let signposts = WordMap(
    phrases:
      """
      this article,this blog,live coverage,live blog,diesem artikel,dieser artikel,diesen artikel,cet article,este artículo,este artigo,
      neste artigo,questo articolo,dit artikel,artikel ini,artikel kali,bài viết,bu yazıda,bu haberimizde,tym artykule,этой статье
      """)
}
