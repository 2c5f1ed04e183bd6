/// Names in texts whose words stand side by side: Chinese, where nothing parts them, and Japanese, where a change of the script does.
struct UnspacedNames {
  /// A name that is known for what it is.
  struct Name: Sendable {
    /// Where it stands, in bytes.
    var range: Range<Int>
    /// What it names.
    var kind: Mention.Kind
  }

  /// The names, in reading order.
  private(set) var names: [Name] = []
  private var letters: [(value: UInt32, start: Int)] = []
  private let lists: NameLists
  private let changesScript: Bool

  /// Finds the names in a text.
  ///
  /// - Parameter changesScript: Whether a change of the script parts words.
  init(in bytes: [UInt8], _ lists: NameLists, changesScript: Bool) {
    self.lists = lists
    self.changesScript = changesScript
    let text = bytes.span
    letters.reserveCapacity(text.count / 3 + 1)
    var offset = 0
    while offset < text.count {
      let scalar = DecodedScalar(in: text, at: offset)
      letters.append((scalar.lowered, offset))
      offset += scalar.length
    }
    letters.append((0x0A, text.count))
    var index = 0
    var end = 0
    while index < letters.count {
      let name =
        listed(from: index, behindName: end == index)
        ?? (changesScript
          ? japanesePerson(from: index) ?? katakanaPerson(from: index)
          : foreignPerson(from: index) ?? chinesePerson(from: index))
      if let name {
        names.append(
          Name(
            range: letters[name.letters.lowerBound].start..<letters[name.letters.upperBound].start,
            kind: name.kind))
        index = name.letters.upperBound
        end = index
      } else {
        index += 1
      }
    }
  }

  /// What is named, each once and in its fullest form: "大阪府", not "大阪" as well.
  func mentions(in bytes: [UInt8]) -> [Mention] {
    var mentions: [Mention] = []
    for name in names where mentions.count < Keywords.maximumMentions {
      let mention = Mention(kind: name.kind, name: String(decoding: bytes[name.range], as: UTF8.self))
      let isPart = names.contains {
        $0.kind == name.kind && $0.range.count > name.range.count
          && bytes[$0.range].starts(with: bytes[name.range])
      }
      if !isPart, !mentions.contains(mention) { mentions.append(mention) }
    }
    return mentions
  }

  private typealias Found = (letters: Range<Int>, kind: Mention.Kind)

  // MARK: - Letters

  private func value(_ index: Int) -> UInt32 { letters.indices.contains(index) ? letters[index].value : 0x0A }

  private func isChinese(_ index: Int) -> Bool {
    value(index) == 0x3005 || (0x3400...0x9FFF).contains(value(index))
  }

  private func isKatakana(_ index: Int) -> Bool {
    (0x30A1...0x30FA).contains(value(index)) || value(index) == 0x30FC
  }

  private func hash(_ letters: Range<Int>) -> WordHash {
    var hash = WordHash()
    for index in letters { hash.add(value(index)) }
    return hash
  }

  /// How many letters the longest of some words has that stands there; `nil` where none does.
  private func longest(of words: WordMap<Bool>, at index: Int) -> Int? {
    var hash = WordHash()
    var longest: Int?
    for count in 1...6 {
      hash.add(value(index + count - 1))
      if words[hash] != nil { longest = count }
    }
    return longest
  }

  // MARK: - Lists

  private func listed(from index: Int, behindName: Bool) -> Found? {
    let isInside = changesScript && !behindName && goesOn(index - 1, index)
    guard !isInside || isBare(index - 1) else { return nil }
    var hash = WordHash()
    var found: Found?
    for end in index + 1...min(index + lists.longest, letters.count) {
      hash.add(value(end - 1))
      guard let kind = lists[WordHash(phrase: CollectionOfOne(hash.value))],
        !changesScript || kind == .person || ends(at: end)
      else {
        continue
      }
      found = (index..<end, kind)
    }
    // What begins as a longer word does is none: "中国通" but "中国通过".
    return found.flatMap {
      lists.notNames[self.hash($0.letters.lowerBound..<min($0.letters.upperBound + 1, letters.count))] == nil
        ? $0 : nil
    }
  }

  /// Whether two letters side by side are of one word, as far as their script tells.
  private func goesOn(_ index: Int, _ next: Int) -> Bool {
    (isChinese(index) || isKatakana(index)) && (isChinese(next) || isKatakana(next))
  }

  /// Whether a letter stands before names and is no part of them: "former", "late".
  private func isBare(_ index: Int) -> Bool {
    [0x5143, 0x524D, 0x6545, 0x73FE, 0x65E7, 0x7C73].contains(value(index)) && !goesOn(index - 1, index)
  }

  /// Whether a Japanese name ends there: another script goes on, or a word that goes on behind names.
  private func ends(at index: Int) -> Bool {
    // "Yokohama FC"
    if value(index) &- 0x61 < 26 || value(index) &- 0xFF21 < 26 { return false }
    return !goesOn(index - 1, index) || longest(of: lists.followers, at: index) != nil
      || lists[WordHash(phrase: CollectionOfOne(hash(index..<index + 2).value))] != nil
  }

  // MARK: - Japanese people

  /// A family name and a given one before a title or an age.
  private func japanesePerson(from index: Int) -> Found? {
    guard isChinese(index), !goesOn(index - 1, index) || isBare(index - 1) else { return nil }
    for family in [3, 2, 1] where lists.familyNames[hash(index..<index + family)] != nil {
      for given in family == 1 ? [2] : [2, 1, 3] {
        let end = index + family + given
        guard (index..<end).allSatisfy(isChinese), lists.nameLetters[hash(end - 1..<end)] != nil,
          lists.notNames[hash(index + family..<end)] == nil,
          isBeforeTitle(end) || isBeforeAge(end)
        else { continue }
        return (index..<end, .person)
      }
    }
    return nil
  }

  private func isBeforeTitle(_ index: Int) -> Bool {
    let start = [0x5143, 0x524D, 0x526F, 0x7C73].contains(value(index)) ? index + 1 : index
    return longest(of: lists.titles, at: index) != nil || longest(of: lists.titles, at: start) != nil
  }

  /// "（45）"
  private func isBeforeAge(_ index: Int) -> Bool {
    func isDigit(_ index: Int) -> Bool { value(index) &- 0x30 < 10 || value(index) &- 0xFF10 < 10 }
    return [0x28, 0xFF08].contains(value(index)) && isDigit(index + 1) && isDigit(index + 2)
      && [0x29, 0xFF09].contains(value(index + 3))
  }

  /// Two to four parts in katakana with dots between, the first a given name or a title behind the last.
  private func katakanaPerson(from index: Int) -> Found? {
    guard isKatakana(index), !goesOn(index - 1, index) || isBare(index - 1), value(index - 1) != 0x30FB else {
      return nil
    }
    var end = index
    var parts: [Range<Int>] = []
    while parts.count < 5 {
      let start = end
      while isKatakana(end) { end += 1 }
      guard end > start else { return nil }
      parts.append(start..<end)
      guard value(end) == 0x30FB || value(end) == 0xFF1D || value(end) == 0x3D else { break }
      end += 1
    }
    guard (2...4).contains(parts.count), parts.allSatisfy({ $0.count > 1 }), let first = parts.first else {
      return nil
    }
    let isGiven = lists.givenNames[hash(first)] != nil
    guard isGiven && (!goesOn(end - 1, end) || isBeforeTitle(end)) || isBeforeTitle(end) && parts.count < 4
    else { return nil }
    return (index..<end, .person)
  }

  // MARK: - Chinese people

  /// A foreign name with dots between its parts, in the letters of which such names are made.
  private func foreignPerson(from index: Int) -> Found? {
    // "Her husband John": the letter of "husband" is one that names may end with.
    guard isOfForeignNames(index), value(index) != 0x592B,
      !isOfForeignNames(index - 1) || value(index - 1) == 0x592B
    else { return nil }
    var end = index
    var parts = 0
    while parts < 5 {
      let start = end
      while isOfForeignNames(end) { end += 1 }
      guard end - start > 0, end - start < 9 else { return nil }
      parts += 1
      guard [0xB7, 0x2027, 0x30FB].contains(value(end)) || value(end) == 0x2D && parts > 1 else { break }
      end += 1
    }
    guard (2...4).contains(parts), end - index > 4, longest(of: Self.institutions, at: end) == nil else {
      return nil
    }
    return (index..<end, .person)
  }

  private func isOfForeignNames(_ index: Int) -> Bool { lists.nameLetters[hash(index..<index + 1)] != nil }

  /// What makes of the name before it that of an institution or a prize.
  private static let institutions = WordMap(
    "大学 大學 学院 學院 医院 醫院 公司 奖 獎 基金会 基金會 中心 研究所 酒店 广场 廣場 号 號 杯 法 法案")

  /// A family name and one or two letters, which a title, a verb of speech or the end of a clause stands beside on both sides.
  private func chinesePerson(from index: Int) -> Found? {
    guard isChinese(index), lists.familyNames[hash(index..<index + 1)] != nil else { return nil }
    let isBehindTitle = (2...4).contains { count in
      index >= count && lists.titles[hash(index - count..<index)] != nil
    }
    guard isBehindTitle || !isChinese(index - 1) else { return nil }
    for end in [index + 3, index + 2] where (index..<end).allSatisfy(isChinese) {
      guard longest(of: lists.notNames, at: index) == nil, longest(of: lists.followers, at: end - 1) == nil,
        longest(of: lists.titles, at: index + 1) == nil, !isListed(at: index + 1), !isListed(at: end - 1)
      else { continue }
      let goesOn = longest(of: lists.followers, at: end) != nil
      let isTitled = longest(of: lists.titles, at: end) != nil
      guard goesOn || isTitled || !isChinese(end) else { continue }
      let count = occurrences(of: index..<end)
      let evidence = (isBehindTitle ? 2 : 0) + (isTitled ? 2 : 0) + (goesOn ? 1 : 0) + min(count - 1, 2)
      if evidence >= 3 { return (index..<end, .person) }
    }
    return nil
  }

  private func isListed(at index: Int) -> Bool {
    (2...4).contains { count in
      index + count <= letters.count
        && lists[WordHash(phrase: CollectionOfOne(hash(index..<index + count).value))] != nil
    }
  }

  /// How often some letters stand in the text.
  private func occurrences(of some: Range<Int>) -> Int {
    let first = value(some.lowerBound)
    return letters.indices.count { index in
      letters[index].value == first
        && some.indices.allSatisfy { value(index + $0 - some.lowerBound) == value($0) }
    }
  }
}
