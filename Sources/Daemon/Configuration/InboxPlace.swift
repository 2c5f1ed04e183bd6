import Glibc

/// Where a foreign inbox lies, seen from the spool.
enum InboxPlace {
  case outside
  /// It is the spool's root or lies below it, where the service puts files of its own.
  case inside
  /// The spool lies below it.
  case above

  /// Folders are the same by device and inode, whatever paths lead to them.
  init(of inbox: String, root: String) {
    let (there, inboxes) = (Self.identity(of: inbox), Self.folders(from: inbox))
    let (spool, roots) = (Self.identity(of: root), Self.folders(from: root))
    let own = "\(root)/inbox"
    if let spool, inboxes.contains(spool), inbox != own, there == nil || there != Self.identity(of: own) {
      self = .inside
    } else if let there, there != spool, roots.contains(there) {
      self = .above
    } else {
      self = .outside
    }
  }

  private struct Identity: Equatable {
    let device: dev_t
    let inode: ino_t
  }

  /// A folder and all above it; of one that is missing, those above it that are there.
  private static func folders(from path: String) -> [Identity] {
    var path = path
    while identity(of: path) == nil {
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return [] }
      path = String(path[..<slash])
    }
    var folders: [Identity] = []
    while let folder = identity(of: path), folder != folders.last {
      folders.append(folder)
      path += "/.."
    }
    return folders
  }

  private static func identity(of path: String) -> Identity? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Identity(device: status.st_dev, inode: status.st_ino) : nil
  }
}

extension ConfigurationReader {
  /// Finds an inbox where the service would take its own files for new ones, without end.
  mutating func checkInbox(root: String) {
    guard let inbox = configuration.inbox else { return }
    let problem: String
    switch InboxPlace(of: inbox, root: root) {
    case .outside: return
    case .inside: problem = "is a folder of the spool itself"
    case .above: problem = "holds the spool \(root)"
    }
    complain(
      origins[["Spool", "Inbox"]]?.last ?? "default",
      "Inbox=\(inbox) \(problem), whose results would be taken for new files; "
        + "give a folder beside \(root), or none for \(root)/inbox")
  }
}
