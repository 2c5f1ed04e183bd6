/// How much a text looks like one that a person wrote: the count of its letters beyond ASCII, and of what no text has.
///
/// A wrong charset makes capitals within words, letters of two alphabets in one, rows of accented letters, marks
/// between letters and controls.
struct TextShape {
  /// Letters beyond ASCII.
  private(set) var letters = 0
  /// Other scalars beyond ASCII, but for marks that texts are full of.
  private(set) var others = 0
  /// Places where two scalars stand side by side that belong to no text.
  private(set) var faults = 0

  /// - Parameter text: Valid UTF-8.
  init(of text: Span<UInt8>) {
    var previous: UInt32 = 0x20
    var accents = 0
    var offset = 0
    while offset < text.count {
      let (scalar, length) = scalar(in: text, at: offset)
      offset += length
      if scalar >= 0x80 || previous >= 0x80 { count(previous, scalar) }
      accents = (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7 ? accents + 1 : 0
      if accents >= 4 { faults += 1 }
      previous = scalar
    }
  }

  private mutating func count(_ previous: UInt32, _ scalar: UInt32) {
    let kind = ScalarKind(scalar)
    let before = ScalarKind(previous)
    if scalar >= 0x80 {
      switch kind.role {
      case .small, .capital, .letter: letters += 1
      case .quote, .joiningQuote, .lowQuote, .space, .mark, .punctuation: break
      case .none, .control:
        others += 1
        faults += 1
      default: others += 1
      }
    }
    if kind.isLetter, before.isLetter, kind.script != before.script {
      faults += 1
    } else if kind.role == .capital && before.role == .small {
      faults += 1
    } else if kind.role == .odd || kind.role == .sign, before.isLetter, before.script != .east {
      faults += 1
    }
    // A sum of money is "£40"; a letter there was meant to be one before it too.
    if Self.isCurrency(previous) {
      if (0x30...0x39).contains(scalar) { others -= 1 } else if kind.isLetter { faults += 1 }
    }
  }

  private static func isCurrency(_ scalar: UInt32) -> Bool {
    scalar == 0xA3 || scalar == 0xA5 || scalar == 0x20AC
  }
}
