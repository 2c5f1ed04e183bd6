/// The days of a calendar, in the ways that papers print them.
extension DateReader {
  /// A day, and the token after it.
  struct Day {
    var timestamp: Timestamp
    var end: Int
  }

  /// The day that starts at a token.
  func day(in tokens: [Token], at index: Int) -> Day? {
    switch tokens[index].kind {
    case .number:
      eastAsianDay(in: tokens, at: index) ?? numericDay(in: tokens, at: index)
        ?? yearMonthDay(in: tokens, at: index) ?? dayMonth(in: tokens, at: index)
    case .word:
      monthDay(in: tokens, at: index) ?? eraDay(in: tokens, at: index) ?? spelledDay(in: tokens, at: index)
    case .mark: nil
    }
  }

  /// `2025-02-25`, `25.02.2025`, `02/25/25`.
  private func numericDay(in tokens: [Token], at index: Int) -> Day? {
    guard index + 4 < tokens.count, let first = tokens[index].value, let second = tokens[index + 2].value,
      let third = tokens[index + 4].value, tokens[index + 1].isAny(of: Self.separators),
      tokens[index + 1].hash == tokens[index + 3].hash
    else { return nil }
    let separator = tokens[index + 1].hash
    if index > 1, tokens[index - 1].hash == separator, tokens[index - 2].kind == .number { return nil }
    // 1.2.3.4 is an address, 10/12/14/16 a list.
    if index + 6 < tokens.count, tokens[index + 5].hash == separator, !tokens[index + 1].isMark("."),
      tokens[index + 6].kind == .number
    {
      return nil
    }
    let widths = (tokens[index].width, tokens[index + 4].width)
    var parts: (year: Int, month: Int, day: Int)
    switch widths {
    case (4, 1...2): parts = (first, second, third)
    case (3, 1...2) where convention.era == .republican && !tokens[index + 1].isMark("."):
      parts = (first + 1911, second, third)
    case (1...2, 4) where isClock(after: index + 4, of: tokens):
      // "28.09.1912:44": a copy glued the time to the year.
      parts = (Self.fullYear(third / 100), second, first)
    case (1...2, 4): parts = (third, second, first)
    case (1...2, 5...6):
      // "14.05.202214. Mai 2022": a copy glued the next number to the year.
      parts = (third / (widths.1 == 5 ? 10 : 100), second, first)
    case (1...2, 2): parts = (shortYear(third), second, first)
    default: return nil
    }
    if convention.era == .persian, widths.0 == 4 || widths.1 == 4,
      let timestamp = Timestamp(persianYear: parts.year, month: parts.month, day: parts.day)
    {
      return Day(timestamp: timestamp, end: index + 5)
    }
    if widths.0 < 3,
      parts.month > 12 || putsMonthFirst == true && tokens[index + 1].isMark("/") && parts.day <= 12
    {
      swap(&parts.month, &parts.day)
    }
    if parts.year > 2400, widths.0 == 4 || widths.1 == 4 { parts.year -= 543 }
    guard Self.years.contains(parts.year),
      let timestamp = Timestamp(year: parts.year, month: parts.month, day: parts.day)
    else { return nil }
    return Day(timestamp: timestamp, end: index + 5)
  }

  /// Whether the last two digits of a number are an hour: minutes follow, and no seconds.
  private func isClock(after index: Int, of tokens: [Token]) -> Bool {
    guard let hour = tokens[index].value.map({ $0 % 100 }), hour < 24, index + 2 < tokens.count,
      tokens[index + 1].isMark(":"), tokens[index + 2].width == 2,
      tokens[index].end == tokens[index + 1].start, tokens[index + 1].end == tokens[index + 2].start
    else { return false }
    return index + 3 >= tokens.count || !tokens[index + 3].isMark(":")
  }

  /// `2024. szeptember 21.`, `2024 m. rugsėjo 21 d.`, `2024-Sep-21`.
  private func yearMonthDay(in tokens: [Token], at index: Int) -> Day? {
    guard tokens[index].width == 4, let year = tokens[index].value, Self.years.contains(year) else {
      return nil
    }
    var next = index + 1
    skip(Self.afterLeadingYear, in: tokens, &next, atMost: 3)
    guard next < tokens.count else { return nil }
    if let month = monthName(in: tokens, at: next) {
      next += month.length
      skip(Self.afterMonthName, in: tokens, &next, atMost: 2)
      guard next < tokens.count, tokens[next].width <= 2, let day = tokens[next].value,
        let timestamp = Timestamp(year: year, month: month.number, day: day)
      else { return nil }
      return Day(timestamp: timestamp, end: next + 1)
    }
    // "2024. gada 21. septembris", "2024 жылғы 21 қыркүйек"
    guard tokens[next].width <= 2, let day = tokens[next].value else { return nil }
    next += 1
    skip(Self.afterDay, in: tokens, &next, atMost: 2)
    guard next < tokens.count, let month = monthName(in: tokens, at: next),
      let timestamp = Timestamp(year: year, month: month.number, day: day)
    else { return nil }
    return Day(timestamp: timestamp, end: next + month.length)
  }

  /// `25 February 2025`, `25. Februar 2025`, `25 de febrero de 2025`, `1er mars 2025`, `25-Feb-2025`.
  private func dayMonth(in tokens: [Token], at index: Int) -> Day? {
    guard let day = tokens[index].value, (1...31).contains(day), !isZoneOffset(tokens, index) else {
      return nil
    }
    var next = index + 1
    skip(Self.afterDay, in: tokens, &next, atMost: 3)
    // "31 Donnerstag Okt 2019"
    if next + 1 < tokens.count, tokens[next].isAny(of: weekdayNames), monthName(in: tokens, at: next) == nil {
      next += 1
    }
    return dayMonth(day, in: tokens, at: next)
  }

  /// Whether a number says how far a zone is from Greenwich, before the month: "11:42 PM GMT+1, September 27, 2024".
  private func isZoneOffset(_ tokens: [Token], _ index: Int) -> Bool {
    index > 1 && tokens[index - 2].isAny(of: Self.offsetZones)
      && tokens[index - 1].isAny(of: Self.offsetSigns)
  }

  private static let offsetZones: WordSet = ["gmt", "utc"]
  private static let offsetSigns: WordSet = ["+", "-", "−"]

  private func dayMonth(_ day: Int, in tokens: [Token], at index: Int) -> Day? {
    guard index < tokens.count else { return nil }
    if let month = vietnameseMonth(in: tokens, at: index) { return dated(day: day, month: month, in: tokens) }
    guard let month = monthName(in: tokens, at: index) else { return nil }
    var end = index + month.length
    // "21 أيلول/سبتمبر 2024": the month in both of its names.
    if end + 1 < tokens.count, tokens[end].isMark("/"), let other = monthName(in: tokens, at: end + 1),
      other.number == month.number
    {
      end += 1 + other.length
    }
    return dated(day: day, month: (month, end), in: tokens)
  }

  /// `February 25, 2025`, `Feb. 25th 2025`.
  private func monthDay(in tokens: [Token], at index: Int) -> Day? {
    let month: (name: MonthName, end: Int)
    if let name = monthName(in: tokens, at: index) {
      month = (name, index + name.length)
    } else if let name = vietnameseMonth(in: tokens, at: index) {
      month = name
    } else {
      return nil
    }
    var next = month.end
    skip(Self.afterMonthName, in: tokens, &next, atMost: 2)
    guard next < tokens.count, tokens[next].width <= 2, let day = tokens[next].value, (1...31).contains(day)
    else { return nil }
    // "March 10:15" is a time.
    if next + 1 < tokens.count, tokens[next + 1].isMark(":") { return nil }
    next += 1
    skip(Self.ordinals, in: tokens, &next, atMost: 1)
    return dated(day: day, month: (month.name, next), in: tokens)
  }

  /// The year after day and month; without one, that of the reference date.
  private func dated(day: Int, month: (name: MonthName, end: Int), in tokens: [Token]) -> Day? {
    let number = month.name.number
    var next = month.end
    skip(Self.beforeYear, in: tokens, &next, atMost: 4)
    if next < tokens.count, let year = tokens[next].value {
      let width = tokens[next].width
      let isTime = next + 1 < tokens.count && tokens[next + 1].isMark(":")
      if month.name.calendar == .persian {
        let year = width == 2 ? 1300 + year + (year < 43 ? 100 : 0) : year
        return Timestamp(persianYear: year, month: number, day: day).map { Day(timestamp: $0, end: next + 1) }
      }
      let isBuddhist = width == 4 && year > 2400
      if width == 4, let timestamp = whole(year - (isBuddhist ? 543 : 0), number, day) {
        return Day(timestamp: timestamp, end: next + 1)
      }
      // "19. Februar 201920. Februar 2019", "4 de mayo de 202221:25": a copy glued the next number to the year.
      if width == 5 || width == 6, let timestamp = whole(year / (width == 5 ? 10 : 100), number, day) {
        return Day(timestamp: timestamp, end: next + 1)
      }
      if width == 2, !isTime {
        let year = month.name.calendar == .buddhist ? 2500 + year - 543 : Self.fullYear(year)
        if let timestamp = whole(year, number, day) { return Day(timestamp: timestamp, end: next + 1) }
      }
    }
    if let year = yearAfterClock(in: tokens, at: next), let timestamp = whole(year, number, day) {
      return Day(timestamp: timestamp, end: month.end)
    }
    guard month.name.calendar != .persian, let year = options.referenceDate?.year,
      let timestamp = whole(year, number, day)
    else { return nil }
    return Day(timestamp: timestamp, end: month.end)
  }

  /// The year of `Aug 03 12:45:00 EDT 2015`, `Aug 27 13:08:45 +0000 2008`.
  private func yearAfterClock(in tokens: [Token], at index: Int) -> Int? {
    guard index + 3 < tokens.count, tokens[index].width <= 2, tokens[index].kind == .number,
      tokens[index + 1].isMark(":")
    else { return nil }
    for next in index + 3..<min(tokens.count, index + 9) where tokens[next].width == 4 {
      if !tokens[next - 1].isMark("+"), !tokens[next - 1].isMark("-") { return tokens[next].value }
    }
    return nil
  }

  private func whole(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
    Self.years.contains(year) ? Timestamp(year: year, month: month, day: day) : nil
  }

  /// `3 tháng 9 năm 2021`, `tháng Mười Hai 29, 2013`.
  private func vietnameseMonth(in tokens: [Token], at index: Int) -> (name: MonthName, end: Int)? {
    guard tokens[index].is(Self.vietnameseMonth), index + 1 < tokens.count else { return nil }
    if let number = tokens[index + 1].value, (1...12).contains(number) {
      return (MonthName(number: number, calendar: .gregorian), index + 2)
    }
    guard let first = Self.vietnameseNumbers[tokens[index + 1].hash] else { return nil }
    if first == 10, index + 2 < tokens.count, let second = Self.vietnameseNumbers[tokens[index + 2].hash],
      second <= 2
    {
      return (MonthName(number: 10 + second, calendar: .gregorian), index + 3)
    }
    return (MonthName(number: first, calendar: .gregorian), index + 2)
  }

  // MARK: - East Asia, Iran

  /// `2025年2月25日`, `2025년 2월 25일`; `2月25日` by the reference date.
  private func eastAsianDay(in tokens: [Token], at index: Int) -> Day? {
    guard index + 1 < tokens.count, let first = tokens[index].value else { return nil }
    if tokens[index + 1].isAny(of: Self.eastAsianYear) {
      let isRepublican = convention.era == .republican && (70...200).contains(first)
      return eastAsianMonthDay(in: tokens, at: index + 2, year: isRepublican ? first + 1911 : first)
    }
    guard tokens[index + 1].isAny(of: Self.eastAsianMonth), let year = options.referenceDate?.year else {
      return nil
    }
    return eastAsianMonthDay(in: tokens, at: index, year: year)
  }

  private func eastAsianMonthDay(in tokens: [Token], at index: Int, year: Int) -> Day? {
    guard index + 2 < tokens.count, let month = tokens[index].value, let day = tokens[index + 2].value,
      tokens[index + 1].isAny(of: Self.eastAsianMonth), let timestamp = whole(year, month, day)
    else { return nil }
    // "2月25日晚8:00": what follows the sign for the day may be glued to it, and the sign may be missing.
    let isSigned = index + 3 < tokens.count && tokens[index + 3].isAny(of: Self.eastAsianDays)
    return Day(timestamp: timestamp, end: index + (isSigned ? 4 : 3))
  }

  /// `令和6年2月25日`, `民國113年2月25日`, `令和元年5月1日`.
  private func eraDay(in tokens: [Token], at index: Int) -> Day? {
    guard let before = yearBefore(era: tokens[index].hash), index + 2 < tokens.count,
      let year = tokens[index + 1].value, tokens[index + 2].isAny(of: Self.eastAsianYear)
    else { return nil }
    return eastAsianMonthDay(in: tokens, at: index + 3, year: before + year)
  }

  /// `شنبه یکم فروردین ۱۳۹۴`: the day as an ordinal number in words.
  private func spelledDay(in tokens: [Token], at index: Int) -> Day? {
    guard let day = Self.persianOrdinals[tokens[index].hash], index + 1 < tokens.count else { return nil }
    if day == 30 || day == 20, index + 3 < tokens.count, tokens[index + 1].is(Self.persianAnd),
      let unit = Self.persianOrdinals[tokens[index + 2].hash]
    {
      return dayMonth(day + unit, in: tokens, at: index + 3)
    }
    let next = index + (tokens[index + 1].is(Self.persianSuffix) ? 2 : 1)
    return dayMonth(day, in: tokens, at: next)
  }

  // MARK: - Words and bounds

  /// The years that a date of news may have.
  private static let years = 1900...2100

  /// The year of two digits: from 70 on it was in the last century.
  private static func fullYear(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  /// The year of two digits in a day in digits: in Thai that of the Buddhist era, unless that were long ago.
  private func shortYear(_ year: Int) -> Int {
    convention.era == .buddhist && year >= 43 ? 2500 - 543 + year : Self.fullYear(year)
  }

  private static let vietnameseMonth = WordHash("tháng")
  private static let vietnameseNumbers = WordTable(
    [
      "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
      "mười": 10, "giêng": 1, "chạp": 12,
    ].map { (WordHash(folded: $0.key).value, $0.value) })
  private static let separators: WordSet = ["-", ".", "/"]
  private static let ordinals: WordSet = ["st", "nd", "rd", "th"]
  private static let afterDay: WordSet = [
    "st", "nd", "rd", "th", "er", "ª", "º", ".", "-", "/", ",", "de", "d'", "of", "d", "'", "ος", "η", "ta",
    "a", "го", "ই", "শে", "লা", "রা", "ঠা", "e", "eme", "i",
  ]
  private static let afterMonthName: WordSet = [".", "-", ",", "/", "]", "the"]
  private static let afterLeadingYear: WordSet = [
    ".", "-", "/", ",", "m", "g", "gada", "ko", "eko", "жылғы", "оны", "sayın", "nin", "'", "წლის",
  ]
  private static let beforeYear: WordSet = [
    ".", ",", "-", "/", "de", "del", "of", "'", "’", "năm", "г", "года", "року", "am", "พ", "ศ", "พ.ศ", "]",
    ")", "ten", "e", "of",
  ]
  static let eastAsianYear: WordSet = ["年", "년"]
  private static let eastAsianMonth: WordSet = ["月", "월"]
  private static let eastAsianDays: WordSet = ["日", "일", "號", "号"]
  private static let persianAnd = WordHash("و")
  private static let persianSuffix = WordHash("ام")
  private static let persianOrdinals = WordTable(
    [
      "یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم",
      "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم", "بیستم",
    ].enumerated().map { (WordHash(folded: $0.element).value, $0.offset + 1) }
      + [(WordHash("بیست").value, 20), (WordHash("سی").value, 30)])
}

/// Moves an index past at most so many tokens of a set.
private func skip(_ skipped: WordSet, in tokens: [Token], _ index: inout Int, atMost count: Int) {
  for _ in 0..<count where index < tokens.count && tokens[index].isAny(of: skipped) { index += 1 }
}
