/// A mail, or a part of one, as RFC 2045 to 2047 have them. A page that a browser saved as one file (MHTML) is such a mail.
struct MailPart {
  private(set) var fields: [MailField] = []
  /// The parts of a multipart, or the mail that the part holds; empty for any other.
  private(set) var parts: [MailPart] = []
  /// What stands after the header, as it is sent.
  private var content: ArraySlice<UInt8>

  /// Parts nested deeper than this are not looked at, nor more of them than this in a mail, or fields in a header.
  private static let maximumDepth = 16
  private static let maximumCount = 1000
  /// Fields are cut off there, in bytes.
  private static let longestField = 16 << 10

  /// Reads a mail, which ``isMail(_:)`` was asked of.
  init(_ mail: ArraySlice<UInt8>) {
    var left = Self.maximumCount
    self.init(Self.withoutMark(mail), depth: 0, left: &left)
  }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int, left: inout Int) {
    content = bytes
    readFields()
    guard depth < Self.maximumDepth else { return }
    if type.hasPrefix("multipart/") {
      var found: [ArraySlice<UInt8>] = []
      if let boundary = field("content-type")?.parameter("boundary") {
        found = parts(between: Array("--\(boundary)".utf8), atMost: left)
      }
      // Where the header names none of them, the first line that looks like a boundary is one.
      if found.isEmpty, let line = MailLines(content).first(where: Self.looksLikeBoundary) {
        found = parts(between: Array(line), atMost: left)
      }
      left -= found.count
      for part in found {
        parts.append(MailPart(part, depth: depth + 1, left: &left))
      }
    } else if type == "message/rfc822", left > 0 {
      left -= 1
      parts = [MailPart(isEncoded ? decodedContent[...] : content, depth: depth + 1, left: &left)]
    }
  }

  private static func looksLikeBoundary(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 2 && line.starts(with: "--".utf8) && line.allSatisfy { $0 > 0x20 }
  }

  // MARK: - The header

  /// Whether a file begins with the header of a mail: with fields alone, one of which only mails have.
  static func isMail(_ file: [UInt8]) -> Bool {
    // Papers have a day that they were "Received" on.
    var marks = 0
    var count = 0
    for line in MailLines(withoutMark(file[...]).prefix(64 << 10)) {
      if line.isEmpty {
        if count > 0 { break }
        continue
      }
      // The line that parts mails in a mailbox, and a field that goes on.
      if count == 0, line.starts(with: separator) {
        marks += 1
        continue
      }
      if count > 0, line[line.startIndex] == 0x20 || line[line.startIndex] == 0x09 { continue }
      // A header may lack the line that ends it.
      guard let name = fieldName(of: line) else { return marks > 1 && count > 2 }
      count += 1
      if name == "content-type" ? line.contains(UInt8(ascii: "/")) : transported.contains(name) {
        marks += name == "received" ? 1 : 2
      }
    }
    return marks > 1 && count > 1
  }

  private static func withoutMark(_ file: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file
  }

  /// The mails of a mailbox (mbox), each with the line that parts it from the one before; of any other file, all of it.
  static func mails(in file: [UInt8]) -> [ArraySlice<UInt8>] {
    let bare = withoutMark(file[...])
    guard bare.starts(with: separator) else { return [file[...]] }
    var starts: [Int] = []
    var (followsBlank, separatorStart) = (true, Int?.none)
    var lines = MailLines(bare)
    let first = bare.startIndex
    var lineStart = first
    while let line = lines.next() {
      if let start = separatorStart, fieldName(of: line) != nil { starts.append(start) }
      // "From jo@example.org Mon May  3 10:00:00 2024"
      let isSeparator =
        followsBlank && line.starts(with: separator)
        && (lineStart == first
          || line.count { $0 == UInt8(ascii: ":") } >= 2
            && line.suffix(4).allSatisfy { (0x30...0x39).contains($0) })
      separatorStart = isSeparator ? lineStart : nil
      followsBlank = line.isEmpty
      lineStart = lines.rest.startIndex
    }
    guard starts.count > 1 else { return [file[...]] }
    return zip(starts, starts.dropFirst() + [file.count]).map { file[$0..<$1] }
  }

  private static let separator = Array("From ".utf8)
  private static let transported: Set<String> = [
    "mime-version", "received", "message-id", "return-path", "delivered-to", "x-mailer",
    "dkim-signature", "snapshot-content-location",
  ]

  /// The name of the field that a line begins, in lower case.
  private static func fieldName(of line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return nil
    }
    var name = line[..<colon]
    while let last = name.last, last == 0x20 || last == 0x09 { name.removeLast() }
    guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Takes the fields off the content.
  private mutating func readFields() {
    var lines = MailLines(content)
    while let line = lines.next() {
      if line.isEmpty {
        content = lines.rest
        if fields.isEmpty { continue }
        return
      }
      if let first = line.first, first == 0x20 || first == 0x09, let last = fields.indices.last {
        fields[last].value += line.prefix(
          Self.longestField - min(Self.longestField, fields[last].value.count))
      } else if let name = Self.fieldName(of: line) {
        let value = line[line.index(after: line.firstIndex(of: UInt8(ascii: ":")) ?? line.startIndex)...]
        if fields.count < Self.maximumCount {
          fields.append(MailField(name: name, value: Array(value.prefix(Self.longestField))))
        }
      } else if !fields.isEmpty || !line.starts(with: Self.separator) {
        // A line that is no field: the header has no end of its own.
        return
      }
      content = lines.rest
    }
  }

  /// The first field of a name.
  func field(_ name: String) -> MailField? { fields.first { $0.name == name } }

  /// The media type, in lower case.
  var type: String {
    // One without a subtype counts for none, as RFC 2045 has it.
    field("content-type").map(\.token).flatMap { $0.utf8.contains(UInt8(ascii: "/")) ? $0 : nil }
      ?? "text/plain"
  }

  /// Whether it is a file that came along.
  var isAttachment: Bool { field("content-disposition")?.token == "attachment" }

  // MARK: - The content

  /// The content without what the transport made of it.
  var decodedContent: [UInt8] {
    switch field("content-transfer-encoding")?.token {
    // What stands behind the padding was put there on the way.
    case "base64": decodedBase64(content.prefix { $0 != UInt8(ascii: "=") })
    case "quoted-printable": decodedQuotedPrintable(content)
    default: Array(content)
    }
  }

  private var isEncoded: Bool {
    ["base64", "quoted-printable"].contains(field("content-transfer-encoding")?.token)
  }

  /// What lies between the lines of a boundary; the last one may be missing.
  private func parts(between boundary: [UInt8], atMost limit: Int) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var lines = MailLines(content)
    var lineStart = content.startIndex
    while parts.count < limit, let line = lines.next() {
      defer { lineStart = lines.rest.startIndex }
      guard line.starts(with: boundary) else { continue }
      // Another boundary may begin with this one.
      let tail = line.dropFirst(boundary.count).filter { $0 > 0x20 }
      let isEnd = tail == Array("--".utf8)
      guard tail.isEmpty || isEnd else { continue }
      if let start { parts.append(content[start..<lineStart]) }
      start = isEnd ? nil : lines.rest.startIndex
      if isEnd { break }
    }
    if let start, parts.count < limit { parts.append(content[start...]) }
    return parts
  }
}

/// The lines of a mail, without their ends, and what stands after the one that came last.
private struct MailLines: Sequence, IteratorProtocol {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func next() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}
