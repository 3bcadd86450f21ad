import PixiWorkspace
import WorkshopModel

extension JudgedManifest {
  /// How CUDA is declared for an environment: in the manifest's spelling where it has one already,
  /// else in that of the installed pixi.
  func declaring(cuda: String, for environment: MergedEnvironment) -> String {
    let feature = ownFeature(of: environment)
    if usesSystemRequirements || (!manifest.hasRichPlatforms && !prefersPlatforms) {
      let table = feature.map { "[feature.\($0).system-requirements]" } ?? "[system-requirements]"
      guard let pixi, pixi.passes(.workspaceTable), !pixi.passes(.richPlatforms) else {
        return "Write `cuda = \"\(cuda)\"` under \(table)."
      }
      let option = feature.map { "--feature \($0) " } ?? ""
      return "Declare it: `pixi workspace system-requirements add \(option)cuda \(cuda)`."
    }
    let name = "linux-64-cuda\(cuda.filter { $0 != "." })"
    let owner = feature.map { "[feature.\($0)]" } ?? "the environment's feature"
    let use = "write `platforms = [\"\(name)\"]` in \(owner)"
    if manifest.platforms.contains(where: { $0.name == name }) {
      return "The platform \(name) is there: \(use)."
    }
    return "Declare it: `pixi workspace platform add \(name)=linux-64 --cuda \(cuda)`, "
      + "and \(use)."
  }

  /// Whether both spellings stand in the manifest, which pixi refuses.
  var mixesSpellings: Bool { manifest.hasRichPlatforms && usesSystemRequirements }

  private var usesSystemRequirements: Bool {
    manifest.features.values.contains { !$0.systemRequirements.isEmpty }
  }

  private var prefersPlatforms: Bool { ManifestSpelling(for: pixi) == .platforms }
}
