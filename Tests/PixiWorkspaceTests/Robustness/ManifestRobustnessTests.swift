import Foundation
import PixiWorkspace
import TestSupport
import Testing

/// Whatever a file holds, it is read or refused with its place: nothing traps, nothing hangs.
@Suite(.timeLimit(.minutes(10))) struct ManifestRobustnessTests {
  private static let tokens = [
    "=", "[", "]", "[[", "{", "}", "\"", "\"\"\"", "'''", "#", ".", "3", "0x1F", "nan", "true",
    "1979-05-27", "\\u0000", "\"\\u0000\"", "[[workspace]]", "[workspace]", "workspace", "default",
    "{ a = 1 }", "[{ platform = 3 }]", "a.b.c.d.e.f", "\u{0}", "é", "\r", "\u{FEFF}", "-", "",
  ]

  private static func samples() throws -> [(file: String, bytes: [UInt8])] {
    try IndependentReading.files {
      $0.path.contains("/Fixtures/readings/") && $0.pathExtension == "toml"
    }.map { ($0, Array(try Data(contentsOf: URL(filePath: $0)))) }
  }

  /// Reads it and merges every environment.
  /// - Returns: The error it was refused with; nil when it was read.
  @discardableResult
  private func read(_ bytes: some Sequence<UInt8>, as file: String) throws -> PixiManifestError? {
    do {
      let manifest = try PixiManifest(data: Data(bytes), file: file)
      for environment in manifest.environments {
        let merged = try #require(manifest.merged(environment.name))
        for platform in merged.platforms { _ = merged.dependencies(on: platform) }
      }
      return nil
    } catch let error as PixiManifestError {
      #expect(error.file == file)
      #expect(!error.reason.isEmpty)
      return error
    }
  }

  @Test func tenThousandSpoiltManifests() throws {
    let samples = try Self.samples()
    var mutator = Mutator(seed: 2026, tokens: Self.tokens)
    var refused = 0
    for round in 0..<10_000 {
      let sample = samples[round % samples.count]
      if try read(mutator.mutated(sample.bytes), as: sample.file) != nil { refused += 1 }
    }
    #expect((1_000..<9_500).contains(refused))
  }

  @Test func aManifestCutAtAnyByte() throws {
    for sample in try Self.samples() {
      for count in sample.bytes.indices { try read(sample.bytes.prefix(count), as: sample.file) }
    }
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000),
    "a = " + String(repeating: "[", count: 100_000),
    "a = " + String(repeating: "{ a = ", count: 50_000),
    "a = " + String(repeating: "[{ a.b.c = ", count: 20_000),
    String(repeating: "a.", count: 100_000) + "a = 1",
    "[" + String(repeating: "a.", count: 100_000) + "a]",
    "[[" + String(repeating: "a . ", count: 100_000) + "a]]",
    "[a]\n" + String(repeating: "\"a\".'b'.", count: 100_000) + "a = 1",
  ])
  func deepNestingIsRefusedWithItsPlace(text: String) throws {
    let error = try #require(try read(text.utf8, as: "pixi.toml"))
    #expect(error.line != nil && error.column != nil)
  }

  @Test func whatIsNoTextIsRefusedWithItsPlace() throws {
    let start = "[workspace]\nname = \""
    let none = try #require(try read(start.utf8 + [0xC3, 0x28], as: "pixi.toml"))
    #expect(none.description == "pixi.toml:2:9: it is not a text in UTF-8.")
    let null = try #require(try read((start + "é\u{0}\"").utf8, as: "pixi.toml"))
    #expect(null.line == 2 && null.column == 10)
    #expect(null.reason.contains("NUL"))
    #expect(try read([UInt8](repeating: 32, count: 2_000_000), as: "pixi.toml") != nil)
  }

  @Test(arguments: [
    "[", "[\n", "[ =x]", "[[", "[[\n", "[é]", "[[ #x]]", "[.a]", "[,]",
    "a = [}", "a = [1, }]", "a = 1979-05-27 3", "a = [1979-05-27 3\t]", "a = 1979-05-27Tq7:32:00",
  ])
  func whatTheParserCannotBearIsRefusedWithItsPlace(line: String) throws {
    let error = try #require(try read("[workspace]\n\(line)".utf8, as: "pixi.toml"))
    #expect(error.line == 2 || error.line == 3)
  }

  @Test func aByteOrderMarkAndAHugeKeyAreRead() throws {
    #expect(try read("\u{FEFF}[workspace]\nplatforms = []\n".utf8, as: "pixi.toml") == nil)
    let key = String(repeating: "k", count: 500_000)
    let manifest = try PixiManifest(
      text: "[workspace]\n[dependencies]\n\(key) = \"*\"\n", file: "pixi.toml")
    #expect(manifest.features["default"]?.dependencies.first?.name == key)
  }
}
