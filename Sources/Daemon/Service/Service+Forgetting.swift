import Spooling

/// What the service is asked to forget while it runs: a story that was removed from the spool.
extension Service {
  /// Forgets what is asked for in the spool, and answers.
  ///
  /// What was settled before somebody asked has come to its end here by then, and a history that was being read is read:
  /// the request goes through the queues of both.
  func forgetWhatIsAsked() {
    guard !isStopping else { return }
    isAskedToForgetMore = isForgetting
    guard !isForgetting else { return }
    isForgetting = true
    let spool = spool
    onCommitQueue {
      (try? spool.forgetRequest()) ?? nil  // what cannot be read now is asked for again by the next tick
    } then: { service, request in
      guard let request else {
        service.isForgetting = false
        // Somebody may have asked after the look.
        if service.isAskedToForgetMore { service.forgetWhatIsAsked() }
        return
      }
      service.readQueue.run {
        service.loop.run {
          service.assumeIsolated { $0.forget(request) }
        }
      }
    }
  }

  private func forget(_ request: ForgetRequest) {
    report.forget(request.words, drops: request.ids, intake)
    stories.forget(request.ids)
    for word in request.words { duplicates?.forget(word) }
    let (spool, status) = (spool, report.status(intake, at: now, isOver: false))
    statusQueue.run {
      Self.write(status, to: spool)
      let isAnswered = (try? spool.answer(request)) != nil  // else the next tick answers
      self.loop.run {
        self.assumeIsolated { service in
          service.isForgetting = false
          // Somebody may have asked meanwhile.
          if isAnswered { service.forgetWhatIsAsked() }
        }
      }
    }
  }
}
