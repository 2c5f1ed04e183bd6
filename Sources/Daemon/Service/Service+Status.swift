import Spooling

/// The files of status.
extension Service {
  /// Writes `status.json` and `nutgraf.prom` beside everything else, since the disk may be slow; one at a time.
  func writeStatus() {
    guard !isWritingStatus, !isStopping else { return }
    isWritingStatus = true
    let (spool, status) = (spool, report.status(intake, at: now, isOver: false))
    statusQueue.run {
      Self.write(status, to: spool)
      self.loop.run {
        self.assumeIsolated { $0.isWritingStatus = false }
      }
    }
  }

  /// Says why no files are taken, or that they are, where a full disk keeps nobody from saying it.
  func notePause() {
    let (spool, line) = (spool, report.pause?.json ?? [])
    statusQueue.run { try? spool.overwriteStateFile("pause", with: line) }
  }

  nonisolated static func write(_ status: (ServiceStatus, Metrics), to spool: Spool) {
    // On a full disk the old ones stay; their age tells.
    try? spool.replaceStateFile("status.json", with: status.0.json)
    try? spool.replaceStateFile("nutgraf.prom", with: Array(status.1.text.utf8))
  }
}
