/// A date found in a line.
struct DateMatch {
  /// What the text says of it.
  enum Label: Equatable {
    /// "Published", or nothing.
    case published
    /// "Updated".
    case modified
  }

  var timestamp: Timestamp
  var label: Label
  /// Whether the text says so itself.
  var isLabelled: Bool
  /// The tokens that it takes up, its label not counted.
  var range: Range<Int>
  /// The words and numbers among them.
  var words = 0
  /// Whether it is a day's name ("today", "gestern"), which headlines use as well.
  var isNamed = false
}

/// Reads the dates of short lines.
///
/// A day is read in ISO 8601, in digits with dots, slashes or hyphens, with a month's name before or after the day, and
/// in the ways of East Asia; a time of day within a few tokens of it, with its zone. A date without a year, and one told
/// by its distance ("3 hours ago"), counts only where ``NormalizationOptions/referenceDate`` gives what is missing.
struct DateReader {
  var options: NormalizationOptions
  /// How the language of the text writes days in digits.
  var convention = DateConvention()
  /// Whether the text has shown that its dates in slashes put the month first; `nil` where it has not.
  var putsMonthFirst: Bool?

  init(options: NormalizationOptions) {
    self.options = options
  }

  /// Whether a line has a day in digits alone, which says something else in another language.
  static func hasDayInDigits(_ tokens: [Token]) -> Bool {
    tokens.count >= 5
      && (0...tokens.count - 5).contains { index in
        tokens[index].kind == .number && tokens[index + 2].kind == .number
          && (tokens[index + 4].kind == .number && tokens[index + 1].hash == tokens[index + 3].hash
            || tokens[index + 1].isAny(of: eastAsianYear))
      }
  }

  /// Takes notice of dates in slashes that can be read in one way only: `09/25/2024` puts the month first, `25/09/2024` the
  /// day; where both are seen, neither is proven.
  mutating func learnOrder(from tokens: [Token]) {
    guard tokens.count >= 5 else { return }
    for index in 0...tokens.count - 5 where tokens[index + 1].isMark("/") && tokens[index + 3].isMark("/") {
      guard let first = tokens[index].value, let second = tokens[index + 2].value,
        tokens[index + 4].width == 4,
        (1...31).contains(first), (1...31).contains(second), (first > 12) != (second > 12)
      else { continue }
      seenOrders.insert(second > 12 ? .monthFirst : .dayFirst)
    }
    putsMonthFirst = seenOrders.count == 1 ? seenOrders.contains(.monthFirst) : nil
  }

  private enum Order { case dayFirst, monthFirst }
  private var seenOrders: Set<Order> = []

  /// All dates among the tokens, in order.
  func dates(in tokens: [Token]) -> [DateMatch] {
    var matches: [DateMatch] = []
    // Without a number there is no year; only a distance from today can do without.
    guard options.referenceDate != nil || tokens.contains(where: { $0.kind == .number }) else { return [] }
    var index = 0
    while index < tokens.count {
      let from = matches.last?.range.upperBound ?? 0
      guard
        var match = relativeMatch(in: tokens, at: index) ?? absoluteDate(in: tokens, at: index, from: from)
      else {
        index += 1
        continue
      }
      if let label = label(in: tokens, from: from, before: match.range.lowerBound) {
        match.label = label
        match.isLabelled = true
      } else if isDeclared(in: tokens, after: match.range.upperBound) {
        match.isLabelled = true
      }
      match.words = tokens[match.range].count { $0.kind != .mark }
      guard !match.isNamed || match.isLabelled || standsAlone(match, in: tokens) else {
        index += 1
        continue
      }
      matches.append(match)
      index = max(index + 1, match.range.upperBound)
    }
    return matches
  }

  private func absoluteDate(in tokens: [Token], at index: Int, from start: Int) -> DateMatch? {
    guard let day = day(in: tokens, at: index) else { return nil }
    var match = DateMatch(
      timestamp: day.timestamp, label: .published, isLabelled: false, range: index..<day.end)
    if let time = clock(in: tokens, after: day.end, on: day.timestamp)
      ?? clockBefore(in: tokens, from: start, before: index, on: day.timestamp),
      let timestamp = Timestamp(
        year: day.timestamp.year, month: day.timestamp.month, day: day.timestamp.day, clock: time.clock)
    {
      match.timestamp = monthFirst(tokens, at: index, timestamp, isTwelveHour: time.isTwelveHour)
      match.range = min(index, time.range.lowerBound)..<max(day.end, time.range.upperBound)
    }
    return match
  }

  private func relativeMatch(in tokens: [Token], at index: Int) -> DateMatch? {
    guard let found = relativeDate(in: tokens, at: index) else { return nil }
    var match = DateMatch(
      timestamp: found.timestamp, label: .published, isLabelled: false, range: found.range)
    match.isNamed = found.isNamed
    // "yesterday at 17:35"
    if found.isNamed, let time = clock(in: tokens, after: found.range.upperBound, on: found.timestamp) {
      match.timestamp.clock = time.clock
      match.range = match.range.lowerBound..<time.range.upperBound
    }
    return match
  }

  /// Whether hardly anything but a match is in a line.
  private func standsAlone(_ match: DateMatch, in tokens: [Token]) -> Bool {
    tokens.count { $0.kind != .mark } <= match.words + 2
  }

  /// Swaps day and month of `02/03/2025 5:35 PM` where the language has them so, unless the text shows otherwise or the
  /// zone is none of America's.
  private func monthFirst(
    _ tokens: [Token], at index: Int, _ found: Timestamp, isTwelveHour: Bool
  ) -> Timestamp {
    guard isTwelveHour, putsMonthFirst == nil, convention.putsMonthFirst, found.clock?.offset ?? 0 <= 0,
      index + 1 < tokens.count, tokens[index + 1].isMark("/"),
      tokens[index].value == found.day,
      let swapped = Timestamp(year: found.year, month: found.day, day: found.month, clock: found.clock)
    else { return found }
    return swapped
  }
}
