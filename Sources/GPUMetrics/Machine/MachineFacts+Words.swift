extension MachineFacts {
  static let containerRemedy =
    "Start the container with the GPUs of its host, if it has any: `--gpus all` (Docker) or "
    + "`--device nvidia.com/gpu=all` (Podman)."

  /// Why a machine has neither NVML nor nvidia-smi, with the remedy.
  public var missingDriver: String {
    if isWSL {
      return "This Linux runs under Windows and has no NVIDIA driver: install NVIDIA's driver in "
        + "Windows, then run `wsl --shutdown`."
    }
    if isContainer && !hasDeviceNodes {
      return controllers.isEmpty
        ? "This container sees no NVIDIA GPU. \(Self.containerRemedy)"
        : "This container was started without its host's GPUs. \(Self.containerRemedy)"
    }
    if controllers.isEmpty && !hasKernelModule {
      return "This machine has no NVIDIA driver: there is no NVIDIA GPU on its PCI bus. "
        + "Everything runs on the CPU; for figures, use a machine with an NVIDIA GPU."
    }
    if hasKernelModule {
      return "This machine has NVIDIA's kernel module but not its libraries: install the driver's "
        + "user-space part (on Debian: `sudo apt install nvidia-smi`)."
    }
    return "This machine has no NVIDIA driver: its GPU \(controllers[0].address) cannot be used "
      + "without one. Install it (on Debian: `sudo apt install nvidia-driver` from non-free), "
      + "then reboot."
  }
}
