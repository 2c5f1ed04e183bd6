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
    return object + Self.check(of: object[...]) + [UInt8(ascii: "\n")]
  }

  /// Whether a line, without its newline, is one that was written whole.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > checkLength && line.suffix(checkLength).elementsEqual(check(of: line.dropLast(checkLength)))
  }

  private static let checkField = Array(",\"crc32\":\"".utf8)
  private static let checkLength = checkField.count + 10

  /// What ends a line: the check of all that stands before it.
  static func check(of object: ArraySlice<UInt8>) -> [UInt8] {
    let checksum = CRC32.checksum(of: object.span)
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: checksum >> (24 - 8 * $0)) }
    return checkField + Digest.hexadecimal(bytes).utf8 + [UInt8(ascii: "\""), UInt8(ascii: "}")]
  }
}

/// The cyclic redundancy check of IEEE 802.3, as zlib and gzip compute it.
enum CRC32 {
  /// For each place in a word of eight bytes, what a byte there adds to the check.
  ///
  /// Source: Kounavis & Berry, "A systematic approach to building high performance, software-based, CRC generators", ISCC 2005.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    for entry in 256..<2048 {
      let before = tables[entry - 256]
      tables.append(tables[Int(before & 0xFF)] ^ (before >> 8))
    }
    return tables
  }()

  static func checksum(of bytes: Span<UInt8>) -> UInt32 {
    let tables = tables.span
    var crc = ~UInt32(0)
    var place = 0
    while bytes.count - place >= 8 {
      var next: UInt32 = 0
      for offset in 0..<8 {
        let byte = bytes[place + offset] ^ UInt8(truncatingIfNeeded: offset < 4 ? crc >> (8 * offset) : 0)
        next ^= tables[(7 - offset) * 256 + Int(byte)]
      }
      crc = next
      place += 8
    }
    while place < bytes.count {
      crc = tables[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[place])] ^ (crc >> 8)
      place += 1
    }
    return ~crc
  }
}
