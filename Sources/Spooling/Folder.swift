import CLinux
import Glibc

/// An open directory; every file is reached from one, by a single name, so that no link can lead elsewhere.
final class Folder: Sendable {
  /// The descriptor, open as long as the folder lives.
  let descriptor: CInt
  /// The path for people.
  let path: String

  init(descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// Opens the directory at `path`, which may be a link: the administrator chose it.
  convenience init(path: String) throws(SystemError) {
    let descriptor = try checked("open", path) { unsafe Glibc.open(path, Self.flags) }
    self.init(descriptor: descriptor, path: path)
  }

  /// The same folder on a descriptor of its own, with a position of its own, which is told itself of what was not written.
  func reopened() throws(SystemError) -> Folder {
    let own = try checked("open", path) { unsafe openat(descriptor, ".", Self.flags) }
    return Folder(descriptor: own, path: path)
  }

  /// Opens a folder in this one; a link is an error, and so is another file system.
  func folder(_ name: FileName) throws(SystemError) -> Folder {
    let path = self.path + "/" + name.description
    let descriptor = try checked("open", path) {
      unsafe name.withCString { unsafe linux_open_beneath(self.descriptor, $0, Self.flags | O_NOFOLLOW, 0) }
    }
    return Folder(descriptor: descriptor, path: path)
  }

  /// Opens a folder in this one, and makes it first where it is missing.
  func folder(_ name: FileName, making mode: mode_t) throws(SystemError) -> Folder {
    do throws(SystemError) {
      return try folder(name)
    } catch let error where error.code == ENOENT {
      do throws(SystemError) {
        try checked("mkdir", "\(path)/\(name)") {
          unsafe name.withCString { unsafe mkdirat(descriptor, $0, mode & 0o777) }
        }
      } catch let error where error.code == EEXIST {}
      let made = try folder(name)
      // A sandbox forbids to set the setgid bit; below a folder that has it, a new one has it by itself.
      if try made.status().mode & 0o7777 != mode { fchmod(made.descriptor, mode) }
      try sync()
      return made
    }
  }

  /// The folder at the end of a chain of names.
  func folder(at section: [FileName]) throws(SystemError) -> Folder {
    var folder = self
    for name in section { folder = try folder.folder(name) }
    return folder
  }

  /// The folder of a section in `outbox/`, `done/` or `failed/`; where a file stands in its way, `~` is put after its
  /// name, since neither of the two may be lost.
  ///
  /// - Parameter mode: The mode of what is made where it is missing; `nil` where nothing is to be made.
  func sectionFolder(at section: [FileName], making mode: mode_t?) throws(SystemError) -> Folder {
    var folder = self
    for name in section {
      var name = name
      while true {
        do throws(SystemError) {
          folder = if let mode { try folder.folder(name, making: mode) } else { try folder.folder(name) }
          break
        } catch let error where error.code == ENOTDIR || error.code == ELOOP {
          name = name.appending("~")
        }
      }
    }
    return folder
  }

  /// What stands under a name, links not followed; `nil` where nothing does.
  func status(of name: FileName) throws(SystemError) -> FileStatus? {
    try rawStatus(of: name).map { FileStatus($0) }
  }

  /// When the inode of a name changed last (it was renamed, or written to), in nanoseconds since 1970; `nil` where there is
  /// none.
  func changeTime(of name: FileName) throws(SystemError) -> Int64? {
    try rawStatus(of: name).map { Int64($0.st_ctim.tv_sec) * 1_000_000_000 + Int64($0.st_ctim.tv_nsec) }
  }

  private func rawStatus(of name: FileName) throws(SystemError) -> stat? {
    var status = stat()
    var isThere = true
    try checked("stat", "\(path)/\(name)") {
      let result = unsafe name.withCString { unsafe fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
      // The usual answer for a name that is to be taken: no failure to be told of.
      if result == -1, errno == ENOENT { isThere = false }
      return isThere ? result : 0
    }
    return isThere ? status : nil
  }

  /// Whether what a listing names is a folder; not every file system says so there.
  func isFolder(_ entry: Listing.Entry) throws(SystemError) -> Bool {
    if entry.type != UInt8(DT_UNKNOWN) { return entry.type == UInt8(DT_DIR) }
    return try status(of: entry.name)?.isDirectory ?? false
  }

  /// What the folder itself is like.
  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    try checked("fstat", path) { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Opens a file of this folder for reading without following a link or waiting for a FIFO's writer.
  func open(_ name: FileName) throws(SystemError) -> File {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    return try File(opening: name, in: self, flags: flags, mode: 0)
  }

  /// Makes a new file of this folder for writing; one that is there already is an error.
  func create(_ name: FileName, mode: mode_t) throws(SystemError) -> File {
    try File(opening: name, in: self, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode: mode)
  }

  /// Makes a new file of this folder for writing, in the place of one that an earlier try left.
  func createAnew(_ name: FileName, mode: mode_t) throws(SystemError) -> File {
    do throws(SystemError) {
      return try create(name, mode: mode)
    } catch let error where error.code == EEXIST {
      try remove(name)
      return try create(name, mode: mode)
    }
  }

  /// The whole content of a regular file; `nil` where there is none.
  ///
  /// - Parameter limit: How many bytes it may have; where others may write, one of any size may stand there.
  /// - Throws: EFBIG where it has more.
  func contents(of name: FileName, upTo limit: Int = .max) throws(SystemError) -> [UInt8]? {
    guard let status = try status(of: name), status.isRegular else { return nil }
    guard status.size <= limit else { throw SystemError("read", "\(path)/\(name)", code: EFBIG) }
    return try open(name).readAll(expecting: status.size)
  }

  /// Whether a file holds the same bytes as another one; a file that may not be read counts as different.
  ///
  /// Anybody may have put the file there: one of another size is never read.
  func holdsSame(_ name: FileName, as other: Folder, _ otherName: FileName) throws(SystemError) -> Bool {
    guard let there = try status(of: name), let ours = try other.status(of: otherName), there.isRegular,
      there.size == ours.size
    else { return false }
    do throws(SystemError) {
      return try contents(of: name, upTo: ours.size) == other.contents(of: otherName)
    } catch let error where error.code == EACCES || error.code == EFBIG {
      return false
    }
  }

  /// Moves a file; an existing one under the new name stays and is an error (EEXIST).
  func move(_ name: FileName, to folder: Folder, as newName: FileName) throws(SystemError) {
    try checked("rename", "\(path)/\(name) to \(folder.path)") {
      unsafe name.withCString { old in
        unsafe newName.withCString { new in
          unsafe linux_rename_noreplace(descriptor, old, folder.descriptor, new)
        }
      }
    }
  }

  /// Moves a file over whatever stands under the new name in another folder.
  func move(_ name: FileName, to folder: Folder, over newName: FileName) throws(SystemError) {
    try checked("rename", "\(path)/\(name) to \(folder.path)") {
      unsafe name.withCString { old in
        unsafe newName.withCString { new in unsafe renameat(descriptor, old, folder.descriptor, new) }
      }
    }
  }

  /// Moves a file within this folder over whatever stands under the new name.
  func replace(_ newName: FileName, with name: FileName) throws(SystemError) {
    try checked("rename", "\(path)/\(name)") {
      unsafe name.withCString { old in
        unsafe newName.withCString { new in unsafe renameat(descriptor, old, descriptor, new) }
      }
    }
  }

  /// Removes a file; none being there is no error.
  func remove(_ name: FileName) throws(SystemError) {
    do throws(SystemError) {
      try checked("unlink", "\(path)/\(name)") {
        unsafe name.withCString { unsafe unlinkat(descriptor, $0, 0) }
      }
    } catch let error where error.code == ENOENT {}
  }

  /// Throws where nothing may be put into the folder, or taken out of it.
  func checkWritable() throws(SystemError) {
    try checked("access", path) { unsafe faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) }
  }

  /// The same, but for a file system that is read-only, as all is outside of its own spool to a service in a sandbox.
  func checkPermissions() throws(SystemError) {
    do throws(SystemError) {
      try checkWritable()
    } catch let error where error.code == EROFS {}
  }

  /// Makes the folder's own entries durable.
  func sync() throws(SystemError) {
    try checked("fsync", path) { fsync(descriptor) }
  }

  /// The names in the folder, without `.` and `..`; for folders that the program keeps small.
  func names() throws(SystemError) -> [FileName] {
    var listing = try Listing(of: self)
    var names: [FileName] = []
    while let entry = try listing.next() { names.append(entry.name) }
    return names
  }
}

/// What fstat(2) tells of a file that matters to the spool.
struct FileStatus: Equatable, Sendable {
  let device: UInt64
  let inode: UInt64
  let mode: mode_t
  let owner: uid_t
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    mode = status.st_mode
    owner = status.st_uid
    size = Int(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  var isRegular: Bool { mode & S_IFMT == S_IFREG }
  var isDirectory: Bool { mode & S_IFMT == S_IFDIR }

  /// The kind of a file that is not regular, for people.
  var kind: String {
    switch mode & S_IFMT {
    case S_IFLNK: "a symbolic link"
    case S_IFIFO: "a FIFO"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    case S_IFDIR: "a folder"
    default: "a regular file"
    }
  }

  /// Whether nobody has put anything else there or written to it; who may do what with it is another matter.
  func isUnwritten(since other: FileStatus) -> Bool {
    isSameFile(as: other) && size == other.size && modified == other.modified
  }

  func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
