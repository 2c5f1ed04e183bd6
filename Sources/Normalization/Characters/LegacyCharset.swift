import CCLD2
import CUchardet

/// Text in a charset of before Unicode.
///
/// The declared charset is taken where its reading looks like text; else what libuchardet guesses, if that is of another
/// alphabet than the Latin and CLD2 knows a language in it; else the charset in which CLD2 knows one best, as the Latin
/// ones differ in a few letters only; else Windows-1252, as for the languages that it was made for, whichever of its
/// siblings would do: a few pound signs are no letters to tell them by.
///
/// - Parameter high: How many bytes are beyond ASCII.
/// - Returns: `nil` where no reading is text.
func decodedLegacy(_ bytes: Span<UInt8>, high: Int, declared: Charset?) -> DecodedText? {
  let sample = sample(of: bytes)
  var readings: [CharsetReading] = []
  func consider(_ charset: Charset) -> CharsetReading? {
    if let known = readings.first(where: { $0.charset == charset }) { return known }
    guard let reading = CharsetReading(of: sample.span, in: charset) else { return nil }
    readings.append(reading)
    return reading
  }
  let declared = declared == .utf8 ? nil : declared.flatMap(consider)
  if let declared, declared.isSound, declared.language != nil || high < 16 {
    return converted(bytes, from: declared.charset)
  }
  let guessed = guessedCharset(of: sample.span).flatMap(consider)
  if let guessed, guessed.isSound, guessed.language != nil, !guessed.charset.isLatin {
    return converted(bytes, from: guessed.charset)
  }
  if high >= 6 { for charset in CharsetReading.others { _ = consider(charset) } }
  _ = consider(.windows1252)
  func bonus(_ reading: CharsetReading) -> Int { reading.charset == guessed?.charset && high >= 16 ? 25 : 0 }
  let best =
    readings.filter { $0.isSound && $0.language != nil }.max { $0.fit + bonus($0) < $1.fit + bonus($1) }
    ?? [declared, high < 16 ? consider(.windows1252) : nil, guessed, consider(.windows1252)].compactMap { $0 }
    .first(where: \.isSound)
  if let best {
    let isWestern =
      best.charset.name.hasPrefix("windows-") && best.language.map(westernLanguages.contains) == true
      && readings.contains {
        $0.charset == .windows1252 && $0.isSound && $0.language == best.language && $0.faults <= best.faults
      }
    return converted(bytes, from: isWestern ? .windows1252 : best.charset)
  }
  return high * 3 <= bytes.count ? converted(bytes, from: .windows1252) : nil
}

/// The languages that are written in Windows-1252, as far as its siblings have their letters too.
private let westernLanguages: Set<String> = [
  "af", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "gl", "id", "is", "it", "ms", "nl", "no", "pt",
  "sv", "sw",
]

/// The lines of a file that have bytes beyond ASCII, up to some 8 KB: what tells one charset from another.
private func sample(of bytes: Span<UInt8>) -> [UInt8] {
  var sample: [UInt8] = []
  var start = 0
  var hasHigh = false
  for offset in bytes.indices {
    let byte = bytes[offset]
    if byte >= 0x80 { hasHigh = true }
    // No charset has these bytes within a letter.
    let isBoundary = byte == 0x0A || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    let isFull = offset - start >= 4096 && byte == 0x20 || offset - start >= 8192
    guard isBoundary || isFull || offset == bytes.count - 1 else { continue }
    if hasHigh {
      for place in start...offset { sample.append(isBoundary && place == offset ? 0x0A : bytes[place]) }
      if sample.count >= 8192 { break }
    }
    start = offset + 1
    hasHigh = false
  }
  return sample
}

/// A sample read in one charset, and how well that goes.
private struct CharsetReading {
  let charset: Charset
  /// The language that CLD2 is sure of.
  let language: String?
  /// How likely the reading is, to be compared with others of the same bytes.
  let fit: Int
  /// Places that no text has.
  let faults: Int
  /// Whether nearly all of it is letters and marks in an order that texts have.
  let isSound: Bool

  /// Charsets to be tried where neither the declaration nor libuchardet helps.
  static let others = [
    "windows-1251", "windows-1250", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
    "windows-1257",
    "windows-874", "koi8-r", "macintosh", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr",
  ].compactMap { Charset(label: $0.utf8) }

  init?(of sample: Span<UInt8>, in charset: Charset) {
    guard let text = converted(sample, from: charset) else { return nil }
    let shape = TextShape(of: text.utf8.span)
    let answer = languageAnswer(of: text.utf8.span)
    self.charset = charset
    language = answer.isCertain && answer.percent >= 70 ? answer.code : nil
    faults = shape.faults + text.replaced
    isSound = faults * 10 <= shape.letters + 2 && shape.letters * 10 >= shape.others * 7
    // Of readings that are as good, that of the charset that most files are in.
    fit =
      answer.score * answer.percent / 100 - faults * 4000 / max(1, shape.letters)
      + (charset == .windows1252 ? 20 : charset.name.hasPrefix("windows-") ? 10 : 0)
  }
}

/// The charset that bytes look like to libuchardet.
private func guessedCharset(of bytes: Span<UInt8>) -> Charset? {
  guard let detector = unsafe uchardet_new() else { return nil }
  defer { unsafe uchardet_delete(detector) }
  // The detector copies what it keeps; its answer lives until it is deleted.
  let state = unsafe bytes.withUnsafeBytes { buffer in
    unsafe uchardet_handle_data(
      detector, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
  }
  guard state == 0 else { return nil }
  unsafe uchardet_data_end(detector)
  guard let name = unsafe uchardet_get_charset(detector) else { return nil }
  let charset = unsafe Charset(label: String(cString: name).utf8)
  switch charset?.name {
  case "utf-8", nil: return nil
  // Windows has the same letters in the same places, but for an accented one.
  case "iso-8859-7":
    return bytes.indices.contains { bytes[$0] == 0xB6 } ? charset : Charset(label: "cp1253".utf8)
  case "iso-8859-8": return Charset(label: "cp1255".utf8)
  default: return charset?.isWide == true ? nil : charset
  }
}
