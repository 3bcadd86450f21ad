import Foundation

/// Reads `MachineFacts` from the kernel's files.
public struct MachineInspector: Sendable, Hashable {
  /// `/`, or a folder that stands for it.
  public var root: String

  public init(root: String = "/") {
    self.root = root
  }

  /// Reads a few small files; wakes no device.
  public func inspect() -> MachineFacts {
    MachineFacts(
      controllers: controllers(),
      hasKernelModule: exists("proc/driver/nvidia/version") || exists("sys/module/nvidia"),
      hasDeviceNodes: exists("dev/nvidiactl"),
      isContainer: [".dockerenv", "run/.containerenv", "run/systemd/container"].contains(
        where: exists),
      isWSL: exists("dev/dxg"))
  }

  private func controllers() -> [PCIController] {
    let folder = "sys/bus/pci/devices"
    let addresses = (try? FileManager.default.contentsOfDirectory(atPath: path(folder))) ?? []
    return addresses.sorted().compactMap { address in
      let device = "\(folder)/\(address)"
      guard text("\(device)/vendor") == "0x10de",
        text("\(device)/class")?.hasPrefix("0x03") == true
      else { return nil }
      return PCIController(
        address: address,
        isSuspended: text("\(device)/power/runtime_status") == "suspended",
        canSuspend: canSuspend(address))
    }
  }

  /// The kernel may switch the device off, and the driver does not say that it hinders that.
  private func canSuspend(_ address: String) -> Bool {
    guard text("sys/bus/pci/devices/\(address)/power/control") == "auto" else { return false }
    let lines = text("proc/driver/nvidia/gpus/\(address)/power")?.split(separator: "\n") ?? []
    guard let state = lines.first(where: { $0.hasPrefix("Runtime D3 status:") }) else {
      return true
    }
    return state.contains("Enabled")
  }

  private func text(_ relative: String) -> String? {
    FileManager.default.contents(atPath: path(relative)).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private func exists(_ relative: String) -> Bool {
    FileManager.default.fileExists(atPath: path(relative))
  }

  private func path(_ relative: String) -> String {
    root.hasSuffix("/") ? root + relative : "\(root)/\(relative)"
  }
}
