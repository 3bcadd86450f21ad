import GPUMetrics

extension Preflight {
  /// What concerns the GPUs; nothing when no environment wants one.
  static func gpu(_ facts: PreflightFacts) -> [PreflightFinding] {
    let lanes = facts.lanes.filter(\.wantsGPU)
    let chosen = facts.lanes.contains { $0.build == .cpuByChoice } ? [cpuBuilds(facts.gpu)] : []
    guard !lanes.isEmpty else { return chosen }
    guard !facts.gpu.devices.isEmpty else { return chosen + [noGPU(lanes, facts.gpu)] }
    var findings = chosen
    findings += lanes.flatMap { lane in
      [driver(lane, facts.gpu)]
        + facts.gpu.devices.prefix(1).compactMap { architecture(lane, $0) }
    }
    findings += memory(lanes, facts)
    findings += sharing(lanes, facts)
    return findings
  }

  private static func noGPU(
    _ lanes: [PreflightFacts.Lane], _ report: GPUReport
  ) -> PreflightFinding {
    let versions = lanes.compactMap(\.declaredCUDA)
    let words =
      lanes.count == 1
      ? "It is meant for CUDA \(versions.joined()) and"
      : "They are meant for CUDA \(versions.joined(separator: " and ")), and"
    return PreflightFinding(
      check: "gpu", environment: lanes.map(\.environment).joined(separator: ", "),
      severity: .warning,
      says: "\(words) no GPU answers" + reason(report),
      remedy: lanes.count == 1
        ? "Run it on a machine with an NVIDIA GPU, or choose an environment without CUDA."
        : "Run them on a machine with an NVIDIA GPU, or choose an environment without CUDA.")
  }

  /// Nothing is wrong where CPU builds were taken on purpose: it is said once, and why.
  private static func cpuBuilds(_ report: GPUReport) -> PreflightFinding {
    PreflightFinding(
      check: "gpu", environment: nil, severity: .warning,
      says: "No NVIDIA GPU answers, so CPU builds run" + reason(report), remedy: nil)
  }

  /// Why none answers, in one sentence behind a colon: what could be done about it stands with the
  /// GPU's own figures.
  private static func reason(_ report: GPUReport) -> String {
    guard let words = report.reason else { return "." }
    return ": " + (words.range(of: ". ").map { words[..<$0.lowerBound] + "." } ?? words[...])
  }

  /// The driver's version of CUDA is an upper bound of what runs: a program for 11.8 runs on a
  /// driver for 12 or 13. A newer minor version of the driver's own major one runs, too (CUDA's
  /// minor version compatibility), but code that is compiled at run time may be refused.
  private static func driver(
    _ lane: PreflightFacts.Lane, _ report: GPUReport
  ) -> PreflightFinding {
    func finding(
      _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String? = nil
    ) -> PreflightFinding {
      PreflightFinding(
        check: "driver", environment: lane.environment, severity: severity, says: says,
        remedy: remedy)
    }
    guard let needed = lane.cuda else {
      return finding(.unknown, "Which CUDA it was built with is not known.")
    }
    let driver = report.driver.map { " \($0)" } ?? ""
    guard let offered = report.cuda.flatMap({ CUDAVersion($0) }) else {
      return finding(.unknown, "The driver\(driver) does not say which CUDA it supports.")
    }
    let words = "The driver\(driver) supports CUDA up to \(offered)"
    if offered >= needed { return finding(.fine, "\(words); it needs \(needed).") }
    let remedy = "Update the NVIDIA driver, or use an environment for CUDA \(offered.major)."
    guard offered.major == needed.major, offered.major >= 11 else {
      return finding(.blocking, "\(words), and it needs \(needed).", remedy)
    }
    return finding(
      .warning,
      "\(words), and it was built with \(needed): it runs, but code that is compiled while it "
        + "runs (XLA, torch.compile) may be refused.", remedy)
  }

  private static func architecture(
    _ lane: PreflightFacts.Lane, _ device: GPUDevice
  ) -> PreflightFinding? {
    guard let cuda = lane.cuda else { return nil }
    let name = device.name ?? "GPU \(device.index)"
    func finding(
      _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String? = nil
    ) -> PreflightFinding {
      PreflightFinding(
        check: "architecture", environment: lane.environment, severity: severity, says: says,
        remedy: remedy)
    }
    guard let capability = device.computeCapability else {
      return finding(.unknown, "\(name) does not say its compute capability.")
    }
    guard let covered = CUDAArchitectures.covered(by: cuda) else {
      return finding(.unknown, "Which GPUs CUDA \(cuda) covers is not known here.")
    }
    let generation = CUDAArchitectures.name(of: capability).map { ", \($0)" } ?? ""
    let words = "\(name) (compute capability \(capability)\(generation))"
    if capability < covered.oldest {
      return finding(
        .blocking, "\(words) is too old for CUDA \(cuda), which begins at \(covered.oldest).",
        "Use an environment for an older CUDA.")
    }
    // A declared `12` stands for whatever 12.x was solved: its newest may cover more.
    if capability > covered.newest {
      let isExact = lane.build != .unknown || lane.declaredCUDA?.contains(".") == true
      guard isExact else {
        return finding(
          .unknown,
          "Whether its CUDA \(cuda.major) covers \(words) is known only once it is "
            + "locked.")
      }
      return finding(
        .warning,
        "CUDA \(cuda) ends at compute capability \(covered.newest) and does not cover "
          + "\(words): it will fail or be slow to start.",
        "Use an environment for a newer CUDA on this GPU.")
    }
    return finding(.fine, "CUDA \(cuda) covers \(words).")
  }

  private static func memory(
    _ lanes: [PreflightFacts.Lane], _ facts: PreflightFacts
  ) -> [PreflightFinding] {
    guard let device = facts.gpu.devices.first else { return [] }
    let name = device.name ?? "GPU \(device.index)"
    func finding(
      _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String? = nil
    ) -> [PreflightFinding] {
      [
        PreflightFinding(
          check: "gpu-memory", environment: nil, severity: severity, says: says, remedy: remedy)
      ]
    }
    guard let total = device.memoryTotalBytes, let used = device.memoryUsedBytes else {
      return finding(.unknown, "How much memory of \(name) is free could not be told.")
    }
    let taken = min(total, used + (device.memoryReservedBytes ?? 0))
    let free = Double(total - taken)
    let words =
      "\(name) has \(FigureWords.bytes(free)) of \(FigureWords.bytes(Double(total))) free"
    let needs = lanes.compactMap(\.neededGPUMemoryBytes).map { Double($0) }
    guard needs.count == lanes.count else {
      return finding(
        free < Double(total) / 4 ? .warning : .fine,
        "\(words); how much the runs need is not declared.",
        free < Double(total) / 4 ? "See with nvidia-smi who has the rest." : nil)
    }
    let needed = facts.runsTogether ? needs.reduce(0, +) : needs.max() ?? 0
    return needed <= free
      ? finding(.fine, "\(words), and the runs need \(FigureWords.bytes(needed)).")
      : finding(
        .blocking, "\(words), and the runs need \(FigureWords.bytes(needed)).",
        "Run one environment at a time, or stop what else uses the GPU.")
  }

  private static func sharing(
    _ lanes: [PreflightFacts.Lane], _ facts: PreflightFacts
  ) -> [PreflightFinding] {
    let together = (facts.runsTogether ? lanes.count : 1) + facts.runsAlive
    guard together > 1 else { return [] }
    var findings: [PreflightFinding] = []
    // A program takes the first GPU unless it is told otherwise, however many there are.
    findings.append(
      PreflightFinding(
        check: "sharing", environment: nil, severity: .warning,
        says: "\(together) runs share one GPU: their speeds influence each other, and its "
          + "utilisation and energy are of all of them.",
        remedy: "Run them one after another for speeds to rely on."))
    return findings + lanes.compactMap(preallocation)
  }

  /// JAX reserves three quarters of a GPU's memory at its first operation unless
  /// XLA_PYTHON_CLIENT_PREALLOCATE is false (JAX's manual, "GPU memory allocation").
  private static func preallocation(_ lane: PreflightFacts.Lane) -> PreflightFinding? {
    guard lane.usesJAX != false else { return nil }
    func finding(
      _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String? = nil
    ) -> PreflightFinding {
      PreflightFinding(
        check: "preallocation", environment: lane.environment, severity: severity, says: says,
        remedy: remedy)
    }
    let setting = lane.variables["XLA_PYTHON_CLIENT_PREALLOCATE"]?.lowercased()
    let share = lane.variables["XLA_PYTHON_CLIENT_MEM_FRACTION"].flatMap(Double.init)
    let takesAsNeeded =
      setting == "false" || setting == "0"
      || lane.variables["XLA_PYTHON_CLIENT_ALLOCATOR"] == "platform"
    if takesAsNeeded {
      return lane.usesJAX == true
        ? finding(.fine, "JAX takes GPU memory as it needs it, and leaves the rest.") : nil
    }
    guard lane.usesJAX == true else { return nil }
    if let share, share <= 0.5 {
      return finding(.fine, "JAX reserves \(FigureWords.percent(share)) of the GPU's memory.")
    }
    return finding(
      .warning,
      "JAX reserves \(share.map(FigureWords.percent) ?? "75 %") of the GPU's memory at its first "
        + "operation, and another run is to share it.",
      "Set XLA_PYTHON_CLIENT_PREALLOCATE=false.")
  }
}
