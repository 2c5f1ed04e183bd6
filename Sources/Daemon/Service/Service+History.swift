import Spooling

/// What earlier runs published.
extension Service {
  /// Reads what was published before; what is claimed meanwhile waits for it.
  func readHistory() {
    duplicates = Duplicates(inHand: inHand.compactMapValues(\.sha256))
    isHistoryUnread = false
    readDigests()
  }

  /// Reads it again where it could not be read.
  func readUnreadHistory() {
    if isHistoryUnread, duplicates != nil { readDigests() }
  }

  private func readDigests() {
    historyReadings += 1
    let reading = historyReadings
    let spool = spool
    readQueue.run {
      let index = Result { () throws(SystemError) in try spool.publishedDigests() }
      self.loop.run {
        self.assumeIsolated { service in
          // What was published since is not in what an earlier reading found.
          guard reading == service.historyReadings else { return }
          if case .failure(let error) = index, !service.isHistoryUnread {
            service.report.historyFailed(error)
          }
          let found = try? index.get()
          service.isHistoryUnread = found == nil
          for claim in service.duplicates?.know(found ?? DigestIndex()) ?? [] { service.read(claim) }
          service.handleEvents()
        }
      }
    }
  }

  /// Reads what the latest results are recognised by; results that come meanwhile wait for it.
  func readStories() {
    let limit = configuration.stories.limit
    guard limit > 0 else {
      stories.know(nil)
      return
    }
    let spool = spool
    readQueue.run {
      let index = Result { () throws(SystemError) in try StoryIndex(of: spool, limit: limit) }
      self.loop.run {
        self.assumeIsolated { service in
          if case .failure(let error) = index { service.report.storiesFailed(error) }
          service.stories.know((try? index.get()) ?? StoryIndex(limit: limit))
        }
      }
    }
  }
}
