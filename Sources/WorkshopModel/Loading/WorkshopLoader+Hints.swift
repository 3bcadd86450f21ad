extension WorkshopLoader {
  /// The tables `[[hint]]`, in their order.
  func hints(in root: TOMLSection, for goals: [Goal]) throws(WorkshopError) -> [Hint] {
    var hints: [Hint] = []
    for section in try root.sections("hint") {
      try section.allow(only: ["text", "goal", "spelling"])
      let goal = try section.optionalString("goal")
      if let goal, !goals.contains(where: { $0.id == goal }) {
        throw section.error(
          "goal", "The exercise has no goal `\(goal)`.",
          goals.isEmpty
            ? "Declare it in [[goal]], or leave `goal` away."
            : "Write one of: \(goals.map(\.id).joined(separator: ", ")).")
      }
      hints.append(
        Hint(
          text: try section.paragraphs("text"), goal: goal, spelling: try spelling(in: section)))
    }
    return hints
  }

  /// The tables `[[pitfall]]`, in their order.
  func pitfalls(in root: TOMLSection) throws(WorkshopError) -> [Pitfall] {
    var pitfalls: [Pitfall] = []
    for section in try root.sections("pitfall") {
      try section.allow(only: ["id", "title", "sees", "recovery"])
      let id = try lowerCaseName("id", in: section)
      guard !pitfalls.contains(where: { $0.id == id }) else {
        throw section.error(
          "id", "Two pitfalls are called `\(id)`.", "Give each pitfall an id of its own.")
      }
      pitfalls.append(
        Pitfall(
          id: id, title: try section.string("title"), sees: try section.paragraphs("sees"),
          recovery: try section.paragraphs("recovery")))
    }
    return pitfalls
  }

  private func spelling(in section: TOMLSection) throws(WorkshopError) -> ManifestSpelling? {
    guard let text = try section.optionalString("spelling") else { return nil }
    guard let spelling = ManifestSpelling(rawValue: text) else {
      let known = ManifestSpelling.allCases.map(\.rawValue).joined(separator: ", ")
      throw section.error(
        "spelling", "`\(text)` is not a spelling of the CUDA requirement.",
        "Write one of: \(known).")
    }
    return spelling
  }
}
