import WorkshopModel

/// What a venv installs in a pixi environment's place on this machine.
struct VenvWish: Sendable, Hashable {
  let environment: String
  let requirements: [String]
  let extraIndex: String?
  /// What a person must know about the difference.
  let note: String

  init(_ declaration: EnvironmentDeclaration, hasGPU: Bool) {
    environment = declaration.name
    requirements = hasGPU ? declaration.gpuRequirements : declaration.requirements
    extraIndex = hasGPU ? nil : declaration.extraIndex
    let framework = Self.framework(among: requirements) ?? Self.name(of: declaration.probeModule)
    note =
      switch (declaration.cuda, hasGPU) {
      case (nil, _): "\(framework) from PyPI in place of conda-forge"
      case (let cuda?, false): "CPU build of \(framework) in place of CUDA \(cuda)"
      case (let cuda?, true):
        "\(framework) from PyPI with CUDA libraries of its own, in place of CUDA \(cuda)"
      }
  }

  /// - Throws: `Diagnosis` when a requirement would be read as an option.
  func check() throws(Diagnosis) {
    let texts = requirements + (extraIndex.map { [$0] } ?? [])
    guard let wrong = texts.first(where: { $0.isEmpty || $0.hasPrefix("-") }) else { return }
    throw Diagnosis(
      says: "The exercise's requirement `\(wrong)` for `\(environment)` is not a package.",
      remedy: "Write the exercise's requirements as names with versions, such as `numpy>=1.26`.")
  }

  /// The requirement that comes as a CUDA build: what else is asked for does not differ by it.
  private static func framework(among requirements: [String]) -> String? {
    for requirement in requirements {
      let package = requirement.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if package == "torch" || package == "jax" { return name(of: String(package)) }
    }
    return nil
  }

  private static func name(of module: String) -> String {
    switch module {
    case "torch": "PyTorch"
    case "jax": "JAX"
    case "": "packages"
    default: module
    }
  }
}
