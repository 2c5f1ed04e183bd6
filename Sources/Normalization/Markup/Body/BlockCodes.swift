extension Tag {
  /// The tags that the model of blocks tells apart.
  var code: Int {
    switch self {
    case .p: 1
    case .li: 2
    case .h1: 3
    case .h2: 4
    case .h3: 5
    case .h4, .h5, .h6: 6
    case .blockquote: 7
    case .td, .th, .tr, .tbody, .table: 8
    case .div: 9
    case .dd, .dt, .dl: 10
    case .figcaption, .figure: 11
    case .section, .article, .main, .body: 12
    case .a, .span: 13
    case .pre: 14
    default: 0
    }
  }
}

extension BlockVerdict {
  /// The verdicts that the model of blocks tells apart.
  var code: Int {
    switch self {
    case .paragraph: 0
    case .subhead: 1
    case .sourceCredit: 2
    case .standfirst: 3
    case .caption: 4
    case .furniture(.related): 5
    case .furniture(.date): 6
    case .furniture(.tail): 7
    case .furniture(.preamble): 8
    case .furniture(.duplicate): 9
    case .furniture(.pageElement): 10
    case .furniture: 11
    }
  }
}

extension FurnitureReason {
  /// The reasons that the model of blocks tells apart.
  var code: Int {
    switch self {
    case .adLabel: 1
    case .menu: 2
    case .related: 3
    case .share: 4
    case .newsletter: 5
    case .subscription: 6
    case .tags: 7
    case .comment: 8
    case .copyright: 9
    case .cookie: 10
    case .media: 11
    default: 12
    }
  }
}
