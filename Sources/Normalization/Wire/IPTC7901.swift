/// Messages of IPTC 7901, as agencies send them over lines and in files: a header, the text, an end, each behind its control character.
struct IPTC7901 {
  /// `bdt0000 3 vm 831  dpa 0000`, and the keywords below it.
  private let header: ArraySlice<UInt8>
  private let text: ArraySlice<UInt8>
  /// `241205 Sep 24`.
  private let trailer: ArraySlice<UInt8>
  /// Whether the file ends in the middle of the text.
  private let isCut: Bool

  private static let (startOfHeader, startOfText, endOfText): (UInt8, UInt8, UInt8) = (0x01, 0x02, 0x03)
  private static let endOfTransmission: UInt8 = 0x04

  /// The messages of a file, in order; none where it is of another format.
  static func messages(in file: [UInt8]) -> [IPTC7901] {
    // Fillers of the line may stand before the first one.
    guard let first = file.prefix(64).firstIndex(of: startOfHeader),
      file[..<first].allSatisfy({ $0 <= 0x20 || $0 == 0x7F || $0 == 0x5A || $0 == 0x43 })
    else { return [] }
    var messages: [IPTC7901] = []
    var rest = file[(first + 1)...]
    while let text = rest.firstIndex(of: startOfText) {
      let header = rest[..<text]
      // "bdt0000": letters for the service, and the number of the message; where the first is one, others are as they are.
      let name = header.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
      let isNamed =
        name.count >= 2 && name.allSatisfy { $0 < 0x7F } && name.contains { (0x30...0x39).contains($0) }
        && (0x61...0x7A).contains(name.first?.lowercased ?? 0)
      guard isNamed || !messages.isEmpty else { return [] }
      let end = rest[text...].firstIndex { $0 == endOfText || $0 == startOfHeader } ?? rest.endIndex
      // The next message may begin where the end of this one is missing.
      let isEnded = end < rest.endIndex && rest[end] == endOfText
      var after = rest[(isEnded ? end + 1 : end)...]
      let next = after.firstIndex(of: startOfHeader) ?? after.endIndex
      let trailer = after[..<next].prefix { $0 != endOfTransmission && $0 != 0x7F }
      let isCut = !isEnded && rest[..<end].last != 0x0A
      messages.append(IPTC7901(header: header, text: rest[(text + 1)..<end], trailer: trailer, isCut: isCut))
      after = after[next...].dropFirst()
      rest = after
    }
    return messages
  }

  /// The story that a message brings, and the charset that it was read from.
  func story() throws(NormalizationError) -> (item: WireItem, charset: String) {
    // What the wire puts between the lines - bells, the controls of old printers - is no text.
    let bare = (header + [0x0A, Self.startOfText] + text).filter {
      $0 >= 0x20 || $0 == 0x0A || $0 == Self.startOfText
    }
    let decoded = try decoded(bare.map { $0 == Self.startOfText ? 0x0C : $0 })
    let parts = decoded.utf8.split(separator: 0x0C, maxSplits: 1, omittingEmptySubsequences: false)
    var item = WireItem()
    if parts.count == 2 {
      item.take(header: Self.lines(of: parts[0]))
      item.take(message: Self.lines(of: parts[1]))
    }
    if isCut { item.fault = .cutOff("IPTC 7901") }
    item.published = Self.date(String(decoding: trailer, as: UTF8.self))
    return (item, decoded.charset)
  }

  private static func lines(of text: ArraySlice<UInt8>) -> [String] {
    let clean = cleaned(composed(withoutMojibake(Array(text))).span)
    return String(decoding: clean, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// `24 Sep 2024 12:05` of `241205 Sep 24`.
  private static func date(_ trailer: String) -> String? {
    var words = trailer.split { $0 == " " || $0.isNewline }
    let zones: [Substring] = ["GMT", "UTC", "UT", "Z"]
    let isUniversal = words.contains { zones.contains($0.uppercased()[...]) }
    words.removeAll { zones.contains($0.uppercased()[...]) }
    guard words.count >= 3, words[0].utf8.count == 6, Int(words[0]) != nil, words[2].utf8.count == 2,
      let year = Int(words[2])
    else { return nil }
    let (day, clock) = (words[0].prefix(2), words[0].dropFirst(2))
    let time = "\(clock.prefix(2)):\(clock.suffix(2))\(isUniversal ? " UTC" : "")"
    // The format is of 1979.
    return "\(day) \(words[1]) \(year < 79 ? 2000 + year : 1900 + year) \(time)"
  }
}

extension WireItem {
  /// Takes the agency and the keywords.
  fileprivate mutating func take(header lines: [String]) {
    let words = lines.first?.split(separator: " ") ?? []
    agencyCode = words.dropFirst(4).first { $0.allSatisfy(\.isLetter) }.map(String.init)
    publisher = agencyCode.flatMap { isAgency($0) ? $0 : nil }
    keywords = lines.dropFirst().flatMap { $0.split(separator: "/") }
      .map { collapse(Array($0.utf8)) }.filter { !$0.isEmpty }
  }

  /// Takes headline, byline and text.
  fileprivate mutating func take(message lines: [String]) {
    let end = Self.endOfTop(lines)
    takeTop(lines[..<end].map { $0.hasSuffix("=") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty })

    // A paragraph begins after a blank line or with a line that is set in.
    var paragraphs: [[String]] = []
    for (index, line) in zip(end..., lines[end...]) where !line.isEmpty {
      if index > end, !lines[index - 1].isEmpty, !line.hasPrefix(" "), !paragraphs.isEmpty {
        paragraphs[paragraphs.count - 1].append(line)
      } else {
        paragraphs.append([line])
      }
    }
    let isTail = paragraphs.firstIndex { Self.beginsNotes($0) } ?? paragraphs.endIndex
    var text = paragraphs[..<isTail].map { collapse(Array($0.joined(separator: " ").utf8)) }
    var tail = paragraphs[isTail...].map { $0.joined(separator: " ") }
    if let line = text.prefix(2).lazy.compactMap(wireDateline(of:)).first,
      let open = line.firstIndex(of: "("),
      line.hasSuffix(")")
    {
      publisher = line[line.index(after: open)...].dropLast().split(separator: "/").first.map(String.init)
    }
    while text.count > 1, let last = text.last, isSign(last) {
      tail.insert(text.removeLast(), at: 0)
    }
    if text.count > 1, wireDateline(of: text[0]) == nil, wireDateline(of: text[1]) != nil {
      standfirst = text.removeFirst()
    }
    if let last = text.last, namesSources(Line(ofBlock: last)), text.count > 1 { credit = text.removeLast() }
    body = WireBody(paragraphs: text)
    // What is not for the public goes no further than to who got the file.
    let secret = tail.firstIndex { Self.forbidsPrinting(Line(ofBlock: $0)) } ?? tail.count
    notes += tail[..<secret]
  }

  /// Where the text begins: behind the last of the lines at the top that end with an equals sign; where none does, behind the first blank
  /// line, or where a line is set in. What begins as a text has nothing above it.
  private static func endOfTop(_ lines: [String]) -> Int {
    let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
    if var marked = lines.prefix(24).firstIndex(where: { $0.hasSuffix("=") }) {
      while let next = lines[(marked + 1)...].firstIndex(where: { !$0.isEmpty }), next <= marked + 3,
        lines[next].hasSuffix("=")
      {
        marked = next
      }
      return marked + 1
    }
    let end = lines[first...].dropFirst().firstIndex { $0.isEmpty || $0.hasPrefix(" ") } ?? lines.endIndex
    let block = Line(ofBlock: lines[first..<end].joined(separator: " "))
    return block.endsSentence && block.words > 24 ? first : end
  }

  /// Takes the lines above the text: advice in brackets, the headline, the byline.
  private mutating func takeTop(_ lines: [String]) {
    var advice: String?
    var isCut = false
    for line in lines {
      let line = collapse(Array(line.utf8))
      if let open = advice {
        advice = "\(open) \(line)"
      } else if line.hasPrefix("(") {
        advice = line
      } else if startsByline(Line(ofBlock: line).tokens), markedAuthors(in: Line(ofBlock: line)) != nil {
        bylines.append(line)
      } else if headline == nil {
        headline = line
        // A headline that goes on in the next line fills its own.
        isCut = line.count >= 56
      } else if isCut {
        headline = headline.map { "\($0) \(line)" }
        isCut = false
      } else {
        notes.append(line)
      }
      if advice?.hasSuffix(")") == true {
        notes += [advice].compactMap(\.self)
        advice = nil
      }
    }
    notes += [advice].compactMap(\.self)
  }

  /// Whether a paragraph begins what an agency tells the editors below the text: a heading of its notes, a row of stars.
  private static func beginsNotes(_ lines: [String]) -> Bool {
    guard let first = lines.first else { return false }
    return first.hasPrefix("# ") || first.hasPrefix("## ") || first.hasPrefix("* *") || first.hasPrefix("***")
  }

  private static func forbidsPrinting(_ line: Line) -> Bool {
    line.words <= 16 && line.tokens.contains { $0.isAny(of: publications) }
      && line.tokens.contains { $0.isAny(of: negations) }
  }

  private static let publications: WordSet = [
    "publication", "release", "veröffentlichung", "publicación", "publicação", "pubblicazione", "publicatie",
    "diffusion",
  ]
  private static let negations: WordSet = ["not", "nicht", "no", "não", "non", "niet", "pas"]

  /// Whether a last line is the sign of who sent the message: `dpa kre/su yysw a3 mda`, `END`, `nnnn`, `-30-`.
  private func isSign(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count <= 8, text.utf8.count <= 60, !",.!?»”\"".contains(text.last ?? " ") else {
      return false
    }
    if let house = publisher ?? agencyCode,
      words.first.map({ $0.lowercased().hasPrefix(house.lowercased()) }) == true
    {
      return true
    }
    let bare = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return ["end", "ends", "nnnn", "30", "ende", "fin"].contains(bare)
  }
}

/// Reads the messages of a file of IPTC 7901.
func reading(
  of messages: [IPTC7901], in source: consuming SourceFile, options: NormalizationOptions
) throws(NormalizationError) -> Reading {
  let origin = Source(of: source, format: "text/x-iptc-7901", charset: Charset.utf8.name)
  _ = consume source
  return try Reading(of: messages) { message, number throws(NormalizationError) in
    var origin = origin
    origin.number = number
    let (item, charset) = try message.story()
    origin.charset = charset
    return try item.article(from: origin, options: options)
  } title: {
    try? $0.story().item.headline
  }
}
