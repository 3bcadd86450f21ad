import Foundation

extension PixiClient {
  func decode<Value: Decodable>(_ arguments: [String]) async throws -> Value {
    let output = try await read(arguments)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(output.utf8))
    } catch {
      throw PixiFailure(
        command: commandLine(arguments), exitCode: 0,
        text: "its JSON has another shape than expected: \(error)", problem: nil)
    }
  }

  func read(_ arguments: [String]) async throws -> String {
    let result: CommandResult
    do {
      result = try await runner.run(
        executable, arguments, environment: variables.forReading, workingDirectory: nil,
        timeout: timeout)
    } catch let failure as CommandFailure {
      throw PixiFailure(
        command: commandLine(arguments), exitCode: nil, text: failure.description, problem: nil)
    }
    guard result.exitCode == 0 else {
      throw PixiFailure(
        command: commandLine(arguments), exitCode: result.exitCode,
        text: PixiErrorText(result.standardError).readable,
        problem: PixiErrorClassifier().classify(result.standardError))
    }
    return result.standardOutput
  }

  private func commandLine(_ arguments: [String]) -> String {
    ([executable] + arguments).joined(separator: " ")
  }
}
