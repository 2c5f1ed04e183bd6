/// The abbreviations of a language, and what a full stop after each of them means.
struct Abbreviations: Sendable {
  /// What may follow the stop of an abbreviation inside a sentence.
  enum Kind: Sendable {
    /// A name or whatever else: the stop never ends a sentence ("Mr.", "vs.").
    case title
    /// A number; before anything else the word is an ordinary one ("No. 5", "Jan. 20").
    case number
    /// A name, unless a word follows that opens sentences ("Inc.", "Jr.").
    case either
    /// A name, if it begins with a capital itself ("Ill.", "Mass."); otherwise it is an ordinary word.
    case place
    /// A name, unless a number stands before it ("г. Тверь", but "в 1998 г.").
    case unit
    /// Nothing that begins with a capital ("etc.", "p.m.").
    case last
  }

  private var kinds: WordMap<Kind>

  /// The abbreviations of the language with this primary subtag: the international ones, then its own.
  static func of(_ language: String) -> Abbreviations {
    languages[language] ?? international
  }

  /// The kind of the abbreviation that stands at `range`, its last stop left out; nil where it is no abbreviation.
  func kind(of range: Range<Int>, in text: Span<UInt8>) -> Kind? {
    kinds[WordHash(text, range)]
  }

  private init(
    base: Abbreviations? = nil, title: String = "", number: String = "", either: String = "",
    place: String = "", unit: String = "", last: String = ""
  ) {
    kinds = base?.kinds ?? WordMap()
    for (words, kind) in [
      (title, Kind.title), (number, .number), (either, .either), (place, .place), (unit, .unit),
      (last, .last),
    ] {
      WordHash.each(of: words) { kinds.set($0, to: kind) }
    }
  }

  private static let international = Abbreviations(
    title: """
      mr mrs ms messrs dr drs prof st mt ft sen rep gov gen lt col maj capt cpt cmdr adm sgt cpl pvt pfc rev hon pres supt
      det insp fr sra mme mlle vs v viz cf e.g i.e eg ie f.e sens reps gens profs lieut comdr rs
      attn asst assoc
      """,
    number: """
      no nos nr p pp pg pgs fig figs vol vols sec secs art arts ch chap eq eqs ex ed eds para pt pts tel ext app ver
      jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri approx ca n°
      """,
    either: """
      inc co corp ltd bros jr sr esq plc llc pty assn dept univ ave blvd rd hwy mfg intl natl
      """,
    place: """
      ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mo mont neb nev okla ore pa penn tenn
      tex vt va wash wis wyo
      """,
    last: "etc al a.m p.m")

  private static let languages: [String: Abbreviations] = {
    let german = Abbreviations(
      base: international,
      title: """
        hr hrn fr frl prof dr dipl ing st bzw bspw z.b z.zt d.h i.d.r u.a u.ä o.ä s.o s.u v.a inkl exkl zzgl bzgl sog
        evtl ggf geb gest verh vgl ehem lt phil rer nat med jur h.c a.d b.a m.a f.d z.t i.v i.a gem allg kath evang ev
        rd näml resp einschl einschließl insb österr dt engl frz ital span röm griech lat amerik königl
        """,
      number:
        "nr abs abb abschn anm art aufl bd bde hrsg jg kap s ss seite tab z ziff tsd ca max min",
      either: "str e.v gmbh co kg mio mrd", last: "usw etc ff u.s.w")
    let french = Abbreviations(
      base: international,
      title:
        "m mm mme mmes mlle mlles me mgr dr pr st ste sts stes cf env p.ex c.-à-d c.à.d av bd pl chap boul dir gén",
      number: "n° art p pp vol fig no éd t env janv févr avr juil sept oct nov déc tél", last: "etc")
    let spanish = Abbreviations(
      base: international,
      title: """
        sr sra srta sres sras dr dra dres d dña da ud uds vd vds lic ing arq prof profa gral cnel cap tte sto sta fr mons
        excmo excma ilmo ilma hnos ee dpto avda pza c p.ej ej
        """,
      number:
        "núm núms n° nº art arts pág págs párr párrf cap vol fig tel aprox ene feb mar abr jun jul ago sep oct nov dic",
      either: "uu ee.uu cía s.a ltda", last: "etc a.c d.c")
    let italian = Abbreviations(
      base: international,
      title: """
        sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa avv ing arch geom rag on sen gen col cap ten don mons sr ss
        egr gent spett dir amm psicol st d cte f.lli c.so v.le p.za p.zza es cfr
        """,
      number:
        "n nn art artt pag pagg p pp vol fig cap tel n° nr gen feb mar apr mag giu lug ago set ott nov dic",
      last: "ecc etc")
    let portuguese = Abbreviations(
      base: international,
      title: """
        sr sra srs sras srta dr dra drs dras prof profa profs eng enga arq exmo exma ilmo ilma gen cel cap ten sgt pe d
        sto sta av r pça al trav p.ex ex
        """,
      number:
        "n nº núm art arts pág págs p pp vol fig cap tel jan fev mar abr mai jun jul ago set out nov dez",
      either: "ltda cia s.a", last: "etc a.c d.c")
    let dutch = Abbreviations(
      base: international,
      title: """
        dhr mevr mw mej mr mrs drs dr ir ing prof ds st jhr bijv bv o.a d.w.z i.p.v m.b.t t.a.v t.o.v n.a.v i.v.m evt resp
        incl excl zgn vgl a.u.b
        """,
      number: "nr nrs max min blz p pp art afb hfst ca jan feb mrt apr jun jul aug sept okt nov dec tel",
      either: "n.v b.v", last: "enz etc")
    let russian = Abbreviations(
      base: international,
      title: """
        г-н г-жа ул пер пр-т просп пл бул наб д кв корп стр св проф акад доц канд докт чл.-корр гл зам зав ген полк кап
        лейт серж т.е т.н т.к т.о см ср напр о-в р-н пос дер обл респ м-р мл ст англ фр франц итал исп греч рус русск
        укр прим ред сост изд
        """,
      number: "п пп рис табл ч с № тел янв февр фев апр авг сент сен окт нояб ноя дек т кн вып куб",
      either: "им долл", unit: "г гг в вв млн млрд тыс руб коп дол м км кг мин",
      last: "др пр т.д т.п т.ч н.э")
    let nordic = Abbreviations(
      base: international,
      title: """
        hr fr frk dr prof st skt bl.a f.eks t.ex d.v.s dvs s.k jf jfr jvf ca inkl ekskl exkl evt ev resp
        pga p.g.a ift mht vedr t.o.m fr.o.m ang
        """,
      number:
        "nr s kap fig kl ca tlf tel art stk jan feb mar apr jun jul aug sep sept okt nov dec des mio mia mill mrd",
      last: "osv m.m m.v m.fl etc")
    let polish = Abbreviations(
      base: international,
      title:
        "dr hab prof inż mgr św ul al pl im gen płk mjr kpt por ks bp tzw tzn np m.in tj ok ww zob por os",
      number: "nr str s art ust pkt poz rozdz tab rys t tel godz ok", unit: "r w", last: "itd itp etc")
    return [
      "en": international, "de": german, "fr": french, "es": spanish, "ca": spanish, "it": italian,
      "pt": portuguese,
      "gl": portuguese, "nl": dutch, "ru": russian, "uk": russian, "be": russian, "bg": russian,
      "kk": russian,
      "da": nordic, "nb": nordic, "no": nordic, "nn": nordic, "sv": nordic, "pl": polish,
    ]
  }()
}
