/// Whether a line names other sources or makers of the story.
///
/// Such are "With inputs from agencies", "(Reporting by Jane Doe; editing by John Roe)" and "The Gazette contributed to
/// this report."
func namesSources(_ line: Line) -> Bool {
  guard line.isKeyed, line.words <= 45 else { return false }
  return line.starts(withAny: sourceCreditOpenings, ofAtMost: 5)
    || line.ends(withAny: sourceCreditEndings, ofAtMost: 6)
}

extension Line {
  /// Whether it ends a company's announcement with the name of the sender: "SOURCE Holt Ferries".
  var namesSender: Bool { (2...10).contains(words) && !isProse && starts(with: "SOURCE ") }

  /// Whether it says behind a label from whom the text comes: "Quelle: dpa".
  var namesSource: Bool {
    words <= 8 && tokens.count > 2 && tokens[0].isAny(of: sourceLabels)
      && (tokens[1].isMark(":") || tokens[1].isMark("："))
  }
}

private let sourceLabels: WordSet = [
  "quelle", "quellen", "source", "sources", "fuente", "fuentes", "fonte", "fonti", "fontes", "bron",
  "bronnen", "kilde", "källa",
  "lähde", "źródło", "zdroj", "источник", "джерело", "πηγή", "kaynak", "sumber", "nguồn", "المصدر", "منبع",
  "מקור", "स्रोत",
  "来源", "來源", "출처", "ที่มา",
]

private let sourceCreditOpenings = WordSet(phrases: [
  "with input from", "with inputs from", "with agency inputs", "with agencies", "with inputs by",
  "with reporting by",
  "with additional reporting by", "with files from", "with additional reporting from", "with reporting from",
  "with information from", "inputs from", "additional reporting by", "additional reporting", "reporting by",
  "reporting and writing by", "writing by", "editing by", "edited by", "report by", "compiled by",
  "with wires", "with afp", "with reuters", "with ap", "mit material von", "mit agenturmaterial",
  "mit informationen von",
  "mit dpa", "avec afp", "avec reuters", "avec agences", "avec les agences", "con información de",
  "con informaciones de", "con información de agencias", "com informações de", "com informações da",
  "com informações do", "com agências", "con agenzie", "met medewerking van",
  "this report includes information from",
  "this story was first published", "this story was originally published",
  "this article was originally published",
])
private let sourceCreditEndings = WordSet(phrases: [
  "contributed to this report", "contributed to this story", "contributed to this article",
  "contributed reporting", "contributed research",
  "contributed to this post", "hat zu diesem bericht beigetragen", "haben zu diesem bericht beigetragen",
  "a contribué à cet article", "contribuyó a este artículo", "contribuyó con este reporte",
])
