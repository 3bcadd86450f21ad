import PixiWorkspace

extension WrongWayFinder {
  func plainPyTorch(_ environment: WrongWayEnvironment) -> [Finding] {
    let dependencies = environment.gpuDependencies
    guard environment.isForGPU,
      let plain = dependencies.first(where: { $0.name == "pytorch" && $0.build == nil }),
      !dependencies.contains(where: {
        ["pytorch-gpu", "pytorch-cpu", "pytorch-cuda"].contains($0.name)
          || ($0.name.contains("torch") && $0.build != nil)
      })
    else { return [] }
    let builds = environment.selections.filter { !$0.platform.subdirectory.hasPrefix("osx") }
      .compactMap { $0.package("pytorch")?.build }
    if !builds.isEmpty, builds.allSatisfy({ $0.contains("cuda") }) { return [] }
    let locked = builds.first { !$0.contains("cuda") }
    return [
      context.finding(
        .plainPyTorch, in: environment.name, at: plain.place,
        why: locked.map {
          "pytorch is locked in the CPU build \($0): plain `pytorch` allows both, and the solver "
            + "chose."
        } ?? "Plain `pytorch` allows the CPU build too, and the solver may choose it for "
          + "\(environment.name).",
        remedy: "\(context.remove(plain)) and \(context.add("pytorch-gpu", to: plain.feature)).")
    ]
  }

  func cudaNotDeclared(_ environment: WrongWayEnvironment) -> [Finding] {
    guard !environment.declaresCUDA, !environment.cudaPlatforms.isEmpty else { return [] }
    let dependencies = environment.gpuDependencies
    let hasFramework = dependencies.contains(where: CUDAKnowledge.isFramework)
    let asked =
      dependencies.first(where: CUDAKnowledge.needsDriver)
      ?? (hasFramework ? dependencies.first(where: CUDAKnowledge.asksForCUDA) : nil)
    guard let asked else { return [] }
    let range = dependencies.lazy.compactMap(CUDAKnowledge.versions).first
    let is118 = range.map { !$0.overlaps(VersionRange(from: "12")) } ?? false
    return [
      context.finding(
        .cudaNotDeclared, in: environment.name, at: asked.place,
        why: "\(environment.name) asks for \(context.words(asked)), and nothing declares that its "
          + "machines have CUDA: the solver takes them to have none.",
        remedy: context.declaration(of: is118 ? "11.8" : "12", for: asked.feature))
    ]
  }

  func cudaTooOld(_ environment: WrongWayEnvironment) -> [Finding] {
    environment.cudaPlatforms.compactMap { platform in
      guard let declared = environment.cuda(on: platform),
        let major = PackageVersion(declared).major
      else { return nil }
      // A driver of one major version serves every CUDA of it.
      let served = VersionRange(below: PackageVersion("\(major + 1)"))
      guard
        let asked = environment.conda(on: platform).first(where: { dependency in
          CUDAKnowledge.versions(of: dependency).map { !$0.overlaps(served) } ?? false
        })
      else { return nil }
      let wanted = CUDAKnowledge.versions(of: asked)?.intervals.first?.lower?.major ?? 12
      return context.finding(
        .cudaTooOld, in: environment.name, at: asked.place,
        why: "\(environment.name) declares CUDA \(declared), and \(context.words(asked)) needs "
          + "CUDA \(wanted).",
        remedy: "Declare CUDA \(wanted): "
          + context.declaration(of: String(wanted), for: asked.feature))
    }
  }

  func cudaVersionTooLow(_ environment: WrongWayEnvironment) -> [Finding] {
    let dependencies = environment.gpuDependencies
    let newer = VersionRange(from: CUDAKnowledge.firstCUDAAfterIt)
    let older = VersionRange(below: CUDAKnowledge.lastTorchFor118.next)
    guard !dependencies.contains(where: CUDAKnowledge.isJAX),
      let torch = dependencies.first(where: {
        ($0.name == "pytorch-gpu" || ($0.name == "pytorch" && CUDAKnowledge.pinsCUDA($0)))
          && !VersionRange(spec: $0.version).overlaps(older)
      }),
      let low = dependencies.first(where: {
        $0.name == "cuda-version" && !VersionRange(spec: $0.version).overlaps(newer)
      })
    else { return [] }
    return [
      context.finding(
        .cudaVersionTooLow, in: environment.name, at: low.place,
        why: "\(context.words(low)) stands beside \(context.words(torch)), whose builds were made "
          + "with CUDA 12.6 and later.",
        remedy: "\(context.add("cuda-version=12", to: low.feature)).")
    ]
  }

  func gpuFeatureOnOtherPlatform(_ environment: WrongWayEnvironment) -> [Finding] {
    environment.merged.platforms.compactMap { platform in
      let isWithout =
        platform.operatingSystem == "osx"
        || (environment.manifest.hasRichPlatforms && environment.declaresCUDA
          && environment.cuda(on: platform) == nil)
      let asked = environment.conda(on: platform).first { dependency in
        guard CUDAKnowledge.needsDriver(dependency) else { return false }
        if isWithout { return true }
        // JAX has no CUDA builds for Windows, and those for 11.8 are for linux-64 alone.
        return dependency.name == "jaxlib"
          && (platform.operatingSystem == "win"
            || (platform.subdirectory != "linux-64" && environment.isJAX118))
      }
      guard let asked else { return nil }
      let fitting = environment.merged.platforms.first {
        $0.subdirectory == "linux-64" && environment.cuda(on: $0) != nil
      }
      let name = fitting?.name ?? "linux-64"
      let owner =
        asked.feature == "default"
        ? "a feature of its own" : "[\(context.prefix)feature.\(asked.feature)]"
      return context.finding(
        .gpuFeatureOnOtherPlatform, in: environment.name, at: asked.place,
        why: "\(environment.name) is also solved for \(platform.name), where there is no "
          + "\(context.words(asked)).",
        remedy: "Write `platforms = [\"\(name)\"]` in \(owner).")
    }
  }

  func nvidiaChannelMissing(_ environment: WrongWayEnvironment) -> [Finding] {
    let dependencies = environment.gpuDependencies
    let twelve = VersionRange(from: "12")
    let is118 = dependencies.contains {
      $0.name == "cuda-version" && !VersionRange(spec: $0.version).overlaps(twelve)
    }
    guard !environment.merged.channels.contains(where: { $0.name.contains("nvidia") }),
      let nvcc = dependencies.first(where: { $0.name == "cuda-nvcc" }),
      nvcc.channel?.contains("nvidia") != true,
      is118 || !VersionRange(spec: nvcc.version).overlaps(twelve)
    else { return [] }
    return [
      context.finding(
        .nvidiaChannelMissing, in: environment.name, at: nvcc.place,
        why: "cuda-nvcc for CUDA 11.8 is not on conda-forge, where it begins with CUDA 12, and "
          + "\(environment.name) has no channel of NVIDIA.",
        remedy: "`pixi workspace channel add\(context.option(nvcc.feature)) --priority=-1 "
          + "nvidia/label/cuda-11.8.0`.")
    ]
  }
}
