import CLinux
import Glibc

/// The entries of a folder, streamed: a million of them cost the memory of one buffer.
struct Listing: ~Copyable {
  /// A name and what the file system says it is without being asked (`DT_UNKNOWN` where it does not).
  struct Entry {
    let name: FileName
    let type: UInt8
  }

  private let folder: Folder
  private var buffer = [UInt8](repeating: 0, count: 32 << 10)
  private var filled = 0
  private var offset = 0

  /// Begins a listing of its own: the folder is opened once more, so that several listings do not share a position.
  init(of folder: Folder) throws(SystemError) {
    self.folder = try folder.reopened()
  }

  /// The next entry but `.` and `..`, or `nil` at the end.
  mutating func next() throws(SystemError) -> Entry? {
    while true {
      if offset == filled {
        let folder = self.folder
        filled = try checked("getdents", folder.path) {
          unsafe buffer.withUnsafeMutableBytes {
            unsafe linux_getdents(folder.descriptor, $0.baseAddress, $0.count)
          }
        }
        offset = 0
        if filled == 0 { return nil }
      }
      // struct linux_dirent64: inode 8, offset 8, record length 2, type 1, name up to a NUL.
      let record = offset
      let length = Int(buffer[record + 16]) | Int(buffer[record + 17]) << 8
      let type = buffer[record + 18]
      let name = buffer[(record + 19)..<(record + length)].prefix { $0 != 0 }
      offset += length
      if let name = FileName(Array(name)) { return Entry(name: name, type: type) }
    }
  }
}
