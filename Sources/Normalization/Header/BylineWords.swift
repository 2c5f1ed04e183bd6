/// The words that open bylines, in lower case.
let bylineOpenings = WordSet(
  phrases: openings.split { $0 == "|" || $0 == "\n" }.map { String($0) })

private let openings = """
  by|written by|reported by|story by|words|words by|posted by|published by|analysis by|review by|opinion by|report by|author|authors|byline|bylines
  reporter|von|kommentar von|ein kommentar von|eine analyse von|analyse von|interview von|ein gastbeitrag von|gastbeitrag von
  eine kolumne von|text von|bericht von|autor|autorin|autoren|text|verfasst von|geschrieben von|redaktion
  par|propos recueillis par|publié par|écrit par|rédigé par|article rédigé par|texte|auteur|autrice|por|escrito por|publicado por|redactado por
  texto|texto de|autora|di|a cura di|scritto da|testo di|autore|autrice|per|escrit per|text de|escrito por
  door|geschreven door|af|av|skrevet af|skrevet av|tekst|text av|skriven av|journalist|teksti|kirjoittaja|toimittaja|höfundur
  autorzy|oprac|opracowanie|opracował|opracowała|autoři|napsal|napsala|autori|napísal|napísala|piše|napisao|napisala|avtor|írta|szerző|scris de
  yazan|yazar|haber|muhabir|nga|autorius|autors|autors|egilea
  автор|авторы|текст|автори|аўтар|пише|аутор|от|του|της|γράφει|γράφουν|ο συντάκτης|συντάκτης|հեղինակ|ავტორი
  מאת|כתב|כתבה|بقلم|كتب|كتبت|إعداد|نویسنده|خبرنگار|گزارش|تحریر|مصنف|लेखक|द्वारा|লেখক|โดย|ผู้เขียน
  oleh|penulis|tác giả|ni|na
  文|著者|取材|執筆|記者|作者|记者|撰文|文字|글|기자
  """

/// The openings that are words of the language as well: only a colon makes bylines of them.
let needsColon = WordSet(
  words: """
    author authors byline bylines reporter words autor autorin autoren text tekst opracowanie autorzy autoři автор авторы текст автори аўтар аутор penulis redaktion
    texte auteur autrice texto autora autore per journalist teksti kirjoittaja toimittaja höfundur autori avtor írta szerző yazan
    yazar haber muhabir autorius autors egilea от του της συντάκτης հեղինակ ავტორი כתב כתבה كتب كتبت إعداد نویسنده خبرنگار گزارش تحریر مصنف लेखक
    द्वारा লেখক ผู้เขียน giả ni na 文 著者 取材 執筆 記者 作者 记者 撰文 文字 글 기자
    """)

/// The words that stand before the author's name in the bylines of a language and are names or parts of names in others.
let bylinePrepositions = ["ca": WordHash("per"), "sw": WordHash("na"), "ro": WordHash("de")]
