/// Cuts names out of the texts that pages give for them.
///
/// What stands in brackets, a nickname in quotation marks and pictographs go.
enum AuthorText {
  /// A text without what pages put around a name: labels, brackets, abbreviations in them, marks at its ends.
  static func name(in text: String) -> String {
    var name = withoutAsides(collapse(Array(text.utf8)))
    while let space = name.utf8.firstIndex(of: 0x20), isLabel(name[..<space]) {
      name = String(name[name.utf8.index(after: space)...])
    }
    // Pictographs lie beyond the basic plane.
    if name.utf8.contains(where: { $0 >= 0xF0 }) {
      name.unicodeScalars.removeAll { $0.properties.isEmojiPresentation }
      name = collapse(Array(name.utf8))
    }
    while name.utf8.contains(UInt8(ascii: ",")), let comma = name.lastIndex(of: ","),
      isDegree(name[name.index(after: comma)...])
    {
      name.removeSubrange(comma...)
    }
    while let last = name.unicodeScalars.last, ":,;|/-–—·•●".unicodeScalars.contains(last) || last == " " {
      name.unicodeScalars.removeLast()
    }
    // A full stop ends a sentence; behind a few letters it is part of the name.
    if name.last == ".", name.split(separator: " ").last?.count ?? 0 > 4 { name.removeLast() }
    while let first = name.unicodeScalars.first, ":,;|/-–—·•●©".unicodeScalars.contains(first) || first == " "
    {
      name.unicodeScalars.removeFirst()
    }
    return name
  }

  /// Whether a short text that the page declares to be a name may be one: no sentence, no number, no date.
  static func mayBeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...5).contains(words.count), (2...60).contains(text.utf8.count), !text.contains("@"),
      text.unicodeScalars.contains(where: \.properties.isAlphabetic),
      !text.unicodeScalars.contains(where: { "!?<>{}=#\":".unicodeScalars.contains($0) })
    else { return false }
    let line = Line(ofBlock: text)
    return wording(of: line) == nil && !isOfPage(text)
      && !(line.hasNumber && line.words > 1)
  }

  /// Whether a text has words of the page's furniture: "All articles", "Follow".
  static func isOfPage(_ text: String) -> Bool {
    text.lowercased().split(separator: " ").contains { notNames.contains($0) }
  }

  /// Whether a name is that of nobody: the account of who runs the site.
  static func isNobody(_ name: String) -> Bool { nobodies.contains(WordHash.phrase(name.lowercased())) }

  /// Whether a name is that of a firm, by its legal form: it publishes what somebody wrote.
  static func isFirm(_ name: String) -> Bool {
    guard let last = name.split(separator: " ").dropFirst().last else { return false }
    return firms.contains(last.lowercased().filter { $0 != "." })
  }

  private static let firms: WordSet = ["inc", "ltd", "llc", "gmbh", "corp", "plc", "kg"]

  private static let nobodies = WordSet(phrases: [
    "admin", "administrator", "webmaster", "root", "guest", "gast", "user", "editor", "author", "autor",
    "null",
    "undefined", "unknown", "unbekannt", "anonymous", "anonym", "anonymus", "none", "n/a", "super user",
    "superuser",
    "staff", "name", "redactor", "press", "presse", "post", "website", "nachrichten", "news",
  ])

  /// What the links beside a name say.
  private static let notNames: WordSet = [
    "alle", "all", "artikel", "articles", "beiträge", "posts", "bio", "biography", "profile", "profil",
    "more", "mehr",
    "view", "see", "follow", "folgen", "website", "homepage", "tags", "comments", "kommentare", "photo",
    "photos", "foto",
    "fotos", "image", "bild", "getty", "illustration", "twitter", "facebook", "instagram", "email", "e-mail",
    "mail",
    "kontakt", "contact", "ver", "tous", "articles", "suivre", "más", "todos", "seguir", "read", "share",
    "teilen", "inhalte",
  ]

  /// Whether what follows a comma is a degree: "PhD", "M.D."; "Ma" is a name.
  private static func isDegree(_ text: Substring) -> Bool {
    let letters = text.filter { $0 != "." && $0 != " " }
    return degrees.contains(letters.lowercased()) && letters.count { $0.isUppercase } >= 2
  }

  private static let degrees: WordSet = [
    "phd", "dphil", "md", "do", "dds", "dvm", "rn", "rd", "rdn", "mph", "mba", "ma", "msc", "ms", "mfa", "ba",
    "bsc", "jd", "llm", "esq", "cpa", "edd", "psyd",
  ]

  private static func isLabel(_ word: Substring) -> Bool {
    let word = word.lowercased()
    let isPlain = !word.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }
    return labels.contains(isPlain ? word : word.filter { $0 != ":" && $0 != "," })
  }

  private static let labels: WordSet = [
    "by", "author", "authors", "autor/in", "autor:in", "autor*in", "autor", "autoren", "autorin", "auteur",
    "auteurs", "autore", "autores", "über", "about",
    "written", "posted", "published", "reported", "geschrieben", "veröffentlicht", "eingestellt", "erstellt",
    "publiziert", "publié", "écrit", "escrito", "publicado", "scritto", "pubblicato", "von", "par", "por",
    "door",
    "words", "text", "tekst", "texte", "texto", "testo", "автор", "著者", "文", "του", "της", "από", "oprac.",
    "opracował", "opracowała", "penulis", "oleh", "โดย", "ผู้เขียน", "लेखक", "द्वारा", "লেখক", "نویسنده", "تحریر",
    "بقلم", "כתב", "מאת", "كتب", "كتبت", "إعداد", "خبرنگار", "گزارش", "interview", "|", "·", "-", "–", "•",
  ]

  /// A text without what stands in brackets or quotation marks, and without the brackets around the whole.
  private static func withoutAsides(_ text: String) -> String {
    let mayHaveAsides = text.utf8.contains { byte in
      switch byte {
      case 0x28, 0x29, 0x5B, 0x5D, 0x22, 0xE2, 0xE3, 0xEF: true
      default: false
      }
    }
    guard mayHaveAsides else { return text }
    var inside = 0
    var name = ""
    var isQuoted = false
    let opening = "([（【《", closing = ")]）】》"
    let isWrapped = text.first.map { opening.contains($0) } ?? false
    for character in text {
      if opening.contains(character) {
        inside += 1
      } else if closing.contains(character) {
        inside = max(0, inside - 1)
      } else if "\"“”„".contains(character) {
        isQuoted.toggle()
      } else if inside == 0 && !isQuoted || isWrapped {
        name.append(character)
      }
    }
    return collapse(Array(name.utf8))
  }
}
