/// What is known of names in a language that is written without capitals.
struct NameLists: Sendable {
  /// Places, organisations and people that are known by name.
  private var names = WordMap<Mention.Kind>()
  /// How many words the longest of them has, or how many letters where words stand side by side.
  let longest: Int
  /// What begins or ends names of organisations beside one of ``organizationParts`` or a place: "ministry", "university".
  let organizationHeads: WordMap<Bool>
  /// What such an organisation is for: "health", "defence".
  let organizationParts: WordMap<Bool>
  /// What is from a country, and "former": stands between a title and a name, and behind names of organisations.
  let demonyms: WordMap<Bool>
  /// Given names that are no words of their own.
  let givenNames: WordMap<Bool>
  /// Family names, where a name begins with one.
  let familyNames: WordMap<Bool>
  /// Syllables at the end of a name that may as well be an office or an ending.
  let doubtfulEndings: WordMap<Bool>
  /// Letters with which given names end, or of which foreign names are made.
  let nameLetters: WordMap<Bool>
  /// Words inside of names that another one follows: "bin", "abd".
  let joints: WordMap<Bool>
  /// Words that go on behind names, where words stand side by side.
  let followers: WordMap<Bool>
  /// What stands behind a given name and is no surname.
  let notNames: WordMap<Bool>
  /// Titles and verbs of speech beside names of people, where words stand side by side; others have them in ``KeywordLanguage``.
  let titles: WordMap<Bool>
  /// What is written together with the word behind it, and with the word before it.
  let prefixes: [[UInt8]]
  let endings: [[UInt8]]

  init(
    places: String, organizations: String, people: String = "", longest: Int = 4,
    organizationHeads: String = "",
    organizationParts: String = "", demonyms: String = "", givenNames: String = "", familyNames: String = "",
    doubtfulEndings: String = "", nameLetters: String = "", joints: String = "", followers: String = "",
    notNames: String = "",
    titles: String = "", prefixes: String = "", endings: String = ""
  ) {
    self.longest = longest
    self.organizationHeads = WordMap(organizationHeads)
    self.organizationParts = WordMap(phrases: organizationParts)
    self.demonyms = WordMap(demonyms)
    self.givenNames = WordMap(givenNames)
    self.familyNames = WordMap(familyNames)
    self.doubtfulEndings = WordMap(doubtfulEndings)
    self.nameLetters = WordMap(nameLetters)
    self.joints = WordMap(joints)
    self.followers = WordMap(followers)
    self.notNames = WordMap(notNames)
    self.titles = WordMap(titles)
    self.prefixes = prefixes.split(separator: " ").map { Array($0.utf8) }
    self.endings = endings.split(separator: " ").map { Array($0.utf8) }
    for (list, kind) in [(places, Mention.Kind.place), (organizations, .organization), (people, .person)] {
      WordMap(phrases: list).each { names.set($0, to: kind) }
    }
  }

  /// What a phrase names.
  subscript(phrase: WordHash) -> Mention.Kind? { names[phrase] }
}
