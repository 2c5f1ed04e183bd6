/// A time of day found in a line.
struct ClockMatch {
  var clock: Timestamp.Clock
  var isTwelveHour: Bool
  var range: Range<Int>
}

extension DateReader {
  /// The time that follows a day within a few words: `, 17:35:00 IST`, `at 5.35 pm`, `um 17.35 Uhr`, `à 17h35`, `T17:35Z`.
  func clock(in tokens: [Token], after end: Int, on day: Timestamp) -> ClockMatch? {
    var index = end
    var skipped = 0
    while index < tokens.count, skipped < 4 {
      if let match = clock(in: tokens, at: index, on: day) { return match }
      guard tokens[index].kind == .mark || tokens[index].isAny(of: Self.timeWords) else { return nil }
      index += 1
      skipped += 1
    }
    return nil
  }

  /// The time that stands before a day: `17:35 GMT, 25 February 2025`.
  func clockBefore(in tokens: [Token], from start: Int, before end: Int, on day: Timestamp) -> ClockMatch? {
    for index in max(start, end - 9)..<max(start, end) {
      if let match = clock(in: tokens, at: index, on: day), match.range.upperBound <= end { return match }
    }
    return nil
  }

  private static let timeWords: WordSet = [
    "at", "um", "à", "a", "las", "alle", "ore", "om", "às", "kl", "klo", "t", "on", "um", "v", "в", "o", "г",
    "год", "pukul",
    "gmt", "utc", "ist", "et",
  ]

  /// The time that starts at a token.
  func clock(in tokens: [Token], at index: Int, on day: Timestamp) -> ClockMatch? {
    guard let hour = tokens[index].value, tokens[index].width <= 2, hour <= 24 else { return nil }
    if index > 0, tokens[index - 1].isAny(of: Self.timeMarks), index > 1, tokens[index - 2].kind == .number {
      return nil
    }
    var clock = Timestamp.Clock(hour: hour, minute: 0)
    var next = index + 1
    var isCertain = false
    if next + 1 < tokens.count, tokens[next].isAny(of: Self.minuteMarks),
      let minute = tokens[next + 1].value, tokens[next + 1].width == 2, minute < 60
    {
      clock.minute = minute
      // 5.35 may be a number; only "pm" or "Uhr" makes it a time.
      isCertain = !tokens[next].isMark(".")
      next += 2
      if next + 1 < tokens.count, tokens[next].isMark(":"), let second = tokens[next + 1].value, second < 60 {
        clock.second = second
        next += 2
        // Fractions of a second are read over.
        if next + 1 < tokens.count, tokens[next].isMark("."), tokens[next + 1].kind == .number { next += 2 }
      }
    } else if next < tokens.count, tokens[next].is(Self.hourLetter) {
      isCertain = true
      next += 1
    }
    let half = halfOfDay(in: tokens, &next)
    if let half {
      guard (1...12).contains(hour) else { return nil }
      clock.hour = hour % 12 + (half == .afternoon ? 12 : 0)
      isCertain = true
    }
    if next < tokens.count, tokens[next].isAny(of: Self.hourWords) {
      isCertain = true
      next += 1
    }
    guard isCertain, clock.hour < 24 else { return nil }
    clock.offset = zone(in: tokens, &next, on: day)
    return ClockMatch(clock: clock, isTwelveHour: half != nil, range: index..<next)
  }

  private enum Half { case morning, afternoon }

  private func halfOfDay(in tokens: [Token], _ index: inout Int) -> Half? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.is(Self.am) || token.is(Self.pm) {
      index += 1
      return token.is(Self.am) ? .morning : .afternoon
    }
    guard token.is(Self.a) || token.is(Self.p), index + 2 < tokens.count, tokens[index + 1].isMark("."),
      tokens[index + 2].is(Self.m)
    else { return nil }
    index = min(tokens.count, index + 4)
    return token.is(Self.a) ? .morning : .afternoon
  }

  private static let am = WordHash("am")
  private static let pm = WordHash("pm")
  private static let a = WordHash("a")
  private static let p = WordHash("p")
  private static let m = WordHash("m")
  private static let hourLetter = WordHash("h")
  private static let timeMarks: WordSet = [":", "."]
  private static let minuteMarks: WordSet = [":", ".", "h", "：", "時"]
  private static let hourWords: WordSet = ["uhr", "h", "hrs", "hs", "uur", "uhruhr"]
  private static let signs: WordSet = ["+", "-", "−"]

  /// The zone after a time: a name, bracketed or not, a numeric offset, or both (`GMT+5:30`).
  private func zone(in tokens: [Token], _ index: inout Int, on day: Timestamp) -> Int? {
    var next = index
    let isBracketed = next < tokens.count && tokens[next].isMark("(")
    if isBracketed { next += 1 }
    guard next < tokens.count else { return nil }
    var offset: Int?
    if tokens[next].kind == .word {
      offset = zoneOffset(named: tokens[next].hash, ambiguous: options.ambiguousZones, on: day)
      guard offset != nil else { return nil }
      next += 1
    }
    if offset == nil || offset == 0, let numeric = numericZone(in: tokens, &next) { offset = numeric }
    guard let offset else { return nil }
    if isBracketed, next < tokens.count, tokens[next].isMark(")") { next += 1 }
    index = next
    return offset
  }

  /// `+05:30`, `+0530`, `-5`.
  private func numericZone(in tokens: [Token], _ index: inout Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index].isAny(of: Self.signs),
      let number = tokens[index + 1].value
    else { return nil }
    var next = index + 2
    var minutes = number * 60
    if tokens[index + 1].width == 4 {
      minutes = number / 100 * 60 + number % 100
    } else if next + 1 < tokens.count, tokens[next].isMark(":"), let rest = tokens[next + 1].value,
      rest < 60
    {
      minutes += rest
      next += 2
    }
    guard tokens[index + 1].width <= 4, minutes <= 14 * 60 else { return nil }
    let isEast = tokens[index].isMark("+")
    index = next
    return isEast ? minutes : -minutes
  }
}
