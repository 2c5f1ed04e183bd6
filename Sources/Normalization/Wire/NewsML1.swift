/// NewsML 1: news items of components in one another, of which some hold text.
enum NewsML1 {
  /// The stories of a `<NewsML>`, one for each news item: the longest of its texts.
  static func items(in root: XMLElement) -> [WireItem] {
    let sender = root.first("newsenvelope", "sentfrom", "party")?.attribute("formalname")
    return root.descendants(["newsitem"]).map { item in
      var best: WireItem?
      for component in item.all("newscomponent") {
        for story in stories(of: component, below: []) where story.body.wordCount > best?.body.wordCount ?? -1
        {
          best = story
        }
      }
      var story = best ?? WireItem()
      story.publisher = story.publisher ?? sender
      story.body.add(pictures(of: item))
      if item.isCut { story.fault = .cutOff("NewsML") }
      let management = item.first("newsmanagement")
      story.published = management?.first("firstcreated")?.text ?? story.published
      story.modified = management?.first("thisrevisioncreated")?.text
      story.status = management?.first("status")?.attribute("formalname") ?? story.status
      story.embargoed = management?.descendant("statuswillchange")?.first("dateandtime")?.text
      return story
    }
  }

  /// How many pieces of content are looked at in a component, and pictures in an item.
  private static let maximumCount = 50

  /// The pictures of an item: each component of one, with the caption that stands beside it.
  private static func pictures(of item: XMLElement) -> [Figure] {
    let components = item.all("newscomponent").flatMap { [$0] + $0.all("newscomponent") }
    let caption = components.first { $0.first("role")?.attribute("formalname") == "Caption" }
    let text = caption?.descendant("datacontent")?.text
    return item.descendants(["contentitem"]).prefix(maximumCount).compactMap { content in
      guard let type = content.first("mediatype")?.attribute("formalname"),
        ["Photo", "Graphic"].contains(type),
        let address = content.attribute("href")
      else { return nil }
      return Figure(caption: text, contentURL: address)
    }
  }

  /// The texts of a component; what it does not say of itself, those around it do.
  private static func stories(of component: XMLElement, below outer: [XMLElement]) -> [WireItem] {
    let path = [component] + outer
    var stories: [WireItem] = []
    let isCaption = component.first("role")?.attribute("formalname") == "Caption"
    for item in component.all("contentitem").prefix(maximumCount) where !isCaption {
      guard let content = item.first("datacontent") else { continue }
      stories.append(WireItem(content: content, of: path))
    }
    for inner in component.all("newscomponent") { stories += Self.stories(of: inner, below: path) }
    return stories
  }
}

extension WireItem {
  fileprivate init(content: XMLElement, of components: [XMLElement]) {
    if let nitf = content.first("nitf") {
      self.init(nitf: nitf)
    } else {
      self.init()
      body = content.children.isEmpty ? WireBody(text: content.content) : WireBody(content)
    }
    func first<Value>(_ value: (XMLElement) -> Value?) -> Value? { components.lazy.compactMap(value).first }
    func line(_ name: String) -> String? { first { $0.first("newslines")?.first(name)?.text } }
    func party(_ name: String) -> String? {
      first { $0.first("administrativemetadata", name, "party")?.attribute("formalname") }
    }
    headline = line("headline") ?? headline
    standfirst = standfirst ?? line("subheadline")
    if bylines.isEmpty, let byline = line("byline") { bylines = [byline] }
    creators = [party("creator")].compactMap(\.self)
    dateline = dateline ?? line("dateline")
    credit = line("creditline") ?? credit
    publisher = party("provider") ?? publisher
    language = first { $0.first("descriptivemetadata", "language")?.attribute("formalname") } ?? language
    if let words = line("keywordline") {
      keywords += words.split { ",;".contains($0) }.map { collapse(Array($0.utf8)) }.filter { !$0.isEmpty }
    }
  }
}
