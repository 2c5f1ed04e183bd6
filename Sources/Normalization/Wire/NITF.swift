/// NITF, the News Industry Text Format of IPTC: one story.
extension WireItem {
  /// The story of a `<nitf>`.
  init(nitf: XMLElement) {
    let data = nitf.first("head", "docdata")
    let head = nitf.first("body", "body.head")
    let title = head?.first("hedline") ?? head?.first("headline")
    headline = title?.first("hl1")?.text ?? title?.text ?? nitf.first("head", "title")?.text
    standfirst = head?.first("abstract")?.text ?? title?.first("hl2")?.text
    for byline in head?.all("byline") ?? [] { bylines += Self.names(in: byline) }
    dateline = head?.first("dateline")?.text
    let day = head?.descendant("story.date")?.attribute("norm")
    let issued = data?.first("date.issue")?.attribute("norm")
    let released = data?.first("date.release")?.attribute("norm")
    if let issued, let released, released > issued, released.utf8.count > 8 { embargoed = released }
    published =
      issued ?? released ?? day ?? nitf.descendant("pubdata")?.attribute("date.publication")
    language = nitf.attribute("xml:lang") ?? nitf.attribute("baselang")
    publisher =
      nitf.descendant("pubdata")?.attribute("name") ?? head?.first("distributor")?.text
      ?? data?.first("doc.copyright")?.attribute("holder")
    section = nitf.descendant("pubdata")?.attribute("position.section")
    keywords = data?.first("key-list")?.all("keyword").compactMap { $0.attribute("key") } ?? []
    status = data?.attribute("management-status")
    notes =
      (head?.all("note") ?? []).compactMap(\.text)
      + (data?.all("ed-msg") ?? []).compactMap { $0.attribute("info") }
    let content = nitf.first("body", "body.content")
    body = content.map { WireBody($0) } ?? WireBody()
    if nitf.isCut { fault = .cutOff("NITF") }
    if let tagline = nitf.first("body", "body.end", "tagline")?.text {
      if namesSources(Line(ofBlock: tagline)) { credit = tagline } else { notes.append(tagline) }
    }
  }

  /// The names in a byline: those that it marks as persons, and where it has more than these, its words.
  private static func names(in byline: XMLElement) -> [String] {
    var words: [UInt8] = []
    byline.forEachChild { child in
      switch child {
      case .text(let text):
        // What stands on a line of its own is the office, or an address.
        let lines = text.split(separator: 0x0A).map { collapse(Array($0)) }.filter { !$0.isEmpty }
        words += " \(lines.joined(separator: " , ")) ".utf8
      // The office stands behind the name, and begins another part of the line.
      case .element(let element) where ["person", "bytag"].contains(element.name): words += element.content
      case .element: words += " , ".utf8
      }
    }
    let text = collapse(words).split(separator: ",").map { collapse(Array($0.utf8)) }
      .filter { !$0.isEmpty && !$0.contains("@") }
    let persons = byline.all("person").prefix(50).compactMap(\.text)
    guard text.count <= 100 else { return persons }
    let rest = persons.reduce(text.joined(separator: ", ")) { $0.replacing($1, with: "") }
    let isMore = wordHashes(of: rest).count > persons.count
    return persons.isEmpty || isMore ? [text.joined(separator: ", ")] : persons
  }
}
