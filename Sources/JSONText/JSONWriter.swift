/// Writes JSON as JSONEncoder lays it out, with its keys in the order in which they are given.
///
/// A record is written for each article, and the encoder took longer for it than the parser for its page.
package struct JSONWriter {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []

  private let isReadable: Bool
  private var depth = 0
  /// Whether nothing stands yet in the list at hand.
  private var isAtStart = true

  package init(_ layout: JSONLayout) {
    isReadable = layout == .readable
  }

  /// Writes an object.
  ///
  /// - Parameter members: Writes its members, in the order of their keys.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array.
  package mutating func array<Element>(_ elements: [Element], _ write: (Element, inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    for element in elements {
      next()
      write(element, &self)
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes the key of a member, whose value is written next.
  package mutating func key(_ key: StaticString) {
    next()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }  // the text of the program
    bytes.append(UInt8(ascii: "\""))
    bytes += isReadable ? " : ".utf8 : ":".utf8
  }

  /// Writes a member whose key is a text like any other.
  package mutating func member(_ key: String, _ number: Int) {
    next()
    string(key)
    bytes += isReadable ? " : ".utf8 : ":".utf8
    self.number(number)
  }

  /// Writes a member, unless its value is not known.
  package mutating func member(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    self.key(key)
    string(text)
  }

  /// Writes a member, unless its value is not known.
  package mutating func member(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    self.key(key)
    self.number(number)
  }

  /// Writes a member, unless its value is not known.
  package mutating func member(_ key: StaticString, _ truth: Bool?) {
    guard let truth else { return }
    self.key(key)
    bytes += truth ? "true".utf8 : "false".utf8
  }

  /// Writes a member whose value is a finite number.
  package mutating func member(_ key: StaticString, _ number: Double) {
    self.key(key)
    let digits = number.description.utf8
    bytes += digits.suffix(2).elementsEqual(".0".utf8) ? digits.dropLast(2) : digits[...]
  }

  /// Writes a member, unless its value is not known.
  package mutating func member<Element>(
    _ key: StaticString, _ elements: [Element]?, _ write: (Element, inout JSONWriter) -> Void
  ) {
    guard let elements else { return }
    self.key(key)
    array(elements, write)
  }

  /// Writes a number.
  package mutating func number(_ number: Int) { bytes += String(number).utf8 }

  /// Writes a string; slashes and all that is no control stand as they are.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let utf8 = text.utf8Span
    let span = utf8.span
    var start = 0
    while true {
      let end = span.firstToEscape(from: start)
      append(span.extracting(start..<end))
      guard end < span.count else { break }
      escape(span[end])
      start = end + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      bytes += "\\u00".utf8
      if digits.utf8.count == 1 { bytes.append(UInt8(ascii: "0")) }
      bytes += digits.utf8
    default: bytes += [UInt8(ascii: "\\"), byte]
    }
  }

  private mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }  // valid for the call
  }

  // MARK: - Layout

  private mutating func open(_ mark: UInt8) {
    bytes.append(mark)
    depth += 1
    isAtStart = true
    if isReadable { bytes.append(0x0A) }
  }

  private mutating func close(_ mark: UInt8) {
    depth -= 1
    isAtStart = false
    if isReadable {
      bytes.append(0x0A)
      indent()
    }
    bytes.append(mark)
  }

  /// Begins the next element or member of the list at hand.
  private mutating func next() {
    if !isAtStart { bytes += isReadable ? ",\n".utf8 : ",".utf8 }
    isAtStart = false
    if isReadable { indent() }
  }

  private mutating func indent() {
    for _ in 0..<depth { bytes += "  ".utf8 }
  }
}
