import Glibc

extension SpoolView {
  /// The JSON of a settled file's result; `nil` where somebody took it away.
  ///
  /// A later file of the same name may have put its own in the place: the SHA-256 of the source tells.
  ///
  /// - Parameter number: Which of a file's several articles is meant; `nil` for the only one, or for the contents.
  public func result(
    of entry: HistoryEntry, number: Int? = nil
  ) throws(SystemError) -> (place: String, json: [UInt8])? {
    guard let folder = try outputFolder(entry.path.section) else { return nil }
    for stem in ["", "~\(entry.id)"] {
      let name = entry.path.name.output(number.map { "\($0).json" } ?? "json", aside: stem)
      guard let json = try folder.record(name) else { continue }
      if let sha256 = entry.sha256, !json[...].holds(Array(sha256.utf8)) { continue }
      return (placed("outbox", entry.path.section, name), json)
    }
    return nil
  }

  func outputFolder(_ section: [FileName]) throws(SystemError) -> Folder? {
    do throws(SystemError) {
      return try folder("outbox").sectionFolder(at: section, making: nil)
    } catch let error where error.code == ENOENT {
      return nil
    }
  }
}
