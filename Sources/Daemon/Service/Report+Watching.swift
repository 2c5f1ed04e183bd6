import Spooling

/// What the service says of the inbox that it watches, and of where its spool is.
extension Report {
  func overflow() { journal.log(.overflow, "Events of the inbox were lost; scanning it") }

  func watchFailed(_ error: SystemError) {
    let cause =
      switch (error.call, error.name) {
      case ("inotify_add_watch", "ENOSPC"):
        "The user's inotify watches are used up; raise the sysctl fs.inotify.max_user_watches"
      case ("inotify_init1", "EMFILE"):
        "The user's inotify instances are used up; raise the sysctl fs.inotify.max_user_instances"
      default: "\(error)"
      }
    journal.log(
      .watchFailed, "\(cause); the inbox is looked through every few seconds instead", [.errno(error)])
  }

  func watchesAgain() { journal.log(.watched, "All folders of the inbox are watched again") }

  func polls(every interval: Duration) {
    journal.log(
      .polled,
      "The inbox is on a file system that tells of no changes; it is looked through every "
        + "\(ConfigurationSyntax.text(interval))")
  }

  func inboxLost(_ error: SystemError) {
    journal.log(
      .watchFailed, "There is no inbox to look through now: \(error); it is used as soon as it is back",
      [.errno(error)])
  }

  /// - Parameter section: Its path in the inbox; empty for the inbox itself.
  func scanFailed(_ section: String, _ error: SystemError) {
    journal.log(
      .watchFailed,
      section.isEmpty
        ? "The inbox cannot be scanned: \(error)"
        : "The section \(section) cannot be scanned, and its files wait: \(error)", [.errno(error)])
  }

  func rootMoved(_ place: Spool.RootPlace, root: String) {
    var fields = [Field.nutgraf("ROOT", root)]
    let news: String
    switch place {
    case .kept: news = "The spool is seen at \(root) again"
    case .missing: news = "The spool was moved away from \(root); its inbox is not scanned until it is back"
    case .unseen(let error):
      news = "The spool cannot be seen at its path: \(error); its inbox is not scanned until it can"
      fields.append(.errno(error))
    case .replaced:
      news =
        "Another folder stands at \(root); stopping, to be started on that one; what was in hand lies in the old one"
    }
    journal.log(.rootMoved, news, fields)
  }

  func inboxReopened() {
    journal.log(.inboxReopened, "The inbox was moved or removed; watching the one at its path")
  }
}
