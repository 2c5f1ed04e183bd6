extension Attribute {
  /// What an attribute of an element says of it.
  ///
  /// - Parameter known: What was found of names before: a page has few that are not repeated.
  @inline(__always)
  func hints(for tag: Tag, in source: Span<UInt8>, _ known: inout HintsByName) -> ElementHints {
    switch name {
    case Self.idName, Self.className: known.hints(in: source.extracting(value))
    case Self.relName, Self.roleName, Self.itempropName, Self.hiddenName, Self.styleName, Self.ariaHiddenName:
      rareHints(for: tag, in: source)
    default: []
    }
  }

  private func rareHints(for tag: Tag, in source: Span<UInt8>) -> ElementHints {
    let value = source.extracting(value)
    var hints: ElementHints = []
    switch name {
    case Self.relName:
      if value.mentions("author") { hints.insert(.author) }
    case Self.roleName:
      if value.is("main") { hints.insert(.mainContent) }
      if value.is("navigation") || value.is("complementary") || value.is("banner") || value.is("contentinfo")
        || value.is("search") || value.is("dialog")
      {
        hints.insert(.furniture)
      }
    case Self.itempropName:
      if value.is("articleBody") || value.is("text") { hints.insert(.articleBody) }
      if value.is("author") || value.is("datePublished") { hints.insert(.metadata) }
      if value.has("author", at: 0) || value.is("creator") { hints.insert(.author) }
      if value.is("datePublished") { hints.insert(.date) }
      if value.is("headline") { hints.insert(.headline) }
    case Self.hiddenName: hints.insert(.hidden)
    case Self.styleName:
      if value.mentions("display:none") || value.mentions("visibility:hidden") { hints.insert(.hidden) }
      if value.mentions("white-space:pre") { hints.insert(.preformatted) }
      if !tag.isBlock, value.mentions("display:block") { hints.insert(.block) }
    case Self.ariaHiddenName:
      // A paragraph that is not read out is shown all the same.
      if value.is("true"), tag != .p { hints.insert(.hidden) }
    default: break
    }
    return hints
  }

  private static let idName: AttributeName = "id"
  private static let className: AttributeName = "class"
  private static let relName: AttributeName = "rel"
  private static let roleName: AttributeName = "role"
  private static let itempropName: AttributeName = "itemprop"
  private static let hiddenName: AttributeName = "hidden"
  private static let styleName: AttributeName = "style"
  private static let ariaHiddenName: AttributeName = "aria-hidden"
}

extension Span<UInt8> {
  /// Whether it is a text.
  fileprivate func `is`(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && has(text, at: 0) }
}
