import PixiWorkspace

extension WrongWayFinder {
  func torchFromPyPI(_ environment: WrongWayEnvironment) -> [Finding] {
    let hasConda =
      environment.merged.dependencies.contains(where: CUDAKnowledge.isTorch)
      || environment.selections.contains { selection in
        selection.packages.contains { $0.kind == .conda && $0.name == "pytorch" }
      }
    guard hasConda || environment.isForGPU else { return [] }
    let follows =
      hasConda
      ? "beside the one from conda-forge: two of them, or none that the solver agrees to"
      : "with its own CUDA libraries, which pixi neither shares nor checks against the driver"
    if let asked = environment.pypi.first(where: { $0.name == "torch" }) {
      return [
        context.finding(
          .torchFromPyPI, in: environment.name, at: asked.place,
          why: "torch is asked for from PyPI, \(follows).",
          remedy: hasConda
            ? "\(context.remove(asked)): what needs torch takes conda-forge's."
            : "\(context.remove(asked)) and \(context.add("pytorch-gpu", to: asked.feature)).")
      ]
    }
    let isLocked = environment.selections.contains { selection in
      selection.packages.contains { $0.kind == .pypi && $0.name.lowercased() == "torch" }
    }
    guard isLocked, !environment.pypi.isEmpty else { return [] }
    let only = environment.pypi.count == 1 ? environment.pypi.first : nil
    let feature = environment.pypi[0].feature
    return [
      context.finding(
        .torchFromPyPI, in: environment.name, at: only?.place ?? environment.merged.place,
        why: "\(only?.name ?? "A package of PyPI") brought torch from PyPI, \(follows).",
        remedy: "\(context.add("pytorch-gpu", to: feature)): what needs torch takes conda-forge's.")
    ]
  }

  func wrongIndex(_ environment: WrongWayEnvironment) -> [Finding] {
    environment.merged.dependencies.compactMap { dependency in
      guard dependency.source == nil else { return nil }
      switch dependency.kind {
      case .conda:
        guard let name = PackageIndexes.condaName(forPyPI: dependency.name) else { return nil }
        return context.finding(
          .wrongIndex, in: environment.name, at: dependency.place,
          why: "\(dependency.name) is the name on PyPI, and stands among the conda packages in "
            + "\(context.table(dependency)): conda-forge has none of that name.",
          remedy: name.isEmpty
            ? "\(context.remove(dependency)), and `pixi add\(context.option(dependency.feature)) "
              + "--pypi \(dependency.name)` if it is needed."
            : "\(context.remove(dependency)) and \(context.add(name, to: dependency.feature)).")
      case .pypi:
        guard PackageIndexes.isCondaOnly(dependency.name) else { return nil }
        return context.finding(
          .wrongIndex, in: environment.name, at: dependency.place,
          why: "\(dependency.name) is a conda package, and stands among those of PyPI in "
            + "\(context.table(dependency)): PyPI does not have it.",
          remedy: "\(context.remove(dependency)) and "
            + "\(context.add(dependency.name, to: dependency.feature)).")
      }
    }
  }
}
