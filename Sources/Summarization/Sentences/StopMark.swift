/// A run of marks that may end a sentence, such as a full stop, "?!" or an ellipsis, spaced or not.
struct StopMark {
  enum Kind {
    case full
    /// Question and exclamation marks, and the stops of scripts that have no abbreviations with a stop.
    case strong
    case ellipsis
    /// A mark after which no space is written.
    case wide
  }

  var kind: Kind
  /// The offset of the first mark.
  var start: Int
  /// The offset after the last mark of the run.
  var end: Int

  /// Whether a mark of omission follows with which the next sentence begins: "compounds. . . . The".
  var precedesOmission = false

  /// Reads the run that begins at `offset`; nil where no end mark stands there.
  init?(in text: Span<UInt8>, at offset: Int, language: String) {
    var dots = 0
    var end = offset
    var kind: Kind?
    while end < text.count {
      let byte = text[end]
      if byte == UInt8(ascii: ".") {
        dots += 1
        end += 1
        continue
      }
      if byte == UInt8(ascii: " "), kind == nil, dots > 0, Self.isLoneDot(in: text, at: end + 1) {
        dots += 1
        end += 2
        continue
      }
      if byte < 0x80, byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?"), end > offset { break }
      let scalar = DecodedScalar(in: text, at: end)
      guard let found = Self.kind(of: scalar.value, language: language) else { break }
      if found == .ellipsis, kind == nil {
        dots += 3
      } else {
        kind = kind == .wide ? .wide : found == .ellipsis ? kind : found
      }
      end += scalar.length
    }
    guard end > offset else { return nil }
    self.kind = kind ?? (dots > 1 ? .ellipsis : .full)
    start = offset
    self.end = end
    if dots == 4, kind == nil, end - offset == 7, offset > 0, text[offset - 1] > 0x20, end + 1 < text.count,
      text[end] == 0x20, DecodedScalar(in: text, at: end + 1).kind == .upper
    {
      precedesOmission = true
      self.end = offset + 1
    }
  }

  /// Whether a full stop stands at `offset` that is not part of a number or a word.
  private static func isLoneDot(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset < text.count, text[offset] == UInt8(ascii: ".") else { return false }
    guard offset + 1 < text.count else { return true }
    let scalar = DecodedScalar(in: text, at: offset + 1)
    return scalar.kind == .other
  }

  private static func kind(of scalar: UInt32, language: String) -> Kind? {
    switch scalar {
    case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049: .strong  // ! ? ‼ ‽ ⁇ ⁈ ⁉
    case 0x61F, 0x6D4, 0x589, 0x964, 0x965: .strong  // ؟ ۔ ։ । ॥
    case 0x104B, 0x17D4, 0x17D5, 0x1362, 0x1367, 0x1368: .strong  // Myanmar, Khmer, Ethiopic
    case 0x3002, 0xFF0E, 0xFF01, 0xFF1F, 0xFF61: .wide  // 。 ． ！ ？ ｡
    case 0x2026: .ellipsis
    case 0x3A: language == "hy" ? .strong : nil
    case 0x3B, 0x37E: language == "el" ? .strong : nil
    default: nil
    }
  }
}
