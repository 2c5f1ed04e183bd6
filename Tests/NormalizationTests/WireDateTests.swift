import Foundation
import Testing

@testable import Normalization

/// The date strings of the corpora that lie beside the project; a clone without these skips them.
///
/// A case names what another reader makes of the string. The floors count the cases that agree, by kind and script; they may
/// rise and never fall. Left out are durations without a word for "ago", which in news are how long a text takes to
/// read, what lies ahead, and clocks without a day.
@Suite struct WireDateTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/corpus/wire/dates/expected.json")
  static let isThere = FileManager.default.fileExists(atPath: file.path())

  private struct Case: Decodable {
    struct Arguments: Decodable {
      var date_string: String?
      var datetime_string: String?
      var expected: String?
      var dt: String?
      var ago: [String: Double]?
      var in_future: [String: Double]?
    }
    var test: String
    var args: Arguments
  }

  /// The kinds of cases, each with its floors by script.
  private static let floors: [String: Int] = [
    "absolute latin": 74, "absolute other": 52, "ago latin": 79, "ago other": 45, "found latin": 31,
    "found other": 14,
    "named latin": 42, "named other": 26, "persian other": 14,
  ]

  @Test(.enabled(if: isThere, "no corpora beside the project"))
  func `the date strings of others are read as they say`() throws {
    let cases = try JSONDecoder().decode([String: Failable<Case>].self, from: Data(contentsOf: Self.file))
    var passed: [String: Int] = [:]
    var total: [String: Int] = [:]
    for entry in cases.values.compactMap(\.value) {
      guard let (kind, text, reference, expected) = Self.question(entry) else { continue }
      let isLatin = text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0.value < 0x370 }
      let key = "\(kind) \(isLatin ? "latin" : "other")"
      total[key, default: 0] += 1
      let reader = DateReader(options: NormalizationOptions(referenceDate: reference))
      let found = reader.dates(in: tokens(of: text.utf8.span)).first?.timestamp.description
      if let found, expected.map(found.hasPrefix) ?? true { passed[key, default: 0] += 1 }
    }
    for key in total.keys.sorted() {
      print("dates, \(key): \(passed[key] ?? 0) of \(total[key] ?? 0)")
      #expect(passed[key] ?? 0 >= Self.floors[key] ?? 0, "\(key)")
    }
  }

  /// What a case asks: its kind, the string, the day against which it is read, and how the answer starts; `nil` for any.
  private static func question(
    _ entry: Case
  ) -> (kind: String, text: String, reference: Timestamp?, expected: String?)? {
    guard let text = entry.args.date_string ?? entry.args.datetime_string, entry.args.in_future == nil else {
      return nil
    }
    let test = entry.test.split(separator: ".").last ?? ""
    if let ago = entry.args.ago {
      let start = Timestamp(year: 2014, month: 9, day: 1, clock: Timestamp.Clock(hour: 10, minute: 30))
      guard let then = start?.earlier(by: Distance(ago)) else { return nil }
      let isNamed = !text.unicodeScalars.contains { $0.properties.numericType == .decimal }
      // "3 min" and the like say no "ago".
      guard isNamed || saysAgo(text) else { return nil }
      let isTimed = ago.keys.contains { ["hours", "minutes", "seconds"].contains($0) }
      return (isNamed ? "named" : "ago", text, start, String(then.description.prefix(isTimed ? 16 : 10)))
    }
    let reference = Timestamp(year: 2012, month: 11, day: 13)
    switch test {
    case "test_dates_parsing", "test_dates_parsing_with_normalization", "test_dates_parsing_with_language":
      guard let expected = entry.args.expected, text.unicodeScalars.count(where: { isDigit($0) }) >= 5 else {
        return nil
      }
      return ("absolute", text, reference, String(expected.prefix(expected.hasSuffix("T00:00:00") ? 10 : 16)))
    case "test_get_date":
      guard let expected = entry.args.dt else { return nil }
      return ("persian", text, nil, String(expected.prefix(expected.hasSuffix("T00:00:00") ? 10 : 16)))
    case "test_search_date_string":
      return text.unicodeScalars.count { isDigit($0) } >= 5 ? ("found", text, reference, nil) : nil
    default: return nil
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == .decimal }

  /// Whether a string has more than numbers and units: something before the first number, or after the last unit.
  private static func saysAgo(_ text: String) -> Bool {
    let words = text.split { " ,".contains($0) }
    guard let first = words.first, let last = words.last else { return false }
    if !first.unicodeScalars.contains(where: isDigit) { return true }
    let isUnit =
      relativeUnits[WordHash(folded: last.lowercased().filter { !$0.isNumber && $0 != "." }).value] != nil
    return words.count > 2 && !isUnit
  }
}

/// A value that may be of another shape than expected.
private struct Failable<Value: Decodable>: Decodable {
  var value: Value?

  init(from decoder: any Decoder) throws {
    value = try? Value(from: decoder)
  }
}

extension Distance {
  /// The distance of a case: `{"days": 3}`.
  fileprivate init(_ ago: [String: Double]) {
    self.init()
    for (unit, count) in ago {
      switch unit {
      case "years": months += Int(count) * 12
      case "months": months += Int(count)
      case "weeks": minutes += Int(count * 7 * 24 * 60)
      case "days": minutes += Int(count * 24 * 60)
      case "hours": minutes += Int(count * 60)
      case "minutes": seconds += Int(count * 60)
      default: seconds += Int(count)
      }
    }
  }
}
