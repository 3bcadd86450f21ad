/// Thrown by `waitUntil` with the name of the condition that did not come about.
public struct WaitTimeout: Error, CustomStringConvertible {
  public let condition: String
  public let detail: String

  public var description: String { "timed out waiting until \(condition). \(detail)" }
}

/// Waits for a named condition, asking again every few milliseconds.
/// - Parameter detail: Read once on a time-out, to say what was there instead.
public func waitUntil(
  _ condition: String, timeout: Duration = .seconds(120),
  isolation: isolated (any Actor)? = #isolation,
  detail: () async -> String = { "" }, _ isMet: () async throws -> Bool
) async throws {
  let clock = ContinuousClock()
  let deadline = clock.now.advanced(by: timeout)
  while !(try await isMet()) {
    if clock.now > deadline {
      throw WaitTimeout(condition: condition, detail: await detail())
    }
    try await Task.sleep(for: .milliseconds(5))
  }
}
