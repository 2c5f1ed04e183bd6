import Spooling

/// The files that can be claimed, each once, in their order, with the looks that found them so.
struct ReadyFiles {
  private var paths: [InboxPath] = []
  private var looks: [InboxPath: Look] = [:]

  var count: Int { paths.count }
  var isEmpty: Bool { paths.isEmpty }

  func contains(_ path: InboxPath) -> Bool { looks[path] != nil }

  /// Adds a file; one that is there keeps its place, and the newer look counts.
  mutating func add(_ path: InboxPath, _ look: Look) {
    if looks.updateValue(look, forKey: path) == nil { paths.append(path) }
  }

  /// The file is gone, or somebody writes to it.
  mutating func remove(_ path: InboxPath) {
    if looks.removeValue(forKey: path) != nil { paths.removeAll { $0 == path } }
  }

  /// Takes out those that are ready longest.
  mutating func takeFirst(_ count: Int) -> [(path: InboxPath, look: Look)] {
    defer { paths.removeFirst(count) }
    return paths.prefix(count).compactMap { path in looks.removeValue(forKey: path).map { (path, $0) } }
  }
}
