/// A character encoding: the name that records carry and the one that iconv knows.
struct Charset: Equatable, Sendable {
  /// The name of the WHATWG's Encoding Standard in lower case (`windows-1252`), or that of a charset beyond it.
  let name: String
  /// The name for `iconv_open`.
  let converter: String

  /// The charset of that name, which iconv knows by the same.
  init(_ name: String, converter: String? = nil) {
    self.name = name
    self.converter = converter ?? name.uppercased()
  }

  static let utf8 = Charset("utf-8")
  static let utf16LittleEndian = Charset("utf-16le")
  static let utf16BigEndian = Charset("utf-16be")
  static let utf32LittleEndian = Charset("utf-32le")
  static let utf32BigEndian = Charset("utf-32be")
  static let windows1252 = Charset("windows-1252", converter: "CP1252")
  static let iso2022Japanese = Charset("iso-2022-jp", converter: "ISO-2022-JP-2")

  /// Whether it stores text in units of two or four bytes.
  var isWide: Bool { name.hasPrefix("utf-16") || name.hasPrefix("utf-32") }

  /// Whether it shifts between alphabets by sequences of ASCII.
  var isStateful: Bool { name == "utf-7" || name == "hz-gb-2312" || name.hasPrefix("iso-2022-") }

  /// Whether its letters are Latin ones.
  var isLatin: Bool {
    switch name {
    case "windows-1250", "windows-1252", "windows-1254", "windows-1257", "windows-1258", "macintosh",
      "viscii":
      true
    case "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-8-i": false
    default: name.hasPrefix("iso-8859-") || name.hasPrefix("ibm85")
    }
  }

  // MARK: - Labels

  /// The charset that a page or a file means by a label, as browsers understand it: `latin1` is Windows-1252.
  ///
  /// - Parameter label: In any case, with white space around it or not. A label that is in no table stands for itself,
  ///   as iconv may know it; `nil` where it cannot be a name.
  init?(label: some Collection<UInt8>) {
    var key = ""
    for byte in label where byte > 0x20 {
      guard key.utf8.count < 40, byte < 0x7F, Self.isNameByte(byte) else { return nil }
      key.unicodeScalars.append(Unicode.Scalar(byte.lowercased))
    }
    guard !key.isEmpty else { return nil }
    let name = Self.names[key] ?? key
    self.init(name, converter: Self.converters[name])
  }

  /// Whether the Encoding Standard, or the few beyond it, has the charset.
  var isKnown: Bool { Self.names[name] != nil }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte.lowercased {
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x3A, 0x5F: true  // letters, digits, - . : _
    default: false
    }
  }

  /// What iconv calls a charset where that is not its name, or where a wider one reads the same bytes and more.
  private static let converters = [
    "windows-1250": "CP1250", "windows-1251": "CP1251", "windows-1252": "CP1252", "windows-1253": "CP1253",
    "windows-1254": "CP1254", "windows-1255": "CP1255", "windows-1256": "CP1256", "windows-1257": "CP1257",
    "windows-1258": "CP1258", "windows-874": "CP874", "iso-8859-8-i": "ISO-8859-8",
    "x-mac-cyrillic": "MAC-CYRILLIC",
    // Letters of Ukrainian where the other has lines of boxes.
    "koi8-r": "KOI8-U", "gbk": "GB18030", "big5": "BIG5-HKSCS", "euc-jp": "EUC-JP-MS", "shift_jis": "CP932",
    "euc-kr": "CP949",
    "hz-gb-2312": "HZ", "iso-2022-jp": "ISO-2022-JP-2", "macintosh": "MACINTOSH", "ibm866": "CP866",
  ]

  private static let names = Dictionary(
    uniqueKeysWithValues: labels.split(separator: "\n").flatMap { line in
      let words = line.split(separator: " ")
      return words.map { (String($0), String(words[0])) }
    })

  /// The labels of the Encoding Standard, each line a charset's name and its other labels; beyond it the encodings
  /// that files outside the web still come in.
  private static let labels = """
    utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 utf_8 u8
    ibm866 866 cp866 csibm866
    iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
    iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
    iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
    iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
    iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 \
    iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
    iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 \
    iso_8859-7:1987 sun_eu_greek
    iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 \
    iso_8859-8:1988 visual
    iso-8859-8-i csiso88598i logical
    iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
    iso-8859-13 iso8859-13 iso885913
    iso-8859-14 iso8859-14 iso885914
    iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin9
    iso-8859-16 iso8859-16 iso885916 l10
    koi8-r cskoi8r koi koi8 koi8_r
    koi8-u koi8-ru
    macintosh csmacintosh mac x-mac-roman macroman mac-roman mac_roman
    windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 cp874
    windows-1250 cp1250 x-cp1250
    windows-1251 cp1251 x-cp1251
    windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 \
    iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252 latin-1 iso8859_1 x-ansi ansi win1252
    windows-1253 cp1253 x-cp1253
    windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 \
    x-cp1254
    windows-1255 cp1255 x-cp1255
    windows-1256 cp1256 x-cp1256
    windows-1257 cp1257 x-cp1257
    windows-1258 cp1258 x-cp1258
    x-mac-cyrillic x-mac-ukrainian mac-cyrillic maccyrillic mac_cyrillic
    gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 euc-cn
    gb18030
    big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950
    euc-jp cseucpkdfmtjapanese x-euc-jp eucjp
    iso-2022-jp csiso2022jp
    shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932
    euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 \
    uhc
    hz-gb-2312 hz
    iso-2022-kr csiso2022kr
    utf-7 utf7 unicode-1-1-utf-7
    utf-16be unicodefffe utf_16_be
    utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf_16 utf16 u16 utf_16_le
    utf-32be utf_32_be
    x-user-defined
    utf-32le utf-32 utf_32 utf32 u32 ucs-4 utf_32_le
    """
}
