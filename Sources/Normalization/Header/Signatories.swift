/// The people and houses that a list of names starts with.
///
/// - Parameters:
///   - isMarked: Whether "By" stands before it, so that one word is enough for a name.
///   - isWhole: Whether nothing else may follow.
func signatories(in text: Substring, isMarked: Bool, isWhole: Bool) -> [Author] {
  var authors: [Author] = []
  var hasTitle = false
  for part in parts(of: text) {
    switch Signatory(part.map(NameWord.init), isMarked: isMarked && authors.isEmpty) {
    case .person(let name)
    where name.utf8.contains(0x20)
      || isEastAsianName(name[...])
        && (isMarked || name != part.joined(separator: " ")):
      authors.append(Author(name: name, kind: .person))
    case .person where hasTitle || authors.contains { $0.kind == .organization }:
      // One word after a title or an agency is where: "Jane Doe, correspondent in Paris", "AFP, Manila".
      continue
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
    case .other:
      return isWhole ? [] : authors
    }
  }
  return authors
}

/// Whether a token is a word for what journalists are: "reporter", "Redakteur".
func isOffice(_ token: Token) -> Bool { token.kind == .word && token.isAny(of: titleWords) }

// MARK: - Parts

/// The parts of a list of names, split at commas, marks and the word for "and", each as its words; none is empty.
private func parts(of text: Substring) -> [[Substring]] {
  var parts: [[Substring]] = []
  var part: [Substring] = []
  var isInQuotes = false
  func endPart() {
    if let words = trimmed(part) { parts.append(words) }
    part = []
  }
  for word in text.unicodeScalars.split(separator: " ") {
    guard let first = word.first, let last = word.last else { continue }
    // John "Johnny" Doe, and pictures between the words.
    if isInQuotes || isQuote(first) {
      isInQuotes = !(isQuote(last) && (isInQuotes || word.index(after: word.startIndex) < word.endIndex))
      continue
    }
    if !first.isASCII, word.allSatisfy({ $0.properties.isEmojiPresentation }) { continue }
    if isConjunction(word) {
      endPart()
      continue
    }
    var start = word.startIndex
    for index in word.indices where isSeparator(word[index]) {
      if start < index { part.append(Substring(word[start..<index])) }
      endPart()
      start = word.index(after: index)
    }
    if start < word.endIndex { part.append(Substring(word[start...])) }
  }
  endPart()
  return parts
}

private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\"", "“", "”", "„", "«", "»": true
  default: false
  }
}

private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ",", ";", "|", "•", "·", "/", "(", ")", "[", "]", "&": true
  default: false
  }
}

/// Whether a word is "and", or what stands for it; none is long.
private func isConjunction(_ word: Substring.UnicodeScalarView) -> Bool {
  let text = Substring(word)
  return text.utf8.count <= 5 && conjunctions.contains(WordHash(folding: text).value)
}

private let conjunctions: WordSet = [
  "and", "&", "und", "et", "y", "e", "en", "og", "och", "ja", "i", "dan", "with", "mit", "-", "–", "—", "|",
  "•", "·", "/",
]

/// The words without marks at either end; `nil` where nothing else is left.
private func trimmed(_ words: [Substring]) -> [Substring]? {
  var words = words[...]
  while let word = words.first {
    let rest = word.unicodeScalars.drop { $0 == "." || isLooseMark($0) }
    if rest.isEmpty {
      words.removeFirst()
    } else {
      words[words.startIndex] = Substring(rest)
      break
    }
  }
  while var word = words.last {
    while let last = word.unicodeScalars.last, isLooseMark(last) { word.unicodeScalars.removeLast() }
    if word.isEmpty {
      words.removeLast()
    } else {
      words[words.endIndex - 1] = word
      break
    }
  }
  return words.isEmpty ? nil : Array(words)
}

private func isLooseMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ":", "-", "–", "—": true
  default: false
  }
}

// MARK: - Words

/// A word of a list of names, without another or a number that a copy glued to it.
private struct NameWord {
  let text: Substring
  /// Of the word in lower case.
  let hash: UInt64

  init(_ word: Substring) {
    text = withoutGluedWord(word)
    hash = WordHash(folding: text).value
  }

  /// The hash of the word in lower case, without a mark.
  private func hash(without mark: Character) -> UInt64 {
    WordHash(folding: text.filter { $0 != mark }[...]).value
  }

  /// Whether it belongs to a date line: "Published", "Updated", "Monday".
  var isDateWord: Bool { Self.isDateWord(hash) }

  /// Whether it is such a word with a colon.
  var isDateLabel: Bool { text.utf8.contains(UInt8(ascii: ":")) && Self.isDateWord(hash(without: ":")) }

  private static func isDateWord(_ hash: UInt64) -> Bool {
    DateReader.publishedWords.contains(hash) || DateReader.modifiedWords.contains(hash)
      || weekdays.contains(hash)
  }

  var isMonth: Bool {
    month(hash) != nil || text.utf8.contains(0x2E) && month(hash(without: ".")) != nil
  }

  var isNumber: Bool { text.utf8.allSatisfy { $0 &- 0x30 < 10 } }

  var endsName: Bool { text.utf8.contains { $0 &- 0x30 < 10 } || prepositions.contains(hash) || isDateWord }

  var isFurniture: Bool { isFurnitureWord(hash) }

  /// Whether it begins with a capital letter, as far as its script has them, or behind an article: "d'Emilio", "al-Masri".
  var isCapitalized: Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if Self.begins(first) { return true }
    guard let mark = text.firstIndex(where: { "'’-".contains($0) }) else { return false }
    let article = text[..<mark]
    guard text[mark] == "-" ? ["al", "el", "ul"].contains(article) : article.utf8.count <= 4 else {
      return false
    }
    return text[text.index(after: mark)...].unicodeScalars.first.map(Self.begins) == true
  }

  private static func begins(_ first: Unicode.Scalar) -> Bool {
    if first.isASCII { return first.value &- 0x41 < 26 }
    return first.properties.isUppercase || first.properties.isAlphabetic && !first.properties.isLowercase
  }

  /// Whether it is made of letters and what stands inside of names.
  var isNameLike: Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return (scalar.value | 0x20) &- 0x61 < 26 || "'.-".unicodeScalars.contains(scalar) }
      return scalar.properties.isAlphabetic || scalar == "’"
    }
  }
}

extension Sequence<NameWord> {
  /// The words with spaces between them.
  fileprivate func joined() -> String { map { $0.text }.joined(separator: " ") }
}

/// A word without another or a number that a copy glued to it: "MusterRedakteur", "RoeFollow", "Roe2".
private func withoutGluedWord(_ word: Substring) -> Substring {
  var word = word
  while let last = word.unicodeScalars.last,
    last.isASCII ? last.value &- 0x30 < 10 : word.last?.isNumber == true,
    word.unicodeScalars.index(after: word.startIndex) < word.endIndex
  {
    word.removeLast()
  }
  guard mayHoldCapital(word.utf8.span) else { return word }
  let cases = ScalarTable.shared.cases
  var isAfterSmall = false
  let scalars = word.unicodeScalars
  for index in scalars.indices {
    let letterCase = ScalarTable.letterCase(scalars[index].value, cases.span)
    if letterCase == 1, isAfterSmall {
      let tail = WordHash(folding: word[index...]).value
      if titleWords.contains(tail) || houseWords.contains(tail) || isFurnitureWord(tail) || month(tail) != nil
        || sectionWords.contains(tail)
      {
        return word[..<index]
      }
    }
    isAfterSmall = letterCase == 2
  }
  return word
}

/// Whether a capital may follow a small letter; scalars that are not ASCII may be either.
private func mayHoldCapital(_ word: Span<UInt8>) -> Bool {
  var isAfterSmall = false
  for offset in word.indices {
    let byte = word[offset]
    if isAfterSmall, byte >= 0x80 || byte &- 0x41 < 26 { return true }
    isAfterSmall = byte >= 0x80 || byte &- 0x61 < 26
  }
  return false
}

/// Whether a word may be a whole name in the scripts of East Asia, which put no space into it.
private func isEastAsianName(_ word: Substring) -> Bool {
  guard let first = word.utf8.first, first >= 0xE3 else { return false }
  return (2...6).contains(word.unicodeScalars.count)
    && word.unicodeScalars.allSatisfy {
      (0x3041...0x30FF).contains($0.value) || (0x4E00...0xD7A3).contains($0.value)
    }
}

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
      words[index].endsName || index >= 2 && (words[index].isMonth || creditWords.contains(words[index].hash))
    }
    if let end, end >= (isMarked ? 1 : 2) {
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
      || isAgency(words.joined())
    if isHouse, words.count <= 7 {
      self = .organization(words.joined())
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
    self = Self.isName(words[...], isMarked: isMarked) ? .person(words.joined()) : .other
  }

  private static func isName(_ words: ArraySlice<NameWord>, isMarked: Bool) -> Bool {
    guard (1...5).contains(words.count), let first = words.first, let last = words.last, first.isCapitalized,
      last.isCapitalized, !notNames.contains(first.hash), !notNames.contains(last.hash),
      words.count - words.count(where: { particles.contains($0.hash) }) <= 4,
      !words.contains(where: { $0.isFurniture || $0.isDateWord }), !last.text.hasSuffix("写真")
    else { return false }
    // Without capitals to go by, only what is short is a name; after "By" two words or three of any length are.
    guard
      first.text.first?.isUppercase == true || words.reduce(0, { $0 + $1.text.count }) <= 8
        || isMarked && (2...4).contains(words.count) && words.allSatisfy({ $0.text.count <= 14 })
    else { return false }
    return words.allSatisfy { ($0.isCapitalized || particles.contains($0.hash)) && $0.isNameLike }
  }
}

// MARK: - Words that tell

private let sectionWords: WordSet = [
  "lifestyle", "sport", "sports", "showbiz", "politics", "business", "money", "football", "tv",
]

/// What a reporter reports on, before the word for one.
private let beats: WordSet = [
  "environment", "health", "science", "technology", "tech", "business", "economics", "education", "transport",
  "politics", "political", "media", "legal", "arts", "culture", "energy", "consumer", "religion", "defence",
  "defense", "diplomatic", "foreign", "home", "royal", "crime", "court", "sport", "sports", "football",
  "europe",
  "africa", "asia", "news", "senior", "chief", "deputy", "assistant", "associate",
]

private let weekdays: WordSet = [
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu",
  "fri", "sat",
  "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi",
  "mercredi",
  "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
  "domingo",
  "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "segunda-feira",
  "terça-feira",
  "quarta-feira", "quinta-feira", "sexta-feira", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
  "zaterdag",
  "zondag", "on", "le", "am", "at", "minute", "minutes", "hour", "hours", "day", "days", "ago", "today",
  "heute",
]

private let houseWords: WordSet = [
  "desk", "bureau", "newsroom", "news", "staff", "agency", "agencies", "team", "editors", "redaktion",
  "redacción",
  "redazione", "rédaction", "redação", "redactie", "redakcja", "redakce", "newsdesk", "correspondents",
  "agenturen",
  "agencias", "agences", "agências", "service", "editorial",
]

private let titleWords: WordSet = [
  "writer", "writers", "reporter", "reporters", "correspondent", "editor", "columnist", "producer",
  "journalist",
  "contributor", "freelance", "photographer", "chief", "senior", "political", "business", "redakteur",
  "redakteurin",
  "korrespondent", "korrespondentin", "reporterin", "journalistin", "volontär", "volontärin", "ressort",
  "journaliste", "correspondant", "correspondante", "envoyé", "periodista", "corresponsal", "redactor",
  "redactora",
  "giornalista", "inviato", "inviata", "corrispondente", "redacteur", "verslaggever", "repórter",
  "jornalista",
  "host", "analyst", "professor", "director", "specialist", "digital", "redaktør", "toimittaja",
  "dziennikarz",
  "dziennikarka", "redaktor", "redaktorka", "reportér", "reportérka", "корреспондент", "журналист",
  "журналистка",
  "редактор", "обозреватель", "кореспондент", "muhabiri", "δημοσιογράφος", "újságíró", "novinar", "novinarka",
  "기자", "특파원", "記者", "记者", "編集委員", "特派員", "論説委員", "journaliste", "verslaggeefster",
]

/// Words that begin the credit of somebody else: "Text von Jane Doe Illustration von John Roe".
private let creditWords: WordSet = [
  "illustration", "illustrationen", "illustrations", "illustrated", "fotos", "foto", "photo", "photos",
  "photography", "photographs", "bilder", "fotografie", "interview", "video", "grafik", "infografik",
  "dessin",
  "ilustraciones",
]

private let prepositions: WordSet = [
  "for", "from", "at", "in", "of", "aus", "bei", "für", "à", "pour", "para", "desde", "per", "da", "is",
  "has",
]
private let particles: WordSet = [
  "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den",
  "ten",
  "ter", "zu", "al", "el", "bin", "ben", "af", "av", "y", "e", "'t",
]
private let notNames: WordSet = [
  "the", "a", "an", "zur", "zum", "der", "die", "das", "les", "los", "im", "il", "un", "une", "ein", "eine",
  "this", "that", "our", "my", "updated", "published", "posted", "monday", "tuesday",
  "wednesday",
  "thursday", "friday", "saturday", "sunday", "photo", "video", "share", "read", "more", "what", "how", "why",
  "when", "where", "who", "east", "west", "north", "south", "world", "kingdom", "states", "politics", "sport",
  "sports", "today", "last",
  "first",
  "no", "new", "in", "on", "at", "all", "uhr", "stand", "min", "edition", "library", "images",
]
