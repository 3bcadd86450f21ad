extension PixiManifest.Platform {
  /// Whether a table `target.NAME` counts on it: by its name, its conda platform, its operating system,
  /// or `unix` for what is not Windows.
  func isCovered(by target: String) -> Bool {
    target == name || Self.covers(target, subdirectory: subdirectory)
  }

  static func covers(_ target: String, subdirectory: String) -> Bool {
    let system = String(subdirectory.prefix { $0 != "-" })
    return switch target {
    case subdirectory, system: true
    case "unix": system != "win"
    case "macos": system == "osx"
    case "windows": system == "win"
    default: false
    }
  }
}
