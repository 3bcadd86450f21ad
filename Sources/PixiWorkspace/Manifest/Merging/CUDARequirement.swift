/// The CUDA version that features and platforms require, in both spellings.
enum CUDARequirement {
  /// What each feature declares itself: in `system-requirements`, or by the platforms it names.
  static func byFeature(
    _ features: [String: PixiManifest.Feature], platforms: [PixiManifest.Platform]
  ) -> [String: String] {
    features.compactMapValues { feature in
      let named = feature.platforms.map { names in platforms.filter { names.contains($0.name) } }
      let own = named ?? (feature.name == "default" ? platforms : [])
      return highest([feature.systemRequirements["cuda"], of(own)])
    }
  }

  /// What is required on every platform that can have CUDA at all: a conda platform that is also
  /// there without CUDA requires none. macOS never has it.
  static func of(_ platforms: [PixiManifest.Platform]) -> String? {
    let free = Set(platforms.filter { $0.cuda == nil }.map(\.subdirectory))
    return highest(platforms.filter { !free.contains($0.subdirectory) }.map(\.cuda))
  }

  static func highest(_ versions: [String?]) -> String? {
    versions.compactMap(\.self).max { parts($0).lexicographicallyPrecedes(parts($1)) }
  }

  /// `12.4` is 12 and 4; what is no number counts as 0.
  private static func parts(_ version: String) -> [Int] {
    version.split(separator: ".").map { Int($0) ?? 0 }
  }
}
