/// The members of an object in valid JSON, as the bytes that spell them: what is echoed must come back as it came.
struct JSONMembers: Sequence, IteratorProtocol {
  private let json: [UInt8]
  private var place: Int

  /// The members of the object that the whole text is; none for any other text.
  init(_ json: [UInt8]) {
    self.json = json
    place = json.firstIndex { $0 > 0x20 } ?? json.count
    if place < json.count, json[place] == UInt8(ascii: "{") { place += 1 } else { place = json.count }
  }

  /// The next member: its key without quotation marks, its value without the white space around it.
  mutating func next() -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    while place < json.count, json[place] != UInt8(ascii: "\"") { place += 1 }
    guard place < json.count else { return nil }
    let key = place + 1
    skipString()
    let keyEnd = Swift.max(key, place - 1)
    while place < json.count, json[place] <= 0x20 || json[place] == UInt8(ascii: ":") { place += 1 }
    let value = place
    skipValue()
    var end = place
    while end > value, json[end - 1] <= 0x20 { end -= 1 }
    return (json[key..<keyEnd], json[value..<end])
  }

  private mutating func skipString() {
    place += 1
    while place < json.count, json[place] != UInt8(ascii: "\"") {
      place += json[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    place = Swift.min(place + 1, json.count)
  }

  /// Goes to the comma or the brace that ends a value.
  private mutating func skipValue() {
    var depth = 0
    while place < json.count {
      switch json[place] {
      case UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return
      default: break
      }
      place += 1
    }
  }
}
