/// Whether a line asks the reader to subscribe, to register or to follow ("Enjoy unlimited access with one account").
///
/// It starts with a word of asking or offering and speaks of the outlet's own wares; a quotation never does.
func isCallToReader(_ line: Line) -> Bool {
  guard !line.key.isEmpty, line.words <= 36, !line.text.contains("“"), !line.text.contains("\"") else {
    return false
  }
  let words = line.key.split(separator: " ").map(String.init)
  guard let first = words.first, offers.contains(first) else { return false }
  return words.dropFirst().contains(where: wares.contains)
}

private let offers: Set<String> = [
  "subscribe", "enjoy", "get", "access", "share", "support", "sign", "register", "join", "create", "follow",
  "unlock",
  "download", "start", "try", "receive", "unlimited", "exclusive", "daily", "already", "want", "don't",
  "never", "stay",
  "become", "choose", "click", "tap", "log", "please", "continue", "like",
  "jetzt", "lesen", "abonnieren", "folgen", "melden", "mit", "abonnez", "recevez", "suscríbete", "suscríbase",
  "únete",
  "síguenos", "assine", "siga", "iscriviti", "seguici", "abonneer",
]
private let wares: Set<String> = [
  "newsletter", "newsletters", "inbox", "account", "subscription", "subscriptions", "subscriber",
  "subscribers",
  "unlimited", "epaper", "e-paper", "app", "whatsapp", "telegram", "unsubscribe", "comments", "journalism",
  "articles",
  "crossword", "puzzles", "notifications", "sign-in", "free-trial", "paywall", "recaptcha", "registering",
  "login",
  "abo", "abonnement", "abonnenten", "konto", "posteingang", "boletín", "suscripción", "assinatura",
  "abbonamento",
]
