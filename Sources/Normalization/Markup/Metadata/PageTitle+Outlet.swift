/// Takes the name of the site off titles.
extension PageTitle {
  /// Cuts the site's name and its section off the end of a title, or off its start.
  ///
  /// - Parameter byBars: Whether a few words after a bar are such a name, though nothing else tells.
  func withoutOutlet(_ title: String, byBars: Bool = true) -> String {
    var title = title
    for _ in 0..<3 {
      guard let cut = cut(title, byBars: byBars) else { break }
      title = cut
    }
    return title
  }

  private func cut(_ title: String, byBars: Bool) -> String? {
    if let cut = cutAtColon(title) ?? cutAtComma(title) { return cut }
    let joints = Self.joints(of: title)
    guard let last = joints.last, let first = joints.first else { return nil }
    let head = String(title[..<last.lowerBound])
    let tail = String(title[last.upperBound...])
    let start = String(title[..<first.lowerBound])
    let rest = String(title[first.upperBound...])
    // Where the site's name is a heading as well, the article's is the longer one.
    if isHeading(rest), wordHashes(of: start).count <= 6,
      !isHeading(head) || rest.utf8.count > head.utf8.count
    {
      return rest
    }
    if outlet.isNamed(by: tail) || isHeading(head) { return head }
    // "Headline - Site - Section": what is behind the headline is the shorter.
    for joint in joints.suffix(4).dropLast().reversed() {
      let start = title[..<joint.lowerBound]
      if start.utf8.count > title[joint.upperBound...].utf8.count, isHeading(String(start)) {
        return String(start)
      }
    }
    if outlet.isExactly(start) { return rest }
    guard byBars else { return nil }
    // A bar parts nothing but titles from names.
    let isBar = title[last].unicodeScalars.contains { $0 == "|" || $0 == "｜" || $0 == "ǀ" }
    if isBar, (1...4).contains(tail.split(separator: " ").count) { return head }
    return EastAsianNames.isSite(tail[...]) && tail.utf8.count < head.utf8.count ? head : nil
  }

  /// The article's heading behind the site's and a colon: blogs have the site's name in their heading of the first order.
  private func cutAtColon(_ title: String) -> String? {
    guard let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")), colon > title.startIndex else {
      return nil
    }
    let start = String(title[..<colon])
    let rest = collapse(Array(title[title.index(after: colon)...].utf8))
    guard isHeading(rest), outlet.isExactly(start) || outline.topHeadings.contains(start),
      !outline.topHeadings.contains(rest)
    else { return nil }
    return rest
  }

  /// What stands before the publisher's name and a comma.
  private func cutAtComma(_ title: String) -> String? {
    guard let comma = title.utf8.lastIndex(of: UInt8(ascii: ",")),
      outlet.isExactly(String(title[title.index(after: comma)...]))
    else { return nil }
    return String(title[..<comma])
  }

  /// Whether a heading of the page has just these words; of scripts without spaces one is enough where it is long.
  private func isHeading(_ text: String) -> Bool {
    let words = wordHashes(of: text)
    let isLong = text.utf8.count >= 18 && text.utf8.allSatisfy { $0 >= 0x80 }
    return (words.count >= 2 || isLong) && headingWords.contains(words)
  }

  /// Whether a byte may be of a mark that parts a title.
  private static func mayPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "~"),
      UInt8(ascii: ":"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// The places where marks part a title.
  private static func joints(of title: String) -> [Range<String.Index>] {
    let scalars = title.unicodeScalars
    var joints: [Range<String.Index>] = []
    guard title.utf8.contains(where: mayPart) else { return [] }
    var before = scalars.startIndex
    guard before < scalars.endIndex else { return [] }
    var index = scalars.index(after: before)
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      switch scalars[index] {
      case "_", "｜", "：": joints.append(index..<next)
      case "|" where scalars[before] != " ": joints.append(index..<next)
      case "-"
      where next < scalars.endIndex && scalars[before].value >= 0x2E80 && scalars[next].value >= 0x2E80:
        joints.append(index..<next)
      case ":", "/":
        // " : ", " :: ", " // "
        let isDoubled = next < scalars.endIndex && scalars[next] == scalars[index]
        let end = isDoubled ? scalars.index(after: next) : next
        if scalars[before] == " ", end < scalars.endIndex, scalars[end] == " " {
          joints.append(before..<scalars.index(after: end))
        }
      case "|", "-", "–", "—", "»", "«", "›", "•", "·", "ǀ", "~", "→":
        if scalars[before] == " ", next < scalars.endIndex, scalars[next] == " " {
          joints.append(before..<scalars.index(after: next))
        }
      default: break
      }
      before = index
      index = next
    }
    return joints
  }
}
