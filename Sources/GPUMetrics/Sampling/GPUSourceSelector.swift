/// Finds the best source of GPU figures on a machine: NVML, else nvidia-smi, else none.
public struct GPUSourceSelector: Sendable {
  private let environment: [String: String]
  private let searchPath: NVMLSearchPath
  private let machine: MachineInspector
  private let guarding: CommandGuarding

  /// - Parameters:
  ///   - environment: `ATELIER_NVML` and `PATH` are read; nvidia-smi gets all of it.
  ///   - searchPath: Where NVML is looked for; by default as the environment says.
  ///   - guarding: What keeps nvidia-smi from outliving this process.
  public init(
    environment: [String: String], searchPath: NVMLSearchPath? = nil,
    machine: MachineInspector = MachineInspector(),
    guarding: @escaping CommandGuarding = { ($0, $1) }
  ) {
    self.guarding = guarding
    self.environment = environment
    self.searchPath = searchPath ?? NVMLSearchPath(environment: environment)
    self.machine = machine
  }

  /// Tries the sources in turn; may take seconds where the driver is slow to start.
  public func select() async -> any GPUSource {
    let facts = machine.inspect()
    if facts.isAsleep {
      return NoGPUSource(reason: DriverProblem.asleep.explanation(on: facts), problem: .asleep)
    }
    let nvml = NVMLSource(searchPath: searchPath, machine: machine)
    let problem: DriverProblem
    do {
      try await nvml.open()
      return nvml
    } catch {
      problem = error
    }
    guard let path = NvidiaSMICommand.find(in: environment) else {
      return NoGPUSource(reason: explanation(of: problem, on: facts), problem: problem)
    }
    let command = NvidiaSMISource(
      path: path, environment: environment, machine: machine,
      reason: "The figures come from nvidia-smi, because NVML does not serve: "
        + problem.summary, guarding: guarding)
    do {
      try await command.open()
      return command
    } catch {
      let telling = mostTelling(problem, error)
      return NoGPUSource(reason: explanation(of: telling, on: facts), problem: telling)
    }
  }

  /// NVML, where it gives figures now and the source that serves is not it.
  ///
  /// The source that serves is not touched; nothing is asked where that would wake a GPU.
  public func better(than kind: GPUSourceKind) async -> (any GPUSource)? {
    guard kind == .nvidiaSMI, !machine.inspect().isAsleep else { return nil }
    let nvml = NVMLSource(searchPath: searchPath, machine: machine)
    guard (try? await nvml.open()) != nil else { return nil }
    let report = await nvml.sample()
    if report.source == .nvml, report.devices.contains(where: { $0.fault == nil }) { return nvml }
    await nvml.close()
    return nil
  }

  /// Whether there is a GPU to compute on; one that sleeps is. No figure of a device is asked for: a call that hangs
  /// would stand in the way of whoever follows the figures.
  /// - Parameter patience: How long the driver is waited for; afterwards it is taken for there where
  ///   the bus lists a GPU.
  public func hasDevice(
    patience: Duration = .seconds(3), clock: SamplingClock = .continuous()
  ) async -> Bool {
    if machine.inspect().isAsleep { return true }
    let answer = await bounded(by: patience, clock) {
      let source = await select()
      let count = await source.deviceCount()
      await source.close()
      return count > 0
    }
    return answer ?? !machine.inspect().controllers.isEmpty
  }

  /// A library that is not there tells less than a command that is.
  private func mostTelling(_ nvml: DriverProblem, _ command: DriverProblem) -> DriverProblem {
    if case .libraryMissing = nvml { command } else { nvml }
  }

  private func explanation(of problem: DriverProblem, on facts: MachineFacts) -> String {
    if case .libraryMissing = problem {
      return environment[NVMLSearchPath.variable, default: ""].isEmpty
        ? facts.missingDriver
        : "\(problem.summary) Correct or unset \(NVMLSearchPath.variable)."
    }
    return problem.explanation(on: facts)
  }
}
