import Daemon
import Glibc

/// Times for people, in the zone of who asks.
public enum Moments {
  /// `2026-11-24 17:00:05`, in local time.
  public static func text(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&time, &parts)
    func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let numbers = unsafe [parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec].map(two)
    return unsafe "\(parts.tm_year + 1900)-\(numbers[0])-\(numbers[1]) "
      + numbers[2...].joined(separator: ":")
  }

  /// The same in few columns, for a terminal: `17:00:05` on the day of `now`, `11-24 17:00` in its year.
  public static func brief(_ seconds: Int, now: Int) -> String {
    let (text, today) = (text(seconds), text(now))
    if text.prefix(10) == today.prefix(10) { return String(text.dropFirst(11)) }
    return String(text.prefix(4) == today.prefix(4) ? text.dropFirst(5).dropLast(3) : text.dropLast(3))
  }

  /// The same for a time of the history; as it stands there where it is none.
  public static func text(_ utc: String) -> String { seconds(utc).map { text($0) } ?? Columns.safe(utc) }

  /// Seconds since 1970 of `2026-11-24T17:00:05Z`; `nil` where the text is no time.
  public static func seconds(_ utc: String) -> Int? {
    guard utc.hasSuffix("Z"), var parts = unsafe fields(String(utc.dropLast())) else { return nil }
    return unsafe timegm(&parts)
  }

  /// What `--since` means: a day, a time, or a length before now; `nil` where it is none of them.
  public static func since(_ text: String, now: Int) -> Int? {
    if let seconds = seconds(text) { return seconds }
    if var parts = unsafe fields(text) {
      unsafe parts.tm_isdst = -1
      return unsafe mktime(&parts)
    }
    return ConfigurationSyntax.duration(text).map { now - Int($0 / .seconds(1)) }
  }

  /// `2026-11-24`, then `T` or a space and `17:00` or `17:00:05`.
  private static func fields(_ text: String) -> tm? {
    let numbers = text.split(omittingEmptySubsequences: false) { "-T: ".contains($0) }.map {
      $0.utf8.count <= 4 ? Int32($0) : nil
    }
    guard [3, 5, 6].contains(numbers.count), text.utf8.count >= 10,
      text.utf8.dropFirst(4).first == UInt8(ascii: "-")
    else { return nil }
    let known = numbers.compactMap(\.self)
    guard known.count == numbers.count, (1970...9999).contains(known[0]), (1...12).contains(known[1]),
      (1...31).contains(known[2]), known.dropFirst(3).allSatisfy({ (0...60).contains($0) })
    else { return nil }
    var parts = unsafe tm()
    unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday) = (known[0] - 1900, known[1] - 1, known[2])
    if known.count > 3 { unsafe (parts.tm_hour, parts.tm_min) = (known[3], known[4]) }
    if known.count > 5 { unsafe parts.tm_sec = known[5] }
    // A day that its month does not have would be one of the next month.
    var day = unsafe parts
    _ = unsafe timegm(&day)
    return unsafe day.tm_mday == parts.tm_mday ? parts : nil
  }

  /// `3d 4h`, `12min 5s`, `8s`: the two largest units of a length in seconds.
  public static func length(_ seconds: Int) -> String {
    let parts = [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
    ]
    let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
    return shown.isEmpty ? "0s" : shown.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }

  /// `812 B`, `3.1 KB`, `16 MB`.
  public static func size(_ bytes: Int) -> String {
    for (unit, size) in [("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)] where bytes >= size {
      let tenths = bytes * 10 / size
      return tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\(tenths / 10) \(unit)"
    }
    return "\(bytes) B"
  }
}
