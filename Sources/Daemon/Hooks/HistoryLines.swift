import Spooling

/// The lines of a month of the history, read a piece at a time: it grows meanwhile, and may be larger than memory.
struct HistoryLines {
  private let read: (_ count: Int, _ place: Int) throws(SystemError) -> [UInt8]
  private var piece: [UInt8] = []
  /// Where the piece begins.
  private var start = 0

  private static let pieceLength = 256 << 10
  private static let newline = UInt8(ascii: "\n")

  /// - Parameter read: Reads bytes from a place on, fewer where the file ends.
  init(read: @escaping (_ count: Int, _ place: Int) throws(SystemError) -> [UInt8]) {
    self.read = read
  }

  /// The lines of a file.
  init(of path: String) {
    self.init { count, place throws(SystemError) in try readPiece(of: path, count, at: place) }
  }

  /// The line that begins at a place, and where the next one does; `nil` where it is still being written.
  mutating func line(at place: Int) throws(SystemError) -> (bytes: ArraySlice<UInt8>, end: Int)? {
    if place < start || place > start + piece.count { (piece, start) = ([], place) }
    var searched = place - start
    while true {
      if let end = piece[searched...].firstIndex(of: Self.newline) {
        return (piece[(place - start)..<end], start + end + 1)
      }
      (piece, start) = (Array(piece[(place - start)...]), place)
      searched = piece.count
      let more = try read(Self.pieceLength, start + searched)
      if more.isEmpty { return nil }
      piece += more
    }
  }

  /// The line before a place; `nil` where none ends there.
  func line(before place: Int) throws(SystemError) -> ArraySlice<UInt8>? {
    let first = max(0, place - Self.pieceLength)
    let bytes = try read(place - first, first)
    guard bytes.count == place - first, bytes.last == Self.newline else { return nil }
    let line = bytes.dropLast()
    return line[(line.lastIndex(of: Self.newline).map { $0 + 1 } ?? 0)...]
  }
}
