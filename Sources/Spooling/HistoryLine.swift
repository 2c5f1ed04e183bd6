import JSONText

/// One settled file, as a line of the history.
struct HistoryLine {
  var time: String
  var id: String
  var name: String
  var nameBytes: String?
  var section: String?
  var sha256: String?
  var bytes: Int?
  var state: String
  var outputs: [String]
  var reason: String?
  /// What the result is recognised by, in base64.
  var fingerprint: String?
  var similar: SimilarResult?

  /// About how many bytes the line of a result takes at most.
  static let usualLength = 640

  init(_ decision: Decision) {
    let path = decision.claim.path
    time = UTC.now().text
    id = decision.claim.id.text
    name = String(decoding: path.name.bytes, as: UTF8.self)
    nameBytes = path.name.bytes.base64UnlessUTF8
    section = path.sectionText
    sha256 = decision.stamp?.sha256
    bytes = decision.stamp?.byteCount
    state = decision.state.rawValue
    outputs = decision.outputPaths
    reason = decision.rejection?.reason
    fingerprint = decision.fingerprint.map(Base64.encoded)
    similar = decision.similar
  }

  /// The line with its check: the CRC-32 of everything before `,"crc32"`, as the object's last member.
  ///
  /// Its members are written in the order of their names: an encoder takes ten times as long.
  var checked: [UInt8] {
    var line = JSONWriter(.line)
    line.object { object in
      object.member("bytes", bytes)
      object.member("fingerprint", fingerprint)
      object.member("id", id)
      object.member("name", name)
      object.member("nameBytes", nameBytes)
      object.member("outputs", outputs) { $1.string($0) }
      object.member("reason", reason)
      object.member("section", section)
      object.member("sha256", sha256)
      if let similar {
        object.key("similar")
        object.object { inner in
          inner.member("id", similar.id.text)
          inner.member("share", similar.share)
          inner.member("story", similar.story.text)
        }
      }
      object.member("state", state)
      object.member("time", time)
    }
    let object = line.bytes.dropLast()
    return object + Self.check(of: object) + [UInt8(ascii: "\n")]
  }

  /// Whether a line, without its newline, is one that was written whole.
  static func isWhole(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    let length = check(of: []).count
    return line.count > length && line.suffix(length).elementsEqual(check(of: line.dropLast(length)))
  }

  /// What ends a line: the check of all that stands before it.
  static func check(of object: some Sequence<UInt8>) -> [UInt8] {
    let check = String(CRC32.checksum(of: object), radix: 16)
    let digits = String(repeating: "0", count: 8 - check.count) + check
    return Array(",\"crc32\":\"\(digits)\"}".utf8)
  }
}

/// The cyclic redundancy check of IEEE 802.3, as zlib and gzip compute it.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
  }

  static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8) }
  }
}
