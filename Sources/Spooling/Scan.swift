import Glibc

/// A walk through the inbox and its sections that hands out files in the order of their arrival.
///
/// It walks first and hands out then. Where more files wait than it may hold, it keeps those that came first, and says
/// how many it left for another walk: so a million of them are worked off in order, with a few walks, and the memory for
/// some ten thousand names. A file arrives when it is renamed into the inbox or its writer closes it, as the inode's
/// change time tells, which nobody can set.
///
/// One thread at a time may use it: that is why the class may call itself Sendable.
public final class Scan: @unchecked Sendable {
  /// How deep sections may lie in each other.
  public static let maximumDepth = 4

  private var levels: [Level] = []
  private let ignoring: IgnoreList
  /// The sections that could not be read; the walk goes on without them.
  public private(set) var unreadable: [(section: [FileName], error: SystemError)] = []
  private var newSections: [[FileName]] = []
  /// What was found: unsorted while the walk goes on, the last to arrive first when it is over.
  private var found: [Found] = []
  /// What was come upon since files were asked for last.
  private var met: [Found] = []
  private let capacity: Int
  /// The spool of a foreign inbox, where files may lie that were settled.
  private let spool: Spool?
  /// Nothing that came at that time or later fits in.
  private var latest = Int64.max
  private var isWalking = true
  /// How many files it found and had no room for: another walk finds them.
  public private(set) var leftOutCount = 0
  /// How many files were left alone for their names so far, and folders for theirs or since they lie too deep.
  public private(set) var ignoredCount = 0

  private struct Found {
    let path: InboxPath
    let arrival: Int64
  }

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
  ///
  /// - Parameter capacity: How many files it may hold; for a moment they are twice as many.
  init(of inbox: Folder, ignoring: IgnoreList, capacity: Int, spool: Spool?) throws(SystemError) {
    self.ignoring = ignoring
    self.capacity = capacity
    self.spool = spool
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

  /// How many files it holds that are not handed out.
  public var heldCount: Int { found.count }

  /// Walks on, or hands out the next files.
  ///
  /// - Parameters:
  ///   - limit: How many entries of folders are looked at, or files handed out, at most.
  ///   - time: How long it walks at most, if it matters; one entry is looked at whatever that takes.
  ///   - areKnown: Which files are waited for already, and so not to be handed out.
  /// - Returns: Files, none while the walk goes on; `nil` at the end.
  public func next(
    _ limit: Int, within time: Duration? = nil,
    except areKnown: ([InboxPath]) -> [Bool] = { $0.map { _ in false } }
  ) -> [InboxPath]? {
    if isWalking {
      walk(limit, until: time.map { .now + $0 })
      keepMet(areKnown)
      if !levels.isEmpty { return [] }
      isWalking = false
      found.sort { $0.arrival > $1.arrival }
    }
    let files = found.suffix(limit).reversed().map(\.path)
    found.removeLast(files.count)
    return files.isEmpty ? nil : files
  }

  private func walk(_ limit: Int, until end: ContinuousClock.Instant?) {
    for _ in 0..<limit {
      guard let level = levels.last else { return }
      do throws(SystemError) {
        guard let entry = try level.listing.next() else {
          levels.removeLast()
          continue
        }
        try visit(entry, in: level)
      } catch let error where error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP {
        // Gone, or something else by now. A folder that is removed while it is read has no more entries.
      } catch {
        unreadable.append((level.section, error))
        levels.removeLast()
      }
      if let end, ContinuousClock.now >= end { return }
    }
  }

  private func visit(_ entry: Listing.Entry, in level: Level) throws(SystemError) {
    if ignoring.contains(entry.name) {
      ignoredCount += 1
      return
    }
    if try level.folder.isFolder(entry) {
      guard ignoring.allowsSection(entry.name), level.section.count < Self.maximumDepth else {
        ignoredCount += 1
        return
      }
      let section = level.section + [entry.name]
      do throws(SystemError) {
        try enter(try level.folder.folder(entry.name), section: section)
      } catch let error where error.code != ENOENT && error.code != ENOTDIR && error.code != ELOOP {
        unreadable.append((section, error))
      }
      return
    }
    guard let arrival = try level.folder.changeTime(of: entry.name) else { return }
    let path = InboxPath(section: level.section, name: entry.name)
    if let spool, let status = try level.folder.status(of: entry.name), spool.isSeen(path, status) { return }
    met.append(Found(path: path, arrival: arrival))
  }

  private func keepMet(_ areKnown: ([InboxPath]) -> [Bool]) {
    for (file, isKnown) in zip(met, areKnown(met.map(\.path))) where !isKnown {
      guard file.arrival < latest else {
        leftOutCount += 1
        continue
      }
      found.append(file)
      if found.count >= 2 * capacity { keepTheFirst() }
    }
    met = []
  }

  /// Leaves those for another walk that came last.
  private func keepTheFirst() {
    found.sort { $0.arrival < $1.arrival }
    leftOutCount += found.count - capacity
    found.removeLast(found.count - capacity)
    latest = found[capacity - 1].arrival
  }
}

extension Spool {
  /// Begins a walk through the inbox.
  ///
  /// - Parameter capacity: How many files it may hold.
  public func scan(ignoring: IgnoreList, capacity: Int = 1 << 16) throws(SystemError) -> Scan {
    seen?.beginScan()
    return try Scan(of: inbox, ignoring: ignoring, capacity: capacity, spool: isForeign ? self : nil)
  }

  /// Whether a file of the inbox may be read and taken out of its folder.
  public func mayBeRead(_ path: InboxPath) -> Bool {
    guard let folder = try? inbox.folder(at: path.section), (try? folder.checkWritable()) != nil else {
      return false
    }
    return (try? folder.checkReadable(path.name)) != nil
  }

  /// Looks at a waiting file; `nil` where it is gone, or is a folder.
  public func look(at path: InboxPath) throws(SystemError) -> Look? {
    do throws(SystemError) {
      let folder = try inbox.folder(at: path.section)
      guard let status = try folder.status(of: path.name), !status.isDirectory, !isSeen(path, status) else {
        return nil
      }
      if status.isRegular, status.size == 0, try folder.hasDownload(of: path.name) {
        return Look(status: status, isFreeOfWriters: false)
      }
      guard status.isRegular, let file = try? folder.open(path.name) else {
        return Look(status: status, isFreeOfWriters: nil)
      }
      return Look(status: status, isFreeOfWriters: file.isFreeOfWriters, isReadable: true)
    } catch let error where error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP {
      return nil
    }
  }
}

extension Folder {
  /// Whether a browser has put an empty file there to keep the name for what it still downloads beside it.
  fileprivate func hasDownload(of name: FileName) throws(SystemError) -> Bool {
    for ending in [".part", ".crdownload"] where try status(of: name.appending(ending)) != nil { return true }
    return false
  }
}
