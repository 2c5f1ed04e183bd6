// Learnt on the open half of the corpora; Tests/Quality/train_headers.py --folds 5 judges them beside what it would learn.

/// What a line without any feature scores.
let signatureBias: Float = -0.85

/// The weight of each ``SignatureFeature``.
let signatureWeights: [(feature: SignatureFeature, weight: Float)] = [
  (.givenName, 1.07),
  (.noGivenName, -1.07),
  (.knownWords, -1.83),
  (.repeated, 1.48),
  (.besideCopy, -0.27),
  (.dateNext, 1.71),
  (.dateNear, 0.90),
  (.dateBefore, 0.84),
  (.afterOpening, 1.14),
  (.afterHeadline, 0.48),
  (.nearHeadline, 1.50),
  (.beforeHeadline, -0.46),
  (.insideText, -0.38),
  (.standfirstBefore, -0.01),
  (.sentenceNext, 0.32),
  (.oneWord, 0.00),
  (.threeWords, -0.53),
  (.fourWords, -1.54),
  (.severalNames, -0.99),
  (.capitals, -1.50),
  (.organization, 0.38),
  (.titleNext, 1.07),
  (.menuAround, -1.00),
  (.furnitureNext, -0.09),
  (.captionNext, -0.54),
  (.captionBefore, 0.54),
  (.namesAround, 0.07),
]
