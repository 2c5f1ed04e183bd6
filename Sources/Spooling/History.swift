import FoundationEssentials
import Glibc

/// What became of every file: append-only JSON Lines, a file a month, each line with its own check.
///
/// Nothing in flight depends on it.
struct History: Sendable {
  let folder: Folder

  /// How far back the line of a claim in flight can lie: a batch and more.
  private static let tailLength = 1 << 20

  /// Appends the lines of a batch; after a failure nothing of them is left.
  func append(_ lines: [HistoryLine]) throws(SystemError) {
    guard let month = lines.first?.time.prefix(7) else { return }
    let name = FileName(trusted: "\(month).jsonl")
    let file = try File(
      opening: name, in: folder, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, mode: 0o640)
    let size = try file.status().size
    do throws(SystemError) {
      try file.write(lines.flatMap(\.checked))
      try file.sync()
      if size == 0 { try folder.sync() }
    } catch {
      ftruncate(file.descriptor, size)
      throw error
    }
  }

  /// Whether a claim in flight has its line already.
  func contains(_ id: ClaimID) throws(SystemError) -> Bool {
    let needle = Array("\"id\":\"\(id.text)\"".utf8)
    for name in try months().suffix(2).reversed() {
      let lines = try tail(of: name).bytes.split(separator: UInt8(ascii: "\n"))
      if lines.contains(where: { $0.contains(needle) && HistoryLine.isWhole($0) }) { return true }
    }
    return false
  }

  /// Cuts off what a power cut left of a last line, so that the next one starts on a line of its own.
  ///
  /// - Returns: How many bytes were cut.
  func repair() throws(SystemError) -> Int {
    guard let name = try months().last else { return 0 }
    let tail = try tail(of: name)
    let torn = tail.bytes.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    if torn == 0 { return 0 }
    let file = try File(opening: name, in: folder, flags: O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode: 0)
    try checked("ftruncate", "\(folder.path)/\(name)") { ftruncate(file.descriptor, tail.end - torn) }
    try file.sync()
    return torn
  }

  /// The end of a month's file.
  private func tail(of name: FileName) throws(SystemError) -> (bytes: [UInt8], end: Int) {
    let file = try folder.open(name)
    let size = try file.status().size
    let start = max(0, size - Self.tailLength)
    try checked("lseek", "\(folder.path)/\(name)") { lseek(file.descriptor, start, SEEK_SET) }
    return (try file.readAll(expecting: size - start), size)
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
    sha256 = decision.stamp?.sha256
    bytes = decision.stamp?.byteCount
    state = decision.state.rawValue
    outputs = decision.outputPaths
    reason = decision.rejection?.reason
  }

  /// The line with its check: the CRC-32 of everything before `,"crc32"`, as the object's last member.
  var checked: [UInt8] {
    let object = JSON.line(self).dropLast()
    return Array(object) + Self.check(of: object) + [UInt8(ascii: "\n")]
  }

  /// Whether a line, without its newline, is one that was written whole.
  static func isWhole(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    let length = check(of: []).count
    return line.count > length && line.suffix(length).elementsEqual(check(of: line.dropLast(length)))
  }

  private static func check(of object: some Sequence<UInt8>) -> [UInt8] {
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

/// A time in UTC.
public struct UTC: Sendable {
  /// Day and time, as `2026-11-23T21:30:00Z`.
  public let text: String
  /// The day, as `2026-11-23`.
  var day: String { String(text.prefix(10)) }

  /// The present.
  public static func now() -> UTC { UTC(secondsSince1970: secondsSince1970) }

  /// The present as a number.
  public static var secondsSince1970: Int { time(nil) }

  /// That many seconds after the beginning of 1970.
  public init(secondsSince1970: Int) {
    var seconds = time_t(secondsSince1970)
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&seconds, &parts)
    let fields = unsafe [
      (Int(parts.tm_year) + 1900, 4, "-"), (Int(parts.tm_mon) + 1, 2, "-"), (Int(parts.tm_mday), 2, "T"),
      (Int(parts.tm_hour), 2, ":"), (Int(parts.tm_min), 2, ":"), (Int(parts.tm_sec), 2, "Z"),
    ]
    text = fields.reduce(into: "") { text, field in
      let digits = String(field.0)
      text += String(repeating: "0", count: max(0, field.1 - digits.count)) + digits + field.2
    }
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
