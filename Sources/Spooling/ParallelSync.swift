import CLinux
import Synchronization

/// A new file of a batch: written, not durable yet.
final class UnsyncedFile: Sendable {
  private let file: File

  /// Has the kernel begin to write it to the disk, beside all else.
  init(_ file: consuming File) {
    file.beginWriteback()
    self.file = file
  }

  /// Whether it lies in memory, where nothing is durable: `TMPFS_MAGIC` of <linux/magic.h>.
  var isInMemory: Bool { linux_file_system_type(file.descriptor) == 0x0102_1994 }

  /// Makes the content durable; after a failure only another, new file can be trusted.
  func sync() throws(SystemError) { try file.sync() }
}

/// The new files of a batch, which are made durable together; where they are too many to be open at once, a part of them before.
struct StagedFiles {
  private var files: [UnsyncedFile] = []
  /// The settlement that each is of, by its place in the batch.
  private var places: [Int] = []
  /// Why a file of a settlement is not durable, by its place.
  private(set) var failures: [Int: SystemError] = [:]

  /// Those of two batches are fewer than the 1,024 files that a process may have open where nobody allowed it more.
  private static let maximumOpen = 384

  private let progress: Progress

  init(noting progress: Progress) { self.progress = progress }

  mutating func append(_ file: UnsyncedFile, of place: Int) {
    files.append(file)
    places.append(place)
    if files.count == Self.maximumOpen { sync() }
  }

  /// Makes all durable that are not yet.
  mutating func sync() {
    for (index, failure) in Spooling.sync(files, noting: progress) { failures[places[index]] = failure }
    (files, places) = ([], [])
  }
}

/// Makes the files of a batch durable, several at a time, so that they share the journal commits of the file system and the
/// flushes of the disk. Their data are on the way already, so that most of them find that theirs was done for another.
///
/// - Returns: Why a file is not durable, by its place in `files`; empty where all are.
func sync(_ files: [UnsyncedFile], noting progress: Progress) -> [Int: SystemError] {
  let failures = Mutex<[Int: SystemError]>([:])
  let next = Atomic(0)
  func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count else { return }
      defer { progress.advance() }
      do throws(SystemError) {
        try files[index].sync()
      } catch {
        failures.withLock { $0[index] = error }
      }
    }
  }
  // Fsyncs wait on the disk, not on a processor, and those that wait together share a flush of it. In memory none waits.
  let helperCount = files.first?.isInMemory == true ? 0 : min(15, files.count / 8)
  withoutActuallyEscaping(work) { work in
    // Where no thread can be had, the others do its share.
    let helpers = (0..<helperCount).compactMap { _ in PosixThread(name: "nutgraf-sync", work) }
    work()
    for helper in helpers { helper.join() }
  }
  return failures.withLock { $0 }
}
