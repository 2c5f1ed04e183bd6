import Normalization

/// Writes text of an article into a Markdown document so that it stays text.
struct MarkdownWriter {
  /// What is written so far, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes markup as it stands.
  mutating func write(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }  // valid for the call
  }

  /// Writes ASCII as it stands.
  mutating func write(ascii text: String) { bytes += text.utf8 }

  /// Writes a double-quoted YAML scalar on one line.
  mutating func quote(_ text: String) {
    write("\"")
    let utf8 = text.utf8Span
    let span = utf8.span
    var start = 0
    for offset in span.indices where Self.mayBeQuoted(span[offset]) {
      let (scalar, length) = Self.scalar(in: span, at: offset)
      guard Self.isQuoted(scalar) else { continue }
      bytes.append(span.extracting(start..<offset))
      start = offset + length
      switch scalar {
      case UInt32(UInt8(ascii: "\"")), UInt32(UInt8(ascii: "\\")):
        bytes += [UInt8(ascii: "\\"), UInt8(scalar)]
      case 0x0A: write("\\n")
      case 0x09: write("\\t")
      default:
        let digits = String(scalar, radix: 16)
        write("\\u")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        write(ascii: digits)
      }
    }
    bytes.append(span.extracting(start...))
    write("\"")
  }

  /// Writes one line of text that CommonMark, its usual extensions and the template languages around it print as it is.
  ///
  /// A backslash before ASCII punctuation prints that character, and breaks up what a link, a tag, a formula, a
  /// shortcode or a Liquid expression begins with. Marks that mean something only at the start of a line
  /// (`+`, `-`, `1.`) are escaped there.
  mutating func escape(_ text: String) {
    let utf8 = text.utf8Span
    let span = utf8.span
    let lineStart = span.indices.first { ![0x20, 0x0A, 0x0D].contains(span[$0]) } ?? span.count
    let numberEnd = (lineStart..<span.count).first { !(0x30...0x39).contains(span[$0]) } ?? span.count
    var start = 0
    /// Writes what comes before an offset, goes on at another, and leaves what stands between to the caller.
    func skip(to offset: Int, from next: Int, _ bytes: inout [UInt8]) {
      bytes.append(span.extracting(start..<offset))
      start = next
    }
    for offset in span.indices where Self.mayBeMarkup.contains(span[offset]) {
      let before = offset > 0 ? span[offset - 1] : 0
      switch span[offset] {
      case UInt8(ascii: "&"):
        let isAlone = offset + 1 == span.count || span[offset + 1] == UInt8(ascii: " ")
        if isAlone { continue }
        // Jekyll's Markdown knows no backslash before these.
        skip(to: offset, from: offset + 1, &bytes)
        write("&#38;")
      case UInt8(ascii: "@"):
        skip(to: offset, from: offset + 1, &bytes)
        write("&#64;")
      case UInt8(ascii: "~"):
        skip(to: offset, from: offset + 1, &bytes)
        write("&#126;")
      case UInt8(ascii: "%"):
        guard before == UInt8(ascii: "%") else { continue }
        skip(to: offset, from: offset + 1, &bytes)
        write("&#37;")
      case 0x0A, 0x0D:
        skip(to: offset, from: offset + 1, &bytes)
        write(" ")
      case UInt8(ascii: "="):
        guard before == UInt8(ascii: "=") || offset == lineStart else { continue }
        skip(to: offset, from: offset, &bytes)
        write("\\")
      case UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard offset == lineStart else { continue }
        skip(to: offset, from: offset, &bytes)
        write("\\")
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        let isAddress =
          span[offset] == UInt8(ascii: ".") && offset >= 3
          && (1...3).allSatisfy { span[offset - $0] | 0x20 == UInt8(ascii: "w") }
        guard isAddress || offset > lineStart && offset == numberEnd else { continue }
        skip(to: offset, from: offset, &bytes)
        write("\\")
      case UInt8(ascii: "/"):
        // "http:" begins a link only with the slashes.
        guard before == UInt8(ascii: ":"), offset > lineStart + 1 else { continue }
        skip(to: offset - 1, from: offset - 1, &bytes)
        write("\\")
      default:
        skip(to: offset, from: offset, &bytes)
        write("\\")
      }
    }
    bytes.append(span.extracting(start...))
  }

  /// The bytes that ``escape(_:)`` looks at.
  private static let mayBeMarkup = ASCIISet("\\`*_[]<>#|${}&@~%=:.+-)/\n\r")

  /// Whether a byte begins a scalar that may not stand in a quoted scalar.
  private static func mayBeQuoted(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  /// Whether a scalar may not stand as it is in a quoted scalar: marks of YAML's, controls, ends of lines.
  private static func isQuoted(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x22, 0x5C, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The scalar of one to three bytes at an offset of valid UTF-8, and its length.
  private static func scalar(in text: Span<UInt8>, at offset: Int) -> (UInt32, Int) {
    let lead = UInt32(text[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(text[offset + 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    return ((lead & 0x0F) << 12 | second << 6 | UInt32(text[offset + 2] & 0x3F), 3)
  }
}

/// A set of ASCII characters, in two words.
private struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: StaticString) {
    characters.withUTF8Buffer { buffer in
      for index in 0..<buffer.count {
        let byte = unsafe buffer[index]  // below its count
        if byte < 64 { low |= 1 << byte } else { high |= 1 << (byte - 64) }
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> byte & 1 != 0 : byte < 128 && high >> (byte - 64) & 1 != 0
  }
}
