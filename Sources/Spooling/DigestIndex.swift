/// The SHA-256 of everything that was published within the history's retention.
///
/// The first 128 bits of each are kept, sorted, which costs 16 MB for a million of them; those of this run that are not
/// sorted in yet lie in a set.
public struct DigestIndex: Sendable {
  private var sorted: [UInt128] = []
  private var recent: Set<UInt128> = []
  private static let recentLimit = 1 << 14

  /// An empty one.
  public init() {}

  /// One of these digests.
  init(_ keys: Set<UInt128>) { sorted = keys.sorted() }

  /// How many digests there are.
  public var count: Int { sorted.count + recent.count }

  /// Whether a file of that digest, in hexadecimal, was published.
  public func contains(_ sha256: String) -> Bool {
    Self.key(sha256.utf8).map { recent.contains($0) || isSorted($0) } ?? false
  }

  /// A file of that digest, in hexadecimal, is published.
  public mutating func insert(_ sha256: String) {
    if let key = Self.key(sha256.utf8), !isSorted(key) { insert(key) }
  }

  /// What another one has was published too.
  public mutating func formUnion(_ other: DigestIndex) {
    for key in other.sorted + other.recent where !isSorted(key) { insert(key) }
  }

  /// Files of that digest, in hexadecimal, count as never published.
  public mutating func remove(_ sha256: String) {
    guard let key = Self.key(sha256.utf8) else { return }
    recent.remove(key)
    let place = firstSorted(notBelow: key)
    if place < sorted.count, sorted[place] == key { sorted.remove(at: place) }
  }

  mutating func insert(line: ArraySlice<UInt8>) {
    guard HistoryLine.isWhole(line), line.range(of: Self.publishedField) != nil,
      let field = line.range(of: Self.digestField), let key = Self.key(line[field.upperBound...])
    else { return }
    insert(key)
  }

  private mutating func insert(_ key: UInt128) {
    recent.insert(key)
    guard recent.count > max(Self.recentLimit, sorted.count / 4) else { return }
    sorted += recent.filter { !isSorted($0) }
    sorted.sort()
    recent = []
  }

  private func isSorted(_ key: UInt128) -> Bool {
    let place = firstSorted(notBelow: key)
    return place < sorted.count && sorted[place] == key
  }

  private func firstSorted(notBelow key: UInt128) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let publishedField = Array("\"state\":\"published\"".utf8)
  private static let digestField = Array("\"sha256\":\"".utf8)

  /// The first 128 bits of a digest in hexadecimal; `nil` for what is none.
  static func key(_ hexadecimal: some Collection<UInt8>) -> UInt128? {
    var key: UInt128 = 0
    var count = 0
    for digit in hexadecimal.prefix(32) {
      switch digit {
      case 0x30...0x39: key = key << 4 | UInt128(digit - 0x30)
      case 0x61...0x66: key = key << 4 | UInt128(digit - 0x61 + 10)
      default: return nil
      }
      count += 1
    }
    return count == 32 ? key : nil
  }
}

extension Spool {
  /// Reads from the history what was published; takes a while where that is much.
  public func publishedDigests() throws(SystemError) -> DigestIndex {
    var index = DigestIndex()
    try history.forEachLine { index.insert(line: $0) }
    return index
  }
}
