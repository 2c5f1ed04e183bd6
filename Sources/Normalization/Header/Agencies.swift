/// Whether a name is that of a news agency.
func isAgency(_ name: String) -> Bool { agencies.contains(WordHash.phrase(name.lowercased())) }

private let agencies = WordSet(phrases: [
  "reuters", "ap", "afp", "dpa", "pti", "ani", "ians", "upi", "efe", "ansa", "belga", "anp", "tass", "xinhua",
  "apa",
  "sid", "kna", "epd", "ritzau", "tt", "ntb", "stt", "pap", "čtk", "lusa", "agi", "adnkronos", "bloomberg",
  "pa", "dha", "iha", "aa",
  "associated press", "the associated press", "press association", "agence france-presse",
  "press trust of india",
  "deutsche presse-agentur", "canadian press", "the canadian press", "europa press", "agencia efe", "cna",
  "kyodo",
  "yonhap", "anadolu", "aap", "sda", "keystone-sda", "bernama", "antara", "reuters staff",
])
