/// The header of a mail as mail programs print it over what they forward, or as somebody copied it: "From: …", "Subject: …".
struct QuotedHeader {
  /// Its lines, and the line that announces it.
  private(set) var range: Range<Int>
  private(set) var subject: String?
  private(set) var date: String?

  private enum Label { case from, to, subject, date, other }

  /// The last header in a text that has most of the text below it: what stands above is who hands it on.
  init?(in lines: [Line]) {
    let total = lines.reduce(0) { $0 + $1.words }
    var above = 0
    var found: QuotedHeader?
    var index = 0
    // The mail that an answer quotes stands below it, and is shorter.
    while index < lines.count, above * 2 < total {
      var labels: [(label: Label, value: String)] = []
      while index + labels.count < lines.count,
        let label = Self.label(of: lines[index + labels.count].text)
      {
        labels.append(label)
      }
      if let header = QuotedHeader(lines, labels, at: index) { found = header }
      let next = index + max(labels.count, 1)
      above += lines[index..<next].reduce(0) { $0 + $1.words }
      index = next
    }
    guard let found, found.range.upperBound < lines.count else { return nil }
    self = found
  }

  /// The lines of a paragraph in which a header may stand: that of a page has all of it in one.
  static func lines(in paragraph: String) -> [Line] {
    var lines: [String] = [""]
    for word in paragraph.split(separator: " ") {
      if word.utf8.last == UInt8(ascii: ":"), label(of: String(word)) != nil {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " \(word)"
      }
    }
    return lines.count > 3
      ? lines.filter { !$0.isEmpty }.map { Line(ofBlock: $0) } : [Line(ofBlock: paragraph)]
  }

  private init?(_ lines: [Line], _ known: [(label: Label, value: String)], at start: Int) {
    guard known.count >= 3, known.contains(where: { $0.label == .from }),
      known.contains(where: { $0.label == .subject || $0.label == .date })
    else { return nil }
    let isAnnounced = lines[..<start].last.map { Self.announces($0) } ?? false
    range = (isAnnounced ? start - 1 : start)..<start + known.count
    subject = known.first { $0.label == .subject && !$0.value.isEmpty }?.value
    date = known.first { $0.label == .date }?.value
  }

  private static func label(of line: String) -> (label: Label, value: String)? {
    let text = line.drop { "*>_ ".contains($0) }
    guard let colon = text.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let word = text[..<colon].filter { !"*_ ".contains($0) }
    guard let label = labels[WordHash(folding: word[...]).value] else { return nil }
    let value = text[text.utf8.index(after: colon)...].drop { "*_ ".contains($0) }
    return (label, String(value))
  }

  /// Whether a line says that a mail comes: "---------- Forwarded message ---------", "Begin forwarded message:".
  private static func announces(_ line: Line) -> Bool {
    line.text.hasPrefix("---") || line.text.utf8.last == UInt8(ascii: ":") && line.words <= 5
  }

  private static let labels = WordTable<Label>(
    [
      (
        Label.from,
        "from von de da van från fra od от від lähettäjä gönderen kimden absender expéditeur 发件人 寄件者 差出人"
      ),
      (Label.to, "to an à para a aan till til do кому komu vastaanottaja kime 收件人 収件人 宛先"),
      (
        Label.subject,
        "subject betreff objet oggetto asunto assunto onderwerp ämne emne temat тема předmět aihe konu 主题 主旨 件名"
      ),
      (
        Label.date,
        """
        date datum fecha data dato дата päiväys tarih sent gesendet envoyé envoyéle enviado inviato verzonden skickat sendt
        wysłano отправлено odesláno lähetetty gönderildi 日期 发送时间 日付 送信日時
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
    } else if let colon = subject.prefix(7).firstIndex(of: ":"),
      answers.contains(subject[..<colon].lowercased())
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
  "i", "enc", "pd",
]

extension Article {
  /// Takes from a header what the text does not say, and the lines down to its end for furniture.
  mutating func take(_ header: QuotedHeader, _ lines: some Sequence<Line>, reader: DateReader) {
    let dropped = lines.map { Furniture(text: $0.text, reason: FurnitureReason.preamble.rawValue) }
    furniture.insert(contentsOf: dropped, at: 0)
    headline = headline ?? header.subject.flatMap(plainSubject)
    guard published == nil, let date = header.date else { return }
    published = reader.dates(in: tokens(of: date.utf8.span, limit: 40)).first?.timestamp
  }
}
