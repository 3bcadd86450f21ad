import Foundation

extension ResourceLocator {
  /// The locator of the program that runs, with its environment.
  public static func ofThisProcess() -> ResourceLocator {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return ResourceLocator(
      executable: URL(filePath: link ?? "atelier"),
      environment: ProcessInfo.processInfo.environment)
  }
}
