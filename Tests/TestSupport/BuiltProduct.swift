import Foundation

/// Finds what the build has put beside the running tests.
public enum BuiltProduct {
  /// The path of an executable of the package, as built for these tests.
  public static func path(_ name: String) throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(filePath: tests).deletingLastPathComponent().appending(path: name)
      .path(percentEncoded: false)
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw MissingProduct(path: path)
    }
    return path
  }

  public struct MissingProduct: Error, CustomStringConvertible {
    public let path: String
    public var description: String {
      "\(path) is not there. Build it with `swift build --build-tests`."
    }
  }
}
