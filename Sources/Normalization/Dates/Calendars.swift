extension Timestamp {
  /// The day of the Persian calendar (solar Hijri).
  ///
  /// - Parameter year: 1343 to 1472; in these a year is a leap year where its rest by 33 is 1, 5, 9, 13, 17, 22, 26 or 30, which
  ///   agrees with the astronomical calendar.
  init?(persianYear year: Int, month: Int, day: Int) {
    guard (1343...1472).contains(year), (1...12).contains(month), (1...(month <= 6 ? 31 : 30)).contains(day)
    else { return nil }
    func isLeap(_ year: Int) -> Bool { [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
    if month == 12, day == 30, !isLeap(year) { return nil }
    let leaps = (1343..<year).count(where: isLeap)
    let ofYear = (month - 1) * 30 + min(month - 1, 6) + day - 1
    // 1 Farvardin 1343 was 21 March 1964.
    guard let start = Timestamp(year: 1964, month: 3, day: 21) else { return nil }
    self.init(dayNumber: start.dayNumber + (year - 1343) * 365 + leaps + ofYear, clock: nil)
  }

  /// Days since 1 March of the year 0.
  ///
  /// Source: Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  var dayNumber: Int {
    let year = month <= 2 ? year - 1 : year
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + ofYear
  }

  /// The day by its number; see ``dayNumber``.
  init?(dayNumber: Int, clock: Clock?) {
    guard dayNumber >= 0 else { return nil }
    let era = dayNumber / 146_097
    let ofEra = dayNumber % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: ofYear - (153 * part + 2) / 5 + 1, clock: clock)
  }
}

/// The year before the first of an East Asian era: Japan's emperors, and Taiwan's republic.
func yearBefore(era name: UInt64) -> Int? { eras[name] }

private let eras = WordTable(
  [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("民國", 1911), ("民国", 1911), ("中華民國", 1911)].map {
    (WordHash(folded: $0.0).value, $0.1)
  })
