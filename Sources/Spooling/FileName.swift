/// One component of a path, as bytes: Linux gives names no charset, so newlines and invalid UTF-8 survive.
public struct FileName: Hashable, Sendable {
  /// The name; never empty, no `/` and no NUL in it, neither `.` nor `..`.
  public let bytes: [UInt8]

  /// A name of these bytes, or `nil` where they are none.
  public init?(_ bytes: [UInt8]) {
    let isOfDots = bytes.count <= 2 && bytes.allSatisfy { $0 == UInt8(ascii: ".") }
    guard !isOfDots, !bytes.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) else { return nil }
    self.bytes = bytes
  }

  /// The same for bytes that the program itself puts together, which make a name by construction.
  init(made bytes: [UInt8]) {
    assert(FileName(bytes) != nil, "not a file name")
    self.bytes = bytes
  }

  /// A name that the program itself makes, which is valid by construction.
  init(trusted name: String) {
    guard let name = FileName(Array(name.utf8)) else { preconditionFailure("not a file name: \(name)") }
    self = name
  }

  /// The longest name that Linux file systems take, in bytes.
  static let maximumLength = 255

  /// The name followed by `ending`, which begins with a full stop.
  ///
  /// Where that would be too long, the name is cut at a scalar boundary and `~` + 12 hexadecimal digits of its own
  /// hash stand for the rest, so that different long names stay different and a repeat gives the same.
  ///
  /// - Parameter longest: How many bytes the longest ending has that the same name is given elsewhere, where that is to be cut
  ///   alike.
  func appending(_ ending: String, cutFor longest: Int = 0) -> FileName {
    var result = bytes
    let room = Self.maximumLength - max(ending.utf8.count, longest)
    if result.count > room {
      let mark = Array("~\(Digest.sha256(bytes).prefix(12))".utf8)
      var cut = room - mark.count
      while cut > 0 && result[cut] & 0xC0 == 0x80 { cut -= 1 }
      result = Array(result[..<max(cut, 1)]) + mark
    }
    result += ending.utf8  // which makes no name invalid
    return FileName(made: result)
  }

  /// Calls `body` with the name as a C string.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { room in
      // There is room for the name and its NUL.
      unsafe room.withMemoryRebound(to: UInt8.self) { unsafe _ = $0.initialize(fromContentsOf: bytes) }
      unsafe room[bytes.count] = 0
      guard let start = room.baseAddress else { preconditionFailure("a name is never empty") }
      return unsafe body(start)
    }
  }
}

extension FileName: CustomStringConvertible {
  /// The name for people: control characters and bytes that are not UTF-8 as `\xHH`.
  public var description: String { Escaping.printable(bytes) }
}

/// Where a file lies below the inbox: its section's folders and its name.
public struct InboxPath: Hashable, Sendable {
  /// The subfolders, outermost first; empty for the inbox itself.
  public let section: [FileName]
  /// The file's own name.
  public let name: FileName

  /// A file of that name in that section.
  public init(section: [FileName] = [], name: FileName) {
    self.section = section
    self.name = name
  }

  /// The path below the inbox, as bytes.
  public var bytes: [UInt8] {
    section.isEmpty ? name.bytes : section.flatMap { $0.bytes + [UInt8(ascii: "/")] } + name.bytes
  }

  /// The path of these bytes below the inbox, or `nil` where they are none.
  init?(bytes: [UInt8]) {
    var components: [FileName] = []
    for component in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let name = FileName(Array(component)) else { return nil }
      components.append(name)
    }
    guard let name = components.popLast() else { return nil }
    self.init(section: components, name: name)
  }
}

extension InboxPath: CustomStringConvertible {
  /// The path for people.
  public var description: String { Escaping.printable(bytes) }
}
