/// How a manifest declares that an environment needs CUDA.
public enum ManifestSpelling: String, Sendable, Hashable, CaseIterable {
  /// `[system-requirements]`: read by every pixi, with a warning from 0.71 on.
  case systemRequirements = "system-requirements"
  /// Platforms with `cuda`, in pixi 0.71 and later.
  case platforms
}
