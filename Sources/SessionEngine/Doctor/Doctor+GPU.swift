import GPUMetrics
import WorkshopModel

/// What can be wrong between a GPU and the programs that want it, each fault a check of its own.
/// One that does not concern the machine is left out.
extension Doctor {
  func gpuFaultChecks() -> [DoctorCheck] {
    [driverCheck(), versionsCheck(), containerCheck(), permissionCheck(), cudaCheck()]
      .compactMap(\.self)
  }

  private var isClosedContainer: Bool {
    machine.isContainer && !machine.hasDeviceNodes && gpu.devices.isEmpty
  }

  private func check(
    _ id: String, _ says: String, remedy: String? = nil
  ) -> DoctorCheck {
    DoctorCheck(id: id, status: remedy == nil ? .ok : .warn, says: says, remedy: remedy)
  }

  private func driverCheck() -> DoctorCheck? {
    let version = gpu.driver ?? machine.kernelModuleVersion
    if version != nil || machine.hasKernelModule, gpu.problem != .driverNotLoaded {
      if case .libraryMissing? = gpu.problem {
        return check(
          "gpu-driver", "NVIDIA's kernel module is loaded, and its libraries are not installed.",
          remedy: "Install the driver's user-space part (on Debian: `sudo apt install nvidia-smi`)."
        )
      }
      return check("gpu-driver", "The NVIDIA driver\(version.map { " \($0)" } ?? "") is loaded.")
    }
    guard !isClosedContainer, gpu.devices.isEmpty else { return nil }
    if gpu.problem == .driverNotLoaded || machine.libraryVersion != nil {
      return check(
        "gpu-driver", "The NVIDIA driver is installed and not loaded in the kernel.",
        remedy: "Run `sudo modprobe nvidia`; after installing the driver, reboot.")
    }
    guard !machine.controllers.isEmpty || machine.isWSL else { return nil }
    return check(
      "gpu-driver",
      machine.isWSL
        ? "This Linux runs under Windows and has no NVIDIA driver."
        : "There is a GPU (\(machine.controllers[0].address)) and no NVIDIA driver.",
      remedy: machine.isWSL
        ? "Install NVIDIA's driver in Windows, then run `wsl --shutdown`."
        : "Install it (on Debian: `sudo apt install nvidia-driver` from non-free), then reboot.")
  }

  private func versionsCheck() -> DoctorCheck? {
    let (kernel, library) = (machine.kernelModuleVersion, machine.libraryVersion)
    let differ = kernel != nil && library != nil && kernel != library
    if gpu.problem == .versionMismatch || (differ && gpu.devices.isEmpty) {
      let versions = differ ? " (\(library ?? "") and \(kernel ?? ""))" : ""
      return check(
        "gpu-versions",
        "NVIDIA's library and the loaded kernel module are of different versions\(versions).",
        remedy: "Reboot, so that both are the same.")
    }
    guard let kernel, library == kernel else { return nil }
    return check("gpu-versions", "NVIDIA's library and kernel module are both \(kernel).")
  }

  private func containerCheck() -> DoctorCheck? {
    guard machine.isContainer else { return nil }
    return isClosedContainer
      ? check(
        "gpu-container", "This container was started without GPUs of its host.",
        remedy: "If its host has any, start it with `--gpus all` (Docker) or "
          + "`--device nvidia.com/gpu=all` (Podman).")
      : check("gpu-container", "This container has GPUs of its host.")
  }

  private func permissionCheck() -> DoctorCheck? {
    let closed = machine.closedDeviceNodes
    if gpu.problem == .noPermission || !closed.isEmpty {
      let nodes = closed.isEmpty ? "the NVIDIA driver" : closed.joined(separator: ", ")
      return check(
        "gpu-permission", "This account may not use \(nodes).",
        remedy: machine.isContainer
          ? "Start the container with the GPUs of its host: `--gpus all` (Docker) or "
            + "`--device nvidia.com/gpu=all` (Podman)."
          : "Ask for read and write permission on /dev/nvidia*, often membership of the group "
            + "video.")
    }
    guard machine.hasDeviceNodes else { return nil }
    return check("gpu-permission", "This account may use the GPU's device files.")
  }

  /// The workshop's environments beside the driver and the GPU, as a preflight looks at them.
  private func cudaCheck() -> DoctorCheck? {
    let lanes = exercises.flatMap { exercise in
      exercise.environments.filter { $0.cuda != nil }.map {
        PreflightFacts.Lane(environment: "\(exercise.id) \($0.name)", declaredCUDA: $0.cuda)
      }
    }
    guard !lanes.isEmpty, !gpu.devices.isEmpty else { return nil }
    let old = gpu.cuda == nil ? lanes.compactMap(tooOld) : []
    let findings = Preflight.findings(for: PreflightFacts(lanes: lanes, gpu: gpu))
      .filter { ["driver", "architecture"].contains($0.check) && $0.severity >= .warning }
    let says = old + findings.map { "\($0.environment ?? "All"): \($0.says)" }
    guard says.isEmpty else {
      return check(
        "gpu-cuda", says.joined(separator: " "),
        remedy: findings.first?.remedy
          ?? "Update the NVIDIA driver, or use an environment for an older CUDA.")
    }
    guard let offered = gpu.cuda ?? gpu.driver.map({ "of driver \($0)" }) else { return nil }
    return check("gpu-cuda", "Every environment's CUDA runs with CUDA \(offered).")
  }

  /// Where the driver does not tell its CUDA its own version decides.
  private func tooOld(_ lane: PreflightFacts.Lane) -> String? {
    guard let needed = lane.cuda, let oldest = CUDADriver.oldest(for: needed),
      let driver = gpu.driver, Self.numbers(driver).lexicographicallyPrecedes(Self.numbers(oldest))
    else { return nil }
    return "\(lane.environment): CUDA \(needed) needs the driver \(oldest) or later, and this is "
      + "\(driver)."
  }

  private static func numbers(_ version: String) -> [Int] {
    version.split(separator: ".").map { Int($0) ?? 0 }
  }
}
