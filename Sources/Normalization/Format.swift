/// The media type of a file that is no plain text, by its first bytes.
///
/// - Returns: `nil` for anything that may be text.
func binaryFormat(of bytes: [UInt8]) -> String? {
  let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "application/pdf"),
    (Array("{\\rtf".utf8), "application/rtf"),
    ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
    ([0x1F, 0x8B], "application/gzip"),
    (Array("BZh".utf8), "application/x-bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "application/x-xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "application/zstd"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/msword"),
    ([0x89, 0x50, 0x4E, 0x47], "image/png"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    (Array("GIF8".utf8), "image/gif"),
    ([0x7F, 0x45, 0x4C, 0x46], "application/x-executable"),
  ]
  for (signature, format) in signatures where bytes.starts(with: signature) { return format }
  if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
    return "image/webp"
  }
  return nil
}

/// The media type of text that is markup or data, by its first and last characters.
///
/// - Parameter text: Valid UTF-8.
/// - Returns: `nil` for plain text.
func markupFormat(of text: Span<UInt8>) -> String? {
  var end = min(text.count, 1024)
  while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
  let whole = string(text.extracting(first: end))
  guard let start = whole.firstIndex(where: { !$0.isWhitespace }), "<{[".contains(whole[start]) else {
    return nil
  }
  if let root = rootName(of: text), let wire = WireFormat(root: root) { return wire.rawValue }
  let trimmed = whole[start...].prefix(24).lowercased()
  if trimmed.hasPrefix("<?xml") {
    return rootName(of: text) == "html" || text.extracting(first: end).mentions("<html")
      ? "application/xhtml+xml" : otherXML(text)
  }
  for tag in ["<!doctype html", "<html", "<head", "<body", "<div", "<article", "<p>", "<p ", "<h1", "<!--"]
  where trimmed.hasPrefix(tag) {
    return "text/html"
  }
  // A page after the warnings of the program that wrote it, or one whose head comes first.
  if trimmed.hasPrefix("<"),
    text.extracting(first: min(text.count, 16_384)).mentions("<!doctype html")
      || text.extracting(first: min(text.count, 16_384)).mentions("<html")
  {
    return "text/html"
  }
  // What ends with the end of its first element is a piece of a page, or XML that does not say so.
  if let root = rootName(of: text), !root.isEmpty {
    var last = text.extracting(last: min(text.count, root.utf8.count + 24))
    while last.count > 0, last[last.count - 1] <= 0x20 { last = last.extracting(droppingLast: 1) }
    if last.has("</", at: last.count - root.utf8.count - 3) {
      return Tag(named: root) == .other ? otherXML(text) : "text/html"
    }
  }
  if JSONDocument.isMeant(by: text) { return "application/json" }
  return nil
}

/// The media type of XML that no article is in, with the name of its outermost element.
private func otherXML(_ text: Span<UInt8>) -> String {
  "application/xml" + (rootName(of: text).map { " (<\($0)>)" } ?? "")
}
