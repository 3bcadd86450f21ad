import Foundation
import PixiWorkspace
import SessionEngine
import Testing

/// A folder in Tests/Fixtures/manifests with what must be found in it.
struct ManifestFixture: Decodable, Sendable, CustomTestStringConvertible {
  struct Found: Decodable, Hashable, Sendable {
    let way: String
    let file: String
    let line: Int?
  }

  let name: String
  let exercise: String
  let shows: String
  /// The installed pixi; nil for none.
  let pixi: String?
  let findings: [Found]

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../Fixtures/manifests")
    .standardizedFileURL

  static func all() throws -> [ManifestFixture] {
    let data = try Data(contentsOf: folder.appending(path: "fixtures.json"))
    return try JSONDecoder().decode([ManifestFixture].self, from: data)
  }

  var folder: URL { Self.folder.appending(path: name) }

  func subject() throws -> CheckSubject {
    let place = URL(filePath: PixiManifest.place(in: folder.path))
    var texts: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      texts[file] = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }
    return Self.subject(
      folder: folder, file: place.lastPathComponent, texts: texts,
      pixi: pixi.flatMap(PixiVersion.init(parsing:)))
  }

  static func subject(
    folder: URL, file: String, texts: [String: String], pixi: PixiVersion?
  ) -> CheckSubject {
    var manifest = CheckSubject.Manifest.missing
    if let text = texts[file] {
      do {
        manifest = .read(try PixiManifest(text: text, file: file))
      } catch let error as PixiManifestError {
        manifest = .unreadable(error)
      } catch {
        Issue.record("\(error)")
      }
    }
    return CheckSubject(
      folder: folder, manifestFile: file, manifest: manifest,
      lock: texts["pixi.lock"].map { PixiLock(text: $0) }, pixi: pixi, texts: texts)
  }
}
