import Testing

@testable import Normalization

@Suite struct DateReaderTests {
  private func first(_ line: String, _ options: NormalizationOptions = .init()) -> String? {
    DateReader(options: options).dates(in: tokens(of: line.utf8.span)).first?.timestamp.description
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
    ("02/03/2025 5:35 PM", "2025-02-03T17:35:00"),
    ("27/09/2018", "2018-09-27"),
    ("11:30 CEST, 2 July 2023", "2023-07-02T11:30:00+02:00"),
    ("Mon 5 Aug 2024 10.15 BST", "2024-08-05"),
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
    ("14.05.202214. Mai 2022", "2022-05-14"),
  ])
  func `a date is read as it is printed`(line: String, expected: String?) {
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
    ("3 hours long", nil), ("1000000000 days ago", nil),
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

  @Test func `published and updated are told apart`() {
    let line = "Published 1 June 2024 10:00 | Updated 2 June 2024 11:00"
    let found = DateReader(options: NormalizationOptions()).dates(in: tokens(of: line.utf8.span))
    #expect(found.map(\.label) == [.published, .modified])
    #expect(found.map(\.timestamp.day) == [1, 2])
  }
}
