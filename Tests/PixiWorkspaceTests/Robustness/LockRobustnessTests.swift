import Foundation
import PixiWorkspace
import TestSupport
import Testing

/// Whatever a lock file holds, what can be read of it is read: nothing traps, nothing hangs.
@Suite(.timeLimit(.minutes(10))) struct LockRobustnessTests {
  private static let tokens = [
    ":", "- ", "-", "[]", "{}", "'", "\"", "- conda: ", "- pypi: ", "packages:", "version: 7", "@",
    "x[ab] @ .", "size: 99999999999999999999999", "\u{0}", "\t", "\r", "é", "- name:", "",
  ]

  private static func samples() throws -> [[UInt8]] {
    try IndependentReading.files {
      $0.path.contains("/Fixtures/locks/") && $0.lastPathComponent == "pixi.lock"
    }.map { Array(try Data(contentsOf: URL(filePath: $0))) }
  }

  private func read(_ bytes: some Sequence<UInt8>) -> Int {
    let lock = PixiLock(Data(bytes))
    var packages = 0
    for environment in lock.environments {
      packages += lock.packages(of: environment.name).count
      for system in ["linux-64", "osx-arm64"] {
        _ = lock.selection(of: environment.name, subdirectory: system)?.download()
      }
    }
    return packages
  }

  @Test func tenThousandSpoiltLocks() throws {
    let samples = try Self.samples()
    var mutator = Mutator(seed: 1977, tokens: Self.tokens)
    var packages = 0
    for round in 0..<10_000 { packages += read(mutator.mutated(samples[round % samples.count])) }
    // Most of a spoilt file can still be read.
    #expect(packages > 20_000)
  }

  @Test func aLockCutAtAnyByteNeverHasMore() throws {
    for sample in try Self.samples() {
      let whole = read(sample)
      #expect(sample.indices.allSatisfy { read(sample.prefix($0)) <= whole })
    }
  }

  @Test(arguments: [
    [UInt8](repeating: UInt8(ascii: " "), count: 200_000),
    [UInt8](repeating: UInt8(ascii: "-"), count: 200_000),
    [UInt8](repeating: UInt8(ascii: ":"), count: 200_000),
    Array("packages:\n".utf8) + [UInt8](repeating: 0xFF, count: 200_000),
    Array(String(repeating: "environments:\n  a:\n    packages:\n      b:\n", count: 2_000).utf8),
  ])
  func hugeAndStrangeFilesAreReadThrough(bytes: [UInt8]) {
    #expect(PixiLock(Data(bytes)).packages(of: "a").isEmpty)
  }
}
