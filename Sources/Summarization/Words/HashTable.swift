/// Values by hashes: open addressing, at most half full, the same in every process.
///
/// Keys are hashes already, and none is 0.
struct HashTable<Value: Sendable>: Sendable {
  /// 0 where the place is free.
  private var keys: [UInt64]
  private var values: [Value?]
  private var count = 0

  /// A table that need not grow before it has so many keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
  }

  /// The value under a key; `nil` where it has none.
  subscript(key: UInt64) -> Value? { values[place(of: key)] }

  /// Sets the value under a key, instead of the one that it has.
  mutating func set(_ key: UInt64, to value: Value) {
    let place = place(of: key)
    if keys[place] == 0 { insert(key, value, at: place) } else { values[place] = value }
  }

  /// The value under a key, which gets `new` where it has none.
  mutating func value(of key: UInt64, orNew new: Value) -> Value {
    let place = place(of: key)
    if let value = values[place] { return value }
    insert(key, new, at: place)
    return new
  }

  private mutating func insert(_ key: UInt64, _ value: Value, at place: Int) {
    keys[place] = key
    values[place] = value
    count += 1
    if count * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count * 2)
    values = [Value?](repeating: nil, count: keys.count)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }

  /// Where a key is, or would be.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }
}
