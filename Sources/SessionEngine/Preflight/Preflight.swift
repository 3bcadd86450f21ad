/// Looks at everything that decides whether runs will start and can be compared.
public enum Preflight {
  /// What was found, the gravest first; what could not be looked at is said, nothing is guessed.
  public static func findings(for facts: PreflightFacts) -> [PreflightFinding] {
    var findings: [PreflightFinding] = []
    findings += facts.lanes.flatMap(environment)
    findings += disk(facts)
    findings += gpu(facts)
    findings += processors(facts)
    let order = folded(findings).enumerated().sorted { left, right in
      left.element.severity != right.element.severity
        ? left.element.severity > right.element.severity : left.offset < right.offset
    }
    return order.map(\.element)
  }

  /// What is the same of several environments is said once, with all their names.
  private static func folded(_ findings: [PreflightFinding]) -> [PreflightFinding] {
    var folded: [PreflightFinding] = []
    for finding in findings {
      let alike = folded.firstIndex {
        $0.check == finding.check && $0.severity == finding.severity && $0.says == finding.says
          && $0.remedy == finding.remedy && ($0.environment == nil) == (finding.environment == nil)
      }
      guard let alike else {
        folded.append(finding)
        continue
      }
      let names = [folded[alike].environment, finding.environment].compactMap(\.self)
      folded[alike] = PreflightFinding(
        check: finding.check, environment: names.isEmpty ? nil : names.joined(separator: ", "),
        severity: finding.severity, says: finding.says, remedy: finding.remedy)
    }
    return folded
  }

  // MARK: Each environment

  private static func environment(_ lane: PreflightFacts.Lane) -> [PreflightFinding] {
    var findings = [state(lane), lock(lane), build(lane)].compactMap(\.self)
    if let cuda = lane.overrideCUDA {
      findings.append(
        PreflightFinding(
          check: "override", environment: lane.environment, severity: .warning,
          says: "pixi is made to believe in CUDA \(cuda) (CONDA_OVERRIDE_CUDA), whatever the "
            + "driver says.",
          remedy: "Take the switch away to have the machine looked at as it is."))
    }
    return findings
  }

  private static func state(_ lane: PreflightFacts.Lane) -> PreflightFinding? {
    func finding(
      _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String?
    ) -> PreflightFinding {
      PreflightFinding(
        check: "environment", environment: lane.environment, severity: severity, says: says,
        remedy: remedy)
    }
    return switch lane.state {
    case .installed: finding(.fine, "It is installed.", nil)
    case .notInstalled: nil
    case .outdated(let how):
      finding(.warning, "It is not what the lock lists: \(how).", "It is brought up to date first.")
    case .broken(let why):
      finding(.warning, "It is there but not whole: \(why).", "It is installed again first.")
    case .unavailable(let diagnosis): finding(.blocking, diagnosis.says, diagnosis.remedy)
    case nil: finding(.unknown, "Whether it is installed has not been looked at.", nil)
    }
  }

  private static func lock(_ lane: PreflightFacts.Lane) -> PreflightFinding? {
    func finding(
      _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String?
    ) -> PreflightFinding {
      PreflightFinding(
        check: "lock", environment: lane.environment, severity: severity, says: says,
        remedy: remedy)
    }
    return switch lane.lock {
    case .notUsed: nil
    case .unknown: finding(.unknown, "Whether pixi.lock is current could not be told.", nil)
    case .missing:
      finding(
        .warning, "There is no pixi.lock: what is installed is decided only now.",
        "Install first, or run `pixi lock`, so that everyone gets the same.")
    case .present: finding(.fine, "pixi.lock is current.", nil)
    case .stale:
      finding(
        .warning, "pixi.lock does not match pixi.toml any more.",
        "Run `pixi lock`, or install again.")
    }
  }

  private static func build(_ lane: PreflightFacts.Lane) -> PreflightFinding? {
    guard let cuda = lane.declaredCUDA, case .cpu(let package) = lane.build else { return nil }
    return PreflightFinding(
      check: "build", environment: lane.environment, severity: .warning,
      says: "It is meant for CUDA \(cuda) and has a build without it (\(package)): it computes "
        + "on the CPU.",
      remedy: "Ask for the CUDA build in pixi.toml, such as pytorch-gpu or build = \"*cuda*\".")
  }

  // MARK: The machine

  private static func disk(_ facts: PreflightFacts) -> [PreflightFinding] {
    let missing = facts.lanes.filter { lane in
      switch lane.state {
      case .notInstalled, .outdated, .broken: true
      case .installed, .unavailable, nil: false
      }
    }
    guard !missing.isEmpty else { return [] }
    func finding(
      _ severity: PreflightFinding.Severity, _ says: String, _ remedy: String?
    ) -> [PreflightFinding] {
      [
        PreflightFinding(
          check: "disk", environment: nil, severity: severity, says: says, remedy: remedy)
      ]
    }
    guard let free = facts.freeDiskBytes.map({ Double($0) }) else {
      return finding(.unknown, "How much room the disk has could not be told.", nil)
    }
    let room = "\(FigureWords.bytes(free)) are free"
    let sizes = missing.compactMap(\.downloadBytes)
    guard sizes.count == missing.count else {
      return finding(.unknown, "How much must be downloaded is not known; \(room).", nil)
    }
    // Packages are kept compressed or unpacked in the cache and linked from there: unpacked they
    // take about three times their download.
    let needed = Double(sizes.reduce(0, +)) * 4
    let says =
      "About \(FigureWords.bytes(Double(sizes.reduce(0, +)))) must be downloaded, which takes "
      + "some \(FigureWords.bytes(needed)) of disk; \(room)."
    return needed <= free
      ? finding(.fine, says, nil)
      : finding(.warning, says, "Free some space, or install one environment at a time.")
  }

  /// Programs that compute on the CPU side by side take processors from each other.
  private static func processors(_ facts: PreflightFacts) -> [PreflightFinding] {
    let onCPU = facts.lanes.count { !$0.wantsGPU || facts.gpu.devices.isEmpty }
    guard facts.runsTogether, onCPU > 1 else { return [] }
    return [
      PreflightFinding(
        check: "processors", environment: nil, severity: .warning,
        says: "\(onCPU) runs share the processors: their speeds influence each other.",
        remedy: "Run them one after another for speeds to rely on.")
    ]
  }
}
