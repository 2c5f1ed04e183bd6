/// The offset from UTC, in minutes, that a zone's name means on a day.
///
/// - Parameters:
///   - name: The hash of the name in lower case.
///   - ambiguous: What the names that several zones share mean; keys in upper case.
///   - day: Decides between summer and standard time where the name (`ET`) leaves it open.
func zoneOffset(named name: UInt64, ambiguous: [String: Int], on day: Timestamp) -> Int? {
  if let offset = fixedZones[name] { return offset }
  if let standard = americanZones[name] { return standard + (isAmericanSummer(day) ? 60 : 0) }
  return ambiguous.first { WordHash(folded: $0.key.lowercased()).value == name }?.value
}

private let fixedZones = zoneTable([
  "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
  "eet": 120,
  "eest": 180, "msk": 180, "trt": 180, "pkt": 300, "npt": 345, "wib": 420, "wita": 480, "wit": 540,
  "hkt": 480,
  "sgt": 480, "jst": 540, "kst": 540, "awst": 480, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660,
  "nzst": 720, "nzdt": 780, "sast": 120, "wat": 60, "cat": 120, "eat": 180, "brt": -180, "art": -180,
  "clt": -240, "akst": -540, "akdt": -480, "hst": -600, "nst": -210, "ndt": -150,
])

/// The zones that American papers print without saying whether it is summer.
private let americanZones = zoneTable(["et": -300, "ct": -360, "mt": -420, "pt": -480])

private func zoneTable(_ zones: [String: Int]) -> WordTable<Int> {
  WordTable(zones.map { (WordHash(folded: $0.key).value, $0.value) })
}

/// Whether the United States have summer time on a day: second Sunday of March to first Sunday of November
/// (Energy Policy Act of 2005).
private func isAmericanSummer(_ day: Timestamp) -> Bool {
  switch day.month {
  case 4...10: true
  case 3: day.day >= 8 + (7 - weekday(year: day.year, month: 3, day: 8)) % 7
  case 11: day.day < 1 + (7 - weekday(year: day.year, month: 11, day: 1)) % 7
  default: false
  }
}

/// The day of the week, Sunday 0.
///
/// Source: Sakamoto's method, comp.lang.c, 1992.
private func weekday(year: Int, month: Int, day: Int) -> Int {
  let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
  let year = month < 3 ? year - 1 : year
  return (year + year / 4 - year / 100 + year / 400 + shift[month - 1] + day) % 7
}
