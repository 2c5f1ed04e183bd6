/// The function words of a language.
///
/// They say nothing about a text, so they are no terms; and with a capital after an abbreviation they show that a
/// new sentence begins ("in the U.S. The").
struct StopWords: Sendable {
  /// Whether each word opens sentences as well.
  private var words = WordMap<Bool>()

  /// The words of the language with this primary subtag; none where the language is not known here.
  static func of(_ language: String) -> StopWords {
    languages[language] ?? StopWords("", openers: "")
  }

  /// Whether the word of this hash is a function word.
  func contains(_ word: WordHash) -> Bool { words[word] != nil }

  /// Calls a function with each function word.
  func each(_ body: (WordHash) -> Void) { words.each(body) }

  /// Whether a sentence that begins with this word leans on the one before it ("He", "But").
  func isDangling(_ word: WordHash) -> Bool { words[word] == true }

  /// Whether the word is part of names as well as a function word ("van", "la"), so that it proves nothing after an initial.
  static func isNameParticle(_ word: WordHash) -> Bool { nameParticles[word] != nil }

  init(_ words: String, openers: String) {
    WordHash.each(of: words) { self.words.set($0, to: false) }
    WordHash.each(of: openers) { self.words.set($0, to: true) }
  }

  private static let nameParticles = StopWords(
    "de van von der den la le du da di do dos das del el al ter ten zu y e a o", openers: ""
  ).words
}
