// Abbreviations by language; stops inside are written, the last one is left out.

extension Abbreviations {
  static let international = Abbreviations(
    title: """
      mr mrs ms messrs dr drs prof st bt bte mt ft sen rep gov gen lt col maj capt cpt cmdr adm sgt cpl pvt pfc rev hon pres supt
      det insp fr sra mme mlle vs v viz cf e.g i.e eg ie f.e sens reps gens profs lieut comdr rs
      attn asst assoc govt misc incl excl prob voc
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

  static let languages: [String: Abbreviations] = {
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
    let ukrainian = Abbreviations(
      base: international,
      title: """
        вул пр просп пл бул буд кв корп св проф акад доц канд докт гл заст зав ген полк кап лейт серж т.зв т.ч див пор напр
        обл р-н смт с м ст англ нім фр італ ісп грец рос укр прим ред о-в ім п пп
        """,
      number: "ч рис табл № тел січ лют бер квіт трав черв лип серп верес жовт листоп груд т кн розд ст",
      either: "ін дол", unit: "р рр ст млн млрд тис грн коп км кг хв год", last: "т.п т.д н.е")
    let bulgarian = Abbreviations(
      base: international,
      title: """
        ул бул пл ж.к бл вх ап св проф акад доц д-р инж ген полк кап г-н г-жа г-ца т.е т.нар напр вж ср вкл изкл обл общ гр с
        англ нем фр итал исп гръц рус бълг чл зам
        """,
      number: "ч рис табл № тел ян февр апр авг септ окт ноем дек т кн ал стр", either: "г гг в др лв щ",
      unit: "млн млрд хил км кг мин", last: "т.н пр.н.е н.е")
    let kazakh = Abbreviations(
      base: russian, title: "т.б т.с.с мыс қар көш ауд обл", number: "б", unit: "ж жж ғ ғғ мың теңге",
      last: "т.б т.с.с")
    let czech = Abbreviations(
      base: international,
      title: """
        dr ing mgr bc mudr judr phdr rndr paeddr doc prof akad arch gen plk mjr kpt por sv ul nám tř tzv tj např resp popř
        mj př r ř angl něm fr it špan lat čes slov kol vč event
        """,
      number: "č čís str s odst písm kap obr tab sv roč tel hod cca kč",
      either: "o.p.s a.s s.r.o spol mil mld tis",
      last: "atd apod aj n.l př.n.l")
    let finnish = Abbreviations(
      base: international,
      title: "esim mm ns nk ks vrt ts eli em ko po toht tri prof maist fil lis dos kenr ev evl ort st pyh",
      number:
        "n no nro s ss luku kpl klo puh tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
      either: "oy oyj ab ry", unit: "mrd milj", last: "jne ym yms tms eaa jaa")
    let turkish = Abbreviations(
      base: international,
      title: """
        dr prof doç yrd av müh mim gen alb yb bnb yzb tğm uzm öğr gör arş sn hz st cad sok mah apt blv bul vb bkz örn
        ing alm fr ar far yun lat
        """,
      number: "no s ss c cilt sf md tel böl şek tab", either: "a.ş ltd şti", last: "vd vs")
    let greek = Abbreviations(
      base: international,
      title: "κ κα κος κκ δρ δις αγ στ π.χ δηλ βλ πρβλ λ.χ τ.μ καθ αρχ λεωφ πλ οδ μτφρ επιμ σημ υπ αντ",
      number: "αρ άρθρ σ σελ τόμ τ κεφ εικ πίν παρ τηλ ιαν φεβρ απρ αυγ σεπτ οκτ νοεμ δεκ",
      either: "α.ε ε.π.ε εκατ δισ χιλ", last: "κ.λπ κλπ κ.ά κ.ο.κ π.μ μ.μ π.χ μ.χ")
    let hindi = Abbreviations(base: international, title: "डॉ श्री प्रो पं कु सं ई ले जन एड इं")
    let vietnamese = Abbreviations(
      base: international, title: "tp ts ths gs pgs bs ks ls nxb q p tx tt đ ngd ngnd nsưt nsnd", last: "v.v")
    let indonesian = Abbreviations(
      base: international,
      title:
        "dr drs dra ir prof h hj kh tgk jl jln gg kab kec kel ds rt rw sdr sdri bpk yth st a.n d.a s.d tn ny nn",
      number: "no hlm hal jil pas tel telp rp", either: "pt cv tbk", last: "dll dsb dst dkk")
    let arabic = Abbreviations(
      base: international, title: "د أ م ا أ.د ص.ب ج", number: "ص رقم ت هـ ق")
    let persian = Abbreviations(base: international, title: "دکتر ق م ر.ک", number: "ص ش ج")
    let hebrew = Abbreviations(
      base: international, title: "ד״ר ד\"ר פרופ׳ פרופ' פרופ מר גב׳ גב' עו״ד עו\"ד ר׳ ר'",
      number: "עמ׳ עמ' מס׳ מס'")
    let armenian = Abbreviations(base: international, title: "պրոֆ դոկտ ակադ գ թ տես օր", number: "էջ թիվ")
    // Thai parts sentences by spaces; its full stops are those of abbreviations.
    let thai = Abbreviations(
      base: international,
      title: """
        น ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค พ.ศ ค.ศ ดร นพ พญ ศ รศ ผศ น.ส ด.ช ด.ญ พล.อ พล.ท พล.ต พล.ต.อ พล.ต.ท
        พล.ต.ต พ.ต.อ พ.ต.ท พ.ต.ต ร.ต.อ ร.ต.ท ร.ต.ต ด.ต จ.ส.ต ส.ส ส.ว จ อ ต ถ ซ ม กม ซม ตร.ม กก ก.ม ร.ร รพ สภ กทม
        """)
    return [
      "th": thai, "en": international, "de": german, "fr": french, "es": spanish, "ca": spanish,
      "it": italian,
      "pt": portuguese, "gl": portuguese, "nl": dutch, "ru": russian, "be": russian, "uk": ukrainian,
      "bg": bulgarian,
      "kk": kazakh, "da": nordic, "nb": nordic, "no": nordic, "nn": nordic, "sv": nordic, "pl": polish,
      "cs": czech,
      "sk": czech, "fi": finnish, "tr": turkish, "el": greek, "hi": hindi, "vi": vietnamese, "id": indonesian,
      "ms": indonesian, "ar": arabic, "fa": persian, "he": hebrew, "hy": armenian,
    ]
  }()
}
