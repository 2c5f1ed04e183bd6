import Glibc
import JSONText
import Synchronization

/// What became of every file: append-only JSON Lines, a file a month, each line with its own check.
///
/// Nothing in flight depends on it. The newest months that have a file are kept, however the clock jumps.
struct History: Sendable {
  var folder: Folder
  /// How many months are kept.
  var months = 13
  /// The claims that have their lines and are not retired yet.
  let listed = ListedClaims()

  /// How far back the line of a claim in flight can lie: a batch and more.
  private static let tailLength = 1 << 20

  /// Appends the lines of a batch that are not there yet; after a failure nothing of them is left.
  func append(_ lines: [HistoryLine]) throws(SystemError) {
    let lines = lines.filter { !listed.contains($0.id) }
    guard let time = lines.first?.time else { return }
    let name = try fileToWrite(at: time)
    let file = try File(
      opening: name, in: folder, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, mode: 0o640)
    let size = try file.status().size
    do throws(SystemError) {
      try file.write(lines.flatMap(\.checked))
      try file.sync()
      if size == 0 {
        try folder.sync()
        try? prune(keeping: name)  // again with the next month, or start
      }
    } catch {
      ftruncate(file.descriptor, size)
      throw error
    }
    for line in lines { listed.insert(line.id) }
  }

  /// The file for lines of that time: its month's, or the newest there is where the clock has fallen behind, so that they
  /// are not the first to be removed.
  private func fileToWrite(at time: String) throws(SystemError) -> FileName {
    let name = FileName(trusted: "\(time.prefix(7)).jsonl")
    // One newer file may be of a clock that was ahead; two say that this one is behind.
    let newer = try folder.months().filter { name.bytes.lexicographicallyPrecedes($0.bytes) }
    return newer.count > 1 ? newer[newer.count - 1] : name
  }

  /// Removes the months that are too many, the oldest first.
  ///
  /// - Parameter name: The file that is written to, which stays whatever the others are called.
  func prune(keeping name: FileName) throws(SystemError) {
    let names = try folder.months()
    let others = names.filter { $0 != name }
    let count = names.count - max(months, 1)
    for other in others.prefix(max(count, 0)) { try folder.remove(other) }
  }

  /// Removes the months that are too many now.
  func prune() throws(SystemError) { try prune(keeping: fileToWrite(at: UTC.now().text)) }

  /// The claims that have their lines already, of those that can be in flight.
  func recentClaims() throws(SystemError) -> Set<String> {
    let field = Array("\"id\":\"".utf8)
    var claims: Set<String> = []
    for name in try latestFiles() {
      for line in try tail(of: name).bytes.split(separator: UInt8(ascii: "\n"))
      where HistoryLine.isWhole(line) {
        guard let found = line.range(of: field) else { continue }
        claims.insert(String(decoding: line[found.upperBound...].prefix(26), as: UTF8.self))
      }
    }
    return claims
  }

  /// Cuts off what a power cut left of the last lines, so that the next one starts on a line of its own.
  ///
  /// - Returns: How many bytes were cut.
  func repair() throws(SystemError) -> Int {
    var count = 0
    for name in try latestFiles() {
      let tail = try tail(of: name)
      let torn = Self.tornCount(at: tail.bytes[...])
      if torn == 0 { continue }
      let file = try File(opening: name, in: folder, flags: O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode: 0)
      try checked("ftruncate", "\(folder.path)/\(name)") { ftruncate(file.descriptor, tail.end - torn) }
      try file.sync()
      count += torn
    }
    return count
  }

  /// How many bytes at the end belong to lines that were not written whole; damage before a whole line stays.
  private static func tornCount(at tail: ArraySlice<UInt8>) -> Int {
    var rest = tail
    while !rest.isEmpty {
      let isEnded = rest.last == UInt8(ascii: "\n")
      let text = isEnded ? rest.dropLast() : rest
      let start = text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.startIndex
      // A line that begins before the tail is longer than any that is written in one piece.
      if start == tail.startIndex && tail.count == tailLength { break }
      if isEnded && HistoryLine.isWhole(text[start...]) { break }
      rest = rest[..<start]
    }
    return tail.count - rest.count
  }

  /// Calls `body` with each line of every month, without its newline; lines longer than 64 KB are none of ours.
  ///
  /// - Parameter limit: How many bytes at the end are read; the first line of them may be a piece of one.
  func forEachLine(inLast limit: Int = .max, _ body: (ArraySlice<UInt8>) -> Void) throws(SystemError) {
    let newline = [UInt8(ascii: "\n")]
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    var rest = limit
    var starts: [(name: FileName, offset: Int)] = []
    for name in try folder.months().reversed() where rest > 0 {
      let size = try folder.status(of: name)?.size ?? 0
      starts.append((name, max(0, size - rest)))
      rest -= min(size, rest)
    }
    for (name, offset) in starts.reversed() {
      let file = try folder.open(name)
      if offset > 0 {
        try checked("lseek", "\(folder.path)/\(name)") { lseek(file.descriptor, offset, SEEK_SET) }
      }
      var filled = 0
      while true {
        let count = try checked("read", "\(folder.path)/\(name)") {
          unsafe chunk.withUnsafeMutableBytes { room in
            // `filled` is less than the room's count.
            unsafe read(file.descriptor, room.baseAddress?.advanced(by: filled), room.count - filled)
          }
        }
        if count == 0 { break }
        filled += count
        var start = 0
        while let end = chunk[start..<filled].range(of: newline) {
          body(chunk[start..<end.lowerBound])
          start = end.upperBound
        }
        if start == 0 && filled == chunk.count { start = filled }
        chunk.replaceSubrange(0..<(filled - start), with: Array(chunk[start..<filled]))
        filled -= start
      }
    }
  }

  /// The end of a month's file.
  private func tail(of name: FileName) throws(SystemError) -> (bytes: [UInt8], end: Int) {
    let file = try folder.open(name)
    let size = try file.status().size
    let start = max(0, size - Self.tailLength)
    try checked("lseek", "\(folder.path)/\(name)") { lseek(file.descriptor, start, SEEK_SET) }
    return (try file.readAll(expecting: size - start), size)
  }

  /// The two files that were written to last, whatever the clock said then.
  private func latestFiles() throws(SystemError) -> [FileName] {
    var files: [(name: FileName, modified: Int64)] = []
    for name in try folder.months() {
      if let status = try folder.status(of: name) { files.append((name, status.modified)) }
    }
    return files.sorted { $0.modified > $1.modified }.prefix(2).map(\.name)
  }
}

/// Claims that have their lines in the history and are not retired yet, for all copies of a spool.
final class ListedClaims: Sendable {
  private let ids = Mutex<Set<String>>([])

  func contains(_ id: String) -> Bool { ids.withLock { $0.contains(id) } }
  func insert(_ id: String) { ids.withLock { _ = $0.insert(id) } }
  func remove(_ id: String) { ids.withLock { _ = $0.remove(id) } }
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
    var characters: [UInt8] = []
    characters.reserveCapacity(20)
    func append(_ number: CInt, _ end: Unicode.Scalar, digits: Int = 2) {
      var unit: UInt32 = digits == 4 ? 1000 : 10
      while unit > 0 {
        characters.append(UInt8(ascii: "0") + UInt8(number.magnitude / unit % 10))
        unit /= 10
      }
      characters.append(UInt8(ascii: end))
    }
    unsafe append(parts.tm_year + 1900, "-", digits: 4)
    unsafe append(parts.tm_mon + 1, "-")
    unsafe append(parts.tm_mday, "T")
    unsafe append(parts.tm_hour, ":")
    unsafe append(parts.tm_min, ":")
    unsafe append(parts.tm_sec, "Z")
    text = String(decoding: characters, as: UTF8.self)
  }
}

extension InboxPath {
  /// The section as text, `nil` for the inbox itself.
  var sectionText: String? {
    section.isEmpty ? nil : section.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "/")
  }
}
