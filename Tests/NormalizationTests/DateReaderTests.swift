import Testing

@testable import Normalization

@Suite struct DateReaderTests {
  private func first(
    _ line: String, _ options: NormalizationOptions = .init(), convention: DateConvention = DateConvention()
  ) -> String? {
    var reader = DateReader(options: options)
    reader.convention = convention
    return reader.dates(in: tokens(of: line.utf8.span)).first?.timestamp.description
  }

  @Test(arguments: [
    ("FP News Desk February 25, 2025, 17:35:00 IST", "2025-02-25T17:35:00+05:30"),
    ("Published: 3 March 2024 08:15 GMT", "2024-03-03T08:15:00+00:00"),
    ("2025-02-25T17:35:00Z", "2025-02-25T17:35:00+00:00"),
    ("2025-02-25 17:35 +0530", "2025-02-25T17:35:00+05:30"),
    ("2025-02-25", "2025-02-25"),
    ("25.02.2025, 17:35 Uhr", "2025-02-25T17:35:00"),
    ("12. Januar 2018, 9.05 Uhr", "2018-01-12T09:05:00"),
    ("Publié le 1er mars 2024 à 18h42", "2024-03-01T18:42:00"),
    ("14 de mayo de 2024, 19:30", "2024-05-14T19:30:00"),
    ("22 ottobre 2010 alle 20:13", "2010-10-22T20:13:00"),
    ("sexta-feira, 22 de outubro de 2010 às 20:13", "2010-10-22T20:13:00"),
    ("dinsdag 4 juni 2019 om 11.20 uur", "2019-06-04T11:20:00"),
    ("Nov 13, 2019, 10:28am EST", "2019-11-13T10:28:00-05:00"),
    ("July 4, 2021 12:05 a.m. ET", "2021-07-04T00:05:00-04:00"),
    ("January 4, 2021 12:05 p.m. ET", "2021-01-04T12:05:00-05:00"),
    ("12:20pm Jan 7, 2024", "2024-01-07T12:20:00"),
    ("Updated 11:42 PM GMT+1, September 27, 2024", "2024-09-27T23:42:00+01:00"),
    ("27/09/2018", "2018-09-27"),
    ("11:30 CEST, 2 July 2023", "2023-07-02T11:30:00+02:00"),
    ("Mon 5 Aug 2024 10.15 BST", "2024-08-05T10:15:00+01:00"),
    ("5 Aug 2024 10:15 GMT+5:30", "2024-08-05T10:15:00+05:30"),
    ("2025年2月25日 17:35", "2025-02-25T17:35:00"),
    ("9. MÄR 2023 07:15", "2023-03-09T07:15:00"),
    ("5. siječnja 2024.", "2024-01-05"), ("3 listopada 2024", "2024-11-03"),
    ("3 tháng 9 năm 2021", "2021-09-03"), ("Thứ ba, 14/6/2022, 08:05", "2022-06-14T08:05:00"),
    ("14 Ağustos 2024, 09:30", "2024-08-14T09:30:00"), ("8 Οκτωβρίου 2023", "2023-10-08"),
    ("7 января 2024 г. в 10:15", "2024-01-07T10:15:00"), ("1. októbra 2022", "2022-10-01"),
    ("25 يناير 2024", "2024-01-25"), ("14 जून 2023", "2023-06-14"),
    ("17 Januari 2025 pukul 08:00", "2025-01-17T08:00:00"),
    ("21 szeptember 2024", "2024-09-21"), ("12. Desember 2023", "2023-12-12"), ("25 ta’ Frar", nil),
    ("14.05.202214. Mai 2022", "2022-05-14"), ("28.09.1912:44", "2019-09-28"),
    ("28.09.1912", "1912-09-28"), ("28.09.2019:12:44", "2019-09-28"),
    ("Mon Aug 03 12:45:00 EDT 2015", "2015-08-03T12:45:00-04:00"),
    ("Wed Aug 27 13:08:45 +0000 2008", "2008-08-27T13:08:45+00:00"), ("Aug 27 13:08", nil),
  ])
  func `a date is read as it is printed`(line: String, expected: String?) {
    #expect(first(line) == expected)
  }

  @Test(arguments: [
    ("Gepubliceerd: donderdag 5 juni 2025 om 7:05", "2025-06-05T07:05:00"),
    ("5. juni 2025 kl. 7.05", "2025-06-05"),
    ("5. júní 2025", "2025-06-05"), ("torstai 5. kesäkuuta 2025 klo 17.05", "2025-06-05T17:05:00"),
    ("czwartek, 5 czerwca 2025, godz. 17:05", "2025-06-05T17:05:00"), ("5. červen 2025", "2025-06-05"),
    ("2025. június 5. 17:05", "2025-06-05T17:05:00"), ("5 iunie 2025, ora 17:05", "2025-06-05T17:05:00"),
    ("5 юни 2025", "2025-06-05"), ("5. јуна 2025.", "2025-06-05"), ("5 чэрвеня 2025", "2025-06-05"),
    ("5 червня 2025, 17:05", "2025-06-05T17:05:00"), ("2025 жылғы 5 маусым", "2025-06-05"),
    ("5 İyun 2025", "2025-06-05"), ("5 iyun 2025", "2025-06-05"), ("5 ივნისი, 2025", "2025-06-05"),
    ("5 հունիսի, 2025", "2025-06-05"), ("5 Ιουνίου 2025, 17:05", "2025-06-05T17:05:00"),
    ("2025 m. birželio 5 d.", "2025-06-05"), ("2025. gada 5. jūnijs", "2025-06-05"),
    ("5. juuni 2025", "2025-06-05"), ("5 qershor 2025", "2025-06-05"), ("2025ko ekainaren 5a", "2025-06-05"),
    ("5 de xuño de 2025", "2025-06-05"), ("5 de juny de 2025", "2025-06-05"),
    ("5 Mehefin 2025", "2025-06-05"),
    ("٥ يونيو ٢٠٢٥", "2025-06-05"), ("5 حزيران/يونيو 2025", "2025-06-05"),
    ("5 كانون الثاني 2025", "2025-01-05"),
    ("۵ خرداد ۱۴۰۴", "2025-05-26"), ("پنجشنبه یکم فروردین ۱۳۹۸", "2019-03-21"),
    ("30 اسفند 1399", "2021-03-20"),
    ("30 اسفند 1400", nil), ("5 ביוני 2025", "2025-06-05"), ("५ जून २०२५", "2025-06-05"),
    ("৫ জুন ২০২৫", "2025-06-05"), ("5 ஜூன் 2025", "2025-06-05"), ("5 జూన్ 2025", "2025-06-05"),
    ("5 มิถุนายน 2568", "2025-06-05"), ("5 มิ.ย. 2568 17:05 น.", "2025-06-05T17:05:00"),
    ("05/06/2568", "2025-06-05"),
    ("Thứ năm, 5 tháng sáu 2025", "2025-06-05"), ("Khamis, 5 Jun 2025", "2025-06-05"),
    ("5 Ogos 2025", "2025-08-05"),
    ("令和7年6月5日 17時05分", "2025-06-05T17:05:00"), ("民國114年6月5日", "2025-06-05"),
    ("2025年6月5日 下午5:05", "2025-06-05T17:05:00"), ("2025年6月5日(木) 17時05分", "2025-06-05T17:05:00"),
    ("2025년 6월 5일 오후 5:05", "2025-06-05T17:05:00"), ("5. 6. 1998", "1998-06-05"), ("5.6.98", "1998-06-05"),
    ("5. lokakuuta 2025 klo 5.45 ip.", "2025-10-05T17:45:00"), ("2025-Jun-05", "2025-06-05"),
    ("31 Donnerstag Okt 2019", "2019-10-31"), ("4 de mayo de 202221:25 hs", "2022-05-04"),
  ])
  func `a date is read in many languages, digits and calendars`(line: String, expected: String?) {
    #expect(first(line) == expected)
  }

  @Test(arguments: [
    "3 hours ago", "May 12", "yesterday at 17:35", "31 February 2024", "version 1.2.3", "10/12/14/16",
    "Apollo 11, 1969",
    "99/99/2020", "2025-13-40", "February 99999999999, 2025", "4:15",
  ])
  func `what is no whole date is none`(line: String) {
    #expect(first(line) == nil)
  }

  @Test func `a day without a year counts from the reference date`() {
    let options = NormalizationOptions(referenceDate: Timestamp(year: 2024, month: 6, day: 1))
    #expect(first("May 12", options) == "2024-05-12")
  }

  @Test(arguments: [
    ("3 hours ago", "2024-03-01T07:30:00"), ("Updated 12 hours ago", "2024-02-29T22:30:00"),
    ("vor 2 Stunden", "2024-03-01T08:30:00"), ("hace 45 minutos", "2024-03-01T09:45:00"),
    ("il y a 2 heures", "2024-03-01T08:30:00"), ("2 uur geleden", "2024-03-01T08:30:00"),
    ("3 часа назад", "2024-03-01T07:30:00"), ("3時間前", "2024-03-01T07:30:00"), ("5日前", "2024-02-25"),
    ("2 weeks ago", "2024-02-16"), ("yesterday", "2024-02-29"), ("gestern", "2024-02-29"),
    ("hoy", "2024-03-01"),
    ("3 hours long", nil), ("1000000000 days ago", nil), ("3 min", nil), ("5 min read", nil),
    ("about an hour ago", "2024-03-01T09:30:00"), ("1 hour and 5 minutes ago", "2024-03-01T09:25:00"),
    ("5m ago", "2024-03-01T10:25:00"), ("vor einer Stunde", "2024-03-01T09:30:00"),
    ("vor etwa 3 Tagen", "2024-02-27"),
    ("il y a un mois", "2024-02-01"), ("há 2 dias", "2024-02-28"), ("circa 2 ore fa", "2024-03-01T08:30:00"),
    ("for 2 timer siden", "2024-03-01T08:30:00"), ("för 2 timmar sedan", "2024-03-01T08:30:00"),
    ("2 tuntia sitten", "2024-03-01T08:30:00"), ("2 godziny temu", "2024-03-01T08:30:00"),
    ("před 2 hodinami", "2024-03-01T08:30:00"), ("pred rokom", "2023-03-01"),
    ("prije 2 sata", "2024-03-01T08:30:00"),
    ("пре 2 сата", "2024-03-01T08:30:00"), ("преди 2 часа", "2024-03-01T08:30:00"),
    ("acum 2 ore", "2024-03-01T08:30:00"),
    ("2 години тому", "2024-03-01T08:30:00"), ("2 гадзіны таму", "2024-03-01T08:30:00"),
    ("πριν από 2 ώρες", "2024-03-01T08:30:00"), ("2 saat önce", "2024-03-01T08:30:00"),
    ("2 jam lalu", "2024-03-01T08:30:00"), ("2 giờ trước", "2024-03-01T08:30:00"),
    ("منذ ساعتين", "2024-03-01T08:30:00"),
    ("לפני 2 שעות", "2024-03-01T08:30:00"), ("2 घंटे पहले", "2024-03-01T08:30:00"),
    ("২ ঘন্টা আগে", "2024-03-01T08:30:00"), ("2 ชั่วโมงที่แล้ว", nil), ("2 ชั่วโมง ที่แล้ว", "2024-03-01T08:30:00"),
    ("2小时前", "2024-03-01T08:30:00"), ("2시간 전", "2024-03-01T08:30:00"),
    ("prieš 2 valandas", "2024-03-01T08:30:00"),
    ("pirms 2 stundām", "2024-03-01T08:30:00"), ("2 tundi tagasi", "2024-03-01T08:30:00"),
    ("2 óra ezelőtt", "2024-03-01T08:30:00"), ("Yesterday at 17:35", "2024-02-29T17:35:00"),
    ("the day before yesterday", "2024-02-28"), ("hôm qua", "2024-02-29"), ("昨天", "2024-02-29"),
    ("Today is the day of all the days", nil),
  ])
  func `a distance in time counts from the reference date`(line: String, expected: String?) {
    let reference = Timestamp(year: 2024, month: 3, day: 1, clock: Timestamp.Clock(hour: 10, minute: 30))
    #expect(first(line, NormalizationOptions(referenceDate: reference)) == expected)
    #expect(first(line) == nil)
  }

  @Test func `hours leave a reference without a clock on its day`() {
    let options = NormalizationOptions(referenceDate: Timestamp(year: 2024, month: 1, day: 1))
    #expect(first("3 hours ago", options) == "2024-01-01")
    #expect(first("1 day ago", options) == "2023-12-31")
  }

  @Test func `an ambiguous zone means what the options say`() {
    #expect(
      first("1 June 2024 10:00 IST", NormalizationOptions(ambiguousZones: ["IST": 60]))
        == "2024-06-01T10:00:00+01:00")
    #expect(
      first("1 June 2024 10:00 IST", NormalizationOptions(ambiguousZones: [:])) == "2024-06-01T10:00:00")
  }

  @Test func `a date in slashes follows the others of its page`() {
    var reader = DateReader(options: NormalizationOptions())
    func day(_ text: String) -> String? {
      reader.dates(in: tokens(of: text.utf8.span)).first?.timestamp.description
    }
    #expect(day("06/05/2024") == "2024-05-06")
    reader.learnOrder(from: tokens(of: "Filed 09/25/2024".utf8.span))
    #expect(day("06/05/2024") == "2024-06-05")
    reader.learnOrder(from: tokens(of: "Filed 25/09/2024".utf8.span))
    #expect(day("06/05/2024") == "2024-05-06")
  }

  @Test(
    arguments: [
      ("12/05/2024 10:15 AM", "en", "en-US", "2024-12-05T10:15:00"),
      ("12/05/2024 10:15 AM", "en", nil, "2024-12-05T10:15:00"),
      ("12/05/2024 10:15 AM", "en", "en-GB", "2024-05-12T10:15:00"),
      ("12/05/2024 10:15 AM IST", "en", nil, "2024-05-12T10:15:00+05:30"),
      ("12/05/2024 10:15 a. m.", "es", "en-US", "2024-05-12T10:15:00"),
      ("12/05/2024 10:15 AM", nil, nil, "2024-05-12T10:15:00"),
      ("12/05/2024 10:15 CH", "vi", "vi", "2024-05-12T22:15:00"),
      ("12/05/67", "th", nil, "2024-05-12"), ("12/05/24", "th", nil, "2024-05-12"),
      ("12/05/67", "en", nil, "2067-05-12"),
      ("۱۴۰۳/۰۲/۲۳ ۱۰:۱۵", "fa", nil, "2024-05-12T10:15:00"), ("۲۳/۰۲/۱۴۰۳", "fa", nil, "2024-05-12"),
      ("2024/05/12", "fa", nil, "2024-05-12"), ("1403/02/23", "ar", nil, nil),
      ("113年5月12日", "zh-Hant", nil, "2024-05-12"), ("113/05/12", "zh-Hant", "zh-TW", "2024-05-12"),
      ("113年5月12日", "zh", nil, nil), ("113.05.12", "zh-Hant", nil, nil),
    ] as [(String, String?, String?, String?)])
  func `a day in digits is read as the language of its text writes it`(
    line: String, language: String?, declared: String?, expected: String?
  ) {
    #expect(first(line, convention: DateConvention(language: language, declared: declared)) == expected)
  }

  @Test(arguments: [
    ("วันอาทิตย์ที่ 12 พฤษภาคม พ.ศ. 2567", "2024-05-12"), ("12 Μαι 2024", "2024-05-12"),
    ("12 Μαΐ 2024, 10:15", "2024-05-12T10:15:00"), ("3 Σεπτ. 2024", "2024-09-03"),
  ])
  func `an era may be named, and a month cut short`(line: String, expected: String) {
    #expect(first(line) == expected)
  }

  @Test func `a verb after the date says that the text came out then`() {
    let line = "Dieser Beitrag wurde am 5. Juni 2025 veröffentlicht."
    #expect(
      DateReader(options: NormalizationOptions()).dates(in: tokens(of: line.utf8.span)).first?.isLabelled
        == true)
  }

  @Test func `published and updated are told apart`() {
    let line = "Published 1 June 2024 10:00 | Updated 2 June 2024 11:00"
    let found = DateReader(options: NormalizationOptions()).dates(in: tokens(of: line.utf8.span))
    #expect(found.map(\.label) == [.published, .modified])
    #expect(found.map(\.timestamp.day) == [1, 2])
  }
}
