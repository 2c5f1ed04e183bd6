/// A number, a word or a single mark of a line: its place, and a hash by which word lists know it.
struct Token: Equatable {
  /// What the token is made of.
  enum Kind: Equatable {
    /// Decimal digits of one script.
    case number
    /// Letters with their combining marks, and apostrophes and hyphens between them.
    case word
    /// One other scalar that is no white space.
    case mark
  }

  /// The hash of the token in lower case, with the typewriter's apostrophe for the printer's; see ``WordHash``.
  var hash: UInt64
  /// The byte offsets in the line.
  var start: Int32
  var end: Int32
  /// The value of a number of at most nine digits, -1 for a longer one; the scalar of a mark.
  private(set) var number: Int32
  var kind: Kind
  /// The number of digits of a number, 255 at most.
  private(set) var digits: UInt8

  init(kind: Kind, hash: UInt64, bytes: Range<Int>, number: Int32 = -1, digits: Int = 0) {
    self.kind = kind
    self.hash = hash
    self.number = number
    self.digits = UInt8(min(digits, 255))
    start = Int32(truncatingIfNeeded: bytes.lowerBound)
    end = Int32(truncatingIfNeeded: bytes.upperBound)
  }

  /// The digits of a number; the length of anything else in bytes.
  var width: Int { kind == .number ? Int(digits) : Int(end - start) }

  /// The value of a number of at most nine digits; `nil` for everything else.
  var value: Int? { kind == .number && number >= 0 ? Int(number) : nil }

  /// Whether it is that mark.
  func isMark(_ scalar: Unicode.Scalar) -> Bool {
    kind == .mark && UInt32(bitPattern: number) == scalar.value
  }

  /// Whether it is the number, the word or the mark that the hash was made of.
  func `is`(_ word: WordHash) -> Bool { hash == word.value }

  /// Whether a list has it.
  func isAny(of words: WordSet) -> Bool { words.contains(hash) }

  /// What stands for any number in the comparison of phrases.
  static let anyNumber = WordHash("#").value

  /// The hash under which phrases know the token: numbers are all alike.
  var phraseHash: UInt64 { kind == .number ? Self.anyNumber : hash }
}

/// The tokens of a line.
///
/// Scalars from U+0080 on are letters, white space or marks as Unicode has them.
///
/// - Parameters:
///   - line: Valid UTF-8 of at most 2 GB.
///   - limit: Nothing is read from this byte offset on.
func tokens(of line: Span<UInt8>, limit: Int = .max) -> [Token] {
  var tokens: [Token] = []
  var count = min(line.count, limit)
  while count < line.count, line[count] & 0xC0 == 0x80 { count += 1 }  // cut between scalars
  let line = line.extracting(first: count)
  tokens.reserveCapacity(count / 5 + 2)
  let table = ScalarTable.shared
  let classes = table.classes.span
  let lower = table.lower.span
  var offset = 0
  while offset < count {
    let byte = line[offset]
    let start = offset
    if byte < 0x80 {
      switch asciiClass(byte) {
      case .space:
        offset += 1
        continue
      case .digit:
        var value = 0
        var hash = WordHash.seed
        while offset < count, (0x30...0x39).contains(line[offset]) {
          if offset - start < 9 { value = value * 10 + Int(line[offset] & 0x0F) }
          hash = WordHash.step(hash, line[offset])
          offset += 1
        }
        tokens.append(
          Token(
            kind: .number, hash: hash, bytes: start..<offset,
            number: offset - start <= 9 ? Int32(truncatingIfNeeded: value) : -1, digits: offset - start))
        continue
      case .letter:
        break
      case .joiner, .other:
        offset += 1
        tokens.append(
          Token(
            kind: .mark, hash: WordHash.step(WordHash.seed, byte), bytes: start..<offset, number: Int32(byte))
        )
        continue
      }
    } else {
      let (scalar, length) = scalar(in: line, at: offset)
      switch scalarClass(scalar, classes) {
      case .space:
        offset += length
        continue
      case .letter:
        break
      case .digit:
        tokens.append(foreignNumber(in: line, at: &offset, before: count))
        continue
      case .joiner, .other:
        offset += length
        let folded = scalar == 0x2019 ? 0x27 : scalar
        tokens.append(
          Token(
            kind: .mark, hash: WordHash.step(WordHash.seed, scalar: folded), bytes: start..<offset,
            number: Int32(bitPattern: scalar)))
        continue
      }
    }
    var hash = WordHash.seed
    while offset < count {
      let byte = line[offset]
      if (byte | 0x20) &- 0x61 < 26 {
        hash = WordHash.step(hash, byte | 0x20)
        offset += 1
        continue
      }
      if byte < 0x80 {
        if byte == 0x27 || byte == 0x2D, startsLetter(line, at: offset + 1, before: count, classes) {
          hash = WordHash.step(hash, byte)
        } else {
          break
        }
        offset += 1
        continue
      }
      let (scalar, length) = scalar(in: line, at: offset)
      if scalar == 0x2019, startsLetter(line, at: offset + length, before: count, classes) {
        hash = WordHash.step(hash, 0x27)
      } else if scalarClass(scalar, classes) == .letter {
        hash = foldedStep(hash, scalar, lower)
      } else {
        break
      }
      offset += length
    }
    tokens.append(Token(kind: .word, hash: hash, bytes: start..<offset))
  }
  return tokens
}

/// The number in digits that are not ASCII's; its hash is that of the same number in these.
private func foreignNumber(in line: Span<UInt8>, at offset: inout Int, before end: Int) -> Token {
  let start = offset
  var value = 0
  var digits = 0
  var hash = WordHash.seed
  while offset < end {
    let (scalar, length) = scalar(in: line, at: offset)
    guard let digit = decimalDigit(scalar) else { break }
    if digits < 9 { value = value * 10 + Int(digit) }
    hash = WordHash.step(hash, UInt8(0x30 + digit))
    digits += 1
    offset += length
  }
  return Token(
    kind: .number, hash: hash, bytes: start..<offset,
    number: digits <= 9 ? Int32(truncatingIfNeeded: value) : -1, digits: digits)
}

/// The value of a digit of the scripts whose dates are read; `nil` for ASCII's and everything else.
private func decimalDigit(_ scalar: UInt32) -> UInt32? {
  switch scalar {
  case 0x0660...0x0669: scalar - 0x0660  // Arabic
  case 0x06F0...0x06F9: scalar - 0x06F0  // Persian, Urdu
  case 0x0966...0x096F: scalar - 0x0966  // Devanagari
  case 0x09E6...0x09EF: scalar - 0x09E6  // Bengali
  case 0x0A66...0x0A6F: scalar - 0x0A66  // Gurmukhi
  case 0x0AE6...0x0AEF: scalar - 0x0AE6  // Gujarati
  case 0x0BE6...0x0BEF: scalar - 0x0BE6  // Tamil
  case 0x0C66...0x0C6F: scalar - 0x0C66  // Telugu
  case 0x0CE6...0x0CEF: scalar - 0x0CE6  // Kannada
  case 0x0D66...0x0D6F: scalar - 0x0D66  // Malayalam
  case 0x0E50...0x0E59: scalar - 0x0E50  // Thai
  case 0x0ED0...0x0ED9: scalar - 0x0ED0  // Lao
  case 0x1040...0x1049: scalar - 0x1040  // Burmese
  case 0x17E0...0x17E9: scalar - 0x17E0  // Khmer
  case 0xFF10...0xFF19: scalar - 0xFF10  // full width
  default: nil
  }
}

/// The part that a scalar plays in a token.
enum ScalarClass: UInt8 {
  case other
  case space
  case digit
  case letter
  case joiner
}

private func asciiClass(_ byte: UInt8) -> ScalarClass {
  switch byte {
  case 0x61...0x7A, 0x41...0x5A: .letter
  case 0x20: .space
  case 0x30...0x39: .digit
  case 0x27, 0x2D: .joiner
  default: .other
  }
}

private func startsLetter(_ line: Span<UInt8>, at offset: Int, before end: Int, _ classes: Span<UInt8>)
  -> Bool
{
  guard offset < end else { return false }
  if line[offset] < 0x80 { return asciiClass(line[offset]) == .letter }
  return scalarClass(scalar(in: line, at: offset).0, classes) == .letter
}

/// The scalar of valid UTF-8 at an offset, and its length in bytes.
@inline(__always)
func scalar(in text: Span<UInt8>, at offset: Int) -> (UInt32, Int) {
  let lead = UInt32(text[offset])
  func tail(_ index: Int) -> UInt32 { index < text.count ? UInt32(text[index] & 0x3F) : 0 }
  if lead < 0x80 { return (lead, 1) }
  if lead < 0xE0 { return ((lead & 0x1F) << 6 | tail(offset + 1), 2) }
  if lead < 0xF0 { return ((lead & 0x0F) << 12 | tail(offset + 1) << 6 | tail(offset + 2), 3) }
  return ((lead & 0x07) << 18 | tail(offset + 1) << 12 | tail(offset + 2) << 6 | tail(offset + 3), 4)
}

/// The class of a scalar that is not ASCII.
func scalarClass(_ scalar: UInt32, _ table: Span<UInt8>) -> ScalarClass {
  if scalar < ScalarTable.limit { return ScalarClass(rawValue: table[Int(scalar)]) ?? .other }
  switch scalar {
  // Kana without the middle dot, unified ideographs, Hangul: whole ranges of letters.
  case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return .letter
  case 0x2010...0x2027, 0x3001...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F: return .other
  default: return ScalarTable.measured(scalar)
  }
}

/// Goes on with a hash by a scalar that is not ASCII, in lower case.
///
/// - Parameter table: ``ScalarTable/lower``.
@inline(__always)
func foldedStep(_ hash: UInt64, _ scalar: UInt32, _ table: Span<UInt16>) -> UInt64 {
  if scalar < ScalarTable.limit {
    let lower = UInt32(table[Int(scalar)])
    if lower != 0 { return WordHash.step(hash, scalar: lower) }
  } else {
    switch scalar {
    case 0x0900...0x0FFF, 0x2E80...0xA63F, 0xAC00...0xFEFF: return WordHash.step(hash, scalar: scalar)
    default: break
    }
  }
  return measuredStep(hash, scalar)
}

/// Goes on with a hash by the small letters that the scalar's own properties give.
private func measuredStep(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
  var hash = hash
  let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping ?? ""
  for part in mapping.unicodeScalars { hash = WordHash.step(hash, scalar: part.value) }
  return hash
}

/// What Unicode says of the scalars of one and two bytes, looked up once.
struct ScalarTable {
  static let limit: UInt32 = 0x800
  static let shared = ScalarTable()

  /// A ``ScalarClass`` each.
  let classes: [UInt8]
  /// The lower-case scalar; 0 where that is more than one, or of more than two bytes.
  let lower: [UInt16]
  /// Bit 0 for capitals, bit 1 for small letters.
  let cases: [UInt8]

  private init() {
    let scalars = (0..<Self.limit).map { Unicode.Scalar($0) ?? " " }
    classes = scalars.map { $0.isASCII ? 0 : Self.measured($0.value).rawValue }
    cases = scalars.map { ($0.properties.isUppercase ? 1 : 0) | ($0.properties.isLowercase ? 2 : 0) }
    lower = scalars.map { scalar in
      guard scalar.properties.changesWhenLowercased else { return UInt16(WordHash.folded(scalar)) }
      // The capital of the Turkish i, without the dot that Unicode puts above the small letter.
      if scalar == "İ" { return 0x69 }
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      guard mapping.count == 1, let first = mapping.first, first.value < 0x10000 else { return 0 }
      return UInt16(first.value)
    }
  }

  /// The class by the scalar's own properties.
  static func measured(_ value: UInt32) -> ScalarClass {
    guard let scalar = Unicode.Scalar(value) else { return .other }
    if decimalDigit(value) != nil { return .digit }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered || value == 0x200C {
      return .letter
    }
    // Marks that silence a letter or make it short, as in Thai; what chooses between two looks of a sign is further up.
    if properties.generalCategory == .nonspacingMark, value < 0x2000 { return .letter }
    return properties.isWhitespace ? .space : .other
  }

  /// Bit 0 for a capital, bit 1 for a small letter.
  static func letterCase(_ value: UInt32, _ table: Span<UInt8>) -> UInt8 {
    if value < limit { return table[Int(value)] }
    switch value {
    case 0x0900...0x0FFF, 0x2000...0x20FF, 0x2E80...0xA63F, 0xAC00...0xFEFF: return 0
    default:
      guard let properties = Unicode.Scalar(value)?.properties else { return 0 }
      return (properties.isUppercase ? 1 : 0) | (properties.isLowercase ? 2 : 0)
    }
  }
}
