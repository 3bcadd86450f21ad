import PixiWorkspace

extension WrongWayFinder {
  func cpuJaxlib(_ environment: WrongWayEnvironment) -> [Finding] {
    guard environment.isForGPU else { return [] }
    let dependencies = environment.gpuDependencies
    // A build that is asked for was not picked by the solver.
    let isMeant = dependencies.contains { $0.name == "jaxlib" && $0.build?.isEmpty == false }
    guard !isMeant else { return [] }
    let locked = environment.selections
      .filter { $0.platform.subdirectory.hasPrefix("linux") }
      .compactMap { $0.package("jaxlib") }
    guard let jaxlib = locked.first(where: { $0.build?.hasPrefix("cpu") == true }) else {
      return []
    }
    let asked =
      dependencies.first { $0.name == "jaxlib" } ?? dependencies.first { $0.name == "jax" }
    let build = environment.isJAX118 ? "cuda118" : "cuda12"
    return [
      context.finding(
        .cpuJaxlib, in: environment.name, at: asked?.place ?? environment.merged.place,
        why: "\(environment.name) solved, but to the CPU build of JAX: jaxlib "
          + "\(jaxlib.version ?? "") \(jaxlib.build ?? "") is locked. Nothing asks for a CUDA build.",
        remedy: "Pin the build: "
          + context.add("jaxlib=*=*\(build)*", to: asked?.feature ?? environment.merged.features[0])
          + ".")
    ]
  }

  func pythonTooNew(_ environment: WrongWayEnvironment) -> [Finding] {
    tooNew(
      .pythonTooNew, "python", from: CUDAKnowledge.pythonEndFor118, in: environment,
      why: "there is no jaxlib for CUDA 11.8 and a Python later than 3.12", spec: "python=3.12")
  }

  func numpyTooNew(_ environment: WrongWayEnvironment) -> [Finding] {
    tooNew(
      .numpyTooNew, "numpy", from: CUDAKnowledge.numpyEndFor118, in: environment,
      why: "every jaxlib for CUDA 11.8 was built for NumPy 1", spec: "numpy<2")
  }

  /// Every spec of a package that leaves only versions from an end on.
  private func tooNew(
    _ wrongWay: WrongWay, _ name: String, from end: PackageVersion,
    in environment: WrongWayEnvironment, why: String, spec: String
  ) -> [Finding] {
    guard environment.isJAX118 else { return [] }
    return environment.gpuDependencies.filter { dependency in
      dependency.name == name
        && !VersionRange(spec: dependency.version).overlaps(VersionRange(below: end))
    }.map { dependency in
      let isInherited = dependency.feature == "default" && environment.name != "default"
      let otherwise =
        isInherited
        ? " Or keep it, and give \(environment.name) `no-default-feature = true`." : ""
      return context.finding(
        wrongWay, in: environment.name, at: dependency.place,
        why: "\(context.words(dependency)) in \(context.table(dependency)) reaches "
          + "\(environment.name), and \(why).",
        remedy: context.add(spec, to: dependency.feature) + "." + otherwise)
    }
  }
}
