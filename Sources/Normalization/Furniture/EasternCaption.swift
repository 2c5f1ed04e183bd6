/// A caption with its credit as Japanese, Chinese and Korean papers write it: "本棚＝2024年2月17日、佐藤美咲撮影", "肥皂。（圖／校方提供）",
/// "周德福架起银幕。李文彬 摄", "[촬영 김민수]", "졸업장을 받은 할머니. 김민수 기자"; or with the day and the place alone, "本を選ぶ中学生（19日、白馬坂町で）".
func easternCaption(_ line: Line) -> Caption? {
  let text = line.text
  let utf8 = text.utf8.span
  guard !text.utf8Span.isKnownASCII, utf8.indices.contains(where: { utf8[$0] >= 0xE3 }) else { return nil }
  if text.hasSuffix("撮影") || text.hasSuffix("提供"), let mark = text.lastIndex(of: "＝") {
    return Caption(text: nonEmpty(text[..<mark]), credit: tidied(text[text.index(after: mark)...]))
  }
  // "[연합뉴스 자료사진]"
  if text.hasSuffix("자료사진]") || text.hasSuffix("제공]"), let mark = text.lastIndex(of: "[") {
    return Caption(text: nonEmpty(text[..<mark]), credit: tidied(text[mark...]))
  }
  for (opening, closing) in [
    ("（圖／", "）"), ("（图／", "）"), ("（图/", "）"), ("（圖/", "）"), ("[촬영 ", "]"), ("[사진=", "]"), ("/사진=", ""),
    (" 사진=", ""),
  ]
  where text.hasSuffix(closing) && utf8.holds(opening.utf8.span) {
    guard let mark = text.ranges(of: opening).last else { continue }
    return Caption(
      text: nonEmpty(text[..<mark.lowerBound]),
      credit: tidied(text[mark.upperBound...].dropLast(closing.count)))
  }
  return shot(text) ?? placed(text) ?? reported(line) ?? lent(text)
}

/// "架起银幕。李文彬 摄", "示範砌石。（記者王小明攝）".
private func shot(_ text: String) -> Caption? {
  var rest = text[...]
  let isInBrackets = rest.last == "）" || rest.last == ")"
  if isInBrackets { rest.removeLast() }
  guard let verb = rest.last, "摄攝图圖".contains(verb) else { return nil }
  rest.removeLast()
  // "图" is the end of many words; behind a space it stands for who made the picture: "晚报记者 李文彬 图".
  if "图圖".contains(verb), rest.last != " " { return nil }
  guard
    let mark = rest.lastIndex(where: {
      isInBrackets ? $0 == "（" || $0 == "(" : "。.！ ”」".contains($0) && $0 != " "
    })
  else { return nil }
  let credit = rest[rest.index(after: mark)...]
  guard (2...16).contains(credit.unicodeScalars.count) else { return nil }
  return Caption(text: nonEmpty(isInBrackets ? rest[..<mark] : rest[...mark]), credit: tidied(credit))
}

/// "本を選ぶ中学生（19日、長野県白馬坂町で）", "体育館に並ぶ栽培棚（熊本県山江村）".
private func placed(_ text: String) -> Caption? {
  guard text.hasSuffix("）"), let open = text.unicodeScalars.lastIndex(of: "（"), open > text.startIndex else {
    return nil
  }
  let remark = text[open...].dropLast()
  let isPlace =
    remark.hasSuffix("で") && remark.contains("日、") || EastAsianNames.ends(remark, withAny: placeEndings)
  guard isPlace, remark.unicodeScalars.count <= 40, !text[..<open].contains("。") else { return nil }
  return Caption(text: text)
}

/// "졸업장을 받은 할머니. 김민수 기자", with or without a mail address.
private func reported(_ line: Line) -> Caption? {
  guard
    let stop = line.tokens.last(where: {
      $0.isMark(".") && line.text[line.index(Int($0.end))...].first == " "
    })
  else { return nil }
  let caption = line.text[..<line.index(Int(stop.end))]
  let words = line.text[line.index(Int(stop.end))...].split(separator: " ")
  guard (2...3).contains(words.count), words[1] == "기자", EastAsianNames.isPerson(words[0]),
    words.count == 2 || words[2].contains("@"), caption.utf8.contains(0x20)
  else { return nil }
  return Caption(text: nonEmpty(caption), credit: String(words[0]))
}

/// "할머니가 택시에 오르고 있다. /구례군".
private func lent(_ text: String) -> Caption? {
  guard let mark = text.utf8.suffix(37).lastIndex(of: UInt8(ascii: "/")), mark > text.startIndex,
    case let space = text.utf8.index(before: mark), text.utf8[space] == 0x20,
    case let credit = text[text.utf8.index(after: mark)...], (2...12).contains(credit.unicodeScalars.count),
    credit.unicodeScalars.last != ".",
    credit.unicodeScalars.contains(where: { (0xAC00...0xD7A3).contains($0.value) })
  else { return nil }
  return Caption(text: nonEmpty(text[..<space]), credit: tidied(credit))
}

private let placeEndings = ["県", "都", "府", "市", "区", "町", "村"]
