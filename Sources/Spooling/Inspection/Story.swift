import FoundationEssentials
import Glibc

/// Everything that one word means, wherever it lies: what is to be removed when a story is to be forgotten.
struct Story {
  /// The paths that the word itself means; whatever lies under them belongs to the story.
  var paths: Set<InboxPath> = []
  /// The names for life of its drops.
  var ids: Set<String> = []
  /// SHA-256 of its versions: the same bytes under another name are the same story.
  var hashes: Set<String> = []
  /// The paths under which the same bytes were dropped; only what has those bytes belongs to the story.
  var otherPaths: Set<InboxPath> = []

  var isEmpty: Bool { paths.isEmpty && ids.isEmpty }
  var allPaths: Set<InboxPath> { paths.union(otherPaths) }
}

extension SpoolView {
  /// Gathers a story from the history, and from the folders, which may hold what the history no longer tells of.
  func story(of choice: Choice) throws(SystemError) -> Story {
    var story = Story()
    var places: Set<InboxPath> = []
    for entry in try history(of: choice) {
      story.ids.insert(entry.id)
      if let sha256 = entry.sha256 { story.hashes.insert(sha256) }
      if choice.isID { story.otherPaths.insert(entry.path) } else { places.insert(entry.path) }
    }
    if !choice.isID {
      try forEachInInbox(ignoring: IgnoreList(patterns: [])) {
        if choice.includes($0.path) { places.insert($0.path) }
        return true
      }
      for file in try claimed() where choice.includes(file.path) { places.insert(file.path) }
      for file in try failed() where choice.includes(file.path) { places.insert(file.path) }
      for day in try doneDays() {
        try forEachDone(on: day) {
          if choice.includes($0.path) { places.insert($0.path) }
          return true
        }
      }
      for path in choice.best(of: Array(places), at: { $0 }, id: { _ in nil }) { story.paths.insert(path) }
    }
    for file in try claimed() where file.id == choice.id?.text { story.otherPaths.insert(file.path) }
    // Older versions under a chosen path, and the same bytes under another one.
    if !story.hashes.isEmpty {
      var reader = try HistoryReader(of: self, containing: story.hashes.map { Array($0.utf8) })
      while let entry = try reader.next() {
        guard let sha256 = entry.sha256, story.hashes.contains(sha256) else { continue }
        story.ids.insert(entry.id)
        story.otherPaths.insert(entry.path)
      }
    }
    story.otherPaths.subtract(story.paths)
    return story
  }
}
