/// The header of a mail as mail programs print it over what they forward or answer, or as somebody copied it.
struct QuotedHeader {
  /// Its lines, and the line that announces it.
  private(set) var range: Range<Int>
  private(set) var subject: String?
  private(set) var date: String?
  private var isAnnounced: Bool

  private enum Label { case from, to, subject, date, other }

  /// The headers in a text: the one above its article, and the one of the mail that it answers.
  struct Pair {
    /// What stands above it is of who hands the article on.
    var above: QuotedHeader?
    /// From there on all is of another mail.
    var below: QuotedHeader?

    init(in lines: [Line]) {
      let total = lines.reduce(0) { $0 + $1.words }
      var (wordsAbove, proseAbove) = (0, 0)
      var index = 0
      while index < lines.count, below == nil {
        let fields = QuotedHeader.fields(in: lines, from: index)
        if let header = QuotedHeader(lines, fields, at: index), header.range.upperBound < lines.count {
          // An article may quote a mail. What nobody announces is over the article only where little stands above it.
          if wordsAbove * 2 < total {
            if header.isAnnounced || wordsAbove <= 60 && wordsAbove * 5 <= total && proseAbove <= 2 {
              above = header
            }
          } else if header.isAnnounced {
            below = header
          }
        }
        for line in lines[index..<index + max(fields.count, 1)] {
          wordsAbove += line.words
          if line.isProse { proseAbove += 1 }
        }
        index += max(fields.count, 1)
      }
    }
  }

  /// Whether a line is a field of such a header: never the end of the line before.
  static func isField(_ line: String) -> Bool { field(of: line) != nil }

  /// The lines of a paragraph in which a header may stand: that of a page has all of it in one.
  static func lines(in paragraph: String) -> [Line] {
    var lines: [String] = [""]
    for word in paragraph.split(separator: " ") {
      if word.utf8.last == UInt8(ascii: ":"), isField(String(word)) {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " \(word)"
      }
    }
    // Where the text goes on in the same paragraph it cannot be told from the last field.
    let isHeader = lines.count > 3 && lines[lines.count - 1].utf8.count <= 200
    return isHeader
      ? lines.filter { !$0.isEmpty }.map { Line(ofBlock: $0) } : [Line(ofBlock: paragraph)]
  }

  private init?(_ lines: [Line], _ fields: [(label: Label, value: String)], at start: Int) {
    // The fields of a form for mails are empty.
    guard fields.count >= 3, fields.contains(where: { $0.label == .from && !$0.value.isEmpty }),
      fields.contains(where: { $0.label == .subject })
    else { return nil }
    isAnnounced = lines[..<start].last.map { Self.announces($0) } ?? false
    range = (isAnnounced ? start - 1 : start)..<start + fields.count
    subject = fields.first { $0.label == .subject && !$0.value.isEmpty }?.value
    date = fields.first { $0.label == .date }?.value
  }

  /// The fields that stand line by line; addresses may take up several.
  private static func fields(in lines: [Line], from start: Int) -> [(label: Label, value: String)] {
    var fields: [(label: Label, value: String)] = []
    for line in lines[start...] {
      if let field = field(of: line.text) {
        fields.append(field)
      } else if !fields.isEmpty, line.words <= 24, line.text.utf8.contains(UInt8(ascii: "@")) {
        fields.append((.other, line.text))
      } else {
        break
      }
    }
    return fields
  }

  private static func field(of line: String) -> (label: Label, value: String)? {
    guard let start = startOfField(line.utf8.span),
      case let text = line[line.utf8.index(line.startIndex, offsetBy: start)...],
      let colon = text.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" })
    else { return nil }
    let word = text[..<colon].utf8.filter { !isMarkOfCopy($0) }
    guard let label = labels[WordHash(folding: String(decoding: word, as: UTF8.self)[...]).value] else {
      return nil
    }
    return (label, String(text[text.index(after: colon)...].drop { "*_ ".contains($0) }))
  }

  /// Where the label of a field may begin; `nil` for most lines, which have no colon near their start.
  private static func startOfField(_ line: Span<UInt8>) -> Int? {
    var start = 0
    while start < line.count, isMarkOfCopy(line[start]) || line[start] == UInt8(ascii: ">") { start += 1 }
    let hasColon = (start..<min(line.count, start + 26)).contains {
      line[$0] == UInt8(ascii: ":") || line[$0] == 0xEF
    }
    return hasColon ? start : nil
  }

  /// Whether a byte is a space, or one of the marks by which copies show letters in bold or slanted.
  private static func isMarkOfCopy(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
  }

  /// Whether a line says that a mail comes: "---------- Forwarded message ---------", "Begin forwarded message:".
  private static func announces(_ line: Line) -> Bool {
    if line.text.hasPrefix("---") || line.text.hasPrefix("____") { return true }
    let text = line.text.lowercased()
    return line.words <= 8 && announcements.contains { text.utf8.span.holds($0.utf8.span) }
  }

  private static let announcements = [
    "forwarded message", "original message", "weitergeleitete nachricht", "ursprüngliche nachricht",
    "message transféré",
    "mensaje reenviado", "messaggio inoltrato", "mensagem encaminhada", "doorgestuurd bericht",
    "message d'origine", "message d’origine",
    "mensaje original", "messaggio originale", "mensagem original", "oorspronkelijk bericht",
    "vidarebefordrat meddelande",
    "ursprungligt meddelande", "videresendt meddelelse", "oprindelig meddelelse", "videresendt melding",
    "opprinnelig melding",
    "välitetty viesti", "alkuperäinen viesti", "wiadomość przekazana dalej", "przekazana wiadomość",
    "wiadomość oryginalna",
    "přeposlaná zpráva", "původní zpráva", "preposlaná správa", "pôvodná správa", "továbbított üzenet",
    "eredeti üzenet",
    "mesaj redirecționat", "mesaj original", "iletilen mesaj", "özgün ileti", "пересылаемое сообщение",
    "исходное сообщение",
    "переслане повідомлення", "пересланий лист", "προωθημένο μήνυμα", "αρχικό μήνυμα", "転送メッセージ", "元のメッセージ",
    "转发的邮件", "原始邮件", "轉寄的郵件", "전달된 메시지", "원본 메시지",
  ]

  private static let labels = WordTable<Label>(
    [
      (
        Label.from,
        "from von de da van från fra od от откого від lähettäjä gönderen kimden absender expéditeur 发件人 寄件者 差出人 보낸사람"
      ),
      (Label.to, "to an à para a aan till til do кому komu vastaanottaja kime 收件人 収件人 宛先 받는사람"),
      (
        Label.subject,
        "subject betreff objet oggetto asunto assunto onderwerp ämne emne temat тема předmět aihe konu 主题 主旨 件名 제목"
      ),
      (
        Label.date,
        """
        date datum fecha data dato дата päiväys tarih sent gesendet envoyé envoyéle enviado inviato verzonden skickat sendt
        wysłano отправлено odesláno lähetetty gönderildi 日期 发送时间 日付 送信日時 보낸날짜 날짜
        """
      ),
      (Label.other, "cc bcc kopie copie copia copy replyto reply-to"),
    ].flatMap { label, words in
      words.split { " \n".contains($0) }.map { (WordHash(folding: $0).value, label) }
    })
}

/// A subject without what answers and lists put before it; `nil` where nothing is left.
func plainSubject(_ subject: String) -> String? {
  var subject = subject[...]
  while true {
    if subject.first == "[", let end = subject.firstIndex(of: "]") {
      subject = subject[subject.index(after: end)...]
    } else if let colon = subject.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }),
      answers.contains(subject[..<colon].lowercased().filter { !" []()^*0123456789".contains($0) })
    {
      subject = subject[subject.index(after: colon)...]
    } else if subject.first == " " {
      subject.removeFirst()
    } else {
      return subject.isEmpty ? nil : String(subject)
    }
  }
}

/// "Re:" and "Fwd:" as mail programs of many languages write them.
private let answers: Set<String> = [
  "re", "aw", "antw", "sv", "vs", "rv", "res", "odp", "ynt", "fw", "fwd", "wg", "tr", "rif", "vb", "doorst",
  "i", "enc", "pd", "r", "vl", "fs", "ang", "vá", "továbbítás", "továbbított", "trs", "i\u{307}lt", "ilt",
  "atb", "yml", "na",
  "απ", "πρθ", "σχετ", "отв", "ответ", "пересл", "на", "відп", "רה", "השב", "הועבר", "رد", "إعادةتوجيه",
  "توجيه",
  "回复", "答复", "转发", "回覆", "轉寄", "返信", "転送", "답장", "전달",
]

extension Article {
  /// Takes from the header above the text what the text does not say, and the lines down to its end for furniture.
  mutating func take(_ header: QuotedHeader, _ lines: some Sequence<Line>, options: NormalizationOptions) {
    let dropped = lines.map { Furniture(text: $0.text, reason: FurnitureReason.preamble.rawValue) }
    furniture.insert(contentsOf: dropped, at: 0)
    headline = headline ?? header.subject.flatMap(plainSubject)
    guard published == nil, let date = header.date else { return }
    published = mailDate(date, options)
  }

  /// Takes the mail that is answered for furniture.
  mutating func dropAnswered(_ lines: some Sequence<Line>) {
    furniture += lines.map { Furniture(text: $0.text, reason: FurnitureReason.quotedReply.rawValue) }
  }
}

/// The day of a header, which always has its year: against a day of reference "mar. 12 mai 2026" is in March.
func mailDate(_ text: String, _ options: NormalizationOptions) -> Timestamp? {
  var options = options
  options.referenceDate = nil
  return DateReader(options: options).dates(in: tokens(of: text.utf8.span, limit: 40)).first?.timestamp
}
