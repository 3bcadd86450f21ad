import Foundation

/// The conda packages a pixi.lock lists for each environment, read without a YAML library.
///
/// pixi writes the file with fixed indentation: environments at two spaces, platforms at six,
/// entries `- conda: URL` below them, in formats 6 and 7 alike. A file of another shape gives an
/// empty outline, never an error.
public struct PixiLockOutline: Sendable, Hashable {
  public struct Package: Sendable, Hashable {
    public let name: String
    public let version: String
    public let build: String
  }

  private let packagesByEnvironment: [String: [Package]]

  /// Nil when the file is not there or is larger than 64 MiB.
  public init?(file: String) {
    let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
    guard let size, size.intValue <= 64 * 1024 * 1024,
      let data = FileManager.default.contents(atPath: file)
    else { return nil }
    self.init(text: String(decoding: data, as: UTF8.self))
  }

  public init(text: String) {
    var packages: [String: [Package]] = [:]
    var environment: String?
    var isInside = false
    for line in text.split(separator: "\n") {
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      if indent == 0, !content.hasPrefix("-") {
        if isInside { break }
        isInside = content == "environments:"
      } else if isInside, indent == 2, content.hasSuffix(":") {
        environment = String(content.dropLast())
      } else if isInside, let environment, content.hasPrefix("- conda: ") {
        guard let package = Self.package(content.dropFirst("- conda: ".count)) else { continue }
        packages[environment, default: []].append(package)
      }
    }
    packagesByEnvironment = packages
  }

  /// The packages of all the environment's platforms, in the file's order.
  public func packages(of environment: String) -> [Package] {
    packagesByEnvironment[environment] ?? []
  }

  /// A conda package's name, version and build stand in its file name, `name-version-build`.
  private static func package(_ location: Substring) -> Package? {
    guard var file = location.split(separator: "/").last else { return nil }
    for suffix in [".conda", ".tar.bz2"] where file.hasSuffix(suffix) {
      file = file.dropLast(suffix.count)
    }
    let parts = file.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    return Package(
      name: parts.dropLast(2).joined(separator: "-"), version: String(parts[parts.count - 2]),
      build: String(parts[parts.count - 1]))
  }
}
