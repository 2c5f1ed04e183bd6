import FoundationEssentials
import Glibc

/// A file that is not settled yet.
public struct WaitingFile: Sendable {
  /// Where it lies, or lay, in the inbox.
  public let path: InboxPath
  /// Its name for life, once it is claimed.
  public var id: String?
  /// Its size in bytes, where it could be looked at.
  public var byteCount: Int?
  /// Since when it waits, in seconds since 1970: the last change in the inbox, or the claim.
  public var since: Int
  /// What it is, where it is no regular file.
  public var kind: String?
  /// Whether it is decided on, and only its originals and outputs are still on their way.
  public var isDecided = false
  /// How often it was tried.
  public var attempts = 0
  /// What failed the last time.
  public var reason: String?
  /// When it is tried next, in the words of who wrote it.
  public var next: String?
}

extension SpoolView {
  /// Tells of each file in the inbox, names that are ignored left out, until `body` returns `false`.
  public func forEachInInbox(
    ignoring: IgnoreList, _ body: (WaitingFile) -> Bool
  ) throws(SystemError) {
    try inbox().forEachFile(depth: Scan.maximumDepth, skips: skips(ignoring)) {
      folder, section, name throws(SystemError) in
      guard let file = try waiting(InboxPath(section: section, name: name), in: folder) else { return true }
      return body(file)
    }
  }

  /// Tells of each file in the inbox, those that are left alone among them, until `body` returns `false`.
  public func forEachInWholeInbox(_ body: (WaitingFile) -> Bool) throws(SystemError) {
    try inbox().forEachFile { folder, section, name throws(SystemError) in
      guard let file = try waiting(InboxPath(section: section, name: name), in: folder) else { return true }
      return body(file)
    }
  }

  private func skips(_ ignoring: IgnoreList) -> (FileName, Bool) -> Bool {
    { name, isFolder in isFolder ? !ignoring.allowsSection(name) : ignoring.contains(name) }
  }

  /// How many files lie in the inbox; names that are ignored left out.
  public func inboxCount(ignoring: IgnoreList) throws(SystemError) -> Int {
    var count = 0
    try inbox().forEachFile(depth: Scan.maximumDepth, skips: skips(ignoring)) { _, _, _ in
      count += 1
      return true
    }
    return count
  }

  private func waiting(_ path: InboxPath, in folder: Folder) throws(SystemError) -> WaitingFile? {
    guard let status = try folder.status(of: path.name), !status.isDirectory else { return nil }
    return WaitingFile(
      path: path, byteCount: status.size, since: Int(status.modified / 1_000_000_000),
      kind: status.isRegular ? nil : status.kind)
  }

  /// What the service has claimed and not settled, the oldest first.
  public func claimed() throws(SystemError) -> [WaitingFile] {
    let work: Folder
    do throws(SystemError) {
      work = try state("work")
    } catch let error where error.code == ENOENT {
      return []
    }
    var files: [WaitingFile] = []
    for name in try work.names() {
      guard let workName = WorkName(name), let path = try work.path(of: workName) else { continue }
      var file = WaitingFile(
        path: path, id: workName.id.text, byteCount: try work.status(of: name)?.size,
        since: workName.id.milliseconds / 1000)
      file.isDecided = workName.mark != .claimed
      if let bytes = try work.contents(of: workName.id.retryFile),
        let record = try? JSONDecoder().decode(RetryRecord.self, from: Data(bytes))
      {
        file.attempts = max(record.attempts, record.tries ?? 0)
        file.reason = record.error ?? record.reason
        file.next = record.next
      }
      files.append(file)
    }
    return files.sorted { $0.id ?? "" < $1.id ?? "" }
  }
}

extension Folder {
  /// The path behind a name of `work/`; `nil` where the file that holds it is gone.
  func path(of workName: WorkName) throws(SystemError) -> InboxPath? {
    if let path = workName.path { return path }
    return try contents(of: workName.id.pathFile).flatMap { InboxPath(bytes: $0) }
  }
}
