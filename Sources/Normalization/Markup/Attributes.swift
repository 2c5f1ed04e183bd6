extension MarkupTree {
  /// One attribute of an element: its name in the source and its value as it stands there.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }

  /// The attributes of an element, read on demand.
  func attributes(of node: Int) -> [Attribute] {
    var attributes: [Attribute] = []
    var place = Int(nodes[node].start)
    let end = Int(nodes[node].end)
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
    while place < end, attributes.count < 64 {
      while place < end, isSpace(source[place]) { place += 1 }
      let name = place
      while place < end, source[place] > 0x20, source[place] != UInt8(ascii: "="),
        source[place] != UInt8(ascii: "/")
      {
        place += 1
      }
      let nameEnd = place
      while place < end, source[place] <= 0x20 { place += 1 }
      guard place < end, source[place] == UInt8(ascii: "=") else {
        if nameEnd == name {
          place += 1
        } else {
          attributes.append(Attribute(name: name..<nameEnd, value: nameEnd..<nameEnd))
        }
        continue
      }
      place += 1
      while place < end, source[place] <= 0x20 { place += 1 }
      var value = place..<place
      if place < end, source[place] == UInt8(ascii: "\"") || source[place] == UInt8(ascii: "'") {
        let close = min(end, source.firstIndex(of: source[place], from: place + 1))
        value = (place + 1)..<max(place + 1, close)
        place = min(end, close + 1)
      } else {
        while place < end, source[place] > 0x20 { place += 1 }
        value = value.lowerBound..<place
      }
      if name < nameEnd { attributes.append(Attribute(name: name..<nameEnd, value: value)) }
    }
    return attributes
  }

  /// Whether an attribute has a name, which is given in lower case.
  func isNamed(_ attribute: Attribute, _ name: StaticString) -> Bool {
    guard attribute.name.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { name in
      unsafe zip(name, source[attribute.name]).allSatisfy { $0 == $1.lowercased }
    }
  }

  /// The value of an attribute with its references resolved; `nil` where the element has none of that name.
  func value(of name: StaticString, at node: Int) -> String? {
    guard nodes[node].end > nodes[node].start else { return nil }
    return attributes(of: node).first { isNamed($0, name) }.map {
      String(decoding: Entities.decoded(source[$0.value]), as: UTF8.self)
    }
  }
}
