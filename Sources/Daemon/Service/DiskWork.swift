/// The queues that wait for the disk.
enum DiskQueue: Hashable {
  /// Outputs of a batch are made durable.
  case stage
  /// All else.
  case commit
}

/// What such a queue has to do.
struct DiskWork {
  private var count = 0
  /// When what it does now began.
  private(set) var began = ContinuousClock.now

  mutating func begin() { count += 1 }

  /// One thing is done.
  ///
  /// - Returns: Whether nothing is left.
  mutating func end() -> Bool {
    count -= 1
    began = .now
    return count == 0
  }
}
