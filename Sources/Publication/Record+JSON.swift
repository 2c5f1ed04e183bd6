public import JSONText

extension Record {
  /// The record as JSON in UTF-8, its keys sorted.
  public func json(_ layout: JSONLayout) -> [UInt8] {
    var writer = JSONWriter(layout)
    write(to: &writer)
    return layout == .readable ? writer.bytes + [0x0A] : writer.bytes
  }

  /// Records as an array in JSON on one line.
  public static func jsonLine(_ records: [Record]) -> [UInt8] {
    var writer = JSONWriter(.line)
    writer.array(records) { $0.write(to: &$1) }
    return writer.bytes
  }

  private func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("@context", context)
      json.member("@type", type)
      json.member("abstract", abstract)
      json.member("articleBody", articleBody)
      json.member("articleSection", articleSection)
      json.member("author", author) { $0.write(to: &$1) }
      json.member("creativeWorkStatus", creativeWorkStatus)
      json.member("creditText", creditText)
      json.member("dateModified", dateModified)
      json.member("datePublished", datePublished)
      json.member("dateline", dateline)
      json.member("description", description)
      json.member("headline", headline)
      json.member("identifier", identifier)
      json.member("image", image) { $0.write(to: &$1) }
      json.member("inLanguage", inLanguage)
      json.member("isAccessibleForFree", isAccessibleForFree)
      json.member("keywords", keywords) { $1.string($0) }
      json.member("mentions", mentions) { $0.write(to: &$1) }
      json.key("nutgraf")
      nutgraf.write(to: &json)
      if let publisher {
        json.key("publisher")
        publisher.write(to: &json)
      }
      json.member("timeRequired", timeRequired)
      json.member("url", url)
      json.member("wordCount", wordCount)
    }
  }
}

extension Record.Agent {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", type)
      json.member("name", name)
    }
  }
}

extension Record.Image {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", type)
      json.member("caption", caption)
      json.member("contentUrl", contentUrl)
      json.member("creditText", creditText)
    }
  }
}

extension Record.Extension {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("embargoed", embargoed)
      json.member("furniture", furniture) { dropped, json in
        json.object { json in
          json.member("reason", dropped.reason)
          json.member("text", dropped.text)
        }
      }
      if let gist {
        json.key("gist")
        gist.write(to: &json)
      }
      json.member("keyphrases", keyphrases) { $1.string($0) }
      json.member("line", line)
      json.member("sentences", sentences) { $0.write(to: &$1) }
      json.key("source")
      source.write(to: &json)
      json.member("summary", summary) { $0.write(to: &$1) }
      json.member("version", version)
    }
  }
}

extension Record.Origin {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("bytes", bytes)
      json.member("charset", charset)
      json.member("format", format)
      json.member("name", name)
      json.member("nameBytes", nameBytes)
      json.member("sha256", sha256)
    }
  }
}

extension Record.Sentence {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("end", end)
      json.member("paragraph", paragraph)
      json.member("score", score)
      json.member("start", start)
      json.member("text", text)
    }
  }
}
