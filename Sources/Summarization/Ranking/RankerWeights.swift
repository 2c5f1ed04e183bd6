extension Ranker {
  /// Learnt on 1,492 CNN articles of 2015: logistic regression on the sentences that a greedy oracle takes to come
  /// closest to the editors' highlights by ROUGE-1 and ROUGE-2.
  static let cnn = Ranker(
    weights: [
      -0.689,  // logPosition
      -1.1763,  // inversePosition
      1.7466,  // earlyCentroid
      4.5862,  // centroid
      4.6253,  // directedCentrality
      -0.6898,  // length
      -0.1711,  // isLong
      0.1082,  // isShort
      -0.3452,  // startsQuoted
      0.5942,  // coverage
      0.583,  // capitals
      0.4637,  // digits
      0.2526,  // isQuestion
      -0.0382,  // isDangling
      -0.3412,  // isUnended
    ], bias: -1.5068)

  /// Learnt on the same and on 500 Vietnamese articles with their newspapers' abstracts: better where the text is not
  /// English.
  static let multilingual = Ranker(
    weights: [
      -0.6366,  // logPosition
      -0.9029,  // inversePosition
      1.7482,  // earlyCentroid
      5.2365,  // centroid
      2.2505,  // directedCentrality
      -0.6845,  // length
      -0.1662,  // isLong
      0.0336,  // isShort
      -0.374,  // startsQuoted
      0.0052,  // coverage
      0.7885,  // capitals
      0.1421,  // digits
      0.2349,  // isQuestion
      -0.0214,  // isDangling
      -0.534,  // isUnended
    ], bias: -1.6464)
}
