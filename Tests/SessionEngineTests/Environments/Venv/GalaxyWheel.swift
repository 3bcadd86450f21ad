import Foundation
import TestSupport
import Testing

/// A wheel of a package of its own, which pip installs without a network.
struct GalaxyWheel {
  /// The folder with the wheel, for pip's `PIP_FIND_LINKS`.
  let folder: String

  /// - Parameter shape: What the package's module says: another shape is another content.
  init(in directory: TemporaryDirectory, shape: String = "spiral") throws {
    try directory.write("", to: "wheels/placeholder")
    folder = directory.url.appending(path: "wheels").path
    let program = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], "w") as wheel:
          wheel.writestr("galaxy.py", f"shape = '{sys.argv[2]}'\\n")
          wheel.writestr("galaxy-1.0.dist-info/METADATA",
                         "Metadata-Version: 2.1\\nName: galaxy\\nVersion: 1.0\\n")
          wheel.writestr("galaxy-1.0.dist-info/WHEEL",
                         "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\n"
                         "Tag: py3-none-any\\n")
          wheel.writestr("galaxy-1.0.dist-info/RECORD", "")
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, folder + "/galaxy-1.0-py3-none-any.whl", shape]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
