/// The charsets that UTF-8 is misread as, for finding out what a misread text was.
///
/// A byte that a charset leaves empty is the C1 control of that number, as most decoders have it.
struct MisreadCharsets {
  static let shared = MisreadCharsets()
  /// How many there are.
  static let count = upperHalves.count

  /// The row of each scalar below ``limit`` in ``bytes``; 0 for one that is in no charset.
  private let rows: [UInt16]
  /// A byte for each charset, by row; 0 where the charset does not have the scalar.
  private let bytes: [UInt8]
  /// By row, a bit for each charset in which the scalar is the first byte of a sequence of two.
  private let leadsOfTwo: [UInt16]
  /// The same for sequences of three and more.
  private let leadsOfMore: [UInt16]
  /// By row, a bit for each charset in which the scalar is a later byte of a sequence.
  private let trails: [UInt16]

  private static let limit: UInt32 = 0x2600

  private init() {
    var rowOfScalar: [UInt32: Int] = [:]
    var bytes = [UInt8](repeating: 0, count: Self.count)
    func enter(_ scalar: UInt32, _ charset: Int, _ byte: UInt8) {
      let row = rowOfScalar[scalar] ?? bytes.count / Self.count
      if rowOfScalar.updateValue(row, forKey: scalar) == nil {
        bytes += [UInt8](repeating: 0, count: Self.count)
      }
      if bytes[row * Self.count + charset] == 0 { bytes[row * Self.count + charset] = byte }
    }
    for (charset, half) in Self.upperHalves.enumerated() {
      for (index, scalar) in half.unicodeScalars.enumerated() where scalar != "\u{FFFD}" {
        enter(Self.folded(scalar.value), charset, UInt8(0x80 + index))
      }
      for control in UInt32(0x80)...0x9F where charset < Self.withControls {
        enter(control, charset, UInt8(control))
      }
    }
    // A lost byte may be any later one; which, nobody knows.
    for charset in 0..<Self.count { enter(Self.folded(0xFFFD), charset, Self.lost) }
    var rows = [UInt16](repeating: 0, count: Int(Self.limit))
    for (scalar, row) in rowOfScalar { rows[Int(scalar)] = UInt16(row) }
    func masks(_ range: ClosedRange<UInt8>) -> [UInt16] {
      (0..<bytes.count / Self.count).map { row in
        (0..<Self.count).reduce(0) { mask, charset in
          range.contains(bytes[row * Self.count + charset]) ? mask | 1 << UInt16(charset) : mask
        }
      }
    }
    self.rows = rows
    self.bytes = bytes
    // The Macintosh has its quotation marks there, which stand before letters everywhere.
    let quotes = Set("«»…“”‘’".unicodeScalars.map { rowOfScalar[$0.value] ?? 0 })
    leadsOfTwo = masks(0xC2...0xDF).enumerated().map { row, mask in
      quotes.contains(row) ? mask & ~(1 << UInt16(Self.macintosh)) : mask
    }
    leadsOfMore = masks(0xE0...0xF4)
    trails = zip(masks(0x80...0xBF), masks(Self.lost...Self.lost)).map { $0 | $1 }
  }

  /// Stands for a byte that became U+FFFD.
  static let lost: UInt8 = 1

  /// The few scalars beyond ``limit``, moved into its empty places.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFB01: 1
    case 0xFB02: 2
    case 0xF8FF: 3
    case 0xFFFD: 4
    default: scalar
    }
  }

  /// The row of a scalar; 0 for one that is in no charset.
  @inline(__always)
  func row(of scalar: UInt32) -> Int {
    if scalar < Self.limit { return Int(rows[Int(scalar)]) }
    let folded = Self.folded(scalar)
    return folded < Self.limit ? Int(rows[Int(folded)]) : 0
  }

  /// The byte of a scalar beyond ASCII in a charset; 0 where it has none.
  func byte(of scalar: UInt32, in charset: Int) -> UInt8 {
    bytes[row(of: scalar) * Self.count + charset]
  }

  /// The charsets, a bit each, in which a scalar ends the beginning of a sequence of UTF-8.
  ///
  /// - Parameters:
  ///   - beforeLast: The row of the scalar two places before; 0 where that is ASCII.
  ///   - last: The row of the scalar before.
  ///   - row: The scalar's own.
  @inline(__always)
  func charsets(where beforeLast: Int, _ last: Int, _ row: Int) -> UInt16 {
    let trail = trails[row]
    guard trail != 0 else { return 0 }
    return trail & (leadsOfTwo[last] | trails[last] & leadsOfMore[beforeLast])
  }

  static let macintosh = 7

  /// How many of the charsets have controls where they have nothing else; those of the Macintosh and of DOS have none.
  private static let withControls = 7

  /// What the bytes from 0x80 on mean, charset by charset: Windows-1252, 1251 and 1250, ISO 8859-2, Windows-1253, 1254 and
  /// 1257, that of the Macintosh, code pages 437 and 850.
  private static let upperHalves = [
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º\
    »¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
    """,
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦ\
    ЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """,
    """
    €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş\
    »Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
    """,
    """
    \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\u{90}\
    \u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\u{A0}Ą˘Ł¤ĽŚ§¨\
    ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
    """,
    """
    €\u{FFFD}‚ƒ„…†‡\u{FFFD}‰\u{FFFD}‹\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}‘’“”•–—\u{FFFD}™\u{FFFD}›\
    \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{A0}΅Ά£¤¥¦§¨©\u{FFFD}«¬\u{AD}®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\
    \u{FFFD}ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\u{FFFD}
    """,
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}\u{FFFD}Ÿ\u{A0}¡¢£¤¥¦§¨©ª«¬\
    \u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ
    """,
    """
    €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰\u{FFFD}‹\u{FFFD}¨ˇ¸\u{FFFD}‘’“”•–—\u{FFFD}™\u{FFFD}›\u{FFFD}¯˛\u{FFFD}\
    \u{A0}\u{FFFD}¢£¤\u{FFFD}¦§Ø©Ŗ«¬\u{AD}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļ\
    šńņóōõö÷ųłśūüżž˙
    """,
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚\
    „‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """,
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτ\
    ΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """,
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþ\
    ÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
    """,
  ]
}
