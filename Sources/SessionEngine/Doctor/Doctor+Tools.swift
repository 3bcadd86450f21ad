import PixiWorkspace

extension Doctor {
  func pixiCheck() async -> DoctorCheck {
    let selector = ProviderSelector(environment: environment, home: home, runner: runner)
    do {
      let client = try selector.find()
      let version = try await selector.version(of: client)
      if version < .oldestForWorkshops {
        let diagnosis =
          version < .oldestSupported
          ? PixiProvider.tooOld(version) : PixiProvider.tooOldForWorkshops(version)
        return DoctorCheck(
          id: "pixi", status: .warn, says: diagnosis.says, remedy: diagnosis.remedy)
      }
      return DoctorCheck(id: "pixi", status: .ok, says: "pixi \(version) at \(client.executable).")
    } catch {
      return DoctorCheck(
        id: "pixi", status: .warn, says: "\(error.says) Environments are made with venv.",
        remedy: error.remedy)
    }
  }

  /// - Parameter isNeeded: Whether nothing else makes environments.
  func pythonCheck(isNeeded: Bool) async -> DoctorCheck {
    let uv = ExecutableSearch(path: environment["PATH"]).find("uv")
    let finder = PythonFinder(environment: environment, runner: runner)
    do {
      let python = try await finder.interpreter(needsEnsurepip: uv == nil)
      let tool = uv.map { "; uv at \($0) makes environments" } ?? " with venv"
      return DoctorCheck(
        id: "python", status: .ok, says: "Python \(python.version) at \(python.executable)\(tool).")
    } catch let diagnosis as Diagnosis {
      return DoctorCheck(
        id: "python", status: isNeeded ? .fail : .warn, says: diagnosis.says,
        remedy: diagnosis.remedy)
    } catch {
      return DoctorCheck(
        id: "python", status: isNeeded ? .fail : .warn,
        says: "Python could not be asked: \(error).",
        remedy: "Set ATELIER_PYTHON to an interpreter.")
    }
  }
}
