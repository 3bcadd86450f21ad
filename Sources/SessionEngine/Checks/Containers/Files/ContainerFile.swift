import Foundation

/// A Dockerfile or an Apptainer definition as a list of stages, each with its steps in the order
/// in which they are carried out. Every step keeps its line.
///
/// What is not understood is passed over: a file cut short gives what could be read of it.
/// Sources: the Dockerfile reference of Docker, the definition files of Apptainer's user guide.
public struct ContainerFile: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case dockerfile
    case apptainer
  }

  public let kind: Kind
  /// Relative to the exercise's folder.
  public let path: String
  /// The first is built first; the last one is the image.
  public let stages: [Stage]
  /// `ARG`s before the first stage, or the `%arguments`, with their defaults.
  public let arguments: [String: String]

  /// - Parameter path: Ends in `.def` for an Apptainer definition; anything else is a Dockerfile.
  public init(text: String, path: String) {
    self.path = path
    let withoutMark = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let lines = withoutMark.replacingOccurrences(of: "\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if Self.isApptainer(path) {
      kind = .apptainer
      (stages, arguments) = ApptainerReader(lines: lines).read()
    } else {
      kind = .dockerfile
      (stages, arguments) = DockerfileReader(lines: lines).read()
    }
  }

  static func isApptainer(_ path: String) -> Bool {
    path.hasSuffix(".def") || path.hasSuffix(".singularity")
  }

  /// Whether a file of this name is a container file.
  static func isContainerFile(_ path: String) -> Bool {
    let name = (path.split(separator: "/").last ?? "").lowercased()
    return isApptainer(name) || name.hasPrefix("dockerfile") || name.hasPrefix("containerfile")
      || name.hasSuffix(".dockerfile")
  }
}
