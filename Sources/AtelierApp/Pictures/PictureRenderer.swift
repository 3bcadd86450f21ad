import Console
import Foundation
import PixiWorkspace
import ProcessRunner
import SessionEngine
import TerminalCore

/// Makes cells of pictures by `chafa`, whose output goes to an emulator and never to the terminal.
struct PictureRenderer: Sendable {
  private static let largestBytes = 32 << 20
  private static let largestOutputBytes = 8 << 20
  private static let longest = Duration.seconds(15)

  private let environment: [String: String]
  private let runner: any CommandRunner

  /// - Parameter runner: Nil for one that ends with the console.
  init(environment: [String: String], runner: (any CommandRunner)? = nil) {
    self.environment = environment
    self.runner =
      runner
      ?? GuardedCommandRunner(
        supervisor: .currentExecutable,
        runner: SubprocessRunner(outputLimit: Self.largestOutputBytes))
  }

  /// - Parameter file: The picture's absolute path.
  func render(_ request: PictureRequest, file: String) async throws -> PictureState {
    do {
      return .shown(request, try await cells(request, file))
    } catch let diagnosis as Diagnosis {
      return .failed(request, diagnosis)
    } catch let failure as CommandFailure {
      try Task.checkCancellation()
      return .failed(
        request,
        Diagnosis(says: "\(request.file.path) was not drawn. \(failure)", remedy: Self.lies(file)))
    }
  }

  private func cells(_ request: PictureRequest, _ file: String) async throws -> CellBuffer {
    let search = ExecutableSearch(path: environment["PATH"])
    guard let chafa = search.find("chafa") else {
      throw Diagnosis(
        says: "Drawing pictures in the terminal needs chafa, which is not installed.",
        remedy: "sudo apt-get install chafa, then come back to this tab. \(Self.lies(file))")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    guard let bytes = attributes?[.size] as? Int else {
      throw Diagnosis(
        says: "\(request.file.path) is not there any more.", remedy: "Run again what makes it.")
    }
    guard bytes > 0, bytes <= Self.largestBytes else {
      throw Diagnosis(
        says: bytes == 0
          ? "\(request.file.path) is empty."
          : "\(request.file.path) has \(bytes >> 20) MiB; up to 32 are drawn here.",
        remedy: Self.lies(file))
    }
    let result = try await runner.run(
      chafa, Self.arguments(request) + [file], environment: variables, workingDirectory: nil,
      timeout: Self.longest)
    let picture = TerminalPicture(output: result.standardOutput, size: request.size).cells
    guard result.exitCode == 0, picture.size.rows > 0 else {
      let words = result.standardError.split(separator: "\n").last.map { " chafa says: \($0)." }
      throw Diagnosis(
        says: "\(request.file.path) was not drawn.\(words ?? "")", remedy: Self.lies(file))
    }
    return picture
  }

  private static func lies(_ file: String) -> String { "The file is \(file)" }

  /// Symbols and colours of the terminal the cells are shown on.
  static func arguments(_ request: PictureRequest) -> [String] {
    let colors =
      switch request.colors {
      case .none: "none"
      case .eight: "8"
      case .sixteen: "16"
      // The first sixteen are every terminal's own: the others look the same everywhere.
      case .twoHundredFiftySix: "240"
      }
    let symbols = request.glyphs == .ascii ? ["--symbols", "ascii"] : []
    return [
      "--format", "symbols", "--size", "\(request.size.columns)x\(request.size.rows)", "--colors",
      colors, "--animate", "off",
    ] + symbols + ["--"]
  }

  private var variables: [String: String] {
    var kept = environment.filter { ["PATH", "HOME", "TMPDIR"].contains($0.key) }
    kept["LC_ALL"] = "C.UTF-8"
    kept["TERM"] = "xterm-256color"
    return kept
  }
}
