import JSONText

/// Which files a user means by a word: a name for life, a name, or a path.
public struct Choice: Equatable, Sendable {
  /// The word as it was typed.
  public let text: String
  /// The claim that it names, where it is one's name for life.
  let id: ClaimID?
  /// The components of the paths it may mean, each tried.
  private let paths: [[UInt8]]
  /// Which of a file's several articles it may mean: 2 for `feed.xml.2.json`.
  public private(set) var number: Int?

  /// What a word means.
  ///
  /// A path as it lies in the inbox or one of the other folders (`sport/a.txt`, `outbox/sport/a.txt.json`), or a name alone, which
  /// then may lie in any section. Names are taken as they are, and with the escapes in which they are printed.
  ///
  /// - Parameter mayBePart: Whether it may also be one of the several articles in a file, which are looked at, and never taken
  ///   down or redone alone.
  public init(_ text: String, mayBePart: Bool = false) {
    self.text = text
    id = ClaimID(Array(text.lowercased().utf8))
    var path = Array(text.utf8)
    if path.starts(with: "./".utf8) { path.removeFirst(2) }
    if let place = ["inbox", "outbox", "failed"].first(where: { path.starts(with: "\($0)/".utf8) }) {
      path.removeFirst(place.utf8.count + 1)
    } else if path.starts(with: "done/".utf8), path.count > 16, path[15] == UInt8(ascii: "/") {
      path.removeFirst(16)  // done/2026-11-24/
    }
    var paths = [path]
    if let plain = Escaping.unescaped(path), plain != path { paths.append(plain) }
    for path in paths {
      for ending in [".reason.json", ".json", ".md"] where path.count > ending.utf8.count {
        if path.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
          paths.append(Array(path.dropLast(ending.utf8.count)))
        }
      }
    }
    for path in mayBePart ? paths : [] {
      // NAME.2 is the second article of a file.
      guard let dot = path.lastIndex(of: UInt8(ascii: ".")), (1...4).contains(path.count - dot - 1),
        let number = Int(String(decoding: path[(dot + 1)...], as: UTF8.self)), number > 0
      else { continue }
      self.number = number
      paths.append(Array(path[..<dot]))
    }
    for path in paths {
      // NAME~ID is what a taken name becomes.
      if path.count > 27, path[path.count - 27] == UInt8(ascii: "~"), ClaimID(path.suffix(26)) != nil {
        paths.append(Array(path.dropLast(27)))
      }
    }
    self.paths = paths
  }

  /// Whether a line of the history is about such a file.
  public func includes(_ entry: HistoryEntry) -> Bool {
    entry.id == id?.text || includes(entry.path)
  }

  /// Whether a file is called by the word itself, and not by what its results are called.
  public func isName(of path: InboxPath) -> Bool { rank(of: path) == 0 }

  /// Whether a file of that path is meant.
  public func includes(_ path: InboxPath) -> Bool { rank(of: path) != nil }

  /// How well a path fits, 0 the best; `nil` where it does not.
  func rank(of path: InboxPath) -> Int? {
    let bytes = path.bytes
    return paths.firstIndex { $0 == bytes || !$0.contains(UInt8(ascii: "/")) && $0 == path.name.bytes }
  }

  /// What fits best of some things: a file whose name is the word itself goes before one whose result is called so.
  public func best<Thing>(of things: [Thing], at path: (Thing) -> InboxPath, id: (Thing) -> String?)
    -> [Thing]
  {
    let ranks = things.map { self.id.map(\.text) != nil && id($0) == self.id?.text ? 0 : rank(of: path($0)) }
    guard let best = ranks.compactMap(\.self).min() else { return [] }
    return zip(things, ranks).filter { $0.1 == best }.map(\.0)
  }

  /// Whether the word names a claim.
  public var isID: Bool { id != nil }

  /// What a line of the history contains that is about such a file, one of them at least.
  var words: [[UInt8]] {
    // The name alone, as JSON spells it; where it is not UTF-8, the lines that have its base64.
    let names = paths.map { path -> [UInt8] in
      let name = Array(path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true).last ?? [])
      guard let text = String(utf8: name) else { return Array("\"nameBytes\"".utf8) }
      return Array("\"name\":".utf8) + text.json(.line)
    }
    return names + (id.map { [Array($0.text.utf8)] } ?? [])
  }
}

extension Escaping {
  /// The bytes behind ``printable(_:)``, or `nil` where the text holds a backslash that is no escape of it.
  static func unescaped(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      if rest.first == byte {
        rest.removeFirst()
        result.append(byte)
      } else if rest.first == UInt8(ascii: "x"), rest.count >= 3,
        let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        rest.removeFirst(3)
        result.append(value)
      } else {
        return nil
      }
    }
    return result
  }
}
