import JSONText

/// How the status is written: by hand, as the records are. An encoder would be the one thing in an idle service that needs the half
/// of a library, whose pages then stay in memory.
extension ServiceStatus {
  /// The content of the file.
  public var json: [UInt8] {
    var json = JSONWriter(.readable)
    json.object { json in
      json.member("backlogAge", backlogAge)
      json.member("bytes", bytes)
      json.key("counts")
      json.object { json in
        json.member("duplicate", counts.duplicate)
        json.member("failed", counts.failed)
        json.member("published", counts.published)
      }
      json.key("failures")
      json.object { json in
        for (reason, count) in failures.sorted(by: { $0.key < $1.key }) { json.member(reason, count) }
      }
      json.member("format", format)
      json.member("ignored", ignored)
      json.member("inHand", inHand)
      json.member("inboxPath", inboxPath)
      json.member("last", last) { $0.write(to: &$1) }
      if let pause {
        json.key("pause")
        pause.write(to: &json)
      }
      json.member("pid", Int(pid))
      json.member("refused", refused) { $0.write(to: &$1) }
      json.member("retryCount", retryCount)
      json.member("retrying", retrying) { $0.write(to: &$1) }
      json.member("since", since)
      json.member("state", state.rawValue)
      json.member("unreadable", unreadable) { $0.write(to: &$1) }
      json.member("version", version)
      json.member("waiting", waiting)
      json.member("written", written)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

extension ServiceStatus.Pause {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("message", message)
      json.member("reason", reason)
      json.member("since", since)
    }
  }
}

extension ServiceStatus.Unreadable {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("reason", reason)
      json.member("section", section)
    }
  }
}

extension ServiceStatus.Refused {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("file", file)
      json.member("reason", reason)
    }
  }
}

extension ServiceStatus.Retry {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("attempts", attempts)
      json.member("file", file)
      json.member("id", id)
      json.member("next", next)
      json.member("reason", reason)
    }
  }
}

extension ServiceStatus.Outcome {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("file", file)
      json.member("id", id)
      json.member("microseconds", microseconds)
      json.member("output", output)
      json.member("reason", reason)
      json.member("state", state)
      json.member("time", time)
    }
  }
}
