/// How the word before a full stop looks.
enum WordShape: Equatable {
  /// Digits and nothing else, so many.
  case number(digits: Int)
  /// A letter, or letters each with a stop or hyphen of its own: "J", "J.-P", "U.S", "Ph.D".
  case initials
  case word

  /// The shape of the word at `range`.
  init(of range: Range<Int>, in text: Span<UInt8>) {
    var digits = 0
    var letters = 0
    var longest = 0
    var parts = 1
    var current = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = DecodedScalar(in: text, at: offset)
      switch scalar.kind {
      case .digit: digits += 1
      case .upper, .lower:
        letters += 1
        current += 1
        longest = max(longest, current)
      case .mark: break
      default:
        if scalar.value == 0x2E || scalar.value == 0x2D {
          parts += 1
          current = 0
        } else {
          longest = 99
        }
      }
      offset += scalar.length
    }
    if letters == 0, digits > 0, parts == 1, longest == 0 {
      self = .number(digits: digits)
    } else if digits == 0, letters > 0, longest == 1 || parts > 1 && longest == 2 && letters <= 2 * parts {
      self = .initials
    } else {
      self = .word
    }
  }

  /// Whether the word is a Roman number of two digits or more.
  static func isRoman(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard range.count >= 2, range.count <= 6 else { return false }
    for offset in range where text[offset] != UInt8(ascii: "I") && text[offset] != UInt8(ascii: "V") {
      guard text[offset] == UInt8(ascii: "X") else { return false }
    }
    return true
  }
}
