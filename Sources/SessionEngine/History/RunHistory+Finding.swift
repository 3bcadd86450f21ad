extension RunHistory {
  /// The run a person means with a number (`12` or `#12`) or a name they gave it.
  /// - Throws: `Diagnosis` when there is none, or several have the name; or what reading throws.
  public func find(_ words: String) throws -> StoredRun {
    if let number = RunName.number(in: words) {
      if let run = try run(RunID(number)) { return run }
      throw Diagnosis(
        says: "There is no run \(RunID(number)).", remedy: "`atelier runs --all` lists the runs.")
    }
    let named = try runs(RunFilter()).filter { $0.name == words }
    guard let run = named.first else {
      throw Diagnosis(
        says: "No run has the name \"\(words)\".",
        remedy: "Give a number such as 12, or a name that `atelier runs --all` lists.")
    }
    guard named.count == 1 else {
      let numbers = named.map { "\($0.id)" }.joined(separator: ", ")
      throw Diagnosis(
        says: "\(named.count) runs have the name \"\(words)\".",
        remedy: "Give the number of the one you mean: \(numbers).")
    }
    return run
  }
}
