/// What is told of a GPU that is no number of the table of figures.
struct GPUFact: Hashable {
  let name: String
  /// Nil where it is not known.
  let value: String?
  /// Why it is not known.
  let reason: String
  /// What it does and does not mean.
  let explanation: String

  init(_ name: String, _ value: String?, reason: String = "not known", _ explanation: String) {
    self.name = name
    self.value = value
    self.reason = reason
    self.explanation = explanation
  }
}
