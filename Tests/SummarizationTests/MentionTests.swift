import Normalization
import Testing

@testable import Summarization

/// Which of several forms of a name is named.
@Suite struct MentionTests {
  @Test func `an organisation and its branch are one`() {
    let house = keywords(
      nil, ["He told BBC News in London. The BBC said it was true, and the BBC would know."])
    #expect(house.mentions.filter { $0.kind == .organization }.map(\.name) == ["BBC"])
    let fuller = keywords(nil, ["ABC said so in London. On ABC News she said the same."])
    #expect(fuller.mentions.filter { $0.kind == .organization }.map(\.name) == ["ABC News"])
    let bodies = keywords(
      nil, ["The Metropolitan Police spoke in London. The Metropolitan Police Federation did not."])
    #expect(bodies.mentions.filter { $0.kind == .organization }.count == 2)
  }
}
