/// Values by hashes, in the order in which they came: open addressing, at most half full, the same in every process.
struct HashTable<Value: Sendable>: Sendable {
  private(set) var keys: [UInt64] = []
  /// The values, in the order in which their keys came.
  var values: [Value] = []
  /// Places in ``values`` plus 1, 0 where the slot is free; the size is a power of two.
  private var slots: [Int32]

  /// A table that need not grow before it has so many keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    keys.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
  }

  /// The value under a key; `nil` where it has none.
  subscript(key: UInt64) -> Value? {
    let place = Int(slots[slot(of: key)])
    return place == 0 ? nil : values[place - 1]
  }

  /// Sets the value under a key, instead of the one that it has.
  mutating func set(_ key: UInt64, to value: Value) {
    let known = values.count
    let place = place(of: key, orNew: value)
    if place < known { values[place] = value }
  }

  /// Where in ``values`` the value of a key is, which gets `new` where it has none.
  @inline(__always)
  mutating func place(of key: UInt64, orNew new: @autoclosure () -> Value) -> Int {
    let slot = slot(of: key)
    let place = Int(slots[slot])
    if place > 0 { return place - 1 }
    keys.append(key)
    values.append(new())
    slots[slot] = Int32(truncatingIfNeeded: keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (place, key) in keys.enumerated() { slots[slot(of: key)] = Int32(truncatingIfNeeded: place + 1) }
  }

  /// The slot where a key is, or would be.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
    return slot
  }
}
