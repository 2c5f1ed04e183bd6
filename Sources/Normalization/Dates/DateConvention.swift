/// How the papers of a language write days in digits: which part comes first, and from when their years are counted.
struct DateConvention {
  /// What the years of days in digits are counted from.
  enum Era {
    /// The common era, and nothing else.
    case common
    /// The Buddha's death, 543 years earlier; the common era as well.
    case buddhist
    /// The year of the Hijra, by the sun; the common era as well.
    case persian
    /// The year before the Republic of China, 1911; the common era as well.
    case republican
  }

  /// Whether who writes slashes and a 12-hour clock puts the month first.
  private(set) var putsMonthFirst = false
  private(set) var era = Era.common

  /// What is common to most languages: the day first, in the common era.
  init() {}

  /// The convention of a language.
  ///
  /// - Parameters:
  ///   - language: The language of the text as a BCP 47 tag, where it is known.
  ///   - declared: The tag that the source declares, whose region tells American papers from others in English.
  init(language: String?, declared: String? = nil) {
    guard let language = language ?? declared.map(primaryLanguage) else { return }
    switch language {
    case "en", "fil":
      putsMonthFirst =
        declared.flatMap { primaryLanguage($0) == language ? Self.region(of: $0) : nil }
        .map { Self.monthFirstRegions.contains($0) } ?? true
    case "th": era = .buddhist
    case "fa", "ps": era = .persian
    case "zh-Hant": era = .republican
    default: break
    }
  }

  /// The regions where English and Filipino put the month first.
  private static let monthFirstRegions: Set<String> = ["us", "ph", "pr", "gu", "ca"]

  /// The region of a tag, in lower case: `us` of `en-US`.
  private static func region(of tag: String) -> String? {
    tag.lowercased().split { $0 == "-" || $0 == "_" }.dropFirst().first { $0.utf8.count == 2 }.map(
      String.init)
  }
}
