import Glibc

/// A walk through the inbox and its sections that hands out files a few at a time.
///
/// Holds one open folder a level, whatever the number of files.
public final class Scan {
  /// How deep sections may lie in each other.
  public static let maximumDepth = 4

  private var levels: [Level] = []
  private let ignoring: IgnoreList
  /// How many files were passed over for their names or their depth.
  public private(set) var ignoredCount = 0
  private var newSections: [[FileName]] = []

  private final class Level {
    let folder: Folder
    let section: [FileName]
    var listing: Listing

    init(_ folder: Folder, section: [FileName]) throws(SystemError) {
      self.folder = folder
      self.section = section
      listing = try Listing(of: folder)
    }
  }

  /// A walk through `section` of the inbox and all below it.
  init(of inbox: Folder, section: [FileName], ignoring: IgnoreList) throws(SystemError) {
    self.ignoring = ignoring
    try enter(try inbox.folder(at: section), section: section)
  }

  private func enter(_ folder: Folder, section: [FileName]) throws(SystemError) {
    levels.append(try Level(folder, section: section))
    newSections.append(section)
  }

  /// The sections that were entered since this was asked last.
  public func takeNewSections() -> [[FileName]] {
    defer { newSections = [] }
    return newSections
  }

  /// The next files, at most `limit` and none beyond the entrance of a section; `nil` at the end.
  public func next(_ limit: Int) throws(SystemError) -> [InboxPath]? {
    var found: [InboxPath] = []
    while found.count < limit, let level = levels.last {
      guard let entry = try level.listing.next() else {
        levels.removeLast()
        continue
      }
      if ignoring.contains(entry.name) {
        ignoredCount += 1
      } else if try level.folder.isFolder(entry) {
        if !ignoring.allowsSection(entry.name) || level.section.count == Self.maximumDepth {
          ignoredCount += 1
        } else if let folder = try? level.folder.folder(entry.name) {
          try enter(folder, section: level.section + [entry.name])
          return found
        }
      } else {
        found.append(InboxPath(section: level.section, name: entry.name))
      }
    }
    return found.isEmpty && levels.isEmpty ? nil : found
  }
}

extension Folder {
  fileprivate func isFolder(_ entry: Listing.Entry) throws(SystemError) -> Bool {
    if entry.type != UInt8(DT_UNKNOWN) { return entry.type == UInt8(DT_DIR) }
    return try status(of: entry.name)?.isDirectory ?? false
  }
}

extension Spool {
  /// Begins a walk through a section of the inbox and all below it; the whole inbox where none is named.
  public func scan(_ section: [FileName] = [], ignoring: IgnoreList) throws(SystemError) -> Scan {
    try Scan(of: inbox, section: section, ignoring: ignoring)
  }

  /// Looks at a waiting file; `nil` where it is gone, or is a folder.
  public func look(at path: InboxPath) throws(SystemError) -> Look? {
    do throws(SystemError) {
      let folder = try inbox.folder(at: path.section)
      guard let status = try folder.status(of: path.name), !status.isDirectory else { return nil }
      guard status.isRegular, let file = try? folder.open(path.name) else {
        return Look(status: status, isFreeOfWriters: nil)
      }
      return Look(status: status, isFreeOfWriters: file.isFreeOfWriters)
    } catch let error where error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP {
      return nil
    }
  }
}
