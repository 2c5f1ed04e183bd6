import FoundationEssentials

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
    nameBytes = path.name.base64UnlessUTF8
    section = path.sectionText
    sha256 = decision.stamp?.sha256
    bytes = decision.stamp?.byteCount
    state = decision.state.rawValue
    outputs = decision.outputPaths
    reason = decision.rejection?.reason
    fingerprint = decision.fingerprint.map { Data($0).base64EncodedString() }
    similar = decision.similar
  }

  /// The line with its check: the CRC-32 of everything before `,"crc32"`, as the object's last member.
  ///
  /// Its members are put together here, in the order of their names: an encoder takes ten times as long.
  var checked: [UInt8] {
    var object = JSONObject()
    object.add("bytes", bytes)
    object.add("fingerprint", fingerprint)
    object.add("id", id)
    object.add("name", name)
    object.add("nameBytes", nameBytes)
    object.add("outputs", outputs)
    object.add("reason", reason)
    object.add("section", section)
    object.add("sha256", sha256)
    if let similar {
      var inner = JSONObject()
      inner.add("id", similar.id.text)
      inner.add("share", similar.share)
      inner.add("story", similar.story.text)
      object.add("similar", inner)
    }
    object.add("state", state)
    object.add("time", time)
    return object.bytes + Self.check(of: object.bytes) + [UInt8(ascii: "\n")]
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

/// The beginning of an object in JSON, without the brace that ends it.
struct JSONObject {
  private(set) var bytes = Array("{".utf8)

  mutating func add(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    begin(name)
    append(text)
  }

  mutating func add(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    begin(name)
    bytes += String(number).utf8
  }

  mutating func add(_ name: StaticString, _ number: Double) {
    begin(name)
    bytes += (number == number.rounded() ? String(Int(number)) : String(number)).utf8
  }

  mutating func add(_ name: StaticString, _ texts: [String]) {
    begin(name)
    bytes.append(UInt8(ascii: "["))
    for (place, text) in texts.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func add(_ name: StaticString, _ object: JSONObject) {
    begin(name)
    bytes += object.bytes
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func begin(_ name: StaticString) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    append(name.description)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        bytes.append(byte)
      } else {
        bytes += Self.escape(byte).utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// As ``JSON`` spells it too: readers look for names as they are spelt.
  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    case 0..<0x20: "\\u00\(Digest.hexadecimal([byte]))"
    default: "\\\(Character(UnicodeScalar(byte)))"
    }
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
