/// The small words by which languages are told that CLD2 does not know, or takes for their neighbours.
enum SmallWords {
  /// The language that CLD2 took for another: one that has more of its own small words in the text.
  ///
  /// - Parameter code: CLD2's answer.
  static func neighbour(of code: String, in text: Span<UInt8>) -> String? {
    guard let candidates = neighbours[code] else { return nil }
    let counts = Counts(text)
    let own = counts.hits(of: code)
    let best = candidates.map { ($0, counts.hits(of: $0)) }.max { $0.1 < $1.1 }
    guard let (language, hits) = best, hits >= 3, hits >= own * 2 + 1, hits * 25 >= counts.words else {
      return nil
    }
    return language
  }

  /// The language of a text that CLD2 is not sure of.
  static func language(of text: Span<UInt8>) -> String? {
    let counts = Counts(text)
    guard counts.words >= 12 else { return nil }
    var best = (language: "", hits: 0)
    var second = 0
    for language in languages {
      let hits = counts.hits(of: language)
      if hits > best.hits {
        second = best.hits
        best = (language, hits)
      } else {
        second = max(second, hits)
      }
    }
    guard best.hits >= 5, best.hits * 7 >= counts.words, best.hits * 2 >= second * 3 else { return nil }
    return best.language
  }

  /// How many words of a text are among each language's.
  private struct Counts {
    private(set) var words = 0
    private var hits = [Int](repeating: 0, count: languages.count)

    init(_ text: Span<UInt8>) {
      for token in tokens(of: text) where token.kind == .word {
        words += 1
        for language in languagesOfWord[token.hash] ?? [] { hits[language] += 1 }
      }
    }

    func hits(of language: String) -> Int {
      languages.firstIndex(of: language).map { hits[$0] } ?? 0
    }
  }

  /// Which languages CLD2 takes for another, by its answer.
  private static let neighbours = [
    "nb": ["nn"], "id": ["ms"], "de": ["lb"], "it": ["co"], "nl": ["fy"], "ny": ["sn"], "st": ["tn"],
    "ht": ["mfe"],
    "bs": ["hr", "sr"], "rw": ["zu", "xh"], "ceb": ["war"],
  ]

  private static let languages = lines.map { String($0[0]) }

  /// The languages of each word, as places in ``languages``.
  private static let languagesOfWord: [UInt64: [Int]] = {
    var languages: [UInt64: [Int]] = [:]
    for (place, line) in lines.enumerated() {
      for word in line.dropFirst() {
        languages[WordHash(folded: String(word)).value, default: []].append(place)
      }
    }
    return languages
  }()

  private static let lines = words.split(separator: "\n").map { $0.split(separator: " ") }

  /// Frequent words of each language, in small letters; of neighbours only those that the other does not have.
  private static let words = """
    nb ikke jeg hun fra en bare noe ble være hvordan hva mye sammen noen hvor de et
    nn ikkje eg ho frå ein eit berre noko vart vere korleis kva mykje saman nokon kvar dei blei vore ikring desse
    id karena bahwa bisa sedangkan dari adalah kantor uang saat ini tersebut ia pada mengatakan anda
    ms kerana bahawa ialah beliau manakala daripada boleh wang hendaklah berkata pejabat sesuatu sahaja iaitu ringgit \
    syarikat kini turut pelbagai
    de und der die das ist nicht ein eine mit von zu auf für sich auch dem des im werden wird
    lb an déi dat ass vun fir mat gëtt och huet hunn ech mir datt deen wéi sinn beim där dir op net e
    it il di che è per del della con sono non una gli dei nel più alla
    co u hè chì di cù sò una hà da in ind ùn i più per a è à
    nl het een van en niet zijn voor met op ook worden wordt aan bij naar
    fy fan it yn en foar mei net op ek wurde wurdt oan by nei hy dy wie troch is
    ny ndi kuti ya wa za pa ndipo koma anthu kwa monga chifukwa amene izi mu omwe
    sn kuti uye kana ari pane zvakare asi vanhu kubva nekuti zvinhu iye icho vake kune ava zvino iri nezvino ichi
    st ho hore ha hae haholo ba tsa mme batho bona kapa empa wa
    tn go gore ga gagwe thata fa mo motho batla nna kgotsa gape tota fela se di ne
    ht yo nan te pou li ak ki yon se nou sou
    mfe bann dan enn zot ena ti finn pou so mo ki sa
    bs je se i u na što šta koji također općina
    hr što tko također uvijek tjedan tisuća općina gdje vlak
    sr što šta ko takođe uvek nedelja hiljada gde voz prosto ovde pre dve
    rw ku mu na ni yo ya ba wa bya
    zu ukuthi futhi noma ngoba uma lapho kanye kodwa kakhulu kule emva kuthiwa phezu ngempela ukuze kungenzeka into
    xh ukuba kwaye okanye kodwa ukuze xa apho into yaye kakhulu kuba nangona kwakunye bantu le ngoku
    ts ku ni hi ta va loko ri xi leswaku swi eka naswona kumbe ya ka ti
    ceb ang sa mga ug nga ni siya kini kaniadtong
    war an han ngan nga ha mga hin amo ini nahitabo
    eo la kaj de en ne estas al ke kun por li ĝi oni estis sed kiu kiel ĉi tiu ili pri el mi sxi cxi gxi por plej
    la et in est non ad ut cum quod qui sunt ex ab sed per esse atque quae eius erat fuit anno vel haec hoc etiam
    so waa oo ka ku iyo in la uu ay wuxuu ayaa kale isaga inuu waxay ahaa ee soo markii waxaa
    yo ni ti ati ń ní tí àti wọ́n fún sí àwọn ó láti naa awon lati kan ọ̀ jẹ́ gẹ́gẹ́ fun si ilu ọdún
    ig na nke ya ka ndị bụ dị ma nwere onye ihe ọ n ha ga a
    ha da ta na ya ne wanda cikin kuma ba yi sun ga wata a don zuwa shi
    mi te ki o ka i ngā ko he nga me mai kei hei tēnei rātou ia kua
    haw ka o i ke a me ma nā he kēia ana nei ua
    ak na no sɛ ne wɔ ɛ wo a yɛ
    om fi kan akka irratti keessa jira irraa hin kun dha bu a
    """
}
