import PixiWorkspace

extension WrongWayFinder {
  func buildNeverMatches(_ environment: WrongWayEnvironment) -> [Finding] {
    // The channel pytorch writes its builds otherwise, `py3.10_cuda11.8_cudnn8.7.0_0`.
    let isOther = environment.merged.channels.contains { $0.name.hasSuffix("pytorch") }
    let dependencies = environment.gpuDependencies
    let spelled = dependencies.compactMap { dependency -> Finding? in
      guard let build = dependency.build, !isOther,
        dependency.channel?.hasSuffix("pytorch") != true,
        let fitting = Self.fitting(build)
      else { return nil }
      return context.finding(
        .buildNeverMatches, in: environment.name, at: dependency.place,
        why: "No build of \(dependency.name) fits `\(build)`: conda-forge writes "
          + "`cuda118py312h1c60a56_200`, the CUDA version without a point.",
        remedy: "\(context.add("\(dependency.name)=*=\(fitting)", to: dependency.feature)).")
    }
    return spelled.isEmpty ? tooNewForBuild(dependencies, environment.name) : spelled
  }

  /// A pattern that was meant, where the one that stands fits nothing.
  static func fitting(_ build: String) -> String? {
    guard !build.hasPrefix("^"),
      let match = build.lowercased().firstMatch(of: /(cu|cuda)([-_ ]?)(\d\d)([.-]?)(\d?)/)
    else { return nil }
    let digits = match.output.3 + match.output.5
    let isMisspelt =
      match.output.1 == "cu" || !match.output.2.isEmpty || !match.output.4.isEmpty
    // A whole build such as `cuda118py312h1c60a56_200` needs no star.
    let isCut = !build.contains("*") && !build.contains("_")
    return isMisspelt || isCut ? "*cuda\(digits)*" : nil
  }

  /// Builds for CUDA 11.8 ended: what is later has none.
  private func tooNewForBuild(
    _ dependencies: [PixiManifest.Dependency], _ environment: String
  ) -> [Finding] {
    let twelve = VersionRange(from: "12")
    func pins118(_ dependency: PixiManifest.Dependency) -> Bool {
      guard let build = dependency.build else { return false }
      return CUDAKnowledge.versions(ofBuild: build).map { !$0.overlaps(twelve) } ?? false
    }
    func isAfter(_ dependency: PixiManifest.Dependency, _ end: PackageVersion) -> Bool {
      !VersionRange(spec: dependency.version).overlaps(VersionRange(below: end))
    }
    guard let pin = dependencies.first(where: pins118) else { return [] }
    let late = dependencies.first { dependency in
      switch (pin.name, dependency.name) {
      case ("jaxlib", "jax"): isAfter(dependency, CUDAKnowledge.jaxEndFor118)
      case ("jaxlib", "jaxlib"): isAfter(dependency, CUDAKnowledge.jaxlibEndFor118)
      case ("pytorch", "pytorch"): isAfter(dependency, CUDAKnowledge.lastTorchFor118.next)
      default: false
      }
    }
    guard let late else { return [] }
    let spec = pin.name == "jaxlib" ? "jax>=0.4.25,<0.4.28" : "pytorch<=2.5.1"
    let last = pin.name == "jaxlib" ? "jaxlib 0.4.26 (with jax 0.4.27)" : "pytorch 2.5.1"
    return [
      context.finding(
        .buildNeverMatches, in: environment, at: late.place,
        why: "\(context.words(late)) has no build for CUDA 11.8: the last with one is \(last).",
        remedy: "\(context.add(spec, to: late.feature)).")
    ]
  }
}
