/// Numbers by the hashes of phrases: open addressing, at most half full, the same in every process.
struct PhraseTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  /// A table that need not grow before it has so many keys.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: 0, count: size)
  }

  /// The number under a key; `nil` where it has none.
  subscript(key: UInt64) -> Int? {
    let place = place(of: key)
    return keys[place] == 0 ? nil : Int(values[place])
  }

  /// The number under a key, which gets `new` where it has none.
  mutating func number(of key: UInt64, orNew new: Int) -> Int {
    var place = place(of: key)
    if keys[place] != 0 { return Int(values[place]) }
    if (count + 1) * 2 > keys.count {
      grow()
      place = self.place(of: key)
    }
    keys[place] = key
    values[place] = Int32(new)
    count += 1
    return new
  }

  /// Sets the number under a key that has one.
  mutating func set(_ key: UInt64, to value: Int) {
    let place = place(of: key)
    if keys[place] != 0 { values[place] = Int32(value) }
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    values = [Int32](repeating: 0, count: keys.count)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }
}
