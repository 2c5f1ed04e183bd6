import Glibc

/// A walk through the inbox and its sections that hands out files a few at a time.
///
/// Holds one open folder a level, whatever the number of files.
public final class Scan {
  /// How deep sections may lie in each other.
  public static let maximumDepth = 4

  private var levels: [Level] = []
  private let ignoring: IgnoreList
  /// The sections that could not be read; the walk goes on without them.
  public private(set) var unreadable: [(section: [FileName], error: SystemError)] = []
  private var newSections: [[FileName]] = []
  /// How many files were left alone for their names so far.
  public private(set) var ignoredCount = 0

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

  /// A walk through the inbox and its sections.
  init(of inbox: Folder, ignoring: IgnoreList) throws(SystemError) {
    self.ignoring = ignoring
    try enter(inbox, section: [])
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
        continue
      }
      if try level.folder.isFolder(entry) {
        guard ignoring.allowsSection(entry.name), level.section.count < Self.maximumDepth else { continue }
        let section = level.section + [entry.name]
        do throws(SystemError) {
          try enter(try level.folder.folder(entry.name), section: section)
          return found
        } catch let error where error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP {
          continue  // gone, or something else by now
        } catch {
          unreadable.append((section, error))
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
  /// Begins a walk through the inbox.
  public func scan(ignoring: IgnoreList) throws(SystemError) -> Scan {
    try Scan(of: inbox, ignoring: ignoring)
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
