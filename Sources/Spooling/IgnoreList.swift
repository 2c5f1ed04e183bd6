/// Names that no producer means as an article: hidden files, and what editors, browsers and copying programs call a
/// file until it is whole.
public struct IgnoreList: Sendable, Equatable {
  /// Patterns as the shell reads them; letters match in either case.
  public let patterns: [String]
  private let matchers: [NamePattern]

  /// What the service ships with.
  public static let shipped = [
    ".*", "*~", "*.part", "*.tmp", "*.filepart", "*.crdownload", "*.download", "*.swp", "*.partial", "~$*",
    "Thumbs.db", "desktop.ini", "#*#", "*.aria2", "*.opdownload",
  ]

  /// A list of those patterns.
  public init(patterns: [String] = IgnoreList.shipped) {
    self.patterns = patterns
    matchers = patterns.map(NamePattern.init)
  }

  /// Whether a file of that name is left alone.
  public func contains(_ name: FileName) -> Bool { matchers.contains { $0.matches(name) } }

  /// What browsers append to the name of a page for the folder of its pictures and scripts, by their language.
  private static let pageFolderEndings = [
    "_files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "_ficheiros",
    "_filer",
    "-filer", "_soubory", "_pliki", "_tiedostot", "_dosyalar",
  ]

  /// The folders that a browser may have saved beside a page of that name.
  static func pageFolders(of page: FileName) -> [FileName] {
    let name = page.bytes
    for ending in [".html", ".htm", ".xhtml"] where name.count > ending.utf8.count {
      if name.suffix(ending.utf8.count).lazy.map({ $0 | 0x20 }).elementsEqual(ending.utf8) {
        let stem = Array(name.dropLast(ending.utf8.count))
        return pageFolderEndings.compactMap { FileName(stem + Array($0.utf8)) }
      }
    }
    return []
  }

  /// Whether a folder of that name is a section of the inbox.
  public func allowsSection(_ name: FileName) -> Bool {
    !contains(name) && !Self.isPageFolder(name)
  }

  /// Whether a folder is one that belongs to a page, and so no section; with `~ID`, where the name was taken, or without.
  static func isPageFolder(_ name: FileName) -> Bool {
    let name = name.withoutID ?? name
    return pageFolderEndings.contains {
      name.bytes.count > $0.utf8.count && name.bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }
}
