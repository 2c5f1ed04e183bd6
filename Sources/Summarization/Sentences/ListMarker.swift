/// A marker of a list that runs on inside a paragraph: a number, a letter, a Roman number or a bullet.
///
/// A list begins where a sentence does; from there each marker that carries on its count begins a sentence.
struct ListMarker {
  private enum Count {
    case bullet
    case number(Int)
    case letter(UInt8)
    case roman(Int)
  }

  private var prefix: [UInt8] = []
  private var count: Count
  private var suffix: [UInt8] = []
  /// The marker as it is written.
  private var marker: [UInt8] = []

  /// Reads the marker that begins at `offset`; nil where no list begins there.
  init?(in text: Span<UInt8>, at offset: Int) {
    var end = offset
    func byte(_ at: Int) -> UInt8 { at < text.count ? text[at] : 0 }
    guard end < text.count else { return nil }
    let first = DecodedScalar(in: text, at: end)
    let isBullet = Self.bullets.contains(first.value)
    if isBullet || first.value == 0x28 {
      for _ in 0..<first.length {
        prefix.append(text[end])
        end += 1
      }
      if isBullet, byte(end) == 0x20, byte(end + 1) >= 0x30, byte(end + 1) <= 0x39 {
        prefix.append(0x20)
        end += 1
      }
    }
    var value = 0
    let digits = end
    while end - digits < 3, byte(end) >= 0x30, byte(end) <= 0x39 {
      value = value * 10 + Int(byte(end) - 0x30)
      end += 1
    }
    if end > digits {
      guard isBullet || value == 1 else { return nil }
      count = .number(value)
    } else if byte(end) == UInt8(ascii: "a") {
      count = .letter(byte(end))
      end += 1
    } else if byte(end) == UInt8(ascii: "i") {
      count = .roman(1)
      end += 1
    } else {
      guard isBullet, byte(end) == 0x20 else { return nil }
      count = .bullet
      marker = bytes
      return
    }
    while suffix.count < 2, byte(end) == UInt8(ascii: ".") || byte(end) == UInt8(ascii: ")") {
      suffix.append(byte(end))
      end += 1
    }
    guard !suffix.isEmpty, byte(end) == 0x20 else { return nil }
    marker = bytes
  }

  /// Where the marker at `offset` ends, if it is this one and an item follows.
  func end(in text: Span<UInt8>, at offset: Int) -> Int? {
    guard offset + marker.count + 1 < text.count else { return nil }
    for (i, byte) in marker.enumerated() where text[offset + i] != byte { return nil }
    let end = offset + marker.count
    guard text[end] == 0x20 else { return nil }
    if case .number = count, DecodedScalar(in: text, at: end + 1).kind == .lower { return nil }
    return end
  }

  /// The marker of the item after this one.
  var next: ListMarker {
    var next = self
    switch count {
    case .bullet: break
    case .number(let value): next.count = .number(value + 1)
    case .letter(let letter): next.count = .letter(min(letter + 1, UInt8(ascii: "z")))
    case .roman(let value): next.count = .roman(value + 1)
    }
    next.marker = next.bytes
    return next
  }

  private var bytes: [UInt8] {
    switch count {
    case .bullet: prefix
    case .number(let value): prefix + Array(String(value).utf8) + suffix
    case .letter(let letter): prefix + [letter] + suffix
    case .roman(let value): prefix + Self.roman(value) + suffix
    }
  }

  private static func roman(_ value: Int) -> [UInt8] {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return Array((String(repeating: "x", count: value / 10) + ones[value % 10]).utf8)
  }

  private static let bullets: [UInt32] = [0x2022, 0x2043, 0x2023, 0x25E6, 0x25AA, 0x25CF, 0x25A0, 0x203B]
}

/// How far a list has come that runs on inside a paragraph.
struct ListCount {
  private var first: ListMarker?
  private var next: ListMarker?

  /// Whether a list is under way.
  var isOpen: Bool { next != nil }

  /// Looks for a marker at the beginning of a sentence and returns where the sentence's own text begins.
  mutating func begin(in text: Span<UInt8>, at start: Int) -> Int {
    if let end = item(in: text, at: start) { return end }
    guard let marker = ListMarker(in: text, at: start), let end = marker.end(in: text, at: start) else {
      return start
    }
    first = marker
    next = marker.next
    return end
  }

  /// Where the marker at `offset` ends, if it carries on the count or begins it again.
  mutating func item(in text: Span<UInt8>, at offset: Int) -> Int? {
    if let end = next?.end(in: text, at: offset) {
      next = next?.next
      return end
    }
    guard let end = first?.end(in: text, at: offset) else { return nil }
    next = first?.next
    return end
  }
}
