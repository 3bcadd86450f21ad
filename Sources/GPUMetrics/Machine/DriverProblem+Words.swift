extension DriverProblem {
  /// What is wrong, in one sentence without the remedy.
  var summary: String {
    switch self {
    case .libraryMissing(let searched):
      "NVIDIA's management library was not found (\(searched.first ?? "no name to look for"))."
    case .libraryUnusable(let path, let says):
      "NVIDIA's management library \(path) cannot be used: \(says)."
    case .driverNotLoaded: "The NVIDIA driver is not loaded in the kernel."
    case .versionMismatch:
      "NVIDIA's library and the loaded kernel module are of different versions, "
        + "as after an update of the driver."
    case .noPermission: "This account may not use the NVIDIA driver."
    case .noDevices: "The NVIDIA driver lists no GPU."
    case .unknownError: "The NVIDIA driver answers with an unknown error."
    case .code(let code):
      Self.words(of: code).map { "\($0.what) (NVML code \(code))" }
        ?? "The NVIDIA driver could not be asked (NVML code \(code))."
    case .asleep: "The GPU sleeps to save power, and asking for figures would wake it."
    case .commandMissing: "There is no nvidia-smi on the search path."
    case .commandNotStarted(let says): "nvidia-smi could not be started: \(says)."
    case .commandSilent(let seconds): "nvidia-smi gave no answer within \(seconds) s."
    case .commandFailed(let status, let says):
      says.isEmpty
        ? "nvidia-smi ended with status \(status) and no text."
        : "nvidia-smi ended with status \(status): \(says)"
    }
  }

  /// What is wrong and what to do about it on that machine.
  func explanation(on machine: MachineFacts) -> String {
    "\(summary) \(remedy(on: machine))"
  }

  private func remedy(on machine: MachineFacts) -> String {
    switch self {
    case .libraryMissing, .commandMissing: machine.missingDriver
    case .libraryUnusable:
      "Reinstall the driver, or set \(NVMLSearchPath.variable) to the library to use."
    case .driverNotLoaded:
      machine.isContainer && !machine.hasDeviceNodes
        ? MachineFacts.containerRemedy
        : "Run `sudo modprobe nvidia`; after installing the driver, reboot."
    case .versionMismatch: "Reboot, so that both are the same."
    case .noPermission:
      machine.isContainer
        ? "Start the container with the GPUs of its host: `--gpus all` (Docker) or "
          + "`--device nvidia.com/gpu=all` (Podman)."
        : "Ask for read and write permission on /dev/nvidia*, often membership of the group video."
    case .noDevices:
      machine.isContainer ? MachineFacts.containerRemedy : "Look whether `lspci` lists the GPU."
    case .unknownError:
      machine.isContainer
        ? "A container loses its GPUs when the host's systemd reloads: restart the container."
        : "`sudo dmesg | grep NVRM` says more; a reboot often helps."
    case .asleep: "Figures appear when a program uses it."
    case .code(let code): Self.words(of: code)?.remedy ?? Self.askInAShell
    case .commandFailed, .commandSilent, .commandNotStarted:
      Self.askInAShell
    }
  }

  private static let askInAShell = "Run `nvidia-smi` in a shell to see what it says."
}
