/// NITF, the News Industry Text Format of IPTC: one story.
extension WireItem {
  /// The story of a `<nitf>`.
  init(nitf: XMLElement) {
    let data = nitf.first("head", "docdata")
    let head = nitf.first("body", "body.head")
    let title = head?.first("hedline") ?? head?.first("headline")
    headline = title?.first("hl1")?.text ?? title?.text ?? nitf.first("head", "title")?.text
    standfirst = head?.first("abstract")?.text ?? title?.first("hl2")?.text
    for byline in head?.all("byline") ?? [] {
      let people = byline.all("person").compactMap(\.text)
      bylines += people.isEmpty ? [byline.text].compactMap(\.self) : people
    }
    dateline = head?.first("dateline")?.text
    let day = head?.descendant("story.date")?.attribute("norm")
    let issued = data?.first("date.issue")?.attribute("norm")
    published =
      issued ?? data?.first("date.release")?.attribute("norm") ?? day
      ?? nitf.descendant("pubdata")?.attribute("date.publication")
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
    if let tagline = nitf.first("body", "body.end", "tagline")?.text {
      if namesSources(Line(ofBlock: tagline)) { credit = tagline } else { notes.append(tagline) }
    }
  }
}
