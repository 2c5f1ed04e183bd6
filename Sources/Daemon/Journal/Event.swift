/// An event of the service that an administrator may look for: its identity and its weight.
///
/// The identities are part of the interface: one is never used again for something else. Each is explained in
/// `systemd/nutgraf.catalog`.
public struct Event: Sendable, Equatable {
  /// MESSAGE_ID: 128 bits in hexadecimal.
  public let id: String
  /// PRIORITY, as syslog counts: 2 a broken promise, 3 an error, 4 a warning, 5 a notice, 6 information.
  public let priority: Int
}

extension Event {
  /// The service is ready.
  static let started = Event(id: "df2bb8083b97450092d9af4176130fad", priority: 6)
  /// An earlier run was cut off and its work was taken up.
  static let recovered = Event(id: "398c36f04f204981957e920cd8e47869", priority: 6)
  /// A result is in the outbox.
  static let published = Event(id: "435e38f7a22341048f162ec223c53f02", priority: 6)
  /// Many results came out in a short time.
  static let publishedBatch = Event(id: "7fe1d45a7b7f44fe936b45f123308107", priority: 6)
  /// The same result lay in the outbox already.
  static let duplicate = Event(id: "25e1974d16e54920837e0994229caa5f", priority: 5)
  /// A file cannot become an article.
  static let quarantined = Event(id: "c7ff40da3f744d409e73f2e1f82697a7", priority: 4)
  /// A worker died of a file.
  static let workerDied = Event(id: "795068c296524302bf009af51b6ee708", priority: 4)
  /// A call failed; the file is tried again.
  static let postponed = Event(id: "3d1eb84813ea486fbd8d8a23f4b24272", priority: 4)
  /// A call fails that every file needs; none is taken until it works again.
  static let paused = Event(id: "3aa8d1e4a92d4cf7b9d6d40f0c3d7e52", priority: 3)
  /// It works again.
  static let resumed = Event(id: "c1f6f0a5be7345a2a7d8e3f8b9143d06", priority: 5)
  /// A file in the inbox may not be read.
  static let unreadable = Event(id: "f2ebfe762f4a47e1a4d0e11242c6ff77", priority: 4)
  /// A file changed while it was worked on.
  static let changed = Event(id: "6f594959b90a4c54ae026f2e54a79089", priority: 5)
  /// Events were lost; the inbox is scanned.
  static let overflow = Event(id: "86e06d544acd447a90ba53bf85e0c24c", priority: 5)
  /// The inbox cannot be watched; it is polled.
  static let watchFailed = Event(id: "45fbce928ba84400aab83d3bb4b196ee", priority: 4)
  /// It is watched again.
  static let watched = Event(id: "17d29e1eac094695afb51ea95c419c2a", priority: 5)
  /// The inbox's file system tells of no changes; it is polled.
  static let polled = Event(id: "7d0e3c51b9f84e0aa4c2e36e7f1b58d4", priority: 5)
  /// The inbox was moved or removed.
  static let inboxReopened = Event(id: "d841c5b900dd4d67aea7b4cdb3fb7920", priority: 4)
  /// The whole spool was moved, or another one was put in its place.
  static let rootMoved = Event(id: "1b713ad2212e4932bda5d70cc659b0eb", priority: 3)
  /// A file of the service's own lies where none can be.
  static let stray = Event(id: "339a657382c94dc6806f85952ed93246", priority: 2)
  /// A torn last line was cut off the history.
  static let repaired = Event(id: "34696b202327420ea38798b3060851e7", priority: 5)
  /// A story was removed from the spool, and the service knows nothing of it any more.
  static let forgotten = Event(id: "f8122cd917e840c8b27a18ab9af92075", priority: 5)
  /// The configuration was read again.
  static let reloaded = Event(id: "8699d8133e3d4a0aa4e8e7076e661e6e", priority: 6)
  /// A new configuration has a mistake; the old one stays.
  static let configurationRefused = Event(id: "15c6f846052b41f1bd3dbff7d27e4e12", priority: 3)
  /// A hook's program failed and is run again.
  static let hookFailed = Event(id: "8e1f4b7a2c6d4f0b93d5a7c81e60f249", priority: 4)
  /// A hook's program failed too often for a line.
  static let hookGaveUp = Event(id: "0d6b93e5f1a84c27b8e2640c7f915da3", priority: 3)
  /// The journal did not take entries for a while.
  static let entriesLost = Event(id: "5a2c9d0f6b7e4e8d9a41c3f70b86d215", priority: 4)
  /// The service has stopped.
  static let stopped = Event(id: "b2de696cd05646bda128b347e65184c6", priority: 6)
  /// The service cannot start.
  static let failedToStart = Event(id: "5e6ad390f4004426971e638748a6fae2", priority: 3)
}
