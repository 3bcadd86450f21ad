import PixiWorkspace
import ProcessRunner
import TerminalCore
import WorkshopModel

/// Environments made by Python's own venv and pip, or by uv: the embedded default without pixi.
///
/// They live in `.atelier/venvs` beside the exercise's folder, one for each name, and all the
/// exercises of a workspace share them.
public struct VenvProvider: EnvironmentProvider {
  public let kind = ProviderKind.venv
  let environment: [String: String]
  let python: PythonFinder
  let runner: any CommandRunner
  let hasGPU: @Sendable () async -> Bool
  /// How long the probing import may take; the first import of a large framework takes its time.
  let probeTimeout: Duration

  /// - Parameters:
  ///   - environment: The user's own environment.
  ///   - hasGPU: Whether an NVIDIA GPU answers; the CPU builds are installed where none does.
  public init(
    environment: [String: String], python: PythonFinder? = nil,
    runner: any CommandRunner = SubprocessRunner(), probeTimeout: Duration = .seconds(300),
    hasGPU: @escaping @Sendable () async -> Bool
  ) {
    self.environment = environment
    self.python = python ?? PythonFinder(environment: environment, runner: runner)
    self.runner = runner
    self.probeTimeout = probeTimeout
    self.hasGPU = hasGPU
  }

  public func describe() async -> ProviderDescription {
    var notes = [
      "venv: packages from PyPI, not the CUDA 12 and CUDA 11.8 builds the exercises make with pixi"
    ]
    if await !hasGPU() { notes.append("no NVIDIA GPU found: CPU builds are installed") }
    if uv != nil { notes.append("uv makes the environments") }
    notes.append(cacheNote)
    do {
      let version = try await python.interpreter(needsEnsurepip: uv == nil).version
      return ProviderDescription(kind: kind, version: version, notes: notes)
    } catch {
      return ProviderDescription(kind: kind, version: nil, notes: notes + ["\(error)"])
    }
  }

  public func environments(of exercise: Exercise, in folder: String) async -> [EnvironmentStatus] {
    let hasGPU = await hasGPU()
    var statuses: [EnvironmentStatus] = []
    for declaration in exercise.environments {
      statuses.append(await status(of: declaration, in: folder, hasGPU: hasGPU))
    }
    return statuses
  }

  public func installPlan(
    for environment: String, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> InstallPlan {
    let declaration = try declaration(environment, of: exercise)
    let wish = VenvWish(declaration, hasGPU: await hasGPU())
    try wish.check()
    let paths = VenvPaths(environment: environment, exerciseFolder: folder)
    let state = await BlockingWork.run {
      VenvInspector().state(of: paths, requirements: wish.requirements)
    }
    if state == .installed { return InstallPlan(environment: environment, steps: []) }
    let interpreter = try await python.interpreter(needsEnsurepip: uv == nil)
    let installer = VenvInstaller(
      tool: uv.map { .uv($0) } ?? .pip, python: interpreter, variables: variables)
    var steps: [InstallPlan.Step] = []
    if state != .notInstalled {
      steps += await BlockingWork.run { installer.keep(paths, in: folder, size: size) }
    }
    steps.append(
      installer.create(paths, replaces: state != .notInstalled, in: folder, size: size))
    let lock = await BlockingWork.run { VenvLock(file: paths.lock) }
    if let lock, lock.serves(wish, python: interpreter.version) {
      steps.append(
        installer.install(lock, extraIndex: wish.extraIndex, into: paths, in: folder, size: size))
    } else if !wish.requirements.isEmpty {
      steps.append(
        installer.install(
          wish.requirements, extraIndex: wish.extraIndex, into: paths, in: folder, size: size))
    }
    return InstallPlan(environment: environment, steps: steps)
  }

  public func installed(
    _ environment: String, of exercise: Exercise, in folder: String
  ) async throws {
    let declaration = try declaration(environment, of: exercise)
    let wish = VenvWish(declaration, hasGPU: await hasGPU())
    let paths = VenvPaths(environment: environment, exerciseFolder: folder)
    let version = try await probe(paths, module: declaration.probeModule)
    let marker = VenvMarker(
      requirements: wish.requirements, extraIndex: wish.extraIndex, python: version,
      installed: .now, prefix: paths.prefix)
    await writeLock(paths, for: wish, python: version)
    do {
      try marker.write(to: paths.marker)
    } catch {
      throw Diagnosis(
        says: "The record \(paths.marker) could not be written: \(error.localizedDescription).",
        remedy: "Make the workspace writable and install again.")
    }
  }

  public func launch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) async throws -> ProcessSpecification {
    _ = try await requireInstalled(workload.environment, of: exercise, in: folder)
    return plannedLaunch(workload, of: exercise, in: folder, size: size)
  }

  public func plannedLaunch(
    _ workload: Workload, of exercise: Exercise, in folder: String, size: Size
  ) -> ProcessSpecification {
    let paths = VenvPaths(environment: workload.environment, exerciseFolder: folder)
    return ProcessSpecification(
      executable: paths.python, arguments: workload.arguments,
      environment: variables.inside(paths), workingDirectory: folder, size: size)
  }

  public func shell(
    in environment: String, of exercise: Exercise, folder: String, size: Size
  ) async throws -> ProcessSpecification {
    let paths = try await requireInstalled(environment, of: exercise, in: folder)
    return try VenvShell(paths: paths, variables: variables).process(in: folder, size: size)
  }

  public func plainShell(in folder: String, size: Size) -> ProcessSpecification {
    PlainShell(variables: variables.base).process(in: folder, size: size)
  }

  public func diagnose(output: String, exitCode: Int32?) -> Diagnosis? {
    guard exitCode != 0 else { return nil }
    return PipDiagnosis.diagnose(output: output)
      ?? ProgramDiagnosis.diagnose(output: output, exitCode: exitCode)
  }

  var variables: VenvVariables { VenvVariables(user: environment) }

  /// uv's absolute path; nil when it is not on `PATH`, or `ATELIER_INSTALLER` is `pip`.
  var uv: String? {
    environment["ATELIER_INSTALLER"] == "pip"
      ? nil : ExecutableSearch(path: environment["PATH"]).find("uv")
  }
}
