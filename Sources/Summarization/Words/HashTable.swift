/// Values by hashes, in the order in which they came: open addressing, at most half full, the same in every process.
struct HashTable<Value: Sendable>: Sendable {
  /// A key and its value.
  struct Entry: Sendable {
    let key: UInt64
    var value: Value
  }

  /// The entries, in the order in which their keys came.
  private(set) var entries: [Entry] = []
  /// Places in ``entries`` plus 1, 0 where the slot is free; the size is a power of two.
  private var slots: [Int32]

  /// How many keys there are.
  var count: Int { entries.count }

  /// A table that need not grow before it has so many keys.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    entries.reserveCapacity(capacity)
  }

  /// The value under a key; `nil` where it has none.
  subscript(key: UInt64) -> Value? {
    let place = Int(slots[slot(of: key)])
    return place == 0 ? nil : entries[place - 1].value
  }

  /// The value at a place in the order in which the keys came.
  subscript(place place: Int) -> Value {
    @inline(__always) get { entries[place].value }
    @inline(__always) _modify { yield &entries[place].value }
  }

  /// Sets the value under a key, instead of the one that it has.
  mutating func set(_ key: UInt64, to value: Value) {
    let known = count
    let place = place(of: key, orNew: value)
    if place < known { entries[place].value = value }
  }

  /// Where in ``entries`` a key is, which comes to them with the value `new` where it is new.
  @inline(__always)
  mutating func place(of key: UInt64, orNew new: @autoclosure () -> Value) -> Int {
    let slot = slot(of: key)
    let place = Int(slots[slot])
    if place > 0 { return place - 1 }
    entries.append(Entry(key: key, value: new()))
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (place, entry) in entries.enumerated() {
      slots[slot(of: entry.key)] = Int32(truncatingIfNeeded: place + 1)
    }
  }

  /// The slot where a key is, or would be.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
