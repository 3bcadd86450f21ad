import Foundation
import Testing

@Suite struct ArchitectureTests {
  /// The rows of ARCHITECTURE.md's table: a target's name and what it imports.
  private func documented() throws -> [String: Set<String>] {
    var rows: [String: Set<String>] = [:]
    for line in try Repository.text(of: "ARCHITECTURE.md").split(separator: "\n") {
      let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| `"), fields.count == 3 else { continue }
      let imports = fields[2].split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      rows[fields[0].trimmingCharacters(in: ["`"])] = Set(imports.filter { $0 != "-" })
    }
    return rows
  }

  @Test func theTableIsThePackage() throws {
    let documented = try documented()
    let package = try PackageDescription.ofRepository()
    let targets = package.targets.filter {
      $0.type != "test" && $0.path?.hasPrefix("Tests/") != true
    }
    #expect(Set(targets.map(\.name)) == Set(documented.keys))
    for target in targets {
      #expect(
        Set(target.dependencies.map(\.name)) == documented[target.name],
        "ARCHITECTURE.md does not say what Package.swift gives to \(target.name)")
    }
  }

  @Test func onlyTheBackendImportsNCurses() throws {
    for path in Repository.sources(below: "Sources") where path.hasSuffix(".swift") {
      let imports = try Repository.text(of: path).contains("import CNCurses\n")
      #expect(!imports || path.hasPrefix("Sources/NCursesBackend/"), "\(path)")
    }
  }

  @Test func onlyTheGuardedReaderImportsTheTOMLParser() throws {
    for path in Repository.sources(below: "Sources") where path.hasSuffix(".swift") {
      let imports = try Repository.text(of: path).contains("import TOMLKit\n")
      #expect(!imports || path.hasPrefix("Sources/TOMLReading/"), "\(path)")
    }
  }
}
