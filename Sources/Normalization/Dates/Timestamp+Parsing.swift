extension Timestamp: LosslessStringConvertible {
  /// Reads what ``description`` writes, with `Z` for UTC and without seconds as well.
  ///
  /// - Returns: `nil` where the text is anything else.
  public init?(_ description: String) {
    let bytes = Array(description.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var number = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte & 0x0F)
      }
      return number
    }
    func has(_ character: Unicode.Scalar, at offset: Int) -> Bool {
      offset < bytes.count && UInt32(bytes[offset]) == character.value
    }
    guard has("-", at: 4), has("-", at: 7), let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10)
    else { return nil }
    if bytes.count == 10 {
      self.init(year: year, month: month, day: day)
      return
    }
    guard has("T", at: 10), has(":", at: 13), let hour = number(11..<13), let minute = number(14..<16) else {
      return nil
    }
    var clock = Clock(hour: hour, minute: minute)
    var end = 16
    if has(":", at: end) {
      guard let second = number(17..<19) else { return nil }
      clock.second = second
      end = 19
    }
    if has("Z", at: end) {
      clock.offset = 0
      end += 1
    } else if has("+", at: end) || has("-", at: end) {
      guard let hours = number((end + 1)..<(end + 3)), has(":", at: end + 3),
        let minutes = number((end + 4)..<(end + 6)), minutes < 60
      else { return nil }
      clock.offset = (hours * 60 + minutes) * (has("-", at: end) ? -1 : 1)
      end += 6
    }
    guard end == bytes.count else { return nil }
    self.init(year: year, month: month, day: day, clock: clock)
  }
}
