// swift-tools-version: 6.2

import PackageDescription

/// Every target is built with the same settings; the pure modules and the tests are no exception.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
  .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
  .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
  .strictMemorySafety(),  // SE-0458
  .treatAllWarnings(as: .error),  // SE-0443
]

let package = Package(
  name: "nutgraf",
  products: [
    .executable(name: "nutgraf", targets: ["nutgraf"])
  ],
  targets: [
    // The C libraries, each behind a module map that names nothing but what is used.
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
    .target(name: "CLinux"),

    // Pure: bytes in, values out.
    .target(name: "JSONText"),
    .target(name: "Normalization", dependencies: ["CCLD2", "CUchardet", "JSONText"]),
    .target(name: "Summarization", dependencies: ["Normalization", "CStemmer"]),
    .target(name: "Publication", dependencies: ["JSONText", "Normalization", "Summarization"]),

    // The route of a file on disk; the service around it; the command line.
    .target(name: "Spooling", dependencies: ["CLinux", "CNettle", "JSONText"]),
    .target(
      name: "Daemon",
      dependencies: [
        "JSONText", "Normalization", "Summarization", "Publication", "Spooling", "CLinux", "CSystemd",
      ]),
    // What the commands are called and how they print, apart from the program so that tests reach it.
    .target(name: "Commands", dependencies: ["Daemon", "Spooling"]),
    .executableTarget(
      name: "nutgraf",
      dependencies: [
        "Commands", "Daemon", "JSONText", "Normalization", "Publication", "Spooling", "Summarization",
      ],
      // The toolchain's own linker packs the 40,000 relocations of a static Swift program into 8 KB of a MB.
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"])]),

    // What the weights of the line model are learnt from: Tests/Quality/train_lines.py.
    .executableTarget(
      name: "line-features", dependencies: ["Normalization"], path: "Tests/Quality/LineFeatures"),

    // What the weights of the summariser are learnt from: Tests/Quality/train_ranker.py.
    .executableTarget(
      name: "ranker-rows", dependencies: ["Normalization", "Summarization"], path: "Tests/Quality/RankerRows"),

    .testTarget(
      name: "NormalizationTests", dependencies: ["Normalization", "Publication", "Summarization"],
      exclude: ["Golden"]),
    .testTarget(name: "SummarizationTests", dependencies: ["Normalization", "Summarization"]),
    .testTarget(
      name: "PublicationTests", dependencies: ["JSONText", "Normalization", "Publication", "Summarization"]),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"]),
    .testTarget(name: "SpoolingTests", dependencies: ["JSONText", "Spooling"]),
    // Prints what the model of a page's blocks is learnt from (Tests/Quality/train_blocks.py).
    .executableTarget(name: "blocks", dependencies: ["Normalization"], path: "Tests/Quality/Blocks"),

    .testTarget(name: "CommandsTests", dependencies: ["Commands"]),
    // Measures the sentence splitter (Tests/Benchmarks/sentences).
    .executableTarget(name: "splitting", dependencies: ["Summarization"], path: "Tests/Benchmarks/Splitting"),

    .testTarget(name: "DaemonTests", dependencies: ["Daemon", "Spooling", "Summarization"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && !target.name.hasPrefix("C") {
  target.swiftSettings = settings
}

// Tests/Fuzz/run asks for the fuzz target, which nothing else can build: libFuzzer brings its main function.
if Context.environment["NUTGRAF_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Normalization", "Summarization", "Publication"], path: "Tests/Fuzz",
      exclude: ["Seeds", "words.txt", "run"], sources: ["Fuzz.swift"],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
