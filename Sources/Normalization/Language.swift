import CCLD2

/// The language of a text as a BCP 47 tag, where it is certain.
///
/// CLD2 tells it; where it is unsure, or takes a language for its neighbour, the letters and the small words of the text do.
/// What the page says of its language counts only where that tips the scales.
///
/// - Parameters:
///   - paragraphs: Read from the start, about 3 KB of them.
///   - declared: The language that the source declares, as a BCP 47 tag.
func language(of paragraphs: [Paragraph], declared: String? = nil) -> String? {
  var sample: [UInt8] = []
  for paragraph in paragraphs where sample.count < 3072 {
    let utf8 = paragraph.text.utf8.span
    var end = min(utf8.count, 3072)
    while end > 0, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }  // cut between scalars
    sample.append(utf8.extracting(first: end))
    sample.append(0x0A)
  }
  if let language = languageOfLetters(in: sample.span) { return language }
  let declared = declared.map(primaryLanguage)
  let answer = languageAnswer(ofBeginningOf: sample.span) ?? languageAnswer(of: sample.span)
  if answer.isCertain, let code = answer.code {
    if let neighbour = SmallWords.neighbour(of: code, in: sample.span) { return neighbour }
    // CLD2 calls much Croatian so.
    return code == "bs" && declared == "hr" ? declared : code
  }
  if let declared {
    let hinted = languageAnswer(of: sample.span, hint: declared)
    if hinted.isCertain, let code = hinted.code, primaryLanguage(code) == declared { return code }
  }
  return SmallWords.language(of: sample.span)
}

/// What CLD2 makes of a text's first 512 bytes, where all of it is certainly in one language: most texts need no more.
private func languageAnswer(ofBeginningOf text: Span<UInt8>) -> LanguageAnswer? {
  guard text.count > 1024 else { return nil }
  var end = 512
  while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }  // cut between scalars
  let answer = languageAnswer(of: text.extracting(first: end))
  return answer.isCertain && answer.percent >= 97 ? answer : nil
}

/// What CLD2 makes of a text.
struct LanguageAnswer {
  /// A BCP 47 tag; `nil` where it knows none.
  var code: String?
  /// The share of the text that is in the language, in hundredths.
  var percent: Int
  /// How well the text fits the language; some hundreds for a text of one.
  var score: Int
  var isCertain: Bool
}

/// Asks CLD2 for the language of valid UTF-8.
///
/// - Parameter hint: A language that the text is expected in, as a BCP 47 tag.
func languageAnswer(of text: Span<UInt8>, hint: String? = nil) -> LanguageAnswer {
  let answer = unsafe text.withUnsafeBytes { buffer -> CLD2Answer in
    guard let base = buffer.baseAddress else { return unsafe CLD2Answer() }
    // The pointers live for the call; CLD2 keeps nothing, and its answer is a static string.
    return unsafe cld2_answer(base.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), hint)
  }
  let code = unsafe answer.code.map { unsafe String(cString: $0) }
  return unsafe LanguageAnswer(
    code: code.flatMap(languageTag), percent: Int(answer.percent), score: Int(answer.score),
    isCertain: answer.is_reliable)
}

/// The tag of BCP 47 for a code of CLD2; `nil` for those that stand for no language.
private func languageTag(_ code: String) -> String? {
  switch code {
  case "iw": "he"
  case "jw": "jv"
  case "in": "id"
  case "no": "nb"
  case "mo": "ro"
  case "tl": "fil"
  case "un", "xxx": nil
  default: code
  }
}

/// The language of a tag without its region and script, under the name that ``language(of:declared:)`` gives it.
func primaryLanguage(_ tag: String) -> String {
  let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
  return languageTag(String(primary)) ?? String(primary)
}

/// The language of a text whose letters no other language has, or a script that is its own; `nil` for most.
private func languageOfLetters(in text: Span<UInt8>) -> String? {
  var counts = LetterCounts()
  var offset = firstHighByte(in: text, from: 0)
  while offset < text.count {
    let (scalar, length) = scalar(in: text, at: offset)
    counts.add(scalar)
    offset = firstHighByte(in: text, from: offset + length)
  }
  return counts.language
}

private struct LetterCounts {
  private var arabic = 0
  private var pashto = 0
  private var sindhi = 0
  private var uyghur = 0
  private var kurdish = 0
  private var cyrillic = 0
  private var mongolian = 0
  private var turkic = 0
  private var ethiopic = 0
  private var tibetan = 0
  private var kana = 0
  private var ideographs = 0

  mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x600...0x6FF:
      arabic += 1
      switch scalar {
      case 0x67C, 0x681, 0x685, 0x689, 0x693, 0x696, 0x69A, 0x6AB, 0x6BC, 0x6CD: pashto += 1
      case 0x67A, 0x67B, 0x67D, 0x67F, 0x680, 0x683, 0x684, 0x687, 0x68A, 0x68C, 0x68D, 0x68F, 0x699, 0x6A6,
        0x6AA,
        0x6B1, 0x6B3, 0x6BB:
        sindhi += 1
      case 0x6AD, 0x6C7, 0x6C8, 0x6CB: uyghur += 1
      case 0x692, 0x695, 0x6B5, 0x6CE: kurdish += 1
      default: break
      }
    case 0x400...0x4FF:
      cyrillic += 1
      switch scalar {
      case 0x4AE, 0x4AF, 0x4E8, 0x4E9: mongolian += 1
      case 0x492...0x4A3, 0x4B0...0x4BB, 0x4D8, 0x4D9, 0x456: turkic += 1
      default: break
      }
    case 0x1200...0x137F: ethiopic += 1
    case 0xF00...0xFFF: tibetan += 1
    case 0x3041...0x3096, 0x30A1...0x30FA: kana += 1
    case 0x4E00...0x9FFF: ideographs += 1
    default: break
    }
  }

  /// The language, where its own letters are one in fifty at least and those of others are hardly any.
  var language: String? {
    if arabic >= 20 {
      let own = [("ps", pashto), ("sd", sindhi), ("ug", uyghur), ("ckb", kurdish)].sorted { $0.1 > $1.1 }
      if own[0].1 * 50 >= arabic, own[0].1 >= own[1].1 * 3 { return own[0].0 }
    }
    if cyrillic >= 40, mongolian * 25 >= cyrillic, turkic * 20 <= mongolian { return "mn" }
    if ethiopic >= 10 { return "am" }
    // Full-width Latin and the names of a list put CLD2 off; what is Chinese has a few words of kana at the most.
    if kana >= 12, kana * 4 >= ideographs { return "ja" }
    return tibetan >= 10 ? "bo" : nil
  }
}
