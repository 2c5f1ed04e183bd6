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
}

/// Reads the dates of short lines.
///
/// A day is read in ISO 8601, in digits with dots, slashes or hyphens, and with a month's name before or after the
/// day; a time of day within a few tokens of it, with its zone. A date without a year counts only where
/// ``NormalizationOptions/referenceDate`` gives one.
struct DateReader {
  var options: NormalizationOptions

  /// All dates among the tokens, in order.
  func dates(in tokens: [Token]) -> [DateMatch] {
    var matches: [DateMatch] = []
    var index = 0
    while index < tokens.count {
      guard let day = day(in: tokens, at: index) else {
        if let relative = relativeDate(in: tokens, at: index) {
          let label = label(
            in: tokens, from: matches.last?.range.upperBound ?? 0, before: relative.range.lowerBound)
          matches.append(
            DateMatch(
              timestamp: relative.timestamp, label: label ?? .published, isLabelled: label != nil,
              range: relative.range, words: relative.range.count))
          index = relative.range.upperBound
        } else {
          index += 1
        }
        continue
      }
      let from = matches.last?.range.upperBound ?? 0
      let label = label(in: tokens, from: from, before: index)
      var match = DateMatch(
        timestamp: day.timestamp, label: label ?? .published, isLabelled: label != nil,
        range: index..<day.end)
      if let time = clock(in: tokens, after: day.end, on: day.timestamp)
        ?? clockBefore(in: tokens, from: from, before: index, on: day.timestamp),
        let timestamp = Timestamp(
          year: day.timestamp.year, month: day.timestamp.month, day: day.timestamp.day, clock: time.clock)
      {
        match.timestamp = monthFirst(tokens, at: index, timestamp, isTwelveHour: time.isTwelveHour)
        match.range = min(index, time.range.lowerBound)..<max(day.end, time.range.upperBound)
      }
      match.words = tokens[match.range].count { $0.kind != .mark }
      matches.append(match)
      index = max(index + 1, match.range.upperBound)
    }
    return matches
  }

  // MARK: - Days

  private struct Day {
    var timestamp: Timestamp
    var end: Int
  }

  private func day(in tokens: [Token], at index: Int) -> Day? {
    guard tokens[index].kind == .number || month(tokens[index].hash) != nil else { return nil }
    return eastAsianDay(in: tokens, at: index) ?? numericDay(in: tokens, at: index)
      ?? dayMonth(in: tokens, at: index) ?? monthDay(in: tokens, at: index)
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
    let parts: (year: Int, month: Int, day: Int)
    switch widths {
    case (4, 1...2): parts = (first, second, third)
    case (1...2, 4): parts = (third, second, first)
    case (1...2, 5...6):
      // "14.05.202214. Mai 2022": a copy glued the next number to the year.
      parts = (third / (widths.1 == 5 ? 10 : 100), second, first)
    case (1...2, 2): parts = (2000 + third, second, first)
    default: return nil
    }
    let isSwapped = widths.0 != 4 && parts.month > 12
    guard (1990...2100).contains(parts.year),
      let timestamp = Timestamp(
        year: parts.year, month: isSwapped ? parts.day : parts.month, day: isSwapped ? parts.month : parts.day
      )
    else { return nil }
    return Day(timestamp: timestamp, end: index + 5)
  }

  /// `25 February 2025`, `25. Februar 2025`, `25 de febrero de 2025`, `1er mars 2025`, `25-Feb-2025`.
  private func dayMonth(in tokens: [Token], at index: Int) -> Day? {
    guard let day = tokens[index].value, (1...31).contains(day) else { return nil }
    var next = index + 1
    skip(Self.afterDay, in: tokens, &next, atMost: 2)
    guard next < tokens.count else { return nil }
    if tokens[next].is(Self.vietnameseMonth), next + 1 < tokens.count, let month = tokens[next + 1].value {
      // "3 tháng 9 năm 2021"
      guard (1...12).contains(month) else { return nil }
      return dated(day: day, month: month, in: tokens, after: next + 2)
    }
    guard let month = month(tokens[next].hash) else { return nil }
    return dated(day: day, month: month, in: tokens, after: next + 1)
  }

  /// `February 25, 2025`, `Feb. 25th 2025`.
  private func monthDay(in tokens: [Token], at index: Int) -> Day? {
    guard let month = month(tokens[index].hash) else { return nil }
    var next = index + 1
    skip(Self.afterMonthName, in: tokens, &next, atMost: 1)
    guard next < tokens.count, let day = tokens[next].value, (1...31).contains(day) else { return nil }
    next += 1
    skip(Self.ordinals, in: tokens, &next, atMost: 1)
    return dated(day: day, month: month, in: tokens, after: next)
  }

  private func dated(day: Int, month: Int, in tokens: [Token], after end: Int) -> Day? {
    var next = end
    skip(Self.beforeYear, in: tokens, &next, atMost: 2)
    if next < tokens.count, let year = tokens[next].value {
      let width = tokens[next].width
      let isTime = next + 1 < tokens.count && tokens[next + 1].isMark(":")
      if width == 4, (1990...2100).contains(year),
        let timestamp = Timestamp(year: year, month: month, day: day)
      {
        return Day(timestamp: timestamp, end: next + 1)
      }
      // "19. Februar 201920. Februar 2019", "4 de mayo de 202221:25": a copy glued the next number to the year.
      if width == 5 || width == 6, case let year = year / (width == 5 ? 10 : 100),
        (1990...2100).contains(year),
        let timestamp = Timestamp(year: year, month: month, day: day)
      {
        return Day(timestamp: timestamp, end: next + 1)
      }
      if width == 2, !isTime, let timestamp = Timestamp(year: 2000 + year, month: month, day: day) {
        return Day(timestamp: timestamp, end: next + 1)
      }
    }
    guard let year = options.referenceDate?.year,
      let timestamp = Timestamp(year: year, month: month, day: day)
    else { return nil }
    return Day(timestamp: timestamp, end: end)
  }

  /// `2025年2月25日`, `2025년 2월 25일`.
  private func eastAsianDay(in tokens: [Token], at index: Int) -> Day? {
    guard index + 5 < tokens.count, let year = tokens[index].value, let month = tokens[index + 2].value,
      let day = tokens[index + 4].value, tokens[index + 1].isAny(of: Self.eastAsianYear),
      tokens[index + 3].isAny(of: Self.eastAsianMonth), (1990...2100).contains(year),
      let timestamp = Timestamp(year: year, month: month, day: day)
    else { return nil }
    return Day(timestamp: timestamp, end: index + 6)
  }

  /// Swaps day and month of `02/03/2025 5:35 PM`: who writes slashes and a 12-hour clock puts the month first.
  private func monthFirst(_ tokens: [Token], at index: Int, _ found: Timestamp, isTwelveHour: Bool)
    -> Timestamp
  {
    guard isTwelveHour, index + 1 < tokens.count, tokens[index + 1].isMark("/"),
      tokens[index].value == found.day,
      let swapped = Timestamp(year: found.year, month: found.day, day: found.month, clock: found.clock)
    else { return found }
    return swapped
  }

  // MARK: - Labels

  private func label(in tokens: [Token], from start: Int, before end: Int) -> DateMatch.Label? {
    for token in tokens[max(start, end - 8)..<end].reversed() {
      if token.isAny(of: Self.modifiedWords) { return .modified }
      if token.isAny(of: Self.publishedWords) { return .published }
    }
    return nil
  }

  private static let vietnameseMonth = WordHash("tháng")
  private static let separators: WordSet = ["-", ".", "/"]
  private static let ordinals: WordSet = ["st", "nd", "rd", "th"]
  private static let afterDay: WordSet = [
    "st", "nd", "rd", "th", "er", "ª", "º", ".", "-", "/", "de", "of", "d", "'", "ος", "ta",
  ]
  private static let afterMonthName: WordSet = [".", "-"]
  private static let beforeYear: WordSet = [
    ".", ",", "-", "/", "de", "del", "of", "'", "năm", "г", "года", "року", "am",
  ]
  private static let eastAsianYear: WordSet = ["年", "년"]
  private static let eastAsianMonth: WordSet = ["月", "월"]

  static let publishedWords: WordSet = [
    "published", "posted", "created", "online", "veröffentlicht", "erschienen", "publiziert", "erstellt",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd", "publicada", "publicat", "publiceret", "publisert", "publicerad", "julkaistu",
    "opublikowano", "publikováno", "zveřejněno", "publikované", "опубликовано", "опубліковано", "публикувано",
    "yayınlanma", "yayınlandı", "giriş", "oluşturulma", "diterbitkan", "đăng", "közzétéve", "objavljeno",
    "δημοσιεύτηκε", "δημοσίευση", "公開日", "公開", "掲載", "配信", "発表", "发布", "發布", "입력", "등록", "نشر",
    "נשר", "iliyochapishwa", "dipublikasikan", "avaldatud", "publicēts", "paskelbta", "gepost", "publicatie",
  ]
  static let modifiedWords: WordSet = [
    "updated", "update", "upd", "modified", "revised", "edited", "aktualisiert", "geändert", "actualizado",
    "actualizada", "actualisé", "mis", "modifié", "aggiornato", "aggiornata", "atualizado", "atualizada",
    "bijgewerkt",
    "aktualizováno", "aktualizacja", "uppdaterad", "oppdatert", "opdateret", "обновлено", "güncelleme",
    "última", "akt", "güncellendi", "päivitetty", "muokattu", "zaktualizowano", "aktualizované",
    "оновлено", "обновлен", "обновлена", "изменено", "актуализирана", "diperbarui", "diperbaharui",
    "frissítve",
    "ažurirano", "posodobljeno", "ενημέρωση", "ενημερώθηκε", "更新日", "更新", "最終更新", "수정", "تحديث", "עודכן",
    "cập", "actualizat", "uuendatud", "atjaunots", "atnaujinta", "mise",
  ]
}

/// Moves an index past at most so many tokens of a set.
private func skip(_ skipped: WordSet, in tokens: [Token], _ index: inout Int, atMost count: Int) {
  for _ in 0..<count where index < tokens.count && tokens[index].isAny(of: skipped) { index += 1 }
}
