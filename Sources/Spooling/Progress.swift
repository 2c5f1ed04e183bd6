import Synchronization

/// Counts what the queues for the disk get done, so that a slow disk is told from one that hangs.
public final class Progress: Sendable {
  private let steps = Atomic(0)

  /// How many steps were done so far.
  public var count: Int { steps.load(ordering: .relaxed) }

  func advance() { steps.add(1, ordering: .relaxed) }
}
