/// A set of tags: one bit each.
struct TagSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
  init(_ tags: Tag...) {
    for tag in tags {
      if tag.rawValue < 64 {
        low |= 1 << UInt64(tag.rawValue)
      } else {
        high |= 1 << UInt64(tag.rawValue - 64)
      }
    }
  }

  @inline(__always)
  func contains(_ tag: Tag) -> Bool {
    tag.rawValue < 64 ? low >> UInt64(tag.rawValue) & 1 != 0 : high >> UInt64(tag.rawValue - 64) & 1 != 0
  }
}
