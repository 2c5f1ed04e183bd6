import Glibc

/// One message between the service and a worker: a kind and byte strings.
///
/// On the pipe: the length of what follows (4 bytes, least significant first), the kind (1 byte), then each field
/// with its own length (4 bytes).
struct Frame: Equatable, Sendable {
  /// What the fields mean.
  enum Kind: UInt8, Sendable {
    /// ``WorkerOptions`` as JSON; the first frame to a worker.
    case options = 1
    /// A dropped file: name, section as a path, content, SHA-256.
    case file
    /// A line of `nutgraf filter`.
    case line
    /// The results of a file: its fingerprint, empty where it has none, then ending and content of each in turn.
    case outputs
    /// The file is no article: reason, message.
    case rejection
    /// The answer to a line, without its newline.
    case answer
    /// The answer to the options, without fields: of what comes after it, a worker dies by an article's fault.
    case hello
  }

  let kind: Kind
  let fields: [ArraySlice<UInt8>]

  /// A frame of one kind and these fields.
  init(kind: Kind, fields: [[UInt8]]) {
    self.init(kind: kind, fields: fields.map { $0[...] })
  }

  fileprivate init(kind: Kind, fields: [ArraySlice<UInt8>]) {
    self.kind = kind
    self.fields = fields
  }

  /// The frame as it goes through the pipe.
  var encoded: [UInt8] { Self.encoded(kind, fields) }

  /// A frame of one kind and these fields as it goes through the pipe.
  static func encoded(_ kind: Kind, _ fields: [some Collection<UInt8>]) -> [UInt8] {
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

  /// The beginning of a frame whose last two fields follow it: as ``encodedField(_:)``, but for the length of the first.
  static func encodedHead(_ kind: Kind, _ fields: [[UInt8]], thenLengths rest: (Int, Int)) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendLength(1 + fields.reduce(0) { $0 + 4 + $1.count } + 8 + rest.0 + rest.1)
    bytes.append(kind.rawValue)
    for field in fields { bytes += encodedField(field) }
    bytes.appendLength(rest.0)
    return bytes
  }

  /// A field as it goes through the pipe.
  static func encodedField(_ field: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendLength(field.count)
    return bytes + field
  }

  /// The first field of a frame as it goes through the pipe.
  static func firstField(of encoded: [UInt8]) -> ArraySlice<UInt8> {
    encoded[9..<(9 + encoded.length(at: 5))]
  }
}

/// What came through a pipe and is not yet taken as frames.
struct FrameBuffer {
  /// Room for what comes; what has come and is not taken yet lies from `start` to `end`.
  private var bytes = [UInt8](repeating: 0, count: 64 << 10)
  private var start = 0
  private var end = 0

  /// More than the largest file and its results.
  private static let maximumLength = 2 << 30

  /// A frame that no peer of ours writes.
  struct Malformed: Error {}

  /// Bytes that are taken for what comes.
  var roomCount: Int { bytes.count }

  /// Reads what a pipe has, as far as there is room.
  ///
  /// - Returns: What read(2) returned.
  mutating func read(from descriptor: CInt) -> Int {
    makeRoom()
    let end = end
    let count = unsafe bytes.withUnsafeMutableBytes { room in
      // `end` is at most the room's count.
      unsafe Glibc.read(descriptor, room.baseAddress?.advanced(by: end), room.count - end)
    }
    if count > 0 { self.end += count }
    return count
  }

  mutating func append(_ more: some Collection<UInt8>) {
    var more = more[...]
    while !more.isEmpty {
      makeRoom()
      let count = min(more.count, bytes.count - end)
      bytes.replaceSubrange(end..<(end + count), with: more.prefix(count))
      more = more.dropFirst(count)
      end += count
    }
  }

  /// Makes room at the end: the rest of the frame that has begun, or a few KB.
  private mutating func makeRoom() {
    if start == end { (start, end) = (0, 0) }
    let wanted = end - start >= 4 ? min(4 + bytes.length(at: start), Self.maximumLength) : 4
    if start > 0, start + wanted > bytes.count || bytes.count - end < 4096 {
      bytes.replaceSubrange(..<start, with: EmptyCollection())
      bytes.append(contentsOf: repeatElement(0, count: start))
      (start, end) = (0, end - start)
    }
    if wanted > bytes.count || end == bytes.count {
      // A length alone is no reason to take memory: the room grows with what really comes.
      let count = max(min(wanted, bytes.count * 4), bytes.count + 4096)
      bytes.reserveCapacity(count)
      bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
    }
  }

  /// Takes the first frame out, or `nil` where it is not whole yet.
  mutating func next() throws(Malformed) -> Frame? {
    guard end - start >= 4 else { return nil }
    let frameEnd = start + 4 + bytes.length(at: start)
    guard frameEnd - start <= Self.maximumLength else { throw Malformed() }
    guard end >= frameEnd else { return nil }
    guard frameEnd > start + 4, let kind = Frame.Kind(rawValue: bytes[start + 4]) else { throw Malformed() }
    // A large frame that stands alone is handed on with the room that it came in; others are copied.
    let isHandedOn = start == 0 && end == frameEnd && end > Self.kept
    var fields: [ArraySlice<UInt8>] = []
    var offset = start + 5
    while offset < frameEnd {
      guard offset + 4 <= frameEnd else { throw Malformed() }
      let fieldStart = offset + 4
      let next = fieldStart + bytes.length(at: offset)
      guard next <= frameEnd else { throw Malformed() }
      fields.append(isHandedOn ? bytes[fieldStart..<next] : Array(bytes[fieldStart..<next])[...])
      offset = next
    }
    start = frameEnd
    if isHandedOn { self = FrameBuffer() }
    return Frame(kind: kind, fields: fields)
  }

  /// Room that is kept for the next frame.
  private static let kept = 1 << 20
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
