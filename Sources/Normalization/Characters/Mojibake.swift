/// Repairs UTF-8 that was once read as another charset and stored as UTF-8 again (`â€™` for `’`), several times over if
/// need be, in the whole of a text or in some of its words.
///
/// Only what is certain changes. A sequence of scalars that a charset makes of one scalar's UTF-8 tells by what no text
/// has: a capital within a word, a sign between letters, a control (``Misreading/surprise``). A word whose
/// sequences surprise enough is read again; once a text has such words, less does for the others.
///
/// - Parameters:
///   - text: Valid UTF-8.
///   - isMarkup: Whether it is a page, whose tags stay as they are: an address may be misread for good.
func withoutMojibake(_ text: consuming [UInt8], isMarkup: Bool = false) -> [UInt8] {
  var text = text
  var mayHaveControls = true
  for _ in 0..<6 {
    let suspicion = Suspicion(of: text.span, isMarkup: isMarkup)
    mayHaveControls = suspicion.hasControls
    guard !suspicion.runs.isEmpty else { break }
    var best: Misreading?
    var charsetOfBest = 0
    for charset in 0..<MisreadCharsets.count where suspicion.charsets & 1 << UInt16(charset) != 0 {
      let misreading = Misreading(of: text.span, in: charset, suspicion, limit: sampleLength)
      if misreading.gain > (best?.gain ?? 0) {
        best = misreading
        charsetOfBest = charset
      }
    }
    guard var best else { break }
    if suspicion.runs.count > sampleLength {
      best = Misreading(of: text.span, in: charsetOfBest, suspicion)
    }
    text = best.repaired(text.span)
    mayHaveControls = true
  }
  return mayHaveControls ? withoutStrayControls(text) : text
}

/// How many suspicious runs tell which charset a text was misread in; only a text of megabytes has more.
private let sampleLength = 4_096

/// Where in a text scalars stand side by side that a charset makes of UTF-8; in most texts nowhere.
struct Suspicion {
  /// The stretches of scalars beyond ASCII with such, and for each the charsets, a bit each.
  private(set) var runs: [(bytes: Range<Int>, charsets: UInt16)] = []
  /// All these charsets.
  private(set) var charsets: UInt16 = 0
  /// How many scalars beyond ASCII the text has.
  private(set) var scalars = 0
  /// Whether there is a C1 control among them.
  private(set) var hasControls = false

  init(of text: Span<UInt8>, isMarkup: Bool = false) {
    let known = MisreadCharsets.shared
    var place = 0
    var isInTag = false
    var offset = firstHighByte(in: text, from: 0)
    while offset < text.count {
      let start = offset
      var suspects: UInt16 = 0
      var rowBeforePrevious = 0
      var rowOfPrevious = 0
      var previous: UInt32 = 0
      let (first, length) = scalar(in: text, at: start)
      if start + length >= text.count || text[start + length] < 0x80 {
        // One scalar alone is no sequence.
        previous = first
        hasControls = hasControls || first < 0xA0
        offset += length
        scalars += 1
      }
      while offset < text.count, text[offset] >= 0x80 {
        let (scalar, length) = scalar(in: text, at: offset)
        let row = known.row(of: scalar)
        suspects |= known.charsets(where: rowBeforePrevious, rowOfPrevious, row)
        hasControls = hasControls || scalar < 0xA0
        rowBeforePrevious = rowOfPrevious
        rowOfPrevious = row
        previous = scalar
        offset += length
        scalars += 1
      }
      if previous == 0x20AC { suspects |= 1 }  // The third byte was lost.
      if offset < text.count, text[offset] == 0x20 { suspects |= Self.charsetsBeforeSpace(previous) }
      if suspects != 0, isMarkup {
        // The last bracket before the run tells whether it is within a tag; between two runs without one, nothing changes.
        if let bracket = lastBracket(in: text, from: place, to: start) {
          isInTag = text[bracket] == UInt8(ascii: "<")
        }
        place = start
      }
      if suspects != 0, !isInTag {
        runs.append((start..<offset, suspects))
        charsets |= suspects
      }
      offset = firstHighByte(in: text, from: offset)
    }
  }

  /// The charsets in which a scalar is the first byte of a letter whose second is a no-break space; a copy made it plain.
  private static func charsetsBeforeSpace(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0xC2, 0xC3, 0xD0: 1
    case 0x413: 2
    case 0x102: 4
    default: 0
    }
  }
}

/// The place of the last angle bracket in a stretch.
private func lastBracket(in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
  var place = end
  while place > start {
    place -= 1
    // The two differ in one bit.
    if text[place] | 2 == UInt8(ascii: ">") { return place }
  }
  return nil
}

/// The place of the first byte beyond ASCII from `start` on, or the end.
func firstHighByte(in text: Span<UInt8>, from start: Int) -> Int {
  // Every load ends within the buffer, which is valid for the call.
  unsafe text.withUnsafeBytes { bytes in
    var offset = start
    while offset &+ 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
      if high != 0 { return offset + high.trailingZeroBitCount >> 3 }
      offset &+= 8
      // What is far is found by whole registers.
      while offset &+ 32 <= bytes.count {
        let block = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
        let both = block.lowHalf | block.highHalf
        if (both.x | both.y) & 0x8080_8080_8080_8080 != 0 { break }
        offset &+= 32
      }
    }
    while offset < bytes.count, unsafe bytes[offset] < 0x80 { offset += 1 }
    return offset
  }
}

/// The C1 controls of a text as what Windows-1252 has in their places: a text was read as ISO 8859-1.
///
/// U+0085 alone may end a line; behind a letter or a mark and before a space or the end it is an ellipsis.
private func withoutStrayControls(_ text: [UInt8]) -> [UInt8] {
  var places: [Int] = []
  var offset = firstHighByte(in: text.span, from: 0)
  while offset + 1 < text.count {
    if text[offset] == 0xC2, text[offset + 1] < 0xA0 { places.append(offset) }
    offset = firstHighByte(in: text.span, from: offset + 1)
  }
  guard !places.isEmpty else { return text }
  let hasOthers = places.contains {
    text[$0 + 1] != 0x85 && windows1252High[Int(text[$0 + 1]) - 0x80] != "\u{FFFD}"
  }
  var output: [UInt8] = []
  output.reserveCapacity(text.count + places.count)
  var start = 0
  for place in places {
    let scalar = windows1252High[Int(text[place + 1]) - 0x80]
    let follows = place + 2 < text.count ? text[place + 2] : 0x20
    let isEllipsis = place > 0 && text[place - 1] > 0x20 && (follows == 0x20 || follows == 0xC2)
    guard scalar != "\u{FFFD}", text[place + 1] != 0x85 || hasOthers || isEllipsis else { continue }
    output += text[start..<place]
    append(scalar, to: &output)
    start = place + 2
  }
  return output + text[start...]
}
