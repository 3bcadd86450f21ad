import Foundation

/// Reads a workshop from its folder of plain files; it runs nothing and writes nothing.
public struct WorkshopLoader: Sendable {
  public init() {}

  /// Reads `workshop.toml`, and the `exercise.toml` of every exercise that the outline names.
  ///
  /// Blocks while it reads some small files.
  /// - Throws: The first fault found, with its place and a remedy.
  public func load(from folder: URL) throws(WorkshopError) -> Workshop {
    let document = try TOMLDocument(
      folder.appending(path: "workshop.toml"),
      missing: "Give the folder of a workshop, the one with workshop.toml in it: --exercises DIR.")
    let root = document.root
    try root.allow(only: [
      "id", "title", "event", "location", "starts", "segment", "correction",
    ])
    let segments = try segments(in: root)
    return Workshop(
      id: try identifier("id", in: root),
      title: try root.string("title"),
      event: try root.string("event"),
      location: try root.optionalString("location"),
      starts: try starts(in: root),
      segments: segments,
      corrections: try corrections(in: root, segments: segments),
      exercises: try exercises(in: root, folder: folder))
  }

  private func starts(in root: TOMLSection) throws(WorkshopError) -> TimeOfDay {
    let text = try root.string("starts")
    guard let time = TimeOfDay(text) else {
      throw root.error(
        "starts", "`\(text)` is not a time of day.", "Write hours and minutes: starts = \"13:30\"")
    }
    return time
  }

  /// A name that is fit for a folder and for a command line.
  func identifier(_ key: String, in section: TOMLSection) throws(WorkshopError) -> String {
    let name = try section.string(key)
    guard Identifier.isValid(name) else {
      throw section.error(key, "`\(name)` cannot be a name here.", Identifier.remedy)
    }
    return name
  }
}
