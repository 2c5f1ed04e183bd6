/// The quotation or bracket that is open at a place in a sentence; only the outermost is followed.
struct Enclosure {
  /// A quotation or bracket longer than this does not hold a sentence together.
  private static let maximumLength = 600

  /// A quotation that is all that is left of a paragraph is kept whole up to this length.
  private static let maximumWhole = 280

  /// The scalar that closes it; 0 where nothing is open.
  private(set) var closer: UInt32 = 0
  /// Where it opened.
  private var opened = 0
  /// Stops before this offset do not end a sentence.
  private var wholeUntil = 0

  /// Takes note of the scalar at `offset` and returns its length.
  mutating func step(in text: Span<UInt8>, at offset: Int) -> Int {
    let scalar = DecodedScalar(in: text, at: offset)
    if closer != 0 {
      if isClosed(by: scalar.value) { closer = 0 }
    } else if let closing = Self.closer(of: scalar.value, in: text, at: offset) {
      closer = closing
      opened = offset
    }
    return scalar.length
  }

  /// Whether a sentence cannot end between `stop` and `end`, its closing marks included, because a bracket or an
  /// embedded quotation is still open there.
  /// - Parameter sentence: Where the sentence begins.
  mutating func holds(in text: Span<UInt8>, sentence: Int, from stop: Int, to end: Int) -> Bool {
    if stop < wholeUntil { return true }
    guard closer != 0 else { return false }
    guard let closing = closingOffset(in: text, from: stop) else {
      closer = 0
      return false
    }
    if closing < end {
      closer = 0
      return false
    }
    guard
      isBracket || Self.sentenceGoesOn(in: text, after: closing)
        || opened == sentence && closing - opened <= Self.maximumWhole && Self.isLast(in: text, closing)
    else {
      closer = 0
      return false
    }
    wholeUntil = closing
    return true
  }

  private var isBracket: Bool {
    switch closer {
    case 0x29, 0x5D, 0xFF09, 0x300D, 0x300F: true
    default: false
    }
  }

  private func isClosed(by scalar: UInt32) -> Bool {
    // Swedish and Finnish quotations close with the mark that opens them.
    scalar == closer || closer == 0x201C && scalar == 0x201D || closer == 0xAB && scalar == 0xBB
  }

  /// The offset of the closing mark; nil where it is far, or where the next one opens first, so that this one was forgotten.
  private func closingOffset(in text: Span<UInt8>, from start: Int) -> Int? {
    var offset = start
    let end = min(text.count, start + Self.maximumLength)
    while offset < end {
      let scalar = DecodedScalar(in: text, at: offset)
      if Self.closer(of: scalar.value, in: text, at: offset) == closer { return nil }
      if isClosed(by: scalar.value) { return offset }
      offset += scalar.length
    }
    return nil
  }

  /// Whether nothing follows the closing mark at `offset`.
  private static func isLast(in text: Span<UInt8>, _ offset: Int) -> Bool {
    text.skippingSpace(from: offset + DecodedScalar(in: text, at: offset).length) >= text.count
  }

  /// Whether the sentence goes on after the quotation mark at `offset`: a comma, a stop, a dash or a small letter follows.
  private static func sentenceGoesOn(in text: Span<UInt8>, after offset: Int) -> Bool {
    var offset = offset + DecodedScalar(in: text, at: offset).length
    for _ in 0..<4 where offset < text.count {
      let scalar = DecodedScalar(in: text, at: offset)
      if scalar.isWhiteSpace {
        offset += scalar.length
        continue
      }
      return scalar.kind == .lower || [0x2C, 0x2E, 0x3B, 0x2D, 0x2013, 0x2014].contains(scalar.value)
    }
    return false
  }

  /// What closes the scalar at `offset`, where it opens something.
  private static func closer(of scalar: UInt32, in text: Span<UInt8>, at offset: Int) -> UInt32? {
    switch scalar {
    case 0x28: 0x29  // ( )
    case 0x5B: 0x5D  // [ ]
    case 0xFF08: 0xFF09  // （ ）
    case 0x300C, 0x300E: scalar + 1  // 「 」 『 』
    case 0xAB: endsWord(in: text, at: offset) ? nil : 0xBB  // « »
    case 0xBB: beginsWord(in: text, at: offset) ? 0xAB : nil  // » «
    case 0x201C: 0x201D  // “ ”
    case 0x201E: 0x201C  // „ “
    case 0x22: opensQuotation(in: text, at: offset) ? 0x22 : nil
    default: nil
    }
  }

  /// Whether a letter, a digit or an end mark stands before the guillemet at `offset` and no word behind it, as where
  /// guillemets point inwards.
  private static func endsWord(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let before = DecodedScalar(in: text, before: offset)
    guard before.kind != .other || [0x21, 0x2C, 0x2E, 0x3F, 0x2026].contains(before.value) else {
      return false
    }
    return offset + 2 >= text.count || DecodedScalar(in: text, at: offset + 2).kind == .other
  }

  /// Whether a word stands behind the guillemet at `offset` and none before it.
  private static func beginsWord(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset + 2 < text.count, DecodedScalar(in: text, at: offset + 2).kind != .other else {
      return false
    }
    guard offset > 0 else { return true }
    let before = DecodedScalar(in: text, before: offset)
    return before.isWhiteSpace || before.value == 0x28
  }

  private static func opensQuotation(in text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = DecodedScalar(in: text, before: offset)
    guard offset + 1 < text.count else { return false }
    let after = DecodedScalar(in: text, at: offset + 1)
    guard !after.isWhiteSpace, after.value != 0x2E, after.value != 0x2C else { return false }
    return before.isWhiteSpace || before.value == 0x28 || before.value == 0x2014
  }
}
