/// Reads a failed Python program's output, whichever provider ran it.
enum ProgramDiagnosis {
  static func diagnose(output: String, exitCode: Int32?) -> Diagnosis? {
    guard exitCode != 0 else { return nil }
    let text = ToolOutput(output)
    return knownFailure(text, exitCode: exitCode) ?? uncaught(text) ?? ownSentence(text)
  }

  private static func knownFailure(_ text: ToolOutput, exitCode: Int32?) -> Diagnosis? {
    if let module = text.match(/ModuleNotFoundError: No module named '([^']+)'/) {
      return Diagnosis(
        says: "The program imports `\(module)`, which its environment does not have.",
        remedy: "Install the environment again, or run the program in another one.",
        details: text.tail)
    }
    if text.containsAny(["CUDA out of memory", "RESOURCE_EXHAUSTED"]) {
      return Diagnosis(
        says: "The GPU's memory is full.",
        remedy: "Stop the other run, or make the batch smaller.", details: text.tail)
    }
    if text.contains("No space left on device") {
      return Diagnosis(
        says: "The disk is full.", remedy: "Free some space and try again.", details: text.tail)
    }
    if exitCode == 137 {
      return Diagnosis(
        says: "The program was killed with signal 9, which Linux does when memory runs out.",
        remedy: "Run one environment at a time, or make the batch smaller.", details: text.tail)
    }
    return nil
  }

  /// An exception nobody caught: its last line, and the last place that is not a library's.
  private static func uncaught(_ text: ToolOutput) -> Diagnosis? {
    guard text.contains("Traceback (most recent call last)"),
      let exception = text.lines.last(where: { !$0.hasPrefix(" ") && $0.contains("Error") })
    else { return nil }
    let places = text.lines.compactMap { $0.firstMatch(of: /File "([^"]+)", line ([0-9]+)/) }
    let place = places.last { !$0.output.1.contains("site-packages") && $0.output.1 != "<string>" }
    let position = place.map { match in
      " in \(match.output.1.split(separator: "/").last ?? match.output.1), line \(match.output.2)"
    }
    return Diagnosis(
      says: "The program ended\(position ?? "") with \(exception)",
      remedy: "Correct the file in the editor and run it again.", details: text.tail)
  }

  /// The workloads end with one line that says what happened and what to do.
  private static func ownSentence(_ text: ToolOutput) -> Diagnosis? {
    guard let line = text.lines.last, line.hasSuffix("."), line.count < 400,
      let end = line.ranges(of: ". ").first
    else { return nil }
    return Diagnosis(
      says: line[..<end.lowerBound] + ".", remedy: String(line[end.upperBound...]),
      details: text.tail)
  }
}
