import CLinux
import Glibc

/// An open file, closed at the end of its life.
struct File: ~Copyable {
  let descriptor: CInt
  private let folder: Folder
  private let name: FileName

  /// The path for people, made when it is asked for.
  private var path: String { "\(folder.path)/\(name)" }

  /// Opens one name of a folder; a link is an error, and so is another file system.
  init(opening name: FileName, in folder: Folder, flags: CInt, mode: mode_t) throws(SystemError) {
    self.folder = folder
    self.name = name
    descriptor = try checked("open", "\(folder.path)/\(name)") {
      unsafe name.withCString { unsafe linux_open_beneath(folder.descriptor, $0, flags, mode) }
    }
  }

  deinit {
    close(descriptor)
  }

  func status() throws(SystemError) -> FileStatus {
    var status = stat()
    try checked("fstat", path) { unsafe fstat(descriptor, &status) }
    return FileStatus(status)
  }

  /// Whether nobody has the file open for writing, where the kernel tells.
  var isFreeOfWriters: Bool? {
    switch linux_is_free_of_writers(descriptor) {
    case 1: true
    case 0: false
    default: nil
    }
  }

  /// Reads to the end of the file, but no further than its expected size.
  func readAll(expecting size: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        // The buffer holds at least one byte from `count` on. What is behind them, nobody needs to be told.
        let read = unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if read == 0 { break }
        if read > 0 {
          count += read
        } else if errno != EINTR {
          failure = SystemError("read", path)
          break
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads on, at most so many bytes and at least one; none at the end of the file.
  func read(upTo limit: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = try checked("read", path) { unsafe Glibc.read(descriptor, &bytes, limit) }
    bytes.removeLast(limit - count)
    return bytes
  }

  /// Writes all of it at the file's position.
  func write(_ bytes: [UInt8]) throws(SystemError) { try write(bytes[...]) }

  /// Writes all of it at the file's position.
  func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      written += try checked("write", path) {
        unsafe bytes.withUnsafeBytes { buffer in
          // `written` is less than the buffer's count.
          unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        }
      }
    }
  }

  /// Has the kernel begin to write the content to the disk, so that ``sync()`` finds less to do, and tells of a failure.
  func beginWriteback() { linux_begin_writeback(descriptor) }

  /// Makes the content durable.
  ///
  /// After a failure the content is lost: write a new file, never sync this one again.
  func sync() throws(SystemError) {
    try checked("fdatasync", path) { fdatasync(descriptor) }
  }
}
