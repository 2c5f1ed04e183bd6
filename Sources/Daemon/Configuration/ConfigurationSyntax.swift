/// Values as systemd writes them: times with units, sizes with powers of 1024, offsets from UTC.
public enum ConfigurationSyntax {
  private static let timeUnits: [(names: [String], length: Duration)] = [
    (["y", "year", "years"], .seconds(31_557_600)), (["month", "months", "M"], .seconds(2_629_800)),
    (["w", "week", "weeks"], .seconds(604_800)), (["d", "day", "days"], .seconds(86_400)),
    (["h", "hr", "hour", "hours"], .seconds(3600)), (["min", "m", "minute", "minutes"], .seconds(60)),
    (["s", "", "sec", "second", "seconds"], .seconds(1)), (["ms", "msec"], .milliseconds(1)),
    (["us", "usec", "µs", "μs"], .microseconds(1)),
  ]

  /// Reads `500ms`, `10`, `1.5h`, `1min 30s`, `2w`; `nil` where the text is none.
  public static func duration(_ text: some StringProtocol) -> Duration? {
    var total = Duration.zero
    var rest = text[...].drop { $0 == " " }
    if rest.isEmpty { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      rest = rest[digits.endIndex...].drop { $0 == " " }
      let unit = rest.prefix { $0.isLetter }
      rest = rest[unit.endIndex...].drop { $0 == " " }
      guard let count = thousandths(digits),
        let length = timeUnits.first(where: { $0.names.contains(String(unit)) })?.length,
        count <= 1_000_000_000_000
      else { return nil }
      total += length * count / 1000
    }
    return total
  }

  /// Reads a number with at most three digits after the point.
  private static func thousandths(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let count = Int32(whole), !whole.hasPrefix("+") else { return nil }
    guard parts.count == 2 else { return Int(count) * 1000 }
    let fraction = parts[1]
    guard (1...3).contains(fraction.count), fraction.allSatisfy({ $0.isASCII && $0.isNumber }),
      let digits = Int(fraction + String(repeating: "0", count: 3 - fraction.count))
    else { return nil }
    return Int(count) * 1000 + digits
  }

  /// The shortest way to write a time.
  static func text(_ duration: Duration) -> String {
    guard duration > .zero else { return "0" }
    var rest = duration
    var parts: [String] = []
    for unit in timeUnits where rest >= unit.length && !["month", "w"].contains(unit.names[0]) {
      let count = Int(rest / unit.length)
      parts.append("\(count)\(unit.names[0])")
      rest -= unit.length * count
    }
    return parts.joined(separator: " ")
  }

  private static let sizeUnits: [(name: String, size: Int)] = [
    ("T", 1 << 40), ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10),
  ]

  /// Reads `16M`, `512K`, `1.5G`, `1000`; `nil` where the text is none.
  static func size(_ text: some StringProtocol) -> Int? {
    for unit in sizeUnits where text.hasSuffix(unit.name) {
      guard let count = thousandths(text.dropLast()), count >= 0 else { return nil }
      let product = count.multipliedReportingOverflow(by: unit.size)
      return product.overflow ? nil : product.partialValue / 1000
    }
    return Int(text).flatMap { $0 >= 0 && !text.hasPrefix("+") ? $0 : nil }
  }

  /// The shortest way to write a size.
  static func text(bytes: Int) -> String {
    for unit in sizeUnits where bytes >= unit.size && bytes % unit.size == 0 {
      return "\(bytes / unit.size)\(unit.name)"
    }
    return String(bytes)
  }

  /// Reads `IST=+05:30`; `nil` where the text is none.
  static func zoneAssignment(_ text: some StringProtocol) -> (zone: String, offset: Int)? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      let offset = offset(parts[1])
    else { return nil }
    return (String(parts[0]), offset)
  }

  /// Reads `+05:30` as minutes; `nil` where the text is none.
  static func offset(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = Int(String(decoding: bytes[1...2], as: UTF8.self)), (0...18).contains(hours),
      let minutes = Int(String(decoding: bytes[4...5], as: UTF8.self)), (0...59).contains(minutes)
    else { return nil }
    return (hours * 60 + minutes) * (bytes[0] == UInt8(ascii: "-") ? -1 : 1)
  }

  /// Writes minutes as `+05:30`.
  static func offset(_ minutes: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60)):\(padded(abs(minutes) % 60))"
  }
}
