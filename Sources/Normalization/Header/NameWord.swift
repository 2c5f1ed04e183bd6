/// A word of a list of names, without another or a number that a copy glued to it.
struct NameWord {
  let text: Substring
  /// Of the word in lower case.
  let hash: UInt64

  init(_ word: Substring) {
    text = withoutGluedWord(word)
    hash = WordHash(folding: text).value
  }

  /// The word without a full stop that ends a sentence, as none of a few letters does.
  var withoutStop: NameWord {
    text.hasSuffix(".") && text.utf8.count > 4 ? NameWord(text.dropLast()) : self
  }

  /// The hash of the word in lower case, without a mark.
  private func hash(without mark: Character) -> UInt64 {
    WordHash(folding: text.filter { $0 != mark }[...]).value
  }

  /// Whether it belongs to a date line: "Published", "Updated", "Monday".
  var isDateWord: Bool { Self.isDateWord(hash) || isCaselessWeekday }

  /// Whether it is such a word with a colon.
  var isDateLabel: Bool { text.utf8.contains(UInt8(ascii: ":")) && Self.isDateWord(hash(without: ":")) }

  private static func isDateWord(_ hash: UInt64) -> Bool {
    DateReader.publishedWords.contains(hash) || DateReader.modifiedWords.contains(hash)
      || weekdays.contains(hash)
  }

  /// Whether it is the name of a day in a script without capitals, and none that is so short that people have it too.
  private var isCaselessWeekday: Bool {
    text.utf8.first.map { $0 >= 0x80 } == true && text.unicodeScalars.count >= 5
      && weekdayNames.contains(hash)
      && isCaseless
  }

  var isMonth: Bool {
    month(hash) != nil || text.utf8.contains(0x2E) && month(hash(without: ".")) != nil
  }

  var isNumber: Bool { text.utf8.allSatisfy { $0 &- 0x30 < 10 } }

  var endsName: Bool {
    text.utf8.contains { $0 &- 0x30 < 10 } || prepositions.contains(hash) || isDateWord || isDateLabel
  }

  var isFurniture: Bool { isFurnitureWord(hash) }

  /// Whether it begins with a capital letter, as far as its script has them, or behind an article: "d'Emilio", "al-Masri".
  var isCapitalized: Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if Self.begins(first) { return true }
    guard let mark = text.unicodeScalars.firstIndex(where: { $0 == "'" || $0 == "’" || $0 == "-" }) else {
      return false
    }
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
      return scalar.properties.isAlphabetic || scalar == "’" || scalar.isPartOfLetter
    }
  }

  /// Whether it is of two capitals or more, and no small letter.
  var isInCapitals: Bool {
    text.unicodeScalars.count >= 2 && text.unicodeScalars.contains(where: \.properties.isUppercase)
      && !text.unicodeScalars.contains(where: \.properties.isLowercase)
  }

  /// Whether it is of a script without capitals: Arabic, Devanagari, Thai, Chinese.
  var isCaseless: Bool {
    text.unicodeScalars.allSatisfy { !$0.isASCII && !$0.properties.isCased }
  }
}

extension Unicode.Scalar {
  /// Whether it changes the letter before it and is none itself: the virama, marks of tone, joiners.
  fileprivate var isPartOfLetter: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: self == "\u{200C}" || self == "\u{200D}"
    }
  }
}

extension Sequence<NameWord> {
  /// The words with spaces between them.
  func joined() -> String { map { $0.text }.joined(separator: " ") }
}

/// A word without another or a number that a copy glued to it: "MusterRedakteur", "RoeFollow", "Roe2".
///
/// A single letter before a number is no word: "T1" stands for something else.
private func withoutGluedWord(_ whole: Substring) -> Substring {
  var word = whole
  while let last = word.unicodeScalars.last,
    last.isASCII ? last.value &- 0x30 < 10 : word.last?.isNumber == true,
    word.unicodeScalars.index(after: word.startIndex) < word.endIndex
  {
    word.removeLast()
  }
  if word.utf8.count == 1 { return whole }
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
func isEastAsianName(_ word: Substring) -> Bool {
  guard let first = word.utf8.first, first >= 0xE3 else { return false }
  return (2...6).contains(word.unicodeScalars.count)
    && word.unicodeScalars.allSatisfy {
      $0 == "々" || (0x3041...0x30FF).contains($0.value) || (0x4E00...0xD7A3).contains($0.value)
    }
}

// MARK: - Words that tell

private let sectionWords: WordSet = [
  "lifestyle", "sport", "sports", "showbiz", "politics", "business", "money", "football", "tv",
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
  "zondag", "dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge", "måndag",
  "tisdag",
  "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag", "lørdag", "søndag", "maanantai",
  "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai", "poniedziałek", "wtorek",
  "czwartek",
  "pondělí", "úterý", "čtvrtek", "pátek", "neděle", "hétfő", "csütörtök", "vasárnap", "marți", "miercuri",
  "joi",
  "sâmbătă", "duminică", "pazartesi", "salı", "çarşamba", "perşembe", "cumartesi", "понедельник", "вторник",
  "четверг",
  "пятница", "суббота", "воскресенье", "понеділок", "вівторок", "четвер", "п'ятниця", "неділя", "on", "le",
  "am", "at", "minute", "minutes", "hour", "hours", "day", "days", "ago", "today",
  "heute",
]

let houseWords: WordSet = [
  "desk", "bureau", "newsroom", "news", "staff", "agency", "agencies", "team", "editors", "redaktion",
  "redacción",
  "redazione", "rédaction", "redação", "redactie", "redakcja", "redakce", "newsdesk", "correspondents",
  "agenturen", "institut", "institute", "landesanstalt", "bundesanstalt", "bundesamt", "stiftung", "verband",
  "ministerium",
  "agencias", "agences", "agências", "service", "editorial", "redaksi",
  "редакция", "редакція", "редакцията", "σύνταξη", "merkezi", "فريق", "التحرير", "تحرير", "هيئة", "وكالات",
  "گروه", "تحریریه", "سرویس",
  "خبرگزاری", "ڈیسک", "डेस्क", "ब्यूरो", "संवाददाता", "टीम", "ডেস্ক", "প্রতিবেদক", "প্রতিনিধি", "செய்திப்பிரிவு", "ทีมข่าว", "กองบรรณาธิการ",
]

let titleWords: WordSet = [
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
  "기자", "특파원", "記者", "记者", "編集委員", "特派員", "論説委員", "著", "訳", "監訳", "編", "journaliste", "verslaggeefster",
]

private let prepositions: WordSet = [
  "for", "from", "at", "in", "of", "im", "aus", "bei", "für", "à", "pour", "para", "desde", "per", "da", "is",
  "has",
]
