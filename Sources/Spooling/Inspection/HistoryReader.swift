import CLinux
import Glibc

/// Reads the history from its end, the latest line first, a piece at a time.
public struct HistoryReader {
  private let folder: Folder
  private let words: [[UInt8]]
  private var months: [FileName]
  /// Where the part of the month begins that was read.
  private var start = 0
  /// The beginning of the line that the next piece ends with.
  private var rest: [UInt8] = []
  private var lines: [ArraySlice<UInt8>] = []

  private static let pieceLength = 256 << 10

  /// A reader of the whole history; where nothing was settled yet, it ends at once.
  ///
  /// - Parameter words: What a line must contain one of to be told; none for every line.
  init(of view: SpoolView, containing words: [[UInt8]] = []) throws(SystemError) {
    folder = try view.state("history")
    self.words = words
    months = try folder.months()
    if let month = months.last { start = try folder.status(of: month)?.size ?? 0 }
  }

  /// The line before; `nil` where there is none.
  public mutating func next() throws(SystemError) -> HistoryEntry? {
    while true {
      while let line = lines.popLast() {
        if (words.isEmpty || words.contains { line.holds($0) }), let entry = HistoryEntry(line: line) {
          return entry
        }
      }
      guard try readPiece() else { return nil }
    }
  }

  private mutating func readPiece() throws(SystemError) -> Bool {
    while start == 0 {
      // The first line of a month has no newline before it.
      if !rest.isEmpty {
        lines = [rest[...]]
        rest = []
        return true
      }
      guard months.popLast() != nil, let month = months.last else { return false }
      start = try folder.status(of: month)?.size ?? 0
    }
    guard let month = months.last else { return false }
    let end = start
    start = max(0, end - Self.pieceLength)
    let piece = try folder.open(month).read(end - start, at: start) + rest
    guard let first = piece.firstIndex(of: UInt8(ascii: "\n")) else {
      rest = piece
      return true
    }
    rest = Array(piece[..<first])
    lines = piece[(first + 1)...].split(separator: UInt8(ascii: "\n"))
    return true
  }
}

/// Hands out what comes into the history.
public struct HistoryFollower {
  private let folder: Folder
  /// Where the news of each month begin: where a clock was set back, an older one goes on.
  private var offsets: [FileName: Int] = [:]

  /// A follower that begins at the end.
  init(of view: SpoolView) throws(SystemError) {
    folder = try view.state("history")
    for month in try folder.months() { offsets[month] = try folder.status(of: month)?.size }
  }

  /// The lines since the last time, the oldest first.
  public mutating func news() throws(SystemError) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    for month in try folder.months() {
      var offset = offsets[month] ?? 0
      defer { offsets[month] = offset }
      let size = try folder.status(of: month)?.size ?? 0
      while offset < size {
        let piece = try folder.open(month).read(min(size - offset, 1 << 20), at: offset)
        guard let last = piece.lastIndex(of: UInt8(ascii: "\n")) else { break }
        entries += piece[..<last].split(separator: UInt8(ascii: "\n")).compactMap(HistoryEntry.init)
        offset += last + 1
      }
    }
    return entries
  }
}

extension SpoolView {
  /// The history, the latest line first.
  public func history() throws(SystemError) -> HistoryReader { try HistoryReader(of: self) }

  /// The latest line of a file of those bytes that was published.
  public func published(sha256: String) throws(SystemError) -> HistoryEntry? {
    var reader = try HistoryReader(of: self, containing: [Array(sha256.utf8)])
    while let entry = try reader.next() {
      if entry.state == "published", entry.sha256 == sha256 { return entry }
    }
    return nil
  }

  /// What comes into the history from now on.
  public func follow() throws(SystemError) -> HistoryFollower { try HistoryFollower(of: self) }

  /// The lines of the history that are about files of that name or that name for life, the latest first.
  public func history(of choice: Choice) throws(SystemError) -> [HistoryEntry] {
    var reader = try HistoryReader(of: self, containing: choice.words)
    var entries: [HistoryEntry] = []
    while let entry = try reader.next() { if choice.includes(entry) { entries.append(entry) } }
    return choice.best(of: entries, at: \.path, id: \.id)
  }
}

extension Folder {
  /// The files of the history, the oldest first.
  func months() throws(SystemError) -> [FileName] {
    try names().filter(\.isMonth).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}

extension FileName {
  /// Whether it is one like `2026-11.jsonl`: what else lies there is nobody's to read or remove.
  fileprivate var isMonth: Bool {
    let digits = bytes.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    return digits.elementsEqual("0000-00.jsonl".utf8)
  }
}

extension File {
  /// Reads from a place, fewer bytes at the end of the file.
  func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let descriptor = self.descriptor
      let got = try checked("read", "the history") {
        unsafe bytes.withUnsafeMutableBytes { buffer in
          // `filled` is less than the buffer's count.
          unsafe pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, offset + filled)
        }
      }
      if got == 0 { break }
      filled += got
    }
    return Array(bytes[..<filled])
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word stands anywhere in it.
  func holds(_ word: [UInt8]) -> Bool { range(of: word) != nil }

  /// Where the word stands first.
  func range(of word: [UInt8]) -> Range<Int>? {
    let offset = unsafe withUnsafeBytes { bytes in
      // Both lie where they say for the length of the call.
      unsafe word.withUnsafeBytes { word in
        unsafe linux_find(bytes.baseAddress, bytes.count, word.baseAddress, word.count)
      }
    }
    return offset < 0 ? nil : startIndex + offset..<startIndex + offset + word.count
  }
}
