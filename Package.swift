// swift-tools-version: 6.2
import PackageDescription

/// Settings shared by every Swift target: the Swift 6 language mode comes with the tools version.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let tomlKit: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

/// A Swift library target with the project's settings.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target, mirrored name for name.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], excluding excluded: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    exclude: excluded,
    swiftSettings: strict)
}

let package = Package(
  name: "atelier",
  products: [
    .executable(name: "atelier", targets: ["atelier"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CNCurses"),
    .systemLibrary(name: "CVTerm"),
    .systemLibrary(name: "CNVML"),
    .target(name: "CPosix"),

    library("TerminalCore", ["CPosix"]),
    library("TextEditing"),
    library("TOMLReading", [tomlKit]),
    library("WorkshopModel", ["TOMLReading"]),
    library("PixiWorkspace", ["TOMLReading", subprocess]),
    library("GPUMetrics", ["CNVML", subprocess]),
    library("ProcessRunner", ["TerminalCore", "CVTerm", "CPosix"]),
    library("NCursesBackend", ["TerminalCore", "CNCurses", "CPosix"]),
    library(
      "SessionEngine",
      [
        "WorkshopModel", "PixiWorkspace", "GPUMetrics", "ProcessRunner", "TerminalCore",
        subprocess, grdb, sqlite,
      ]),
    library(
      "Console",
      [
        "SessionEngine", "TextEditing", "TerminalCore", "WorkshopModel", "PixiWorkspace",
        "GPUMetrics", "ProcessRunner",
      ]),
    library(
      "AtelierApp",
      [
        "Console", "SessionEngine", "NCursesBackend", "GPUMetrics", "WorkshopModel",
        "PixiWorkspace",
        "ProcessRunner", "TextEditing", "TerminalCore", "CPosix", "TOMLReading",
        argumentParser,
      ]),
    .executableTarget(
      name: "atelier", dependencies: ["AtelierApp", "CPosix"], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: [], path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "EngineTestSupport", dependencies: ["SessionEngine"], path: "Tests/EngineTestSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "database-writer", dependencies: ["SessionEngine"], path: "Tests/DatabaseWriter",
      swiftSettings: strict),
    tests(of: "TerminalCore"),
    tests(of: "TextEditing"),
    tests(of: "WorkshopModel"),
    tests(of: "PixiWorkspace"),
    tests(of: "GPUMetrics"),
    tests(
      of: "ProcessRunner", ["TerminalCore"],
      excluding: ["Conformance/Fixtures", "Conformance/Recording"]),
    tests(of: "NCursesBackend", ["TerminalCore"], excluding: ["Terminal/Fixtures"]),
    tests(
      of: "SessionEngine",
      [
        "EngineTestSupport", "WorkshopModel", "ProcessRunner", "PixiWorkspace", "GPUMetrics",
        "TerminalCore", grdb,
      ]),
    tests(
      of: "Console",
      [
        "SessionEngine", "TextEditing", "TerminalCore", "WorkshopModel", "PixiWorkspace",
        "GPUMetrics", "ProcessRunner",
      ]),
    tests(
      of: "AtelierApp",
      [
        "EngineTestSupport", "Console", "SessionEngine", "GPUMetrics", "WorkshopModel",
        "ProcessRunner", "TerminalCore",
      ]),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
