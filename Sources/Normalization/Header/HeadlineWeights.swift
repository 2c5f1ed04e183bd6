extension HeadlineFeatures {
  /// How much speaks for the line: above 0 it may be the headline.
  var score: Float {
    var score = headlineBias
    for index in values.indices where values[index] != 0 { score += values[index] * headlineWeights[index] }
    return score
  }
}

/// What a line without any feature scores.
private let headlineBias: Float = -0.68

/// The weight of each feature: a conditional logit, in which the lines of a page compete with each other and with there being
/// no headline at all, with a penalty on the squares.
///
/// Learnt on the open half of the corpora: pages as a person copies them, and whole. Cross-validated by page, in five
/// parts, it finds the line of the headline more often than the rules before it, which were written with these pages
/// in sight.
private let headlineWeights: [Float] = HeadlineFeature.allCases.map { feature in
  weights.first { $0.feature == feature }?.weight ?? 0
}

private let weights: [(feature: HeadlineFeature, weight: Float)] = [
  (.sharedWords, 1.85),
  (.sharedCount, 1.85),
  (.noContent, -0.61),
  (.oneWord, -2.81),
  (.twoWords, -1.94),
  (.threeWords, -1.46),
  (.fewWords, -0.57),
  (.manyWords, -0.66),
  (.overlong, -1.68),
  (.endsWithStop, -1.90),
  (.endsWithColon, -0.67),
  (.endsWithQuestion, 0.60),
  (.endsWithBracket, -0.81),
  (.isProse, -1.73),
  (.continues, -1.08),
  (.startsWithQuote, -0.03),
  (.startsWithDots, -0.16),
  (.noSmallLetter, -0.82),
  (.hasTrailMark, -0.84),
  (.isAddress, -0.01),
  (.hasColon, 0.90),
  (.hasNumber, 0.04),
  (.isRepeated, 0.44),
  (.repeatsEarlier, 0.41),
  (.endsOther, 1.40),
  (.startsOther, -0.57),
  (.endsWithOther, -0.54),
  (.startsWithOther, -0.76),
  (.hasTwin, 0.25),
  (.followsKicker, -0.86),
  (.hasKicker, 0.67),
  (.isFirst, 2.22),
  (.isSecond, 0.78),
  (.isAmongFive, 1.31),
  (.linesBefore, -0.48),
  (.linesInto, -0.31),
  (.sentencesBefore, -0.42),
  (.startsRun, -0.30),
  (.dateNext, 1.00),
  (.bylineNext, 0.82),
  (.metadataNear, 0.88),
  (.metadataBefore, 0.11),
  (.shortBefore, 0.25),
  (.shorterBefore, 0.33),
  (.sentenceBefore, -0.32),
  (.sentenceNext, 0.20),
  (.shortNext, -0.02),
  (.longNext, 0.98),
  (.furnitureNext, -0.06),
  (.furnitureBefore, -0.90),
  (.captionNext, 0.05),
  (.captionBefore, 0.69),
  (.menuBefore, 0.89),
  (.menuAfter, 0.19),
  (.endsTrail, 0.73),
  (.isCaption, -1.36),
  (.isCaptionTwice, -0.17),
  (.isNames, -0.24),
  (.isByline, -0.43),
  (.isDate, -1.85),
]
