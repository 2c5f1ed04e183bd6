import CSystemd
import Glibc

/// What systemd is told of the service; nothing where no manager listens.
enum Notify {
  static func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }

  static func status(_ status: String) { send("STATUS=\(status)") }

  static func reloading() {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
  }

  static func stopping() { send("STOPPING=1\nSTATUS=stopping") }

  static func isAlive() { send("WATCHDOG=1") }

  /// How often the manager expects ``isAlive()``, where it does.
  static var watchdogInterval: Duration? {
    var microseconds: UInt64 = 0
    guard unsafe sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
    return .microseconds(Int64(microseconds))
  }

  private static func send(_ state: String) {
    unsafe sd_notify(0, state)  // fails where nobody listens, and that is no concern of the service
  }
}
