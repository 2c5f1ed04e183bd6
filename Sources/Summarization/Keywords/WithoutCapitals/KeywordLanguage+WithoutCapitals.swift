/// Languages whose letters have no capitals: nothing is a name for its shape, but phrases come again and again as elsewhere.
extension KeywordLanguage {
  /// The one with this primary subtag.
  static func withoutCapitals(_ language: String) -> KeywordLanguage? {
    switch language {
    case "ar": arabic
    case "fa": persian
    case "he", "iw": hebrew
    case "hi": hindi
    case "ja": japanese
    case "ko": korean
    default: nil
    }
  }
}
