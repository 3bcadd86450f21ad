import WorkshopModel

extension VenvProvider {
  func declaration(
    _ environment: String, of exercise: Exercise
  ) throws(Diagnosis) -> EnvironmentDeclaration {
    guard let declaration = exercise.environment(environment) else {
      throw .unknownEnvironment(environment, of: exercise)
    }
    return declaration
  }

  func status(
    of declaration: EnvironmentDeclaration, in folder: String, hasGPU: Bool
  ) async -> EnvironmentStatus {
    let wish = VenvWish(declaration, hasGPU: hasGPU)
    let paths = VenvPaths(environment: declaration.name, exerciseFolder: folder)
    let (found, lock) = await BlockingWork.run {
      let state = VenvInspector().state(of: paths, requirements: wish.requirements)
      return (state, Self.lock(of: paths, isInstalled: state == .installed))
    }
    var state = found
    if state != .installed {
      do {
        try wish.check()
        _ = try await python.interpreter(needsEnsurepip: uv == nil)
      } catch let diagnosis as Diagnosis {
        state = .unavailable(diagnosis)
      } catch {
        state = .unavailable(
          Diagnosis(says: "Python could not be asked: \(error).", remedy: "Try again."))
      }
    }
    return EnvironmentStatus(
      name: declaration.name, title: declaration.title, provider: kind, state: state,
      prefix: paths.prefix, note: wish.note, lock: lock)
  }

  func requireInstalled(
    _ environment: String, of exercise: Exercise, in folder: String
  ) async throws(Diagnosis) -> VenvPaths {
    let declaration = try declaration(environment, of: exercise)
    let wish = VenvWish(declaration, hasGPU: await hasGPU())
    let paths = VenvPaths(environment: environment, exerciseFolder: folder)
    let state = await BlockingWork.run {
      VenvInspector().state(of: paths, requirements: wish.requirements)
    }
    guard state == .installed else { throw .notInstalled(environment, state: state) }
    return paths
  }
}
