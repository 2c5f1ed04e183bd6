/// What stands in links without being said: what they do.
extension MarkupTree {
  /// Whether a run of text is an arrow back from a note, or says in brackets where a link opens: "(opens in a new window)".
  func isLinkMark(_ text: Int) -> Bool {
    let parent = Int(nodes[text].parent)
    switch nodes[parent].tag {
    case .a: return isArrow(bytes(of: text)) && spelling(of: "href", at: parent)?.first == UInt8(ascii: "#")
    case .span where nodes[Int(nodes[parent].parent)].tag == .a: return saysWhereLinkOpens(bytes(of: text))
    default: return false
    }
  }

  /// Whether a text has arrows and no words.
  private func isArrow(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 16 else { return false }
    var decoded: [UInt8] = []
    Entities.decode(text, into: &decoded)
    let scalars = String(decoding: decoded, as: UTF8.self).unicodeScalars
    return scalars.contains { $0 == "^" || (0x2190...0x21FF).contains($0.value) }
      && !scalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  private func saysWhereLinkOpens(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 80, text.first(where: { $0 > 0x20 }) == UInt8(ascii: "("),
      text.last(where: { $0 > 0x20 }) == UInt8(ascii: ")")
    else { return false }
    return tokens(of: Array(text).span).contains { $0.isAny(of: placesOfLinks) }
  }
}

private let placesOfLinks: WordSet = [
  "tab", "window", "fenster", "fenêtre", "onglet", "ventana", "pestaña", "finestra", "scheda", "janela",
  "aba", "venster", "tabblad", "fönster", "flik", "vindue", "vindu", "fane", "ikkunassa", "okně", "oknie",
  "karcie", "окне", "вкладке", "sekmede", "pencerede",
]
