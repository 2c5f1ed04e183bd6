import Glibc
import Testing

@testable import Spooling

/// A spool in a folder of its own, gone at the end of the test.
final class TemporarySpool {
  let root: String
  private(set) var spool: Spool

  init(maximumSize: Int = 1 << 20) throws {
    var template = Array("/tmp/nutgraf-test-XXXXXX".utf8CString)
    root = try #require(unsafe mkdtemp(&template).map { unsafe String(cString: $0) })
    spool = try Spool(root: root, maximumSize: maximumSize)
  }

  deinit {
    removeTree(root)
  }

  var historyMonths: Int {
    get { spool.historyMonths }
    set { spool.historyMonths = newValue }
  }

  var update: UpdatePolicy {
    get { spool.update }
    set { spool.update = newValue }
  }

  /// Puts a file into the spool's tree.
  func write(_ text: String, to path: String) throws {
    let file = try checked("open", path) {
      unsafe open("\(root)/\(path)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    append(text, to: file)
    close(file)
  }

  /// Begins to write to a file as a slow producer does; whoever asks closes it.
  func beginWriting(_ path: String) throws -> CInt {
    try checked("open", path) { unsafe open("\(root)/\(path)", O_WRONLY | O_APPEND) }
  }

  func append(_ text: String, to file: CInt) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(file, bytes, bytes.count)
  }

  /// Makes a file as long as asked for, with a hole for its content.
  func stretch(_ path: String, to size: Int) {
    unsafe truncate("\(root)/\(path)", size)
  }

  func makeFolder(_ path: String) {
    unsafe mkdir("\(root)/\(path)", 0o755)
  }

  func makeLink(_ path: String, to target: String) {
    unsafe symlink(target, "\(root)/\(path)")
  }

  func rename(_ path: String, to newPath: String) {
    unsafe Glibc.rename("\(root)/\(path)", "\(root)/\(newPath)")
  }

  func remove(_ path: String) {
    unsafe Glibc.remove("\(root)/\(path)")
  }

  /// What a file of the spool's tree holds; `nil` where it is none.
  func text(at path: String) -> String? {
    (try? readWholeFile("\(root)/\(path)")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every file below a folder of the spool, sorted.
  func files(in folder: String) -> [String] {
    list("\(root)/\(folder)").sorted()
  }

  /// Claims a file of the inbox and reads it.
  func taken(_ name: String) throws -> (Claim, Content) {
    try taken(InboxPath(name))
  }

  func taken(_ path: InboxPath) throws -> (Claim, Content) {
    let claim = try #require(try spool.claim(path))
    guard case .content(let content) = try spool.read(claim) else { throw Failed() }
    return (claim, content)
  }

  /// Drops a file and commits a result of that text.
  @discardableResult
  func publish(_ name: String, _ text: String, result: String) throws -> Settled {
    try write(text, to: "inbox/\(name)")
    let (claim, content) = try taken(name)
    return try commit(claim, content, result: result)
  }

  func commit(_ claim: Claim, _ content: Content, result: String) throws -> Settled {
    let outputs = [
      OutputFile(ending: "md", bytes: Array("# \(result)\n".utf8)[...]),
      OutputFile(ending: "json", bytes: Array("{\"\(result)\":1}\n".utf8)[...]),
    ]
    let settlement = Settlement(claim: claim, stamp: content.stamp, outcome: .published(outputs))
    return try #require(spool.commit([settlement]).first).get()
  }

  /// Opens the same spool as a new process would; the old one lets go of it.
  func reopen(foreignInbox: String? = nil) throws {
    let root = root
    spool = try Spool(root: "\(root)/other", maximumSize: 1)
    spool = try Spool(root: root, maximumSize: 1 << 20, foreignInbox: foreignInbox.map { "\(root)/\($0)" })
    removeTree("\(root)/other")
  }

  /// Why a claim on a file of the inbox can be no article; `nil` where it can.
  func rejection(of name: String) throws -> Rejection? {
    let claim = try #require(try spool.claim(InboxPath(name)))
    guard case .rejected(let rejection) = try spool.read(claim) else { return nil }
    return rejection
  }

  struct Failed: Error {}
}

extension InboxPath {
  init(_ path: String) {
    guard let made = InboxPath(bytes: Array(path.utf8)) else { preconditionFailure("\(path) is no path") }
    self = made
  }
}

/// The names in a folder; empty for what is none.
private func names(in folder: String) -> [String] {
  guard let directory = unsafe opendir(folder) else { return [] }
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
      unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func list(_ folder: String, below: String = "") -> [String] {
  names(in: folder).flatMap { name in
    isFolder("\(folder)/\(name)") ? list("\(folder)/\(name)", below: "\(below)\(name)/") : ["\(below)\(name)"]
  }
}

/// Removes a folder with all that is in it, whatever bytes the names are of.
private func removeTree(_ path: String) {
  if let folder = try? Folder(path: path) { try? removeContents(of: folder) }
  unsafe Glibc.remove(path)
}

private func removeContents(of folder: Folder) throws {
  var listing = try Listing(of: folder)
  while let entry = try listing.next() {
    let isFolder = try folder.isFolder(entry)
    if isFolder { try removeContents(of: folder.folder(entry.name)) }
    _ = unsafe entry.name.withCString { unsafe unlinkat(folder.descriptor, $0, isFolder ? AT_REMOVEDIR : 0) }
  }
}

extension Content {
  /// The bytes of a file that is not large.
  var whole: [UInt8] { bytes ?? [] }
}
