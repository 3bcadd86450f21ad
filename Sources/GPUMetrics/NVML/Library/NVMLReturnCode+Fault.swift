extension NVMLReturnCode {
  /// Why one device has no figures, with the remedy, in a person's words.
  var deviceFault: String {
    switch self {
    case .gpuIsLost:
      "The GPU is lost: it fell off the PCI bus. A reboot brings it back; if it happens again, "
        + "have its power and cooling checked."
    case .resetRequired:
      "The GPU must be reset: stop what uses it, then run `sudo nvidia-smi --gpu-reset` or reboot."
    case .noPermission:
      "This account may not read this GPU: ask for read and write permission on /dev/nvidia*."
    case .insufficientPower:
      "The GPU's power cables are not attached properly."
    case .interruptIssue:
      "The kernel found an interrupt problem with this GPU: look into the kernel's log."
    default:
      "The driver gives no figures for this GPU (NVML code \(rawValue))."
    }
  }
}
