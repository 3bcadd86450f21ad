/// Recognises pixi's error texts, of all releases from 0.40 to 0.77.
///
/// The order matters: the most telling phrase comes first, since a report holds several.
public struct PixiErrorClassifier: Sendable {
  public init() {}

  /// - Parameter output: What pixi printed, with or without escape sequences and wrapping.
  /// - Returns: Nil when no known phrase is in it.
  public func classify(_ output: String) -> PixiProblem? {
    let text = PixiErrorText(output)
    guard
      let kind = machineKind(of: text) ?? workspaceKind(of: text) ?? commandKind(of: text)
        ?? solverKind(of: text)
    else { return nil }
    return PixiProblem(kind: kind, says: kind.says, remedy: kind.remedy, text: text.readable)
  }

  private func machineKind(of text: PixiErrorText) -> PixiProblem.Kind? {
    if text.contains("does not match any of the available virtual packages")
      || text.contains("missing virtual packages: __cuda")
      || text.contains("Unsatisfied requirements: __cuda")
    {
      // The same sentence is used for every virtual package; only __cuda means a GPU.
      return text.contains("__cuda") ? .noGPU : .unsupportedPlatform
    }
    if text.contains("does not support '") && text.contains("on this machine")
      || text.contains("cannot run on platform")
    {
      return .unsupportedPlatform
    }
    if text.contains("No space left on device") || text.contains("os error 28") {
      return .diskFull
    }
    if text.contains("os error 13") || text.contains("os error 30") { return .noPermission }
    return nil
  }

  private func workspaceKind(of text: PixiErrorText) -> PixiProblem.Kind? {
    if text.contains("not up-to-date with the") { return .staleLock }
    if text.contains("found newer lockfile format version") { return .newerLock }
    if text.contains("uses `[system-requirements]` but the workspace") {
      return .bothSpellings
    }
    if text.contains("The environment directory has moved from") { return .movedEnvironment }
    if text.contains("this project requires pixi")
      || text.contains("this workspace requires pixi")
    {
      return .pixiTooOld(text.quoted(after: "requires pixi"))
    }
    if text.contains("could not find pixi.toml or pyproject.toml") { return .manifestNotFound }
    if text.contains("unknown environment") {
      return .unknownEnvironment(text.quoted(after: "unknown environment"))
    }
    return nil
  }

  private func commandKind(of text: PixiErrorText) -> PixiProblem.Kind? {
    if text.contains("is ambiguous") && text.contains("the task") {
      return .ambiguousTask(text.quoted(after: "the task"))
    }
    if text.contains("is not available in environment") || text.contains("Available tasks:") {
      return .unknownTask
    }
    if text.contains("error: unrecognized subcommand")
      || text.contains("error: unexpected argument")
    {
      return .unknownCommand
    }
    if text.contains("File was modified during parsing")
      || text.contains("still waiting on another pixi process")
      || text.contains("Blocking waiting for global file lock")
    {
      return .busy
    }
    return nil
  }

  private func solverKind(of text: PixiErrorText) -> PixiProblem.Kind? {
    if text.contains("__cuda *, for which no candidates") { return .cudaNotDeclared }
    if text.contains("The following PyPI packages have been pinned by the conda solve") {
      return .pypiConflict
    }
    if text.contains("would constrain") && text.contains("__cuda") { return .cudaVersionConflict }
    if text.contains("would require python ") || text.contains("would require └─ python ") {
      return .pythonConflict
    }
    if text.contains("No candidates were found for") {
      return .noCandidates(candidate(in: text.readable))
    }
    if text.contains("would constrain") { return .cudaVersionConflict }
    if text.contains("The following packages are incompatible") { return .incompatiblePackages }
    if isNetwork(text) { return .network }
    if text.contains("failed to solve the pypi requirements") { return .pypiConflict }
    if text.contains("Cannot solve the request because of")
      || text.contains("failed to solve")
    {
      return .solveFailed
    }
    if isManifest(text) { return .manifestInvalid }
    return nil
  }

  private func isNetwork(_ text: PixiErrorText) -> Bool {
    let certain = [
      "error sending request for url", "dns error", "failed to fetch repodata",
      "tcp connect error", "PIXI_OFFLINE", "offline mode",
    ]
    let likely = [
      "failed to lookup address", "Connection refused", "Network is unreachable",
      "operation timed out", "Temporary failure in name resolution", "certificate verify failed",
      "invalid peer certificate",
    ]
    return certain.contains(where: text.contains)
      || text.isReport && likely.contains(where: text.contains)
  }

  private func isManifest(_ text: PixiErrorText) -> Bool {
    let certain = [
      "TOML parse error", "failed to parse project manifest", "failed to parse workspace manifest",
    ]
    let likely = [
      "missing field", "Unexpected keys", "unknown field", "invalid type:",
      "expected a string, found table",
    ]
    return certain.contains(where: text.contains)
      || text.isReport && likely.contains(where: text.contains)
  }

  private func candidate(in text: String) -> String? {
    text.firstMatch(of: /No candidates were found for\s+([^\s]+)/)
      .map { String($0.output.1) }
  }
}
