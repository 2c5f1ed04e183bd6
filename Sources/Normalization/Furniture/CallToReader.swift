/// Whether a line asks the reader to subscribe, to register or to follow ("Enjoy unlimited access with one account").
///
/// It starts with a word of asking or offering and speaks of the outlet's own wares; a quotation never does.
func isCallToReader(_ line: Line) -> Bool {
  guard line.isKeyed, line.words <= 36 else { return false }
  if line.ends(withAny: callEndings, ofAtMost: 6) { return true }
  guard let first = line.firstWord, first.isAny(of: offers),
    !line.tokens.contains(where: { $0.isMark("“") || $0.isMark("\"") })
  else { return false }
  return line.tokens.contains { $0.start > first.start && $0.kind == .word && $0.isAny(of: wares) }
}

extension Line {
  /// Whether it says by an address how the author is reached, or where there is more: "Jane Doe can be reached at
  /// jdoe@gazette.example", "Follow our coverage of the harbour at https://gazette.example/harbour".
  var leadsElsewhere: Bool {
    guard words <= 24, isKeyed, let first = firstWord else { return false }
    if givesMailAddress {
      return first.isAny(of: contactVerbs) || tokens.contains { $0.isAny(of: contactWords) }
    }
    return first.isAny(of: pointerWords) && text.utf8.span.holds("://")
  }

  private var givesMailAddress: Bool {
    tokens.indices.dropFirst().dropLast().contains {
      tokens[$0].isMark("@") && tokens[$0].start == tokens[$0 - 1].end
    }
  }

  /// Whether it asks the reader to pay for the rest of the text; "Subscribe" alone is on all pages.
  var asksToSubscribe: Bool { words >= 3 && wording(of: self)?.reason == .subscription }
}

private let callEndings = WordSet(phrases: [
  "becoming a free or paid subscriber", "becoming a paid subscriber", "becoming a paying subscriber",
  "tell us in the comments", "us know in the comments", "us know in the comments below",
])
private let contactVerbs: WordSet = ["contact", "email", "e-mail", "reach", "mail", "write", "follow"]
private let contactWords: WordSet = [
  "reached", "contacted", "e-mailed", "emailed", "erreichbar", "erreichen",
]
private let pointerWords: WordSet = ["follow", "more", "reach", "read", "see"]
private let offers: WordSet = [
  "subscribe", "enjoy", "get", "access", "share", "support", "sign", "register", "join", "create", "follow",
  "unlock",
  "download", "start", "try", "receive", "unlimited", "exclusive", "daily", "already", "want", "don't",
  "never", "stay",
  "become", "choose", "click", "tap", "log", "please", "continue", "like",
  "jetzt", "lesen", "abonnieren", "folgen", "melden", "mit", "abonnez", "recevez", "suscríbete", "suscríbase",
  "únete",
  "síguenos", "assine", "siga", "iscriviti", "seguici", "abonneer",
]
private let wares: WordSet = [
  "newsletter", "newsletters", "inbox", "account", "subscription", "subscriptions", "subscriber",
  "subscribers",
  "unlimited", "epaper", "e-paper", "app", "whatsapp", "telegram", "unsubscribe", "comments", "journalism",
  "articles",
  "crossword", "puzzles", "notifications", "sign-in", "free-trial", "paywall", "recaptcha", "registering",
  "login",
  "abo", "abonnement", "abonnenten", "konto", "posteingang", "boletín", "suscripción", "assinatura",
  "abbonamento",
]
