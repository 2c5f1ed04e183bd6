/// One message between the service and a worker: a kind and byte strings.
///
/// On the pipe: the length of what follows (4 bytes, least significant first), the kind (1 byte), then each field
/// with its own length (4 bytes).
struct Frame: Equatable, Sendable {
  /// What the fields mean.
  enum Kind: UInt8, Sendable {
    /// ``WorkerOptions`` as JSON; the first frame to a worker.
    case options = 1
    /// A dropped file: name, section as a path, SHA-256, content.
    case file
    /// A line of `nutgraf filter`.
    case line
    /// The results of a file: ending and content of each in turn.
    case outputs
    /// The file is no article: reason, message.
    case rejection
    /// The answer to a line, without its newline.
    case answer
  }

  let kind: Kind
  let fields: [[UInt8]]

  /// The frame as it goes through the pipe.
  var encoded: [UInt8] {
    let count = 1 + fields.reduce(0) { $0 + 4 + $1.count }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + count)
    bytes.appendLength(count)
    bytes.append(kind.rawValue)
    for field in fields {
      bytes.appendLength(field.count)
      bytes += field
    }
    return bytes
  }
}

/// What came through a pipe and is not yet taken as frames.
struct FrameBuffer {
  private var bytes: [UInt8] = []

  /// More than the largest file and its results.
  private static let maximumLength = 2 << 30

  /// A frame that no peer of ours writes.
  struct Malformed: Error {}

  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Takes the first frame out, or `nil` where it is not whole yet.
  mutating func next() throws(Malformed) -> Frame? {
    guard bytes.count >= 4 else { return nil }
    let end = 4 + bytes.length(at: 0)
    guard end <= Self.maximumLength else { throw Malformed() }
    guard bytes.count >= end else { return nil }
    guard end > 4, let kind = Frame.Kind(rawValue: bytes[4]) else { throw Malformed() }
    var fields: [[UInt8]] = []
    var offset = 5
    while offset < end {
      guard offset + 4 <= end else { throw Malformed() }
      let start = offset + 4
      let next = start + bytes.length(at: offset)
      guard next <= end else { throw Malformed() }
      fields.append(Array(bytes[start..<next]))
      offset = next
    }
    if bytes.count == end { bytes = [] } else { bytes.removeSubrange(..<end) }
    return Frame(kind: kind, fields: fields)
  }
}

extension [UInt8] {
  fileprivate mutating func appendLength(_ length: Int) {
    let length = UInt32(length)  // a frame holds one file, and those are limited far below 4 GB
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: length >> UInt32(shift))) }
  }

  fileprivate func length(at offset: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }
}
