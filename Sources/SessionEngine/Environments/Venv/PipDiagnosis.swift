/// Reads what a failed venv, pip or uv printed.
enum PipDiagnosis {
  static func diagnose(output: String) -> Diagnosis? {
    let text = ToolOutput(output)
    guard let (says, remedy) = words(for: text) else { return nil }
    let own = text.lines.filter { line in
      ["ERROR:", "error:", "  ×", "Error:"].contains(where: line.hasPrefix)
    }
    return Diagnosis(
      says: says, remedy: remedy, details: own.isEmpty ? text.tail : own.joined(separator: "\n"))
  }

  private static func words(for text: ToolOutput) -> (says: String, remedy: String)? {
    if text.containsAny(["No space left on device", "os error 28"]) {
      return ("The disk is full.", "Free some space (`pip cache purge` helps) and try again.")
    }
    if text.containsAny(["ensurepip is not available", "No module named ensurepip"]) {
      return (
        "This Python has no `ensurepip`, so it cannot make a virtual environment.",
        "Install it: on Debian and Ubuntu `sudo apt install python3-venv`."
      )
    }
    if text.contains("externally-managed-environment") {
      return (
        "This Python belongs to the system, and pip may not change it.",
        "Install into the exercise's environment: open its shell, or install it again."
      )
    }
    if text.containsAny([
      "THESE PACKAGES DO NOT MATCH THE HASHES", "Hash mismatch", "hash mismatch",
    ]) {
      return (
        "A download does not have the content it should have.",
        "Try again after `pip cache purge`; where the packages were made anew since, remove "
          + "`.atelier/locks` in the workspace to solve anew."
      )
    }
    if text.contains("In --require-hashes mode") {
      return (
        "The packages that were solved before are not listed whole.",
        "Remove `.atelier/locks` in the workspace: the next install solves anew."
      )
    }
    // Without a network pip warns and then finds no versions: the cause comes before the result.
    if isNetwork(text) {
      return (
        "The package index could not be reached.",
        text.contains("Failed to fetch:")
          ? "Check the network and the proxy; pip passes over an extra index that does not answer: "
            + "set ATELIER_INSTALLER=pip."
          : "Check the network, the proxy and PIP_INDEX_URL, then install again."
      )
    }
    return missing(text)
  }

  private static func isNetwork(_ text: ToolOutput) -> Bool {
    let phrases = [
      "Temporary failure in name resolution", "Name or service not known", "Connection refused",
      "Network is unreachable", "ConnectTimeoutError", "Read timed out", "dns error",
      "Failed to fetch:", "ProxyError", "Tunnel connection failed", "CERTIFICATE_VERIFY_FAILED",
    ]
    guard text.containsAny(phrases) else { return false }
    // An extra index that is refused only warns; when versions were listed, PyPI did answer.
    let listed = text.lines(with: "from versions:")
    return listed.isEmpty || listed.contains { $0.contains("from versions: none") }
  }

  private static func missing(_ text: ToolOutput) -> (says: String, remedy: String)? {
    let pip = text.match(/No matching distribution found for (\S+)/)
    let uv = text.match(/Because there (?:is|are) no versions? of (\S+)/)
    if let name = pip ?? uv {
      return (
        "No package for this Python and platform fits `\(name)`.",
        "Check its name and version; the newest Python is often too new: set ATELIER_PYTHON."
      )
    }
    if text.containsAny(["ResolutionImpossible", "No solution found when resolving"]) {
      return (
        "The exercise's packages exclude each other.",
        "Read the tool's words below: they name the versions that do not fit."
      )
    }
    return nil
  }
}
