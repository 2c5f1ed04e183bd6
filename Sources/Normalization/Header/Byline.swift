/// The authors that a byline names: "By Jane Doe and John Roe, Staff Writers", "Von Max Muster, dpa".
///
/// - Parameter cut: Where the line's date, if it has one, starts; what follows is no name.
/// - Returns: `nil` where the line does not start like a byline, or no name follows.
func markedAuthors(in line: Line, before cut: String.Index? = nil) -> [Author]? {
  guard line.words <= 40, let start = endOfBylineOpening(line) else { return nil }
  let authors = signatories(
    in: line.text[start..<max(start, cut ?? line.text.endIndex)], isMarked: true, isWhole: false)
  return authors.isEmpty ? nil : authors
}

/// The authors of a text that is nothing but names: "FP News Desk", "Jane Doe and John Roe".
///
/// - Parameters:
///   - text: A line or a part of it.
///   - isWhole: Whether nothing else may follow the names.
/// - Returns: `nil` where it holds anything else before a name.
func listedAuthors(in text: Substring, isWhole: Bool) -> [Author]? {
  let authors = signatories(in: text, isMarked: false, isWhole: isWhole)
  return authors.isEmpty ? nil : authors
}

/// Whether a token is a word for what journalists are: "reporter", "Redakteur".
func isOffice(_ token: Token) -> Bool { token.kind == .word && token.isAny(of: titleWords) }

/// Whether a line's first word is one that opens bylines.
func startsByline(_ tokens: [Token]) -> Bool {
  guard let first = tokens.first(where: { $0.kind != .mark }) else { return false }
  return bylineOpenings.contains(WordHash.joined(WordHash.seed, first.hash))
}

/// The end of "By", "Written by:", "Ein Kommentar von" and the like.
private func endOfBylineOpening(_ line: Line) -> String.Index? {
  if let end = endOfBylineOpening(line, in: line.tokens.prefix(6)) { return end }
  // "Published: 5 hours ago | Written by Jane Doe"
  for index in line.tokens.indices.dropLast() where line.tokens[index].isAny(of: columnMarks) {
    if let end = endOfBylineOpening(line, in: line.tokens[(index + 1)...].prefix(4)) { return end }
  }
  return nil
}

private let columnMarks: WordSet = ["|", "·", "•"]

private func endOfBylineOpening(_ line: Line, in tokens: ArraySlice<Token>) -> String.Index? {
  let head = Array(tokens)
  var hash = WordHash.seed
  var isStarted = false
  var found: Int?
  for (index, token) in head.enumerated() {
    guard token.kind == .word else {
      if isStarted { break }
      continue
    }
    isStarted = true
    hash = WordHash.joined(hash, token.hash)
    if bylineOpenings.contains(hash) { found = index }
  }
  guard let found else { return nil }
  let opening = head[found]
  if found + 1 < head.count, head[found + 1].isAny(of: bylineMarks) {
    return line.index(Int(head[found + 1].end))
  }
  // "Text" and "Autor" are words of the language; only a colon makes a byline of them.
  return opening.isAny(of: needsColon) ? nil : line.index(Int(opening.end))
}

private let bylineMarks: WordSet = [":", "：", "|", "·", "-", "/", "／"]

// MARK: - Names

/// The people and houses that a list of names starts with.
///
/// - Parameters:
///   - isMarked: Whether "By" stands before it, so that one word is enough for a name.
///   - isWhole: Whether nothing else may follow.
private func signatories(in text: Substring, isMarked: Bool, isWhole: Bool) -> [Author] {
  var authors: [Author] = []
  var hasTitle = false
  for part in parts(of: text) {
    switch Signatory(part, isMarked: isMarked && authors.isEmpty) {
    case .person(let name)
    where name.contains(" ") || isEastAsianName(name[...]) && (isMarked || name != part):
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

/// The parts of a list of names, split at commas, marks and the word for "and".
private func parts(of text: Substring) -> [String] {
  var parts: [String] = []
  var part = ""
  var isInQuotes = false
  for word in text.split(separator: " ") {
    // John "Johnny" Doe, and pictures between the words.
    if isInQuotes || quotes.contains(word.first ?? " ") {
      isInQuotes = !(quotes.contains(word.last ?? " ") && (isInQuotes || word.count > 1))
      continue
    }
    if word.unicodeScalars.allSatisfy({ $0.properties.isEmojiPresentation }) { continue }
    if conjunctions.contains(word.lowercased()) {
      parts.append(part)
      part = ""
      continue
    }
    for character in word {
      if separators.contains(character) {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    part.append(" ")
  }
  parts.append(part)
  return parts.map(trimmed).filter { !$0.isEmpty }
}

private let conjunctions: WordSet = [
  "and", "&", "und", "et", "y", "e", "en", "og", "och", "ja", "i", "dan", "with", "mit", "-", "–", "—", "|",
  "•", "·", "/",
]
private let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
private let separators: Set<Character> = [",", ";", "|", "•", "·", "/", "(", ")", "[", "]", "&"]

private func trimmed(_ text: String) -> String {
  var text = text[...]
  while let first = text.first, " .:-–—".contains(first) { text.removeFirst() }
  while let last = text.last, " :-–—".contains(last) { text.removeLast() }
  return String(text)
}

/// What one part of a byline is.
private enum Signatory {
  case person(String)
  case organization(String)
  case title
  /// "Published", "Updated", a day of the week.
  case label
  case other

  /// - Parameter isMarked: Whether "By" stands before it, so that its first word alone may be the name.
  init(_ part: String, isMarked: Bool = false) {
    let words = part.split(separator: " ").map(withoutGluedWord)
    let part = words.joined(separator: " ")
    // "Jane Doe 7 hours", "Jane Doe published", "Jane Doe for the Gazette", "Jane Doe May": the name ends there.
    let end = words.indices.first { index in
      Self.endsName(words[index])
        || index >= 2 && (Self.isMonth(words[index]) || creditWords.contains(words[index].lowercased()))
    }
    if let end, end >= (isMarked ? 1 : 2) {
      self = Signatory(words[..<end].joined(separator: " "), isMarked: isMarked)
      return
    }
    let folded = words.map { $0.lowercased() }
    if let at = words.firstIndex(where: { $0.contains("@") }) {
      // "Jane Doe @janedoe", "Jane Doe@janedoe", "Jane Doe jane.doe@paper.example": the name stands before.
      let glued = words[at].prefix { $0 != "@" }
      let isMail = words[at].dropFirst(glued.count).contains(".")
      let name = Array(words[..<at]) + (isMail || glued.isEmpty ? [] : [glued])
      self = name.count >= 2 ? Signatory(name.joined(separator: " ")) : .title
      return
    }
    if folded.allSatisfy({ word in
      word.utf8.allSatisfy { (0x30...0x39).contains($0) } || isDateWord(word.filter { $0 != ":" })
    }) {
      self = .label
      return
    }
    let isHouse =
      words.count > 1 && folded.contains(where: houseWords.contains)
      && (houseWords.contains(folded[0]) || !(folded.last.map(titleWords.contains) ?? false))
      || isAgency(part)
    if isHouse, words.count <= 7 {
      self = .organization(part)
      return
    }
    if let title = folded.firstIndex(where: titleWords.contains) {
      // "Jane Doe Staff Writer", "Jane B. Doe Senior Contributor": the words before a title are a name.
      var end = title
      while end > 2, houseWords.contains(folded[end - 1]) { end -= 1 }
      let isNamed =
        (end >= 2 || end == 1 && isEastAsianName(words[0]))
        && Self.isName(Array(words[..<end]), isMarked: isMarked)
      self = isNamed ? .person(words[..<end].joined(separator: " ")) : .title
      return
    }
    let half = words.count / 2
    if half >= 2, words.count == 2 * half, words[..<half] == words[half...] {
      // "Jane Doe Jane Doe": the portrait's text and the name.
      self = Signatory(words[..<half].joined(separator: " "))
      return
    }
    self = Self.isName(words, isMarked: isMarked) ? .person(part) : .other
  }

  private static func isName(_ words: [Substring], isMarked: Bool) -> Bool {
    guard !words.contains(where: { isFurnitureWord($0.lowercased()) || isDateWord($0.lowercased()) }),
      !(words.last?.hasSuffix("写真") ?? false)
    else { return false }
    let particleCount = words.count { particles.contains($0.lowercased()) }
    guard (1...5).contains(words.count), words.count - particleCount <= 4, let first = words.first,
      let last = words.last,
      isCapitalized(first), isCapitalized(last), !notNames.contains(first.lowercased()),
      !notNames.contains(last.lowercased())
    else { return false }
    // Without capitals to go by, only what is short is a name; after "By" two words or three of any length are.
    guard
      first.first?.isUppercase == true || words.reduce(0, { $0 + $1.count }) <= 8
        || isMarked && (2...4).contains(words.count) && words.allSatisfy({ $0.count <= 14 })
    else { return false }
    return words.allSatisfy { word in
      (isCapitalized(word) || particles.contains(word.lowercased()))
        && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "'’.-".unicodeScalars.contains($0) }
    }
  }

  private static func endsName(_ word: Substring) -> Bool {
    let folded = word.lowercased()
    return word.utf8.contains { (0x30...0x39).contains($0) } || prepositions.contains(folded)
      || isDateWord(folded)
  }

  private static func isMonth(_ word: Substring) -> Bool {
    month(WordHash(folded: word.lowercased().filter { $0 != "." }).value) != nil
  }

  private static func isCapitalized(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase || first.properties.isAlphabetic && !first.properties.isLowercase
  }
}

/// Whether a word may be a whole name in the scripts of East Asia, which put no space into it.
private func isEastAsianName(_ word: Substring) -> Bool {
  (2...6).contains(word.unicodeScalars.count)
    && word.unicodeScalars.allSatisfy {
      (0x3041...0x30FF).contains($0.value) || (0x4E00...0xD7A3).contains($0.value)
    }
}

/// A word without another or a number that a copy glued to it: "MusterRedakteur", "RoeFollow", "Roe2".
private func withoutGluedWord(_ word: Substring) -> Substring {
  var word = word
  while word.count > 1, word.last?.isNumber == true { word.removeLast() }
  var previous: Character = " "
  for index in word.indices {
    if word[index].isUppercase, previous.isLowercase {
      let tail = word[index...].lowercased()
      if titleWords.contains(tail) || houseWords.contains(tail) || isFurnitureWord(tail)
        || month(WordHash(folded: tail).value) != nil
        || isSectionWord(tail)
      {
        return word[..<index]
      }
    }
    previous = word[index]
  }
  return word
}

private func isSectionWord(_ word: String) -> Bool {
  ["lifestyle", "sport", "sports", "showbiz", "politics", "business", "money", "football", "tv"].contains(
    word)
}

/// Whether a word belongs to a date line: "Published", "Updated", "Monday".
private func isDateWord(_ word: String) -> Bool {
  DateReader.publishedWords.contains(word) || DateReader.modifiedWords.contains(word)
    || weekdays.contains(word)
}

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

/// Whether a name is that of a news agency.
func isAgency(_ name: String) -> Bool { agencies.contains(WordHash.phrase(name.lowercased())) }

private let agencies = WordSet(phrases: [
  "reuters", "ap", "afp", "dpa", "pti", "ani", "ians", "upi", "efe", "ansa", "belga", "anp", "tass", "xinhua",
  "apa",
  "sid", "kna", "epd", "ritzau", "tt", "ntb", "stt", "pap", "čtk", "lusa", "agi", "adnkronos", "bloomberg",
  "pa",
  "associated press", "the associated press", "press association", "agence france-presse",
  "press trust of india",
  "deutsche presse-agentur", "canadian press", "the canadian press", "europa press", "agencia efe", "cna",
  "kyodo",
  "yonhap", "anadolu", "aap", "sda", "keystone-sda", "bernama", "antara", "reuters staff",
])

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
