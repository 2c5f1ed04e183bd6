/// The meta elements of a page, by name, and the links and the title of its head.
struct PageHead {
  private var contents: [(name: String, content: String)] = []
  /// The text of the title element.
  private(set) var title: String?
  /// The canonical address as it is written.
  private(set) var canonical: String?

  /// Takes an element of the head, wherever in the page it stands.
  mutating func take(_ node: Int, of tree: MarkupTree) {
    switch tree.nodes[node].tag {
    case .meta:
      guard contents.count < Self.maximumCount else { return }
      // Tools that save pages write "value" at times.
      guard let content = tree.value(of: "content", at: node) ?? tree.value(of: "value", at: node),
        !content.isEmpty
      else { return }
      for name in ["property", "name", "itemprop"] as [AttributeName] {
        guard let names = tree.value(of: name, at: node)?.lowercased() else { continue }
        contents.append((names, content))
        if names.utf8.contains(0x20) {
          for key in names.split(separator: " ") { contents.append((String(key), content)) }
        }
      }
    case .title where title == nil: title = tree.text(of: node)
    case .link where canonical == nil && tree.value(of: "rel", at: node)?.lowercased() == "canonical":
      canonical = tree.value(of: "href", at: node)
    default: break
    }
  }

  /// More elements than this are not looked at; pages have fifty.
  private static let maximumCount = 1000

  /// The content of the first of these names that is given; the first name counts most.
  func first(_ names: [String]) -> String? {
    for name in names {
      if let found = contents.first(where: { $0.name == name }) { return found.content }
    }
    return nil
  }

  /// All contents of a name.
  func all(_ name: String) -> [String] { contents.filter { $0.name == name }.map(\.content) }

  /// The content that a label of another element announces: `twitter:data1` where `twitter:label1` is "Written by".
  func labelled(_ isLabel: (String) -> Bool) -> String? {
    for number in 1...3 {
      if let label = first(["twitter:label\(number)"]), isLabel(label.lowercased()) {
        return first(["twitter:data\(number)"])
      }
    }
    return nil
  }
}
