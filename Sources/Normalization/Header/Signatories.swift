/// The people and houses that a list of names starts with.
///
/// - Parameters:
///   - isMarked: Whether "By" stands before it, so that one word is enough for a name.
///   - isWhole: Whether nothing else may follow.
func signatories(in text: Substring, isMarked: Bool, isWhole: Bool) -> [Author] {
  var authors: [Author] = []
  var hasTitle = false
  // Where the mail addresses among the parts lead.
  let hasAddress = text.utf8.contains(UInt8(ascii: "@"))
  var hosts: [Substring] = []
  let parts = parts(of: text)
  if isMarked, let name = invertedName(parts) { return [Author(name: name, kind: .person)] }
  for (index, part) in parts.enumerated() {
    if part.isInBrackets, !authors.isEmpty,
      part.words.contains(where: { creditWords.contains(NameWord($0).hash) })
    {
      // "Jane Doe (text), John Roe (photos)"
      authors.removeLast()
      continue
    }
    if part.isInBrackets, !authors.isEmpty,
      part.words.allSatisfy({ wordsForText.contains(NameWord($0).hash) })
    {
      continue
    }
    defer { if hasAddress { hosts += part.words.compactMap(mailHost) } }
    switch Signatory(part.words.map(NameWord.init), isMarked: isMarked && authors.isEmpty) {
    case .person(let name)
    where part.isInBrackets && !authors.isEmpty
      || part.isAfterDash && authors.contains { startsWithGivenName($0.name) } && !startsWithGivenName(name)
      || name.utf8.contains(0x20) && hosts.contains { isNamed($0, name) }:
      // Where the person is, or the paper: "Jane Doe (La Rochelle)", "Ana Silva — Rio de Janeiro", "Jane Doe | jdoe@gazette.example | Gazette".
      continue
    case .person(let name)
    where name.utf8.contains(0x20)
      || isEastAsianName(name[...])
        && (isMarked || name != part.words.joined(separator: " ")
          || !authors.isEmpty && authors.allSatisfy { isEastAsianName($0.name[...]) }):
      authors.append(Author(name: name, kind: .person))
    case .person where hasTitle || authors.contains { $0.kind == .organization }:
      // One word after a title or an agency is where: "Jane Doe, correspondent in Paris", "AFP, Manila".
      continue
    case .person(let name) where isPlace(name, at: index, in: parts, after: authors):
      hasTitle = true
    case .person(let name):
      // One word after "By" is a paper's own name.
      guard isMarked, authors.isEmpty else { return isWhole ? [] : authors }
      authors.append(Author(name: name, kind: .organization))
    case .organization(let name):
      // After a person a house is where the person works; an agency is a source of its own.
      if authors.isEmpty || isAgency(name) { authors.append(Author(name: name, kind: .organization)) }
    case .title:
      hasTitle = true
    case .label:
      continue
    case .other
    where part.isAfterDash && !authors.isEmpty && part.words.count == 1 && isSection(part.words[0]):
      continue
    case .other:
      return isWhole ? [] : authors
    }
  }
  return authors
}

/// The name that catalogues put behind a comma: "Halloran, Maeve J." is Maeve J. Halloran.
private func invertedName(_ parts: [NamePart]) -> String? {
  guard parts.count == 2, parts[0].words.count == 1, parts[1].isAfterComma, !parts[1].isInBrackets,
    let given = parts[1].words.first, isGivenName(WordHash(folding: given).value),
    !isGivenName(WordHash(folding: parts[0].words[0]).value), !isAgency(String(parts[0].words[0])),
    NameWord(parts[0].words[0]).isCapitalized,
    parts[1].words.count == 1 || parts[1].words.count == 2 && parts[1].words[1].utf8.count <= 2
  else { return nil }
  return (parts[1].words + parts[0].words).joined(separator: " ")
}

/// The host of a mail address; the account "@janedoe" has none.
private func mailHost(_ word: Substring) -> Substring? {
  guard let at = word.firstIndex(of: "@"), at > word.startIndex else { return nil }
  let host = word[word.index(after: at)...]
  return host.contains(".") ? host : nil
}

/// Whether a host has a name for its own: `valleyherald.example` that of the Valley Herald.
private func isNamed(_ host: Substring, _ name: String) -> Bool {
  let letters = name.lowercased().filter { $0 != " " }
  return letters.utf8.count >= 6 && host.lowercased().hasPrefix(letters)
}

/// Whether one word is where somebody is: in capitals behind the name, "Ali Demir / İZMİR", or before one that people are
/// called by, "Praha, Petr Novák".
private func isPlace(_ word: String, at index: Int, in parts: [NamePart], after authors: [Author]) -> Bool {
  if !authors.isEmpty {
    // "कविता राणा, पौड़ी": where there are no capitals, one word behind a name and a comma is no name of its own.
    if index == 1, parts.count == 2, parts[1].isAfterComma, NameWord(word[...]).isCaseless,
      !isEastAsianName(word[...]),
      authors.allSatisfy({ startsWithGivenName($0.name) })
    {
      return true
    }
    // "Анна Петрова, Вологда", "Jane Doe (text), John Roe (photos), Leeds"
    if index == parts.count - 1, parts[index].isAfterComma, !parts[index].isInBrackets,
      word.contains(where: \.isLowercase),
      parts.contains(where: \.isInBrackets) || authors.allSatisfy({ startsWithGivenName($0.name) })
    {
      return true
    }
    return word.unicodeScalars.count >= 3 && word.unicodeScalars.allSatisfy(\.properties.isUppercase)
  }
  guard index == 0, parts.count == 2, parts[1].isAfterComma, let given = parts[1].words.first,
    parts[1].words.count > 1
  else {
    return false
  }
  return isGivenName(WordHash(folding: given).value)
}

/// Whether a word is the name of a site's section, as it stands behind who wrote: "Rizky Ananda - detikJogja".
private func isSection(_ word: Substring) -> Bool {
  guard let capital = word.unicodeScalars.firstIndex(where: \.properties.isUppercase) else { return false }
  return word[..<capital].unicodeScalars.count >= 3
    && word.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
}

/// Whether a token is a word for what journalists are: "reporter", "Redakteur".
func isOffice(_ token: Token) -> Bool { token.kind == .word && token.isAny(of: titleWords) }

// MARK: - What a part is

/// What one part of a byline is.
private enum Signatory {
  case person(String)
  case organization(String)
  case title
  /// "Published", "Updated", a day of the week.
  case label
  case other

  /// - Parameter isMarked: Whether "By" stands before it, so that its first word alone may be the name.
  init(_ words: [NameWord], isMarked: Bool = false) {
    // "Jane Doe 7 hours", "Jane Doe published", "Jane Doe for the Gazette", "Jane Doe May": the name ends there.
    let end = words.indices.first { index in
      words[index].endsName && !Self.isParticle(at: index, in: words[...])
        || index >= 2
          && (words[index].isMonth && index + 1 < words.count && words[index + 1].isNumber
            || creditWords.contains(words[index].hash))
    }
    // The word before "of" is no name: "University of Dunmere".
    if end == 1, words[1].text == "of" {
      self = institutions.contains(words[0].hash) && words.count <= 7 ? .organization(words.joined()) : .other
      return
    }
    // "Jane Doe in Leeds" wrote, "Jane Doe in a yellow coat" is in a picture.
    if let end, !isMarked, words[end].text == "in", words.count > end + 1, !words[end + 1].isCapitalized {
      self = .other
      return
    }
    if let end, end >= (isMarked ? 1 : 2) {
      self = Signatory(words[..<end].dropLast() + [words[end - 1].withoutStop], isMarked: isMarked)
      return
    }
    if let end = Self.endOfCapitals(words) {
      self = Signatory(Array(words[..<end]), isMarked: isMarked)
      return
    }
    if let at = words.firstIndex(where: { $0.text.utf8.contains(UInt8(ascii: "@")) }) {
      // "Jane Doe @janedoe", "Jane Doe@janedoe", "Jane Doe jane.doe@paper.example": the name stands before.
      let glued = words[at].text.prefix { $0 != "@" }
      let isMail = words[at].text.dropFirst(glued.count).contains(".")
      let name = Array(words[..<at]) + (isMail || glued.isEmpty ? [] : [NameWord(glued)])
      self = name.count >= 2 ? Signatory(name) : .title
      return
    }
    if words.allSatisfy({ $0.isNumber || $0.isDateWord || $0.isDateLabel }) {
      self = .label
      return
    }
    let isHouse =
      words.count > 1 && words.contains { houseWords.contains($0.hash) }
      && (houseWords.contains(words[0].hash) || !titleWords.contains(words[words.count - 1].hash))
      || isAgency(words.joined()) || words.count == 1 && EastAsianNames.ends(words[0].text, withAny: ["編集部"])
    if isHouse, words.count <= 7 {
      self = .organization(words.joined())
      return
    }
    if words.count == 1, let name = EastAsianNames.reporter(in: words[0].text) {
      self = .person(name)
      return
    }
    if words.count == 1, EastAsianNames.isPlaceOfReport(words[0].text) {
      self = .title
      return
    }
    if words.count == 2, EastAsianNames.endsWithOffice(words[0].text), isEastAsianName(words[1].text) {
      // "半月谈记者 史卫燕": the paper's reporter, and then the name.
      self = .person(String(words[1].text))
      return
    }
    if let title = words.firstIndex(where: { titleWords.contains($0.hash) }) {
      // "Jane Doe Staff Writer", "Jane B. Doe Senior Contributor": the words before a title are a name.
      var end = title
      while end > 2, houseWords.contains(words[end - 1].hash) { end -= 1 }
      // "Jane Doe Environment editor", and "AP Transport Writer", who is nobody.
      while end > 2, beats.contains(words[end - 1].hash) { end -= 1 }
      let isNamed =
        !isAgency(String(words[0].text)) && (end >= 2 || end == 1 && isEastAsianName(words[0].text))
        && Self.isName(words[..<end], isMarked: isMarked)
      self = isNamed ? .person(words[..<end].joined()) : .title
      return
    }
    let half = words.count / 2
    if half >= 2, words.count == 2 * half, (0..<half).allSatisfy({ words[$0].text == words[half + $0].text })
    {
      // "Jane Doe Jane Doe": the portrait's text and the name.
      self = Signatory(Array(words[..<half]))
      return
    }
    guard Self.isName(words[...], isMarked: isMarked) else {
      self = .other
      return
    }
    self = .person((Self.endsWithInitials(words) ? Array(words.dropLast()) : words).joined())
  }

  /// Whether the initials of a paper stand behind a name: "Päivi Rautanen HS". Numbers of generations are of the name.
  private static func endsWithInitials(_ words: [NameWord]) -> Bool {
    guard words.count >= 3, let last = words.last, last.isInCapitals, last.text.utf8.count <= 3,
      last.text.utf8.allSatisfy({ $0 &- 0x41 < 26 }), !last.text.allSatisfy({ "IVX".contains($0) })
    else { return false }
    return !words.dropLast().contains { $0.isInCapitals }
  }

  /// Whether a word is the "Le" of "Jean Le Gall" or the "Thu" of "Lê Thu Hương", and not that of a date.
  private static func isParticle(at index: Int, in words: ArraySlice<NameWord>) -> Bool {
    guard ["Le", "LE", "Thu"].contains(words[index].text), index > words.startIndex,
      index + 1 < words.endIndex
    else {
      return false
    }
    return words[index + 1].isCapitalized && !words[index + 1].isMonth && !words[index + 1].endsName
  }

  /// Where a name in capitals ends before where its bearer is: after the second word of "ANA RUIZ Madrid".
  private static func endOfCapitals(_ words: [NameWord]) -> Int? {
    guard let end = words.firstIndex(where: { !$0.isInCapitals }), end >= 2, words.count - end <= 2,
      isGivenName(words[0].hash),
      words[end...].allSatisfy({ $0.isCapitalized && $0.isNameLike && !$0.isInCapitals && $0.text.count > 2 })
    else { return nil }
    return end
  }

  private static func isName(_ words: ArraySlice<NameWord>, isMarked: Bool) -> Bool {
    guard (1...5).contains(words.count), let first = words.first, let last = words.last, first.isCapitalized,
      last.isCapitalized, !notNames.contains(first.hash),
      // In Vietnam people are called so.
      last.text == "An" || !notNames.contains(last.hash),
      words.count - words.count(where: { particles.contains($0.hash) }) <= 4,
      !words.indices.contains(where: {
        words[$0].isFurniture || words[$0].isDateWord && !isParticle(at: $0, in: words)
      }), !EastAsianNames.ends(last.text, withAny: ["写真"])
    else { return false }
    // Without capitals to go by, only what is short is a name; after "By", or where people are called so, two words or three
    // of any length are.
    guard
      first.text.first?.isUppercase == true || words.reduce(0, { $0 + $1.text.count }) <= 8
        || (isMarked || isGivenName(first.hash)) && (2...4).contains(words.count)
          && words.allSatisfy({ $0.text.count <= 14 })
    else { return false }
    return words.allSatisfy { ($0.isCapitalized || particles.contains($0.hash)) && $0.isNameLike }
  }
}

// MARK: - Words that tell

/// What a reporter reports on, before the word for one.
private let beats: WordSet = [
  "environment", "health", "science", "technology", "tech", "business", "economics", "education", "transport",
  "politics", "political", "media", "legal", "arts", "culture", "energy", "consumer", "religion", "defence",
  "defense", "diplomatic", "foreign", "home", "royal", "crime", "court", "sport", "sports", "football",
  "europe",
  "africa", "asia", "news", "senior", "chief", "deputy", "assistant", "associate",
]

/// Words that begin the credit of somebody else: "Text von Jane Doe Illustration von John Roe".
/// Words behind a name for what that person did: the text.
let wordsForText: WordSet = ["text", "texto", "textos", "texte", "testo", "tekst", "words"]
private let creditWords: WordSet = [
  "illustration", "illustrationen", "illustrations", "illustrated", "fotos", "foto", "photo", "photos",
  "photography", "photographs", "bilder", "fotografie", "fotografia", "fotografía", "photographie",
  "interview", "video", "grafik", "infografik",
  "dessin",
  "ilustraciones",
]

private let particles: WordSet = [
  "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den",
  "ten",
  "ter", "zu", "al", "el", "bin", "ben", "af", "av", "y", "e", "'t",
]

private let notNames: WordSet = [
  "by", "the", "a", "an", "zur", "zum", "der", "die", "das", "les", "los", "im", "il", "un", "une", "ein",
  "eine",
  "this", "that", "our", "my", "updated", "published", "posted", "monday", "tuesday",
  "wednesday",
  "thursday", "friday", "saturday", "sunday", "photo", "video", "share", "read", "more", "what", "how", "why",
  "when", "where", "who", "east", "west", "north", "south", "world", "kingdom", "states", "politics", "sport",
  "sports", "today", "last",
  "first",
  "no", "new", "in", "on", "at", "all", "uhr", "stand", "min", "edition", "library", "images", "archive",
  "archives", "points", "takeaways", "highlights", "nieuws", "nachrichten", "noticias", "notícias", "notizie",
  "actualités", "nyheter", "nyheder", "uutiset", "wiadomości", "haberleri", "berita",
]

/// What has its place or its field behind "of".
private let institutions: WordSet = [
  "university", "institute", "institution", "college", "school", "academy", "ministry", "department",
  "office",
  "association", "society", "council", "federation", "foundation", "museum", "bank", "board", "bureau",
]
