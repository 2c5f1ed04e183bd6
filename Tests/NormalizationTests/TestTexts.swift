import Normalization

/// The first article of a text without a name.
func article(_ text: String) throws -> Article {
  try articles(
    in: SourceFile(name: [], sha256: "", bytes: Array(text.utf8)), options: NormalizationOptions())[0]
}

/// The paragraphs that tests put the furniture of sites and databases around.
let pierStory = [
  "The harbour trust of Brindlemoor said on Monday that the old pier will be closed to all ferries from the spring.",
  "Engineers found holes in nine of its pillars, two of which carry the ramp, and nobody knows how old they are.",
  "“We had hoped for one more summer,” said Mara Holt, who has sold tickets on the pier for thirty-one years.",
  "The council will pay for buses to the new quay until the end of June, and it will not say what comes after that.",
]
