extension DateReader {
  /// A date told by its distance from ``NormalizationOptions/referenceDate``.
  struct RelativeDate {
    var timestamp: Timestamp
    var range: Range<Int>
  }

  /// The date that "3 hours ago", "vor 2 Stunden", "3時間前" or "yesterday" means, where the request says what day it is.
  ///
  /// Hours and minutes are taken off the reference's clock; without one they leave the day as it is.
  func relativeDate(in tokens: [Token], at index: Int) -> RelativeDate? {
    guard let reference = options.referenceDate else { return nil }
    if let days = Self.namedDays[tokens[index].hash] {
      return reference.earlier(byMinutes: days * Self.day).map {
        RelativeDate(timestamp: $0.onDay, range: index..<index + 1)
      }
    }
    guard let count = tokens[index].value, count <= 1000, index + 1 < tokens.count,
      let minutes = Self.units[tokens[index + 1].hash]
    else { return nil }
    var start = index
    var end = index + 2
    if minutes < 0 {
      // The unit says "ago" itself: 3時間前.
    } else if end < tokens.count, tokens[end].isAny(of: Self.wordsAfter) {
      end += 1
    } else if index > 0, tokens[index - 1].isAny(of: Self.wordsBefore) {
      start = index - 1
    } else {
      return nil
    }
    let distance = abs(minutes) * count
    guard let then = reference.earlier(byMinutes: distance) else { return nil }
    return RelativeDate(timestamp: abs(minutes) >= Self.day ? then.onDay : then, range: start..<end)
  }

  private static let day = 24 * 60

  private static let wordsAfter: WordSet = [
    "ago", "fa", "atrás", "atras", "geleden", "siden", "sedan", "sitten", "temu", "назад", "тому", "önce",
    "lalu",
    "yang", "trước", "전", "前", "πριν", "преди",
  ]
  private static let wordsBefore: WordSet = [
    "vor", "hace", "a", "há", "faz", "för", "for", "przed", "před", "pred", "πριν", "преди", "ago", "acum",
    "قبل", "منذ", "prije",
  ]
  private static let namedDays = wordTable([
    ("today heute hoy oggi hoje vandaag idag dziś dzisiaj dnes сегодня сьогодні bugün 今日 今天 오늘", 0),
    ("yesterday gestern ayer ieri ontem gisteren igår wczoraj včera вчера вчора dün kemarin 昨日 昨天 어제", 1),
    ("vorgestern anteayer anteontem eergisteren позавчера 一昨日 前天", 2),
  ])
  /// Minutes by the name of a unit; below zero where the word says "ago" as well.
  private static let units = wordTable([
    (
      "minute minutes min mins minuten minuto minutos minuti minuut minuter minutter minuttia minut minuty", 1
    ),
    ("minutu минуту минуты минут хвилин хвилини dakika menit phút 분 分钟 分 λεπτά دقيقة دقائق", 1),
    (
      "hour hours hr hrs h std stunde stunden hora horas ora ore heure heures uur timmar timme time timer", 60
    ),
    ("tuntia godzin godziny hodin hodiny час часа часов години годин saat jam giờ 시간 小时 小時 ώρες ώρα", 60),
    ("ساعة ساعات", 60),
    ("day days tag tage tagen día días giorno giorni dia dias jour jours dag dagen dagar dage dager", day),
    ("päivää dni dny день дня дней дні днів gün hari ngày 일 天 日 μέρες ημέρες يوم أيام", day),
    (
      "week weeks woche wochen semana semanas settimana settimane semaine semaines weken vecka veckor",
      7 * day
    ),
    ("uge uger uke uker viikkoa tygodni týdny неделю недели недель hafta minggu tuần 주 周", 7 * day),
    ("分前 分钟前 分鐘前 분전", -1), ("時間前 小时前 小時前 시간전", -60), ("日前 天前 일전", -day),
    ("週間前 周前 週前 주전", -7 * day),
  ])
}

/// A number by each of the words, which are listed with spaces between them.
private func wordTable(_ lists: [(words: String, number: Int)]) -> WordTable<Int> {
  var entries: [(UInt64, Int)] = []
  for list in lists {
    for word in list.words.split(separator: " ") {
      entries.append((WordHash(folded: word).value, list.number))
    }
  }
  return WordTable(entries)
}

extension Timestamp {
  /// The day alone.
  fileprivate var onDay: Timestamp {
    var day = self
    day.clock = nil
    return day
  }

  /// The time so many minutes before; without a clock only whole days count.
  ///
  /// - Returns: `nil` before the year 1.
  func earlier(byMinutes minutes: Int) -> Timestamp? {
    let isTimed = clock != nil
    let ofDay = (clock?.hour ?? 0) * 60 + (clock?.minute ?? 0)
    let total = dayNumber * 1440 + (isTimed ? ofDay - minutes : -(minutes / 1440 * 1440))
    let day = total >= 0 ? total / 1440 : (total - 1439) / 1440
    let rest = total - day * 1440
    let clock = clock.map {
      Clock(hour: rest / 60, minute: rest % 60, second: $0.second, offset: $0.offset)
    }
    return Timestamp(dayNumber: day, clock: clock)
  }

  /// Days since 1 March of the year 0.
  ///
  /// Source: Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  private var dayNumber: Int {
    let year = month <= 2 ? year - 1 : year
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + ofYear
  }

  private init?(dayNumber: Int, clock: Clock?) {
    guard dayNumber >= 0 else { return nil }
    let era = dayNumber / 146_097
    let ofEra = dayNumber % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: ofYear - (153 * part + 2) / 5 + 1,
      clock: clock)
  }
}
