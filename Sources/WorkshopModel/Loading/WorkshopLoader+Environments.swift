import Foundation

extension WorkshopLoader {
  func environments(
    in root: TOMLSection, beside others: [Exercise]
  ) throws(WorkshopError) -> [EnvironmentDeclaration] {
    var environments: [EnvironmentDeclaration] = []
    for section in try root.sections("environment") {
      let environment = try environment(in: section)
      guard !environments.contains(where: { $0.name == environment.name }) else {
        throw section.error(
          "name", "Two environments are called `\(environment.name)`.",
          "Give each environment a name of its own.")
      }
      try check(environment, agreesWith: others, in: section)
      environments.append(environment)
    }
    return environments
  }

  private func environment(
    in section: TOMLSection
  ) throws(WorkshopError) -> EnvironmentDeclaration {
    try section.allow(only: [
      "name", "title", "cuda", "requirements", "gpu_requirements", "extra_index", "probe_module",
    ])
    let requirements = try requirements("requirements", in: section)
    guard !requirements.isEmpty else {
      throw section.error(
        "requirements", "The environment says nothing that a venv could install.",
        "Add what replaces it from PyPI: requirements = [\"numpy\"]")
    }
    let onGPU = try self.requirements("gpu_requirements", in: section)
    return EnvironmentDeclaration(
      name: try identifier("name", in: section),
      title: try section.string("title"),
      cuda: try section.optionalString("cuda"),
      requirements: requirements,
      gpuRequirements: onGPU.isEmpty ? requirements : onGPU,
      extraIndex: try index(in: section),
      probeModule: try module(in: section))
  }

  private func requirements(
    _ key: String, in section: TOMLSection
  ) throws(WorkshopError) -> [String] {
    let requirements = try section.strings(key)
    for text in requirements {
      // What begins with a hyphen would be an option of pip, and could send it anywhere.
      guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
        !text.contains(where: \.isNewline)
      else {
        throw section.error(
          key, "`\(text)` is not a requirement.", "Write a package's name: \"torch==2.13.0\"")
      }
    }
    return requirements
  }

  private func index(in section: TOMLSection) throws(WorkshopError) -> String? {
    guard let text = try section.optionalString("extra_index") else { return nil }
    guard let url = URL(string: text), url.scheme == "https", url.host() != nil else {
      throw section.error(
        "extra_index", "`\(text)` is not the address of a package index.",
        "Write an address that begins with https://.")
    }
    return text
  }

  private func module(in section: TOMLSection) throws(WorkshopError) -> String {
    let name = try section.string("probe_module")
    guard Identifier.isPythonModule(name) else {
      throw section.error(
        "probe_module", "`\(name)` is not the name of a Python module.",
        "Write the module to import: probe_module = \"torch\"")
    }
    return name
  }

  /// A venv is made once for each name, so that exercises with one name must mean the same.
  private func check(
    _ environment: EnvironmentDeclaration, agreesWith others: [Exercise], in section: TOMLSection
  ) throws(WorkshopError) {
    for other in others {
      guard let same = other.environment(environment.name) else { continue }
      guard same.requirements == environment.requirements,
        same.gpuRequirements == environment.gpuRequirements,
        same.extraIndex == environment.extraIndex
      else {
        throw section.error(
          "requirements",
          "The environment `\(environment.name)` has other requirements than in `\(other.id)`.",
          "Make them the same, or give one of the two another name.")
      }
    }
  }
}
