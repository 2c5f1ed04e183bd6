import Spooling

/// What a worker is asked: a frame, the end of which may still lie on the disk.
struct WorkerRequest: Sendable {
  /// The frame as it goes through the pipe, or its beginning.
  let bytes: [UInt8]
  /// Opens the file whose bytes and digest are the last two fields; returns `nil` where it has changed.
  private let reader: (@Sendable () throws(SystemError) -> ClaimReader?)?
  /// Whether a worker died of it before, or of another one that it had then.
  var isSuspect = false

  /// A whole frame.
  init(_ frame: [UInt8]) {
    bytes = frame
    reader = nil
  }

  /// The request for a claimed file.
  init(_ claim: Claim, _ content: Content, of spool: Spool) {
    isSuspect = claim.attempts > 0
    let section = claim.path.section.map(\.bytes).joined(separator: [UInt8(ascii: "/")])
    let place = [claim.path.name.bytes, Array(section)]
    if let whole = content.bytes {
      bytes = Frame.encoded(.file, place + [whole, Array((content.stamp.sha256 ?? "").utf8)])
      reader = nil
    } else {
      bytes = Frame.encodedHead(.file, place, thenLengths: (content.stamp.byteCount, 64))
      reader = { () throws(SystemError) in try spool.reader(of: claim, content.stamp) }
    }
  }

  /// Whether a worker may have it beside others.
  var isSociable: Bool { reader == nil && bytes.count <= Self.smallSize && !isSuspect }

  /// Some such requests fit into a pipe.
  private static let smallSize = 32 << 10

  /// What follows ``bytes``.
  struct Rest {
    /// `nil` where they are the whole frame.
    var file: ClaimReader?
  }

  /// The end of the frame, opened anew for each worker; `nil` where the file is not what it was.
  func rest() throws(SystemError) -> Rest? {
    guard let reader else { return Rest() }
    return try reader().map { Rest(file: $0) }
  }
}
