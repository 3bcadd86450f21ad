extension DriverProblem {
  /// What a return code of NVML means for the whole machine, and what to do about it; nil for one
  /// that says nothing a person could use.
  static func words(of code: Int32) -> (what: String, remedy: String)? {
    let log = "`sudo dmesg | grep NVRM` says more"
    return switch NVMLReturnCode(rawValue: code) {
    case .insufficientPower:
      (
        "The power cables of a GPU are not attached properly.",
        "Shut the machine down and have them attached."
      )
    case .timeout:
      (
        "The NVIDIA driver did not answer within its own time.",
        "Wait until it has started; \(log)."
      )
    case .interruptIssue:
      ("The kernel found an interrupt problem with a GPU.", "\(log); a reboot often helps.")
    case .libraryNotFound:
      (
        "A library of the NVIDIA driver is missing or cannot be loaded.",
        "Reinstall the driver, its user-space part included."
      )
    case .corruptedInfoROM:
      (
        "The information memory (infoROM) of a GPU is corrupted.",
        "`nvidia-smi` names the GPU: have it checked by who maintains the machine."
      )
    case .gpuIsLost:
      ("A GPU is lost: it fell off the PCI bus.", "A reboot brings it back; \(log).")
    case .resetRequired:
      (
        "A GPU must be reset.",
        "Stop what uses it, then run `sudo nvidia-smi --gpu-reset` or reboot."
      )
    case .inUse:
      (
        "Another program holds the NVIDIA driver for itself.",
        "Wait until an update, a reset or a debugger has ended."
      )
    case .memory:
      ("There was not enough memory to ask the NVIDIA driver.", "End programs that need much.")
    case .insufficientResources:
      (
        "The NVIDIA driver is out of resources.",
        "End programs that use the GPU; \(log)."
      )
    case .notReady:
      ("The NVIDIA driver is not ready yet.", "It is asked again by itself in some seconds.")
    default: nil
    }
  }
}
