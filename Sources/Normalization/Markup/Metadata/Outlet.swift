/// The names under which a page's publisher appears: as it calls itself, and as its address does.
struct Outlet {
  /// The publisher's name, as it is to be printed.
  var name: String?
  /// The names without marks, spaces and case.
  private var keys: [[UInt8]] = []
  private var longestKey = 0
  /// The host of the page's address, `www.` aside, and its main label.
  private var host: String?

  /// The publisher of a page.
  init(names: [String], address: String?) {
    name = names.first { !$0.utf8.span.holds("://") && !$0.isEmpty } ?? names.first
    host = address.flatMap(Self.host)
    for name in names + names.flatMap(Self.initials) + [host, host.flatMap(Self.label)].compactMap(\.self) {
      let key = Self.key(name)
      if key.count > 1, !keys.contains(key) { keys.append(key) }
    }
    longestKey = keys.reduce(0) { max($0, $1.count) }
  }

  /// Whether a text is nothing but a name of the publisher, or such a name with a word or two around it.
  func isNamed(by text: String) -> Bool {
    if isAddressed(in: text) { return true }
    let words = text.split(separator: " ")
    guard (1...8).contains(words.count) else { return isExactly(text) }
    let wordKeys = words.map { Self.key($0) }
    let whole = Array(wordKeys.joined())
    var length = 0
    return wordKeys.indices.contains { index in
      let last = whole[length...]
      length += wordKeys[index].count
      let first = whole[..<length]
      // A name of a few letters may begin any other.
      return keys.contains {
        $0.elementsEqual(first) && ($0.count >= 4 || index == wordKeys.count - 1)
          || $0.count >= 6 && $0.elementsEqual(last)
      }
    }
  }

  /// Whether a name of the publisher, of at least four letters, stands anywhere in a text.
  func isIn(_ text: String) -> Bool {
    let key = Self.key(text)
    return keys.contains { $0.count >= 4 && key.span.holds($0.span) }
  }

  /// Whether a text has the publisher's host in it.
  func isAddressed(in text: String) -> Bool {
    host.map { text.lowercased().utf8.span.holds($0.utf8.span) } ?? false
  }

  /// Whether a text is the publisher's name, or its address.
  func isExactly(_ text: String) -> Bool {
    // What is longer than all names needs no reading to its end.
    let key = Self.key(text, limit: longestKey + 1)
    return keys.contains(key)
  }

  /// Whether a word begins the publisher's name: a byline may be cut off in the middle of it.
  func begins(with word: String) -> Bool {
    name?.lowercased().hasPrefix(word.lowercased() + " ") ?? false
  }

  /// A text without marks, spaces and case, cut off once it has so many bytes.
  private static func key(_ text: some StringProtocol, limit: Int = .max) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(min(text.utf8.count, limit))
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let folded = UInt8(scalar.value | 0x20)
        if folded &- 0x61 < 26 || scalar.value &- 0x30 < 10 { key.append(folded) }
      } else if scalar.properties.isAlphabetic {
        // The capital dotted I becomes an i and a dot that is no letter.
        if let lower = scalar.properties.lowercaseMapping.unicodeScalars.first { append(lower, to: &key) }
      }
      if key.count >= limit { break }
    }
    return key
  }

  /// The initials before or after the name in full: "DP - Dunmere Post".
  private static func initials(in name: String) -> [String] {
    name.split { "-–|".contains($0) }.map { collapse(Array($0.utf8)) }
      .filter { (2...5).contains($0.utf8.count) && $0 != name && $0.allSatisfy(\.isUppercase) }
  }

  /// `example.org` of `https://www.example.org/a/b`.
  private static func host(of address: String) -> String? {
    let bytes = address.utf8.span
    guard bytes.holds("//") else { return nil }
    let rest = Substring(address.utf8.dropFirst(bytes.end(of: "//", from: 0)))
    let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return bare.contains(".") ? bare : nil
  }

  /// `example` of `news.example.co.uk`.
  private static func label(of host: String) -> String? {
    let labels = host.split(separator: ".")
    guard labels.count >= 2 else { return nil }
    let isSecondLevel = labels.count >= 3 && labels[labels.count - 2].count <= 3
    return String(labels[labels.count - (isSecondLevel ? 3 : 2)])
  }
}
