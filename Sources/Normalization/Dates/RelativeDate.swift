extension DateReader {
  /// A date told by its distance from ``NormalizationOptions/referenceDate``.
  struct RelativeDate {
    var timestamp: Timestamp
    var range: Range<Int>
    /// Whether it is a day's name rather than a number of units.
    var isNamed = false
  }

  /// The date that "3 hours ago", "vor 2 Stunden", "3時間前", "1 hour and 5 minutes ago" or "yesterday" means, where the request
  /// says what day it is.
  ///
  /// A distance counts only with a word that says "ago"; "3 min" is how long a text takes to read. Hours and minutes are
  /// taken off the reference's clock; without one they leave the day as it is.
  func relativeDate(in tokens: [Token], at index: Int) -> RelativeDate? {
    guard let reference = options.referenceDate, tokens[index].kind != .mark else { return nil }
    if let named = namedDay(in: tokens, at: index, reference) { return named }
    var distance = Distance()
    var start = index
    var next = index
    if tokens[index].isAny(of: Self.wordsBefore) {
      next += 1
      if next < tokens.count, tokens[next].isAny(of: Self.wordsBefore) { next += 1 }
      for _ in 0..<2 where next < tokens.count && tokens[next].isAny(of: Self.approximations) { next += 1 }
    }
    let isMarkedBefore = next > index
    var saysAgo = false
    var count = 0
    while next < tokens.count, count < 8,
      let (end, says) = quantity(in: tokens, at: next, into: &distance, isMarked: isMarkedBefore || count > 0)
    {
      saysAgo = saysAgo || says
      count += 1
      next = end
      // "1 hour and 5 minutes", "2 ay öncə 3 həftə öncə"
      let last = next
      for _ in 0..<2 where next < tokens.count && tokens[next].isAny(of: Self.between) { next += 1 }
      if next >= tokens.count || tokens[next].kind == .mark { next = last }
      if next > last, quantityEnd(in: tokens, at: next) == nil { next = last }
    }
    guard count > 0 else { return nil }
    for _ in 0..<3 where next < tokens.count && tokens[next].isAny(of: Self.wordsAfter) {
      saysAgo = true
      next += 1
    }
    guard saysAgo || isMarkedBefore, let then = reference.earlier(by: distance) else { return nil }
    if start > 0, tokens[start - 1].isAny(of: Self.approximations) { start -= 1 }
    return RelativeDate(timestamp: distance.isTimed ? then : then.onDay, range: start..<next)
  }

  /// Reads a number and a unit.
  ///
  /// - Returns: The token after them, and whether the unit says "ago" itself.
  private func quantity(
    in tokens: [Token], at index: Int, into distance: inout Distance, isMarked: Bool
  ) -> (end: Int, saysAgo: Bool)? {
    guard index < tokens.count else { return nil }
    var next = index
    let count: Int
    if let value = tokens[index].value {
      count = value
      next += 1
    } else if let value = Self.numerals[tokens[index].hash] {
      count = value
      next += 1
    } else {
      // "pred rokom", "гадзіну назад": a unit without a number is one.
      count = 1
      guard isMarked || index + 1 < tokens.count && tokens[index + 1].isAny(of: Self.wordsAfter),
        index == 0 || tokens[index - 1].kind != .number
      else { return nil }
    }
    if next < tokens.count, tokens[next].isAny(of: Self.beforeUnit) { next += 1 }
    guard count <= 1000, next < tokens.count, var unit = relativeUnits[tokens[next].hash] else { return nil }
    if unit.isShort, !isMarked, !(next + 1 < tokens.count && tokens[next + 1].isAny(of: Self.wordsAfter)),
      !(next + 2 < tokens.count && tokens[next + 1].isMark(".")), quantityEnd(in: tokens, at: next + 1) == nil
    {
      return nil
    }
    next += 1
    // "години" are years in the Balkans, and hours before the Ukrainian word for "ago".
    if next < tokens.count, tokens[next].is(Self.ukrainianAgo), tokens[next - 1].is(Self.hoursOrYears) {
      unit = RelativeUnit(minutes: 60)
    }
    distance.add(unit, times: count)
    if next < tokens.count, tokens[next].isMark("."), next + 1 < tokens.count { next += 1 }
    return (next, unit.saysAgo)
  }

  /// The token after a number and a unit, if these stand there.
  private func quantityEnd(in tokens: [Token], at index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index].kind == .number,
      relativeUnits[tokens[index + 1].hash] != nil
    else { return nil }
    return index + 2
  }

  /// "yesterday", "hôm qua", "يوم أمس", "just now".
  private func namedDay(in tokens: [Token], at index: Int, _ reference: Timestamp) -> RelativeDate? {
    var phrase = WordHash.seed
    var found: (days: Int, end: Int)?
    for next in index..<min(tokens.count, index + 4) where tokens[next].kind != .number {
      phrase = WordHash.joined(phrase, tokens[next].hash)
      if let days = relativeDays[phrase] { found = (days, next + 1) }
    }
    guard let found else { return nil }
    if found.days < 0 { return RelativeDate(timestamp: reference, range: index..<found.end, isNamed: true) }
    var distance = Distance()
    distance.minutes = found.days * 24 * 60
    return reference.earlier(by: distance).map {
      RelativeDate(timestamp: $0.onDay, range: index..<found.end, isNamed: true)
    }
  }

  private static let wordsAfter = WordSet(
    words: """
      ago before earlier fa atrás atras geleden siden sedan sitten temu назад тому таму önce öncə evvel lalu lepas yang
      trước 전 前 以前 πριν преди назад eest tagasi ezelőtt prieš atpakaļ oldin олдин бұрын мурун өмнө წინ առաջ ที่แล้ว ก่อน
      आगे पहले पूर्व पहिले আগে পূর্বে முன் முன்பு క్రితం ಹಿಂದೆ മുമ്പ് پہلے قبل پیش parë më lyn yn ôl iliyopita uliopita
      iliopita zilizopita nakalipas ang ezedlule dhiwezh enne
      """)
  private static let wordsBefore = WordSet(
    words: """
      vor hace a hà há faz il y ya fait för przed před pred prije pre пре преди πριν από acum cu fa hai ago pirms prieš
      قبل منذ لפני לפני duela hjá fyrir moins de virun vör
      """)
  private static let approximations = WordSet(
    words: """
      about around circa ca rund etwa ungefähr cerca de environ около каля приблизно přibližně około ongeveer omkring
      omtrent cirka noin fere de 約 约 大约 大約 약 প্রায় लगभग तकरीबन almost moins nearly
      """)
  private static let between = WordSet(
    words:
      ", and und et y e i a en og och ja ve и і та و এবং और 和 与 & vor hace przed před pred prije пре öncə önce zo si"
  )
  /// What may stand between a number and its unit: "acum 56 de secunde", "12개월".
  private static let beforeUnit: WordSet = ["de", "full", "whole"]
  private static let numerals = relativeNumbers
  private static let hoursOrYears = WordHash("години")
  private static let ukrainianAgo = WordHash("тому")
}

/// How far back something lies.
struct Distance {
  var months = 0
  var minutes = 0
  var seconds = 0
  /// Whether hours or less are told, so that the time of day counts.
  var isTimed = false

  mutating func add(_ unit: RelativeUnit, times count: Int) {
    months += unit.months * count
    minutes += unit.minutes * count
    seconds += unit.seconds * count
    if unit.months == 0, unit.minutes < 24 * 60 { isTimed = true }
  }
}

extension Timestamp {
  /// The day alone.
  fileprivate var onDay: Timestamp {
    var day = self
    day.clock = nil
    return day
  }

  /// The time so many minutes before; see ``earlier(by:)``.
  func earlier(byMinutes minutes: Int) -> Timestamp? {
    var distance = Distance()
    distance.minutes = minutes
    return earlier(by: distance)
  }

  /// The time so far back; without a clock only whole days count.
  ///
  /// - Returns: `nil` before the year 1.
  func earlier(by distance: Distance) -> Timestamp? {
    let monthsBefore = year * 12 + month - 1 - distance.months
    guard monthsBefore >= 12 else { return nil }
    let (year, month) = (monthsBefore / 12, monthsBefore % 12 + 1)
    guard
      let start = Timestamp(
        year: year, month: month, day: min(day, Self.days(in: month, of: year)), clock: clock)
    else { return nil }
    let dayLength = 24 * 60 * 60
    let back = distance.minutes * 60 + distance.seconds
    guard let clock else {
      return Timestamp(dayNumber: start.dayNumber - back / dayLength, clock: nil)
    }
    let total = start.dayNumber * dayLength + clock.hour * 3600 + clock.minute * 60 + clock.second - back
    guard total >= 0 else { return nil }
    let rest = total % dayLength
    return Timestamp(
      dayNumber: total / dayLength,
      clock: Clock(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: clock.offset))
  }
}
