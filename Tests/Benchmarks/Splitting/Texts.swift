/// Sentences by language, as newspapers print them: with abbreviations, numbers, quotations and brackets.
let texts: [String: [String]] = [
  "en": [
    "The council of Elm Ferry voted 7-4 on Tuesday to close the old bridge, which was built in 1931, for at least two years.",
    "Mr. Tolliver, 54, told Dr. Quill of St. Bride's that the U.S. had paid for it.",
    "“We will not wait,” she said.", "“Who pays for it? We do,” he added, and left the room.",
    "Shares of Harbor Corp. fell 3.5 percent to $12.40 at 4 p.m. on Monday.",
    "The plan (first shown in Jan. 2019) would cost about $1.2 million a year.", "Nobody was hurt.",
    "It was not clear when the ferry would sail again, the harbor master's office said in a statement, adding that the wind had dropped.",
    "Prices rose... and rose again.",
    "\"It's over,\" said J. K. Marlowe, who runs the mill at www.example.org/mill.",
  ],
  "de": [
    "Der Stadtrat von Ulmenfurt hat am 3. Oktober mit 7 zu 4 Stimmen beschlossen, die alte Brücke für zwei Jahre zu sperren.",
    "„Wir warten nicht“, sagte Dr. Uhl.", "Das kostet z. B. 5,4 Mio. Euro im Jahr, d. h. mehr als bisher.",
    "Verletzt wurde niemand.",
    "Die Feier zum 25. Jubiläum (geplant für den 12. Mai) fällt aus, wie die Behörde mitteilte.",
    "„Gehen wir? Jetzt?“, fragte sie.",
    "Über die Gründe, hieß es bei der Hafenverwaltung, lasse sich noch nichts Näheres sagen.",
  ],
  "fr": [
    "Le conseil municipal a voté mardi, par 7 voix contre 4, la fermeture du vieux pont, construit en 1931, pour deux ans au moins.",
    "« Nous n'attendrons pas », a dit M. Leduc.", "Personne n'a été blessé.",
    "Le projet coûterait env. 1,2 million d'euros (cf. p. 12).",
    "« Qui paiera ? Nous », a-t-elle ajouté avant de quitter la salle.",
    "J.-P. Morvan, 54 ans, dirige le moulin depuis l'été dernier.",
  ],
  "es": [
    "El pleno aprobó el martes, por 7 votos contra 4, el cierre del puente viejo, construido en 1931, durante al menos dos años.",
    "¿Quién lo pagará? ¡Nosotros!", "El Sr. Vidal y la Dra. Paz viven en EE. UU. desde 2001.",
    "Nadie resultó herido.",
    "«No vamos a esperar», dijo la alcaldesa.",
    "El art. 5 no cambia, según informó la oficina del puerto en un comunicado.",
  ],
  "ru": [
    "Городской совет во вторник семью голосами против четырёх решил закрыть старый мост, построенный в 1931 г., на два года.",
    "А. С. Громов приехал в г. Тверь.", "«Ждать мы не будем», — сказал он.", "Никто не пострадал.",
    "Цена — 5 тыс. руб. за штуку, сообщила администрация порта.", "Кто заплатит? Мы!",
  ],
  "el": [
    "Το δημοτικό συμβούλιο ψήφισε την Τρίτη με 7 ψήφους έναντι 4 να κλείσει την παλιά γέφυρα για δύο χρόνια.",
    "«Δεν θα περιμένουμε», είπε ο κ. Νικολάου.", "Ποιος θα πληρώσει; Εμείς!", "Κανείς δεν τραυματίστηκε.",
  ],
  "ar": [
    "صوت مجلس المدينة يوم الثلاثاء بأغلبية سبعة أصوات مقابل أربعة على إغلاق الجسر القديم الذي بني عام 1931 لمدة عامين.",
    "وقال رئيس البلدية: \"لن ننتظر\".", "من سيدفع؟ نحن!",
    "ولم يصب أحد بأذى، بحسب بيان صادر عن إدارة الميناء.",
  ],
  "hi": [
    "नगर परिषद ने मंगलवार को पुराने पुल को दो साल के लिए बंद करने का फैसला किया, जो 1931 में बना था।",
    "डॉ. वर्मा ने कहा, \"हम इंतज़ार नहीं करेंगे।\"",
    "कोई घायल नहीं हुआ।", "पैसा कौन देगा? हम!",
  ],
  "ja": [
    "市議会は火曜日、1931年に建てられた古い橋を少なくとも2年間閉鎖することを賛成7、反対4で決めた。", "「待つことはできない。」と市長は話した。",
    "けが人はいなかった。", "費用（約1億2000万円。詳細は未定）は誰が払うのか？", "港湾局によると、風は弱まっている。",
  ],
  "zh": [
    "市议会星期二以七票对四票通过决议，将1931年建成的旧桥关闭至少两年。", "市长说：“我们不会再等。”", "无人受伤。", "谁来付钱？是我们！",
    "港务局在一份声明中说，风力已经减弱，渡轮（每天两班）很快就会恢复。",
  ],
  "ko": [
    "시의회는 화요일 1931년에 지어진 옛 다리를 적어도 2년 동안 닫기로 찬성 7, 반대 4로 결정했다.", "“기다리지 않겠다.” 시장이 말했다.", "다친 사람은 없었다.",
    "누가 돈을 내는가? 우리다!",
  ],
]
