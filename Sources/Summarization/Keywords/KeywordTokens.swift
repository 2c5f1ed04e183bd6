import Normalization

/// A word of an article as it stands there.
struct KeywordToken {
  /// Where it stands in the text, without a possessive ending.
  var range: Range<Int>
  /// Of the word in lower case.
  var hash: WordHash
  /// Whether it begins with a capital.
  var isCapitalized = false
  /// Whether it has two capitals at least, and no small letter.
  var isAcronym = false
  /// Whether it begins with a digit.
  var isNumber = false
  /// What it may be.
  var traits: KeywordTraits = []
  /// Whether something else than a space stands before it.
  var followsBreak = false
  /// Whether a sentence, a quotation or a line begins with it, so that its capital proves nothing.
  var opensSentence = false
  /// Whether it stands in the headline.
  var isInHeadline = false

  /// Whether it is a function word.
  var isStopWord: Bool { traits.contains(.stopWord) }
  /// Whether it is a word that says little in any article, but no function word.
  var isCommon: Bool { traits.isDisjoint(with: .stopWord) && traits.contains(.common) }
}

/// The words of a headline and a body.
struct KeywordTokens {
  private(set) var bytes: [UInt8] = []
  var tokens: [KeywordToken] = []
  /// How many words stand in the headline.
  private(set) var headlineCount = 0

  /// The names that are known for what they are without capitals, in reading order.
  private(set) var names: [KnownName] = []

  /// What is named where words stand side by side, in whole words or in parts of them.
  private(set) var mentions: [Mention] = []

  /// The place of the dateline, in small letters behind the first of each word; the dateline itself is not among the words.
  private(set) var place: String?

  private static let limit = 32 << 10

  init(_ article: Article, language: KeywordLanguage) {
    bytes.reserveCapacity(4096)
    if let headline = article.headline { bytes.append(contentsOf: headline.utf8.prefix(1024)) }
    bytes.append(0x0A)
    let headlineEnd = bytes.count
    for (index, paragraph) in article.body.enumerated() {
      let text = paragraph.text.utf8.span
      guard bytes.count + text.count < Self.limit else { break }
      let start =
        index < 4
        ? Dateline.end(in: text, 0..<text.count, opensArticle: index == 0, known: article.dateline) : 0
      if start > 0, index == 0 { place = Self.place(of: text.extracting(0..<start)) }
      bytes.append(text.extracting(start..<text.count))
      bytes.append(0x0A)
    }
    tokens = readTokens(language)
    if language.joinsNouns { cutGenitives(language) }
    if let lists = language.names {
      if language.isUnspaced {
        let found = UnspacedNames(in: bytes, lists, changesScript: true)
        mentions = found.mentions(in: bytes)
        names = words(of: found)
      } else {
        names = findNames(lists, language)
        if !lists.endings.isEmpty { cutEndings(lists, except: names) }
      }
    }
    for index in tokens.indices {
      guard tokens[index].range.lowerBound < headlineEnd else { break }
      tokens[index].isInHeadline = true
      headlineCount += 1
    }
  }

  /// The text of a run of words, as it stands in the article.
  func text(of words: Range<Int>) -> String {
    let last = tokens[words.upperBound - 1]
    var end = last.range.upperBound
    // "U.S."
    if last.isAcronym, end < bytes.count, bytes[end] == UInt8(ascii: "."),
      bytes[last.range].contains(UInt8(ascii: "."))
    {
      end += 1
    }
    return String(decoding: bytes[tokens[words.lowerBound].range.lowerBound..<end], as: UTF8.self)
  }

  /// The names that are whole words.
  private func words(of found: UnspacedNames) -> [KnownName] {
    var first = 0
    return found.names.compactMap { name in
      while first < tokens.count, tokens[first].range.lowerBound < name.range.lowerBound { first += 1 }
      var end = first
      while end < tokens.count, tokens[end].range.upperBound <= name.range.upperBound { end += 1 }
      guard end > first, tokens[first].range.lowerBound == name.range.lowerBound,
        tokens[end - 1].range.upperBound == name.range.upperBound
      else { return nil }
      return KnownName(words: first..<end, kind: name.kind)
    }
  }

  /// The well known place that a dateline names first.
  private static func place(of dateline: Span<UInt8>) -> String? {
    var hashes: [UInt64] = []
    var hash = WordHash()
    var name = String.UnicodeScalarView()
    var offset = 0
    var isInside = false
    while offset < dateline.count {
      let scalar = DecodedScalar(in: dateline, at: offset)
      if scalar.kind == .other, scalar.value != 0x2D || !isInside {
        if isInside { hashes.append(hash.value) }
        guard scalar.value == 0x20, !hashes.isEmpty else { break }
        hash = WordHash()
        isInside = false
        if NameLexicon.places[WordHash(phrase: hashes)] != nil { return String(name) }
        name.append(" ")
      } else {
        let printed = isInside ? scalar.lowered : scalar.value
        name.append(Unicode.Scalar(printed) ?? " ")
        hash.add(scalar.lowered)
        isInside = true
      }
      offset += scalar.length
    }
    return NameLexicon.places[WordHash(phrase: hashes)] != nil ? String(name) : nil
  }

  /// Cuts the "s" off surnames behind given names that stand without it elsewhere, and off places: "Sebastian Hendels
  /// Karriere", "Deutschlands Wälder".
  private mutating func cutGenitives(_ language: KeywordLanguage) {
    var names = HashTable<Void>(capacity: 64)
    for token in tokens where token.isCapitalized { _ = names.place(of: token.hash.value, orNew: ()) }
    for index in tokens.indices.dropFirst() {
      let range = tokens[index].range
      guard tokens[index].isCapitalized, !tokens[index].isAcronym, range.count > 3,
        bytes[range.upperBound - 1] == UInt8(ascii: "s")
      else { continue }
      let stem = range.lowerBound..<range.upperBound - 1
      let hash = WordHash(bytes.span, stem)
      let isSurname =
        !tokens[index].followsBreak && mayBeGivenName(tokens[index - 1].hash.value)
        && names[hash.value] != nil
      guard isSurname || NameLexicon.isPlace(hash) && !NameLexicon.isPlace(tokens[index].hash) else {
        continue
      }
      tokens[index].range = stem
      tokens[index].hash = hash
      tokens[index].traits = language.traits(of: hash)
      if index + 1 < tokens.count { tokens[index + 1].followsBreak = true }
    }
  }

  private func readTokens(_ language: KeywordLanguage) -> [KeywordToken] {
    let text = bytes.span
    var read: [KeywordToken] = []
    read.reserveCapacity(text.count / 5)
    var offset = 0
    var isBreak = true
    var isOpening = true
    while offset < text.count {
      if let (end, hash) = Self.plainWord(in: text, at: offset) {
        var token = KeywordToken(range: offset..<end, hash: hash)
        token.followsBreak = isBreak
        token.opensSentence = isOpening
        token.traits = language.traits(of: hash)
        read.append(token)
        (isBreak, isOpening, offset) = (false, false, end)
        continue
      }
      let first = DecodedScalar(in: text, at: offset)
      let kind = first.kind
      if kind == .other || kind == .mark {
        switch first.value {
        case 0x20, 0xA0: break
        case 0x2E, 0x21, 0x3F, 0x3A, 0x0A, 0x22, 0x201C, 0x201E, 0x2018, 0xAB, 0xBB, 0x2022, 0x2014, 0x2013,
          0xBF, 0xA1:
          // "Mr. Smith", "J. Smith"
          let isInitial =
            first.value == 0x2E
            && read.last.map { isAbbreviated($0) && $0.range.upperBound == offset } ?? false
          if !isInitial {
            isBreak = true
            isOpening = true
          }
        default: isBreak = true
        }
        offset += first.length
        continue
      }
      var token = KeywordToken(range: offset..<offset, hash: WordHash())
      token.isCapitalized = kind == .upper
      token.isNumber = kind == .digit
      token.followsBreak = isBreak
      token.opensSentence = isOpening
      isBreak = false
      isOpening = false
      var capitals = 0
      var smalls = 0
      var isElided = false
      var scalar = first
      var end = offset
      let script = language.isUnspaced ? Script(of: first) : nil
      while true {
        if let script, Script(of: scalar) != script { break }
        let kind = scalar.kind
        if kind == .other {
          // Inside of words: "O'Neill", "Jean-Pierre", "U.S", "AT&T".
          guard Self.joins(scalar.value), end + scalar.length < text.count else { break }
          let next = DecodedScalar(in: text, at: end + scalar.length)
          let nextKind = next.kind
          guard nextKind != .other, nextKind != .mark else { break }
          if Self.isInHebrewWord(scalar.value), !(0x5D0...0x5EA).contains(next.value) { break }
          let isApostrophe = scalar.value == 0x27 || scalar.value == 0x2019
          if isApostrophe, language.joinsEndings || Self.isPossessive(text, at: end + scalar.length) { break }
          if isApostrophe, language.elides, end - offset <= 2 || language.elided[token.hash] != nil {
            isElided = true
            break
          }
          if scalar.value == 0x2E, nextKind != .upper || smalls > 0 || capitals == 0 { break }
          if scalar.value == 0x26, nextKind != .upper || capitals == 0 { break }
        } else if kind == .upper {
          capitals += 1
        } else if kind == .lower || kind == .uncased {
          smalls += 1
        }
        token.hash.add(kind == .other && scalar.value > 0x7F ? Self.plainMark(scalar.value) : scalar.lowered)
        end += scalar.length
        // The rest of most words.
        while end < text.count, text[end] &- 0x61 < 26 {
          token.hash.add(UInt32(text[end]))
          smalls += 1
          end += 1
        }
        guard end < text.count else { break }
        scalar = DecodedScalar(in: text, at: end)
      }
      token.range = offset..<end
      token.isAcronym = capitals > 1 && smalls == 0
      token.traits = language.traits(of: token.hash)
      if let script {
        token.traits.formUnion(Self.traits(of: token.range.count, in: script, behind: read.last))
      }
      if isElided { token.traits.insert([.stopWord, .article]) }
      // "New York", but "a new plan"
      if token.isCapitalized && token.hash == Self.new { token.traits.remove(.common) }
      read.append(token)
      offset = end
      // "Merkel's", "l'Europe": what is left of it is no word.
      if offset + 1 < text.count, text[offset] == 0x27 || text[offset] == 0xE2 {
        let apostrophe = DecodedScalar(in: text, at: offset)
        if apostrophe.value == 0x27 || apostrophe.value == 0x2019 {
          offset += apostrophe.length
          if language.joinsEndings {
            // "Ankara'da"
            while offset < text.count, case let ending = DecodedScalar(in: text, at: offset),
              ending.kind == .lower
            {
              offset += ending.length
            }
            isBreak = true
          } else if Self.isPossessive(text, at: offset) {
            offset += 1
            isBreak = true
          } else if offset >= text.count || DecodedScalar(in: text, at: offset).kind == .other {
            // What "'Brindle' Doe" quotes ends there; "the Workers' Union" is one name, but "Kate Moss' Erfolg" is none.
            isBreak = text[end - 1] != UInt8(ascii: "s") || language.capitalizesNouns
          }
        }
      }
    }
    return read
  }

  /// What a run of letters of a script may be, where words stand side by side: hiragana joins words, one letter of another script is
  /// half a word, and so is what counts the number before it.
  private static func traits(of length: Int, in script: Script, behind last: KeywordToken?) -> KeywordTraits {
    if script == .hiragana { return .stopWord }
    return script == .compound && length < 6 || last?.isNumber ?? false ? .common : []
  }

  /// The end and the hash of a word of small letters of ASCII before a space or a comma, as most are; `nil` for others.
  @inline(__always)
  private static func plainWord(in text: Span<UInt8>, at start: Int) -> (end: Int, hash: WordHash)? {
    var hash = WordHash()
    var end = start
    while end < text.count {
      let byte = text[end]
      guard byte &- 0x61 < 26 else {
        return end > start && (byte == 0x20 || byte == 0x2C) ? (end, hash) : nil
      }
      hash.add(UInt32(byte))
      end &+= 1
    }
    return nil
  }

  /// Whether a mark may stand inside of a word.
  @inline(__always)
  private static func joins(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x26, 0x27, 0x2D, 0x2E, 0x2019, 0x200C: true
    default: isInHebrewWord(mark)
    }
  }

  /// Whether a mark stands inside of Hebrew abbreviations and foreign names alone.
  @inline(__always)
  private static func isInHebrewWord(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x22, 0x201D, 0x5F3, 0x5F4: true
    default: false
    }
  }

  /// The mark of ASCII that stands for one inside of a word.
  private static func plainMark(_ mark: UInt32) -> UInt32 {
    switch mark {
    case 0x201D, 0x5F4: 0x22
    case 0x5F3: 0x27
    default: mark
    }
  }

  private static let new = WordHash("new")
  private static let saint = WordHash("st")

  /// Whether a full stop after the word ends no sentence.
  private func isAbbreviated(_ token: KeywordToken) -> Bool {
    token.isCapitalized
      && (token.range.count == 1 || token.hash == Self.saint
        || token.traits.contains(.title) && token.range.count < 5)
  }

  /// Whether an "s" stands there, and nothing of a word behind it.
  private static func isPossessive(_ text: Span<UInt8>, at offset: Int) -> Bool {
    guard offset < text.count, text[offset] | 0x20 == 0x73 else { return false }
    return offset + 1 == text.count || DecodedScalar(in: text, at: offset + 1).kind == .other
  }
}

/// The scripts that part Japanese words.
private enum Script {
  /// Chinese letters and katakana, of which names and nouns are made.
  case compound
  case hiragana
  case other

  init(of scalar: DecodedScalar) {
    self =
      switch scalar.value {
      case 0x3041...0x309F: .hiragana
      case 0x3005, 0x30A1...0x30FA, 0x30FC, 0x3400...0x4DBF, 0x4E00...0x9FFF: .compound
      default: .other
      }
  }
}
