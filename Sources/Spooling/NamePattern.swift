import Glibc

/// A pattern for names as the shell reads it; ASCII letters match in either case.
///
/// Nearly every pattern has one star or none, and nothing else that is special: those are compared without fnmatch(3), which
/// takes its time over each of many patterns for each file.
struct NamePattern: Sendable, Equatable {
  private enum Form: Equatable {
    /// What stands before the only star and what stands behind it, in lower case.
    case ends([UInt8], [UInt8])
    /// All of the name, in lower case.
    case whole([UInt8])
    case other(String)
  }

  private let form: Form

  init(_ text: String) {
    let bytes = text.utf8.map(Self.folded)
    let parts = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Array($0) }
    let isPlain = !bytes.contains(where: Array("?[\\".utf8).contains)
    form =
      switch parts.count {
      case 1 where isPlain: .whole(parts[0])
      case 2 where isPlain: .ends(parts[0], parts[1])
      default: .other(text)
      }
  }

  func matches(_ name: FileName) -> Bool {
    switch form {
    case .whole(let text): name.bytes.count == text.count && Self.begins(name, text)
    case .ends(let start, let end):
      name.bytes.count >= start.count + end.count && Self.ends(name, end) && Self.begins(name, start)
    case .other(let text):
      unsafe name.withCString { unsafe fnmatch(text, $0, Self.caseFold) == 0 }
    }
  }

  /// Whether a name that is no shorter begins with a text.
  private static func begins(_ name: FileName, _ text: [UInt8]) -> Bool {
    text.indices.allSatisfy { folded(name.bytes[$0]) == text[$0] }
  }

  /// Whether a name that is no shorter ends with a text.
  private static func ends(_ name: FileName, _ text: [UInt8]) -> Bool {
    let start = name.bytes.count - text.count
    return text.indices.allSatisfy { folded(name.bytes[start + $0]) == text[$0] }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// FNM_CASEFOLD, a GNU extension that is not imported.
  private static let caseFold: CInt = 1 << 4
}
