import Foundation
import GPUMetrics
import ProcessRunner
import SessionEngine
import WorkshopModel

/// What the command line, the environment and the workshop's files say: made once, then passed on.
struct AppContext: Sendable {
  /// The environment the process was started with.
  let environment: [String: String]
  let workshop: Workshop
  let workspace: WorkspaceFolder
  let providerChoice: ProviderChoice
  /// How the shells that the console opens reach the subcommands.
  let ownCommand: OwnCommand

  /// - Throws: `CommandFailure` when the workshop or the workspace cannot be used.
  init(
    options: SharedOptions, provider: ProviderChoice, environment: [String: String],
    locator: ResourceLocator = .ofThisProcess()
  ) throws {
    self.environment = environment
    providerChoice = provider
    let exercises: URL
    do {
      exercises = try locator.folder(.exercises, named: options.exercises)
      workshop = try options.workshop(locator: locator)
      workspace = try options.workspaceFolder(for: workshop, environment: environment)
    } catch {
      throw CommandFailure(resources: error)
    }
    var variables = [
      "ATELIER_WORKSPACE": workspace.url.absoluteURL.path(percentEncoded: false),
      "ATELIER_EXERCISES": exercises.absoluteURL.path(percentEncoded: false),
    ]
    if provider != .auto { variables["ATELIER_PROVIDER"] = provider.rawValue }
    ownCommand = OwnCommand(folder: locator.folderOfProgram, variables: variables)
  }

  /// What a subcommand's options and the process's environment say.
  /// - Throws: `CommandFailure` when the workshop or the workspace cannot be used.
  init(_ options: SharedOptions, _ provider: ProviderOptions) throws {
    let environment = ProcessInfo.processInfo.environment
    try self.init(
      options: options, provider: try provider.choice(environment: environment),
      environment: environment)
  }

  var home: String { environment["HOME"] ?? "/" }

  /// Makes the engine with the provider that is chosen; asks pixi for its version where there is one.
  /// - Throws: `Diagnosis` when a provider asked for by name cannot be used.
  func makeEngine(
    memory: WorkshopMemory = .keepingNothing()
  ) async throws(Diagnosis) -> Engine {
    let gpu = gpuSelector
    let factory = ProviderFactory(
      environment: environment, home: home,
      runner: GuardedCommandRunner(supervisor: .currentExecutable),
      hasGPU: { await gpu.hasDevice() })
    let (provider, selection) = try await factory.provider(providerChoice)
    return Engine(
      configuration: EngineConfiguration(
        workshop: workshop, workspace: workspace.url, provider: provider,
        providerReason: selection.reason, supervisor: .currentExecutable,
        ownCommand: ownCommand, memory: memory))
  }

  /// The same for a subcommand, keeping what happens in the workspace's database.
  func makeKeepingEngine() async throws(Diagnosis) -> Engine {
    let engine = try await makeEngine(
      memory: await WorkshopMemory.open(workspace: workspace.url, role: .subcommand))
    await engine.tellMemory()
    return engine
  }

  var gpuSelector: GPUSourceSelector { .guarded(environment: environment) }

  /// The workspace's absolute path without a slash at its end.
  var workspacePath: String {
    let path = workspace.url.absoluteURL.path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The same as people write it, with `~` for home.
  var workspaceName: String {
    let path = workspacePath
    return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  /// Where unsaved text is kept.
  var recoveryFolder: String { stateFolder + "/recovery" }

  /// Where the console's own standard error goes while it holds the screen.
  var errorLog: String { stateFolder + "/console.log" }

  private var stateFolder: String {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? home + "/.local/state") + "/atelier"
  }

  /// The exercises to look at: the one named, or all.
  /// - Throws: `CommandFailure` when the named one is not there.
  func exercises(named name: String?) throws -> [Exercise] {
    guard let name else { return workshop.exercises }
    guard let exercise = workshop.exercise(name) else { throw unknownExercise(name) }
    return [exercise]
  }

  func unknownExercise(_ name: String) -> CommandFailure {
    CommandFailure(Engine.noExercise(name, in: workshop), status: .usage)
  }

  func unknownEnvironment(_ name: String, in exercises: [Exercise]) -> CommandFailure {
    let names = exercises.flatMap(\.environments).map(\.name)
    let known = Set(names).sorted().joined(separator: ", ")
    let place = exercises.count == 1 ? exercises[0].id : "The workshop"
    return CommandFailure(
      Diagnosis(
        says: "\(place) has no environment \"\(name)\".", remedy: "There are: \(known)."),
      status: .usage)
  }
}

extension AppContext {
  /// The engine for the console, which is open already: what cannot be used now was refused before.
  func makeEngineOrVenv(memory: WorkshopMemory) async -> Engine {
    do {
      return try await makeEngine(memory: memory)
    } catch {
      let provider = VenvProvider(
        environment: environment, runner: GuardedCommandRunner(supervisor: .currentExecutable),
        hasGPU: { false })
      return Engine(
        configuration: EngineConfiguration(
          workshop: workshop, workspace: workspace.url, provider: provider,
          providerReason: error.says, supervisor: .currentExecutable,
          ownCommand: ownCommand, memory: memory))
    }
  }
}
