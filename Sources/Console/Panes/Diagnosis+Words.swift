import SessionEngine

extension Diagnosis {
  /// What happened and the way out as sentences, also where a program's own words end the first.
  var words: String {
    let isEnded = says.last.map { ".!?:".contains($0) } ?? true
    return says + (isEnded ? " " : ". ") + remedy
  }
}
