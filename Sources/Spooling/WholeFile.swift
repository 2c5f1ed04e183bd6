import Glibc

/// Reads a file that the user named, links followed; standard input for `/dev/stdin`.
public func readWholeFile(_ path: String) throws(SystemError) -> [UInt8] {
  let descriptor = try checked("open", path) { unsafe open(path, O_RDONLY | O_CLOEXEC) }
  defer { close(descriptor) }
  return try readToEnd(of: descriptor, named: path)
}

/// Reads a descriptor of any kind to its end.
public func readToEnd(of descriptor: CInt, named name: String) throws(SystemError) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 256 << 10)
  while true {
    let count = try checked("read", name) { unsafe read(descriptor, &chunk, chunk.count) }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
}

/// Reads bytes of a regular file from a place on, fewer where it ends.
public func readPiece(of path: String, _ count: Int, at place: Int) throws(SystemError) -> [UInt8] {
  let descriptor = try checked("open", path) { unsafe open(path, O_RDONLY | O_CLOEXEC) }
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: count)
  let got = try checked("read", path) { unsafe pread(descriptor, &bytes, count, place) }
  return Array(bytes[..<got])
}
