/// The abbreviations of a language, and what a full stop after each of them means.
struct Abbreviations: Sendable {
  /// What may follow the stop of an abbreviation inside a sentence.
  enum Kind: Sendable {
    /// A name or whatever else: the stop never ends a sentence ("Mr.", "vs.").
    case title
    /// A number; before anything else the word is an ordinary one ("No. 5", "Jan. 20").
    case number
    /// A name, unless a word follows that opens sentences ("Inc.", "Jr.").
    case either
    /// A name, if it begins with a capital itself ("Ill.", "Mass."); otherwise it is an ordinary word.
    case place
    /// A name, unless a number stands before it ("г. Тверь", but "в 1998 г.").
    case unit
    /// Nothing that begins with a capital ("etc.", "p.m.").
    case last
  }

  private var kinds: WordMap<Kind>

  /// The abbreviations of the language with this primary subtag: the international ones, then its own.
  static func of(_ language: String) -> Abbreviations {
    languages[language] ?? international
  }

  /// The kind of the abbreviation that stands at `range`, its last stop left out; nil where it is no abbreviation.
  func kind(of range: Range<Int>, in text: Span<UInt8>) -> Kind? {
    kinds[WordHash(text, range)]
  }

  init(
    base: Abbreviations? = nil, title: String = "", number: String = "", either: String = "",
    place: String = "", unit: String = "", last: String = ""
  ) {
    kinds = base?.kinds ?? WordMap()
    for (words, kind) in [
      (title, Kind.title), (number, .number), (either, .either), (place, .place), (unit, .unit),
      (last, .last),
    ] {
      WordHash.each(of: words) { kinds.set($0, to: kind) }
    }
  }
}
