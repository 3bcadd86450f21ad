import Foundation
import Testing

@Suite struct FilesTests {
  @Test func theTopFoldersAreTheAllowedOnes() throws {
    let allowed: Set = ["Sources", "Tests", "Exercises", "Themes"]
    let entries = try FileManager.default.contentsOfDirectory(
      at: Repository.root, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles
    )
    let folders = try entries.filter {
      try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
    }
    #expect(Set(folders.map(\.lastPathComponent)).subtracting(allowed).isEmpty)
  }

  @Test func noSourceFileIsLong() throws {
    let sources = Repository.sources(below: "Sources") + Repository.sources(below: "Tests")
    #expect(!sources.isEmpty)
    for path in sources {
      let lines = try Repository.text(of: path).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(lines <= 501, "\(path) has \(lines - 1) lines")
    }
  }
}
