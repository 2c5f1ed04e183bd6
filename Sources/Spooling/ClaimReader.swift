/// Reads a claimed file piece by piece, so that a large one takes no more memory than a small one, and hashes it by the way.
public final class ClaimReader {
  private let file: File
  private var left: Int
  private var digest = Digest.Running()
  /// SHA-256 of the file in hexadecimal, once all of it is read.
  public private(set) var sha256: String?

  private static let pieceLength = 256 << 10

  init(_ file: consuming File, _ status: FileStatus) {
    self.file = file
    left = status.size
  }

  /// The next piece, empty at the end; `nil` where the file has got shorter than it was.
  public func next() throws(SystemError) -> [UInt8]? {
    if left == 0 { return [] }
    let piece = try file.read(upTo: min(left, Self.pieceLength))
    if piece.isEmpty { return nil }
    digest.update(piece)
    left -= piece.count
    if left == 0 { sha256 = digest.hexadecimal }
    return piece
  }
}
