/// A point in time as precisely as a text gives it: a day, or a day with a time, or both with an offset from UTC.
public struct Timestamp: Sendable, Equatable {
  /// The time of a day.
  public struct Clock: Sendable, Equatable {
    /// 0 to 23.
    public var hour: Int
    /// 0 to 59.
    public var minute: Int
    /// 0 to 59.
    public var second: Int
    /// Minutes east of UTC, where the text names a zone.
    public var offset: Int?

    /// A time of day, in no zone unless `offset` names one.
    public init(hour: Int, minute: Int, second: Int = 0, offset: Int? = nil) {
      self.hour = hour
      self.minute = minute
      self.second = second
      self.offset = offset
    }
  }

  /// The year, in the Gregorian calendar.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  /// The time of day, where the text gives one.
  public var clock: Clock?

  /// A day, and a time where one is known.
  ///
  /// - Returns: `nil` where the calendar has no such day or the day no such time.
  public init?(year: Int, month: Int, day: Int, clock: Clock? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    if let clock {
      guard (0...23).contains(clock.hour), (0...59).contains(clock.minute), (0...59).contains(clock.second),
        (-18 * 60...18 * 60).contains(clock.offset ?? 0)
      else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
    self.clock = clock
  }

  /// The number of days of a month.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601: `2025-02-25`, `2025-02-25T17:35:00` or `2025-02-25T17:35:00+05:30`.
  public var description: String {
    let date = "\(Self.padded(year, to: 4))-\(Self.padded(month))-\(Self.padded(day))"
    guard let clock else { return date }
    let time = "\(Self.padded(clock.hour)):\(Self.padded(clock.minute)):\(Self.padded(clock.second))"
    guard let offset = clock.offset else { return "\(date)T\(time)" }
    let zone = "\(offset < 0 ? "-" : "+")\(Self.padded(abs(offset) / 60)):\(Self.padded(abs(offset) % 60))"
    return "\(date)T\(time)\(zone)"
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
