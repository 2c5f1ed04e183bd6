extension DateReader {
  /// The dates of a text that may write its numbers in Chinese: `二〇二四年五月十二日`.
  ///
  /// - Returns: Matches whose ranges are of no use where numbers were so written.
  func dates(inText text: String) -> [DateMatch] {
    let digits = withDigits(text)
    return dates(in: tokens(of: (digits ?? text).utf8.span))
  }
}

/// A text with digits for the Chinese numerals before the signs for year, month and day; `nil` where it has no year so written.
private func withDigits(_ text: String) -> String? {
  guard text.utf8.span.holds("二〇") || text.utf8.span.holds("二零") else { return nil }
  var result = String.UnicodeScalarView()
  var numerals: [Int] = []
  var pending = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let value = values[scalar] {
      numerals.append(value)
      pending.append(scalar)
      continue
    }
    if dateSigns.contains(scalar), let number = number(numerals) {
      result.append(contentsOf: String(number).unicodeScalars)
    } else {
      result.append(contentsOf: pending)
    }
    numerals = []
    pending = String.UnicodeScalarView()
    result.append(scalar)
  }
  result.append(contentsOf: pending)
  return String(result)
}

/// The number that numerals say: one after the other as digits of a year, or a number below a hundred with tens.
private func number(_ numerals: [Int]) -> Int? {
  guard let ten = numerals.firstIndex(of: 10) else {
    return (1...4).contains(numerals.count) ? numerals.reduce(0) { $0 * 10 + $1 } : nil
  }
  guard ten <= 1, numerals.count <= ten + 2 else { return nil }
  return (ten == 0 ? 1 : numerals[0]) * 10 + (ten + 1 < numerals.count ? numerals[ten + 1] : 0)
}

private let dateSigns: Set<Unicode.Scalar> = ["年", "月", "日", "号", "號"]
private let values: [Unicode.Scalar: Int] = [
  "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
]
