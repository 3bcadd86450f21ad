import GPUMetrics
import PixiWorkspace
import WorkshopModel

/// Looks at everything a workshop needs of a machine and says what is missing.
public struct Doctor: Sendable {
  let terminal: TerminalFacts
  let gpu: GPUReport
  let machine: MachineFacts
  let exercises: [Exercise]
  /// The workspace's absolute path, whether it is there or not.
  let workspace: String
  let environment: [String: String]
  let home: String
  let runner: any CommandRunner
  let freeBytes: @Sendable (_ path: String) -> UInt64?

  /// - Parameters:
  ///   - gpu: One sampling round of the GPU source.
  ///   - machine: What the kernel's files tell of GPUs.
  ///   - exercises: Those whose environments the driver must serve.
  ///   - workspace: An absolute path.
  ///   - environment: The user's own environment.
  ///   - home: The home folder's absolute path.
  ///   - freeBytes: The free bytes at a path; nil when not known.
  public init(
    terminal: TerminalFacts, gpu: GPUReport, machine: MachineFacts = MachineFacts(),
    exercises: [Exercise] = [], workspace: String, environment: [String: String],
    home: String, runner: any CommandRunner = SubprocessRunner(),
    freeBytes: @escaping @Sendable (_ path: String) -> UInt64? = DiskSpace().freeBytes(at:)
  ) {
    self.terminal = terminal
    self.gpu = gpu
    self.machine = machine
    self.exercises = exercises
    self.workspace = workspace
    self.environment = environment
    self.home = home
    self.runner = runner
    self.freeBytes = freeBytes
  }

  public func examine() async -> DoctorReport {
    let pixi = await pixiCheck()
    let python = await pythonCheck(isNeeded: pixi.status != .ok)
    return DoctorReport(
      checks: [terminalCheck(), pixi, python, gpuCheck()] + gpuFaultChecks()
        + [diskCheck(), workspaceCheck()])
  }
}
