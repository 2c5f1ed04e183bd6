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
    while index < tokens.count, skipped < 5 {
      if let match = clock(in: tokens, at: index, on: day, isDated: true) { return match }
      guard
        tokens[index].kind == .mark || tokens[index].isAny(of: Self.timeWords)
          || tokens[index].isAny(of: weekdayNames)
      else { return nil }
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

  private static let timeWords = WordSet(
    words: """
      at um à a las alle ore om às kl klo t on v в o г год pukul gmt utc ist et the en u ob od у о об saat sa'at jam lúc
      godz godzina ora orele oră h στις στη ώρα בשעה الساعة ساعت بوقت साल बजे को সময় เวลา year року р г. da das dos
      """)

  /// The time that starts at a token.
  ///
  /// - Parameter isDated: Whether a day stands right before it, so that "10.15" is a time.
  func clock(in tokens: [Token], at index: Int, on day: Timestamp, isDated: Bool = false) -> ClockMatch? {
    if let half = Self.halvesBefore[tokens[index].hash], index + 1 < tokens.count,
      var match = clock(in: tokens, at: index + 1, on: day, isDated: isDated)
        ?? fullHour(in: tokens, at: index + 1)
    {
      // "下午3:30", "오후 3시"
      guard match.isTwelveHour || match.clock.hour <= 12 || half == .afternoon else { return nil }
      if match.clock.hour <= 12 {
        match.clock.hour = match.clock.hour % 12 + (half == .afternoon ? 12 : 0)
      }
      match.range = index..<match.range.upperBound
      return match
    }
    if tokens[index].is(Self.noon) {
      return ClockMatch(
        clock: Timestamp.Clock(hour: 12, minute: 0), isTwelveHour: false, range: index..<index + 1)
    }
    guard let hour = tokens[index].value, tokens[index].width <= 2, hour <= 24 else { return nil }
    if index > 1, tokens[index - 1].isAny(of: Self.timeMarks), tokens[index - 2].kind == .number,
      tokens[index - 1].end == tokens[index].start
    {
      return nil
    }
    var clock = Timestamp.Clock(hour: hour, minute: 0)
    var next = index + 1
    var isCertain = false
    if next + 1 < tokens.count, tokens[next].isAny(of: Self.minuteMarks),
      let minute = tokens[next + 1].value, tokens[next + 1].width == 2, minute < 60
    {
      clock.minute = minute
      // 5.35 may be a number; only "pm" or "Uhr", or a day right before it, makes it a time.
      isCertain = !tokens[next].isMark(".")
      let isNumber =
        next + 3 < tokens.count && tokens[next + 3].kind == .number && tokens[next + 2].kind == .mark
      if isDated, !isNumber, tokens[index].width == 2 { isCertain = true }
      next += 2
      if next + 1 < tokens.count, tokens[next].isMark(":"), let second = tokens[next + 1].value, second < 60 {
        clock.second = second
        next += 2
        // Fractions of a second are read over.
        if next + 1 < tokens.count, tokens[next].isMark("."), tokens[next + 1].kind == .number { next += 2 }
      } else {
        spelledSeconds(in: tokens, &next, &clock)
      }
    } else if let end = spelledMinutes(in: tokens, at: next, &clock) {
      isCertain = true
      next = end
    } else if next < tokens.count, tokens[next].is(Self.hourLetter) {
      isCertain = true
      next += 1
    }
    let half = halfOfDay(in: tokens, &next)
    if let half {
      guard (1...12).contains(hour) || half == .afternoon else { return nil }
      if hour <= 12 { clock.hour = hour % 12 + (half == .afternoon ? 12 : 0) }
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

  /// `3시`, `9時`: an hour with its word and nothing after it.
  private func fullHour(in tokens: [Token], at index: Int) -> ClockMatch? {
    guard let hour = tokens[index].value, hour <= 24, index + 1 < tokens.count,
      tokens[index + 1].isAny(of: Self.hourSigns)
    else { return nil }
    return ClockMatch(
      clock: Timestamp.Clock(hour: hour, minute: 0), isTwelveHour: false, range: index..<index + 2)
  }

  /// `гадзін 10 хвілін`, `و 21 دقیقه و 44 ثانیه`: minutes with their word, after the hour.
  private func spelledMinutes(in tokens: [Token], at start: Int, _ clock: inout Timestamp.Clock) -> Int? {
    var next = start
    for _ in 0..<2 where next < tokens.count && tokens[next].isAny(of: Self.beforeMinutes) { next += 1 }
    guard next > start, next + 1 < tokens.count, let minute = tokens[next].value, minute < 60,
      tokens[next + 1].isAny(of: Self.minuteWords)
    else { return nil }
    clock.minute = minute
    next += 2
    spelledSeconds(in: tokens, &next, &clock)
    return next
  }

  /// `分`, `و 44 ثانیه`, `分30秒`.
  private func spelledSeconds(in tokens: [Token], _ next: inout Int, _ clock: inout Timestamp.Clock) {
    if next < tokens.count, tokens[next].isAny(of: Self.minuteWords) { next += 1 }
    let number = next < tokens.count && tokens[next].is(Self.persianAnd) ? next + 1 : next
    guard number + 1 < tokens.count, let second = tokens[number].value, second < 60,
      tokens[number + 1].isAny(of: Self.secondWords)
    else { return }
    clock.second = second
    next = number + 2
  }

  private enum Half { case morning, afternoon }

  private func halfOfDay(in tokens: [Token], _ index: inout Int) -> Half? {
    guard index < tokens.count else { return nil }
    if let half = Self.halves[tokens[index].hash] {
      index += 1
      if index < tokens.count, tokens[index].isMark("."), half.takesStop { index += 1 }
      return half.half
    }
    // "p.m.", "μ.μ."
    guard index + 2 < tokens.count, tokens[index + 1].isMark("."),
      let half = Self.lettersOfHalves[
        WordHash.joined(WordHash.joined(WordHash.seed, tokens[index].hash), tokens[index + 2].hash)]
    else { return nil }
    index += 3
    if index < tokens.count, tokens[index].isMark(".") { index += 1 }
    return half
  }

  private static let lettersOfHalves = WordTable<Half>(
    ["a m", "π μ", "p m", "μ μ", "d c", "d e", "d u"].map {
      (WordHash.phrase($0), ["p m", "μ μ", "d u"].contains($0) ? .afternoon : .morning)
    })
  private static let halves = WordTable<(half: Half, takesStop: Bool)>(
    [
      ("am پیش ق صباحا صباحاً ص πμ ap de öö sabah pagi sa ptg tg 오전", Half.morning),
      ("pm مساء مساءً م μμ ip du akşam malam petang ch 오후", Half.afternoon),
    ].flatMap { words, half in
      words.split(separator: " ").compactMap { word in
        word == "ptg"
          ? (WordHash(folded: word).value, (Half.afternoon, true))
          : (WordHash(folded: word).value, (half, word == "ip" || word == "ap"))
      }
    })
  private static let halvesBefore = WordTable<Half>(
    [
      ("上午 午前 早上 凌晨 清晨 오전", Half.morning),
      ("下午 午後 晚上 晚 傍晚 오후", Half.afternoon),
    ].flatMap { words, half in
      words.split(separator: " ").flatMap { word in
        [(WordHash(folded: word).value, half), (WordHash(folded: "日\(word)").value, half)]
      }
    })
  private static let noon = WordHash("noon")
  private static let persianAnd = WordHash("و")
  private static let hourLetter = WordHash("h")
  private static let timeMarks: WordSet = [":", "."]
  private static let minuteMarks: WordSet = [":", ".", "h", "：", "時", "时", "点", "點", "시", "ч"]
  private static let hourSigns: WordSet = ["時", "时", "点", "點", "시"]
  private static let beforeMinutes: WordSet = [
    "و", "гадзін", "годин", "час", "часов", "часа", "시", "時", "时", "点",
  ]
  private static let minuteWords: WordSet = [
    "分", "분", "دقیقه", "хвілін", "хвилин", "минут", "минуты", "мин",
  ]
  private static let secondWords: WordSet = ["秒", "초", "ثانیه"]
  private static let hourWords: WordSet = [
    "uhr", "h", "hrs", "hs", "uur", "uhruhr", "hod", "óra", "órakor", "ч", "час", "цагт", "น",
  ]
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
