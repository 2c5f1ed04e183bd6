import Glibc

/// The decisions that go through the steps of a commit together; one that fails at a step takes no further one.
struct Batch {
  private var decisions: [Decision] = []
  /// The places of ``decisions`` in ``results``.
  private var places: [Int] = []
  private var results: [Result<Settled, SystemError>?]
  /// The folders that the batch has opened, by kind and section: each is opened, and synced, once.
  private(set) var folders = OpenFolders()
  private let progress: Progress

  init(count: Int, noting progress: Progress) {
    results = Array(repeating: nil, count: count)
    self.progress = progress
  }

  mutating func add(_ decision: Decision, at place: Int) {
    decisions.append(decision)
    places.append(place)
  }

  mutating func fail(_ place: Int, _ error: SystemError) {
    results[place] = .failure(error)
  }

  /// A step for each decision by itself.
  mutating func forEach(_ step: (inout Decision, inout OpenFolders) throws(SystemError) -> Void) {
    var kept = 0
    for index in decisions.indices {
      defer { progress.advance() }
      do throws(SystemError) {
        try step(&decisions[index], &folders)
        decisions.swapAt(kept, index)
        places.swapAt(kept, index)
        kept += 1
      } catch {
        results[places[index]] = .failure(error)
      }
    }
    decisions.removeLast(decisions.count - kept)
    places.removeLast(places.count - kept)
  }

  /// A step that serves all; where it fails, it fails for all.
  mutating func forAll(_ step: ([Decision], OpenFolders) throws(SystemError) -> Void) {
    guard !decisions.isEmpty else { return }
    do throws(SystemError) {
      try step(decisions, folders)
    } catch {
      for place in places { results[place] = .failure(error) }
      decisions = []
      places = []
    }
  }

  /// What each settlement came to, in the order of the batch.
  var outcome: [Result<Settled, SystemError>] {
    var results = results
    for (place, decision) in zip(places, decisions) { results[place] = .success(Settled(decision)) }
    return results.map { result in
      guard let result else { preconditionFailure("a settlement is either staged or failed") }
      return result
    }
  }
}

/// Folders of sections, opened once for a batch.
struct OpenFolders {
  private var folders: [Key: Folder] = [:]

  private struct Key: Hashable {
    let parent: ObjectIdentifier
    let section: [FileName]
  }

  /// All that were opened.
  var all: some Collection<Folder> { folders.values }

  /// The folder of a section below `parent`, if it was opened.
  func opened(_ section: [FileName], in parent: Folder) -> Folder? {
    folders[Key(parent: ObjectIdentifier(parent), section: section)]
  }

  /// The folder of a section below `parent`, made where it is missing.
  mutating func folder(
    of section: [FileName], in parent: Folder, making mode: mode_t
  ) throws(SystemError) -> Folder {
    let key = Key(parent: ObjectIdentifier(parent), section: section)
    if let folder = folders[key] { return folder }
    let folder = try parent.sectionFolder(at: section, making: mode)
    folders[key] = folder
    return folder
  }
}
