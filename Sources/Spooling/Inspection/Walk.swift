import Glibc

extension Folder {
  /// Tells of each file below the folder that is no folder itself, in the order of the file system, until `body` returns
  /// `false`.
  ///
  /// A million of them cost the memory of a few buffers. What vanishes meanwhile is passed over.
  ///
  /// - Parameters:
  ///   - depth: How many folders it looks into that lie in each other.
  ///   - skips: Names of files and folders that are left out.
  /// - Returns: Whether it came to the end.
  @discardableResult
  func forEachFile(
    section: [FileName] = [], depth: Int = 16,
    skips: (FileName, _ isFolder: Bool) -> Bool = { _, _ in false },
    _ body: (Folder, [FileName], FileName) throws(SystemError) -> Bool
  ) throws(SystemError) -> Bool {
    var listing = try Listing(of: self)
    while let entry = try listing.next() {
      let isFolder = try isFolder(entry)
      if skips(entry.name, isFolder) { continue }
      if !isFolder {
        guard try body(self, section, entry.name) else { return false }
      } else if section.count < depth, let folder = try? folder(entry.name) {
        guard try folder.forEachFile(section: section + [entry.name], depth: depth, skips: skips, body) else {
          return false
        }
      }
    }
    return true
  }
}
