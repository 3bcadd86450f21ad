import Foundation
import TestSupport

/// A workshop's folder with nothing in it besides `workshop.toml`.
struct TemporaryWorkshop {
  private let directory: TemporaryDirectory
  var url: URL { directory.url }

  init(_ outline: String) throws {
    directory = try TemporaryDirectory("workshop")
    try directory.write(outline, to: "workshop.toml")
  }
}
