// Written by Tests/Quality/train_headers.py; not to be edited.

/// What a line without any feature scores.
let signatureBias: Float = 0.15

/// The weight of each ``SignatureFeature``.
let signatureWeights: [(feature: SignatureFeature, weight: Float)] = [
  (.givenName, 1.12),
  (.noGivenName, -1.12),
  (.knownWords, -1.54),
  (.repeated, 0.41),
  (.besideCopy, 0.57),
  (.dateNext, 0.90),
  (.dateNear, 0.65),
  (.dateBefore, 0.50),
  (.afterOpening, 1.31),
  (.afterHeadline, 0.58),
  (.nearHeadline, 1.25),
  (.beforeHeadline, -0.67),
  (.insideText, -0.41),
  (.standfirstBefore, -0.11),
  (.sentenceNext, 0.26),
  (.oneWord, -0.05),
  (.threeWords, -0.15),
  (.fourWords, -0.28),
  (.severalNames, -0.49),
  (.capitals, -0.39),
  (.organization, -0.22),
  (.titleNext, 0.42),
  (.menuAround, -0.43),
  (.furnitureNext, 0.02),
  (.captionNext, -0.60),
  (.captionBefore, 0.37),
  (.namesAround, 0.11),
]
