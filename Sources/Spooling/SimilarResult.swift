import FoundationEssentials

/// An earlier result that holds much of the same text.
public struct SimilarResult: Sendable, Equatable {
  /// Its claim, by which the history tells its name.
  public let id: ClaimID
  /// Which share of the shorter of the two texts stands in the other one: an estimate from 0 to 1.
  public let share: Double
  /// The claim of the first result of the story that both belong to.
  public let story: ClaimID

  /// A result that resembles another.
  public init(id: ClaimID, share: Double, story: ClaimID) {
    self.id = id
    self.share = share
    self.story = story
  }
}

extension ClaimID {
  /// The value of each digit, by its character.
  private static let values: [UInt8] = (0..<256).map { character in
    UInt8(digits.firstIndex(of: UInt8(character)) ?? 0)
  }

  /// The name as a number, whose order is theirs.
  public var number: UInt128 {
    let values = Self.values
    return text.utf8.reduce(0) { $0 << 5 | UInt128(values[Int($1)]) }
  }

  /// The name with this ``number``.
  public init(number: UInt128) {
    var characters = [UInt8](repeating: 0, count: 26)
    var rest = number
    for place in characters.indices.reversed() {
      characters[place] = Self.digits[Int(rest & 31)]
      rest >>= 5
    }
    self.init(text: String(decoding: characters, as: UTF8.self))
  }
}

extension Spool {
  /// Reads from the history what results are recognised by, the oldest first.
  ///
  /// - Parameters:
  ///   - count: How many lines at the end of the history are read, roughly.
  ///   - body: Called with the claim of each result, the first claim of its story, and the fingerprint.
  public func forEachFingerprint(
    ofLast count: Int, _ body: (_ id: ClaimID, _ story: ClaimID, _ fingerprint: [UInt8]) -> Void
  ) throws(SystemError) {
    let fingerprintField = Array("\"fingerprint\":\"".utf8)
    let idField = Array("\"id\":\"".utf8)
    let storyField = Array("\"story\":\"".utf8)
    try history.forEachLine(inLast: count * HistoryLine.usualLength) { line in
      guard let fingerprint = line.text(after: fingerprintField), HistoryLine.isWhole(line),
        let bytes = Data(base64Encoded: Data(fingerprint)),
        // The line's own id comes before the one in `similar`, since keys are sorted.
        let id = line.text(after: idField).flatMap({ ClaimID($0) })
      else { return }
      let story = line.text(after: storyField).flatMap { ClaimID($0) }
      body(id, story ?? id, Array(bytes))
    }
  }
}

extension ArraySlice<UInt8> {
  /// What stands between the first `field` and the next quotation mark.
  fileprivate func text(after field: [UInt8]) -> ArraySlice<UInt8>? {
    range(of: field).map { self[$0.upperBound...].prefix { $0 != UInt8(ascii: "\"") } }
  }
}
