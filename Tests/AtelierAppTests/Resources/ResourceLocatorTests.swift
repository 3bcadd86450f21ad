import AtelierApp
import Foundation
import TestSupport
import Testing

@Suite struct ResourceLocatorTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory("locator")
  }

  private func locator(_ program: String, _ environment: [String: String] = [:]) -> ResourceLocator
  {
    ResourceLocator(
      executable: directory.url.appending(path: program), environment: environment)
  }

  private func path(_ url: URL) -> String {
    let path = url.path(percentEncoded: false)
    return String(path.dropFirst(directory.path.count)).trimmingCharacters(in: ["/"])
  }

  @Test func theCommandLineComesBeforeTheEnvironment() throws {
    let locator = locator("bin/atelier", ["ATELIER_EXERCISES": "/from/environment"])
    #expect(try locator.folder(.exercises, named: "/from/line").path().hasPrefix("/from/line"))
    #expect(try locator.folder(.exercises).path().hasPrefix("/from/environment"))
  }

  @Test func anInstalledProgramFindsWhatWasInstalledBesideIt() throws {
    try directory.write("", to: "prefix/share/atelier/Exercises/workshop.toml")
    try directory.write("", to: "prefix/share/atelier/Themes/dark.toml")
    let locator = locator("prefix/bin/atelier", ["ATELIER_EXERCISES": ""])
    #expect(path(try locator.folder(.exercises)) == "prefix/share/atelier/Exercises")
    #expect(path(try locator.folder(.themes)) == "prefix/share/atelier/Themes")
  }

  @Test func aDevelopmentBuildFindsItsSourceTree() throws {
    try directory.write("", to: "house/Package.swift")
    try directory.write("", to: "house/Exercises/workshop.toml")
    // A dependency's checkout has a Package.swift too, and no exercises.
    try directory.write("", to: "house/.build/Package.swift")
    let found = try locator("house/.build/debug/atelier").folder(.exercises)
    #expect(path(found) == "house/Exercises")
  }

  @Test func saysWhereItLooked() throws {
    try directory.write("", to: "house/Package.swift")
    let error = try #require(throws: ResourceError.self) {
      try locator("house/.build/debug/atelier").folder(.exercises)
    }
    #expect(
      error.looked.map { path(URL(filePath: $0)) }
        == ["house/.build/share/atelier/Exercises", "house/Exercises"])
    #expect(error.description.contains("--exercises DIR"))
    #expect(error.description.contains("ATELIER_EXERCISES"))
  }
}
