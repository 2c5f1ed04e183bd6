/// What follows a stop: the first letter or digit, and the word that it begins.
struct Opening {
  /// The kind of the first letter or digit; `.other` where something else begins there.
  var kind = ScalarKind.other
  /// Whether a quotation mark opens first.
  var isQuoted = false
  /// Whether a bracket opens first.
  var isBracketed = false
  /// Whether a dash comes first.
  var isDashed = false
  /// Whether the mark that follows, or that follows a closing quotation mark, carries a sentence on: a comma, a colon, another stop.
  var isContinuation = false
  /// Where the word stands; at most 32 bytes of it.
  var word: Range<Int>
  /// The word's hash.
  var hash = WordHash()
  /// Whether it is two capitals or more, and nothing else.
  var isAcronym = false
  /// Whether it is a single letter with a full stop: an initial.
  var isInitial = false

  /// Reads what begins at `start`.
  init(in text: Span<UInt8>, at start: Int) {
    var offset = start
    word = start..<start
    for step in 0..<8 {
      guard offset < text.count else { return }
      let scalar = DecodedScalar(in: text, at: offset)
      if step == 0 { isDashed = scalar.value == 0x2D || scalar.value == 0x2013 || scalar.value == 0x2014 }
      if isQuoted, scalar.value == 0x2C || scalar.value == 0x2E && !Self.isOmission(in: text, at: offset) {
        isContinuation = true
        return
      }
      if step == 0, [0x21, 0x2C, 0x2E, 0x3F, 0x3B, 0x3A, 0xFF0C, 0x3001].contains(scalar.value) {
        isContinuation = true
        return
      }
      kind = scalar.kind
      guard kind == .other || kind == .mark else { break }
      isBracketed = isBracketed || scalar.value == 0x28
      isQuoted = isQuoted || scalar.value != 0x28 && SentenceEnd.isOpener(scalar.value)
      offset += scalar.length
    }
    guard kind != .other, kind != .mark else { return }
    var end = offset
    var capitals = 0
    var scalars = 0
    while end < text.count, end - offset < 32 {
      let scalar = DecodedScalar(in: text, at: end)
      guard scalar.kind != .other else { break }
      if scalar.kind == .upper { capitals += 1 }
      scalars += 1
      hash.add(scalar.lowered)
      end += scalar.length
    }
    word = offset..<end
    isAcronym = scalars > 1 && capitals == scalars
    isInitial =
      word.count <= 2 && word.count == DecodedScalar(in: text, at: offset).length && end < text.count
      && text[end] == UInt8(ascii: ".")
  }

  /// Whether the full stop at `offset` is one of several: what is quoted begins with an omission.
  private static func isOmission(in text: Span<UInt8>, at offset: Int) -> Bool {
    text[offset - 1] == UInt8(ascii: ".") || offset + 1 < text.count && text[offset + 1] == UInt8(ascii: ".")
  }
}
