import ArgumentParser
import Foundation
import GPUMetrics
import SessionEngine

/// `atelier doctor`.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at everything the workshop needs of this machine.",
    usage: "atelier doctor [--json] [<options>]",
    discussion: """
      The terminal, pixi, Python, the GPU, the disk and the workspace, each with the remedy where \
      something is missing. Of the GPU also its driver, whether library and kernel module are of \
      one version, a container's share of it, permissions, and whether the driver serves the \
      CUDA of every environment, each where it concerns the machine. The exit status is 1 when something that is needed is missing, and 0 \
      when what is missing can be done without.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let context = try AppContext(
      options: shared, provider: .auto, environment: environment)
    let source = await context.gpuSelector.select()
    let gpu = await source.sample()
    await source.close()
    let doctor = Doctor(
      terminal: TerminalProbe.facts(environment: environment), gpu: gpu,
      machine: MachineInspector().inspect(), exercises: context.workshop.exercises,
      workspace: context.workspacePath, environment: environment, home: context.home)
    let report = await doctor.examine()
    print(json ? try report.json() : report.plainText)
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }
}
