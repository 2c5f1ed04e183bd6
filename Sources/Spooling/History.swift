import FoundationEssentials
import Glibc

/// What became of every file: append-only JSON Lines, a file a month, each line with its own check.
///
/// Nothing in flight depends on it.
struct History: Sendable {
  let folder: Folder

  /// Appends the lines of a batch with one write.
  func append(_ lines: [HistoryLine]) throws(SystemError) {
    guard let month = lines.first?.time.prefix(7) else { return }
    let name = FileName(trusted: "\(month).jsonl")
    let file = try File(
      opening: name, in: folder, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, mode: 0o640)
    try file.write(lines.flatMap(\.checked))
    try file.sync()
  }

  /// Whether a claim has its line.
  ///
  /// Looked for in the newest two months, as only a claim in flight is asked for.
  func contains(_ id: ClaimID) throws(SystemError) -> Bool {
    let needle = Array("\"id\":\"\(id.text)\"".utf8)
    for name in try months().suffix(2).reversed() {
      guard let bytes = try folder.contents(of: name) else { continue }
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.contains(needle) { return true }
    }
    return false
  }

  /// Cuts off what a power cut left of a last line, so that the next one starts on a line of its own.
  ///
  /// - Returns: How many bytes were cut.
  func repair() throws(SystemError) -> Int {
    guard let name = try months().last, let bytes = try folder.contents(of: name) else { return 0 }
    let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if whole == bytes.count { return 0 }
    let file = try File(opening: name, in: folder, flags: O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode: 0)
    try checked("ftruncate", "\(folder.path)/\(name)") { ftruncate(file.descriptor, whole) }
    try file.sync()
    return bytes.count - whole
  }

  private func months() throws(SystemError) -> [FileName] {
    try folder.names().filter { $0.bytes.count == "2026-11.jsonl".utf8.count }
      .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}

/// One settled file.
struct HistoryLine: Encodable {
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

  init(_ decision: Decision) {
    let path = decision.claim.path
    time = UTC.now().text
    id = decision.claim.id.text
    name = String(decoding: path.name.bytes, as: UTF8.self)
    nameBytes = path.name.base64UnlessUTF8
    section = path.sectionText
    sha256 = decision.sha256
    bytes = decision.byteCount
    state = decision.state.rawValue
    outputs = decision.outputPaths
    reason = decision.rejection?.reason
  }

  /// The line with its check: the CRC-32 of everything before `,"crc32"`, as the object's last member.
  var checked: [UInt8] {
    let object = JSON.line(self).dropLast()
    let check = String(CRC32.checksum(of: object), radix: 16)
    let digits = String(repeating: "0", count: 8 - check.count) + check
    return Array(object) + Array(",\"crc32\":\"\(digits)\"}\n".utf8)
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

/// The present, in UTC.
struct UTC {
  /// Day and time, as `2026-11-23T21:30:00Z`.
  let text: String
  /// The day, as `2026-11-23`.
  var day: String { String(text.prefix(10)) }

  static func now() -> UTC {
    var seconds = time(nil)
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&seconds, &parts)
    let fields = unsafe [
      (Int(parts.tm_year) + 1900, 4, "-"), (Int(parts.tm_mon) + 1, 2, "-"), (Int(parts.tm_mday), 2, "T"),
      (Int(parts.tm_hour), 2, ":"), (Int(parts.tm_min), 2, ":"), (Int(parts.tm_sec), 2, "Z"),
    ]
    return UTC(
      text: fields.reduce(into: "") { text, field in
        let digits = String(field.0)
        text += String(repeating: "0", count: max(0, field.1 - digits.count)) + digits + field.2
      })
  }
}

extension FileName {
  /// The name in base64 where it is not UTF-8 and a JSON string would lose bytes of it.
  var base64UnlessUTF8: String? {
    String(validating: bytes, as: UTF8.self) == nil ? Data(bytes).base64EncodedString() : nil
  }
}

extension InboxPath {
  /// The section as text, `nil` for the inbox itself.
  var sectionText: String? {
    section.isEmpty ? nil : section.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "/")
  }
}
