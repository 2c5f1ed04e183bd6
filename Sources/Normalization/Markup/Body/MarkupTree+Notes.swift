/// The marks by which a page sends its readers to a note: "1" or "[2]" above the line, or in a link.
extension MarkupTree {
  /// Whether an element marks a note in the text before it.
  ///
  /// What stands above the line without a link may be an exponent or the end of an ordinal: a number behind the end of a sentence is
  /// none. What begins a block is the number of the note itself.
  ///
  /// - Parameter text: What of its block stands before it.
  func isNoteMark(_ node: Int, behind text: [UInt8], _ weights: MarkupWeights) -> Bool {
    guard (1...8).contains(weights[node].text),
      text.contains(where: { $0 > 0x20 }), let mark = self.text(of: node), isMark(mark)
    else { return false }
    let range = node..<Int(weights.end[node])
    guard let link = range.first(where: { nodes[$0].tag == .a }) else {
      return Line(collapse(text), followsBlank: true).endsSentence && mark.utf8.contains { $0 &- 0x30 < 10 }
    }
    guard let target = spelling(of: "href", at: link), let hash = target.firstIndex(of: UInt8(ascii: "#"))
    else { return false }
    return range.contains { nodes[$0].tag == .sup }
      || spelling(of: "role", at: link)?.elementsEqual("doc-noteref".utf8) == true
      || namesNote(target[hash...]) || namesNote(spelling(of: "class", at: link) ?? [])
  }

  /// Marks the blocks of the notes to which marks lead; a note may lead back to its mark.
  func markNotes(of marks: [Int], in blocks: inout [MarkupBlock], _ weights: MarkupWeights) {
    var links: [ArraySlice<UInt8>: Int] = [:]
    for link in marks.flatMap({ $0..<Int(weights.end[$0]) }) where nodes[link].tag == .a {
      let name = spelling(of: "href", at: link)?.drop { $0 != UInt8(ascii: "#") }.dropFirst() ?? []
      if !name.isEmpty, links[name] == nil { links[name] = link }
    }
    guard let first = links.values.min() else { return }
    let most = weights[0].prose / 8
    for node in first..<nodes.count where nodes[node].tag != .text {
      guard let name = spelling(of: "id", at: node) ?? spelling(of: "name", at: node), let link = links[name],
        node > link, case let note = Int(weights.block[node]), weights[note].text <= most
      else { continue }
      for index in blocks.indices where weights.isInside(Int(blocks[index].node), note) {
        blocks[index].isNote = true
      }
    }
  }

  /// Whether a text is a number, a letter or signs, with or without brackets around it.
  private func isMark(_ text: String) -> Bool {
    var scalars = text.unicodeScalars[...]
    if scalars.count > 2,
      scalars.first == "[" && scalars.last == "]" || scalars.first == "(" && scalars.last == ")"
    {
      scalars = scalars.dropFirst().dropLast()
      // "[n 8]", "[note 2]"
      if scalars.count <= 8, scalars.contains(" "), scalars.last?.properties.numericType != nil {
        return true
      }
    }
    if scalars.count == 1, let letter = scalars.first, letter.isASCII, letter.properties.isAlphabetic {
      return true
    }
    return scalars.count <= 3
      && scalars.allSatisfy {
        $0.properties.numericType != nil && $0.properties.generalCategory != .otherLetter
          || "*†‡§¶".unicodeScalars.contains($0)
      }
  }

  private func namesNote(_ name: ArraySlice<UInt8>) -> Bool {
    let name = Array(name)
    let words: [StaticString] = ["note", "fn", "ftn", "cite", "ref", "nota", "fuss", "fuß"]
    return words.contains { name.span.mentions($0) }
  }
}
